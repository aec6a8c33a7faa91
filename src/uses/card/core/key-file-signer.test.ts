import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { systemChance } from '#base/chance.ts';
import { stoppedClock } from '#base/clock.ts';
import { keysOf } from '#base/sealing.ts';
import { CARD_KEYS, openKeyFileSigner } from './key-file-signer.ts';
import type { KeyFileNeeds } from './key-file-signer.ts';
import { nodeCrypto } from './node-crypto.ts';
import { activeKey } from './signer.ts';
import type { CardSigner } from './signer.ts';

const clock = stoppedClock('2026-11-27T02:10:00.000Z');
const needs: KeyFileNeeds = {
  keys: keysOf(systemChance.bytes(32)),
  clock,
  chance: systemChance,
  organisation: 'Thử nghiệm',
  issuerId: 'https://the.example/card',
};
const folders: string[] = [];
after(() => folders.forEach((one) => rmSync(one, { recursive: true, force: true })));
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'congvu-keys-'));
  folders.push(made);
  return made;
};
const opened = (where: string, more: Partial<KeyFileNeeds> = {}): CardSigner => {
  const signer = openKeyFileSigner(where, { ...needs, ...more, mayCreate: true });
  assert.ok(signer.ok);
  return signer.value;
};

test('made once, with an anchor and a key for each use, closed to others; opened again it is the same', async () => {
  const where = folder();
  const first = await opened(where).keys();
  assert.deepEqual(
    first.map((key) => [key.use, key.state]),
    [
      ['anchor', 'active'],
      ['card', 'active'],
      ['status', 'active'],
      ['door', 'active'],
    ],
  );
  assert.equal(statSync(join(where, CARD_KEYS)).mode & 0o777, 0o600);
  assert.deepEqual(
    (await opened(where).keys()).map((key) => key.kid),
    first.map((key) => key.kid),
  );
});

test('missing and not to be made: E-KEY-MISSING; open to others: E-KEY-TOO-OPEN', () => {
  const where = folder();
  const missing = openKeyFileSigner(where, { ...needs, mayCreate: false });
  assert.equal(missing.ok ? '' : missing.problems[0]?.code, 'E-KEY-MISSING');
  opened(where);
  chmodSync(join(where, CARD_KEYS), 0o640);
  const open = openKeyFileSigner(where, { ...needs, mayCreate: false });
  assert.equal(open.ok ? '' : open.problems[0]?.code, 'E-KEY-TOO-OPEN');
});

test('no private key stands in the file, and another master key or a changed label opens none', () => {
  const where = folder();
  opened(where);
  const file = join(where, CARD_KEYS);
  const text = readFileSync(file, 'utf8');
  assert.doesNotMatch(text, /PRIVATE|"d"/);
  assert.throws(() => opened(where, { keys: keysOf(systemChance.bytes(32)) }));
  writeFileSync(file, text.replaceAll('the-card-', 'the-kard-'), { mode: 0o600 });
  assert.throws(() => opened(where));
});

test('what it signs is good for the key it names; a key it does not hold is a bug', async () => {
  const signer = opened(folder());
  const key = await activeKey(signer, 'card');
  const signature = await signer.sign(key.kid, Buffer.from('thẻ'));
  assert.equal(signature.length, 64);
  assert.equal(await nodeCrypto.verifyEs256(key.publicJwk, Buffer.from('thẻ'), signature), true);
  assert.throws(() => signer.sign('AAAAAAAAAAA', Buffer.from('thẻ')), /holds no key/);
});

test('a year passes: next, active, retired, forgotten; another process that holds the file sees it', async () => {
  const where = folder();
  const time = stoppedClock('2026-11-27T02:10:00.000Z');
  const signer = opened(where, { clock: time });
  const other = opened(where, { clock: time });
  const states = async (one: CardSigner) => (await one.keys()).filter((key) => key.use === 'card').map((key) => key.state);
  assert.equal(await signer.tend(), false);
  time.moveTo('2027-10-29T02:10:00.000Z');
  assert.equal(await signer.tend(), true);
  assert.equal(await other.tend(), false, 'it was done already');
  assert.deepEqual(await states(other), ['active', 'next']);
  const [before] = (await signer.keys()).filter((key) => key.use === 'card');
  time.moveTo('2027-11-28T02:10:00.000Z');
  assert.equal(await other.tend(), true);
  assert.deepEqual(await states(signer), ['retired', 'active']);
  assert.equal((await signer.sign(before!.kid, Buffer.from('x'))).length, 64);
  time.moveTo('2028-01-02T02:10:00.000Z');
  assert.equal(await signer.tend(), true);
  assert.deepEqual(await states(signer), ['active']);
  assert.equal((await signer.keys()).filter((key) => key.use === 'anchor').length, 1);
});

test('two that start in the same moment end with one file', async () => {
  const where = folder();
  const [one, two] = [opened(where), opened(where)];
  assert.deepEqual(
    (await one.keys()).map((key) => key.kid),
    (await two.keys()).map((key) => key.kid),
  );
});

test('it says that it is a key file, and when the file is gone', async () => {
  assert.deepEqual(await opened(folder()).health(), { ok: true, kind: 'key-file', problem: null });
});

test('a site that moved: the keys are turned over to its new name, and those of before stay in the list', async () => {
  const where = folder();
  const time = stoppedClock('2026-11-27T02:10:00.000Z');
  const before = await activeKey(opened(where, { clock: time }), 'card');
  const moved = opened(where, { clock: time, issuerId: 'https://noi-moi.example/card' });
  assert.equal(await moved.tend(), true);
  assert.equal((await activeKey(moved, 'card')).kid, before.kid, 'no door knows the next one yet');
  time.moveTo('2026-11-29T02:10:00.000Z');
  assert.equal(await moved.tend(), true);
  const after = await activeKey(moved, 'card');
  assert.match(new X509Certificate(after.certDer).subjectAltName!, /noi-moi\.example/);
  assert.equal(await moved.tend(), false);
  const states = (await moved.keys()).map(({ use, state }) => `${use} ${state}`).sort();
  assert.deepEqual(states, [
    'anchor active',
    'card active',
    'card retired',
    'door active',
    'door retired',
    'status active',
    'status retired',
  ]);
});
