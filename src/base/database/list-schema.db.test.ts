/** `schema.sql` is what the migrations add up to; it reads the same on every supported server. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { listSchema } from './list-schema.ts';
import { openTestDatabase } from './test-database.ts';
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

test('schema.sql is the sum of the migrations (else: npm run schema)', async () => {
  assert.equal(await listSchema(owner), readFileSync(join(import.meta.dirname, 'schema.sql'), 'utf8'));
});

test('a column, a right or a policy more is seen', async () => {
  const before = await listSchema(owner);
  for (const change of [
    'alter table submission add column extra text',
    'grant delete on person_version to congvu_app',
    'drop policy if exists x on person; create policy x on person for select using (true)',
  ]) {
    await owner.query('begin');
    await owner.query(change);
    assert.notEqual(await listSchema(owner), before, change);
    await owner.query('rollback');
  }
});
