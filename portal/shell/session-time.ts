/** When to warn that the session ends. Pure. */

/** Enough to finish a sentence and press a button. */
export const WARN_BEFORE_MS = 2 * 60_000;

export type SessionTime =
  | { readonly kind: 'fresh' }
  | { readonly kind: 'ends-soon'; readonly minutes: number }
  | { readonly kind: 'ended' };

/** @param lastAnswerMs  when the server last answered us: its idle time runs from there */
export function sessionTime(idleMinutes: number, lastAnswerMs: number, nowMs: number): SessionTime {
  const leftMs = lastAnswerMs + idleMinutes * 60_000 - nowMs;
  if (leftMs <= 0) return { kind: 'ended' };
  return leftMs <= WARN_BEFORE_MS ? { kind: 'ends-soon', minutes: Math.ceil(leftMs / 60_000) } : { kind: 'fresh' };
}
