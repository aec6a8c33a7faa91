/**
 * A program on a database that the next version has already brought up, as this one will be: started again in the hours of a rolling restart, or put back
 * because the next one disappointed. It goes on, ready, and changes nothing; unless something was taken away from it (decision 0076).
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { readConfig } from '#base/config.ts';
import type { Config } from '#base/config.ts';
import { schemaHead } from '#base/database/migrate.ts';
import { compose } from '#start/compose.ts';
import { readinessChecks } from '#start/health.ts';
import { openAll } from '#start/open.ts';
import { openEarlierVersion } from '../earlier-version.ts';
import type { EarlierVersion } from '../earlier-version.ts';

let version: EarlierVersion;
let client: pg.Client;
let config: Config;
before(async () => {
  version = await openEarlierVersion('0321_stored_file');
  await version.upgrade();
  client = new pg.Client({ connectionString: version.ownerUrl });
  await client.connect();
  const read = readConfig({
    DEMO: '1',
    DATA_FOLDER: version.folder,
    PUBLIC_URL: version.about.publicUrl,
    DATABASE_URL: version.appUrl,
    DATABASE_OWNER_URL: version.ownerUrl,
    LOG_LEVEL: 'error',
  });
  assert.ok(read.ok);
  config = read.value;
});
after(async () => {
  await client?.end();
  await version?.close();
});

/** As the next version writes it down. @param after  what its migration takes away is left by this version; null: nothing is */
async function broughtUp(name: string, contractsAfter: string | null): Promise<void> {
  await client.query(`insert into migration (name, run_on) values ($1, now())`, [name]);
  await client.query(`insert into migration_checksum (name, sha256, contracts_after) values ($1, 'of tomorrow', $2)`, [
    name,
    contractsAfter,
  ]);
}

test('what comes later was added: it starts, is ready, and leaves lists and migrations as they are', async () => {
  await broughtUp('9990_adds', null);
  await broughtUp('9991_takes_away_what_this_one_left', schemaHead());
  const rows = await version.rows();
  const opened = await openAll(config, () => undefined);
  assert.ok(opened.ok, opened.ok ? '' : opened.problems[0]!.title.en);
  try {
    const checks = await readinessChecks(compose({ ...opened.value, simulators: [] }));
    assert.deepEqual(checks.find(({ name }) => name === 'migrations')?.ok, true, JSON.stringify(checks));
  } finally {
    await opened.value.close();
  }
  const now = await version.rows();
  for (const table of ['code_list_entry', 'migration', 'migration_checksum']) assert.equal(now.get(table), rows.get(table), table);
});

test('something was taken away that it asks for: it is refused before anything is done', async () => {
  await broughtUp('9992_takes_away', '9991_takes_away_what_this_one_left');
  const opened = await openAll(config, () => undefined);
  assert.deepEqual(opened.ok ? [] : opened.problems.map(({ code }) => code), ['E-SCHEMA-NEWER']);
});
