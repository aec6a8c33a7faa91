/**
 * A table as anybody may read it: rounded, few told as few, sensitive figures withheld where they would say something of everybody or nobody, and nothing left from
 * which a sensitive figure below `few` follows exactly. Pure. Decision 0147.
 */
import type { PlainDate } from '#base/clock.ts';
import data from './disclosure-rules.json' with { type: 'json' };
import type { DIMENSIONS, PublishedCell, PublishedRow, ReportCondition, ReportRow } from './shapes.ts';

type Dimension = (typeof DIMENSIONS)[number];
export interface DisclosureRules {
  readonly version: number;
  readonly base: number;
  readonly few: number;
  readonly smallBody: number;
  readonly apartMin: number;
  readonly apartMax: number;
  readonly sensitive: readonly string[];
}
const ROWS: readonly (DisclosureRules & { readonly validFrom: PlainDate; readonly validTo: PlainDate | null })[] = data.rules;

/** Throws when no rules are in force on that day. */
export function disclosureRulesOn(day: PlainDate): DisclosureRules {
  const found = ROWS.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo));
  if (!found) throw new Error(`no rules of disclosure on ${day}`);
  return found;
}

/** Every dimension that conditions ask of, those within `any` too. */
export const dimensionsOf = (where: readonly (ReportCondition | Alternatives)[]): Dimension[] =>
  where.flatMap((one) => ('any' in one ? one.any.flatMap((list) => dimensionsOf(list)) : [one.of]));
export interface Alternatives {
  readonly any: readonly (readonly (ReportCondition | Alternatives)[])[];
}

export const isSensitive = (
  where: readonly (ReportCondition | Alternatives)[],
  { sensitive }: Pick<DisclosureRules, 'sensitive'>,
): boolean => dimensionsOf(where).some((of) => sensitive.includes(of));

const WITHHELD: PublishedCell = { as: 'withheld', n: 0 };

function cellOf(n: number, all: number, sensitive: boolean, rules: DisclosureRules): PublishedCell {
  if (sensitive && (all < rules.smallBody || n < rules.few || all - n < rules.few)) return WITHHELD;
  if (n === 0) return { as: 'rounded', n: 0 };
  if (n < rules.few) return { as: 'few', n: 0 };
  return { as: 'rounded', n: Math.round(n / rules.base) * rules.base };
}

interface Interval {
  lo: number;
  hi: number;
}
/** What whoever knows the rules reads of one cell. */
export function knownOf({ as, n }: PublishedCell, all: Interval, { base, few }: Pick<DisclosureRules, 'base' | 'few'>): Interval {
  if (as === 'withheld') return { lo: 0, hi: all.hi };
  if (as === 'few') return { lo: 1, hi: few - 1 };
  if (n === 0) return { lo: 0, hi: 0 };
  return { lo: Math.max(few, n - Math.floor(base / 2)), hi: n + Math.floor(base / 2) };
}

/** Narrows each line of a column by the total and the others, until nothing moves: what somebody with the table can know of it. */
function narrowed(cells: readonly PublishedCell[], total: PublishedCell, alls: readonly Interval[], rules: DisclosureRules): Interval[] {
  const lines = cells.map((cell, at) => knownOf(cell, alls[at]!, rules));
  const sum = knownOf(total, { lo: 0, hi: alls.reduce((hi, one) => hi + one.hi, 0) }, rules);
  for (let moved = true; moved;) {
    moved = false;
    const [lo, hi] = [lines.reduce((n, one) => n + one.lo, 0), lines.reduce((n, one) => n + one.hi, 0)];
    for (const line of lines) {
      const next = { lo: Math.max(line.lo, sum.lo - (hi - line.hi)), hi: Math.min(line.hi, sum.hi - (lo - line.lo)) };
      if (next.lo === line.lo && next.hi === line.hi) continue;
      Object.assign(line, next);
      moved = true;
      break;
    }
  }
  return lines;
}

/** @param wheres  conditions of each column with those of the report; the first column is that of all */
export function publishedTable(
  { rows, total }: { readonly rows: readonly ReportRow[]; readonly total: readonly number[] },
  wheres: readonly (readonly (ReportCondition | Alternatives)[])[],
  rules: DisclosureRules,
): { rows: PublishedRow[]; total: PublishedCell[] } {
  const sensitive = wheres.map((where) => isSensitive(where, rules));
  const round = (counts: readonly number[]): PublishedCell[] =>
    counts.map((n, at) => cellOf(n, counts[0] ?? 0, sensitive[at] ?? true, rules));
  const cells = rows.map((row) => round(row.counts));
  const sums = round(total);
  const alls = cells.map((row) => knownOf(row[0]!, { lo: 0, hi: Number.MAX_SAFE_INTEGER }, rules));
  const columns = wheres.map((_, at) => at);
  for (const at of columns.slice(1)) {
    const column = cells.map((row) => row[at]!);
    const lines = narrowed(column, sums[at]!, alls, rules);
    // Where the total gives a few away, it is the total that is not told.
    if (lines.some(({ lo, hi }, line) => lo === hi && (rows[line]!.counts[at] ?? 0) < rules.few && column[line]!.as !== 'rounded'))
      sums[at] = WITHHELD;
  }
  return { rows: rows.map(({ body, place }, line) => ({ body, place, cells: cells[line]! })), total: sums };
}

/** Lines whose populations of two releases are so near that the difference would tell of few people; those that went and those that came are set against each other too. */
export function tooNear(
  before: readonly ReportRow[],
  after: readonly ReportRow[],
  { apartMin, apartMax }: Pick<DisclosureRules, 'apartMin' | 'apartMax'>,
): string[] {
  const near = (one: number, other: number): boolean => Math.abs(one - other) >= apartMin && Math.abs(one - other) <= apartMax;
  const keyOf = ({ body, place }: ReportRow): string => `${place} ${body.id}`;
  const was = new Map(before.map((row) => [keyOf(row), row]));
  const same = after.filter((row) => was.has(keyOf(row)));
  const now = new Set(after.map(keyOf));
  const all = (rows: readonly ReportRow[]): number => rows.reduce((n, row) => n + (row.counts[0] ?? 0), 0);
  const [went, came] = [before.filter((row) => !now.has(keyOf(row))), after.filter((row) => !was.has(keyOf(row)))];
  return [
    ...same.filter((row) => near(row.counts[0] ?? 0, was.get(keyOf(row))!.counts[0] ?? 0)).map(({ body }) => body.name),
    ...(near(all(before), all(after)) ? ['*'] : []),
    ...(went.length > 0 && came.length > 0 && near(all(went), all(came)) ? [came[0]!.body.name] : []),
  ];
}
