/** Ends of a card that do not come from the register: by an officer, and by time. The caller has asked `decide`. */
import { notSignedIn } from '#authority/access/problems.ts';
import { holdRightsInName } from '#authority/access/rights.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { SessionHandle, Tx, Database } from '#base/database/transaction.ts';
import type { Result } from '#base/problem.ts';
import { ok, refused } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { readPeople } from '#record/register/store.ts';
import { eligibilityFor, workplaceIds } from './eligible.ts';
import { heldBackOf } from './hold-store.ts';
import { performSteps } from './perform.ts';
import type { CardNeeds, InName } from './perform.ts';
import { endWallet } from './offer-store.ts';
import { noCardHeld, noSuchWallet } from './problems.ts';
import type { EndReasonCode } from './reasons.ts';
import { stepBeside, stepCard } from './step.ts';
import type { CardEvent } from './step.ts';
import { cardsBeside, heldCards, MAIN, overdueCards, supersededCards, workplacesOf } from './store.ts';
import type { Employment } from './store.ts';

export interface EndNeeds extends CardNeeds {
  readonly keys: Keys & CardNeeds['keys'];
}

export interface Ended {
  /** a new card holds already */
  readonly replaced: boolean;
  /** copies on phones whose end is marked: those that are known here */
  readonly copies: number;
}

/** Ends the card that a person holds of an employment, in the caller's transaction: card, bits of all copies, clock, act. Fails with E-CARD-NONE. */
export async function endHeldCard(
  tx: Tx,
  needs: EndNeeds,
  personId: string,
  event: CardEvent,
  { inName = null, employment = MAIN }: { readonly inName?: InName | null; readonly employment?: Employment } = {},
): Promise<Result<Ended>> {
  const [person] = (await readPeople(tx, needs.keys, [personId])).values();
  const [card] = (await heldCards(tx, [personId], { lock: 'update', employment })).values();
  if (!person || !card) return refused(noCardHeld());
  const today = needs.clock.today();
  const heldBack = (await heldBackOf(tx, [personId])).get(personId) ?? null;
  const fit = eligibilityFor(person, await workplacesOf(tx, workplaceIds(person), today), today, heldBack);
  const step = employment === MAIN ? stepCard(card, event, fit) : stepBeside(event, fit);
  const older = Map.groupBy(await supersededCards(tx, [personId]), (one) => one.employment);
  // What an officer or the holder says is said of the person: cards of other employments end with the main one. The last day is each card's own.
  const others =
    employment === MAIN && event.kind !== 'expired'
      ? (await cardsBeside(tx, [personId])).map((one) => [one, stepBeside(event, fit)] as const)
      : [];
  const known = { signedOn: null, effectiveOn: today, enteredAt: needs.clock.now() };
  const steps = [...others, [card, step] as const].flatMap(([one, its]) =>
    its.ends === null && !its.begins ? [] : [{ person, card: one, superseded: older.get(one.employment) ?? [], fit, step: its, known }],
  );
  const { copies } = await performSteps(tx, needs, steps, inName);
  return ok({ replaced: step.begins, copies });
}

/** Officers' reasons among those that are sent. */
export const endByOfficer = (tx: Tx, needs: EndNeeds, personId: string, reason: EndReasonCode): Promise<Result<Ended>> =>
  endHeldCard(tx, needs, personId, { kind: 'ended', reason });

/**
 * The holder has lost the phone: every copy ends at once, by a session of the system in the holder's name; a new card begins where one is due. Fails with
 * E-CARD-NONE, and with E-NOT-SIGNED-IN when that account was disabled meanwhile. The caller has asked whether it is their own.
 */
export async function endByHolder(
  needs: EndNeeds & { readonly db: Database; readonly jobSession: (bodyId: string | null) => Promise<SessionHandle> },
  { personId, bodyId, accountId }: { readonly personId: string; readonly bodyId: string; readonly accountId: string },
): Promise<Result<Ended>> {
  return needs.db.transaction(await needs.jobSession(bodyId), async (tx) => {
    if (!(await holdRightsInName(tx, accountId))) return refused(notSignedIn());
    return endHeldCard(tx, needs, personId, { kind: 'ended', reason: 'MAT_DIEN_THOAI' }, { inName: { accountId } });
  });
}

/**
 * The holder ends the card on one phone of several: that wallet's token and the bits of its copies, by a session of the system in the holder's name. The
 * card itself holds on, and so do copies elsewhere. Fails with E-CARD-WALLET-NONE, and with E-NOT-SIGNED-IN when that account was disabled meanwhile.
 */
export async function endOneWallet(
  needs: EndNeeds & { readonly db: Database; readonly jobSession: (bodyId: string | null) => Promise<SessionHandle> },
  asked: { readonly personId: string; readonly bodyId: string; readonly accountId: string; readonly walletId: string },
): Promise<Result<{ readonly copies: number }>> {
  const { personId, bodyId, accountId, walletId } = asked;
  return needs.db.transaction(await needs.jobSession(bodyId), async (tx) => {
    if (!(await holdRightsInName(tx, accountId))) return refused(notSignedIn());
    // Shared, as when a copy is issued: the card does not end between this reading and the row of the log.
    const card = (await heldCards(tx, [personId], { lock: 'share' })).get(personId);
    if (!card) return refused(noSuchWallet());
    const copies = await endWallet(tx, personId, walletId, needs.clock.now());
    if (copies === null) return refused(noSuchWallet());
    await recordAct(tx, needs, {
      act: 'card.copy-ended',
      purpose: 'CARD',
      bodyId: card.bodyId,
      objectId: personId,
      actorId: accountId,
      role: 'CA_NHAN',
      payload: { cardId: card.cardId, number: card.number, wallet: walletId, copies },
    });
    return ok({ copies });
  });
}

/** Cards turned over in one round; the rest is due in the next. */
const OVERDUE_ROUND = 100;

/** Ends cards that are past their last day, each in a transaction of its own, and begins the next. Returns how many. */
export async function expireCards(
  needs: EndNeeds & { readonly db: Database; readonly jobSession: (bodyId: string | null) => Promise<SessionHandle> },
): Promise<number> {
  const session = await needs.jobSession(null);
  const overdue = await needs.db.transaction(session, (tx) => overdueCards(tx, needs.clock.today(), OVERDUE_ROUND));
  for (const { personId, employment } of overdue)
    await needs.db.transaction(session, (tx) => endHeldCard(tx, needs, personId, { kind: 'expired' }, { employment }));
  return overdue.length;
}
