/** The question of the list of terms. Hooks as in `queries.ts`. */
import { askedOf, type ClockFilter } from '#portal/clocks/clock-filter.ts';
import { read } from './client.ts';
import { usePages } from './queries.ts';

export const useLegalClocks = (filter: ClockFilter) =>
  usePages(['legal-clocks', filter], (cursor, signal) => read('/legal-clocks', { query: { ...askedOf(filter), cursor } }, signal));
