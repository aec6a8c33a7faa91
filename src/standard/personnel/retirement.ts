/**
 * Retirement: the day, what must be done before it, postponing it, and leaving before it when bodies are reorganised. Source: NĐ 135/2020/NĐ-CP art. 4;
 * NĐ 115/2020/NĐ-CP art. 59; NĐ 178/2024/NĐ-CP amended by NĐ 67/2025/NĐ-CP. Pure.
 */
import type { PlainDate } from '#base/clock.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { addDays, addMonths, earliestDay, showDate } from '#base/vietnamese/dates.ts';
import type { PartialDate } from '#base/vietnamese/dates.ts';
import { lawParameter } from '#standard/law-parameters.ts';
import type { LawParameterKey } from '#standard/law-parameters.ts';
import { normalRetirement } from '#standard/retirement-age.ts';
import type { SexCode } from '#standard/retirement-age.ts';
import { birthUnknown, noLawThen, postponedTooLong, sexUnknown, shiftBeyond } from './problems.ts';
import { because } from './reason.ts';
import type { Reason } from './reason.ts';
import { wholeMonths } from './spans.ts';

export interface RetirementDays {
  readonly ageMonths: number;
  /** last day at work: the last one of a month */
  readonly lastDay: PlainDate;
  /** first day of retirement, and of the pension */
  readonly retireFrom: PlainDate;
  readonly noticeBy: PlainDate;
  readonly decisionBy: PlainDate;
  readonly because: readonly Reason[];
}

/** What must be done before a first day of retirement. */
function before(retireFrom: PlainDate): Pick<RetirementDays, 'noticeBy' | 'decisionBy'> & { readonly reasons: readonly Reason[] } {
  const [notice, decision] = [lawParameter('retirementNoticeMonths', retireFrom), lawParameter('retirementDecisionMonths', retireFrom)];
  const noticeBy = addMonths(retireFrom, -(notice?.value ?? 0));
  const decisionBy = addMonths(retireFrom, -(decision?.value ?? 0));
  return {
    noticeBy,
    decisionBy,
    reasons: [
      because({
        what: 'rule',
        on: noticeBy,
        text: { vi: `Thông báo nghỉ hưu trước ngày ${showDate(noticeBy)}`, en: `Notice before ${showDate(noticeBy)}` },
        law: notice,
      }),
      because({
        what: 'rule',
        on: decisionBy,
        text: { vi: `Quyết định nghỉ hưu trước ngày ${showDate(decisionBy)}`, en: `Decision before ${showDate(decisionBy)}` },
        law: decision,
      }),
    ],
  };
}

const due = (retireFrom: PlainDate): Reason =>
  because({
    what: 'due',
    on: retireFrom,
    text: { vi: `Nghỉ hưu từ ngày ${showDate(retireFrom)}`, en: `Retired from ${showDate(retireFrom)}` },
  });

/**
 * When somebody retires.
 * @param sex    code of `gioi_tinh`; '' where it is not known
 * @param birth  a year alone counts as 1 January, a month alone as its first day; '' where it is not known
 * @param shift  months of age by which a decision lowers (below 0) or raises the age
 * @returns E-RETIRE-NO-BIRTH, E-RETIRE-NO-SEX, E-RETIRE-SHIFT
 */
export function retirement(sex: string, birth: PartialDate, shift = 0): Result<RetirementDays> {
  if (birth === '') return refused(birthUnknown());
  if (sex !== '1' && sex !== '2') return refused(sexUnknown());
  const max = lawParameter('earlyRetirementMonthsMax', normalRetirement(sex as SexCode, birth).lastDay)?.value ?? 0;
  if (Math.abs(shift) > max) return refused(shiftBeyond({ months: shift, max }));
  const normal = normalRetirement(sex as SexCode, birth);
  const reached = addMonths(earliestDay(birth), normal.ageMonths + shift);
  const retireFrom = addMonths(`${reached.slice(0, 7)}-01`, 1);
  const { noticeBy, decisionBy, reasons } = before(retireFrom);
  const ageMonths = normal.ageMonths + shift;
  const [years, months] = [Math.floor(ageMonths / 12), ageMonths % 12];
  return ok({
    ageMonths,
    lastDay: addDays(retireFrom, -1),
    retireFrom,
    noticeBy,
    decisionBy,
    because: [
      because({
        what: 'held',
        on: reached,
        months: ageMonths,
        text: {
          vi: `Sinh ${showDate(birth)}: ${years} tuổi ${months} tháng${shift === 0 ? '' : `, theo quyết định lệch ${shift} tháng`}`,
          en: `Born ${showDate(birth)}: ${years} years and ${months} months${shift === 0 ? '' : `, shifted by ${shift} months`}`,
        },
        law: { source: 'NĐ 135/2020/NĐ-CP Điều 4', confidence: 'found' },
      }),
      ...reasons,
      due(retireFrom),
    ],
  });
}

/** Why retirement may be postponed, each with the parameter of its months. */
export const POSTPONE_GROUNDS = {
  short: 'postponeMonthsShort',
  illness: 'postponeMonthsIllness',
  treatment: 'postponeMonthsTreatment',
} as const satisfies Record<string, LawParameterKey>;
export type PostponeGround = keyof typeof POSTPONE_GROUNDS;

/**
 * Retirement postponed: several grounds are not added, the longest one alone is taken.
 * @param asked  each ground, with the months that are asked for; the person may refuse all
 * @returns E-POSTPONE-OVER-LIMIT
 */
export function postponed(
  days: RetirementDays,
  asked: readonly { readonly ground: PostponeGround; readonly months: number }[],
): Result<RetirementDays> {
  let most = 0;
  let row: ReturnType<typeof lawParameter> = null;
  for (const { ground, months } of asked) {
    const law = lawParameter(POSTPONE_GROUNDS[ground], days.retireFrom);
    if (months > (law?.value ?? 0) || months < 0) return refused(postponedTooLong({ months, max: law?.value ?? 0 }));
    if (months > most) [most, row] = [months, law];
  }
  if (most === 0) return ok(days);
  const retireFrom = addMonths(days.retireFrom, most);
  return ok({
    ...days,
    lastDay: addDays(retireFrom, -1),
    retireFrom,
    because: [
      ...days.because.filter(({ what }) => what !== 'due'),
      because({
        what: 'extended',
        on: days.retireFrom,
        months: most,
        text: { vi: `Lùi ${most} tháng`, en: `Postponed by ${most} months` },
        law: row,
      }),
      due(retireFrom),
    ],
  });
}

export interface LeavingEarly {
  /** whole months up to the normal day of retirement */
  readonly months: number;
  readonly band: 'under-2-years' | '2-to-5-years' | '5-to-10-years' | 'beyond';
  /** within the first months after the decision to reorganise */
  readonly withinFirst: boolean;
}

/**
 * The base of a claim of who leaves early when bodies are reorganised: time alone, no money.
 * @returns E-LAW-NONE-ON-DAY before the decree
 */
export function leaveEarly(leaveFrom: PlainDate, retireFrom: PlainDate, reorganisedOn: PlainDate): Result<LeavingEarly> {
  const [first, most] = [lawParameter('leaveEarlyFirstMonths', leaveFrom), lawParameter('leaveEarlyMonthsMax', leaveFrom)];
  if (!first || !most)
    return refused(
      noLawThen({ what: { vi: 'nghỉ trước tuổi khi sắp xếp tổ chức', en: 'leaving early at a reorganisation' }, on: showDate(leaveFrom) }),
    );
  const months = wholeMonths({ from: leaveFrom, before: retireFrom });
  const band = months < 24 ? 'under-2-years' : months <= 60 ? '2-to-5-years' : months <= most.value ? '5-to-10-years' : 'beyond';
  return ok({ months, band, withinFirst: leaveFrom < addMonths(reorganisedOn, first.value) });
}
