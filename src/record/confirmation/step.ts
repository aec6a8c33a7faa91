/** The life of an item, as a table: `step(state, event)` is the next state, or null when the event does not fit. Pure; the only place that names a next state. */
import type { ItemState } from './shapes.ts';

export type ItemEvent =
  | { readonly kind: 'matched' }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'written' }
  | { readonly kind: 'returned' }
  | { readonly kind: 'released'; readonly needsMatch: boolean }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'superseded' };

type Row = { readonly from: readonly ItemState[]; readonly to: ItemState };

const UNDECIDED: readonly ItemState[] = ['waiting-match', 'awaiting-confirmation', 'held'];

const TABLE: Readonly<Record<ItemEvent['kind'], Row>> = {
  matched: { from: ['waiting-match'], to: 'awaiting-confirmation' },
  // An accepted item is written in the same transaction, or neither is: nobody else ever sees it between the two.
  accepted: { from: ['awaiting-confirmation'], to: 'confirmed' },
  written: { from: ['confirmed'], to: 'registered' },
  returned: { from: ['awaiting-confirmation'], to: 'returned' },
  released: { from: ['held'], to: 'awaiting-confirmation' },
  withdrawn: { from: [...UNDECIDED, 'returned'], to: 'withdrawn' },
  superseded: { from: [...UNDECIDED, 'returned'], to: 'superseded' },
};

/** What an item occupies: its group as a whole (null), or one line of it. */
export type Claim = string | null;

/** Do two items of one person and group hold each other? Where both touch lines, only on the same one. The database says the same (`store.ts`, `item_open`). */
export const holdEachOther = (one: Claim, other: Claim): boolean => one === null || other === null || one === other;

/** Where an item begins. `occupied`: another item that it and this one hold each other with is before it. */
export const firstState = ({ occupied, needsMatch }: { readonly occupied: boolean; readonly needsMatch: boolean }): ItemState =>
  occupied ? 'held' : needsMatch ? 'waiting-match' : 'awaiting-confirmation';

/** The next state, null when `event` cannot happen in `state` (the caller changes nothing then). */
export function step(state: ItemState, event: ItemEvent): ItemState | null {
  const row = TABLE[event.kind];
  if (!row.from.includes(state)) return null;
  return event.kind === 'released' && event.needsMatch ? 'waiting-match' : row.to;
}

/** States from which an event may come, and the one that it leads to; for statements over many items at once. */
export function move(event: ItemEvent): { readonly from: readonly ItemState[]; readonly to: ItemState } {
  const { from } = TABLE[event.kind];
  return { from, to: step(from[0]!, event)! };
}

/** Several events of one transaction, one after the other: where the first may come from, and where the last leads. Throws when one does not lead to where the next begins. */
export function moveThrough(events: readonly ItemEvent[]): { readonly from: readonly ItemState[]; readonly to: ItemState } {
  const [first, ...rest] = events;
  if (!first) throw new Error('an item that nothing happens to does not move');
  const { from, to: begun } = move(first);
  let to = begun;
  for (const event of rest) {
    const next = step(to, event);
    if (next === null) throw new Error(`"${event.kind}" does not follow where an item is "${to}"`);
    to = next;
  }
  return { from, to };
}
