/** Master keys in generations: one seals, all open, another process' change is taken up, and whatever is wrong with a file is a problem that names it. */
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { MASTER_KEYS, openKeys, readMasterKeys, writeMasterKeys } from './master-keys.ts';
import type { KeyPlace, MasterKey } from './master-keys.ts';
import type { Result } from './problem.ts';
import { fingerprintOf } from './sealing.ts';
import type { Keys } from './sealing.ts';

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
const anyPlace = (keyService: string | null = null): KeyPlace => {
  const folder = mkdtempSync(join(tmpdir(), 'master-keys-'));
  folders.push(folder);
  return { keysFolder: folder, keyService };
};

const SALT = Buffer.alloc(16, 1);
const done = <T>(result: Result<T>): T => {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
};
const code = (result: Result<unknown>): string => {
  assert.ok(!result.ok);
  return result.problems[0]!.code;
};
const sealedBy = (keys: Keys, text: string): Uint8Array => keys.seal(SALT, 'thử', Buffer.from(text));
const openedBy = (keys: Keys, sealed: Uint8Array): string => Buffer.from(keys.open(SALT, 'thử', sealed)).toString();

/** One more key than there are; `uses` lets it seal. */
function oneMore(place: KeyPlace, uses: boolean): void {
  const keys = done(readMasterKeys(place));
  const root = Buffer.alloc(32, keys.length + 100);
  const made: MasterKey = {
    generation: keys.length + 1,
    state: uses ? 'active' : 'next',
    since: '2026-11-29T00:00:00.000Z',
    fingerprint: fingerprintOf(root),
    wrapped: null,
    root,
  };
  writeMasterKeys(place.keysFolder, [...keys.map((one) => (uses ? { ...one, state: 'retired' as const } : one)), made]);
}

test('what another process seals under a key that this one never read is opened at once', () => {
  const place = anyPlace();
  const serving = done(openKeys(place, { mayCreate: true, nowMs: () => 0 }));
  const old = sealedBy(serving, 'trước');
  oneMore(place, true);
  const other = done(openKeys(place, { mayCreate: false }));
  assert.equal(openedBy(serving, sealedBy(other, 'sau')), 'sau');
  assert.equal(openedBy(other, old), 'trước');
});

test('a process that serves goes on with the old key for seconds, and then seals with the new one', () => {
  const place = anyPlace();
  let ms = 0;
  const serving = done(openKeys(place, { mayCreate: true, nowMs: () => ms }));
  oneMore(place, true);
  assert.equal(serving.generation(), 1);
  ms = 60_000;
  assert.equal(serving.generation(), 2);
  const sealed = sealedBy(serving, 'mới');
  assert.throws(() => openedBy(done(openKeys({ ...place, keysFolder: firstAlone(place) }, { mayCreate: false })), sealed));
});

/** The folder as it was before: with the first key and no more. */
function firstAlone({ keysFolder }: KeyPlace): string {
  const before = anyPlace().keysFolder;
  writeFileSync(join(before, 'master.key'), readFileSync(join(keysFolder, 'master.key')), { mode: 0o600 });
  return before;
}

test('a key that waits only opens; what is looked up by stays of the first key', () => {
  const place = anyPlace();
  const before = done(openKeys(place, { mayCreate: true }));
  const hash = before.nationalIdHash('000090000001');
  oneMore(place, false);
  assert.equal(done(openKeys(place, { mayCreate: false })).generation(), 1);
  oneMore(place, true);
  const after = done(openKeys(place, { mayCreate: false }));
  assert.equal(after.generation(), 3);
  assert.deepEqual(after.nationalIdHash('000090000001'), hash);
  assert.deepEqual(after.sessionSecret, before.sessionSecret);
  assert.equal(after.pseudonym('act', 'x'), before.pseudonym('act', 'x'));
  assert.equal(after.signingKey('receipt').kid, before.signingKey('receipt').kid);
  assert.notEqual(after.signingKey('receipt', 3).kid, before.signingKey('receipt').kid);
  assert.throws(() => after.signingKey('receipt', 9), /no master key of generation 9/);
});

test('an earlier release finds its key where it was, and the files are closed to others', () => {
  const place = anyPlace();
  const before = done(openKeys(place, { mayCreate: true }));
  oneMore(place, true);
  const earlier = done(openKeys({ ...place, keysFolder: firstAlone(place) }, { mayCreate: false }));
  assert.equal(openedBy(earlier, sealedBy(before, 'x')), 'x');
  if (process.platform === 'win32') return;
  for (const name of ['master.key', 'master.2.key', MASTER_KEYS])
    assert.equal(statSync(join(place.keysFolder, name)).mode & 0o777, 0o600, name);
});

test('a file that is missing, open to others, cut, or of another form is named, and nothing is made in its place', () => {
  const place = anyPlace();
  assert.equal(code(openKeys(place, { mayCreate: false })), 'E-KEY-MISSING');
  done(openKeys(place, { mayCreate: true }));
  oneMore(place, true);
  const at = (name: string): string => join(place.keysFolder, name);
  const whole = readFileSync(at(MASTER_KEYS), 'utf8');
  const second = readFileSync(at('master.2.key'));
  const cases: [string, () => void][] = [
    ['E-KEY-FILE-BROKEN', () => rmSync(at('master.2.key'))],
    ['E-KEY-FILE-BROKEN', () => writeFileSync(at('master.2.key'), second.subarray(1), { mode: 0o600 })],
    ['E-KEY-NOT-THE-SAME', () => writeFileSync(at('master.2.key'), Buffer.alloc(32, 9), { mode: 0o600 })],
    ['E-KEY-FILE-BROKEN', () => writeFileSync(at(MASTER_KEYS), whole.slice(0, -9))],
    ['E-KEY-FILE-BROKEN', () => writeFileSync(at(MASTER_KEYS), '{"keys":[]}')],
    ['E-KEY-FILE-BROKEN', () => writeFileSync(at(MASTER_KEYS), whole.replace('"retired"', '"active"'))],
    ['E-KEY-FILE-BROKEN', () => writeFileSync(at(MASTER_KEYS), whole.replace('"generation": 2', '"generation": 3'))],
    ...(process.platform === 'win32'
      ? []
      : ([
          ['E-KEY-TOO-OPEN', () => chmodSync(at(MASTER_KEYS), 0o644)],
          ['E-KEY-TOO-OPEN', () => chmodSync(at('master.2.key'), 0o640)],
        ] as [string, () => void][])),
  ];
  for (const [expected, breaks] of cases) {
    breaks();
    assert.equal(code(openKeys(place, { mayCreate: true })), expected, breaks.toString());
    for (const name of [MASTER_KEYS, 'master.2.key']) rmSync(at(name), { force: true });
    writeFileSync(at('master.2.key'), second, { mode: 0o600 });
    writeFileSync(at(MASTER_KEYS), whole, { mode: 0o600 });
  }
  assert.equal(done(openKeys(place, { mayCreate: false })).generation(), 2);
});

test('while it serves, a folder that cannot be read leaves things as they are', () => {
  const place = anyPlace();
  let ms = 0;
  const serving = done(openKeys(place, { mayCreate: true, nowMs: () => ms }));
  oneMore(place, true);
  const sealed = sealedBy(done(openKeys(place, { mayCreate: false })), 'sau');
  const whole = readFileSync(join(place.keysFolder, MASTER_KEYS));
  writeFileSync(join(place.keysFolder, MASTER_KEYS), 'x');
  ms = 60_000;
  assert.equal(serving.generation(), 1);
  assert.throws(() => openedBy(serving, sealed));
  writeFileSync(join(place.keysFolder, MASTER_KEYS), whole);
  assert.equal(openedBy(serving, sealed), 'sau');
});

test('keys that a service keeps stand in no file, and without the service, or with another key in it, nothing opens', () => {
  const place = anyPlace();
  const before = done(openKeys(place, { mayCreate: true }));
  const sealed = sealedBy(before, 'x');
  // Turns each byte round: a service for tests, which shows that what stands in the file is not the key.
  const service = join(place.keysFolder, 'service');
  const mirror = (byte: number): string =>
    `#!/bin/sh\nexec '${process.execPath}' -e 'let t="";process.stdin.on("data",(d)=>t+=d).on("end",()=>console.log(Buffer.from(Buffer.from(t,"base64").map((b)=>b^${byte})).toString("base64")))'\n`;
  writeFileSync(service, mirror(0x5a), { mode: 0o755 });
  const [first] = done(readMasterKeys(place));
  const wrapped = Buffer.from(first!.root.map((byte) => byte ^ 0x5a)).toString('base64');
  writeMasterKeys(place.keysFolder, [{ ...first!, wrapped }]);
  assert.equal(existsSync(join(place.keysFolder, 'master.key')), false);
  assert.equal(code(openKeys(place, { mayCreate: true })), 'E-KEY-SERVICE-NOT-SET');
  const withService = { ...place, keyService: service };
  assert.equal(openedBy(done(openKeys(withService, { mayCreate: false })), sealed), 'x');
  writeFileSync(service, mirror(0x11), { mode: 0o755 });
  assert.equal(code(openKeys(withService, { mayCreate: true })), 'E-KEY-NOT-THE-SAME');
  writeFileSync(service, '#!/bin/sh\nexit 2\n', { mode: 0o755 });
  assert.equal(code(openKeys(withService, { mayCreate: true })), 'E-KEY-SERVICE-FAILED');
});
