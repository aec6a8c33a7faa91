/** The check in the browser says what the command says: the same file, with hash and signature in plain JavaScript. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anAttestationFile } from '#tools/attestation-for-tests.ts';
import { verifyAttestation } from '#tools/verify-attestation.mjs';
import { check, keyNameIn, readFile } from './check-file.ts';

test('a right file and wrong ones: the browser finds what the command finds', () => {
  const { file, key, logKey } = anAttestationFile();
  const held = { keys: [key], logKey };
  for (const [changed, holds, verdict] of [
    [{}, held, 'right'],
    [{ signed: file.signed.replace('Sơn Ca', 'Họa Mi') }, held, 'changed'],
    [{ log: null }, held, 'no-proof'],
    [{ log: { ...file.log, index: 1 } }, held, 'not-in-log'],
    [{}, { keys: [], logKey }, 'unknown-key'],
    [{}, { keys: [{ ...key, x: Buffer.alloc(32, 9).toString('base64url') }], logKey }, 'other-key'],
    [{ format: 'congvu-attestation/2' }, held, 'unreadable'],
  ] as const) {
    const read = readFile(JSON.stringify({ ...file, ...changed }));
    assert.equal(check(read, holds).verdict, verdict);
    assert.deepEqual(check(read, holds), verifyAttestation(read, holds));
  }
});

test('the key is asked for by the name in the signature; what is no such file has none', () => {
  const { file, key } = anAttestationFile();
  assert.equal(keyNameIn(file), key.kid);
  for (const none of [readFile('{'), readFile('[]'), { jws: 'x' }, { jws: '..' }, { jws: `${btoa('{"kid":"../../me"}')}..x` }])
    assert.equal(keyNameIn(none), null);
});
