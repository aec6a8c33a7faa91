/**
 * The day of the next regular raise: the one function that the expected date on the record page and rule QT08 both ask.
 * A step is held for its months (ND 204/2004 art. 7); a discipline, a year "not completed" and unpaid leave lengthen that time
 * (TT 08/2013/TT-BNV art. 2; rows with dates in `law/raise-delays.json`).
 */
import type { PlainDate } from '#base/clock.ts';
import { addMonths, earliestDay, latestDay } from '#base/vietnamese/dates.ts';
import { raiseDelay } from './law/raise-delays.ts';
import { lineScalar, lineText, linesOf, textOf } from './record-access.ts';
import { groupOf } from './rules/pay.ts';
import type { Line, RecordDocument } from './shapes.ts';

/** One reason why the step is held longer. */
export interface RaiseDelay {
  readonly what: 'discipline' | 'rating' | 'leave';
  /** the day that counts: a discipline's effect, the end of a rated year, the first day of a leave */
  readonly on: PlainDate;
  /** whole months; null = a leave without end: the raise cannot be told */
  readonly months: number | null;
  /** the law of this row is not certain */
  readonly uncertain: boolean;
}

export interface RaiseDue {
  /** the day on which the step has been held long enough, delays included */
  readonly dueOn: PlainDate;
  /** the same without delays */
  readonly dueUndelayed: PlainDate;
  /** those that count, by their day */
  readonly delays: readonly RaiseDelay[];
  readonly uncertain: boolean;
}

const byDay = (a: RaiseDelay, b: RaiseDelay): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

function disciplines(document: RecordDocument, employee: string): RaiseDelay[] {
  return (linesOf(document, 'P', 'kyLuat') ?? []).flatMap((line): RaiseDelay[] => {
    const on = lineText(line, 'ngayHieuLuc');
    if (on === '') return [];
    const row = raiseDelay('discipline', lineText(line, 'hinhThuc'), on, employee);
    const stated = lineScalar(line, 'keoDaiNangLuongThang');
    const months = typeof stated === 'number' ? stated : (row?.months ?? 0);
    return months > 0 ? [{ what: 'discipline', on, months, uncertain: typeof stated !== 'number' && row?.confidence === 'uncertain' }] : [];
  });
}

/** A year "not completed". One that a discipline of that year explains adds nothing: it echoes the same act. */
function ratings(document: RecordDocument, employee: string, faults: readonly RaiseDelay[]): RaiseDelay[] {
  return (linesOf(document, 'N', 'danhGia') ?? []).flatMap((line): RaiseDelay[] => {
    const year = lineText(line, 'ky');
    if (!/^\d{4}$/.test(year) || faults.some(({ on }) => on.startsWith(year))) return [];
    const on = latestDay(year);
    const row = raiseDelay('rating', lineText(line, 'xepLoai'), on, employee);
    return row?.months ? [{ what: 'rating', on, months: row.months, uncertain: row.confidence === 'uncertain' }] : [];
  });
}

/** Whole months from one day to another, the rest dropped. */
function wholeMonths(from: PlainDate, to: PlainDate): number {
  let months = 0;
  while (addMonths(from, months + 1) <= to) months += 1;
  return months;
}

/** Unpaid leave of the career, as far as it lies after the anchor. Of a year without months nothing is counted: it cannot be told. */
function leaves(document: RecordDocument, employee: string, anchor: PlainDate): RaiseDelay[] {
  return (linesOf(document, 'K', 'congTac') ?? []).flatMap((line): RaiseDelay[] => {
    const [from, to] = [lineText(line, 'tuThang'), lineText(line, 'denThang')];
    if (from.length < 7 || (to !== '' && to.length < 7)) return [];
    const began = earliestDay(from);
    if (!raiseDelay('leave', lineText(line, 'loai'), began, employee)) return [];
    const on = began < anchor ? anchor : began;
    if (to === '') return [{ what: 'leave', on, months: null, uncertain: false }];
    // The last month, or day, still belongs to the leave.
    const after = to.length === 7 ? addMonths(`${to}-01`, 1) : to;
    const months = after <= on ? 0 : wholeMonths(on, after);
    return months > 0 ? [{ what: 'leave', on, months, uncertain: false }] : [];
  });
}

/**
 * When the step of this pay line has been held long enough for a regular raise.
 *
 * @param line  counted from its counting date (`mocTinhNangBac`), else from the day it is paid from
 * @returns     null at the last step, for posts without steps by time, when grade, step or anchor are not known,
 *              and while an unpaid leave without end runs
 * A delay counts when its day lies in the time for which the step is held, delays included; on the due day itself it is too late.
 * Not judged here: whether a discipline was annulled, and which part of a sick leave counts; the record does not tell.
 */
export function raiseDue(document: RecordDocument, line: Line): RaiseDue | null {
  const anchor = lineText(line, 'mocTinhNangBac') || lineText(line, 'ngayHuong');
  const step = Number(lineScalar(line, 'bac') ?? 0);
  const group = anchor === '' || step < 1 ? null : groupOf(document, line, anchor);
  if (group === null || group.stepMonths === null || step >= group.coefficients.length) return null;
  const { stepMonths } = group;
  const employee = textOf(document, 'A', 'loaiDoiTuong');
  const faults = disciplines(document, employee);
  const all = [...faults, ...ratings(document, employee, faults), ...leaves(document, employee, anchor)]
    .filter(({ on }) => on >= anchor)
    .sort(byDay);
  let total = stepMonths;
  const delays: RaiseDelay[] = [];
  for (const delay of all) {
    if (delay.on >= addMonths(anchor, total)) break;
    if (delay.months === null) return null;
    total += delay.months;
    delays.push(delay);
  }
  return {
    dueOn: addMonths(anchor, total),
    dueUndelayed: addMonths(anchor, stepMonths),
    delays,
    uncertain: group.confidence === 'uncertain' || delays.some(({ uncertain }) => uncertain),
  };
}

/** The day alone, for the record page; null when it cannot be told. */
export const expectedRaise = (document: RecordDocument, line: Line): PlainDate | null => raiseDue(document, line)?.dueOn ?? null;
