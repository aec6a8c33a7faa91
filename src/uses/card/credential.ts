/** The credential endpoint: a copy of the card that the person holds now, for the key that the wallet proves (OpenID4VCI 1.0 §8). */
import { recordAct } from '#authority/audit/record.ts';
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { nationalIdOf } from '#record/register/read.ts';
import type { CardClaims } from '#standard/card/shapes.ts';
import { copiesSince, noteCopy, takePlace, writeCopy } from './copy-store.ts';
import type { CopyEvent } from './copy-store.ts';
import { kindOf } from './employment.ts';
import type { EmploymentKind } from './employment.ts';
import { issueCopy } from './core/issue-copy.ts';
import type { IssuerNeeds } from './needs.ts';
import { isRefused, refuse } from './oauth-errors.ts';
import type { Refused } from './oauth-errors.ts';
import { grantByAccess, holdGrant, useDpopProof, useNonce } from './offer-store.ts';
import type { WalletGrant } from './offer-store.ts';
import { readDpop, readHolderProof, thumbprintOf } from './proofs.ts';
import type { HolderProof } from './proofs.ts';
import { CONFIGURATION } from './protocol.ts';
import { freshSecret, hashOf, openNonce, secondsAfter } from './secrets.ts';
import { heldCards } from './store.ts';
import type { StoredCard } from './store.ts';
import { askClock } from './signing-clock.ts';
import { trustListInput } from './trust.ts';

export interface CredentialAnswer {
  readonly credentials: readonly [{ readonly credential: string }];
  readonly notification_id: string;
}

export interface CardHttp extends IssuerNeeds {
  /** picture of a card by the SHA-256 of its portrait, as a data URI */
  readonly pictureOf: (sha256: string) => Promise<string>;
}

/** The two headers with which a wallet shows what it may. */
export interface Credentials {
  readonly authorization: string | undefined;
  readonly dpop: string | undefined;
}

/** The name of a scheme is written in any case (RFC 9110 §11.1), the token in its own. */
const TOKEN = /^DPoP ([A-Za-z0-9_-]{43})$/i;

const DAY_SECONDS = 86_400;

/** What a copy says of the kind of employment: nothing of the main one. */
const KIND_SAID: Readonly<Record<EmploymentKind, Pick<CardClaims, 'loai_vi_tri'>>> = {
  main: {},
  concurrent: { loai_vi_tri: 'KIEM_NHIEM' },
  secondment: { loai_vi_tri: 'BIET_PHAI' },
};

/** The wallet of a request at a resource: its token, and a fresh proof of the key it is bound to, used up. */
async function walletOf(needs: IssuerNeeds, url: string, shown: Credentials): Promise<WalletGrant | Refused> {
  const token = TOKEN.exec(shown.authorization ?? '')?.[1];
  if (token === undefined) return refuse('invalid_token');
  const session = await needs.jobSession(null);
  const grant = await needs.db.transaction(session, (tx) => grantByAccess(tx, hashOf(token), needs.clock.now()));
  if (!grant) return refuse('invalid_token');
  const proof = await readDpop(needs.protocol, needs.clock, { method: 'POST', url, dpop: shown.dpop }, { token, dpopKey: grant.dpopKey });
  if (isRefused(proof)) return proof;
  const fresh = await needs.db.transaction(session, (tx) => useDpopProof(tx, proof.hash, proof.expiresAt));
  return fresh ? grant : refuse('invalid_dpop_proof');
}

/** @param body  JSON of the request */
export async function answerCredential(needs: CardHttp, body: unknown, shown: Credentials): Promise<CredentialAnswer | Refused> {
  const grant = await walletOf(needs, needs.protocol.addresses.credential, shown);
  if (isRefused(grant)) return grant;
  const proof = await readRequest(needs, body);
  if (isRefused(proof)) return proof;
  const nonce = openNonce(needs.keys, proof.nonce, needs.clock.now());
  if (!nonce) return refuse('invalid_nonce');
  const session = await needs.jobSession(grant.bodyId);
  // Made before the transaction that takes a place: a picture takes longer than everything else together.
  const portrait = (await needs.db.transaction(session, (tx) => heldCards(tx, [grant.personId], { employment: grant.employment }))).get(
    grant.personId,
  )?.portrait;
  if (portrait !== undefined) await needs.pictureOf(portrait);
  return needs.db.transaction(session, async (tx) => {
    // Shared: it cannot end between this reading and the copy's row, and who ends it afterwards finds the copy.
    const card = (await heldCards(tx, [grant.personId], { lock: 'share', employment: grant.employment })).get(grant.personId);
    if (!card || card.validUntil < needs.clock.today()) return refuse('credential_request_denied');
    if (!(await holdGrant(tx, grant))) return refuse('invalid_token');
    const taken = await copiesSince(tx, grant, secondsAfter(needs.clock.now(), -DAY_SECONDS));
    if (taken.count >= needs.copiesPerDay) return refuse('copies_taken', secondsUntilDayOld(taken.oldestAt, needs.clock.now()));
    // A copy dated by a clock that is wrong would be good too early, or too long.
    if (await askClock(tx, needs)) return refuse('temporarily_unavailable');
    if (!(await useNonce(tx, nonce.hash, nonce.expiresAt))) return refuse('invalid_nonce');
    return issue(tx, needs, { card, grantId: grant.grantId }, proof);
  });
}

/** Whole seconds until the oldest copy of the last day is a day old, and another may be taken. */
const secondsUntilDayOld = (oldestAt: Instant | null, now: Instant): number =>
  Math.max(1, Math.ceil((Date.parse(oldestAt ?? now) + DAY_SECONDS * 1000 - Date.parse(now)) / 1000));

/** One copy a request, by configuration, with one proof of type jwt. */
async function readRequest({ protocol, clock }: IssuerNeeds, body: unknown): Promise<HolderProof | Refused> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return refuse('invalid_credential_request');
  if ('credential_response_encryption' in body) return refuse('invalid_encryption_parameters');
  const { credential_configuration_id: asked, credential_identifier: identifier } = body as Readonly<Record<string, unknown>>;
  // Either names the credential, never both (OpenID4VCI 1.0 §8.2); none of our token answers gives an identifier out.
  if (typeof identifier === 'string') return refuse(asked === undefined ? 'unknown_credential_identifier' : 'invalid_credential_request');
  if (typeof asked === 'string' && asked !== CONFIGURATION) return refuse('unknown_credential_configuration');
  let parsed;
  try {
    parsed = protocol.issuer.parseCredentialRequest({
      issuerMetadata: protocol.issuerMetadata,
      credentialRequest: body as Parameters<typeof protocol.issuer.parseCredentialRequest>[0]['credentialRequest'],
    });
  } catch {
    return refuse('invalid_credential_request');
  }
  if (parsed.credentialConfigurationId !== CONFIGURATION) return refuse('invalid_credential_request');
  const [jwt, ...more] = parsed.proofs?.jwt ?? [];
  if (jwt === undefined || more.length > 0) return refuse('invalid_proof');
  return readHolderProof(protocol, clock, jwt);
}

/** Whole days, in UTC: copies of one day do not tell each other apart. */
const startOf = (day: PlainDate): Instant => `${day}T00:00:00.000Z`;
const seconds = (at: Instant): number => Date.parse(at) / 1000;

async function issue(
  tx: Tx,
  needs: CardHttp,
  { card, grantId }: { readonly card: StoredCard; readonly grantId: string },
  { key }: HolderProof,
): Promise<CredentialAnswer> {
  const { clock, chance, keys, protocol } = needs;
  const at = clock.now();
  const today = at.slice(0, 10);
  const until = [addDays(today, needs.copyDays), addDays(card.validUntil, 1)].sort()[0]!;
  const expiresAt = startOf(until);
  const nationalId = await nationalIdOf(tx, keys, card.personId);
  if (nationalId === null) throw new Error('a person without citizen number holds a card');
  const place = await takePlace(tx, chance, { at, expiresAt });
  const claims: Omit<CardClaims, 'ma_cua'> = {
    ...card.says,
    ...KIND_SAID[kindOf(card.employment)],
    moi_truong: needs.environment,
    anh: await needs.pictureOf(card.portrait),
    ma_so_the: card.number,
    ngay_cap: card.issuedOn,
    het_han: card.validUntil,
  };
  // No list is published by it: it is what the copy is looked at with before it leaves.
  const trust = trustListInput(needs, { lists: [place.list], version: 1 });
  const credential = await issueCopy(
    { signer: needs.signer, chance, trust, vct: needs.vct, nowMs: Date.parse(at) },
    {
      claims,
      holderKey: key,
      status: { uri: protocol.addresses.status(place.list), index: place.index },
      notBeforeSeconds: seconds(startOf(today)),
      expiresSeconds: seconds(expiresAt),
      nationalId,
    },
  );
  const notificationId = freshSecret(chance);
  const copyId = chance.uuid7(Date.parse(at));
  await writeCopy(tx, {
    personId: card.personId,
    copyId,
    cardId: card.cardId,
    bodyId: card.bodyId,
    grantId,
    place,
    holderKey: thumbprintOf(key),
    issuedAt: at,
    expiresAt,
    notificationHash: hashOf(notificationId),
  });
  await recordAct(tx, needs, [
    {
      act: 'card.issued',
      purpose: 'CARD',
      bodyId: card.bodyId,
      objectId: card.personId,
      revision: card.version,
      payload: { cardId: card.cardId, copyId, number: card.number, expiresAt },
    },
  ]);
  return { credentials: [{ credential }], notification_id: notificationId };
}

const EVENTS: readonly string[] = ['credential_accepted', 'credential_failure', 'credential_deleted'] satisfies readonly CopyEvent[];

/** The notification endpoint: what became of a copy; null when it was noted. */
export async function answerNotification(needs: IssuerNeeds, body: unknown, shown: Credentials): Promise<Refused | null> {
  const grant = await walletOf(needs, needs.protocol.addresses.notification, shown);
  if (isRefused(grant)) return grant;
  const { notification_id: id, event } = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || typeof event !== 'string' || !EVENTS.includes(event)) return refuse('invalid_notification_request');
  const noted = await needs.db.transaction(await needs.jobSession(grant.bodyId), (tx) =>
    noteCopy(tx, grant.personId, hashOf(id), event as CopyEvent, needs.clock.now()),
  );
  return noted ? null : refuse('invalid_notification_id');
}
