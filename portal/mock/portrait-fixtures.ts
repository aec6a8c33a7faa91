/** What the mock answers about portraits: drawn people, and pictures with the usual mistakes. Never shipped. */
import { silhouette } from '#start/demo/silhouettes.ts';
import type * as S from '#portal/api/generated/api.ts';
import { both } from './both.ts';
import { BY_ROLE } from './may.ts';
import { parts, step } from './parts.ts';

/** A picture as the server sends it, here as a drawing. */
export const drawing = (which: number): string => silhouette({ male: which % 3 === 1, variant: which });

export const PORTRAITS_SENT: S.SubmissionSummary = {
  id: 's-anh',
  kind: 'portraits',
  uploadNumber: 'TL-2026-000121',
  round: 1,
  bodyId: 'b2',
  bodyName: 'Trường THPT Nguyễn Trãi',
  fileName: 'anh-chan-dung-giao-vien.zip',
  state: 'checked',
  createdAt: '2026-11-24T03:10:00Z',
  counts: { received: 36, accepted: 31, rejected: 5, waiting: 0, warnings: 2 },
  parts: parts({ valid: 31, toCorrect: 5 }),
  steps: [step('correct', 5), step('send', 31)],
  may: BY_ROLE,
};

export const PORTRAITS_IGNORED: readonly S.Ignored[] = [
  {
    kind: 'file',
    sheet: '__MACOSX/anh/._000•••••0012.jpg',
    row: null,
    column: null,
    why: both(
      'tệp do máy tính tự tạo (macOS hoặc Windows), không phải ảnh nên không được đọc',
      'made by the computer itself: it was not read',
    ),
  },
];

const NAMES = ['Nguyễn Thị Hòa', 'Trần Văn Dũng', 'Lò Thị Pâng', 'H’Bia Niê', 'Đặng Quốc Bảo', 'Phan Thị Ngọc Ánh'];
export const SENT_PORTRAITS: readonly S.SentPortrait[] = Array.from({ length: 31 }, (_, index) => ({
  line: index + 1,
  name: NAMES[index % NAMES.length]!,
  kind: index % 7 === 6 ? 'unchanged' : 'changed',
}));

interface Kind {
  readonly code: string;
  readonly severity: S.Severity;
  readonly title: S.Bilingual;
  readonly next: S.Bilingual;
  readonly cells: readonly (readonly [place: number, file: string, name: string | null])[];
}

const KINDS: readonly Kind[] = [
  {
    code: 'E-PORTRAIT-NAME',
    severity: 'error',
    title: both('Đặt tên ảnh bằng số định danh', 'Name pictures by citizen number'),
    next: both(
      'Đổi tên tệp thành đúng 12 số, không thêm chữ hay dấu (ví dụ: 000190000012.jpg), rồi gửi lại.',
      'Rename the file to the 12 digits.',
    ),
    cells: [
      [3, 'anh/Nguyễn Văn Mẫu.jpg', null],
      [9, 'anh/IMG_2041.jpg', null],
    ],
  },
  {
    code: 'E-PORTRAIT-TOO-SMALL',
    severity: 'error',
    title: both('Ảnh quá nhỏ', 'Picture too small'),
    next: both('Dùng ảnh gốc, không dùng ảnh thu nhỏ hay ảnh chụp lại màn hình.', 'Use the original.'),
    cells: [[14, 'anh/000190000031.jpg', 'Bùi Xuân Trường']],
  },
  {
    code: 'E-PORTRAIT-NO-PERSON',
    severity: 'error',
    title: both('Ảnh của người chưa có hồ sơ', 'Pictures of people without a record'),
    next: both(
      'Kiểm tra lại số. Nếu số đúng, gửi hồ sơ (biểu mẫu Excel) của người này trước, chờ xác nhận rồi gửi ảnh.',
      'Send the record first.',
    ),
    cells: [
      [21, 'anh/000199999999.jpg', null],
      [22, 'anh/000199999998.jpg', null],
    ],
  },
  {
    code: 'E-PORTRAIT-CROPPED',
    severity: 'warning',
    title: both('Ảnh bị cắt nhiều', 'Much was cropped away'),
    next: both('Xem ảnh đã cắt ở phần xem trước: khuôn mặt phải đủ và ở giữa.', 'Look at the preview.'),
    cells: [
      [5, 'anh/000190000015.jpg', 'Đặng Quốc Bảo'],
      [6, 'anh/000190000016.jpg', 'Phan Thị Ngọc Ánh'],
    ],
  },
];

export const portraitProblemGroups = (): S.ProblemGroup[] =>
  KINDS.map(({ code, severity, title, cells }) => ({ code, severity, title, count: cells.length, people: cells.length, suggested: 0 }));

export const portraitProblems = (code: string | undefined): S.CellProblem[] => {
  const kind = KINDS.find((one) => one.code === code) ?? KINDS[0]!;
  return kind.cells.map(([place, file, name]) => ({
    id: place,
    code: kind.code,
    severity: kind.severity,
    sheet: null,
    row: place,
    column: null,
    field: 'anh4x6',
    value: file,
    given: both(file, file),
    message: kind.title,
    next: kind.next,
    label: null,
    suggestion: null,
    candidates: [],
    proposed: null,
    personName: name ?? '',
    tail: null,
  }));
};

const HAS = both('Có tệp', 'File');
const LABEL = both('Ảnh chân dung (4x6; thẻ 3x4)', 'Portrait photograph (4x6; 3x4 for the card)');

export const comparedPortraits = (): S.ComparedPerson[] =>
  SENT_PORTRAITS.map(({ line, name, kind }) => ({
    personId: `p${line}`,
    name,
    kind,
    row: null,
    line,
    groups:
      kind === 'unchanged'
        ? []
        : [{ group: 'A', changes: [{ field: 'anh4x6', label: LABEL, line: null, from: line % 4 === 0 ? null : HAS, to: HAS }] }],
  }));

/** A person of the queue of whom only the portrait is sent. */
export const shownPortrait = (personId: string): S.PresentedPerson => ({
  personId,
  submissionId: PORTRAITS_SENT.id,
  name: NAMES[1]!,
  body: 'Trường THPT Nguyễn Trãi',
  shownHash: 'b'.repeat(64),
  may: BY_ROLE,
  mine: false,
  declared: false,
  papers: [],
  accepted: [],
  matchResult: { level: 'KHOP', fields: {} },
  problems: [],
  groups: [
    {
      group: 'A',
      title: both('Quản lý hồ sơ', 'Record and staff identity'),
      itemId: `${personId}-A`,
      fileOfRound: null,
      state: 'awaiting-confirmation',
      compared: 0,
      validFrom: '2026-11-24',
      mayConfirm: true,
      beside: [],
      fields: [
        {
          field: 'anh4x6',
          label: LABEL,
          line: null,
          from: personId === 'p-new' ? null : HAS,
          to: HAS,
          changed: true,
          match: null,
          problems: [],
        },
      ],
    },
  ],
});
