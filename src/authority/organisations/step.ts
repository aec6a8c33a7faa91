/** States of a change of bodies: who made it sends it or takes it back, a second person puts it in force or refuses it. Pure. */
export const CHANGE_STATES = ['draft', 'waiting', 'in-force', 'refused', 'withdrawn'] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

export type ChangeEvent =
  | { readonly kind: 'sent'; readonly byMaker: boolean; readonly wrong: number }
  | { readonly kind: 'withdrawn'; readonly byMaker: boolean }
  | { readonly kind: 'put-in-force'; readonly byMaker: boolean; readonly asShown: boolean }
  | { readonly kind: 'refused'; readonly byMaker: boolean };

/** Why a step is not taken: it is not in that state, it is for the other of the two hands, lines are wrong, or it is not what was shown. */
export type NoStep = 'not-open' | 'not-yours' | 'own-change' | 'wrong-lines' | 'stale';

export function step(state: ChangeState, event: ChangeEvent): { readonly state: ChangeState } | { readonly no: NoStep } {
  switch (event.kind) {
    case 'sent':
      if (state !== 'draft') return { no: 'not-open' };
      if (!event.byMaker) return { no: 'not-yours' };
      return event.wrong > 0 ? { no: 'wrong-lines' } : { state: 'waiting' };
    case 'withdrawn':
      if (state !== 'draft' && state !== 'waiting') return { no: 'not-open' };
      return event.byMaker ? { state: 'withdrawn' } : { no: 'not-yours' };
    case 'put-in-force':
      if (state !== 'waiting') return { no: 'not-open' };
      if (event.byMaker) return { no: 'own-change' };
      return event.asShown ? { state: 'in-force' } : { no: 'stale' };
    case 'refused':
      if (state !== 'waiting') return { no: 'not-open' };
      return event.byMaker ? { no: 'own-change' } : { state: 'refused' };
  }
}
