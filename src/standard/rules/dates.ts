/** Order of dates within a record and within a line, and ages: what the dictionary asks beside the 12 rules. */
import { addMonths, earliestDay, latestDay, showDate } from '#base/vietnamese/dates.ts';
import { codeList } from '#standard/code-lists.ts';
import { fieldByKey, SECTIONS } from '#standard/dictionary.ts';
import * as problems from '#standard/problems.ts';
import { lineText, linesOf, lineScalar, textOf } from '#standard/record-access.ts';
import { at, atLine, type Finding, type RuleFacts } from './finding.ts';

/** earlier field, later field */
const ORDERS: readonly (readonly [string, string])[] = [
  ['ngayCapCccd', 'ngayHetHanCccd'],
  ['ngayNhapNgu', 'ngayXuatNgu'],
  ['ngayVaoDang', 'ngayRaDang'],
  ['ngayTuyenDungLanDau', 'ngayVaoCoQuanHienTai'],
  ['ngayBoNhiem', 'ngayBoNhiemLai'],
];
/** section, start, end of a line */
const SPANS: readonly (readonly [string, string, string])[] = [
  ['toChucCtxh', 'tuNgay', 'denNgay'],
  ['hopDong', 'tuNgay', 'denNgay'],
  ['phuCap', 'tuNgay', 'denNgay'],
  ['ngoaiNgu', 'ngayCap', 'hetHan'],
  ['daoTao', 'tuThang', 'denThang'],
  ['congTac', 'tuThang', 'denThang'],
  ['boNhiem', 'tuNgay', 'denNgay'],
  ['kyLuat', 'ngayHieuLuc', 'ngayHetHieuLuc'],
  ['lichSu.biBatTu', 'tuNgay', 'denNgay'],
  ['lichSu.cheDoCu', 'tuNgay', 'denNgay'],
];

const field = (key: string) => {
  const found = fieldByKey(key);
  if (!found) throw new Error(`no field ${key}`);
  return found;
};
const orders = ORDERS.map(([earlier, later]) => [field(earlier), field(later)] as const);
const spans = SPANS.map(([section, start, end]) => ({ section: SECTIONS.find((one) => one.key === section)!, start, end }));

/** Of two single-valued dates the later one does not come first. Partial dates are given the benefit of the doubt. */
export function datesInOrder({ document }: RuleFacts): readonly Finding[] {
  return orders.flatMap(([earlier, later]): Finding[] => {
    const [first, second] = [textOf(document, earlier.group, earlier.key), textOf(document, later.group, later.key)];
    if (first === '' || second === '' || latestDay(second) >= earliestDay(first)) return [];
    return [{ kind: problems.dateOrder, at: at(later.key), value: second, params: order(earlier.label, later.label, first, second) }];
  });
}

/** A line does not end before it begins. */
export function linesEndAfterStart({ document }: RuleFacts): readonly Finding[] {
  return spans.flatMap(({ section, start, end }) =>
    (linesOf(document, section.group, section.key) ?? []).flatMap((line, index): Finding[] => {
      const [from, to] = [lineText(line, start), lineText(line, end)];
      if (from === '' || to === '' || latestDay(to) >= earliestDay(from)) return [];
      return [
        {
          kind: problems.endBeforeStart,
          at: atLine(section.key, index, end),
          value: to,
          params: { start: showDate(from), end: showDate(to) },
        },
      ];
    }),
  );
}

const order = (
  earlier: { readonly vi: string; readonly en: string },
  later: { readonly vi: string; readonly en: string },
  first: string,
  second: string,
) => ({
  later: later.vi,
  laterEn: later.en,
  laterDate: showDate(second),
  earlier: earlier.vi,
  earlierEn: earlier.en,
  earlierDate: showDate(first),
});

/** In a pay row the counting date is not after the date it is paid from, and nobody is paid before being recruited (a warning: service elsewhere counts). */
export function payDatesInOrder({ document }: RuleFacts): readonly Finding[] {
  const [counting, paid, recruited] = [
    field('luong.mocTinhNangBac').label,
    field('luong.ngayHuong').label,
    field('ngayTuyenDungLanDau').label,
  ];
  const recruitedOn = textOf(document, 'E', 'ngayTuyenDungLanDau');
  return (linesOf(document, 'G', 'luong') ?? []).flatMap((line, index): Finding[] => {
    const [countedFrom, paidFrom] = [lineText(line, 'mocTinhNangBac'), lineText(line, 'ngayHuong')];
    if (paidFrom === '') return [];
    return [
      ...(countedFrom > paidFrom
        ? [
            {
              kind: problems.dateOrder,
              at: atLine('luong', index, 'mocTinhNangBac'),
              value: countedFrom,
              params: order(counting, paid, countedFrom, paidFrom),
            },
          ]
        : []),
      ...(recruitedOn > paidFrom
        ? [
            {
              kind: problems.dateOrder,
              at: atLine('luong', index, 'ngayHuong'),
              value: paidFrom,
              severity: 'warning' as const,
              params: order(recruited, paid, recruitedOn, paidFrom),
            },
          ]
        : []),
    ];
  });
}

/** Points reach what the rating asks for (`diem_tu` of its list). Source: ND 335/2025/ND-CP (found, thin): a warning. */
export function pointsFitRating({ document }: RuleFacts): readonly Finding[] {
  return (linesOf(document, 'N', 'danhGia') ?? []).flatMap((line, index): Finding[] => {
    const [points, rating] = [lineText(line, 'diem'), lineText(line, 'xepLoai')];
    const needed = codeList('xep_loai_danh_gia').entries.find((entry) => entry.code === rating)?.attributes['diem_tu'];
    if (points === '' || typeof needed !== 'number' || Number(points) >= needed) return [];
    return [{ kind: problems.ratingPoints, at: atLine('danhGia', index, 'diem'), value: points, params: { points, needed, rating } }];
  });
}

const birthdayOf = (birth: string, years: number): string => addMonths(earliestDay(birth), years * 12);

/** Ages at birth-bound dates. Source: Law on Cadres and Civil Servants art. 36; Party statutes art. 1; Law 26/2023/QH15 art. 19. */
export function agesAreLikely({ document, today }: RuleFacts): readonly Finding[] {
  const birth = textOf(document, 'B', 'ngaySinh');
  if (birth === '') return [];
  const found: Finding[] = [];
  const age = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  if (age < 15 || age > 75) found.push({ kind: problems.unusualAge, at: at('ngaySinh'), value: birth, params: { age } });
  const party = textOf(document, 'D', 'ngayVaoDang');
  if (party !== '' && party < birthdayOf(birth, 18))
    found.push({ kind: problems.tooYoung, at: at('ngayVaoDang'), value: party, params: { date: showDate(party), years: 18 } });
  const recruited = textOf(document, 'E', 'ngayTuyenDungLanDau');
  // A warning: the arts, culture and sport recruit from 15 (Law on Public Employees art. 22).
  if (recruited !== '' && recruited < birthdayOf(birth, 18)) {
    found.push({
      kind: problems.tooYoung,
      at: at('ngayTuyenDungLanDau'),
      value: recruited,
      severity: 'warning',
      params: { date: showDate(recruited), years: 18 },
    });
  }
  const card = textOf(document, 'B', 'ngayCapCccd');
  if (card !== '' && card < birthdayOf(birth, 14))
    found.push({ kind: problems.cardTooEarly, at: at('ngayCapCccd'), value: card, params: { date: showDate(card) } });
  return found;
}

/** Sections whose lines may share a key (a career has several entries of one month), or whose order is another rule's. */
const MAY_REPEAT: ReadonlySet<string> = new Set(['luong', 'congTac']);

/** Two lines of one person with the same natural key. */
export function noLineTwice({ document, rowsOf }: RuleFacts): readonly Finding[] {
  return SECTIONS.filter((section) => !MAY_REPEAT.has(section.key)).flatMap((section) => {
    const lines = linesOf(document, section.group, section.key) ?? [];
    if (lines.length < 2) return [];
    const seen = new Map<string, number>();
    return lines.flatMap((line, index): Finding[] => {
      const parts = section.naturalKey.map((key) => String(lineScalar(line, key) ?? ''));
      const key = parts.join(' · ');
      if (parts[0] === '') return [];
      const before = seen.get(key);
      if (before === undefined) {
        seen.set(key, index);
        return [];
      }
      return [
        {
          kind: problems.lineTwice,
          at: atLine(section.key, index, section.naturalKey[0]!),
          params: { row: rowsOf(section.key)[before] ?? before + 1, key },
        },
      ];
    });
  });
}
