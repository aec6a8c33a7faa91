/** The officer of a decision, out of the session that decides. */
import { lentRightFor } from '#authority/access/decide.ts';
import { rolesOver } from '#authority/access/request.ts';
import type { AccessAct, Actor, Subject } from '#authority/access/shapes.ts';
import type { Officer, RightOnBehalf } from '#record/confirmation/decide-person.ts';

/** Who decides over this body, as the session stands. */
export const officerOf = (actor: Actor, bodyId: string): Officer => ({
  ...onBehalfOf(actor, 'item.confirm', bodyId),
  accountId: actor.accountId,
  identity: actor.identity,
  name: actor.name,
  // A role over another body confirms nothing here.
  roles: rolesOver(actor, bodyId),
  // The session itself: nobody was asked again at the moment of signing (decision 0016).
  stepUp: { method: 'session', level: String(actor.identityLevel), at: actor.signedInAt },
});

/** By whose right, when it is not the actor's own. */
export function onBehalfOf(actor: Actor, act: AccessAct, bodyId: string): { readonly onBehalf?: RightOnBehalf } {
  const lent = lentRightFor(actor, act, bodyId);
  if (!lent) return {};
  const { grantId, role, byAccountId, byBodyId, from, until } = lent;
  return { onBehalf: { grantId, role, byAccountId, byBodyId, from, until } };
}

/** What a screen offers to do with somebody of the queue; who made it, or is the person, only looks. */
export const ACTS_ON_ITEM: readonly AccessAct[] = ['item.confirm', 'item.return', 'case.read'];
export const itemOf = (actor: Actor, bodyId: string, isMine: boolean): Subject => ({
  bodyId,
  makerIdentity: isMine ? actor.identity : null,
});
