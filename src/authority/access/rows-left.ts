/**
 * Which readings a transaction has recorded. The log stands above this room, the frame of a route in it: what the log writes it notes here, and the
 * frame lets no answer out that shows somebody and has left no row. Decision 0023.
 */
import type { Tx } from '#base/database/transaction.ts';

const left = new WeakMap<Tx, Set<string>>();

/** Called by the log alone, once the row is written. */
export function noteReading(tx: Tx, act: string): void {
  left.set(tx, (left.get(tx) ?? new Set()).add(act));
}

export const hasRecorded = (tx: Tx, act: string): boolean => left.get(tx)?.has(act) ?? false;
