import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { FlattenedSign } from 'jose';
import { jwsSigner, jwsVerifier } from './signer.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');

test('a text is signed as a detached JWS that other software makes alike', async () => {
  const signed = jwsSigner(privateKey, 'k1')('văn bản');
  const theirs = await new FlattenedSign(Buffer.from('văn bản')).setProtectedHeader({ alg: 'EdDSA', kid: 'k1' }).sign(privateKey);
  assert.equal(signed.signature, `${theirs.protected}..${theirs.signature}`);
  assert.deepEqual(jwsSigner(privateKey, 'k1')('văn bản'), signed);
  assert.ok(jwsVerifier(publicKey, 'k1')(signed));
});

test('another text, key, name, algorithm or form is no signature', () => {
  const verify = jwsVerifier(publicKey, 'k1');
  const { signature } = jwsSigner(privateKey, 'k1')('a');
  const [head = '', , mark = ''] = signature.split('.');
  const none = Buffer.from('{"alg":"none","kid":"k1"}').toString('base64url');
  for (const [text, wrong] of [
    ['b', signature],
    ['a', jwsSigner(privateKey, 'k2')('a').signature],
    ['a', jwsSigner(generateKeyPairSync('ed25519').privateKey, 'k1')('a').signature],
    ['a', `${none}..`],
    ['a', `${none}..${mark}`],
    ['a', `${head}..${mark}=`],
    ['a', `${head}.YQ.${mark}`],
    ['a', `${signature}.`],
    ['a', ''],
  ] as const)
    assert.equal(verify({ text, signature: wrong }), false, wrong);
});
