/** Order of dates within a record and within a line, and ages: what the dictionary asks beside the 12 rules. */
import { numberWords } from '#base/vietnamese/number-words.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { Bilingual, ProblemKind, Severity } from '#base/problem.ts';
import { addMonths, earliestDay, latestDay, showDate } from '#base/vietnamese/dates.ts';
import { codeList } from '#standard/code-lists.ts';
import { FIELDS, fieldByKey, GROUPS, leavesOf, SECTIONS } from '#standard/dictionary.ts';
import { LINE_SPANS } from '#standard/line-spans.ts';
import { lawParameter, type LawParameterKey } from '#standard/law-parameters.ts';
import { cardTooEarly, dateOrder, endBeforeStart, tooYoung, unusualAge, yearFuture } from '#standard/problems/dates.ts';
import { lineTwice } from '#standard/problems/missing.ts';
import { ratingPoints } from '#standard/problems/rules.ts';
import { endOfPeriod, startOfPeriod } from '#standard/rated-period.ts';
import { lineText, linesOf, partText, textOf } from '#standard/record-access.ts';
import type { Section } from '#standard/field-shape.ts';
import type { GroupCode, Line } from '#standard/shapes.ts';
import { at, atLine, type Finding, type RuleFacts } from './finding.ts';

/** earlier field, later field */
const ORDERS: readonly (readonly [string, string])[] = [
  ['ngayCapCccd', 'ngayHetHanCccd'],
  ['ngayNhapNgu', 'ngayXuatNgu'],
  ['ngayVaoDang', 'ngayRaDang'],
  ['ngayTuyenDungLanDau', 'ngayVaoCoQuanHienTai'],
  ['ngayBoNhiem', 'ngayBoNhiemLai'],
];
/**
 * Later fields that may come first in a life: a contract in the same body before the recruitment, a second admission to the Party, a second
 * service in the army. Unusual, so a warning.
 */
const MAY_COME_FIRST: ReadonlySet<string> = new Set(['ngayVaoCoQuanHienTai', 'ngayRaDang', 'ngayXuatNgu']);

const field = (key: string) => {
  const found = fieldByKey(key);
  if (!found) throw new Error(`no field ${key}`);
  return found;
};
const orders = ORDERS.map(([earlier, later]) => [field(earlier), field(later)] as const);
const spans = LINE_SPANS.map(({ section, start, end }) => ({ section: SECTIONS.find((one) => one.key === section)!, start, end }));

/** Of two single-valued dates the later one does not come first. Partial dates are given the benefit of the doubt. */
export function datesInOrder({ document }: RuleFacts): readonly Finding[] {
  return orders.flatMap(([earlier, later]): Finding[] => {
    const [first, second] = [textOf(document, earlier.group, earlier.key), textOf(document, later.group, later.key)];
    if (first === '' || second === '' || latestDay(second) >= earliestDay(first)) return [];
    return [
      {
        kind: dateOrder,
        on: latestDay(second),
        at: at(later.key),
        value: second,
        ...(MAY_COME_FIRST.has(later.key) ? { severity: 'warning' as const } : {}),
        params: order(earlier.label, later.label, first, second),
      },
    ];
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
          kind: endBeforeStart,
          on: latestDay(to),
          at: atLine(section.key, index, end),
          value: to,
          params: { start: showDate(from), end: showDate(to) },
        },
      ];
    }),
  );
}

const order = (earlier: Bilingual, later: Bilingual, first: string, second: string) => ({
  later,
  laterDate: showDate(second),
  earlier,
  earlierDate: showDate(first),
});

/**
 * In a pay row the counting date is not after the date it is paid from, and nobody is paid before being recruited. Both are warnings: time on
 * probation is paid and not counted (TT 08/2013/TT-BNV art. 2), and service elsewhere counts.
 */
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
              kind: dateOrder,
              on: paidFrom,
              at: atLine('luong', index, 'mocTinhNangBac'),
              value: countedFrom,
              severity: 'warning' as const,
              params: order(counting, paid, countedFrom, paidFrom),
            },
          ]
        : []),
      ...(recruitedOn > paidFrom
        ? [
            {
              kind: dateOrder,
              on: paidFrom,
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

/** Points reach what the rating asks for (`diem_tu` of its list), in periods that are rated by points: a warning. */
export function pointsFitRating({ document }: RuleFacts): readonly Finding[] {
  return (linesOf(document, 'N', 'danhGia') ?? []).flatMap((line, index): Finding[] => {
    const [points, rating, period] = [lineText(line, 'diem'), lineText(line, 'xepLoai'), lineText(line, 'ky')];
    const entry = codeList('xep_loai_danh_gia').entries.find((one) => one.code === rating);
    const needed = entry?.attributes['diem_tu'];
    if (points === '' || period === '' || typeof needed !== 'number' || Number(points) >= needed) return [];
    return [
      {
        kind: ratingPoints,
        on: endOfPeriod(period),
        at: atLine('danhGia', index, 'diem'),
        value: points,
        params: { points: numberWords(points), needed, rating: { vi: entry!.name, en: entry!.nameEn ?? rating } },
      },
    ];
  });
}

const birthdayOf = (birth: string, years: number): string => addMonths(earliestDay(birth), years * 12);
/** An age that the law, or our habit, asks for on a day; null when none did. */
const years = (key: LawParameterKey, on: string): number | null => lawParameter(key, on)?.value ?? null;

/** A date that comes before the age asked for on it. */
function tooEarly(kind: ProblemKind, key: LawParameterKey, field: string, date: string, birth: string, severity?: Severity): Finding[] {
  const needed = date === '' ? null : years(key, date);
  if (needed === null || date >= birthdayOf(birth, needed)) return [];
  return [
    { kind, on: date, at: at(field), value: date, params: { date: showDate(date), years: needed }, ...(severity ? { severity } : {}) },
  ];
}

/** Ages at birth-bound dates; each age is a parameter of the law with its dates. */
export function agesAreLikely({ document, today, asOf }: RuleFacts): readonly Finding[] {
  const birth = textOf(document, 'B', 'ngaySinh');
  if (birth === '') return [];
  const found: Finding[] = [];
  const age = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  const [min, max] = [years('usualAgeYearsMin', asOf) ?? 0, years('usualAgeYearsMax', asOf) ?? Infinity];
  if (age < min || age > max) found.push({ kind: unusualAge, on: asOf, at: at('ngaySinh'), value: birth, params: { age, min, max } });
  const on = (group: GroupCode, key: string): string => textOf(document, group, key);
  return [
    ...found,
    ...tooEarly(tooYoung, 'partyAdmissionAgeYearsMin', 'ngayVaoDang', on('D', 'ngayVaoDang'), birth),
    // A warning: the arts, culture and sport recruit from 15 (Law on Public Employees art. 22).
    ...tooEarly(tooYoung, 'recruitmentAgeYearsMin', 'ngayTuyenDungLanDau', on('E', 'ngayTuyenDungLanDau'), birth, 'warning'),
    ...tooEarly(cardTooEarly, 'identityCardAgeYearsMin', 'ngayCapCccd', on('B', 'ngayCapCccd'), birth),
  ];
}

interface YearField {
  readonly group: GroupCode;
  readonly section: string | null;
  readonly key: string;
}
/** Every field that is a year of something past (`pastYear`), and the period of a rating, which begins before it is rated. */
const PAST_YEARS: readonly YearField[] = [
  ...GROUPS.flatMap(({ code }) =>
    [null, ...SECTIONS.filter(({ group }) => group === code).map(({ key }) => key)].flatMap((section) =>
      leavesOf(FIELDS, code, section)
        .filter(({ kind }) => kind.name === 'integer' && kind.pastYear)
        .map(({ key }): YearField => ({ group: code, section, key })),
    ),
  ),
  { group: 'N', section: 'danhGia', key: 'ky' },
];

/** A year that has not come yet, of something that is past: a warning, as the year alone is no proof of a slip of the hand. */
export function yearsNotAhead({ document, today, asOf }: RuleFacts): readonly Finding[] {
  const ahead = (value: string): boolean => /^\d{4}/.test(value) && startOfPeriod(value) > today;
  const report = (value: string, place: Finding['at']): Finding => ({
    kind: yearFuture,
    on: asOf,
    at: place,
    value,
    params: { year: value, today: showDate(today) },
  });
  return PAST_YEARS.flatMap(({ group, section, key }): Finding[] => {
    if (section === null) {
      const value = textOf(document, group, key);
      return ahead(value) ? [report(value, at(key))] : [];
    }
    return (linesOf(document, group, section) ?? []).flatMap((line, index): Finding[] => {
      const value = lineText(line, key);
      return ahead(value) ? [report(value, atLine(section, index, key))] : [];
    });
  });
}

/** What tells two lines of a section apart, as one text; null for a line that does not say the first part of it. */
const keyOfLine = (section: Section, line: Line): string | null => {
  const parts = section.naturalKey.map((key) => partText(line, key));
  return parts[0] === '' ? null : parts.join('\u0000');
};

/** Are two lines of a section one fact? `perhaps`: it tells its lines apart by the decision, which neither states, and they differ. */
export function sameFact(section: Section, line: Line, other: Line): 'yes' | 'perhaps' | 'no' {
  const key = keyOfLine(section, line);
  if (key === null || key !== keyOfLine(section, other)) return 'no';
  const proof = section.naturalKey.find((one) => one.includes('.so'));
  return proof !== undefined && partText(line, proof) === '' && withoutId(line) !== withoutId(other) ? 'perhaps' : 'yes';
}

/** The order of pay rows of one day is QT03's to tell. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(['luong']);
const withoutId = ({ dong: _dong, ...rest }: Line): string => canonicalJson(rest);

/**
 * Two lines of one person with the same natural key. The same line twice, or one decision twice, is an error. Where a section tells its
 * lines apart by the decision and neither line states one, they may be two: a warning.
 */
export function noLineTwice({ document, rowsOf, asOf }: RuleFacts): readonly Finding[] {
  return SECTIONS.filter((section) => !TOLD_ELSEWHERE.has(section.key)).flatMap((section) => {
    const lines = linesOf(document, section.group, section.key) ?? [];
    if (lines.length < 2) return [];
    const seen = new Map<string, number>();
    return lines.flatMap((line, index): Finding[] => {
      const key = keyOfLine(section, line);
      if (key === null) return [];
      const before = seen.get(key);
      if (before === undefined) {
        seen.set(key, index);
        return [];
      }
      return [
        {
          kind: lineTwice,
          on: asOf,
          at: atLine(section.key, index, section.naturalKey[0]!),
          ...(sameFact(section, line, lines[before]!) === 'perhaps' ? { severity: 'warning' as const } : {}),
          params: { row: rowsOf(section.key)[before] ?? before + 1, key: key.split('\u0000').filter(Boolean).join(' · ') },
        },
      ];
    });
  });
}
