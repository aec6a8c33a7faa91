/**
 * For how long a pay step is held: the months of the law, with time that does not count, and faults that extend it. Asked for the next raise, for each percent
 * beyond the scale, and for what is measured by either. Source: NĐ 204/2004/NĐ-CP art. 7; TT 08/2013/TT-BNV art. 2, amended by TT 03/2021/TT-BNV. Pure.
 */
import type { PlainDate } from '#base/clock.ts';
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import { addDays, addMonths, latestDay, showDate } from '#base/vietnamese/dates.ts';
import { codeList } from '#standard/code-lists.ts';
import { lawParameter } from '#standard/law-parameters.ts';
import { raiseDelay } from '#standard/law/raise-delays.ts';
import { readingOn } from '#standard/law/readings.ts';
import type { Readings } from '#standard/law/readings.ts';
import { servicePeriodKinds, servicePeriodRow } from '#standard/law/counted-periods.ts';
import type { ServicePeriodRow } from '#standard/law/counted-periods.ts';
import { periodNotEnded, periodReversed, periodUnknown } from './problems.ts';
import { because } from './reason.ts';
import type { Reason } from './reason.ts';
import { apart, roundedMonths, totalLength } from './spans.ts';
import type { Span } from './spans.ts';

/** Time that somebody did not serve as usual. */
export interface ServicePeriod {
  /** code of `luat_thoi_gian_giu_bac`: NGHI_KL, OM_DAU, HOC_TAP … */
  readonly kind: string;
  readonly from: PlainDate;
  /** last day of it; null: it still runs */
  readonly to: PlainDate | null;
  /** custody, suspension: cleared afterwards, so that it counts */
  readonly clearedAsWrong?: boolean;
}

export interface Fault {
  readonly kind: 'discipline' | 'party' | 'rating';
  /** code of `ky_luat`, or of `xep_loai_danh_gia` */
  readonly form: string;
  /** a discipline: the day on which it takes effect, however late it was signed · a rating: the day of its written notice */
  readonly on: PlainDate;
  /** of a rating: the year that was rated */
  readonly year?: number;
  /** what it was for: a rating, or a Party discipline, that only echoes a discipline for the same act adds nothing */
  readonly act?: string;
  /** several acts judged in one decision are one form, the highest */
  readonly decision?: string;
  /** annulled as wrong: it adds nothing */
  readonly clearedAsWrong?: boolean;
  /** whole months that its own decision states */
  readonly months?: number;
}

/** What happened to somebody while a step is held. */
export interface Service {
  /** code of `loai_doi_tuong`; '' where it is not known */
  readonly employee: string;
  readonly periods: readonly ServicePeriod[];
  readonly faults: readonly Fault[];
  /** readings that the superior of the body chose */
  readonly readings?: Partial<Readings>;
}

export interface Held {
  /** first day on which it has been held long enough */
  readonly dueOn: PlainDate;
  readonly leftOutMonths: number;
  readonly extendedMonths: number;
  /** faults that extend it, each with its months */
  readonly faults: readonly { readonly fault: Fault; readonly on: PlainDate; readonly months: number; readonly because: Reason }[];
  readonly because: readonly Reason[];
}

interface PlacedPeriod extends Span {
  readonly row: ServicePeriodRow;
  readonly isOpen: boolean;
}

/** Never reached: a period that still runs. */
const OPEN = '9999-12-31';

/** Periods with their rows, from the anchor on; what was cleared counts like any other time. */
function placed(periods: readonly ServicePeriod[], anchor: PlainDate): Result<readonly PlacedPeriod[]> {
  const problems: Problem[] = [];
  const found: PlacedPeriod[] = [];
  const kinds = servicePeriodKinds();
  for (const { kind, from, to, clearedAsWrong } of periods) {
    if (!kinds.has(kind)) problems.push(periodUnknown({ kind }));
    else if (to !== null && to < from) problems.push(periodReversed({ from: showDate(from), to: showDate(to) }));
    const row = servicePeriodRow(kind, from);
    const before = to === null ? OPEN : addDays(to, 1);
    // A kind that the law of its day did not name counts.
    if (row && clearedAsWrong !== true && before > anchor)
      found.push({ from: from < anchor ? anchor : from, before, row, isOpen: to === null });
  }
  return problems.length > 0 ? refused(...problems) : ok(found);
}

const words = (spans: readonly Span[]): string =>
  spans.map(({ from, before }) => `${showDate(from)}–${before === OPEN ? '…' : showDate(addDays(before, -1))}`).join(', ');

interface LeftOut {
  readonly months: number;
  readonly because: readonly Reason[];
  /** a period without an end that is left out */
  readonly open: PlainDate | null;
}

/** Whole months that do not count, of periods that begin before a day: one that begins while the step is held is left out whole, for the step goes on behind it. */
function leftOut(all: readonly PlacedPeriod[], before: PlainDate, { readings = {} }: Service): LeftOut {
  const begun = all.filter(({ from }) => from < before);
  const none = begun.filter(({ row }) => row.counts === 'none');
  const limited = begun.filter(({ row }) => row.counts === 'up-to');
  const open = none.find(({ isOpen }) => isOpen);
  if (open) return { months: 0, because: [], open: open.from };
  const reasons: Reason[] = [];
  const spans = apart(none);
  const length = totalLength(spans);
  let { months, workingDays } = length;
  for (const row of new Set(none.map((one) => one.row)))
    reasons.push(
      because({
        what: 'left-out',
        on: none.find((one) => one.row === row)!.from,
        text: {
          vi: `Không tính: ${row.name} (${words(none.filter((one) => one.row === row))})`,
          en: `Does not count: ${row.name} (${words(none.filter((one) => one.row === row))})`,
        },
        law: row,
      }),
    );
  // Sick leave and the like count up to so many months in all; what another period leaves out already is not taken twice.
  if (limited.length > 0) {
    const [{ row, from }] = limited as [PlacedPeriod];
    const openSick = limited.find(({ isOpen }) => isOpen);
    if (openSick) return { months: 0, because: [], open: openSick.from };
    const own = apart([...spans, ...limited]).filter((span) => !spans.some((one) => one.from === span.from && one.before === span.before));
    const total = totalLength(own);
    const most = row.months ?? 0;
    const reading = readingOn('raiseSickLeave', from, readings);
    const isAbove = total.months > most || (total.months === most && total.workingDays > 0);
    if (isAbove) {
      months += reading.value === 'all' ? total.months : total.months - most;
      workingDays += total.workingDays;
    }
    reasons.push(
      because({
        what: isAbove ? 'left-out' : 'counted',
        on: from,
        text: {
          vi: `${row.name} (${words(limited)}): ${isAbove ? `quá ${most} tháng cộng dồn` : `trong ${most} tháng cộng dồn, vẫn tính`}`,
          en: `${row.name} (${words(limited)}): ${isAbove ? `beyond ${most} months in all` : `within ${most} months in all, counts`}`,
        },
        law: row,
        reading: isAbove ? reading : null,
      }),
    );
  }
  const counted = begun.filter(({ row }) => row.counts === 'all');
  for (const { row, from, before: end } of counted)
    reasons.push(
      because({
        what: 'counted',
        on: from,
        text: {
          vi: `Vẫn tính: ${row.name} (${words([{ from, before: end }])})`,
          en: `Counts: ${row.name} (${words([{ from, before: end }])})`,
        },
        law: row,
      }),
    );
  const on = none[0]?.from ?? limited[0]?.from;
  const rounded = on === undefined ? 0 : roundedMonths({ months, workingDays }, on);
  if (on !== undefined && (months > 0 || workingDays > 0))
    reasons.push(
      because({
        what: 'left-out',
        on,
        months: rounded,
        text: {
          vi: `Cộng thời gian không tính: ${months} tháng ${workingDays} ngày làm việc, làm tròn ${rounded} tháng`,
          en: `Time that does not count, in all: ${months} months and ${workingDays} working days, rounded to ${rounded} months`,
        },
        law: lawParameter('raiseRestWorkingDaysMin', on),
      }),
    );
  return { months: rounded, because: reasons, open: null };
}

const nameOf = (list: string, code: string): string => codeList(list).entries.find((entry) => entry.code === code)?.name ?? code;
const listOf = ({ kind }: Fault): string => (kind === 'rating' ? 'xep_loai_danh_gia' : 'ky_luat');

/** The day that counts, by the reading of ratings. */
const dayOf = (fault: Fault, { readings = {} }: Service): PlainDate =>
  fault.kind === 'rating' && fault.year !== undefined && readingOn('raiseRatingDay', fault.on, readings).value === 'year-end'
    ? latestDay(String(fault.year))
    : fault.on;

type Extension = Held['faults'][number];

/** Each fault by itself: the months of its own decision, else those of the law for this kind of employee on that day. */
function extensionOf(fault: Fault, on: PlainDate, employee: string): Extension | null {
  const row = raiseDelay(fault.kind, fault.form, on, employee);
  const months = fault.months ?? row?.months ?? 0;
  if (months === 0) return null;
  const name = nameOf(listOf(fault), fault.form);
  const year = fault.kind === 'rating' && fault.year !== undefined ? ` ${fault.year}` : '';
  return {
    fault,
    on,
    months,
    because: because({
      what: 'extended',
      on,
      months,
      text: {
        vi: `${name}${year}, ngày ${showDate(on)}: kéo dài ${months} tháng`,
        en: `${name}${year}, ${showDate(on)}: ${months} months longer`,
      },
      law: fault.months === undefined ? row : null,
    }),
  };
}

const passedOver = ({ fault, because: { on } }: Extension, vi: string, en: string): Reason =>
  because({
    what: 'passed-over',
    on,
    text: { vi: `${nameOf(listOf(fault), fault.form)} ngày ${showDate(on!)}: ${vi}`, en: `${fault.form}, ${showDate(on!)}: ${en}` },
  });

/** Months by which faults extend, of those whose day lies in the time for which the step is held. */
function extended(
  service: Service,
  anchor: PlainDate,
  due: PlainDate,
): { readonly months: number; readonly because: readonly Reason[]; readonly faults: readonly Extension[] } {
  const onDueDay = readingOn('raiseFaultOnDueDay', due, service.readings);
  const within = service.faults.flatMap((fault): readonly Extension[] => {
    const on = dayOf(fault, service);
    const counts = fault.clearedAsWrong !== true && on >= anchor && (on < due || (on === due && onDueDay.value === 'delays'));
    const extension = counts ? extensionOf(fault, on, service.employee) : null;
    return extension ? [extension] : [];
  });
  const reasons: Reason[] = [];
  // Acts judged in one decision are one form, the highest.
  const byDecision = Map.groupBy(within, ({ fault }) => fault.decision ?? fault);
  const decided = [...byDecision.values()].map((own) => own.reduce((most, one) => (one.months > most.months ? one : most)));
  // Of all that was ever disciplined: an act is not counted twice, whether its discipline falls into this step, the one before or the next.
  const actsOf = (kind: Fault['kind']): ReadonlySet<string> =>
    new Set(
      service.faults.flatMap((fault) =>
        fault.kind === kind && fault.act !== undefined && fault.clearedAsWrong !== true ? [fault.act] : [],
      ),
    );
  const [acts, partyActs] = [actsOf('discipline'), actsOf('party')];
  const echoes = ({ kind, act }: Fault): boolean =>
    act !== undefined && ((kind !== 'discipline' && acts.has(act)) || (kind === 'rating' && partyActs.has(act)));
  const counted: Extension[] = [];
  for (const one of decided) {
    if (echoes(one.fault))
      reasons.push(passedOver(one, 'cùng một hành vi đã bị kỷ luật, không cộng thêm', 'for the same act as a discipline, adds nothing'));
    else counted.push(one);
  }
  const disciplines = counted.filter(({ fault }) => fault.kind !== 'rating');
  const adding = readingOn('raiseTwoDecisions', due, service.readings);
  const highest = disciplines.reduce<Extension | null>((most, one) => (most === null || one.months > most.months ? one : most), null);
  let months = 0;
  const faults: Extension[] = [];
  for (const one of counted) {
    if (one.fault.kind !== 'rating' && adding.value === 'highest' && one !== highest) {
      reasons.push({ ...passedOver(one, 'chỉ tính hình thức nặng nhất', 'the gravest form alone counts'), reading: adding });
      continue;
    }
    months += one.months;
    faults.push(one);
    reasons.push(disciplines.length > 1 && one.fault.kind !== 'rating' ? { ...one.because, reading: adding } : one.because);
  }
  return { months, because: reasons, faults };
}

/**
 * When something has been held for so many months from an anchor.
 * A fault that falls into the time by which another extends it extends it again.
 * @param months  of the law
 * @returns E-SERVICE-PERIOD-UNKNOWN, E-SERVICE-PERIOD-ORDER, E-SERVICE-PERIOD-OPEN
 */
export function heldFrom(anchor: PlainDate, months: number, service: Service): Result<Held> {
  const periods = placed(service.periods, anchor);
  if (!periods.ok) return periods;
  let total = months;
  for (;;) {
    const due = addMonths(anchor, total);
    const out = leftOut(periods.value, due, service);
    if (out.open !== null) return refused(periodNotEnded({ from: showDate(out.open) }));
    const more = extended(service, anchor, due);
    const next = months + out.months + more.months;
    // It only grows, and by what begins before its end: as often as there are periods and faults.
    if (next <= total) {
      const said = [...out.because, ...more.because].toSorted((a, b) =>
        (a.on ?? '') < (b.on ?? '') ? -1 : (a.on ?? '') > (b.on ?? '') ? 1 : 0,
      );
      return ok({ dueOn: due, leftOutMonths: out.months, extendedMonths: more.months, faults: more.faults, because: said });
    }
    total = next;
  }
}
