/** A database of the version before editions is upgraded: what was judged then pins none and is not changed, what comes after pins the first. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import { openEarlierDatabase } from '#base/database/earlier-database-for-tests.ts';
import type { EarlierDatabase } from '#base/database/earlier-database-for-tests.ts';
import { makePartitions } from '#base/database/partitions.ts';
import type { Tx } from '#base/database/transaction.ts';
import { keysOf } from '#base/sealing.ts';
import { PACKED, PACKED_RELEASE } from '#standard/list-edition.ts';
import { currentLists, listsKnownAt, listsOf, pinOf } from './editions.ts';
import { loadLists } from './load.ts';

let database: EarlierDatabase;
before(async () => {
  database = await openEarlierDatabase('0300_code_lists');
});
after(() => database?.close());

const id = (last: number): string => `00000000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const AT = '2026-11-10T00:00:00Z';

test('rows of before pin no edition; the lists of the program speak for them', async () => {
  const { client } = database;
  await client.query(`insert into body (body_id, born_by) values ('${id(1)}', '${id(8)}')`);
  await client.query(
    `insert into person (person_id, body_id, version, tx, document, heads) values ('${id(2)}', '${id(1)}', 1, record_tx(), '{}', '{"A":{"v":1,"from":"2026-11-01"}}')`,
  );
  await client.query(
    `insert into person_version (person_id, version, body_id, valid_from, groups, document, source, dictionary_version)
     values ('${id(2)}', 1, '${id(1)}', '2026-11-01', '{A}', '{"A":{}}', 'EXCEL', '2026.2')`,
  );
  await client.query(
    `insert into submission (submission_id, body_id, upload_number, source, created_at) values ('${id(3)}', '${id(1)}', 'TL-1', 'workbook', '${AT}')`,
  );
  await client.query(
    `insert into item (person_id, item_id, submission_id, round, body_id, group_code, state, compared_version, valid_from, name, stated, maker_identity, maker_id, created_at)
     values ('${id(2)}', '${id(4)}', '${id(3)}', 1, '${id(1)}', 'A', 'awaiting-confirmation', 0, '2026-11-01', 'A', '{}', '\\x01', '${id(9)}', '${AT}')`,
  );
  const said = 'select version, valid_from, groups, document, source, dictionary_version from person_version';
  const before = await database.rowsOf(said);
  await database.upgrade();
  await makePartitions(client, systemClock.today());
  assert.deepEqual(await database.rowsOf(said), before);
  assert.deepEqual(await database.rowsOf('select list_edition from person_version union all select list_edition from item'), [
    [null],
    [null],
  ]);
  const tx: Tx = {
    client: client as unknown as Tx['client'],
    query: async (text, values) => (await client.query(text, values as unknown[])).rows,
  };
  const settled = Number((await database.rowsOf('select record_tx()::int'))[0] as unknown as [number]);
  const keys = keysOf(new Uint8Array(32).fill(7));
  await client.query('begin');
  assert.equal((await loadLists(tx, { clock: systemClock, chance: systemChance, keys })).outcome, 'loaded');
  await client.query('commit');
  assert.deepEqual(await database.rowsOf('select edition, hash from list_edition'), [[1, PACKED_RELEASE.hash]]);
  assert.equal(pinOf(await currentLists(tx)), 1);
  assert.equal(await listsOf(tx, null), PACKED);
  assert.equal(await listsKnownAt(tx, settled), PACKED);
});
