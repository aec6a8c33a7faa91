/** The life of a case, as a pure function: `step(case, event)` is the next state with the act it leaves, or null when the event does not fit. */
import type { PlainDate } from '#base/clock.ts';
import type { CaseActKind, CaseKind, CaseOutcome, CaseState, CaseSide } from './shapes.ts';
import { otherSide } from './shapes.ts';

/** What a decision needs to know of a case. */
export interface CaseFacts {
  readonly kind: CaseKind;
  readonly state: CaseState;
  readonly openedBy: CaseSide;
  readonly fromBody: string;
  readonly toBody: string;
  readonly undoBy?: CaseSide | null;
  readonly effectiveOn: PlainDate | null;
  readonly untilOn?: PlainDate | null;
  readonly dueOn: PlainDate;
}

export type CaseEvent =
  /** who confirms for this side agrees */
  | { readonly kind: 'consent'; readonly side: CaseSide }
  /** the side that is asked says no */
  | { readonly kind: 'refuse'; readonly side: CaseSide }
  /** the side that began takes it back */
  | { readonly kind: 'withdraw'; readonly side: CaseSide }
  /** a day begins: terms end, agreed days come */
  | { readonly kind: 'day'; readonly today: PlainDate }
  /** the register has done what was agreed */
  | { readonly kind: 'completed' }
  /** the register stands otherwise by now: what was agreed cannot be done any more */
  | { readonly kind: 'overtaken' }
  /** the side that received gives back, while nothing stands on it; of a merge, one side asks for it and the other does it */
  | { readonly kind: 'undo'; readonly side: CaseSide }
  /** of a merge whose undoing was asked for: it stays as it is */
  | { readonly kind: 'keep'; readonly side: CaseSide }
  /** one of two claims was confirmed */
  | { readonly kind: 'settled' };

export interface CaseStep {
  readonly state: CaseState;
  readonly act: CaseActKind;
  /** told to both sides at the end; null while the case goes on */
  readonly outcome: CaseOutcome | null;
}

const next = (state: CaseState, act: CaseActKind, outcome: CaseOutcome | null = null): CaseStep => ({ state, act, outcome });

/** Does the body that manages let another one use the person, and keeps them? In force until its last day, or until either side ends it. */
export const isLent = (kind: CaseKind): boolean => kind === 'secondment' || kind === 'concurrent';

/** Is it between two bodies, each of which must agree? */
const needsBoth = ({ kind, fromBody, toBody }: Pick<CaseFacts, 'kind' | 'fromBody' | 'toBody'>): boolean =>
  kind === 'transfer' || isLent(kind) || (kind === 'same_human' && fromBody !== toBody);

/** Which side answers a case that was asked: where it is between two bodies the other one, of the rest the body's own second person. */
export const answeringSide = (facts: Pick<CaseFacts, 'kind' | 'openedBy' | 'fromBody' | 'toBody'>): CaseSide =>
  needsBoth(facts) ? otherSide(facts.openedBy) : facts.openedBy;

/** Which side answers when the undoing of a merge was asked for. */
export const undoAnsweredBy = ({ undoBy, fromBody, toBody }: Pick<CaseFacts, 'undoBy' | 'fromBody' | 'toBody'>): CaseSide | null =>
  undoBy ? (fromBody === toBody ? undoBy : otherSide(undoBy)) : null;

/** Is the last day of a secondment or a concurrent post in force over? */
export const isOver = ({ kind, state, untilOn }: CaseFacts, today: PlainDate): boolean =>
  isLent(kind) && state === 'done' && typeof untilOn === 'string' && untilOn < today;

/** May what was agreed be done on this day? */
export const isRipe = (facts: CaseFacts, today: PlainDate): boolean =>
  facts.state === 'agreed' && facts.effectiveOn !== null && facts.effectiveOn <= today;

const isOpen = (state: CaseState): boolean => state === 'prepared' || state === 'asked' || state === 'agreed';

/** Two sides agree, each by somebody who confirms there; the day comes; the register does it. Every open case has a last day. */
export function step(facts: CaseFacts, event: CaseEvent): CaseStep | null {
  const { kind, state, openedBy } = facts;
  switch (event.kind) {
    case 'consent':
      if (kind === 'dual_claim') return null;
      if (state === 'prepared' && event.side === openedBy) return next('asked', 'consented');
      if (state === 'asked' && event.side === answeringSide(facts)) return next('agreed', 'consented');
      return null;
    case 'refuse':
      // A clerk's preparation is refused by the own officer; what was asked, by the side that was asked.
      if (kind === 'dual_claim') return null;
      if (state === 'prepared' && event.side === openedBy) return next('refused', 'refused', 'never-asked');
      return state === 'asked' && event.side === answeringSide(facts) ? next('refused', 'refused', 'refused') : null;
    case 'withdraw':
      if (kind === 'dual_claim' || !isOpen(state)) return null;
      if (event.side === openedBy) return next('withdrawn', 'withdrawn', state === 'prepared' ? 'never-asked' : 'withdrawn');
      // Who had agreed may think again until the day comes.
      return state === 'agreed' && needsBoth(facts) ? next('withdrawn', 'withdrawn', 'withdrawn') : null;
    case 'day':
      // What both sides agreed on waits for its day, however late that is; only silence ends.
      if ((state === 'prepared' || state === 'asked') && event.today > facts.dueOn)
        return next('lapsed', 'lapsed', state === 'prepared' ? 'never-asked' : 'no-answer');
      // Silence undoes no merge.
      if (state === 'undo_asked') return event.today > facts.dueOn ? next('done', 'lapsed', 'done') : null;
      return isOver(facts, event.today) ? next('undone', 'lapsed', 'ended') : null;
    case 'completed':
      return state === 'agreed' ? next('done', 'completed', 'done') : null;
    case 'overtaken':
      // A concurrent post goes with the employment that it stands beside.
      if (kind === 'concurrent' && state === 'done') return next('undone', 'lapsed', 'ended');
      return state === 'agreed' ? next('lapsed', 'lapsed', 'overtaken') : null;
    case 'undo':
      // What was lent is ended by either side: it was not given.
      if (isLent(kind)) return state === 'done' ? next('undone', 'undone', 'ended') : null;
      if (kind === 'same_human') {
        if (state === 'done') return next('undo_asked', 'undo_asked');
        return state === 'undo_asked' && event.side === undoAnsweredBy(facts) ? next('undone', 'undone', 'undone') : null;
      }
      return state === 'done' && (kind === 'transfer' || kind === 're_entry') && event.side === 'to'
        ? next('undone', 'undone', 'undone')
        : null;
    case 'keep':
      // Who is asked says no, or who asked thinks again.
      return state === 'undo_asked' ? next('done', 'kept', 'done') : null;
    case 'settled':
      return state === 'asked' && kind === 'dual_claim' ? next('settled', 'settled', 'registered-first') : null;
  }
}
