/** Moments as a field of the browser takes them (`2026-11-30T08:15`, without a zone) ↔ instants: the clock of an incident is that of Viet Nam, wherever the browser is. Pure. */

const MINUTES = 16;
const VIETNAM_AHEAD_MS = 7 * 3_600_000;

/** What the field begins with. */
export const fieldOf = (atMs: number): string => new Date(atMs + VIETNAM_AHEAD_MS).toISOString().slice(0, MINUTES);

/** null: nothing was chosen, or no such moment exists */
export function instantIn(field: string): string | null {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(field) ? new Date(`${field}:00+07:00`) : new Date(Number.NaN);
  return Number.isNaN(at.getTime()) || fieldOf(at.getTime()) !== field ? null : at.toISOString();
}
