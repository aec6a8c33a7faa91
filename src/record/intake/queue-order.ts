/** By what the officer's queue is narrowed, and in which orders it may stand. Codes only: they may stand in an address. Pure. */
import type { Instant } from '#base/clock.ts';
import type { MatchLevel } from '#record/matching/shapes.ts';

/** In which order the queue may stand. Of equals, who has waited longest comes first. */
export const QUEUE_SORTS = ['oldest', 'newest', 'name', 'warnings', 'match'] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

/** In place of a code of a problem: of whom the check said something, or nothing. */
export const WARNED = ['some', 'none'] as const;

export interface QueueFilter {
  readonly bodyId?: string | undefined;
  /** one of `WARNED`, or the code of a problem */
  readonly warning?: string | undefined;
  readonly match?: MatchLevel | undefined;
  readonly waitingBefore?: Instant | undefined;
  readonly sort?: QueueSort | undefined;
}

/** The text by which each order is kept, bytewise; of a row `w` of people who wait with what was found of them. */
export const SORT_KEYS: Readonly<Record<QueueSort, string>> = {
  oldest: `''`,
  newest: `lpad((9007199254740991 - (extract(epoch from w.since) * 1000000)::bigint)::text, 16, '0')`,
  name: `coalesce(w.name_sort, w.name)`,
  warnings: `lpad((99999 - least(w.warnings, 99999))::text, 5, '0')`,
  // What an officer must look at longest stands first.
  match: `array_position(array['LECH', 'KHONG_TIM_THAY', 'GAN_KHOP', 'CHUA', 'KHOP'], w.level)::text`,
};
