/** What `migrate` makes of a database that another version of the code has brought up. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { migrate, schemaHead } from './migrate.ts';
import { openTestDatabase, TEST_QUEUES } from './test-database.ts';
import type { TestDatabase } from './test-database.ts';

let database: TestDatabase;
let owner: pg.Client;
before(async () => {
  database = await openTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
after(async () => {
  await owner?.end();
  await database?.close();
});

/** As if a version of the code had applied it, at its place in the order. */
const applied = async (name: string): Promise<void> => {
  await owner.query(
    `insert into migration (name, run_on) select $1::text, run_on from migration where name < $1::text order by name desc limit 1`,
    [name],
  );
  await owner.query(`insert into migration_checksum (name, sha256) values ($1, 'of then')`, [name]);
};
const codeOf = async (): Promise<string | null> => {
  const done = await migrate({ owner: database.ownerUrl, app: database.appUrl }, '2026-11-24', TEST_QUEUES);
  return done.ok ? null : done.problems[0]!.code;
};

test('a migration that was withdrawn since is forgotten, and the database goes on', async () => {
  await applied('0391_access_rows');
  await applied('0448_access_rows');
  assert.equal(await codeOf(), null);
  const { rows } = await owner.query(`select 1 from migration where name in ('0391_access_rows', '0448_access_rows')`);
  assert.deepEqual(rows, []);
  assert.equal(await codeOf(), null, 'and again');
});

test('one that this code does not know is refused, and so is one that reads otherwise now', async () => {
  await applied('9990_of_tomorrow');
  assert.equal(await codeOf(), 'E-SCHEMA-NEWER');
  await owner.query(`delete from migration where name like '9990%'`);
  await owner.query(`delete from migration_checksum where name like '9990%'`);
  await owner.query(`update migration_checksum set sha256 = 'other' where name = $1`, [schemaHead()]);
  assert.equal(await codeOf(), 'E-MIGRATION-CHANGED');
});
