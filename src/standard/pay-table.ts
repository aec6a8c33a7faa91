/**
 * Pay by law: the groups of a grade or professional title, the coefficient of its steps, months per step, base pay; all as of a day.
 * A grade on a day has a set of groups: the one that is given, and those that people may keep by a transitional clause (Decision 0011).
 * Coefficients are decimal text with two places ("3.66"). Source: Decree 204/2004/ND-CP tables 1–4 and its amendments, Resolution 730/2004
 * (elected posts), the base-pay decrees; per row in `codelists/bang_luong_nd204.json`, `bang_luong_chuc_vu.json`, `luong_co_so.json`.
 * Before 2004-10-01 no table is held: every answer is null, which means "cannot be checked", never "wrong".
 */
import type { PlainDate } from '#base/clock.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { type CodeEntry, codeList, entryAt, type ListConfidence } from './code-lists.ts';

/** The row of a pay table that a grade stands in on a day. */
export interface PayGroup {
  /** code of `loai_bang_luong`: "1" … "4", "CV" */
  readonly table: string;
  /** "A1", "A2.1", "B" …; the post's own code in table CV */
  readonly group: string;
  /** by step, the first step at index 0 */
  readonly coefficients: readonly string[];
  /** whole months to hold a step before the next; null where steps are not by time (elected posts) */
  readonly stepMonths: number | null;
  /** the weaker of the grade's group and the table's row */
  readonly confidence: ListConfidence;
}
export interface PayStep extends PayGroup {
  /** 1-based */
  readonly step: number;
  readonly coefficient: string;
  readonly isLastStep: boolean;
}

/** A group over time as the list files write it; days inclusive. `hold_clause`: kept after `valid_to`, until `hold_to` (null = without end). */
interface DatedGroup {
  readonly nhom: string;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly hold_to?: string | null;
  readonly hold_clause?: string;
  readonly confidence?: ListConfidence;
}
const WEAKEST: readonly ListConfidence[] = ['demo', 'uncertain', 'design', 'known', 'found'];
const weaker = (a: ListConfidence, b: ListConfidence): ListConfidence => (WEAKEST.indexOf(a) < WEAKEST.indexOf(b) ? a : b);

const isGiven = (group: DatedGroup, on: PlainDate): boolean =>
  (group.valid_from ?? '') <= on && (group.valid_to === null || on < addDays(group.valid_to, 1));
const isKept = (group: DatedGroup, on: PlainDate): boolean =>
  group.hold_clause !== undefined &&
  group.valid_to !== null &&
  group.valid_to < on &&
  (group.hold_to === undefined || group.hold_to === null || on < addDays(group.hold_to, 1));

/** Those given on the day first, then those kept. */
function groupsOnDay(entry: CodeEntry, on: PlainDate): readonly DatedGroup[] {
  const groups = (entry.attributes['nhom_luong'] ?? []) as readonly DatedGroup[];
  return [...groups.filter((group) => isGiven(group, on)), ...groups.filter((group) => isKept(group, on))];
}

/** A row of a pay table on a day: "2", "A1"; null when there is none. `confidence`: of what led to it. */
export function rowOfTable(table: string, group: string, on: PlainDate, confidence: ListConfidence = 'found'): PayGroup | null {
  const row = entryAt('bang_luong_nd204', `${table}.${group}`, on);
  if (!row) return null;
  return {
    table,
    group,
    coefficients: row.attributes['he_so'] as readonly string[],
    stepMonths: row.attributes['thang_nang_bac'] as number,
    confidence: weaker(confidence, row.confidence),
  };
}

/**
 * The pay groups that a grade may stand in on a day, the one given then first; `listCode` is `ngach_cong_chuc`, `chuc_danh_nghe_nghiep` or `bang_luong_chuc_vu`.
 * 01.004 was B until 2021-07-31 and is A0 since, but who lacked the degree keeps B for five years: both. Empty when the grade is unknown, its group
 * is not known, or no table is held. A single certain group may be told as a figure; a set, or an uncertain group, never (Decision 0011).
 * The grade itself may be closed or not begun on that day: its groups are still told, since pay rows outlive the list (whether the code may stand is `resolveCode`'s question).
 */
export function payGroups(listCode: string, grade: string, on: PlainDate): readonly PayGroup[] {
  const entry = entryAt(listCode, grade, on) ?? codeList(listCode).entries.find(({ code }) => code === grade);
  if (!entry) return [];
  if (listCode === 'bang_luong_chuc_vu') {
    const coefficients = entry.attributes['he_so'] as readonly string[];
    return [{ table: 'CV', group: entry.code, coefficients, stepMonths: null, confidence: entry.confidence }];
  }
  const confidence = (entry.attributes['confidence_nhom'] ?? entry.confidence) as ListConfidence;
  const table = String(entry.attributes['bang']);
  return groupsOnDay(entry, on).flatMap((group) => rowOfTable(table, group.nhom, on, group.confidence ?? confidence) ?? []);
}

/** The pay group that a grade is given on a day; null when there is none. Who holds the grade may stand in another: `payGroups`. */
export const payGroup = (listCode: string, grade: string, on: PlainDate): PayGroup | null => payGroups(listCode, grade, on)[0] ?? null;

const LEVELS = 'bac_nghe_nghiep';
const PUBLIC_EMPLOYEES_TABLE = '3';

/**
 * The pay groups of a public employee by professional level (`bac_nghe_nghiep`): the group of who is recruited by level first, then those of who came into
 * the level from a title. Empty before 2026-07-01 and for an unknown level. Source: NĐ 232/2026/NĐ-CP art. 7.3, 18.2.
 */
export function payGroupsOfLevel(level: string, on: PlainDate): readonly PayGroup[] {
  const entry = entryAt(LEVELS, level, on);
  if (!entry) return [];
  const names = [entry.attributes['nhom_luong_moi'] as string, ...(entry.attributes['nhom_luong_chuyen'] as readonly string[])];
  return [...new Set(names)].flatMap((name) => rowOfTable(PUBLIC_EMPLOYEES_TABLE, name, on, entry.confidence) ?? []);
}

/** The pay of a step of the group that a grade is given on a day; null when it has none then or the group no such step. `step` is 1-based. */
export function payStep(listCode: string, grade: string, step: number, on: PlainDate): PayStep | null {
  const group = payGroup(listCode, grade, on);
  const coefficient = group?.coefficients[step - 1];
  if (!group || coefficient === undefined) return null;
  return { ...group, step, coefficient, isLastStep: step === group.coefficients.length };
}

/** Whole months to hold a step of a grade: 60 senior experts, 36 A0–A3, 24 B, C and table 4; null when not by time or not known. */
export const stepMonths = (listCode: string, grade: string, on: PlainDate): number | null =>
  payGroup(listCode, grade, on)?.stepMonths ?? null;
