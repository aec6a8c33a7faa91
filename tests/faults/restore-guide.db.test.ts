/** The guide of backup and restore, walked: its commands run as they stand on the page, from an installation to another database. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { test } from 'node:test';
import { openTestDatabase } from '#base/database/test-database.ts';
import { openEarlierVersion } from '../earlier-version.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const blocks = [...readFileSync(join(ROOT, 'docs/restore/README.md'), 'utf8').matchAll(/^```sh run\n([^]*?)^```$/gm)].map(
  ([, text]) => text!,
);

test('the guide leads from an installation to its copy, a drill, and another database that holds', async (t) => {
  assert.equal(blocks.length, 4, 'blocks of the guide');
  const [makes, drills, restores, looks] = blocks as [string, string, string, string];
  const place = mkdtempSync(join(tmpdir(), 'congvu-restore-'));
  const version = await openEarlierVersion('0321_stored_file');
  const empty = await openTestDatabase();
  t.after(async () => {
    await empty.close();
    await version.close();
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  });
  await version.upgrade();
  const npx = join(place, 'npx');
  writeFileSync(npx, `#!/bin/sh\nshift; exec "${process.execPath}" "${join(ROOT, 'bin/congvu.mjs')}" "$@"\n`);
  chmodSync(npx, 0o755);
  const common = {
    PATH: [place, process.env['PATH']].join(delimiter),
    HOME: place,
    DEMO: '1',
    LOG_LEVEL: 'error',
    BACKUP_FOLDER: join(place, 'copies'),
    PUBLIC_URL: version.about.publicUrl,
  };
  const run = (text: string, env: Record<string, string>): void => {
    const done = spawnSync('/bin/sh', ['-e', '-c', text], { cwd: place, env: { ...common, ...env }, encoding: 'utf8' });
    assert.equal(done.status, 0, `${text}\n${done.stdout}${done.stderr}`.slice(-3000));
  };
  const here = { DATA_FOLDER: version.folder, DATABASE_URL: version.appUrl, DATABASE_OWNER_URL: version.ownerUrl };
  run(makes, here);
  run(drills, here);
  // Another machine: the keys folder was put back, and nothing else.
  const there = { DATA_FOLDER: join(place, 'there'), DATABASE_URL: empty.appUrl, DATABASE_OWNER_URL: empty.ownerUrl };
  mkdirSync(there.DATA_FOLDER);
  cpSync(join(version.folder, 'keys'), join(there.DATA_FOLDER, 'keys'), { recursive: true });
  run(restores, { ...there, BAN_SAO_LUU: join(common.BACKUP_FOLDER, readdirSync(common.BACKUP_FOLDER)[0]!) });
  // No server runs there yet, nor does the demo's provider.
  run(looks.replace('test $? -eq 1', 'test $? -le 2'), there);
});
