/** Builders for tests that need bodies, accounts and sessions in a database. */
import { seedOrganisations } from '#authority/organisations/seed.ts';
import { bodyByCode } from '#authority/organisations/store.ts';
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import { openTestDatabase } from '#base/database/test-database.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { Database, SessionHandle, Tx } from '#base/database/transaction.ts';
import { keysOf } from '#base/sealing.ts';
import type { Keys } from '#base/sealing.ts';
import { installSessionSecret, jobSessions, openPersonSession } from './sessions.ts';
import type { OpenedSession, SessionNeeds } from './sessions.ts';
import type { Role } from './shapes.ts';

export interface Office extends SessionNeeds {
  readonly keys: Keys;
  /** the database as its owner: what the product cannot do */
  readonly owner: Database;
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** id of a body by its code today */
  body(code: string): Promise<string>;
  /** an account with these roles, `[role, code of the body]`; `number` is the citizen number */
  account(number: string, grants: readonly (readonly [Role, string])[]): Promise<string>;
  /** an account as above, signed in */
  signedIn(number: string, grants: readonly (readonly [Role, string])[]): Promise<OpenedSession & { readonly accountId: string }>;
  signIn(accountId: string, level?: number): Promise<OpenedSession>;
  /** a transaction of the product under a session */
  as<T>(handle: SessionHandle | null, work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A database with the demo's bodies, or those of the lists alone, and nobody in it. */
export async function anOffice({ demo = true }: { readonly demo?: boolean } = {}): Promise<Office> {
  const test = await openTestDatabase();
  const db = openDatabase({ connectionString: test.appUrl, poolSize: 4 });
  const owner = openDatabase({ connectionString: test.ownerUrl, poolSize: 2 });
  const keys = keysOf(new Uint8Array(32).fill(7));
  const needs: SessionNeeds = { db, keys, clock: systemClock, chance: systemChance };
  await installSessionSecret(test.ownerUrl, keys.sessionSecret);
  // Asked for each time: a job's session ends after minutes, and on a machine with other work a file may take longer.
  const system = jobSessions(needs, 'seed');
  await db.transaction(await system(null), (tx) => seedOrganisations(tx, { demo }));
  const newId = (): string => systemChance.uuid7(Date.parse(systemClock.now()));
  const office: Office = {
    ...needs,
    keys,
    owner,
    appUrl: test.appUrl,
    ownerUrl: test.ownerUrl,
    async body(code) {
      const id = await db.transaction(null, (tx) => bodyByCode(tx, code, systemClock.today()));
      if (!id) throw new Error(`no body ${code}`);
      return id;
    },
    async account(number, grants) {
      const accountId = newId();
      const bodies = await Promise.all(grants.map(([, code]) => office.body(code)));
      await db.transaction(await system(null), async (tx) => {
        await tx.query('insert into account (account_id, identity, name, created_at) values ($1, $2, $3, now())', [
          accountId,
          keys.nationalIdHash(number),
          `Người ${number.slice(-3)}`,
        ]);
        for (const [index, [role]] of grants.entries())
          await tx.query('insert into role_grant (grant_id, account_id, role, body_id, valid_from) values ($1, $2, $3, $4, $5)', [
            newId(),
            accountId,
            role,
            bodies[index],
            '2025-07-01',
          ]);
      });
      return accountId;
    },
    async signedIn(number, grants) {
      const accountId = await office.account(number, grants);
      return { ...(await office.signIn(accountId)), accountId };
    },
    signIn: (accountId, level = 2) => openPersonSession(needs, { accountId, agent: 'Thử nghiệm', level }),
    as: (handle, work) => db.transaction(handle, work),
    async close() {
      await db.close();
      await owner.close();
      await test.close();
    },
  };
  return office;
}
