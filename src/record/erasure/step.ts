/** The life of an erasure, as a table: the next state, or null when the event does not fit. Pure; the only place that names a next state. */
import type { ErasureState } from './shapes.ts';

export type ErasureEvent = 'granted' | 'refused' | 'withdrawn' | 'lapsed' | 'moved-away' | 'carried-out';

const TABLE: Readonly<Record<ErasureEvent, { readonly from: ErasureState; readonly to: ErasureState }>> = {
  granted: { from: 'asked', to: 'granted' },
  refused: { from: 'asked', to: 'refused' },
  withdrawn: { from: 'asked', to: 'withdrawn' },
  lapsed: { from: 'asked', to: 'lapsed' },
  // Another body manages the record before it was carried out: who granted was above the one of before.
  'moved-away': { from: 'granted', to: 'lapsed' },
  'carried-out': { from: 'granted', to: 'done' },
};

export const step = (state: ErasureState, event: ErasureEvent): ErasureState | null =>
  TABLE[event].from === state ? TABLE[event].to : null;
