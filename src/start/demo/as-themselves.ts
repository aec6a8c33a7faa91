/** People of the demo at work: whose accounts they are, and what nobody but a person may do. */
import { endThisSession, openPersonSession } from '#authority/access/sessions.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Composed } from '#start/compose.ts';

export interface Account {
  readonly account_id: string;
  readonly identity: Buffer;
  readonly name: string;
}

/** @throws when the demo has nobody of this name */
export async function accountNamed({ db, jobSession }: Composed, name: string): Promise<Account> {
  const [row] = await db.transaction(await jobSession(null), (tx) =>
    tx.query<Account>('select account_id, identity, name from account where name = $1', [name]),
  );
  if (!row) throw new Error(`no demo account ${name}`);
  return row;
}

/** What nobody but a person may do, in a session of their own that ends with it. */
export async function asThemselves<T>({ db, sessionNeeds }: Composed, accountId: string, act: (tx: Tx) => Promise<T>): Promise<T> {
  const { handle } = await openPersonSession(sessionNeeds, { accountId, agent: 'Dữ liệu mẫu', level: 2 });
  return db.transaction(handle, async (tx) => {
    const done = await act(tx);
    await endThisSession(tx);
    return done;
  });
}
