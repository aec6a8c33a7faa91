/** Months ahead: what grows by time has a place for two years, whatever was there. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { MONTHS_AHEAD, makePartitions } from './partitions.ts';
import { openTestDatabase } from './test-database.ts';
import type { TestDatabase } from './test-database.ts';

const TODAY = '2026-11-24';
let database: TestDatabase;
let owner: pg.Client;
let asked = 0;
before(async () => {
  database = await openTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const ask = owner.query.bind(owner) as (...all: unknown[]) => unknown;
  owner.query = ((...all: unknown[]) => {
    asked += 1;
    return ask(...all);
  }) as typeof owner.query;
});
after(async () => {
  await owner?.end();
  await database?.close();
});

const partitionsOf = async (table: string): Promise<string[]> => {
  const { rows } = await owner.query<{ name: string }>(
    `select inhrelid::regclass::text as name from pg_inherits where inhparent = $1::regclass order by 1`,
    [table],
  );
  return rows.map(({ name }) => name);
};

test('a month back, this one, and two years ahead, with a default; a gap is filled; where nothing is missing nothing is made', async () => {
  await makePartitions(owner, TODAY);
  const whole = await partitionsOf('audit_event');
  for (const month of ['2026_10', '2026_11', '2026_12', '2027_01', '2028_11'])
    assert.ok(whole.includes(`audit_event_${month}`), `${month}: ${whole.join()}`);
  assert.ok(whole.includes('audit_event_default') && whole.length >= MONTHS_AHEAD + 3);
  await owner.query('drop table audit_event_2027_05, submission_line_2028_02');
  await makePartitions(owner, TODAY);
  assert.deepEqual(await partitionsOf('audit_event'), whole);
  assert.ok((await partitionsOf('submission_line')).includes('submission_line_2028_02'));
  asked = 0;
  await makePartitions(owner, TODAY);
  assert.equal(asked, 1);
});

test('what comes in a month falls into its own part', async () => {
  await owner.query(`insert into submission_line (submission_id, round, line_no, at, body_id, name, verdict, comparison, sealed, place)
    values (gen_random_uuid(), 1, 1, '2027-05-31T23:59:59Z', gen_random_uuid(), 'x', 'accepted', 'new', '', '{}')`);
  const { rows } = await owner.query(`select tableoid::regclass::text as part from submission_line`);
  assert.deepEqual(rows, [{ part: 'submission_line_2027_05' }]);
});
