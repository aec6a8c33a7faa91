/** The client of clamd against a daemon that misbehaves, and against the real one where it is installed. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { judgeScan } from '#base/files/file-scan.ts';
import { clamd, clamdAddress, outcomeOf } from './clamd.ts';
import { PLANTED, fakeClamd } from './fake-clamd-for-tests.ts';
import type { FakeClamd } from './fake-clamd-for-tests.ts';

let daemon: FakeClamd;
before(async () => {
  daemon = await fakeClamd();
});
after(() => daemon.close());

const bytes = (text: string, length = 0): Uint8Array => Buffer.concat([Buffer.alloc(length, 7), Buffer.from(text)]);
const scanner = () => clamd({ url: daemon.url, waitMs: 20_000 });
const hasty = () => clamd({ url: daemon.url, waitMs: 200 });

test('every byte is sent, whatever the length, and the answer is told', async () => {
  daemon.does('scans');
  for (const length of [0, 1, 262_143, 262_144, 262_145, 3_000_000]) {
    assert.deepEqual(await scanner().scan(bytes('clean', length)), { kind: 'clean' });
    assert.deepEqual(await scanner().scan(bytes(PLANTED, length)), { kind: 'infected', signature: 'Planted.Test' });
    assert.deepEqual([daemon.seen.at(-1)!.length, daemon.seen.at(-2)!.length], [length + PLANTED.length, length + 5]);
  }
  assert.equal(await scanner().look(), null);
});

test('an answer in pieces is an answer', async () => {
  daemon.does('slow');
  assert.deepEqual(await scanner().scan(bytes('clean')), { kind: 'clean' });
});

test('whatever is no answer is "away", and never clean', async () => {
  for (const [behaviour, why] of [
    ['hangs', 'TIMEOUT'],
    ['hangs-up', /^(CLOSED|ECONNRESET|EPIPE)$/],
    ['babbles', 'NO-ANSWER'],
    ['nonsense', 'NO-ANSWER'],
    ['half-an-answer', 'CLOSED'],
    ['too-large', /^(SIZE-LIMIT|EPIPE|ECONNRESET)$/],
  ] as const) {
    daemon.does(behaviour);
    const outcome = await (behaviour === 'hangs' ? hasty() : scanner()).scan(bytes('clean', 2_000_000));
    assert.equal(outcome.kind, 'away', behaviour);
    assert.match((outcome as { why: string }).why, typeof why === 'string' ? new RegExp(`^${why}$`) : why, behaviour);
  }
  daemon.does('hangs');
  assert.equal(await hasty().look(), 'TIMEOUT');
  assert.match((await clamd({ url: 'unix:/nowhere/at/all', waitMs: 1_000 }).look())!, /ENOENT/);
  assert.equal(await clamd({ url: 'http://x', waitMs: 1_000 }).look(), 'ADDRESS');
});

test('addresses and answers', () => {
  assert.deepEqual(clamdAddress('tcp://[::1]:3310'), { host: '::1', port: 3310 });
  assert.equal(clamdAddress('tcp://host:0'), null);
  assert.equal(outcomeOf('stream: OK ').kind, 'away');
  assert.equal(outcomeOf('stream: A B FOUND').kind, 'away');
  assert.equal(outcomeOf('INSTREAM size limit exceeded. ERROR').kind, 'away');
});

test('malware is never taken; what was not scanned is, only where the setting says so, and is called so', () => {
  for (const whenAway of ['refuse', 'accept'] as const) {
    const infected = judgeScan({ kind: 'infected', signature: 'X' }, whenAway);
    assert.equal(infected.ok ? '' : infected.problems[0]!.code, 'E-FILE-INFECTED');
    assert.deepEqual(judgeScan({ kind: 'clean' }, whenAway), { ok: true, value: 'clean' });
  }
  const refused = judgeScan({ kind: 'away', why: 'TIMEOUT' }, 'refuse');
  assert.equal(refused.ok ? '' : refused.problems[0]!.code, 'E-FILE-NOT-SCANNED');
  assert.deepEqual(judgeScan({ kind: 'away', why: 'TIMEOUT' }, 'accept'), { ok: true, value: 'not-scanned' });
});

/** The test string of EICAR, in two pieces: whole, it would have this very file taken away by a scanner. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const CLAMD = ['/usr/sbin/clamd', '/usr/local/sbin/clamd'].find((path) => existsSync(path));

test('ClamAV itself, with a signature of our own for the test string (where clamd is installed; else only its absence is asserted)', async (context) => {
  if (CLAMD === undefined) {
    context.diagnostic('clamd is not installed on this machine: the client was tried against the misbehaving daemon alone');
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'clamav-'));
  const socket = join(folder, 'ctl');
  await writeFile(join(folder, 'own.ndb'), `Own.Test.Eicar:0:0:${Buffer.from(EICAR).toString('hex')}\n`);
  await writeFile(
    join(folder, 'clamd.conf'),
    `DatabaseDirectory ${folder}\nLocalSocket ${socket}\nForeground yes\nStreamMaxLength 1M\nTemporaryDirectory ${folder}\n`,
  );
  const running = spawn(CLAMD, ['--config-file', join(folder, 'clamd.conf')], { stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    const real = clamd({ url: `unix:${socket}`, waitMs: 60_000 });
    const ended = new Promise<never>((_, fail) => running.once('exit', (code) => fail(new Error(`clamd ended with ${code}`))));
    ended.catch(() => undefined);
    // It listens when it has read its signatures: the one sign of that is that it answers.
    const answers = async (): Promise<void> => {
      while ((await real.look()) !== null) await new Promise(setImmediate);
    };
    await Promise.race([answers(), ended]);
    assert.deepEqual(await real.scan(bytes('nothing at all', 500_000)), { kind: 'clean' });
    const found = await real.scan(Buffer.from(EICAR));
    assert.equal(found.kind, 'infected');
    assert.match((found as { signature: string }).signature, /Own\.Test\.Eicar/);
    const large = await real.scan(bytes('clean', 2_000_000));
    assert.equal(large.kind, 'away');
  } finally {
    running.kill();
    await rm(folder, { recursive: true, force: true });
  }
});
