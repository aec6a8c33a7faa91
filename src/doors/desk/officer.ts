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
  stepUp: stepUpOf(actor),
});

/**
 * How who decides proved themselves: by a passkey, asked again a short while ago; or by the session alone, when nobody was asked again (decisions 0016, 0060).
 * The level is that of the electronic identity they signed in with, which is no step-up.
 */
const stepUpOf = ({ steppedUpAt, signedInAt, identityLevel }: Actor): Officer['stepUp'] => ({
  level: String(identityLevel),
  ...(steppedUpAt === undefined ? { method: 'session', at: signedInAt } : { method: 'passkey', at: steppedUpAt }),
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
