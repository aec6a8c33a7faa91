/**
 * Seniority beyond the scale (phụ cấp thâm niên vượt khung): a first percent after the last step was held for its months, then one more after each further
 * twelve; what is left out or extends moves the percent in whose time it falls, and all after it. Source: NĐ 204/2004/NĐ-CP art. 6; TT 04/2005/TT-BNV. Pure.
 */
import type { PlainDate } from '#base/clock.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { showDate } from '#base/vietnamese/dates.ts';
import { lawParameter } from '#standard/law-parameters.ts';
import { heldFrom } from './hold.ts';
import type { Service } from './hold.ts';
import { notLastStep } from './problems.ts';
import { groupHeld, heldReason } from './raise.ts';
import type { PayFact } from './raise.ts';
import { because } from './reason.ts';
import type { Reason } from './reason.ts';

export interface BeyondScale {
  /** on the day asked for; 0: none yet */
  readonly percent: number;
  readonly since: PlainDate | null;
  readonly nextOn: PlainDate;
  readonly nextPercent: number;
  /** the percent of the last step's coefficient, with four places */
  readonly coefficient: string;
  readonly because: readonly Reason[];
}

/** Hundredths of a coefficient times a percent: ten-thousandths, whole. */
const partOf = (coefficient: string, percent: number): string => {
  const tenThousandths = Math.round(Number(coefficient) * 100) * percent;
  return `${Math.floor(tenThousandths / 10_000)}.${String(tenThousandths % 10_000).padStart(4, '0')}`;
};

/**
 * @param pay  the last step, with the day from which it is held
 * @param on   the day asked for
 * @returns E-SENIORITY-NOT-LAST-STEP, and those of `raiseDueOf`
 */
export function beyondScale(pay: PayFact, service: Service, on: PlainDate): Result<BeyondScale> {
  const held = groupHeld(pay);
  if (!held.ok) return held;
  const { of, months, anchor } = held.value;
  const last = of.coefficients.length;
  if (pay.step !== last) return refused(notLastStep({ step: pay.step, last }));
  const reasons: Reason[] = [heldReason(of, pay.step, months, anchor)];
  let [percent, since, from, term] = [0, null as PlainDate | null, anchor, months];
  for (;;) {
    const due = heldFrom(from, term, service);
    if (!due.ok) return due;
    const { dueOn } = due.value;
    const row = lawParameter(percent === 0 ? 'overScaleFirstPercent' : 'overScaleYearlyPercent', dueOn)!;
    const nextPercent = percent + row.value;
    reasons.push(
      ...due.value.because,
      because({
        what: 'due',
        on: dueOn,
        text: { vi: `${nextPercent}% từ ${showDate(dueOn)}`, en: `${nextPercent} % from ${showDate(dueOn)}` },
        law: row,
      }),
    );
    if (dueOn > on)
      return ok({ percent, since, nextOn: dueOn, nextPercent, coefficient: partOf(of.coefficients[last - 1]!, percent), because: reasons });
    [percent, since, from] = [nextPercent, dueOn, dueOn];
    term = lawParameter('overScaleFurtherMonths', dueOn)!.value;
  }
}
