/** Offers a card to one wallet: a code for one use within five minutes, and six digits that are told another way. */
import { notSignedIn } from '#authority/access/problems.ts';
import { holdRightsInName } from '#authority/access/rights.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { Instant } from '#base/clock.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { kindOf } from './employment.ts';
import { OFFER_SECONDS, TX_CODE_DIGITS } from './limits.ts';
import type { IssuerNeeds } from './needs.ts';
import { offerStands, writeOffer } from './offer-store.ts';
import { noCardHeld } from './problems.ts';
import { CONFIGURATION, PRE_AUTHORIZED } from './protocol.ts';
import { codeOfOffer, freshSecret, freshTxCode, hashOf, secondsAfter, txCodeHash } from './secrets.ts';
import { livingCards } from './store.ts';
import { TX_CODE_TEXT } from './words.ts';

export type OfferNeeds = Pick<IssuerNeeds, 'clock' | 'chance' | 'keys' | 'db' | 'jobSession' | 'protocol'>;

export interface CardOffer {
  /** by reference, short enough for a small QR */
  readonly uri: string;
  /** the same offer, whole: for wallets that follow no reference */
  readonly uriByValue: string;
  readonly txCode: string;
  readonly expiresAt: Instant;
}

/**
 * Makes an offer of a card that a person holds (`cardId`; absent: the main one, else the first that holds), with its act; earlier offers that were not used are over. Fails with E-CARD-NONE, and with E-NOT-SIGNED-IN when that account was disabled meanwhile.
 * @param request  `accountId`: in whose name; null for the command line. The caller has asked whether they may.
 */
export async function offerFor(
  needs: OfferNeeds,
  request: { readonly personId: string; readonly bodyId: string; readonly accountId: string | null; readonly cardId?: string | undefined },
): Promise<Result<CardOffer>> {
  const { clock, chance, keys, db, protocol } = needs;
  const { personId, bodyId, accountId } = request;
  const at = clock.now();
  const name = freshSecret(chance);
  const code = codeOfOffer(keys, name);
  const txCode = freshTxCode(chance);
  const expiresAt = secondsAfter(at, OFFER_SECONDS);
  const made = await db.transaction(await needs.jobSession(bodyId), async (tx): Promise<Result<null>> => {
    if (accountId !== null && !(await holdRightsInName(tx, accountId))) return refused(notSignedIn());
    const living = (await livingCards(tx, [personId])).get(personId) ?? [];
    const first = living.find(({ employment }) => kindOf(employment) !== 'concurrent') ?? living[0];
    const card = request.cardId === undefined ? first : living.find((one) => one.cardId === request.cardId);
    if (!card) return refused(noCardHeld());
    await writeOffer(tx, {
      personId,
      offerId: chance.uuid7(Date.parse(at)),
      cardId: card.cardId,
      bodyId,
      codeHash: hashOf(code),
      txCodeHash: txCodeHash(keys, code, txCode),
      createdAt: at,
      expiresAt,
    });
    await recordAct(tx, needs, [
      {
        act: 'card.offered',
        purpose: 'CARD',
        bodyId,
        objectId: personId,
        revision: card.version,
        payload: { cardId: card.cardId, employment: kindOf(card.employment), expiresAt },
        ...(accountId === null ? {} : { actorId: accountId, role: 'CA_NHAN' }),
      },
    ]);
    return ok(null);
  });
  if (!made.ok) return made;
  const byReference = await offerObject(needs, code, protocol.addresses.offer(name));
  const byValue = await offerObject(needs, code);
  return ok({ uri: byReference.credentialOffer, uriByValue: byValue.credentialOffer, txCode, expiresAt });
}

const offerObject = ({ protocol }: OfferNeeds, code: string, uri?: string) =>
  protocol.issuer.createCredentialOffer({
    issuerMetadata: protocol.issuerMetadata,
    credentialConfigurationIds: [CONFIGURATION],
    grants: {
      [PRE_AUTHORIZED]: {
        'pre-authorized_code': code,
        tx_code: { input_mode: 'numeric', length: TX_CODE_DIGITS, description: TX_CODE_TEXT },
      },
    },
    ...(uri === undefined ? {} : { credentialOfferUri: uri }),
  });

/** The offer of a name, for a wallet that follows the reference; null when it does not stand (any more). */
export async function offerByName(needs: OfferNeeds, name: string): Promise<object | null> {
  const code = codeOfOffer(needs.keys, name);
  const stands = await needs.db.transaction(await needs.jobSession(null), (tx) => offerStands(tx, hashOf(code), needs.clock.now()));
  return stands ? (await offerObject(needs, code)).credentialOfferObject : null;
}
