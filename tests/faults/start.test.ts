/** A product that does not come up: whoever started it hears why at once, and nothing of it is left running. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openOwnProduct } from '#start/own-product.ts';
import { PEOPLE, copyFilled } from '../filled.ts';

const noRoom = (): never => {
  throw new Error('no room for it');
};

/** Where it goes wrong: what the database's process is by then is told first. */
type Wrong = Partial<Pick<Parameters<typeof openOwnProduct>[0], 'tell' | 'watch'>>;
const wrongs: readonly (readonly [string, (seen: () => void) => Wrong])[] = [
  [
    'while the database is opened: it runs, lists are loaded, the demo is not there yet',
    (seen) => ({ tell: (stage) => stage === 'Nạp danh mục dùng chung' && (seen(), noRoom()) }),
  ],
  ['with everything open, while routes are made', (seen) => ({ watch: () => (seen(), noRoom()) })],
];
for (const [when, wrong] of wrongs)
  test(`an error on the way up is told, and ends the database and its folder: ${when}`, async () => {
    let [folder, databasePid] = ['', Number.NaN];
    const seen = (): void => {
      databasePid = Number(readFileSync(join(folder, 'pg18', 'postmaster.pid'), 'utf8').split('\n')[0]);
      process.kill(databasePid, 0);
    };
    const opened = openOwnProduct({
      root: join(import.meta.dirname, '../..'),
      portal: false,
      people: PEOPLE,
      tell: () => undefined,
      fill: async (at) => {
        folder = at;
        await copyFilled(at);
      },
      ...wrong(seen),
    });
    await assert.rejects(opened, /no room for it/);
    assert.ok(databasePid > 0);
    assert.throws(() => process.kill(databasePid, 0), { code: 'ESRCH' });
    assert.equal(existsSync(folder), false);
    // Nothing keeps this process alive either: else the runner would wait for it, and count it as failed.
  });
