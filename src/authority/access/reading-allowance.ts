/** Requests to see more people than a role allows: asked with a reason, decided by a second person. Row-level security is the second wall. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';

export interface ReadingAllowance {
  readonly id: string;
  /** who asks: name of the account, for whoever decides */
  readonly name: string;
  readonly mine: boolean;
  readonly people: number;
  readonly hours: number;
  readonly reason: string;
  readonly askedAt: Instant;
  /** null: waits for a second person */
  readonly granted: boolean | null;
  readonly decidedAt: Instant | null;
}

export async function askAllowance(
  tx: Tx,
  request: { readonly id: string; readonly people: number; readonly hours: number; readonly reason: string },
): Promise<void> {
  await tx.query(
    'insert into reading_allowance (allowance_id, account_id, people, hours, reason) values ($1, session_person(), $2, $3, $4)',
    [request.id, request.people, request.hours, request.reason],
  );
}

/** One's own requests and those that one may decide, newest first, at most `limit`. */
export async function allowances(tx: Tx, limit: number): Promise<ReadingAllowance[]> {
  const rows = await tx.query<{
    id: string;
    name: string | null;
    mine: boolean;
    people: number;
    hours: number;
    reason: string;
    asked_at: string;
    granted: boolean | null;
    decided_at: string | null;
  }>(
    `select a.allowance_id as id, n.name, a.account_id = session_person() as mine, a.people, a.hours, a.reason, a.asked_at, a.granted, a.decided_at
       from reading_allowance a left join account n using (account_id) order by a.asked_at desc, a.allowance_id limit $1`,
    [limit],
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name ?? '',
    mine: row.mine,
    people: row.people,
    hours: row.hours,
    reason: row.reason,
    askedAt: row.asked_at,
    granted: row.granted,
    decidedAt: row.decided_at,
  }));
}

/** Requests of others that wait and that the session may decide, and when the first of them was asked. */
export async function allowancesWaiting(tx: Tx): Promise<{ readonly count: number; readonly oldestAt: Instant | null }> {
  const [row] = await tx.query<{ count: number; oldest: string | null }>(
    'select count(*)::int as count, min(asked_at) as oldest from reading_allowance where decided_by is null and account_id <> session_person()',
  );
  return { count: row!.count, oldestAt: row!.oldest };
}

/** @returns whose request it was; null when it does not wait any more, or is not this session's to decide */
export async function decideAllowance(tx: Tx, id: string, granted: boolean): Promise<string | null> {
  const [row] = await tx.query<{ account_id: string }>(
    `update reading_allowance set decided_by = session_person(), decided_at = now(), granted = $2
      where allowance_id = $1 and decided_by is null and account_id <> session_person() returning account_id`,
    [id, granted],
  );
  return row?.account_id ?? null;
}
