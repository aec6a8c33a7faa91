/** QT02, QT03, QT05, QT08: pay rows against the pay tables, against each other, against qualification and discipline. */
import { addMonths, showDate } from '#base/vietnamese/dates.ts';
import { entryAt } from '#standard/code-lists.ts';
import { qualificationRank } from '#standard/conditions.ts';
import { payGroup, type PayGroup } from '#standard/pay-table.ts';
import * as problems from '#standard/problems.ts';
import { lineScalar, lineText, linesOf, textOf } from '#standard/record-access.ts';
import type { Line } from '#standard/shapes.ts';
import { at, atLine, type Finding, type RuleFacts } from './finding.ts';

const payLines = ({ document }: RuleFacts): readonly Line[] => linesOf(document, 'G', 'luong') ?? [];

/** The pay group of a line's grade on the day it is paid from; null when it cannot be told. */
function groupOf(line: Line, on: string): PayGroup | null {
  const grade = lineText(line, 'maNgach');
  if (grade === '' || on === '') return null;
  return (
    payGroup('ngach_cong_chuc', grade, on) ?? payGroup('chuc_danh_nghe_nghiep', grade, on) ?? payGroup('bang_luong_chuc_vu', grade, on)
  );
}

/** QT02: the coefficient equals that of grade and step in the table of the day. Source: ND 204/2004/ND-CP, tables 1–4. */
export function coefficientFitsTable(facts: RuleFacts): readonly Finding[] {
  return payLines(facts).flatMap((line, index): Finding[] => {
    const on = lineText(line, 'ngayHuong');
    const step = Number(lineScalar(line, 'bac') ?? 0);
    const group = step > 0 ? groupOf(line, on) : null;
    if (group === null) return [];
    // A group that is itself uncertain can only warn.
    const severity = group.confidence === 'uncertain' ? { severity: 'warning' as const } : {};
    const grade = lineText(line, 'maNgach');
    const expected = group.coefficients[step - 1];
    if (expected === undefined) {
      return [
        {
          kind: problems.payStep,
          at: atLine('luong', index, 'bac'),
          value: String(step),
          ...severity,
          params: { grade, step, on: showDate(on), max: group.coefficients.length },
        },
      ];
    }
    const stated = lineText(line, 'heSo');
    if (stated === '' || stated === expected) return [];
    return [
      {
        kind: problems.payCoefficient,
        at: atLine('luong', index, 'heSo'),
        value: stated,
        ...severity,
        suggestion: { value: expected, confidence: 0.7 },
        params: { stated, grade, step, expected },
      },
    ];
  });
}

/** The over-scale allowance is 5 % or more and stands at the last step only. Source: TT 04/2005/TT-BNV. */
export function overScaleAtLastStep(facts: RuleFacts): readonly Finding[] {
  return payLines(facts).flatMap((line, index): Finding[] => {
    const percent = Number(lineScalar(line, 'vuotKhungPct') ?? 0);
    const group = percent > 0 ? groupOf(line, lineText(line, 'ngayHuong')) : null;
    if (group === null || (percent >= 5 && Number(lineScalar(line, 'bac') ?? 0) === group.coefficients.length)) return [];
    return [
      {
        kind: problems.payOverScale,
        at: atLine('luong', index, 'vuotKhungPct'),
        value: String(percent),
        params: { percent, last: group.coefficients.length },
      },
    ];
  });
}

const MAY_FALL: ReadonlySet<string> = new Set(['XEP_LAI', 'KY_LUAT']);

/** QT03: each row is paid from a later day than the one before; the step falls within one grade only by re-ranking or discipline. Source: TT 08/2013/TT-BNV. */
export function payRowsRise(facts: RuleFacts): readonly Finding[] {
  const found: Finding[] = [];
  let before: Line | null = null;
  for (const [index, line] of payLines(facts).entries()) {
    const [date, dateBefore] = [lineText(line, 'ngayHuong'), lineText(before, 'ngayHuong')];
    if (date !== '' && dateBefore !== '' && date <= dateBefore) {
      found.push({
        kind: problems.payOrder,
        at: atLine('luong', index, 'ngayHuong'),
        value: date,
        params: { date: showDate(date), before: showDate(dateBefore) },
      });
    } else if (lineText(line, 'maNgach') !== '' && lineText(line, 'maNgach') === lineText(before, 'maNgach')) {
      const [step, stepBefore] = [Number(lineScalar(line, 'bac') ?? 0), Number(lineScalar(before, 'bac') ?? 0)];
      if (step > 0 && step < stepBefore && !MAY_FALL.has(lineText(line, 'loaiBienDong'))) {
        found.push({
          kind: problems.payStepFalls,
          at: atLine('luong', index, 'bac'),
          value: String(step),
          params: { before: stepBefore, step },
        });
      }
    }
    if (date !== '') before = line;
  }
  return found;
}

/** What a pay group asks for: A1 and above a university degree, A0 a college one. */
const neededFor = (group: string): { readonly rank: number; readonly code: string } | null =>
  /^A[123]/.test(group) ? { rank: 60, code: 'DH' } : group === 'A0' ? { rank: 50, code: 'CD' } : null;

/** QT05: the present grade against the highest qualification; a warning, since old records were graded by older rules. Source: TT 2/2021/TT-BNV. */
export function gradeFitsQualification(facts: RuleFacts): readonly Finding[] {
  const qualification = textOf(facts.document, 'I', 'chuyenMonCaoNhat');
  const latest = payLines(facts).reduce<Line | null>(
    (last, line) => (lineText(line, 'ngayHuong') > lineText(last, 'ngayHuong') ? line : last),
    null,
  );
  if (qualification === '' || latest === null) return [];
  const group = groupOf(latest, lineText(latest, 'ngayHuong'));
  const needed = group && neededFor(group.group);
  if (!needed || qualificationRank(qualification) >= needed.rank) return [];
  return [
    {
      kind: problems.gradeEducation,
      at: at('chuyenMonCaoNhat'),
      value: qualification,
      params: { grade: lineText(latest, 'maNgach'), group: group.group, needed: needed.code, stated: qualification },
    },
  ];
}

const RAISES: ReadonlySet<string> = new Set(['NANG_BAC_TX', 'NANG_BAC_TH']);

/** Months by which a discipline delays the next raise: as stated, else by its list for the kind of employee. */
export function delayMonths(line: Line, employee: string): number {
  const stated = lineScalar(line, 'keoDaiNangLuongThang');
  if (typeof stated === 'number') return stated;
  const rule = entryAt('ky_luat', lineText(line, 'hinhThuc'), lineText(line, 'ngayHieuLuc'))?.attributes['keo_dai_nang_luong_thang'];
  const months = (rule as Readonly<Record<string, number>> | null | undefined)?.[employee === 'VC' ? 'vien_chuc' : 'cong_chuc'];
  return months ?? 0;
}

/** QT08: no raise falls into the months by which a discipline delays it. Source: TT 08/2013/TT-BNV art. 2; ND 112/2020/ND-CP. */
export function noRaiseUnderDiscipline(facts: RuleFacts): readonly Finding[] {
  const employee = textOf(facts.document, 'A', 'loaiDoiTuong');
  const delays = (linesOf(facts.document, 'P', 'kyLuat') ?? []).flatMap((line) => {
    const from = lineText(line, 'ngayHieuLuc');
    const months = from === '' ? 0 : delayMonths(line, employee);
    return months > 0 ? [{ from, until: addMonths(from, months) }] : [];
  });
  if (delays.length === 0) return [];
  return payLines(facts).flatMap((line, index): Finding[] => {
    const date = lineText(line, 'ngayHuong');
    const delay = RAISES.has(lineText(line, 'loaiBienDong')) ? delays.find(({ from, until }) => date >= from && date < until) : undefined;
    return delay
      ? [
          {
            kind: problems.raiseUnderDiscipline,
            at: atLine('luong', index, 'ngayHuong'),
            value: date,
            params: { date: showDate(date), until: showDate(delay.until) },
          },
        ]
      : [];
  });
}
