/** The list of agencies as a workbook: its columns, and the lines of a tree. What is exported can be changed and taken in again. Pure. */
import { pieceOn } from '#authority/organisations/pieces.ts';
import { UNCERTAIN } from '#authority/organisations/registry.ts';
import type { CodePiece, Registry } from '#authority/organisations/registry.ts';
import type { CodeScheme } from '#authority/organisations/shapes.ts';
import type { PlainDate } from '#base/clock.ts';

export const LIST_SHEET = 'Cơ quan';

export const LIST_COLUMNS = [
  { key: 'code', label: 'Mã', widthChars: 18, required: true },
  { key: 'name', label: 'Tên cơ quan', widthChars: 48, required: true },
  { key: 'shortName', label: 'Tên gọi tắt', widthChars: 20, required: false },
  { key: 'parent', label: 'Mã cơ quan cấp trên', widthChars: 20, required: true },
  { key: 'bodyKind', label: 'Loại hình', widthChars: 12, required: true },
  { key: 'level', label: 'Cấp', widthChars: 10, required: true },
  { key: 'identifier', label: 'Mã định danh', widthChars: 20, required: false },
  { key: 'territory', label: 'Mã đơn vị hành chính', widthChars: 20, required: false },
  { key: 'end', label: 'Kết thúc', widthChars: 10, required: false },
  { key: 'id', label: 'Số hệ thống', widthChars: 38, required: false },
  { key: 'oldCode', label: 'Mã định danh cũ còn mang', widthChars: 24, required: false },
  { key: 'oldCodeSource', label: 'Căn cứ của mã cũ', widthChars: 36, required: false },
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number]['key'];
/** Without these the sheet is none of ours. */
export const LIST_NEEDED: readonly ListColumn[] = ['code', 'name', 'parent'];

export const LIST_GUIDE: readonly string[] = [
  'DANH SÁCH CƠ QUAN',
  '1. Mỗi dòng một cơ quan. Thứ tự dòng không quan trọng: đơn vị trực thuộc có thể đứng trước cơ quan cấp trên.',
  '2. "Mã" là mã để gọi cơ quan: mã định danh nếu có, hoặc mã nội bộ do nơi lập danh sách đặt. Mã đã có trong cây là cơ quan đó; mã chưa có là cơ quan mới.',
  '3. "Mã cơ quan cấp trên" là mã của một cơ quan trong cây, hoặc của một dòng khác trong danh sách này.',
  '4. Ô để trống: giữ nguyên. Chỉ những gì khác với cây mới thành thay đổi.',
  '5. "Kết thúc": gõ x để kết thúc cơ quan từ ngày hiệu lực.',
  '6. "Số hệ thống" do Cổng ghi khi xuất: giữ nguyên, nhờ đó đổi được cả mã. Dòng mới để trống.',
  '7. "Mã định danh cũ còn mang": mã đã cấp trước khi sáp nhập hoặc đổi mã, nay cơ quan vẫn mang mà chưa có văn bản xác nhận lại; ghi kèm căn cứ. Mã ấy được đánh dấu chưa chắc ở mọi nơi hiện ra.',
  '8. Loại hình: CQHC, DVSN1, DVSN2, DVSN3, DVSN4, CQD, MTDT, TA_VKS, LLVT, HOI, KHAC. Cấp: TW, TINH, XA.',
];

/** The code of a scheme on a day; one that is uncertain is none. */
export const codeOn = (registry: Registry, bodyId: string, scheme: CodeScheme, on: PlainDate): string =>
  registry
    .get(bodyId)
    ?.codes.find((piece) => piece.scheme === scheme && piece.confidence !== UNCERTAIN && piece.from <= on && on < piece.to)?.code ?? '';

/** The identifier that goes on uncertain on a day, with what says so. */
export const oldCodeOn = (registry: Registry, bodyId: string, on: PlainDate): CodePiece | undefined =>
  registry
    .get(bodyId)
    ?.codes.find((piece) => piece.scheme === 'ma_dinh_danh' && piece.confidence === UNCERTAIN && piece.from <= on && on < piece.to);

/** The code by which a body is called: its identifier, one that goes on, or else ours. */
export const calledBy = (registry: Registry, bodyId: string, on: PlainDate): string =>
  codeOn(registry, bodyId, 'ma_dinh_danh', on) || oldCodeOn(registry, bodyId, on)?.code || codeOn(registry, bodyId, 'noi_bo', on);

/** Lines of a tree on a day, each parent before what is below it. */
export function linesOfTree(registry: Registry, top: string, on: PlainDate): string[][] {
  const below = new Map<string, string[]>();
  for (const [bodyId, { versions }] of registry) {
    const parentId = pieceOn(versions, on)?.parentId;
    if (parentId === undefined || parentId === null) continue;
    const own = below.get(parentId);
    if (own) own.push(bodyId);
    else below.set(parentId, [bodyId]);
  }
  const lines: string[][] = [];
  const walk = (bodyId: string): void => {
    const piece = pieceOn(registry.get(bodyId)?.versions ?? [], on);
    if (!piece) return;
    const old = oldCodeOn(registry, bodyId, on);
    const cells: Readonly<Record<ListColumn, string>> = {
      code: calledBy(registry, bodyId, on),
      name: piece.name,
      shortName: piece.shortName ?? '',
      parent: piece.parentId === null ? '' : calledBy(registry, piece.parentId, on),
      bodyKind: piece.kind,
      level: piece.level,
      identifier: codeOn(registry, bodyId, 'ma_dinh_danh', on),
      territory: codeOn(registry, bodyId, 'dvhc', on),
      end: '',
      id: bodyId,
      oldCode: old?.code ?? '',
      oldCodeSource: old?.source ?? '',
    };
    lines.push(LIST_COLUMNS.map(({ key }) => cells[key]));
    const children = below.get(bodyId) ?? [];
    for (const child of children) walk(child);
  };
  walk(top);
  return lines;
}
