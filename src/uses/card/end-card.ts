/** Ends of a card that do not come from the register: by an officer, and by time. The caller has asked `decide`. */
import { notSignedIn } from '#authority/access/problems.ts';
import { holdRightsInName } from '#authority/access/rights.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { SessionHandle, Tx, Database } from '#base/database/transaction.ts';
import type { Result } from '#base/problem.ts';
import { ok, refused } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { readPeople } from '#record/register/store.ts';
import { kindOf } from './employment.ts';
import { performSteps } from './perform.ts';
import type { CardNeeds, InName } from './perform.ts';
import { employmentOfWallet, endWallet } from './offer-store.ts';
import { employmentsOfPerson } from './people-fit.ts';
import { noCardHeld, noSuchWallet } from './problems.ts';
import { END_REASONS } from './reasons.ts';
import type { EndReasonCode } from './reasons.ts';
import type { CardEvent } from './step.ts';
import { stepsOf } from './steps-of-people.ts';
import { heldCards, livingCards, overdueCards, supersededCards } from './store.ts';

export interface EndNeeds extends CardNeeds {
  readonly keys: Keys & CardNeeds['keys'];
}

export interface Ended {
  /** a new card holds already */
  readonly replaced: boolean;
  /** copies on phones whose end is marked: those that are known here */
  readonly copies: number;
}

/**
 * Ends cards that a person holds, in the caller's transaction: card, bits of all copies, clock, act. Fails with E-CARD-NONE.
 * What an officer or the holder says is said of the person: every card ends, unless it names one that stands beside the first and is no word of mistrust.
 * The last day is each card's own.
 *
 * @param how  `cardId`: the card that is meant; absent: all
 */
export async function endHeldCards(
  tx: Tx,
  needs: EndNeeds,
  personId: string,
  event: CardEvent,
  { inName = null, cardId }: { readonly inName?: InName | null; readonly cardId?: string | undefined } = {},
): Promise<Result<Ended>> {
  const [person] = (await readPeople(tx, needs.keys, [personId])).values();
  const living = (await livingCards(tx, [personId], { lock: 'update' })).get(personId) ?? [];
  const named = cardId === undefined ? living[0] : living.find((one) => one.cardId === cardId);
  if (!person || !named) return refused(noCardHeld());
  const today = needs.clock.today();
  const all = await employmentsOfPerson(tx, person, today);
  const alone =
    cardId !== undefined &&
    (event.kind === 'expired' ||
      (kindOf(named.employment) === 'concurrent' && !(event.kind === 'ended' && END_REASONS[event.reason].heldBack)));
  const meant = alone ? [named] : living;
  const older = Map.groupBy(await supersededCards(tx, [personId]), (one) => one.employment);
  const known = { signedOn: null, effectiveOn: today, enteredAt: needs.clock.now() };
  const steps = stepsOf(all, meant, event)
    .filter(({ card }) => card !== null)
    // A person is held back once, whatever cards they held.
    .map((one, i) => ({
      ...one,
      step: { ...one.step, holdsBack: one.step.holdsBack && i === 0 },
      person,
      known,
      superseded: older.get(one.employment) ?? [],
    }));
  const { copies } = await performSteps(tx, needs, steps, inName);
  return ok({ replaced: steps.some(({ step }) => step.begins), copies });
}

/** Officers' reasons among those that are sent. */
export const endByOfficer = (tx: Tx, needs: EndNeeds, personId: string, reason: EndReasonCode, cardId?: string): Promise<Result<Ended>> =>
  endHeldCards(tx, needs, personId, { kind: 'ended', reason }, { cardId });

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
    return endHeldCards(tx, needs, personId, { kind: 'ended', reason: 'MAT_DIEN_THOAI' }, { inName: { accountId } });
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
    const employment = await employmentOfWallet(tx, personId, walletId);
    const card = employment && (await heldCards(tx, [personId], { lock: 'share', employment })).get(personId);
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
  for (const { personId, cardId } of overdue)
    await needs.db.transaction(session, (tx) => endHeldCards(tx, needs, personId, { kind: 'expired' }, { cardId }));
  return overdue.length;
}
