/**
 * Raises before their day: for outstanding achievement (TT 08/2013/TT-BNV art. 3, clause 1), within a quota that is pooled by the body above, and on the notice of
 * retirement (clause 2). Who of the eligible gets a place is the body's choice. Pure.
 */
import type { PlainDate } from '#base/clock.ts';
import { ok } from '#base/problem.ts';
import type { Bilingual, Result } from '#base/problem.ts';
import { addDays, addMonths, showDate } from '#base/vietnamese/dates.ts';
import { lawParameter } from '#standard/law-parameters.ts';
import { readingOn } from '#standard/law/readings.ts';
import type { Fault, Service } from './hold.ts';
import { raiseDueOf } from './raise.ts';
import type { PayFact, RaiseDue } from './raise.ts';
import { because } from './reason.ts';
import type { Reason } from './reason.ts';

/** A year's review of early raises. */
export interface EarlyReview {
  readonly year: number;
  /** by how many months, by the body's own rule: 1 to 12 */
  readonly monthsEarly: number;
  /** does the grade need a college degree or above? */
  readonly needsCollege: boolean;
  /** days on which decisions that recognise an achievement were signed */
  readonly achievements: readonly PlainDate[];
  /** the last early raise in this grade: when it was decided, and whether a regular raise lies between */
  readonly lastEarly?: { readonly decidedOn: PlainDate; readonly regularSince: boolean };
}

export type EarlyRaise =
  | {
      readonly eligible: true;
      readonly effectiveOn: PlainDate;
      readonly newStep: number;
      readonly newCoefficient: string;
      readonly because: readonly Reason[];
    }
  | { readonly eligible: false; readonly because: readonly Reason[] };

const LAW = { source: 'TT 08/2013/TT-BNV Điều 3 khoản 1', confidence: 'known' } as const;
const ON_NOTICE = { source: 'TT 08/2013/TT-BNV Điều 3 khoản 2', confidence: 'known' } as const;
const rule = (vi: string, en: string, law: { readonly source: string; readonly confidence: 'known' } = LAW): Reason =>
  because({ what: 'rule', text: { vi, en }, law });

/** A fault while the step is held, whatever it would extend: both standards must have been met all the time. */
const faultWithin = ({ faults }: Service, anchor: PlainDate, until: PlainDate): Fault | undefined =>
  faults.find(({ on, clearedAsWrong }) => clearedAsWrong !== true && on >= anchor && on < until);

const raised = ({ newStep, newCoefficient, because: said }: RaiseDue, effectiveOn: PlainDate, reasons: readonly Reason[]): EarlyRaise => ({
  eligible: true,
  effectiveOn,
  newStep,
  newCoefficient,
  because: [
    ...said,
    ...reasons,
    because({
      what: 'due',
      on: effectiveOn,
      text: { vi: `Bậc ${newStep} sớm, từ ${showDate(effectiveOn)}`, en: `Step ${newStep} early, from ${showDate(effectiveOn)}` },
    }),
  ],
});

/**
 * Is somebody eligible for an early raise for achievement in a year, and from when?
 * @returns the problems of `raiseDueOf`
 */
export function earlyRaise(pay: PayFact, service: Service, review: EarlyReview): Result<EarlyRaise> {
  const due = raiseDueOf(pay, service);
  if (!due.ok) return due;
  const { dueOn } = due.value;
  const [closes, nextYear] = [`${review.year}-12-31`, `${review.year + 1}-12-31`];
  const most = lawParameter('earlyRaiseMonthsMax', closes)?.value ?? 0;
  const years = lawParameter(review.needsCollege ? 'earlyRaiseWindowYearsHigh' : 'earlyRaiseWindowYearsLow', closes)?.value ?? 0;
  const from = `${review.year - years + 1}-01-01`;
  const used = review.lastEarly?.decidedOn ?? '';
  const against: readonly (readonly [fails: boolean, text: Bilingual])[] = [
    [
      !(dueOn > closes && dueOn <= nextYear),
      {
        vi: `Đến ${showDate(closes)} phải còn thiếu từ 12 tháng trở xuống; bậc sau đến hạn ${showDate(dueOn)}`,
        en: `On ${showDate(closes)} at most 12 months may lack; the next step is due on ${showDate(dueOn)}`,
      },
    ],
    [review.monthsEarly < 1 || review.monthsEarly > most, { vi: `Nâng sớm từ 1 đến ${most} tháng`, en: `Early by 1 to ${most} months` }],
    [
      faultWithin(service, pay.anchor ?? '', nextYear) !== undefined,
      {
        vi: 'Trong thời gian giữ bậc có kỷ luật hoặc năm không hoàn thành nhiệm vụ',
        en: 'A discipline, or a year not completed, while the step was held',
      },
    ],
    [
      !review.achievements.some((day) => day >= from && day <= closes && day > used),
      {
        vi: `Không có quyết định công nhận thành tích từ ${showDate(from)} đến ${showDate(closes)} mà chưa dùng`,
        en: `No decision on an achievement from ${showDate(from)} to ${showDate(closes)} that was not used`,
      },
    ],
    [
      review.lastEarly !== undefined && !review.lastEarly.regularSince,
      { vi: 'Không nâng sớm hai lần liên tiếp trong một ngạch', en: 'Not twice running in one grade' },
    ],
  ];
  const failed = against.filter(([fails]) => fails).map(([, { vi, en }]) => rule(vi, en));
  if (failed.length > 0) return ok({ eligible: false, because: [...due.value.because, ...failed] });
  return ok(
    raised(due.value, addMonths(dueOn, -review.monthsEarly), [
      rule(
        `Nâng sớm ${review.monthsEarly} tháng do lập thành tích xuất sắc`,
        `Early by ${review.monthsEarly} months for outstanding achievement`,
      ),
    ]),
  );
}

/**
 * The raise on the notice of retirement: one step, twelve months before it would be due.
 * @param at.noticeOn    day of the notice of retirement
 * @param at.retireFrom  first day of retirement
 */
export function raiseOnRetirement(
  pay: PayFact,
  service: Service,
  at: { readonly noticeOn: PlainDate; readonly retireFrom: PlainDate },
): Result<EarlyRaise> {
  const due = raiseDueOf(pay, service);
  if (!due.ok) return due;
  const { dueOn } = due.value;
  const most = lawParameter('earlyRaiseMonthsMax', at.noticeOn)?.value ?? 0;
  const measured = readingOn('earlyRetireMeasured', at.noticeOn, service.readings);
  const lastDay = addDays(at.retireFrom, -1);
  const until = measured.value === 'notice-day' ? at.noticeOn : lastDay;
  const against: readonly (readonly [fails: boolean, text: Bilingual])[] = [
    [
      dueOn <= lastDay,
      {
        vi: `Bậc sau đến hạn ${showDate(dueOn)}, trước khi nghỉ hưu: nâng thường xuyên`,
        en: `The next step is due on ${showDate(dueOn)}, before retirement: a regular raise`,
      },
    ],
    [
      dueOn > addMonths(until, most),
      { vi: `Đến ${showDate(until)} còn thiếu quá ${most} tháng`, en: `On ${showDate(until)} more than ${most} months lack` },
    ],
    [
      faultWithin(service, pay.anchor ?? '', at.retireFrom) !== undefined,
      {
        vi: 'Trong thời gian giữ bậc có kỷ luật hoặc năm không hoàn thành nhiệm vụ',
        en: 'A discipline, or a year not completed, while the step was held',
      },
    ],
  ];
  const failed = against.filter(([fails]) => fails).map(([, { vi, en }]) => rule(vi, en, ON_NOTICE));
  if (failed.length > 0) return ok({ eligible: false, because: [...due.value.because, ...failed] });
  const counted = addMonths(dueOn, -most);
  const before = readingOn('earlyRetireBeforeNotice', at.noticeOn, service.readings);
  const isBefore = counted < at.noticeOn;
  const effectiveOn = isBefore && before.value === 'notice-day' ? at.noticeOn : counted;
  return ok(
    raised(due.value, effectiveOn, [
      {
        ...rule(`Nâng sớm ${most} tháng do có thông báo nghỉ hưu`, `Early by ${most} months on the notice of retirement`, ON_NOTICE),
        reading: measured,
      },
      ...(isBefore
        ? [
            {
              ...rule(
                `${showDate(counted)} là trước ngày thông báo ${showDate(at.noticeOn)}`,
                `${showDate(counted)} lies before the notice of ${showDate(at.noticeOn)}`,
                ON_NOTICE,
              ),
              reading: before,
            },
          ]
        : []),
    ]),
  );
}

/** Places of a body by itself, and how many of its people are left over for the body above. */
export interface Quota {
  readonly places: number;
  readonly left: number;
}

/** @param payroll  people on the payroll of the body; @param on  a day of the year */
export function earlyQuota(payroll: number, on: PlainDate): Quota {
  const percent = lawParameter('earlyRaiseQuotaPercent', on)?.value ?? 0;
  const places = Math.floor((payroll * percent) / 100);
  return { places, left: percent === 0 ? 0 : payroll - Math.floor((places * 100) / percent) };
}

/** Bodies under one: their own places, what the body above may give out besides, and all together. */
export function pooledQuota(
  payrolls: readonly number[],
  on: PlainDate,
): { readonly own: number; readonly shared: number; readonly total: number } {
  const own = payrolls.reduce((sum, payroll) => sum + earlyQuota(payroll, on).places, 0);
  const total = earlyQuota(
    payrolls.reduce((sum, payroll) => sum + payroll, 0),
    on,
  ).places;
  return { own, shared: total - own, total };
}
