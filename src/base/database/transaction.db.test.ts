/** What a connection keeps prepared: read and planned once, and given up with the connection when a migration takes away what it rests on. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openTestDatabase } from './test-database.ts';
import type { TestDatabase } from './test-database.ts';
import { openDatabase } from './transaction.ts';
import type { Database } from './transaction.ts';

let database: TestDatabase;
let db: Database;
before(async () => {
  database = await openTestDatabase();
  db = openDatabase({ connectionString: database.ownerUrl, poolSize: 1 });
});
after(async () => {
  await db.close();
  await database.close();
});

const run = (text: string): Promise<unknown> => db.transaction(null, (tx) => tx.query(text));
const asked = (text: string, name: string): Promise<object[]> => db.transaction(null, (tx) => tx.query(text, [], name));

test('a statement with a name is kept by the connection, one without is not', async () => {
  await asked('select 1 as one', 'one');
  assert.deepEqual(await asked('select 1 as one', 'one'), [{ one: 1 }]);
  const kept = await db.transaction(null, (tx) => tx.query('select name from pg_prepared_statements order by name'));
  assert.deepEqual(kept, [{ name: 'one' }]);
});

test('one name is one text', async () => {
  await asked('select 2 as two', 'two');
  await assert.rejects(asked('select 3 as three', 'two'), /unique/);
});

test('a function made anew is asked anew', async () => {
  const made = (n: number): string => `create function kept_of() returns int language plpgsql as $$ begin return ${n}; end $$`;
  await run(made(1));
  assert.deepEqual(await asked('select kept_of() as n', 'function'), [{ n: 1 }]);
  await run('drop function kept_of()');
  await run(made(2));
  assert.deepEqual(await asked('select kept_of() as n', 'function'), [{ n: 2 }]);
});

test('where an answer has another form after a migration, it is refused once, by a connection that is given up', async () => {
  await run('create table kept (n int)');
  await asked('select * from kept', 'table');
  await run('alter table kept add column more int');
  await assert.rejects(asked('select * from kept', 'table'), { code: '0A000' });
  assert.deepEqual(await asked('select * from kept', 'table'), []);
});
