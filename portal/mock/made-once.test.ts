/** What is made once by several processes: one makes it, the others wait; who is killed at it is followed by another. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { madeOnce } from './made-once.ts';

const folder = mkdtempSync(join(tmpdir(), 'congvu-once-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const asking = (place: string, make: string): ChildProcess =>
  spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--input-type=module',
      '-e',
      `import { madeOnce } from ${JSON.stringify(join(import.meta.dirname, 'made-once.ts'))};
       process.exitCode = (await madeOnce(${JSON.stringify(place)}, async () => { ${make} })) ? 0 : 1;`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
const ended = (child: ChildProcess): Promise<number | null> => new Promise((done) => child.once('exit', done));
const says = (child: ChildProcess): Promise<string> => new Promise((done) => createInterface(child.stdout!).once('line', done));

test('of several processes one makes it', async () => {
  const [place, made] = [join(folder, 'one'), join(folder, 'one.count')];
  const append = `(await import('node:fs')).appendFileSync(${JSON.stringify(made)}, 'x'); return true;`;
  assert.deepEqual(await Promise.all(Array.from({ length: 4 }, () => ended(asking(place, append)))), [0, 0, 0, 0]);
  assert.equal(readFileSync(made, 'utf8'), 'x');
});

test('who is killed while it makes it is followed by another, at once', async () => {
  const place = join(folder, 'killed');
  const maker = asking(place, `console.log('at it'); setInterval(() => {}, 1000); await new Promise(() => {});`);
  assert.equal(await says(maker), 'at it');
  const mine = madeOnce(place, async () => {
    writeFileSync(join(folder, 'killed.by'), 'another');
    return true;
  });
  const gone = ended(maker);
  maker.kill('SIGKILL');
  await gone;
  assert.equal(await mine, true);
  assert.equal(readFileSync(join(folder, 'killed.by'), 'utf8'), 'another');
});

test('what could not be made is said to everybody', async () => {
  const place = join(folder, 'failed');
  assert.equal(await madeOnce(place, () => Promise.reject(new Error('no'))), false);
  assert.equal(await madeOnce(place, async () => true), false);
});
