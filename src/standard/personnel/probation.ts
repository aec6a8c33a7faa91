/** Probation (tập sự): how long, what is left out, what is paid, and from when the first raise is counted. Source: NĐ 138/2020/NĐ-CP art. 20, 22; NĐ 115/2020/NĐ-CP art. 21–25. Pure. */
import type { PlainDate } from '#base/clock.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { addDays, addMonths, dayNumber, showDate } from '#base/vietnamese/dates.ts';
import { lawParameter } from '#standard/law-parameters.ts';
import type { LawParameterKey } from '#standard/law-parameters.ts';
import { servicePeriodRow } from '#standard/law/counted-periods.ts';
import type { ServicePeriod } from './hold.ts';
import { noLawThen, periodNotEnded } from './problems.ts';
import { because } from './reason.ts';
import type { Reason } from './reason.ts';

/** By what a grade or title asks: each with its parameter. */
export const PROBATIONS = {
  'grade-c': 'probationMonthsGradeC',
  'grade-d': 'probationMonthsGradeD',
  university: 'probationMonthsUniversity',
  doctor: 'probationMonthsDoctor',
  college: 'probationMonthsCollege',
  secondary: 'probationMonthsSecondary',
} as const satisfies Record<string, LawParameterKey>;

export interface Probation {
  readonly months: number;
  /** last day of it; null: earlier work covers all of it */
  readonly lastDay: PlainDate | null;
  /** first day after: from it the first raise is counted */
  readonly anchor: PlainDate;
  /** of the coefficient of the step */
  readonly percent: number;
  /** 1, and one more for each level of education above the one that is needed */
  readonly step: number;
  readonly because: readonly Reason[];
}

/**
 * @param of.needs         what the grade or title asks
 * @param of.levelsAbove   levels of education above it
 * @param of.worked        whole months of earlier insured work of the kind
 * @param of.paidInFull    mountains, islands, hazardous work, who returned from the army …
 * @returns E-LAW-NONE-ON-DAY, E-SERVICE-PERIOD-OPEN
 */
export function probation(
  from: PlainDate,
  of: {
    readonly needs: keyof typeof PROBATIONS;
    readonly levelsAbove?: number;
    readonly worked?: number;
    readonly paidInFull?: boolean;
    readonly periods?: readonly ServicePeriod[];
  },
): Result<Probation> {
  const law = lawParameter(PROBATIONS[of.needs], from);
  const pay = lawParameter('probationPayPercent', from);
  if (!law || !pay) return refused(noLawThen({ what: { vi: 'thời gian tập sự', en: 'probation' }, on: showDate(from) }));
  const months = Math.max(0, law.value - (of.worked ?? 0));
  const reasons: Reason[] = [
    because({
      what: 'held',
      on: from,
      months,
      text: {
        vi: `Tập sự ${law.value} tháng${months < law.value ? `, trừ ${law.value - months} tháng đã làm` : ''}`,
        en: `A probation of ${law.value} months${months < law.value ? `, less ${law.value - months} worked before` : ''}`,
      },
      law,
    }),
  ];
  const long = lawParameter('probationSickDaysMin', from)?.value ?? Number.POSITIVE_INFINITY;
  let end = addMonths(from, months);
  for (const { kind, from: began, to, clearedAsWrong } of (of.periods ?? []).toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const row = servicePeriodRow(kind, began);
    if (months === 0 || clearedAsWrong === true || !row?.probation || began >= end || (to !== null && to < from)) continue;
    if (to === null) return refused(periodNotEnded({ from: showDate(began) }));
    const days = dayNumber(to) - dayNumber(began < from ? from : began) + 1;
    if (row.probation === 'none-when-long' && days < long) continue;
    end = addDays(end, days);
    reasons.push(
      because({
        what: 'left-out',
        on: began,
        text: { vi: `Không tính: ${row.name}, ${days} ngày`, en: `Does not count: ${row.name}, ${days} days` },
        law: row,
      }),
    );
  }
  return ok({
    months,
    lastDay: months === 0 ? null : addDays(end, -1),
    anchor: end,
    percent: of.paidInFull === true ? 100 : pay.value,
    step: 1 + (of.levelsAbove ?? 0),
    because: [
      ...reasons,
      because({
        what: 'due',
        on: end,
        text: { vi: `Hết tập sự, mốc nâng bậc ${showDate(end)}`, en: `Ends, the first raise is counted from ${showDate(end)}` },
      }),
    ],
  });
}
