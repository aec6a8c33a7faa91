/** How each group of somebody's own record stands: confirmed, on its way, something missing. Pure. */
import type { Instant } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import type { Component } from '#record/register/components.ts';
import type { GroupCode } from '#standard/shapes.ts';

/**
 * `waiting`: sent by the body, not decided yet · `returned`: the body is repairing it · `missing`: something needed was never stated ·
 * `confirmed`: stated, and somebody signed for it · `unconfirmed`: stands from the first load, signed by nobody ·
 * `nothing`: never stated, and nothing in it is needed of everybody · `system`: the system itself writes it
 */
export type GroupState = 'waiting' | 'returned' | 'missing' | 'confirmed' | 'unconfirmed' | 'nothing' | 'system';

/** What is on its way for a group, as the wall lets the person know it. */
export interface OwnItem {
  readonly group: GroupCode;
  /** state of an item (`record/confirmation`) */
  readonly state: string;
  readonly since: Instant;
}

export interface GroupStanding {
  readonly state: GroupState;
  /** labels of what is needed and was never stated */
  readonly missing: readonly Bilingual[];
  /** since when it waits, or is being repaired */
  readonly since: Instant | null;
}

const REPAIRED: readonly string[] = ['returned'];

/**
 * @param component  how far the group is whole and confirmed
 * @param items      what is on its way for this person, of any group
 */
export function standingOf({ code, state, missing }: Component, items: readonly OwnItem[]): GroupStanding {
  const mine = items.filter((item) => item.group === code);
  const oldest = (some: readonly OwnItem[]): Instant | null => some.map((item) => item.since).sort()[0] ?? null;
  const waiting = mine.filter((item) => !REPAIRED.includes(item.state));
  if (waiting.length > 0) return { state: 'waiting', missing, since: oldest(waiting) };
  if (mine.length > 0) return { state: 'returned', missing, since: oldest(mine) };
  if (missing.length > 0) return { state: 'missing', missing, since: null };
  return { state: state === 'whole' ? 'confirmed' : state === 'incomplete' ? 'missing' : state, missing, since: null };
}
