/** A database of the version before acts on lines is upgraded with its items: each states its group as a whole, and holds what it held. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { MIGRATIONS_FOLDER, migrationNames } from './migrate.ts';
import { openTestDatabase } from './test-database.ts';
import type { TestDatabase } from './test-database.ts';

const FIRST_NEW = '0280_line_operations';
const sqlOf = (name: string): string => readFileSync(join(MIGRATIONS_FOLDER, `${name}.sql`), 'utf8');

let database: TestDatabase;
let client: pg.Client;
const rowsOf = async (text: string): Promise<unknown[]> => (await client.query({ text, rowMode: 'array' })).rows;

before(async () => {
  database = await openTestDatabase();
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  // Everything of the schema again, as far as the last version went.
  await client.query('drop schema congvu cascade');
  await client.query('create schema congvu');
  await client.query('set search_path to congvu, public');
  for (const name of migrationNames().filter((one) => one < FIRST_NEW)) await client.query(sqlOf(name));
});
after(async () => {
  await client.end();
  await database.close();
});

const id = (last: number): string => `00000000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const AT = '2026-11-10T00:00:00Z';

/** An item of person 1, group G, of a submission by its number. */
const writes = (item: number, submission: number, state: string, line?: string) =>
  client.query(
    `insert into item (person_id, item_id, submission_id, round, body_id, group_code, state, compared_version, valid_from, name, stated, maker_identity, maker_id, created_at${line ? ', line' : ''})
     values ($1, $2, $3, 1, $4, 'G', $5, 0, '2026-11-01', 'A', '{"luong":[{"bac":3}]}', '\\x01', $6, $7${line ? ', $8' : ''})`,
    [id(100), id(item), id(submission), id(1), state, id(9), AT, ...(line ? [line] : [])],
  );

test('items of before state their groups as a whole, and nothing of them is changed', async () => {
  await client.query(`insert into body (body_id, born_by) values ('${id(1)}', '${id(8)}')`);
  for (const submission of [2, 3, 4, 5])
    await client.query(
      `insert into submission (submission_id, body_id, upload_number, source, created_at) values ($1, $2, $3, 'workbook', $4)`,
      [id(submission), id(1), `TL-${submission}`, AT],
    );
  await writes(10, 2, 'awaiting-confirmation');
  await writes(11, 3, 'held');
  await writes(12, 4, 'registered');
  const said = 'select item_id, state, stated, group_code from item order by item_id';
  const before = await rowsOf(said);
  for (const name of migrationNames().filter((one) => one >= FIRST_NEW)) await client.query(sqlOf(name));
  assert.deepEqual(await rowsOf(said), before);
  assert.deepEqual(await rowsOf('select distinct line from item'), [[null]]);
});

test('a group has one open statement as before, and each line of it one open act', async () => {
  await assert.rejects(writes(13, 5, 'awaiting-confirmation'), /item_open"/);
  await assert.rejects(writes(14, 2, 'held'), /item_once/);
  await writes(15, 5, 'awaiting-confirmation', 'luong/1');
  await writes(16, 5, 'awaiting-confirmation', 'luong/2');
  await assert.rejects(writes(17, 3, 'awaiting-confirmation', 'luong/2'), /item_open_line/);
  await assert.rejects(writes(18, 5, 'held', 'luong/2'), /item_once/);
  await writes(19, 3, 'held', 'luong/2');
});
