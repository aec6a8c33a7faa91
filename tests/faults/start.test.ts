/** A product that does not come up: whoever started it hears why at once, and nothing of it is left running. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openOwnProduct } from '#start/own-product.ts';
import { PEOPLE, copyFilled } from '../filled.ts';

test('an error on the way up is told, and ends the database and its folder', async () => {
  let [folder, databasePid] = ['', Number.NaN];
  const opened = openOwnProduct({
    root: join(import.meta.dirname, '../..'),
    portal: false,
    people: PEOPLE,
    tell: () => undefined,
    fill: async (at) => {
      folder = at;
      await copyFilled(at);
    },
    // The database runs by then, and the demo is there.
    watch: () => {
      databasePid = Number(readFileSync(join(folder, 'pg18', 'postmaster.pid'), 'utf8').split('\n')[0]);
      process.kill(databasePid, 0);
      throw new Error('no room for a route');
    },
  });
  await assert.rejects(opened, /no room for a route/);
  assert.ok(databasePid > 0);
  assert.throws(() => process.kill(databasePid, 0), { code: 'ESRCH' });
  assert.equal(existsSync(folder), false);
  // Nothing keeps this process alive either: else the runner would wait for it, and count it as failed.
});
