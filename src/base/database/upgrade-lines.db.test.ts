/** A database of the version before acts on lines is upgraded with its items: each states its group as a whole, and holds what it held. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import { openEarlierDatabase } from './earlier-database-for-tests.ts';
import type { EarlierDatabase } from './earlier-database-for-tests.ts';

let database: EarlierDatabase;
let client: pg.Client;
before(async () => {
  database = await openEarlierDatabase('0280_line_operations');
  ({ client } = database);
});
after(() => database?.close());

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
  const before = await database.rowsOf(said);
  await database.upgrade();
  assert.deepEqual(await database.rowsOf(said), before);
  assert.deepEqual(await database.rowsOf('select distinct line from item'), [[null]]);
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
