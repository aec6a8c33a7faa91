/** QT08: no regular raise before the step has been held long enough; the same function tells the expected raise of the record page. */
import { addMonths, showDate } from '#base/vietnamese/dates.ts';
import { lawParameter } from '#standard/law-parameters.ts';
import * as problems from '#standard/problems/rules.ts';
import { lineScalar, lineText, linesOf } from '#standard/record-access.ts';
import { raiseDue } from '#standard/raise-due.ts';
import type { Line } from '#standard/shapes.ts';
import { atLine, type Finding, type RuleFacts } from './finding.ts';
import { payLinesByDate } from './pay.ts';

const REGULAR = 'NANG_BAC_TX';
const EARLY = 'NANG_BAC_TH';

/** Is this line a raise of the step of the line before it, within one grade? */
const raises = (before: Line, line: Line): boolean =>
  [REGULAR, EARLY].includes(lineText(line, 'loaiBienDong')) &&
  lineText(line, 'maNgach') === lineText(before, 'maNgach') &&
  Number(lineScalar(line, 'bac') ?? 0) > Number(lineScalar(before, 'bac') ?? 0);

/**
 * A raise before it was due. Delayed by a discipline that was in force by then: an error (a warning when the law of that time, or of
 * its day, is not certain). Merely early, by a year "not completed" or by leave: a warning, since decisions of old know more than the record.
 * An early raise (`NANG_BAC_TH`) may come up to 12 months before, but not with a discipline in the step. Source: TT 08/2013/TT-BNV art. 2, 3.
 */
export function raiseNotBeforeDue({ document }: RuleFacts): readonly Finding[] {
  const lines = payLinesByDate(document);
  return lines.flatMap(({ line, index }, place): Finding[] => {
    const before = lines[place - 1]?.line;
    const date = lineText(line, 'ngayHuong');
    // Two rows of one day are QT03's to tell.
    if (!before || date === lineText(before, 'ngayHuong') || !raises(before, line)) return [];
    const due = raiseDue(document, before);
    if (due === null || date >= due.dueOn) return [];
    const faults = due.held.faults.filter(({ fault, on }) => fault.kind !== 'rating' && on <= date);
    const found = { at: atLine('luong', index, 'ngayHuong'), value: date, on: date };
    if (faults.length > 0) {
      const unsure = due.uncertain || signedAfterwards(document, date) || faults.every(({ fault }) => fault.kind === 'party');
      return [
        {
          kind: problems.raiseUnderDiscipline,
          ...found,
          ...(unsure ? { severity: 'warning' as const } : {}),
          params: { date: showDate(date), until: showDate(due.dueOn) },
        },
      ];
    }
    const ahead = lineText(line, 'loaiBienDong') === EARLY ? (lawParameter('earlyRaiseMonthsMax', date)?.value ?? 0) : 0;
    return addMonths(date, ahead) >= due.dueOn
      ? []
      : [{ kind: problems.raiseEarly, ...found, params: { date: showDate(date), due: showDate(due.dueOn) } }];
  });
}

/** Is there a discipline that took effect by that day and was signed only after it? */
const signedAfterwards = (document: RuleFacts['document'], day: string): boolean =>
  (linesOf(document, 'P', 'kyLuat') ?? []).some((line) => {
    const decision = line['quyetDinh'];
    const signed = typeof decision === 'object' && 'ngay' in decision ? decision['ngay'] : undefined;
    return lineText(line, 'ngayHieuLuc') <= day && typeof signed === 'string' && signed > day;
  });
