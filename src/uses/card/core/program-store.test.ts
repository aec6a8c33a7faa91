/** Keys of the card in a security module: made, signing and forgotten there, while the book has certificates and states alone. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { systemChance } from '#base/chance.ts';
import { stoppedClock } from '#base/clock.ts';
import { keysOf } from '#base/sealing.ts';
import { CARD_KEYS, openKeyFileSigner } from './key-file-signer.ts';
import { forgetUnused, readBook, writeBook } from './key-book.ts';
import { distrustKey } from './key-ceremony.ts';
import { nodeCrypto } from './node-crypto.ts';
import { programStore } from './program-store.ts';
import { activeKey } from './signer.ts';

const folder = mkdtempSync(join(tmpdir(), 'congvu-card-hsm-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const found = (name: string): boolean => (process.env['PATH'] ?? '').split(delimiter).some((at) => existsSync(join(at, name)));
const MODULE = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib64/softhsm/libsofthsm.so',
  '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
].find((file) => existsSync(file));

const needs = {
  keys: keysOf(systemChance.bytes(32)),
  clock: stoppedClock('2026-11-30T02:10:00.000Z'),
  chance: systemChance,
  organisation: 'Thử nghiệm',
  issuerId: 'https://the.example/card',
};

/** `deploy/keys/card-pkcs11` with a token of its own: its settings stand in a program around it, for tests share the environment of a process. */
function aToken(module: string): string {
  const hsm = join(folder, 'hsm');
  mkdirSync(join(hsm, 'tokens'), { recursive: true });
  writeFileSync(join(hsm, 'conf'), `directories.tokendir = ${join(hsm, 'tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`);
  writeFileSync(join(hsm, 'pin'), '4321', { mode: 0o400 });
  const tool = 'softhsm2-util';
  const made = spawnSync(tool, ['--init-token', '--free', '--label', 'the', '--so-pin', '9999', '--pin', '4321'], {
    encoding: 'utf8',
    env: { ...process.env, SOFTHSM2_CONF: join(hsm, 'conf') },
  });
  assert.equal(made.status, 0, made.stderr);
  const program = join(hsm, 'service');
  const settings = `SOFTHSM2_CONF='${join(hsm, 'conf')}' PKCS11_MODULE='${module}' PKCS11_TOKEN=the PKCS11_PIN_FILE='${join(hsm, 'pin')}'`;
  const script = resolve(import.meta.dirname, '../../../../deploy/keys/card-pkcs11');
  writeFileSync(program, `#!/bin/sh\n${settings} exec '${script}' "$@"\n`, { mode: 0o755 });
  return program;
}

test('a security module keeps the keys of the card: the book holds none, cards and certificates are signed there, a distrusted key is gone', async (context) => {
  if (!MODULE || !found('softhsm2-util') || !found('pkcs11-tool')) {
    context.diagnostic('SoftHSM2 or pkcs11-tool is not on this machine: no key of the card was made in a security module');
    return;
  }
  const store = programStore(aToken(MODULE));
  const where = join(folder, 'keys');
  mkdirSync(where, { mode: 0o700 });
  const signer = openKeyFileSigner(where, { ...needs, store, mayCreate: true });
  assert.ok(signer.ok);
  assert.equal((await signer.value.health()).kind, 'pkcs11');
  assert.doesNotMatch(readFileSync(join(where, CARD_KEYS), 'utf8'), /sealed|salt/);
  const key = await activeKey(signer.value, 'card');
  for (const text of ['thẻ 1', 'thẻ 2']) {
    const signature = await signer.value.sign(key.kid, Buffer.from(text));
    assert.equal(await nodeCrypto.verifyEs256(key.publicJwk, Buffer.from(text), signature), true);
  }
  assert.throws(() => store.make(key.label), /make/, 'a label is one key');
  const before = readBook(where)!;
  const after = distrustKey(before, key.kid, 'thử', { ...needs, store });
  assert.ok(after.ok);
  writeBook(where, after.value, before);
  assert.ok(store.open(key.label, null).signNow(Buffer.from('x')), 'until the book is written the key is there');
  forgetUnused(before, after.value, store);
  assert.throws(() => store.open(key.label, null).signNow(Buffer.from('x')));
});

test('a program that is away, fails or says what is no signature signs nothing, and what it says is not repeated', () => {
  const program = join(folder, 'liar');
  assert.throws(() => programStore(join(folder, 'nowhere')).make('the-card-1'), /ENOENT/);
  writeFileSync(program, '#!/bin/sh\necho "PIN 4321 wrong" >&2\nexit 7\n', { mode: 0o755 });
  assert.throws(() => programStore(program).make('the-card-1'), /^Error: the card key service: make the-card-1: ended with 7$/);
  // The generator of the curve: a point, and nobody's key.
  const publicKey =
    'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==';
  writeFileSync(program, `#!/bin/sh\nif [ "$1" = sign ]; then echo c2hvcnQ=; else echo ${publicKey}; fi\n`, { mode: 0o755 });
  assert.throws(() => programStore(program).open('the-card-1', null).signNow(Buffer.from('x')), /5 bytes are no signature/);
});
