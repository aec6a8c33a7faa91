/** QT02, QT03, QT05: pay rows against the pay tables, against each other, against the qualification. QT08 stands in `raise.ts`. */
import { guess, type Bilingual } from '#base/problem.ts';
import { numberWords } from '#base/vietnamese/number-words.ts';
import { showDate } from '#base/vietnamese/dates.ts';
import { codeList, entryAt } from '#standard/code-lists.ts';
import { qualificationRank } from '#standard/conditions.ts';
import { beginsOn } from '#standard/law/rules.ts';
import { lawParameter } from '#standard/law-parameters.ts';
import { type PayGroup, payGroups, payGroupsOfLevel } from '#standard/pay-table.ts';
import * as problems from '#standard/problems/rules.ts';
import { lineScalar, lineText, linesOf, textOf } from '#standard/record-access.ts';
import type { Line, RecordDocument } from '#standard/shapes.ts';
import { at, atLine, type Finding, type RuleFacts } from './finding.ts';

const payLines = ({ document }: RuleFacts): readonly Line[] => linesOf(document, 'G', 'luong') ?? [];

/** The pay rows in the order of the days they are paid from, each with its place in the document; rows without a day are left out. The order of the sheet means nothing. */
export const payLinesByDate = (document: RecordDocument): readonly { readonly line: Line; readonly index: number }[] =>
  (linesOf(document, 'G', 'luong') ?? [])
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => lineText(line, 'ngayHuong') !== '')
    .sort((a, b) => {
      const [first, second] = [lineText(a.line, 'ngayHuong'), lineText(b.line, 'ngayHuong')];
      return first < second ? -1 : first > second ? 1 : a.index - b.index;
    });

/**
 * The pay groups that a line may stand in on a day: those of its grade, else of the person's professional level (NĐ 232/2026/NĐ-CP art. 7.3);
 * empty when they cannot be told (a grade that no list knows, a group that nobody has found).
 */
function groupsOf(document: RecordDocument, line: Line, on: string): readonly PayGroup[] {
  const grade = lineText(line, 'maNgach');
  if (on === '') return [];
  if (grade === '') return payGroupsOfLevel(textOf(document, 'F', 'bacNgheNghiep'), on);
  for (const list of ['ngach_cong_chuc', 'chuc_danh_nghe_nghiep', 'bang_luong_chuc_vu']) {
    const groups = payGroups(list, grade, on);
    if (groups.length > 0) return groups;
  }
  return [];
}

/** Of the groups that a line may stand in on a day the one whose coefficient it states, else the one that is given then; null when none can be told. */
export function groupOf(document: RecordDocument, line: Line, on: string): PayGroup | null {
  const groups = groupsOf(document, line, on);
  const [step, stated] = [Number(lineScalar(line, 'bac') ?? 0), lineText(line, 'heSo')];
  return groups.find(({ coefficients }) => coefficients[step - 1] === stated) ?? groups[0] ?? null;
}

/** The grade of a line, or the level by which it is paid. */
function gradeText(document: RecordDocument, line: Line): Bilingual {
  const grade = lineText(line, 'maNgach');
  const level = textOf(document, 'F', 'bacNgheNghiep');
  return grade === '' ? { vi: `Bậc nghề nghiệp ${level}`, en: `Professional level ${level}` } : { vi: grade, en: grade };
}

/** A coefficient that fits none of the groups. A single certain group tells the figure as a guess, several certain ones are named, an uncertain one offers no figure. */
function coefficientFinding(
  fits: readonly PayGroup[],
  stated: string,
  step: number,
  grade: Bilingual,
): Pick<Finding, 'kind' | 'suggestion' | 'params'> {
  if (fits.some(({ confidence }) => confidence === 'uncertain'))
    return {
      kind: problems.payGroupUnsure,
      params: { stated: numberWords(stated), grade, groups: fits.map(({ group }) => group).join(', ') },
    };
  const [only] = fits;
  const figures = fits.map(({ coefficients }) => numberWords(coefficients[step - 1]!));
  const expected = (language: keyof Bilingual): string =>
    fits.length === 1 ? figures[0]![language] : figures.map((figure, at) => `${figure[language]} (${fits[at]!.group})`).join(', ');
  return {
    kind: problems.payCoefficient,
    ...(only && fits.length === 1 ? { suggestion: guess(only.coefficients[step - 1]!, 'law-value') } : {}),
    params: { stated: numberWords(stated), grade, step, expected: { vi: expected('vi'), en: expected('en') } },
  };
}

/** QT02: the coefficient is that of grade and step in one of the groups that may stand on the day. Source: ND 204/2004/ND-CP, tables 1–4; transitional clauses: the lists. */
export function coefficientFitsTable(facts: RuleFacts): readonly Finding[] {
  return payLines(facts).flatMap((line, index): Finding[] => {
    const on = lineText(line, 'ngayHuong');
    const step = Number(lineScalar(line, 'bac') ?? 0);
    const groups = step > 0 ? groupsOf(facts.document, line, on) : [];
    if (groups.length === 0) return [];
    const grade = gradeText(facts.document, line);
    const fits = groups.filter(({ coefficients }) => coefficients[step - 1] !== undefined);
    if (fits.length === 0) {
      // A group that is itself uncertain can only warn.
      const severity = groups.some(({ confidence }) => confidence === 'uncertain') ? { severity: 'warning' as const } : {};
      const max = Math.max(...groups.map(({ coefficients }) => coefficients.length));
      return [
        {
          kind: problems.payStep,
          on,
          at: atLine('luong', index, 'bac'),
          value: String(step),
          ...severity,
          params: { grade, step, on: showDate(on), max },
        },
      ];
    }
    const stated = lineText(line, 'heSo');
    if (stated === '' || fits.some(({ coefficients }) => coefficients[step - 1] === stated)) return [];
    return [{ on, at: atLine('luong', index, 'heSo'), value: stated, ...coefficientFinding(fits, stated, step, grade) }];
  });
}

/** The over-scale allowance is not below its first percent and stands at the last step only. Source: TT 04/2005/TT-BNV. */
export function overScaleAtLastStep(facts: RuleFacts): readonly Finding[] {
  return payLines(facts).flatMap((line, index): Finding[] => {
    const percent = Number(lineScalar(line, 'vuotKhungPct') ?? 0);
    const on = lineText(line, 'ngayHuong');
    const first = lawParameter('overScaleFirstPercent', on)?.value ?? 0;
    const group = percent > 0 ? groupOf(facts.document, line, on) : null;
    if (group === null || (percent >= first && Number(lineScalar(line, 'bac') ?? 0) === group.coefficients.length)) return [];
    return [
      {
        kind: problems.payOverScale,
        on,
        at: atLine('luong', index, 'vuotKhungPct'),
        value: String(percent),
        params: { percent, first, last: group.coefficients.length },
      },
    ];
  });
}

const MAY_FALL: ReadonlySet<string> = new Set(['XEP_LAI', 'KY_LUAT']);

/** What a pay row says beside its day; two rows of one day that say the same are one row given twice. */
const said = (line: Line): string => JSON.stringify(['maNgach', 'bac', 'heSo', 'loaiBienDong'].map((key) => lineText(line, key)));

/**
 * QT03: one row a day, and the step falls within one grade only by re-ranking or discipline. Rows are taken by their days, wherever they stand.
 * Over the day on which the pay tables began, steps were counted anew: there a fall is a warning.
 * Two different changes of one day (a raise and a change of grade) are unusual: a warning; the same row twice is an error. Source: TT 08/2013/TT-BNV.
 */
export function payRowsRise(facts: RuleFacts): readonly Finding[] {
  const found: Finding[] = [];
  const rows = facts.rowsOf('luong');
  const tablesBegan = beginsOn('coefficientFitsTable') ?? '';
  let before: { readonly line: Line; readonly index: number } | null = null;
  for (const { line, index } of payLinesByDate(facts.document)) {
    const date = lineText(line, 'ngayHuong');
    if (before && date === lineText(before.line, 'ngayHuong')) {
      found.push({
        kind: problems.payOrder,
        on: date,
        at: atLine('luong', index, 'ngayHuong'),
        value: date,
        ...(said(line) === said(before.line) ? {} : { severity: 'warning' as const }),
        params: { date: showDate(date), row: rows[before.index] ?? before.index + 1 },
      });
    } else if (before && lineText(line, 'maNgach') !== '' && lineText(line, 'maNgach') === lineText(before.line, 'maNgach')) {
      const [step, stepBefore] = [Number(lineScalar(line, 'bac') ?? 0), Number(lineScalar(before.line, 'bac') ?? 0)];
      if (step > 0 && step < stepBefore && !MAY_FALL.has(lineText(line, 'loaiBienDong'))) {
        found.push({
          kind: problems.payStepFalls,
          on: date,
          at: atLine('luong', index, 'bac'),
          value: String(step),
          ...(lineText(before.line, 'ngayHuong') < tablesBegan && date >= tablesBegan ? { severity: 'warning' as const } : {}),
          params: { before: stepBefore, step },
        });
      }
    }
    before = { line, index };
  }
  return found;
}

/** What a pay group asks for on a day, as the order of `trinh_do_chuyen_mon`: A1 and above a university degree, A0 a college one; null when nothing. */
const neededFor = (group: string, on: string): number | null =>
  /^A[123]/.test(group)
    ? (lawParameter('educationRankOfGroupA', on)?.value ?? null)
    : group === 'A0'
      ? (lawParameter('educationRankOfGroupA0', on)?.value ?? null)
      : null;

/** The qualification of that order, by its name. */
const qualificationOf = (rank: number): Bilingual => {
  const entry = codeList('trinh_do_chuyen_mon').entries.find(({ attributes }) => attributes['thu_tu'] === rank);
  return { vi: entry?.name ?? String(rank), en: entry?.nameEn ?? String(rank) };
};
const namedQualification = (code: string, on: string): Bilingual => {
  const entry = entryAt('trinh_do_chuyen_mon', code, on) ?? codeList('trinh_do_chuyen_mon').entries.find((one) => one.code === code);
  return { vi: entry?.name ?? code, en: entry?.nameEn ?? code };
};

/** QT05: the present grade against the highest qualification; a warning, since old records were graded by older rules. Source: TT 2/2021/TT-BNV. */
export function gradeFitsQualification(facts: RuleFacts): readonly Finding[] {
  const qualification = textOf(facts.document, 'I', 'chuyenMonCaoNhat');
  const latest = payLines(facts).reduce<Line | null>(
    (last, line) => (lineText(line, 'ngayHuong') > lineText(last, 'ngayHuong') ? line : last),
    null,
  );
  if (qualification === '' || latest === null) return [];
  const on = lineText(latest, 'ngayHuong');
  const group = groupOf(facts.document, latest, on);
  const needed = group && neededFor(group.group, on);
  if (!needed || qualificationRank(qualification) >= needed) return [];
  return [
    {
      kind: problems.gradeEducation,
      on,
      at: at('chuyenMonCaoNhat'),
      value: qualification,
      params: {
        grade: gradeText(facts.document, latest),
        group: group.group,
        needed: qualificationOf(needed),
        stated: namedQualification(qualification, on),
      },
    },
  ];
}
