/** The primitives of a check by node:crypto: the same answers as WebCrypto's, without a promise for each hash. */
import { createPublicKey, hash, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { inflate as inflateZlib } from 'node:zlib';
import type { CardCrypto, EcPublicJwk } from '#standard/card/shapes.ts';
import { derOfRaw } from './signature-form.ts';

// Parsed once a key: looking at a JWK anew with each signature cost as much as a third of the check.
const parsed = new WeakMap<EcPublicJwk, KeyObject | null>();

function keyOf(jwk: EcPublicJwk): KeyObject | null {
  const known = parsed.get(jwk);
  if (known !== undefined) return known;
  let key: KeyObject | null;
  try {
    const { kty, crv, x, y } = jwk;
    key = createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
  } catch {
    key = null; // not a point of the curve
  }
  parsed.set(jwk, key);
  return key;
}

export const nodeCrypto: CardCrypto = {
  sha256: (bytes) => hash('sha256', bytes, 'buffer'),
  sha256Text: (text) => hash('sha256', text, 'base64url'),
  verifyEs256(jwk, message, signature) {
    const key = signature.length === 64 ? keyOf(jwk) : null;
    return key !== null && verify('sha256', message, key, derOfRaw(signature));
  },
  inflate: (bytes, maxOutputLength) =>
    new Promise((resolve, reject) => {
      inflateZlib(bytes, { maxOutputLength }, (error, whole) => (error ? reject(error) : resolve(whole)));
    }),
};

/** The public part of a key of P-256. */
export function publicJwkOf(key: KeyObject): EcPublicJwk {
  const { kty, crv, x, y } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  if (kty !== 'EC' || crv !== 'P-256' || x === undefined || y === undefined) throw new Error('a card key is of P-256');
  return { kty, crv, x, y };
}
