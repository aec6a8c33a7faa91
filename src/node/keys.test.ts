import assert from 'node:assert/strict';
import { createPublicKey } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { canonicalJson } from '#base/canonical-json.ts';
import { jwsVerifier } from '#doors/exchange/signer.ts';
import { enrolmentRequest, keysOfJwks, makeKeyFile, readKeyFile, verifierOf } from './keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'congvu-keys-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'ky.pem');
const made = makeKeyFile(file);
const codes = (read: ReturnType<typeof readKeyFile>): readonly string[] => (read.ok ? [] : read.problems.map(({ code }) => code));

test('a key is made once, for its owner alone; one that others may read is not used', () => {
  assert.throws(() => makeKeyFile(file), /EEXIST/);
  const read = readKeyFile(file);
  assert.equal(read.ok && read.value.kid, made.kid);
  chmodSync(file, 0o644);
  assert.deepEqual(codes(readKeyFile(file)), ['E-NODE-KEY-OPEN']);
  chmodSync(file, 0o600);
  const other = join(folder, 'khac.pem');
  assert.deepEqual(codes(readKeyFile(other)), ['E-NODE-KEY']);
  writeFileSync(other, 'no key', { mode: 0o600 });
  assert.deepEqual(codes(readKeyFile(other)), ['E-NODE-KEY']);
});

test('the request for enrolment is signed by the very key that it names', () => {
  const read = readKeyFile(file);
  assert.ok(read.ok);
  const { request, signature } = JSON.parse(
    enrolmentRequest(read.value, { source: 'H26', audience: 'centre', certificate: null, madeAt: '2026-11-30T02:00:00.000Z' }),
  ) as { request: { publicKey: string; kid: string }; signature: string };
  assert.ok(jwsVerifier(request.publicKey, request.kid)({ text: canonicalJson(request), signature }));
});

test('what the centre signed is verified by the key that it names, of several; a stranger’s is not', () => {
  const read = readKeyFile(file);
  assert.ok(read.ok);
  const jwk = createPublicKey(made.publicKey).export({ format: 'jwk' });
  const keys = keysOfJwks(
    JSON.stringify({
      keys: [
        { ...jwk, kid: made.kid },
        { kty: 'EC', crv: 'P-256', kid: 'other' },
      ],
    }),
  );
  assert.equal(keys?.length, 1);
  const signed = read.value.sign('{}');
  assert.ok(verifierOf(keys)(signed));
  assert.ok(!verifierOf(keys)({ ...signed, text: '[]' }));
  assert.ok(!verifierOf([])(signed));
  assert.ok(!verifierOf(keys)({ text: '{}', signature: 'no..signature' }));
  assert.equal(keysOfJwks('no'), null);
});
