/**
 * What falls due for somebody, as a confirmed record tells it: the rows of the due lists, each with its reasons. Derived, never stored here; the day is a
 * parameter. What the record does not tell is a problem beside the rows, never a guess. Pure.
 */
import type { PlainDate } from '#base/clock.ts';
import { ok } from '#base/problem.ts';
import type { Bilingual, Problem, Result } from '#base/problem.ts';
import { addDays, addMonths, latestDay, showDate } from '#base/vietnamese/dates.ts';
import { numberWords } from '#base/vietnamese/number-words.ts';
import { isInService } from '#standard/derived-values.ts';
import { serviceOf } from '#standard/raise-due.ts';
import { compoundOf, lineScalar, lineText, linesOf, textOf } from '#standard/record-access.ts';
import { groupOf, payLinesByDate } from '#standard/rules/pay.ts';
import type { Line, RecordDocument } from '#standard/shapes.ts';
import { beyondScale } from './beyond-scale.ts';
import { fixedTerm, secondment } from './contract.ts';
import { raiseDueOf } from './raise.ts';
import type { PayFact } from './raise.ts';
import { because, isUncertain } from './reason.ts';
import type { Reason } from './reason.ts';
import { retirement } from './retirement.ts';
import { wholeMonths } from './spans.ts';
import { termEnd } from './term.ts';

/** The seven counters of the desk. */
export const DUE_KINDS = ['raise', 'beyond-scale', 'retirement', 'term', 'contract', 'probation', 'secondment'] as const;
export type DueKind = (typeof DUE_KINDS)[number];

export interface DueRow {
  readonly kind: DueKind;
  /** from this day it holds, or is over */
  readonly dueOn: PlainDate;
  /** by this day the next act is to be done: it decides in which counter the row stands */
  readonly actBy: PlainDate;
  readonly text: Bilingual;
  readonly because: readonly Reason[];
  readonly uncertain: boolean;
}

export interface DueRows {
  /** by `actBy`, within the months asked for */
  readonly rows: readonly DueRow[];
  /** what cannot be told, and why */
  readonly untold: readonly { readonly kind: DueKind; readonly problem: Problem }[];
}

type Found = Result<DueRow | null>;
const NONE: Found = ok(null);
const row = (kind: DueKind, dueOn: PlainDate, actBy: PlainDate, text: Bilingual, reasons: readonly Reason[]): Found =>
  ok({ kind, dueOn, actBy, text, because: reasons, uncertain: isUncertain(reasons) });
const stated = (on: PlainDate, vi: string, en: string): Reason => because({ what: 'due', on, text: { vi, en } });

/** The last pay row that holds on a day, with the rows of its grade and step before it: the first of them tells since when the step is held. */
function stepOn(document: RecordDocument, on: PlainDate): { readonly pay: PayFact; readonly last: Line } | null {
  const lines = payLinesByDate(document)
    .map(({ line }) => line)
    .filter((line) => lineText(line, 'ngayHuong') <= on);
  const last = lines.at(-1);
  if (last === undefined) return null;
  const isSame = (line: Line): boolean => ['maNgach', 'bac'].every((key) => lineText(line, key) === lineText(last, key));
  const first = lines.slice(lines.findLastIndex((line) => !isSame(line)) + 1)[0]!;
  const anchor = lineText(first, 'mocTinhNangBac') || lineText(first, 'ngayHuong');
  const group = groupOf(document, last, anchor);
  // An elected post has no steps by time, and an unknown grade none that can be told: neither is due.
  if (group === null || group.stepMonths === null) return null;
  return { pay: { table: group.table, group: group.group, step: Number(lineScalar(last, 'bac') ?? 0), anchor }, last };
}

function raiseRow(document: RecordDocument, today: PlainDate): Found {
  const held = stepOn(document, today);
  if (held === null) return NONE;
  const due = raiseDueOf(held.pay, serviceOf(document));
  if (!due.ok) return due.problems[0]?.code === 'E-RAISE-TOP-STEP' ? NONE : due;
  const { dueOn, newStep, newCoefficient, because: reasons } = due.value;
  const text = {
    vi: `Nâng lên bậc ${newStep}, hệ số ${numberWords(newCoefficient).vi}`,
    en: `Raise to step ${newStep}, coefficient ${newCoefficient}`,
  };
  return row('raise', dueOn, dueOn, text, reasons);
}

function beyondRow(document: RecordDocument, today: PlainDate): Found {
  const held = stepOn(document, today);
  if (held === null) return NONE;
  const paid = Number(lineScalar(held.last, 'vuotKhungPct') ?? 0);
  const service = serviceOf(document);
  let next = beyondScale(held.pay, service, held.pay.anchor!);
  // The first percent that the record does not have: one that was missed is overdue, not passed over.
  while (next.ok && next.value.nextPercent <= paid) next = beyondScale(held.pay, service, next.value.nextOn);
  if (!next.ok) return next.problems[0]?.code === 'E-SENIORITY-NOT-LAST-STEP' ? NONE : next;
  const { nextOn, nextPercent, because: reasons } = next.value;
  return row('beyond-scale', nextOn, nextOn, { vi: `Vượt khung ${nextPercent}%`, en: `Beyond the scale ${nextPercent} %` }, reasons);
}

const retirementOf = (document: RecordDocument) => retirement(textOf(document, 'B', 'gioiTinh'), textOf(document, 'B', 'ngaySinh'));

function retirementRow(document: RecordDocument): Found {
  const days = retirementOf(document);
  if (!days.ok) return days;
  const { retireFrom, noticeBy, decisionBy, because: reasons } = days.value;
  const isNotified = compoundOf(document, 'V', 'thongBaoNghiHuu') !== undefined;
  return row(
    'retirement',
    retireFrom,
    isNotified ? decisionBy : noticeBy,
    isNotified
      ? { vi: 'Ra quyết định nghỉ hưu', en: 'Decide on retirement' }
      : { vi: 'Thông báo nghỉ hưu', en: 'Give notice of retirement' },
    reasons,
  );
}

/** Lines with a first day, by it. */
const byStart = (lines: readonly Line[]): readonly Line[] =>
  lines
    .filter((line) => lineText(line, 'tuNgay') !== '')
    .toSorted((a, b) => (lineText(a, 'tuNgay') < lineText(b, 'tuNgay') ? -1 : lineText(a, 'tuNgay') > lineText(b, 'tuNgay') ? 1 : 0));

const SECONDED = 'BIET_PHAI';
/** Appointments that have a term by law; elected posts end with their body, an extension with retirement. */
const HAVE_TERM: ReadonlySet<string> = new Set(['BO_NHIEM', 'BO_NHIEM_LAI']);
const NEXT: Readonly<Record<ReturnType<typeof termEnd>['next'], Bilingual>> = {
  'extend-to-retirement': { vi: 'Hết thời hạn: xét kéo dài đến tuổi nghỉ hưu', en: 'Term ends: consider an extension to retirement' },
  'again-until-retirement': {
    vi: 'Hết thời hạn: xét bổ nhiệm lại đến tuổi nghỉ hưu',
    en: 'Term ends: consider a new one until retirement',
  },
  again: { vi: 'Hết thời hạn: xét bổ nhiệm lại', en: 'Term ends: consider a new one' },
};

function termRow(document: RecordDocument, today: PlainDate): Found {
  const last = byStart(linesOf(document, 'L', 'boNhiem') ?? [])
    .filter((line) => lineText(line, 'hinhThuc') !== SECONDED && lineText(line, 'tuNgay') <= today)
    .at(-1);
  if (last === undefined || !HAVE_TERM.has(lineText(last, 'hinhThuc'))) return NONE;
  const days = retirementOf(document);
  if (!days.ok) return days;
  const [from, to] = [lineText(last, 'tuNgay'), lineText(last, 'denNgay')];
  const months = to === '' ? null : wholeMonths({ from, before: addDays(to, 1) });
  const end = termEnd(from, months, days.value.retireFrom);
  const after = to === '' ? end.endsOn : addDays(to, 1);
  // A day that is no whole number of months after the first is a term of its own: it ends as the decision says.
  return end.endsOn === after || end.endsOn === to
    ? row('term', end.endsOn, end.decideBy, NEXT[end.next], end.because)
    : row('term', after, to, NEXT[end.next], [
        stated(to, `Ngày cuối ghi trong quyết định: ${showDate(to)}`, `Last day by the decision: ${showDate(to)}`),
      ]);
}

const OF_PUBLIC_EMPLOYEES: ReadonlySet<string> = new Set(['HDLV_XD', 'HDLV_36']);

function contractRow(document: RecordDocument): Found {
  const last = byStart(linesOf(document, 'E', 'hopDong') ?? []).at(-1);
  const [from, to] = [lineText(last ?? null, 'tuNgay'), lineText(last ?? null, 'denNgay')];
  if (last === undefined || to === '') return NONE;
  const text = { vi: `Hợp đồng hết hạn ${showDate(to)}`, en: `Contract ends on ${showDate(to)}` };
  const reasons = [stated(to, `Ngày cuối ghi trong hợp đồng: ${showDate(to)}`, `Last day by the contract: ${showDate(to)}`)];
  if (!OF_PUBLIC_EMPLOYEES.has(lineText(last, 'loai'))) return row('contract', addDays(to, 1), to, text, reasons);
  const end = fixedTerm(from, to);
  return end.ok ? row('contract', addDays(to, 1), end.value.settleBy, text, reasons) : end;
}

function probationRow(document: RecordDocument, today: PlainDate): Found {
  const last = textOf(document, 'E', 'ngayHetTapSu');
  const isOn = textOf(document, 'A', 'trangThaiCongTac') === 'TAP_SU' || last >= today;
  if (last === '' || !isOn) return NONE;
  return row('probation', addDays(last, 1), last, { vi: 'Hết tập sự: bổ nhiệm vào ngạch', en: 'Probation ends: appoint to the grade' }, [
    stated(last, `Ngày hết tập sự ghi trong hồ sơ: ${showDate(last)}`, `End of probation by the record: ${showDate(last)}`),
  ]);
}

function secondmentRow(document: RecordDocument, today: PlainDate): Found {
  const last = byStart(linesOf(document, 'L', 'boNhiem') ?? [])
    .filter((line) => lineText(line, 'hinhThuc') === SECONDED && lineText(line, 'tuNgay') <= today)
    .at(-1);
  const [from, to] = [lineText(last ?? null, 'tuNgay'), lineText(last ?? null, 'denNgay')];
  const isOn = textOf(document, 'A', 'trangThaiCongTac') === SECONDED || to >= today;
  if (last === undefined || to === '' || !isOn) return NONE;
  const end = secondment(from, to);
  if (!end.ok) return end;
  return row(
    'secondment',
    end.value.backOn,
    end.value.remindOn,
    { vi: 'Hết biệt phái: nhắc hai cơ quan', en: 'Secondment ends: remind both agencies' },
    [stated(to, `Ngày cuối ghi trong quyết định: ${showDate(to)}`, `Last day by the decision: ${showDate(to)}`)],
  );
}

/**
 * What falls due for somebody, most urgent first.
 *
 * @param today   nobody who has left by then has rows
 * @param months  how far ahead
 * Probation is told by the end that the record states; the record does not say which length its grade asks for.
 */
export function dueRows(document: RecordDocument, today: PlainDate, months: number): DueRows {
  if (!isInService(document, today)) return { rows: [], untold: [] };
  const found: readonly (readonly [DueKind, Found])[] = [
    ['raise', raiseRow(document, today)],
    ['beyond-scale', beyondRow(document, today)],
    ['retirement', retirementRow(document)],
    ['term', termRow(document, today)],
    ['contract', contractRow(document)],
    ['probation', probationRow(document, today)],
    ['secondment', secondmentRow(document, today)],
  ];
  const until = addMonths(today, months);
  return {
    rows: found
      .flatMap(([, one]) => (one.ok && one.value !== null && one.value.actBy <= until ? [one.value] : []))
      .toSorted((a, b) => (a.actBy < b.actBy ? -1 : a.actBy > b.actBy ? 1 : 0)),
    untold: found.flatMap(([kind, one]) => (one.ok ? [] : [{ kind, problem: one.problems[0]! }])),
  };
}

export const DUE_BUCKETS = ['overdue', 'this-month', 'soon', 'later'] as const;
export type DueBucket = (typeof DUE_BUCKETS)[number];
/** How far "soon" reaches: the counter of the desk, no figure of the law. */
const SOON_DAYS = 90;

/** In which counter a row stands on a day; each in one. */
export function bucketOf({ actBy }: Pick<DueRow, 'actBy'>, today: PlainDate): DueBucket {
  if (actBy < today) return 'overdue';
  if (actBy <= latestDay(today.slice(0, 7))) return 'this-month';
  return actBy <= addDays(today, SOON_DAYS) ? 'soon' : 'later';
}

/** The counters of the desk for rows of many. */
export function countersOf(rows: readonly DueRow[], today: PlainDate): Readonly<Record<DueKind, Readonly<Record<DueBucket, number>>>> {
  const counted = (kind: DueKind, bucket: DueBucket): number =>
    rows.filter((one) => one.kind === kind && bucketOf(one, today) === bucket).length;
  const ofKind = (kind: DueKind) =>
    Object.fromEntries(DUE_BUCKETS.map((bucket) => [bucket, counted(kind, bucket)])) as Record<DueBucket, number>;
  return Object.fromEntries(DUE_KINDS.map((kind) => [kind, ofKind(kind)])) as Record<DueKind, Record<DueBucket, number>>;
}
