/** Request budgets: a token bucket for each who asks, in memory of this server. Pure step, kept small. */

export interface Budget {
  readonly tokens: number;
  readonly atMs: number;
}

/** How many requests at once, and how many come back each second. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Requests an actor may send at once, and how many come back each second. */
export const BUDGET_BURST = 240;
export const BUDGET_PER_SECOND = 20;
const OF_AN_ACTOR: Rate = { burst: BUDGET_BURST, perSecond: BUDGET_PER_SECOND };

/** Takes one request; when there is none left, says how many seconds to wait. */
export function spend(
  budget: Budget | undefined,
  nowMs: number,
  { burst, perSecond }: Rate = OF_AN_ACTOR,
): { readonly budget: Budget; readonly waitSeconds: number } {
  const before = budget ?? { tokens: burst, atMs: nowMs };
  const tokens = Math.min(burst, before.tokens + ((nowMs - before.atMs) / 1000) * perSecond);
  if (tokens < 1) return { budget: { tokens, atMs: nowMs }, waitSeconds: Math.ceil((1 - tokens) / perSecond) };
  return { budget: { tokens: tokens - 1, atMs: nowMs }, waitSeconds: 0 };
}
