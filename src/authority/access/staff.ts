/** Sessions and sign-ins of the accounts that an administrator manages. Row-level security (`session_administers`) is the second wall. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';

export interface StaffSession {
  readonly id: string;
  readonly accountId: string;
  readonly agent: string;
  readonly startedAt: Instant;
  readonly seenAt: Instant;
  readonly endsAt: Instant;
}

/** Living sessions of others whom this session administers, the last seen first; never one's own. */
export async function staffSessions(tx: Tx, limit: number): Promise<StaffSession[]> {
  const rows = await tx.query<{ id: string; account_id: string; agent: string; started_at: string; seen_at: string; ends_at: string }>(
    `select session_id as id, account_id, agent, started_at, seen_at, ends_at from session
      where account_id <> session_person() and session_administers(account_id) and ended_at is null and ends_at > now()
        and seen_at + make_interval(secs => idle_seconds) > now()
      order by seen_at desc, session_id limit $1`,
    [limit],
  );
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    agent: row.agent,
    startedAt: row.started_at,
    seenAt: row.seen_at,
    endsAt: row.ends_at,
  }));
}

/** Ends a session of somebody whom this session administers. @returns whose it was; null when there is none, or it is one's own */
export async function endStaffSession(tx: Tx, sessionId: string): Promise<string | null> {
  const [row] = await tx.query<{ account_id: string }>(
    `update session set ended_at = now() where session_id = $1 and ended_at is null and account_id <> session_person() and session_administers(account_id)
     returning account_id`,
    [sessionId],
  );
  return row?.account_id ?? null;
}

export interface SignIn {
  readonly id: string;
  readonly at: Instant;
  readonly accountId: string;
  readonly act: string;
}

/** Sign-ins, sign-outs and refusals of those whom this session administers, newest first. */
export async function signInsOfStaff(tx: Tx, since: Instant, limit: number): Promise<SignIn[]> {
  const rows = await tx.query<{ event_id: string; at: string; account_id: string; act: string }>(
    'select event_id, at, account_id, act from sign_ins_of_staff($1, $2)',
    [since, limit],
  );
  return rows.map((row) => ({ id: row.event_id, at: row.at, accountId: row.account_id, act: row.act }));
}

/** Accounts by id, as their administrator names them; those that the session does not see are missing. */
export async function accountNames(tx: Tx, accountIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ account_id: string; name: string }>(
    `select a.account_id, coalesce((select g.named from role_grant g where g.account_id = a.account_id and g.tx_to = 9223372036854775807 and g.named is not null
         order by g.tx_from desc, g.grant_id desc limit 1), a.name) as name
       from account a where a.account_id = any ($1)`,
    [accountIds],
  );
  return new Map(rows.map((row) => [row.account_id, row.name]));
}
