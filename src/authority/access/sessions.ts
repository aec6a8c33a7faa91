/** Sessions: opened with a proof, kept as a hash, resolved by the database itself. */
import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Chance } from '#base/chance.ts';
import type { Clock } from '#base/clock.ts';
import type { Database, SessionHandle, Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import { GRANT_COLUMNS, closedWitness, givenWitness } from './grant-witness.ts';
import type { GrantRow, GrantWitness } from './grant-witness.ts';
import { stepUpRulesOn } from '#standard/access/step-up.ts';
import { awaitActs } from './rights.ts';
import type { AccessAct, Actor, Grant, Role } from './shapes.ts';

export interface SessionLimits {
  /** a person's session ends when it was not used for so long, in seconds */
  readonly idleSeconds: number;
  /** and in any case so long after it began, in seconds */
  readonly absoluteSeconds: number;
}
/** ASVS 5.0 7.3, for officers: idle 15 minutes, absolute 8 hours. An installation may set others (SESSION_IDLE_MINUTES, SESSION_HOURS). */
export const SESSION_LIMITS: SessionLimits = { idleSeconds: 15 * 60, absoluteSeconds: 8 * 60 * 60 };
/** A job's session, in seconds; renewed before half of it is over. */
export const JOB_SECONDS = 15 * 60;

export interface SessionNeeds {
  readonly db: Database;
  readonly keys: Pick<Keys, 'sessionSecret'>;
  readonly clock: Clock;
  readonly chance: Chance;
  /** `SESSION_LIMITS` when not said */
  readonly limits?: SessionLimits;
}

const sha256 = (...parts: (Uint8Array | string)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** See `session_proof` in migration 0020. */
export const proof = (secret: Uint8Array, message: string): Buffer => sha256(secret, sha256(secret, message));

/** Gives the database the secret with which sessions are opened; by the owner, at each start (the keys may have been restored). */
export async function installSessionSecret(ownerUrl: string, secret: Uint8Array): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('insert into session_secret (secret) values ($1) on conflict (only_row) do update set secret = excluded.secret', [
      Buffer.from(secret),
    ]);
  } finally {
    await client.end();
  }
}

export interface OpenedSession {
  readonly handle: SessionHandle;
  readonly sessionId: string;
}

interface Opening {
  readonly kind: 'person' | 'system';
  readonly accountId: string | null;
  readonly bodyId: string | null;
  readonly purpose: string;
  readonly agent: string;
  readonly level: number;
  readonly idleSeconds: number;
  readonly lastsSeconds: number;
}

async function open(needs: SessionNeeds, how: Opening): Promise<OpenedSession> {
  const handle = Buffer.from(needs.chance.bytes(32)).toString('base64url') as SessionHandle;
  const hash = sha256(handle);
  const nowMs = Date.parse(needs.clock.now());
  const sessionId = needs.chance.uuid7(nowMs);
  const endsSeconds = Math.floor(nowMs / 1000) + how.lastsSeconds;
  const message = [
    hash.toString('hex'),
    sessionId,
    how.kind,
    how.accountId ?? '-',
    how.bodyId ?? '-',
    how.level,
    how.idleSeconds,
    endsSeconds,
  ].join('|');
  await needs.db.transaction(null, (tx) =>
    tx.query('select session_open($1,$2,$3,$4,$5,$6,$7,$8,$9,to_timestamp($10),$11)', [
      hash,
      sessionId,
      how.kind,
      how.accountId,
      how.bodyId,
      how.purpose,
      how.agent,
      how.level,
      how.idleSeconds,
      endsSeconds,
      proof(needs.keys.sessionSecret, message),
    ]),
  );
  return { handle, sessionId };
}

/** A person's session after sign-in. Throws when the account was disabled meanwhile. */
export const openPersonSession = (needs: SessionNeeds, who: { accountId: string; agent: string; level: number }): Promise<OpenedSession> =>
  open(needs, {
    kind: 'person',
    accountId: who.accountId,
    bodyId: null,
    purpose: 'portal',
    agent: who.agent,
    level: who.level,
    idleSeconds: (needs.limits ?? SESSION_LIMITS).idleSeconds,
    lastsSeconds: (needs.limits ?? SESSION_LIMITS).absoluteSeconds,
  });

/** A handle for background work on one body, or on all (`bodyId` null: the sequencer, the matcher). */
export async function openJobSession(needs: SessionNeeds, job: { bodyId: string | null; purpose: string }): Promise<SessionHandle> {
  const opened = await open(needs, {
    kind: 'system',
    accountId: null,
    bodyId: job.bodyId,
    purpose: job.purpose,
    agent: '',
    level: 0,
    idleSeconds: JOB_SECONDS,
    lastsSeconds: JOB_SECONDS,
  });
  return opened.handle;
}

/** The same handle for the same body for half of its life: a job of many transactions opens one session, not many. */
export function jobSessions(needs: SessionNeeds, purpose: string): (bodyId: string | null) => Promise<SessionHandle> {
  const kept = new Map<string, { handle: Promise<SessionHandle>; atMs: number }>();
  return (bodyId) => {
    const key = bodyId ?? '';
    const nowMs = needs.clock.monotonicMs();
    const there = kept.get(key);
    if (there && nowMs - there.atMs < (JOB_SECONDS * 1000) / 2) return there.handle;
    const handle = openJobSession(needs, { bodyId, purpose });
    kept.set(key, { handle, atMs: nowMs });
    handle.catch(() => kept.delete(key)); // the caller is told; the next one tries again
    return handle;
  };
}

/** Whom an identity means: an account, or why none. `subject` is the provider's name for the person, as a keyed hash. */
export type SignInAccount =
  | { readonly outcome: 'found'; readonly accountId: string }
  | { readonly outcome: 'none' | 'disabled' | 'linked-elsewhere' };

/** The account of a citizen number (keyed hash). The first sign-in ties the provider's subject to it; a later one under another tie is refused. */
export async function accountForIdentity(
  needs: SessionNeeds,
  who: { readonly identity: Buffer; readonly issuer: string; readonly subject: string },
): Promise<SignInAccount> {
  const message = ['account', who.identity.toString('hex'), who.issuer, who.subject].join('|');
  const [row] = await needs.db.transaction(null, (tx) =>
    tx.query<{ account_id: string | null; outcome: SignInAccount['outcome'] }>(
      'select account_id, outcome from sign_in_account($1, $2, $3, $4)',
      [who.identity, who.issuer, who.subject, proof(needs.keys.sessionSecret, message)],
    ),
  );
  if (row?.account_id) return { outcome: 'found', accountId: row.account_id };
  return { outcome: row?.outcome === 'disabled' || row?.outcome === 'linked-elsewhere' ? row.outcome : 'none' };
}

interface ActorRow {
  account_id: string;
  session_id: string;
  name: string;
  identity: Buffer;
  level: number;
  started_at: string;
  stepped_up_at: string | null;
  stepped_up_seconds: number | null;
  has_passkey: boolean;
  today: string;
  grants: GrantOfSession[] | null;
}

interface GrantOfSession {
  role: Role;
  body_id: string;
  body_ids: string[];
  /** of a delegation alone */
  lent: { id: string; acts: AccessAct[]; by: string; name: string; identity: string; body: string; from: string; until: string } | null;
}

/** The person of the running transaction; null when the handle is of nobody (forged, expired, ended, disabled). */
export async function actorOfSession(tx: Tx): Promise<Actor | null> {
  const [row] = await tx.query<ActorRow>(
    `select a.account_id, s.session_id, a.name, a.identity, s.identity_level as level, s.started_at, today_in_vietnam() as today,
            s.stepped_up_at, extract(epoch from now() - s.stepped_up_at)::float8 as stepped_up_seconds,
            exists (select 1 from passkey p where p.account_id = s.account_id and p.ended_at is null) as has_passkey,
            (select jsonb_agg(jsonb_build_object('role', g.role, 'body_id', g.body_id, 'body_ids', bodies_below(array[g.body_id], today_in_vietnam()),
                      'lent', case when g.delegated_by is not null then jsonb_build_object('id', g.grant_id, 'acts', to_jsonb(g.only_acts), 'by', g.delegated_by,
                        'name', g.delegator_name, 'identity', encode(g.delegator_identity, 'hex'), 'body', g.delegator_body,
                        'from', g.valid_from, 'until', g.valid_to - 1) end) order by g.role, g.body_id, g.grant_id)
               from session_grants() g) as grants
       from session_row() s join account a on a.account_id = s.account_id`,
    [],
    'actor-of-session',
  );
  if (!row) return null;
  await tx.query('select session_touch()', [], 'session-touched');
  return {
    accountId: row.account_id,
    sessionId: row.session_id,
    name: row.name,
    identity: row.identity.toString('hex'),
    identityLevel: row.level,
    signedInAt: row.started_at,
    ...(row.has_passkey ? { hasPasskey: true as const } : {}),
    ...(row.stepped_up_at !== null && row.stepped_up_seconds! < stepUpRulesOn(row.today).freshMinutes * 60
      ? { steppedUpAt: row.stepped_up_at }
      : {}),
    on: row.today,
    grants: (row.grants ?? []).map(grantFrom),
  };
}

const grantFrom = ({ role, body_id, body_ids, lent }: GrantOfSession): Grant => ({
  role,
  bodyId: body_id,
  bodyIds: body_ids,
  ...(lent
    ? {
        lent: {
          grantId: lent.id,
          acts: lent.acts,
          byAccountId: lent.by,
          byName: lent.name,
          byIdentity: lent.identity,
          byBodyId: lent.body,
          from: lent.from,
          until: lent.until,
        },
      }
    : {}),
});

export interface MySession {
  readonly id: string;
  readonly agent: string;
  readonly startedAt: string;
  readonly seenAt: string;
  readonly endsAt: string;
  readonly current: boolean;
}

/** The living sessions of the person signed in. */
export async function mySessions(tx: Tx): Promise<MySession[]> {
  const rows = await tx.query<{ id: string; agent: string; started_at: string; seen_at: string; ends_at: string; current: boolean }>(
    `select session_id as id, agent, started_at, seen_at, ends_at, session_id = (session_row()).session_id as current from session
      where account_id = session_person() and ended_at is null and ends_at > now() and seen_at + make_interval(secs => idle_seconds) > now() order by started_at desc`,
  );
  return rows.map((row) => ({
    id: row.id,
    agent: row.agent,
    startedAt: row.started_at,
    seenAt: row.seen_at,
    endsAt: row.ends_at,
    current: row.current,
  }));
}

/** Ends one of my sessions; false when it is not mine or has ended. */
export async function endSession(tx: Tx, sessionId: string): Promise<boolean> {
  const rows = await tx.query(
    'update session set ended_at = now() where session_id = $1 and ended_at is null and account_id = session_person() returning session_id',
    [sessionId],
  );
  return rows.length > 0;
}

/** Ends the session of this transaction. */
export const endThisSession = (tx: Tx): Promise<unknown> =>
  tx.query('update session set ended_at = now() where handle_hash = (session_row()).handle_hash and account_id = session_person()');

/** Disables an account: all its sessions are over with this transaction. False when the session may not, or it is disabled already. */
export async function disableAccount(tx: Tx, accountId: string): Promise<boolean> {
  await awaitActs(tx, accountId);
  const rows = await tx.query('update account set disabled_at = now() where account_id = $1 and disabled_at is null returning account_id', [
    accountId,
  ]);
  return rows.length > 0;
}

/** The end of a grant that has none. */
const ENDLESS = '9999-12-31';

/** What a delegation says beside its role, body and days. */
export interface LentGrant {
  readonly fromGrantId: string;
  readonly byAccountId: string;
  readonly acts: readonly AccessAct[];
  readonly basis: DelegationBasis;
}

/** On what it rests: a decision by number and day, or a reason. */
export interface DelegationBasis {
  readonly decisionNumber?: string;
  readonly decisionDay?: string;
  readonly reason?: string;
}

/**
 * Gives a role over a body and all below it. The database refuses (throws) what is above the giver's own scope, or to the giver.
 * @returns what the act that gives it MUST say of the row (`rows` of its entry)
 */
export async function giveGrant(
  tx: Tx,
  grant: {
    readonly id: string;
    readonly accountId: string;
    readonly role: Role;
    readonly bodyId: string;
    readonly from: string;
    /** the day on which it ends; it is not held on it any more. Not said: until it is taken back */
    readonly to?: string;
    /** the person as who gives it names them */
    readonly name?: string;
    /** set: a right that is lent */
    readonly lent?: LentGrant;
  },
): Promise<GrantWitness> {
  const { lent } = grant;
  const [row] = await tx.query<GrantRow>(
    `insert into role_grant (grant_id, account_id, role, body_id, valid_from, valid_to, granted_by, named, acts, delegated_from, delegated_by, basis)
     values ($1, $2, $3, $4, $5, $6, session_person(), $7, $8, $9, $10, $11) returning ${GRANT_COLUMNS}`,
    [
      grant.id,
      grant.accountId,
      grant.role,
      grant.bodyId,
      grant.from,
      grant.to ?? ENDLESS,
      grant.name ?? null,
      lent?.acts ?? null,
      lent?.fromGrantId ?? null,
      lent?.byAccountId ?? null,
      lent ? JSON.stringify(lent.basis) : null,
    ],
  );
  return givenWitness(row!);
}

/** Takes a grant back; null when there is none that this session may take. @returns what the act that takes it MUST say of the row */
export async function takeGrant(tx: Tx, grantId: string): Promise<GrantWitness | null> {
  const [of] = await tx.query<{ account_id: string }>('select account_id from role_grant where grant_id = $1', [grantId]);
  if (!of) return null;
  await awaitActs(tx, of.account_id);
  const [row] = await tx.query<GrantRow>(
    `update role_grant set tx_to = record_tx(), closed_by = session_person() where grant_id = $1 and tx_to = 9223372036854775807
     returning ${GRANT_COLUMNS}`,
    [grantId],
  );
  return row ? closedWitness(row) : null;
}
