/** Circuit breaker of a source, as a pure step: after some failures it is left alone, then tried with one call. */
import type { Instant } from '#base/clock.ts';
import type { SourceState } from './shapes.ts';

/** Failures in a row after which the source is taken to be down. */
export const FAILURES_MAX = 5;
/** It is left alone for so long, in milliseconds; doubled with each failed try, up to the second. */
export const REST_MS = 5_000;
export const REST_MS_MAX = 5 * 60_000;
/** A try whose caller died is taken back after so long, in milliseconds. */
export const TRY_MS = 30_000;

/** `asked`: a call is about to be made, MUST follow `mayAsk`; `answered`: whatever it said, the source works. */
export type BreakerEvent =
  | { readonly kind: 'asked' }
  | { readonly kind: 'answered' }
  | { readonly kind: 'failed'; readonly reason: string };

export const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();

export const freshSource = (source: string, at: Instant): SourceState => ({
  source,
  state: 'closed',
  failures: 0,
  since: at,
  tryAt: null,
  reason: null,
  pacedTo: null,
});

/** May it be asked now? While one call tries a source that was down, no other may. */
export const mayAsk = (state: SourceState, at: Instant): boolean => state.state === 'closed' || (state.tryAt !== null && state.tryAt <= at);

/** Returns the same object when nothing changes. */
export function stepBreaker(state: SourceState, event: BreakerEvent, at: Instant): SourceState {
  if (event.kind === 'asked') return state.state === 'closed' ? state : { ...state, state: 'half-open', tryAt: later(at, TRY_MS) };
  if (event.kind === 'answered') {
    if (state.state === 'closed') return state.failures === 0 ? state : { ...state, failures: 0, reason: null };
    return { ...state, state: 'closed', failures: 0, since: at, tryAt: null, reason: null };
  }
  // A call that was under way when the source was given up adds nothing: the rest would double for one outage.
  if (state.state === 'open') return state;
  const failures = state.failures + 1;
  if (state.state === 'closed' && failures < FAILURES_MAX) return { ...state, failures, reason: event.reason };
  const rest = Math.min(REST_MS_MAX, REST_MS * 2 ** Math.min(16, Math.max(0, failures - FAILURES_MAX)));
  return {
    ...state,
    state: 'open',
    failures,
    since: state.state === 'closed' ? at : state.since,
    tryAt: later(at, rest),
    reason: event.reason,
  };
}
