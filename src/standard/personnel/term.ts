/** The end of a term of appointment, and what comes next. Source: NĐ 115/2020/NĐ-CP, NĐ 138/2020/NĐ-CP (rows of `law/parameters.json`). Pure. */
import type { PlainDate } from '#base/clock.ts';
import { addDays, addMonths, showDate } from '#base/vietnamese/dates.ts';
import { isWorkingDay } from '#standard/calendar/working-days.ts';
import { lawParameter } from '#standard/law-parameters.ts';
import { readingOn } from '#standard/law/readings.ts';
import type { Readings } from '#standard/law/readings.ts';
import { because } from './reason.ts';
import type { Reason } from './reason.ts';
import { wholeMonths } from './spans.ts';

export interface TermEnd {
  /** the first day without mandate: the anniversary of the day on which the decision took effect */
  readonly endsOn: PlainDate;
  readonly reviewFrom: PlainDate;
  /** the last working day for the new decision */
  readonly decideBy: PlainDate;
  /** to retirement: the term is extended · until retirement: appointed again, until then · again: for a whole term */
  readonly next: 'extend-to-retirement' | 'again-until-retirement' | 'again';
  readonly nextEndsOn: PlainDate;
  readonly monthsToRetirement: number;
  readonly because: readonly Reason[];
}

/**
 * @param effectiveOn  day on which the appointment took effect, not that of its signing
 * @param months       of the term; of the law where the decision names none
 * @param retireFrom   first day of retirement of the person
 */
export function termEnd(effectiveOn: PlainDate, months: number | null, retireFrom: PlainDate, chosen: Partial<Readings> = {}): TermEnd {
  const term = lawParameter('termMonths', effectiveOn)!;
  const endsOn = addMonths(effectiveOn, months ?? term.value);
  const review = lawParameter('termReviewDays', endsOn)!;
  let decideBy = endsOn;
  for (let left = lawParameter('termDecideWorkingDays', endsOn)!.value; left > 0;) {
    decideBy = addDays(decideBy, -1);
    if (isWorkingDay(decideBy)) left -= 1;
  }
  const edge = readingOn('termEdge', endsOn, chosen);
  const until = edge.value === 'age-month' ? addMonths(retireFrom, -1) : retireFrom;
  const left = wholeMonths({ from: endsOn, before: until });
  const [extend, again] = [lawParameter('termExtendUnderMonths', endsOn)!, lawParameter('termReappointUnderMonths', endsOn)!];
  const next = left < extend.value ? 'extend-to-retirement' : left < again.value ? 'again-until-retirement' : 'again';
  const nextEndsOn = next === 'again' ? addMonths(endsOn, lawParameter('termMonths', endsOn)!.value) : retireFrom;
  const isEdge = left === extend.value || left === again.value;
  return {
    endsOn,
    reviewFrom: addDays(endsOn, -review.value),
    decideBy,
    next,
    nextEndsOn,
    monthsToRetirement: left,
    because: [
      because({
        what: 'held',
        on: effectiveOn,
        months: months ?? term.value,
        text: {
          vi: `Thời hạn ${months ?? term.value} tháng từ ${showDate(effectiveOn)}, hết ${showDate(endsOn)}`,
          en: `A term of ${months ?? term.value} months from ${showDate(effectiveOn)}, ends on ${showDate(endsOn)}`,
        },
        law: months === null ? term : null,
      }),
      because({
        what: 'rule',
        months: left,
        text: { vi: `Khi hết thời hạn còn ${left} tháng đến khi nghỉ hưu`, en: `${left} months are left to retirement at its end` },
        law: next === 'extend-to-retirement' ? extend : again,
        reading: isEdge ? edge : null,
      }),
      because({
        what: 'rule',
        on: decideBy,
        text: { vi: `Quyết định chậm nhất ${showDate(decideBy)}`, en: `To be decided by ${showDate(decideBy)}` },
        law: lawParameter('termDecideWorkingDays', endsOn),
      }),
    ],
  };
}
