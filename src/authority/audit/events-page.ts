/**
 * A page of the log in the order of the log, without a gap: between two rows that the reader sees stands how many they do not see.
 * The places themselves are public (the tree of hashes has them all), so that the count tells nothing that was hidden.
 */
import type { Tx } from '#base/database/transaction.ts';
import { LOG } from './shapes.ts';
import { choosesSome, eventsBelow, eventsWaiting, logSize } from './store.ts';
import type { EventChoice, ListedEvent } from './store.ts';

export interface EventsRequest {
  /** rows below this place; null = from the newest */
  readonly below: number | null;
  readonly limit: number;
  /** a choice of the reader, in which nothing is counted as outside */
  readonly choice: EventChoice;
}

export interface EventsFound {
  /** `outside`: rows of the log just above this one that are beyond the reader's reach */
  readonly rows: readonly (ListedEvent & { readonly outside: number })[];
  /** rows beyond reach below the last one; 0 while there is a next page, which counts them */
  readonly outsideAfter: number;
  /** the next page is below this place; null at the end */
  readonly next: number | null;
}

/** @param below  the place above the first of `rows`. Pure. */
export function countedOutside(rows: readonly ListedEvent[], below: number): { readonly rows: EventsFound['rows']; readonly rest: number } {
  let above = below;
  const counted = rows.map((row) => {
    if (row.index === null) return { ...row, outside: 0 };
    const outside = above - row.index - 1;
    above = row.index;
    return { ...row, outside };
  });
  return { rows: counted, rest: above };
}

export async function eventsPage(tx: Tx, { below, limit, choice }: EventsRequest): Promise<EventsFound> {
  // Read before the rows: a place that is given meanwhile stands on the next look at the newest.
  const top = below ?? (await logSize(tx, LOG));
  const waiting = below === null ? await eventsWaiting(tx, LOG, { limit, choice }) : [];
  const placed = await eventsBelow(tx, LOG, { below: top, limit: limit - waiting.length + 1, choice });
  const isMore = placed.length > limit - waiting.length;
  const taken = placed.slice(0, limit - waiting.length);
  const { rows, rest } = countedOutside([...waiting, ...taken], top);
  const leavesOut = choosesSome(choice);
  return {
    rows: leavesOut ? rows.map((row) => ({ ...row, outside: 0 })) : rows,
    outsideAfter: isMore || leavesOut ? 0 : rest,
    next: isMore ? rest : null,
  };
}
