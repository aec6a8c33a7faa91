/** All SQL of passkeys. Row-level security shows an account its own, and an administrator those of whom they administer. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { proof } from '#authority/access/sessions.ts';
import type { KeptPasskey, NewPasskey } from './ceremony.ts';
import { CHALLENGE_SECONDS_MAX, RELEASE_SECONDS_MAX } from './limits.ts';

export interface PasskeyRow extends KeptPasskey {
  readonly name: string;
  readonly addedAt: Instant;
  readonly usedAt: Instant | null;
  readonly isSynced: boolean;
}

/** Living passkeys of an account, oldest first. */
export async function livingPasskeys(tx: Tx, accountId: string): Promise<PasskeyRow[]> {
  const rows = await tx.query<{
    passkey_id: string;
    credential_id: Buffer;
    public_key: Buffer;
    counter: string;
    transports: string[];
    name: string;
    added_at: string;
    used_at: string | null;
    is_synced: boolean;
  }>(
    `select passkey_id, credential_id, public_key, counter, transports, name, added_at, used_at, is_synced from passkey
      where account_id = $1 and ended_at is null order by added_at, passkey_id`,
    [accountId],
  );
  return rows.map((row) => ({
    passkeyId: row.passkey_id,
    credentialId: row.credential_id,
    publicKey: row.public_key,
    counter: Number(row.counter),
    transports: row.transports,
    name: row.name,
    addedAt: row.added_at,
    usedAt: row.used_at,
    isSynced: row.is_synced,
  }));
}

export interface PasskeyHistory {
  readonly hadOne: boolean;
  readonly isReleased: boolean;
  /** seconds since the session began, by the database's clock */
  readonly signedInSeconds: number;
}

/** What the person of the session had, may have again, and how long they have been signed in. */
export async function passkeyHistory(tx: Tx): Promise<PasskeyHistory> {
  const [row] = await tx.query<{ had_one: boolean; is_released: boolean; signed_in_seconds: number }>(
    `select exists (select 1 from passkey where account_id = session_person()) as had_one,
            exists (select 1 from passkey_release where account_id = session_person() and used_at is null
              and released_at > now() - make_interval(secs => $1)) as is_released,
            extract(epoch from now() - (session_row()).started_at)::float8 as signed_in_seconds`,
    [RELEASE_SECONDS_MAX],
  );
  return { hadOne: row!.had_one, isReleased: row!.is_released, signedInSeconds: row!.signed_in_seconds };
}

type Ceremony = 'add' | 'step-up';

/** Keeps what a device must sign; an earlier one of this session is none any more. */
export const keepChallenge = (tx: Tx, purpose: Ceremony, challenge: Buffer): Promise<unknown> =>
  tx.query(
    `insert into passkey_challenge (session_id, purpose, challenge, made_at) values ((session_row()).session_id, $1, $2, now())
     on conflict (session_id, purpose) do update set challenge = excluded.challenge, made_at = excluded.made_at`,
    [purpose, challenge],
  );

/** Takes the challenge away, so that it is answered once; null when there is none, or it is too old. */
export async function takeChallenge(tx: Tx, purpose: Ceremony): Promise<Buffer | null> {
  const [row] = await tx.query<{ challenge: Buffer; fresh: boolean }>(
    `delete from passkey_challenge where session_id = (session_row()).session_id and purpose = $1
     returning challenge, made_at > now() - make_interval(secs => $2) as fresh`,
    [purpose, CHALLENGE_SECONDS_MAX],
  );
  return row?.fresh === true ? row.challenge : null;
}

export interface Vouching {
  readonly sessionSecret: Uint8Array;
}

/** Keeps a passkey of the person of the session. False when the device's key is somebody's already. */
export async function addPasskey(
  tx: Tx,
  { sessionSecret }: Vouching,
  sessionId: string,
  added: NewPasskey & { readonly passkeyId: string; readonly name: string },
): Promise<boolean> {
  const { passkeyId, credentialId, publicKey, counter, transports, model, isSynced, name } = added;
  const message = ['passkey', sessionId, passkeyId, credentialId.toString('hex'), publicKey.toString('hex'), counter].join('|');
  const [row] = await tx.query<{ added: boolean }>('select passkey_add($1, $2, $3, $4, $5, $6, $7, $8, $9) as added', [
    passkeyId,
    credentialId,
    publicKey,
    counter,
    transports,
    model,
    isSynced,
    name,
    proof(sessionSecret, message),
  ]);
  return row!.added;
}

/** Says of the session that this passkey vouched for its person. @returns when, by the database's clock */
export async function stepUp(tx: Tx, { sessionSecret }: Vouching, sessionId: string, passkeyId: string, counter: number): Promise<Instant> {
  const [row] = await tx.query<{ at: string }>('select session_step_up($1, $2, $3) as at', [
    passkeyId,
    counter,
    proof(sessionSecret, ['step-up', sessionId, passkeyId, counter].join('|')),
  ]);
  return row!.at;
}

/** Ends a living passkey; false when there is none that the session may end. */
export async function endPasskey(tx: Tx, passkeyId: string, reason: 'removed' | 'cloned'): Promise<boolean> {
  const rows = await tx.query(
    `update passkey set ended_at = now(), ended_by = session_person(), end_reason = $2
      where passkey_id = $1 and ended_at is null and account_id = session_person() returning passkey_id`,
    [passkeyId, reason],
  );
  return rows.length > 0;
}

/** Ends all living passkeys of somebody whom the session administers, and lets them add one again. @returns ids of those that were ended */
export async function releasePasskeys(tx: Tx, releaseId: string, accountId: string, reason: string): Promise<string[]> {
  const rows = await tx.query<{ passkey_id: string }>(
    `update passkey set ended_at = now(), ended_by = session_person(), end_reason = 'lost'
      where account_id = $1 and ended_at is null and account_id <> session_person() returning passkey_id`,
    [accountId],
  );
  await tx.query(
    'insert into passkey_release (release_id, account_id, released_by, reason, released_at) values ($1, $2, session_person(), $3, now())',
    [releaseId, accountId, reason],
  );
  return rows.map((row) => row.passkey_id);
}

/** The same by who runs the server, as the owner of the database: no account did it. @returns ids of those that were ended */
export async function releaseByOperator(tx: Tx, releaseId: string, accountId: string, reason: string): Promise<string[]> {
  const rows = await tx.query<{ passkey_id: string }>(
    `update passkey set ended_at = now(), end_reason = 'operator' where account_id = $1 and ended_at is null returning passkey_id`,
    [accountId],
  );
  await tx.query('insert into passkey_release (release_id, account_id, reason, released_at) values ($1, $2, $3, now())', [
    releaseId,
    accountId,
    reason,
  ]);
  return rows.map((row) => row.passkey_id);
}
