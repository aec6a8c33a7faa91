/** SQL of offers, wallets' grants, and what was used once. Codes and tokens stand as hashes; every counting is one statement. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { TX_CODE_TRIES_MAX } from './limits.ts';
import type { Employment } from './employment.ts';
import type { WalletKind } from './wallet-kind.ts';

export interface OfferToWrite {
  readonly personId: string;
  readonly offerId: string;
  readonly cardId: string;
  readonly bodyId: string;
  readonly codeHash: Uint8Array;
  readonly txCodeHash: Uint8Array;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

/** Writes an offer; earlier ones of the person that were not used are over. */
export async function writeOffer(tx: Tx, offer: OfferToWrite): Promise<void> {
  await tx.query('update card_offer set expires_at = $2 where person_id = $1 and used_at is null and expires_at > $2', [
    offer.personId,
    offer.createdAt,
  ]);
  await tx.query(
    `insert into card_offer (person_id, offer_id, card_id, body_id, code_hash, tx_code_hash, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      offer.personId,
      offer.offerId,
      offer.cardId,
      offer.bodyId,
      Buffer.from(offer.codeHash),
      Buffer.from(offer.txCodeHash),
      offer.createdAt,
      offer.expiresAt,
    ],
  );
}

/** Can this code still be redeemed? Asked by whoever follows an offer by reference. */
export async function offerStands(tx: Tx, codeHash: Uint8Array, now: Instant): Promise<boolean> {
  const rows = await tx.query('select 1 from card_offer where code_hash = $1 and used_at is null and tries < $3 and expires_at > $2', [
    Buffer.from(codeHash),
    now,
    TX_CODE_TRIES_MAX,
  ]);
  return rows.length > 0;
}

/** Whose offer was redeemed, and of which of their cards. */
export interface Redeemed {
  readonly personId: string;
  readonly employment: Employment;
  readonly bodyId: string;
}

/**
 * Counts a try, and uses the offer up when the transaction code is right: one statement, so that of fifty at once one wins
 * and five wrong ones are the last.
 * @returns  null: no such code, used, run out, tried five times, or a wrong transaction code
 */
export async function redeemOffer(tx: Tx, codeHash: Uint8Array, txCodeHash: Uint8Array, now: Instant): Promise<Redeemed | null> {
  const [row] = await tx.query<{ person_id: string; body_id: string; right: boolean; employment: Employment }>(
    `update card_offer set tries = tries + 1, used_at = case when tx_code_hash = $2 then $3::timestamptz end
      where code_hash = $1 and used_at is null and tries < $4 and expires_at > $3 returning person_id, body_id, used_at is not null as right,
        (select c.employment from card c where c.person_id = card_offer.person_id and c.card_id = card_offer.card_id) as employment`,
    [Buffer.from(codeHash), Buffer.from(txCodeHash), now, TX_CODE_TRIES_MAX],
  );
  return row?.right ? { personId: row.person_id, bodyId: row.body_id, employment: row.employment } : null;
}

export interface GrantToWrite {
  readonly personId: string;
  /** of which of the person's cards it fetches copies, whichever card holds then */
  readonly employment: Employment;
  readonly grantId: string;
  readonly bodyId: string;
  /** thumbprint (RFC 7638) */
  readonly dpopKey: string;
  readonly kind: WalletKind;
  readonly accessHash: Uint8Array;
  readonly accessExpiresAt: Instant;
  readonly refreshHash: Uint8Array;
  readonly refreshExpiresAt: Instant;
  readonly createdAt: Instant;
}

export async function writeGrant(tx: Tx, grant: GrantToWrite): Promise<void> {
  await tx.query(
    `insert into card_wallet_grant (person_id, grant_id, body_id, dpop_key, access_hash, access_expires_at, refresh_hash, refresh_expires_at, created_at, last_used_at, wallet_kind, employment)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11)`,
    [
      grant.personId,
      grant.grantId,
      grant.bodyId,
      grant.dpopKey,
      Buffer.from(grant.accessHash),
      grant.accessExpiresAt,
      Buffer.from(grant.refreshHash),
      grant.refreshExpiresAt,
      grant.createdAt,
      grant.kind,
      grant.employment,
    ],
  );
}

/** A wallet that may fetch copies of one of a person's cards. */
export interface WalletGrant {
  readonly personId: string;
  readonly employment: Employment;
  readonly grantId: string;
  readonly bodyId: string;
  readonly dpopKey: string;
}

interface GrantRow {
  person_id: string;
  employment: Employment;
  grant_id: string;
  body_id: string;
  dpop_key: string;
}
const grantOf = (row: GrantRow | undefined): WalletGrant | null =>
  row ? { personId: row.person_id, employment: row.employment, grantId: row.grant_id, bodyId: row.body_id, dpopKey: row.dpop_key } : null;

/** The grant of an access token that holds; null when there is none, it has run out or was ended. */
export async function grantByAccess(tx: Tx, accessHash: Uint8Array, now: Instant): Promise<WalletGrant | null> {
  const [row] = await tx.query<GrantRow>(
    'select person_id, employment, grant_id, body_id, dpop_key from card_wallet_grant where access_hash = $1 and access_expires_at > $2 and ended_at is null',
    [Buffer.from(accessHash), now],
  );
  return grantOf(row);
}

/**
 * Holds a wallet's grant until the end of the transaction, one request of a wallet at a time: its copies are counted. False when it was ended meanwhile.
 * Who ends it waits, and then finds what was issued to it.
 */
export async function holdGrant(tx: Tx, { personId, grantId }: Pick<WalletGrant, 'personId' | 'grantId'>): Promise<boolean> {
  const rows = await tx.query(
    'select 1 from card_wallet_grant where person_id = $1 and grant_id = $2 and ended_at is null for no key update',
    [personId, grantId],
  );
  return rows.length > 0;
}

/** A wallet that holds the own card, or may fetch a copy of it. */
export interface OwnWallet {
  readonly id: string;
  /** the card that it fetches copies of; null: none of that employment holds */
  readonly cardId: string | null;
  readonly kind: WalletKind;
  readonly takenAt: Instant;
  readonly lastUsedAt: Instant;
  /** last instant of the copy that it has; null: none that is good now, it fetches one when it is used again */
  readonly goodUntil: Instant | null;
}

/** The own person's wallets, the one that asked last first. MUST run with the own record's policies. */
export async function ownWallets(tx: Tx): Promise<OwnWallet[]> {
  return tx.query<OwnWallet>(
    `select wallet_id as id, card_id as "cardId", kind, taken_at as "takenAt", last_used_at as "lastUsedAt", good_until as "goodUntil" from own_card_wallets()
      order by last_used_at desc, wallet_id`,
  );
}

/** Of which employment the cards of a wallet are; null when there is no such wallet. A copy whose wallet was not kept goes by its card. */
export async function employmentOfWallet(tx: Tx, personId: string, walletId: string): Promise<Employment | null> {
  const [row] = await tx.query<{ employment: Employment }>(
    `select employment from card_wallet_grant where person_id = $1 and grant_id = $2
     union all
     select d.employment from card_copy c join card d on d.person_id = c.person_id and d.card_id = c.card_id
      where c.person_id = $1 and c.copy_id = $2 and c.grant_id is null limit 1`,
    [personId, walletId],
  );
  return row?.employment ?? null;
}

/** Ends the card in one wallet of a person. @returns how many copies ended; null when there is no such wallet any more */
export async function endWallet(tx: Tx, personId: string, walletId: string, at: Instant): Promise<number | null> {
  const [row] = await tx.query<{ ended: number | null }>('select end_card_wallet($1, $2, $3) as ended', [personId, walletId, at]);
  return row!.ended;
}

/** A new access token for a refresh token that holds and is shown with its own DPoP key; the one before is over. */
export async function refreshGrant(
  tx: Tx,
  refresh: { readonly hash: Uint8Array; readonly dpopKey: string },
  access: { readonly hash: Uint8Array; readonly expiresAt: Instant },
  now: Instant,
): Promise<WalletGrant | null> {
  const [row] = await tx.query<GrantRow>(
    `update card_wallet_grant set access_hash = $3, access_expires_at = $4, last_used_at = $5
      where refresh_hash = $1 and dpop_key = $2 and refresh_expires_at > $5 and ended_at is null returning person_id, employment, grant_id, body_id, dpop_key`,
    [Buffer.from(refresh.hash), refresh.dpopKey, Buffer.from(access.hash), access.expiresAt, now],
  );
  return grantOf(row);
}

/** Uses a nonce up; false when it was used before. */
export async function useNonce(tx: Tx, hash: Uint8Array, expiresAt: Instant): Promise<boolean> {
  const rows = await tx.query('insert into card_nonce (nonce_hash, expires_at) values ($1, $2) on conflict do nothing returning 1', [
    Buffer.from(hash),
    expiresAt,
  ]);
  return rows.length > 0;
}

/** Remembers a DPoP proof; false when it was seen before. */
export async function useDpopProof(tx: Tx, hash: Uint8Array, expiresAt: Instant): Promise<boolean> {
  const rows = await tx.query('insert into card_dpop_jti (jti_hash, expires_at) values ($1, $2) on conflict do nothing returning 1', [
    Buffer.from(hash),
    expiresAt,
  ]);
  return rows.length > 0;
}

/** Forgets what would be refused for its age alone. */
export async function forgetUsed(tx: Tx, now: Instant): Promise<void> {
  await tx.query('delete from card_nonce where expires_at < $1', [now]);
  await tx.query('delete from card_dpop_jti where expires_at < $1', [now]);
}
