/** Circuit breaker of a source, as a pure step: after some failures it is left alone, then tried with one call. */
import type { Instant } from '#base/clock.ts';
import type { SourceState } from './shapes.ts';

/** Failures in a row after which the source is taken to be down. */
export const FAILURES_MAX = 5;
/** It is left alone for so long, in milliseconds; doubled with each failed try, up to the second. */
export const REST_MS = 5_000;
export const REST_MS_MAX = 5 * 60_000;

export type BreakerEvent = { readonly kind: 'answered' } | { readonly kind: 'failed' } | { readonly kind: 'asked' };

const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();

export const freshSource = (source: string, at: Instant): SourceState => ({ source, state: 'closed', failures: 0, since: at, tryAt: null });

/** May it be asked now? */
export const mayAsk = (state: SourceState, at: Instant): boolean => state.state !== 'open' || (state.tryAt !== null && state.tryAt <= at);

export function stepBreaker(state: SourceState, event: BreakerEvent, at: Instant): SourceState {
  if (event.kind === 'asked') return state.state === 'open' ? { ...state, state: 'half-open' } : state;
  if (event.kind === 'answered') return state.state === 'closed' && state.failures === 0 ? state : { ...state, state: 'closed', failures: 0, since: at, tryAt: null };
  const failures = state.failures + 1;
  if (state.state === 'closed' && failures < FAILURES_MAX) return { ...state, failures };
  const rest = Math.min(REST_MS_MAX, REST_MS * 2 ** Math.max(0, failures - FAILURES_MAX));
  return { ...state, state: 'open', failures, since: state.state === 'closed' ? at : state.since, tryAt: later(at, rest) };
}
