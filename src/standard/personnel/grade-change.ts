/** Pay at a change of grade: promotion, lateral change, re-ranking by service. Source: TT 02/2007/TT-BNV part II; joint circulars on titles 2014–2016. Pure. */
import type { PlainDate } from '#base/clock.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { addMonths, showDate } from '#base/vietnamese/dates.ts';
import { numberWords } from '#base/vietnamese/number-words.ts';
import { rowOfTable } from '#standard/pay-table.ts';
import type { PayGroup } from '#standard/pay-table.ts';
import { percentOf, tenThousandths, twoPlaces } from './coefficient.ts';
import { gradeWithoutSteps, notPromotion, sameGrade, stepUnknown } from './problems.ts';
import { groupHeld } from './raise.ts';
import type { PayFact } from './raise.ts';
import { because } from './reason.ts';
import type { Reason } from './reason.ts';
import { wholeMonths } from './spans.ts';

/** What somebody has beside the coefficient of the step. */
export interface Beside {
  /** seniority beyond the scale */
  readonly beyondPercent: number;
  /** difference that was kept at an earlier change; "0.00" */
  readonly retained: string;
}

export interface Ladder {
  readonly table: string;
  readonly group: string;
}

export interface NewPay {
  readonly step: number;
  readonly coefficient: string;
  /** from when the new pay is paid */
  readonly payFrom: PlainDate;
  /** from when the next raise, or percent, is counted */
  readonly nextAnchor: PlainDate;
  readonly beyondPercent: number;
  readonly retained: string;
  readonly because: readonly Reason[];
}

const LAW = { source: 'TT 02/2007/TT-BNV phần II', confidence: 'known' } as const;
const said = (vi: string, en: string): Reason => because({ what: 'rule', text: { vi, en }, law: LAW });
const NOTHING_KEPT = '0.00';
/** As Vietnamese writes it: 4,40. */
const comma = (figure: string): string => numberWords(figure).vi;

function ladderOn({ table, group }: Ladder, on: PlainDate): Result<PayGroup> {
  const row = rowOfTable(table, group, on);
  return row && row.stepMonths !== null ? ok(row) : refused(gradeWithoutSteps({ group, on: showDate(on) }));
}

/** What is compared: coefficient, part beyond the scale, what was kept. */
const sumOf = (coefficient: string, { beyondPercent, retained }: Beside): number =>
  tenThousandths(coefficient) + percentOf(coefficient, beyondPercent) + tenThousandths(retained);

/** The difference between two steps of the old ladder, at the step that is held. */
const increment = ({ coefficients }: PayGroup, step: number): number => {
  const upper = Math.max(1, Math.min(step, coefficients.length - 1));
  return tenThousandths(coefficients[upper]!) - tenThousandths(coefficients[upper - 1]!);
};

/** The nearest step that is not below the sum; none: the last step, with the difference kept for as long as this grade is held. */
function placedAt(
  sum: number,
  { coefficients, group }: PayGroup,
): Pick<NewPay, 'step' | 'coefficient' | 'retained'> & { readonly reason: Reason } {
  const at = coefficients.findIndex((one) => tenThousandths(one) >= sum);
  const step = at === -1 ? coefficients.length : at + 1;
  const coefficient = coefficients[step - 1]!;
  const retained = at === -1 ? twoPlaces(sum - tenThousandths(coefficient)) : NOTHING_KEPT;
  return {
    step,
    coefficient,
    retained,
    reason:
      at === -1
        ? said(
            `Tổng ${comma(twoPlaces(sum))} cao hơn bậc cuối nhóm ${group}: bậc ${step}, bảo lưu ${comma(retained)}`,
            `${twoPlaces(sum)} is above the last step of ${group}: step ${step}, ${retained} kept`,
          )
        : said(
            `Tổng ${comma(twoPlaces(sum))}: bậc gần nhất bằng hoặc cao hơn ở nhóm ${group} là bậc ${step}, ${comma(coefficient)}`,
            `${twoPlaces(sum)}: the nearest equal or higher step of ${group} is ${step}, ${coefficient}`,
          ),
  };
}

/**
 * Promotion: nâng ngạch, thăng hạng, chuyển loại.
 * @param signedOn  day of the appointment to the new grade
 * @returns E-GRADE-SAME, E-GRADE-NOT-A-PROMOTION, and those of `raiseDueOf`
 */
export function promote(pay: PayFact, beside: Beside, to: Ladder, signedOn: PlainDate): Result<NewPay> {
  const held = groupHeld(pay);
  if (!held.ok) return held;
  const { of, anchor } = held.value;
  if (of.table === to.table && of.group === to.group) return refused(sameGrade({ group: of.group }));
  const ladder = ladderOn(to, signedOn);
  if (!ladder.ok) return ladder;
  if (tenThousandths(ladder.value.coefficients.at(-1)!) <= tenThousandths(of.coefficients.at(-1)!))
    return refused(notPromotion({ from: of.group, to: to.group }));
  const coefficient = of.coefficients[pay.step - 1]!;
  const sum = sumOf(coefficient, beside);
  const { reason, ...placed } = placedAt(sum, ladder.value);
  const gain = tenThousandths(placed.coefficient) - sum;
  const step = increment(of, pay.step);
  const isAnew = beside.beyondPercent > 0 || gain >= step || placed.retained !== NOTHING_KEPT;
  return ok({
    ...placed,
    beyondPercent: 0,
    payFrom: signedOn,
    nextAnchor: isAnew ? signedOn : anchor,
    because: [
      reason,
      isAnew
        ? said(
            `Mốc nâng bậc sau tính từ ngày ký ${showDate(signedOn)}`,
            `The next raise is counted from the signing, ${showDate(signedOn)}`,
          )
        : said(
            `Chênh lệch ${comma(twoPlaces(gain))} nhỏ hơn một bậc của ngạch cũ (${comma(twoPlaces(step))}): giữ mốc ${showDate(anchor)}`,
            `The gain of ${twoPlaces(gain)} is below a step of the old grade (${twoPlaces(step)}): counted from ${showDate(anchor)} as before`,
          ),
    ],
  });
}

/**
 * Lateral change, of one kind of work: one ladder keeps all; a ladder that is higher at the step goes as a promotion does; one that is lower keeps the loss.
 * @returns E-RAISE-STEP-UNKNOWN where the other ladder has no such step
 */
export function lateral(pay: PayFact, beside: Beside, to: Ladder, signedOn: PlainDate): Result<NewPay> {
  const held = groupHeld(pay);
  if (!held.ok) return held;
  const { of, anchor } = held.value;
  const ladder = ladderOn(to, signedOn);
  if (!ladder.ok) return ladder;
  const coefficient = of.coefficients[pay.step - 1]!;
  const there = ladder.value.coefficients[pay.step - 1];
  if (there === undefined) return refused(stepUnknown({ group: to.group, step: String(pay.step) }));
  if (tenThousandths(there) > tenThousandths(coefficient)) return promote(pay, beside, to, signedOn);
  const loss = tenThousandths(coefficient) - tenThousandths(there);
  const retained = twoPlaces(tenThousandths(beside.retained) + loss);
  return ok({
    step: pay.step,
    coefficient: there,
    payFrom: signedOn,
    nextAnchor: anchor,
    beyondPercent: beside.beyondPercent,
    retained,
    because: [
      loss === 0
        ? said(
            `Cùng bảng hệ số: giữ bậc ${pay.step}, mốc ${showDate(anchor)}`,
            `The same coefficients: step ${pay.step} and its day are kept`,
          )
        : said(
            `Bậc ${pay.step} nhóm ${to.group} là ${comma(there)}: bảo lưu chênh lệch ${comma(twoPlaces(loss))}`,
            `Step ${pay.step} of ${to.group} is ${there}: ${twoPlaces(loss)} kept`,
          ),
    ],
  });
}

/**
 * Re-ranking by service: one step for each holding time of the new ladder since the probation ended; the rest counts for the next.
 * @param of.insuredFrom  first day of insured work
 * @param of.startStep    1, or 2 where a higher degree than needed begins there
 * @param of.before       coefficient before, with what was beside it; the loss is kept
 */
export function rebuild(
  of: { readonly insuredFrom: PlainDate; readonly probationMonths: number; readonly startStep: number; readonly before?: string },
  to: Ladder,
  signedOn: PlainDate,
): Result<NewPay> {
  const ladder = ladderOn(to, signedOn);
  if (!ladder.ok) return ladder;
  const { coefficients, stepMonths } = ladder.value;
  if (of.startStep < 1 || of.startStep > coefficients.length) return refused(stepUnknown({ group: to.group, step: String(of.startStep) }));
  const begins = addMonths(of.insuredFrom, of.probationMonths);
  const raises = Math.min(Math.floor(wholeMonths({ from: begins, before: signedOn }) / stepMonths!), coefficients.length - of.startStep);
  const step = of.startStep + Math.max(0, raises);
  const coefficient = coefficients[step - 1]!;
  const nextAnchor = addMonths(begins, Math.max(0, raises) * stepMonths!);
  const loss = of.before === undefined ? 0 : Math.max(0, tenThousandths(of.before) - tenThousandths(coefficient));
  return ok({
    step,
    coefficient,
    payFrom: signedOn,
    nextAnchor,
    beyondPercent: 0,
    retained: twoPlaces(loss),
    because: [
      said(
        `Từ ${showDate(begins)} (sau ${of.probationMonths} tháng tập sự), mỗi ${stepMonths} tháng một bậc: bậc ${step}, mốc ${showDate(nextAnchor)}`,
        `From ${showDate(begins)} (after ${of.probationMonths} months of probation), a step for each ${stepMonths} months: step ${step}, counted from ${showDate(nextAnchor)}`,
      ),
      ...(loss > 0 ? [said(`Bảo lưu chênh lệch ${comma(twoPlaces(loss))}`, `${twoPlaces(loss)} kept`)] : []),
    ],
  });
}
