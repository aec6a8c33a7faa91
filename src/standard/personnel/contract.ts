/** Contracts of public employees, secondment and transfer: ends, and what must be settled before. Source: Luật Viên chức art. 25, 28, 36 (rows of `law/parameters.json`). Pure. */
import type { PlainDate } from '#base/clock.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { addDays, showDate } from '#base/vietnamese/dates.ts';
import { lawParameter } from '#standard/law-parameters.ts';
import { contractTerm, periodReversed, secondedTooLong } from './problems.ts';
import { wholeMonths } from './spans.ts';

export interface ContractEnd {
  /** whole months, both days counted: 01/01/2024 to 31/12/2026 is 36 */
  readonly months: number;
  readonly lastDay: PlainDate;
  /** the last day to decide whether it goes on */
  readonly settleBy: PlainDate;
}

/** @returns E-CONTRACT-TERM, E-SERVICE-PERIOD-ORDER */
export function fixedTerm(from: PlainDate, lastDay: PlainDate): Result<ContractEnd> {
  if (lastDay < from) return refused(periodReversed({ from: showDate(from), to: showDate(lastDay) }));
  const before = addDays(lastDay, 1);
  const months = wholeMonths({ from, before });
  const [min, max] = [
    lawParameter('contractMonthsMin', from)?.value ?? 0,
    lawParameter('contractMonthsMax', from)?.value ?? Number.POSITIVE_INFINITY,
  ];
  // A day beyond the most is beyond it, though the whole months are not.
  const isBeyond = months > max || (months === max && wholeMonths({ from, before: addDays(before, -1) }) === max);
  if (months < min || isBeyond) return refused(contractTerm({ months, on: showDate(from), min, max }));
  return ok({ months, lastDay, settleBy: addDays(lastDay, -(lawParameter('contractSettleDays', lastDay)?.value ?? 0)) });
}

/**
 * Secondment: who is sent stays in the establishment and the quotas of the sender, and comes back without a decision.
 * @param sectorMonthsMax  where the rule of the sector allows more
 * @returns E-SECONDMENT-TERM, E-SERVICE-PERIOD-ORDER
 */
export function secondment(
  from: PlainDate,
  lastDay: PlainDate,
  sectorMonthsMax?: number,
): Result<{ readonly months: number; readonly backOn: PlainDate; readonly remindOn: PlainDate }> {
  if (lastDay < from) return refused(periodReversed({ from: showDate(from), to: showDate(lastDay) }));
  const backOn = addDays(lastDay, 1);
  const months = wholeMonths({ from, before: backOn });
  const max = sectorMonthsMax ?? lawParameter('secondmentMonthsMax', from)?.value ?? Number.POSITIVE_INFINITY;
  const isBeyond = months > max || (months === max && wholeMonths({ from, before: lastDay }) === max);
  if (isBeyond) return refused(secondedTooLong({ months, max }));
  return ok({ months, backOn, remindOn: addDays(backOn, -(lawParameter('secondmentRemindDays', lastDay)?.value ?? 0)) });
}

/** A transfer on a day: no gap and no overlap between the two bodies. */
export const transferOn = (day: PlainDate): { readonly lastDayBefore: PlainDate; readonly firstDayAfter: PlainDate } => ({
  lastDayBefore: addDays(day, -1),
  firstDayAfter: day,
});
