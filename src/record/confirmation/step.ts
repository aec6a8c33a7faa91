/** The life of an item, as a table: `step(state, event)` is the next state, or null when the event does not fit. Pure. */
import type { ItemState } from './shapes.ts';

export type ItemEvent =
  | { readonly kind: 'must-be-matched' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'matched' }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'written' }
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'returned' }
  | { readonly kind: 'released'; readonly needsMatch: boolean }
  | { readonly kind: 'quarantined' }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'superseded' };

type Row = { readonly from: readonly ItemState[]; readonly to: ItemState };

const UNDECIDED: readonly ItemState[] = ['checked', 'waiting-match', 'awaiting-confirmation', 'held'];

const TABLE: Readonly<Record<ItemEvent['kind'], Row>> = {
  'must-be-matched': { from: ['checked'], to: 'waiting-match' },
  ready: { from: ['checked'], to: 'awaiting-confirmation' },
  matched: { from: ['waiting-match'], to: 'awaiting-confirmation' },
  accepted: { from: ['awaiting-confirmation'], to: 'confirmed' },
  written: { from: ['confirmed'], to: 'registered' },
  // What it was compared with is gone: back to the queue with the new difference.
  overtaken: { from: ['confirmed'], to: 'awaiting-confirmation' },
  returned: { from: ['awaiting-confirmation'], to: 'returned' },
  released: { from: ['held'], to: 'awaiting-confirmation' },
  quarantined: { from: UNDECIDED, to: 'quarantined' },
  withdrawn: { from: [...UNDECIDED, 'returned', 'quarantined'], to: 'withdrawn' },
  superseded: { from: [...UNDECIDED, 'returned'], to: 'superseded' },
};

/** The next state, null when `event` cannot happen in `state` (the caller changes nothing then). */
export function step(state: ItemState, event: ItemEvent): ItemState | null {
  const row = TABLE[event.kind];
  if (!row.from.includes(state)) return null;
  return event.kind === 'released' && event.needsMatch ? 'waiting-match' : row.to;
}

/** States from which an event may come; for statements over many items at once. */
export const statesBefore = (kind: ItemEvent['kind']): readonly ItemState[] => TABLE[kind].from;
