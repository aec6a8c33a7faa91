/** Builders for tests that need the log in a database: sessions, acts, the sequencer, a look at it as the owner. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededChance, systemChance } from '#base/chance.ts';
import type { Instant } from '#base/clock.ts';
import { stoppedClock, systemClock } from '#base/clock.ts';
import { installSessionSecret, openJobSession, openPersonSession } from '#authority/access/sessions.ts';
import { settledSince } from '#base/database/settled-for-tests.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { Database, SessionHandle, Tx } from '#base/database/transaction.ts';
import { filesIn } from '#base/files/folder.ts';
import { openTestDatabase } from '#base/database/test-database.ts';
import { keysOf } from '#base/sealing.ts';
import { checkpointSigner } from './checkpoint.ts';
import type { AuditNeeds } from './record.ts';
import { recordAct } from './record.ts';
import { sequenceAll, takeTerm } from './sequencer.ts';
import type { PublishNeeds } from './publish.ts';
import { LOG } from './shapes.ts';
import { readState } from './store.ts';
import { countWaiting } from './verify-store.ts';
import type { ActEntry } from './shapes.ts';
import { verifyAuditLog } from './verify.ts';
import type { AuditReport } from './verify.ts';

export const BODY = '01930000-0000-7000-8000-00000000b001';
export const OTHER_BODY = '01930000-0000-7000-8000-00000000b002';
export const PERSON = '01930000-0000-7000-8000-000000000a01';
export const ORIGIN = 'audit.test.example/act/1';

export interface LogForTests {
  readonly db: Database;
  readonly owner: Database;
  readonly needs: AuditNeeds & { readonly clock: ReturnType<typeof stoppedClock> };
  readonly publish: PublishNeeds;
  /** where its files stand */
  readonly folder: string;
  readonly system: SessionHandle;
  readonly appUrl: string;
  /** a session of a person: role → bodies */
  session(personId: string, roles: Readonly<Record<string, readonly string[]>>): Promise<SessionHandle>;
  /** a job's session for one body */
  jobSession(bodyId: string | null): Promise<SessionHandle>;
  /** records `n` acts under the system session, one transaction */
  acts(n: number, more?: Partial<ActEntry>): Promise<void>;
  /** takes the term, sequences everything, publishes */
  sequence(): Promise<number>;
  verify(): Promise<AuditReport>;
  /** runs SQL as the owner: what an intruder with the database could do */
  tamper(sql: string, values?: readonly unknown[]): Promise<void>;
  /** rows as the owner sees them */
  rows<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Looks for the settled point, 50 ms apart: the machine may be busy, and other files of a run may be in long transactions. */
const START: Instant = '2026-11-24T03:00:00.000Z';

export async function aLog(): Promise<LogForTests> {
  const test = await openTestDatabase();
  const db = openDatabase({ connectionString: test.appUrl, poolSize: 6 });
  const owner = openDatabase({ connectionString: test.ownerUrl, poolSize: 2 });
  const folder = await mkdtemp(join(tmpdir(), 'audit-log-'));
  const keys = keysOf(new Uint8Array(32).fill(9));
  const clock = stoppedClock(START);
  const needs = { clock, chance: seededChance(6962), keys };
  const signer = checkpointSigner(ORIGIN, keys.signingKey('audit').privateKey);
  const files = filesIn(folder);
  const publish: PublishNeeds = { db, clock, files, signer, log: LOG };
  await installSessionSecret(test.ownerUrl, keys.sessionSecret);
  // Sessions live by the database's clock, not by the log's stopped one.
  const access = { db, keys, clock: systemClock, chance: systemChance };
  await owner.transaction(null, async (tx) => {
    // The log's clock stands in a year of its own; the database compares it with its own clock.
    await tx.query('update clock_tolerance set seconds = 2000000000');
    for (const body of [BODY, OTHER_BODY]) await tx.query('insert into body (body_id, born_by) values ($1, $1)', [body]);
  });
  const system = await openJobSession(access, { bodyId: null, purpose: 'audit test' });
  let minute = 0;
  /** Waits until every event of the log is settled. */
  const settled = (): Promise<number> =>
    settledSince((work) => owner.transaction(null, work), 'select max(tx) from audit_event where log = $1 and tx < record_tx()', [LOG]);
  return {
    db,
    owner,
    needs,
    publish,
    folder,
    system,
    appUrl: test.appUrl,
    async session(personId, roles) {
      await owner.transaction(null, async (tx) => {
        await tx.query(`insert into account (account_id, identity, name, created_at) values ($1, $2, 'A', now())`, [
          personId,
          Buffer.from(personId),
        ]);
        for (const [role, bodies] of Object.entries(roles))
          for (const body of bodies)
            await tx.query(
              `insert into role_grant (grant_id, account_id, role, body_id, valid_from) values ($1, $2, $3, $4, '2020-01-01')`,
              [systemChance.uuid7(0), personId, role, body],
            );
      });
      return (await openPersonSession(access, { accountId: personId, agent: '', level: 2 })).handle;
    },
    jobSession: (bodyId) => openJobSession(access, { bodyId, purpose: 'audit test' }),
    async acts(n, more = {}) {
      clock.moveTo(new Date(Date.parse(START) + ++minute * 60_000).toISOString());
      await db.transaction(system, (tx: Tx) =>
        recordAct(
          tx,
          needs,
          Array.from({ length: n }, (_, i): ActEntry => ({
            act: 'item.confirmed',
            purpose: 'CONFIRM',
            bodyId: BODY,
            objectId: PERSON,
            revision: i,
            payload: { note: `act ${i}` },
            ...more,
          })),
        ),
      );
    },
    async sequence() {
      await settled();
      const term = await takeTerm(publish, system);
      const { taken, problem } = await sequenceAll(publish, system, term);
      if (problem) throw new Error(problem.code);
      const state = await db.transaction(system, (tx) => readState(tx, LOG));
      const waiting = await db.transaction(system, (tx) => countWaiting(tx, LOG, state));
      if (waiting > 0) throw new Error(`${waiting} settled events were not taken`);
      return taken;
    },
    verify: () => verifyAuditLog(db, system, { files, key: signer.key, keys }),
    async tamper(sql, values = []) {
      await owner.transaction(null, (tx) => tx.query(sql, values));
    },
    rows: (sql, values = []) => owner.transaction(null, (tx) => tx.query(sql, values)),
    async close() {
      await db.close();
      await owner.close();
      await test.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
