/**
 * The day of the next regular raise as a record tells it: the one function that the expected date on the record page and rule QT08 both ask. What the law says
 * of a step that is held stands in `personnel/hold.ts`; here a record is read into what it asks: career, ratings, disciplines. Pure.
 */
import type { PlainDate } from '#base/clock.ts';
import { addMonths, earliestDay, latestDay } from '#base/vietnamese/dates.ts';
import { codeList } from './code-lists.ts';
import { raiseDelay } from './law/raise-delays.ts';
import { heldFrom } from './personnel/hold.ts';
import type { Fault, Held, Service, ServicePeriod } from './personnel/hold.ts';
import { isUncertain } from './personnel/reason.ts';
import { lineScalar, lineText, linesOf, textOf } from './record-access.ts';
import { groupOf } from './rules/pay.ts';
import type { Line, RecordDocument } from './shapes.ts';

export interface RaiseDue {
  /** the day on which the step has been held long enough, delays included */
  readonly dueOn: PlainDate;
  /** the same without delays */
  readonly dueUndelayed: PlainDate;
  readonly held: Held;
  /** the law of something that delays it is not certain */
  readonly uncertain: boolean;
}

const PARTY = 'dang';
const isOfParty = (form: string): boolean => codeList('ky_luat').entries.find(({ code }) => code === form)?.attributes['khoi'] === PARTY;

/** Disciplines that extend by the law of their day, or by their own decision. */
const disciplines = (document: RecordDocument, employee: string): Fault[] =>
  (linesOf(document, 'P', 'kyLuat') ?? []).flatMap((line): Fault[] => {
    const on = lineText(line, 'ngayHieuLuc');
    const form = lineText(line, 'hinhThuc');
    if (on === '') return [];
    const kind = isOfParty(form) ? 'party' : 'discipline';
    const stated = lineScalar(line, 'keoDaiNangLuongThang');
    const months = typeof stated === 'number' ? stated : (raiseDelay(kind, form, on, employee)?.months ?? 0);
    return months > 0 ? [{ kind, form, on, ...(typeof stated === 'number' ? { months: stated } : {}) }] : [];
  });

/**
 * The record does not tell what a discipline was for: the first of the Party and the first administrative one of a year are taken as of one act, which counts
 * once, by the longer of them. One pair a year, so that no further line of a record ever makes a raise earlier.
 */
function oneAct(faults: readonly Fault[]): readonly Fault[] {
  const firsts = new Map<string, Fault>();
  for (const fault of faults.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))) {
    const key = `${fault.kind} ${fault.on.slice(0, 4)}`;
    if (!firsts.has(key)) firsts.set(key, fault);
  }
  return faults.map((fault) => {
    const year = fault.on.slice(0, 4);
    return firsts.get(`${fault.kind} ${year}`) === fault ? { ...fault, decision: year } : fault;
  });
}

/** Years that were rated; the day of the notice is not told, the last of the year counts. One of the year of a discipline is taken as its echo. */
const ratings = (document: RecordDocument, faults: readonly Fault[]): Fault[] =>
  (linesOf(document, 'N', 'danhGia') ?? []).flatMap((line): Fault[] => {
    const year = lineText(line, 'ky');
    if (!/^\d{4}$/.test(year) || faults.some(({ on }) => on.startsWith(year))) return [];
    return [{ kind: 'rating', form: lineText(line, 'xepLoai'), on: latestDay(year), year: Number(year) }];
  });

/** Unpaid leave of the career. Of a year without months nothing is counted: it cannot be told. */
const leaves = (document: RecordDocument, employee: string): ServicePeriod[] =>
  (linesOf(document, 'K', 'congTac') ?? []).flatMap((line): ServicePeriod[] => {
    const [from, to] = [lineText(line, 'tuThang'), lineText(line, 'denThang')];
    const kind = lineText(line, 'loai');
    if (from.length < 7 || (to !== '' && to.length < 7)) return [];
    const began = earliestDay(from);
    const last = to === '' ? null : latestDay(to);
    // Days that are the wrong way round another rule tells.
    if (!raiseDelay('leave', kind, began, employee) || (last !== null && last < began)) return [];
    return [{ kind, from: began, to: last }];
  });

/** What a record tells of how somebody served. */
export function serviceOf(document: RecordDocument): Service {
  const employee = textOf(document, 'A', 'loaiDoiTuong');
  const faults = disciplines(document, employee);
  return { employee, periods: leaves(document, employee), faults: [...oneAct(faults), ...ratings(document, faults)] };
}

/**
 * When the step of this pay line has been held long enough for a regular raise.
 *
 * @param line  counted from its counting date (`mocTinhNangBac`), else from the day it is paid from
 * @returns     null at the last step, for posts without steps by time, when grade, step or anchor are not known,
 *              and while an unpaid leave without end runs
 * Not judged here: whether a discipline was annulled, and which part of a sick leave counts; the record does not tell.
 */
export function raiseDue(document: RecordDocument, line: Line): RaiseDue | null {
  const anchor = lineText(line, 'mocTinhNangBac') || lineText(line, 'ngayHuong');
  const step = Number(lineScalar(line, 'bac') ?? 0);
  const group = anchor === '' || step < 1 ? null : groupOf(document, line, anchor);
  if (group === null || group.stepMonths === null || step >= group.coefficients.length) return null;
  const held = heldFrom(anchor, group.stepMonths, serviceOf(document));
  if (!held.ok) return null;
  return {
    dueOn: held.value.dueOn,
    dueUndelayed: addMonths(anchor, group.stepMonths),
    held: held.value,
    uncertain: group.confidence === 'uncertain' || isUncertain(held.value.because),
  };
}

/** The day alone, for the record page; null when it cannot be told. */
export const expectedRaise = (document: RecordDocument, line: Line): PlainDate | null => raiseDue(document, line)?.dueOn ?? null;
