/** The guide of the upgrade, walked: its commands run as they stand on the page, on a database of an earlier version; only where programs stand is this test's. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';
import { schemaHead } from '#base/database/migrate.ts';
import { openEarlierVersion } from '../earlier-version.ts';
import { ROOT, blocksOf, runs, workplaceIn } from '../guides/read-guide.ts';

test('the guide leads from a database of before to one of today, seen first, copied, counted; then each machine is restarted by its link', async () => {
  const place = mkdtempSync(join(tmpdir(), 'congvu-upgrade-'));
  const version = await openEarlierVersion('0321_stored_file');
  const client = new pg.Client({ connectionString: version.ownerUrl });
  await client.connect();
  after(async () => {
    await client.end();
    await version.close();
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  });
  const headNow = async (): Promise<string> =>
    (await client.query<{ head: string }>('select max(name) as head from congvu.migration')).rows[0]!.head;
  const restarted = join(place, 'restarted');
  const at = workplaceIn(
    place,
    {
      DEMO: '1',
      LOG_LEVEL: 'error',
      DATA_FOLDER: version.folder,
      PUBLIC_URL: version.about.publicUrl,
      DATABASE_URL: version.appUrl,
      DATABASE_OWNER_URL: version.ownerUrl,
    },
    { systemctl: `echo "$@" >> '${restarted}'` },
  );
  const opt = join(place, 'opt');
  mkdirSync(join(opt, 'congvu-BẢN-MỚI/bin'), { recursive: true });
  writeFileSync(join(opt, 'congvu-BẢN-MỚI/bin/congvu'), `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, 'bin/congvu.mjs')}" "$@"\n`, {
    mode: 0o755,
  });
  symlinkSync('congvu-BẢN-CŨ', join(opt, 'congvu'));
  const [plans, upgrades, restarts, ...more] = blocksOf('docs/upgrade/README.md').map(({ text }) => text.replaceAll('/opt/', `${opt}/`));
  assert.deepEqual([restarts === undefined, more.length], [false, 0], 'blocks of the page');
  assert.match(await runs(at, plans!), new RegExp(`\\b${schemaHead()}\\b`));
  assert.equal(await headNow(), '0321_stored_file', 'a plan changes nothing');
  assert.match(await runs(at, upgrades!), /congvu restore /, 'the way back is said');
  assert.equal(await headNow(), schemaHead());
  await runs(at, restarts!);
  assert.equal(readlinkSync(join(opt, 'congvu')), 'congvu-BẢN-MỚI');
  assert.equal(readFileSync(restarted, 'utf8'), 'restart congvu.service congvu-worker@1.service\n');
});
