/** What the person of an account is told of their sign-ins and passkeys: by a browser that they never used before. Needs a system session. */
import type { Tx } from '#base/database/transaction.ts';

export interface NewBrowser {
  readonly sessionId: string;
  readonly accountId: string;
  /** "Chrome · Windows" */
  readonly agent: string;
  readonly at: string;
}

/** Of these sessions those by a browser that their person never signed in by, who had signed in before. */
export async function newBrowsers(tx: Tx, sessionIds: readonly string[]): Promise<NewBrowser[]> {
  if (sessionIds.length === 0) return [];
  const rows = await tx.query<{ session_id: string; account_id: string; agent: string; started_at: string }>(
    `select s.session_id, s.account_id, s.agent, s.started_at from session s
      where s.session_id = any ($1) and s.kind = 'person'
        and exists (select 1 from session o where o.kind = 'person' and o.account_id = s.account_id and o.started_at < s.started_at)
        and not exists (select 1 from session o where o.kind = 'person' and o.account_id = s.account_id and o.started_at < s.started_at and o.agent = s.agent)`,
    [sessionIds],
  );
  return rows.map((row) => ({ sessionId: row.session_id, accountId: row.account_id, agent: row.agent, at: row.started_at }));
}

export interface PasskeyOfAccount {
  readonly passkeyId: string;
  readonly accountId: string;
  /** the browser in which it vouched last, when it never did so in that one before and had in another; null otherwise */
  readonly newIn: string | null;
}

export async function passkeysOf(tx: Tx, passkeyIds: readonly string[]): Promise<PasskeyOfAccount[]> {
  if (passkeyIds.length === 0) return [];
  const rows = await tx.query<{ passkey_id: string; account_id: string; new_in: string | null }>(
    `select p.passkey_id, p.account_id,
        (select s.agent from session s where s.stepped_up_by = p.passkey_id and s.agent = last.agent
           and exists (select 1 from session o where o.stepped_up_by = p.passkey_id and o.stepped_up_at < last.stepped_up_at and o.session_id <> last.session_id)
           and not exists (select 1 from session o where o.stepped_up_by = p.passkey_id and o.session_id <> last.session_id and o.agent = last.agent) limit 1) as new_in
       from passkey p left join lateral (select s.agent, s.stepped_up_at, s.session_id from session s where s.stepped_up_by = p.passkey_id order by s.stepped_up_at desc limit 1) last on true
      where p.passkey_id = any ($1)`,
    [passkeyIds],
  );
  return rows.map((row) => ({ passkeyId: row.passkey_id, accountId: row.account_id, newIn: row.new_in }));
}
