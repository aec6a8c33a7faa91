/** Request budgets per actor: a token bucket each, in memory of this server. Pure step, kept small. */

export interface Budget {
  readonly tokens: number;
  readonly atMs: number;
}

/** Requests an actor may send at once, and how many come back each second. */
export const BUDGET_BURST = 240;
export const BUDGET_PER_SECOND = 20;

/** Takes one request; when there is none left, says how many seconds to wait. */
export function spend(budget: Budget | undefined, nowMs: number): { readonly budget: Budget; readonly waitSeconds: number } {
  const before = budget ?? { tokens: BUDGET_BURST, atMs: nowMs };
  const tokens = Math.min(BUDGET_BURST, before.tokens + ((nowMs - before.atMs) / 1000) * BUDGET_PER_SECOND);
  if (tokens < 1) return { budget: { tokens, atMs: nowMs }, waitSeconds: Math.ceil((1 - tokens) / BUDGET_PER_SECOND) };
  return { budget: { tokens: tokens - 1, atMs: nowMs }, waitSeconds: 0 };
}
