/** The life of a first load, as a table: `step(state, event)` is the next state and what must follow, or null when the event does not fit. Pure; the only place that names a next state. */
import type { LoadState } from './shapes.ts';

/**
 * closed: no more parts come, the rows are fixed · drawn: the sample is drawn · nobody: no row was left to be taken · all-right: every row of the sample was found right ·
 * wrong: one was not · signed: the first of the two signed · signed-by-both: the second did · refused: somebody who confirms sends it back · reopened: what was
 * wrong is mended · registered: every row that was signed is in the register, or was told why not · withdrawn
 */
export type LoadEvent =
  | 'closed'
  | 'drawn'
  | 'nobody'
  | 'all-right'
  | 'wrong'
  | 'signed'
  | 'signed-by-both'
  | 'refused'
  | 'reopened'
  | 'registered'
  | 'withdrawn';

/** What MUST follow in the transaction of the event: a job is queued, the parts are checked anew, let go, or closed for ever. */
export type LoadEffect = 'compose' | 'register' | 'check-again' | 'let-go';

export interface LoadStep {
  readonly to: LoadState;
  readonly effect: LoadEffect | null;
}

type Row = { readonly from: readonly LoadState[]; readonly to: LoadState; readonly effect?: LoadEffect };

const TABLE: Readonly<Record<LoadEvent, Row>> = {
  closed: { from: ['gathering'], to: 'composing', effect: 'compose' },
  drawn: { from: ['composing'], to: 'sampling' },
  // The parts say by now why none of their rows is taken: they are read anew, as after every way back.
  nobody: { from: ['composing'], to: 'gathering', effect: 'check-again' },
  'all-right': { from: ['sampling'], to: 'passed' },
  wrong: { from: ['sampling'], to: 'failed' },
  signed: { from: ['passed'], to: 'signed' },
  'signed-by-both': { from: ['signed'], to: 'registering', effect: 'register' },
  refused: { from: ['sampling', 'passed', 'signed'], to: 'gathering', effect: 'check-again' },
  reopened: { from: ['failed'], to: 'gathering', effect: 'check-again' },
  registered: { from: ['registering'], to: 'registered' },
  withdrawn: { from: ['gathering', 'sampling', 'failed', 'passed', 'signed'], to: 'withdrawn', effect: 'let-go' },
};

/** The next state and what follows; null when `event` cannot happen in `state` (the caller changes nothing then). */
export function step(state: LoadState, event: LoadEvent): LoadStep | null {
  const { from, to, effect = null } = TABLE[event];
  return from.includes(state) ? { to, effect } : null;
}

/** May nobody do anything with it any more? */
export const isOver = (state: LoadState): boolean => state === 'registered' || state === 'withdrawn';
