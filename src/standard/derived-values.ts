/**
 * Values that nobody states: computed from the others when a record is shown (`suppliedBy: 'derived'` in the dictionary). Never stored.
 * A value whose facts are missing is not there; one that cannot be told (an elected post, the last step) neither.
 * Sources: the next raise is that of QT08 (`raise-due.ts`); retirement ND 135/2020/ND-CP art. 4; the end of a discipline: `discipline-end.ts`.
 * The fields of the card (group W) are made when a card is issued, not here.
 */
import type { PlainDate } from '#base/clock.ts';
import { nameParts } from '#base/vietnamese/names.ts';
import { codeList, entryAt } from './code-lists.ts';
import { disciplineEnd, isInForce } from './discipline-end.ts';
import { isAbsent, lineText, linesOf, scalarOf, textOf } from './record-access.ts';
import { expectedRaise } from './raise-due.ts';
import { normalRetirement } from './retirement-age.ts';
import type { FieldValue, Line, RecordDocument } from './shapes.ts';

/** Lists that a grade may come from, as in the dictionary's `luong.maNgach`. */
const GRADE_LISTS = ['ngach_cong_chuc', 'chuc_danh_nghe_nghiep', 'bang_luong_chuc_vu'] as const;

function nameOfGrade(grade: string, on: PlainDate): string | null {
  for (const list of GRADE_LISTS) {
    // A pay row outlives its code: one that has ended is still called by its name.
    const entry = entryAt(list, grade, on) ?? codeList(list).entries.find(({ code }) => code === grade);
    if (entry) return entry.name;
  }
  return null;
}

/** Is the person in service on a day, as far as the record tells? Nobody who has left rises or retires. */
export function isInService(document: RecordDocument, on: PlainDate): boolean {
  const state = textOf(document, 'A', 'trangThaiCongTac');
  return state === '' || entryAt('trang_thai_cong_tac', state, on)?.attributes['dang_quan_ly'] !== false;
}

function payLines(document: RecordDocument, on: PlainDate): readonly Line[] | null {
  const lines = linesOf(document, 'G', 'luong');
  if (!lines) return null;
  const standing = lines.reduce<Line | null>((latest, line) => {
    const day = lineText(line, 'ngayHuong');
    return day !== '' && day <= on && (latest === null || day >= lineText(latest, 'ngayHuong')) ? line : latest;
  }, null);
  return lines.map((line) => {
    const name = nameOfGrade(lineText(line, 'maNgach'), lineText(line, 'ngayHuong') || on);
    const raise = line === standing && isInService(document, on) ? expectedRaise(document, line) : null;
    return { ...line, ...(name === null ? {} : { tenNgach: name }), ...(raise === null ? {} : { ngayNangBacDuKien: raise }) };
  });
}

/** Each discipline with the day on which it ends, and whether it holds on the day shown. */
function disciplines(document: RecordDocument, on: PlainDate): readonly Line[] | null {
  const lines = linesOf(document, 'P', 'kyLuat');
  if (!lines) return null;
  return lines.map((line) => {
    const { endsOn } = disciplineEnd(line, lines);
    const inForce = isInForce(line, lines, on);
    return {
      ...line,
      ...(endsOn === null ? {} : { hetHieuLucTheoLuat: endsOn }),
      ...(inForce === null ? {} : { conHieuLuc: inForce }),
    };
  });
}

/** Posts that the person is planned for today; decisions by number only (group M keeps the rest). */
function plannedPosts(document: RecordDocument): readonly Line[] | null {
  const lines = linesOf(document, 'M', 'quyHoach')?.filter((line) => lineText(line, 'trangThai') === 'TRONG') ?? [];
  if (lines.length === 0) return null;
  return lines.map((line) => {
    const decision = line['quyetDinh'];
    const number = typeof decision === 'object' && !isAbsent(decision) ? decision['so'] : undefined;
    return {
      chucDanh: line['chucDanh'] as FieldValue,
      ...(line['giaiDoan'] === undefined ? {} : { giaiDoan: line['giaiDoan'] }),
      ...(number === undefined ? {} : { soQuyetDinh: number }),
    };
  });
}

/** The first day of retirement under normal conditions; null when sex or birth is not known, or the person has left. */
export function expectedRetirement(document: RecordDocument, on: PlainDate): PlainDate | null {
  const sex = scalarOf(document, 'B', 'gioiTinh');
  const birth = textOf(document, 'B', 'ngaySinh');
  const leaves = textOf(document, 'V', 'thoiViec.ngay');
  if ((sex !== '1' && sex !== '2') || birth === '' || leaves !== '' || !isInService(document, on)) return null;
  return normalRetirement(sex, birth).retiresFrom;
}

/**
 * The record with its derived values laid over it.
 *
 * @param on  the day for which the record is read: names of codes and the standing pay line are those of that day
 */
export function withDerivedValues(document: RecordDocument, on: PlainDate): RecordDocument {
  const fullName = textOf(document, 'B', 'hoTenKhaiSinh');
  const { family, middle, given } = nameParts(fullName);
  const surnames = [family, middle].filter(Boolean).join(' ');
  const lines = payLines(document, on);
  const planned = plannedPosts(document);
  const retires = expectedRetirement(document, on);
  const punished = disciplines(document, on);
  return {
    ...document,
    ...(fullName === '' ? {} : { B: { ...document.B, ...(surnames === '' ? {} : { hoDem: surnames }), ten: given } }),
    ...(planned === null ? {} : { F: { ...document.F, duocQuyHoach: planned } }),
    ...(punished === null ? {} : { P: { ...document.P, kyLuat: punished } }),
    ...(lines === null ? {} : { G: { ...document.G, luong: lines } }),
    ...(retires === null ? {} : { V: { ...document.V, ngayNghiHuuDuKien: retires } }),
  };
}
