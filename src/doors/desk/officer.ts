/** The officer of a decision, out of the session that decides. */
import { rolesOver } from '#authority/access/request.ts';
import type { AccessAct, Actor, Subject } from '#authority/access/shapes.ts';
import type { Officer } from '#record/confirmation/decide-person.ts';

/** Who decides over this body, as the session stands. */
export const officerOf = (actor: Actor, bodyId: string): Officer => ({
  accountId: actor.accountId,
  identity: actor.identity,
  name: actor.name,
  // A role over another body confirms nothing here.
  roles: rolesOver(actor, bodyId),
  // The session itself: nobody was asked again at the moment of signing (decision 0016).
  stepUp: { method: 'session', level: String(actor.identityLevel), at: actor.signedInAt },
});

/** What a screen offers to do with somebody of the queue; who made it, or is the person, only looks. */
export const ACTS_ON_ITEM: readonly AccessAct[] = ['item.confirm', 'item.return', 'case.read'];
export const itemOf = (actor: Actor, bodyId: string, isMine: boolean): Subject => ({
  bodyId,
  makerIdentity: isMine ? actor.identity : null,
});
