/** The life of a request, as a table: the next state, or null when the event does not fit. Pure; the only place that names a next state. */
import type { KeptApartState } from './shapes.ts';

export type KeptApartEvent = 'granted' | 'refused' | 'withdrawn';

export const step = (state: KeptApartState, event: KeptApartEvent): KeptApartState | null => (state === 'asked' ? event : null);
