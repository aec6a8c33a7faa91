/** Codes, tokens and nonces: how they are made, and the hash that is kept of them. Nothing that opens anything stands in the database. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Chance } from '#base/chance.ts';
import type { Instant } from '#base/clock.ts';
import type { Keys } from '#base/sealing.ts';
import { NONCE_SECONDS, TX_CODE_DIGITS } from './limits.ts';

const SECRET_BYTES = 32;

/** 256 bits, base64url: a token or the name of an offer. */
export const freshSecret = (chance: Chance): string => Buffer.from(chance.bytes(SECRET_BYTES)).toString('base64url');

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

export const secondsAfter = (at: Instant, seconds: number): Instant => new Date(Date.parse(at) + seconds * 1000).toISOString();

type KeyedHash = Pick<Keys, 'keyedHash'>;

/** The pre-authorized code of an offer follows from its name: an offer by reference can be told again without being kept. */
export const codeOfOffer = (keys: KeyedHash, offerName: string): string =>
  Buffer.from(keys.keyedHash('card-offer-code', offerName), 'hex').toString('base64url');

/** Six digits are tried in a second: keyed, and bound to their offer. */
export const txCodeHash = (keys: KeyedHash, code: string, txCode: string): Buffer =>
  Buffer.from(keys.keyedHash('card-tx-code', `${code}\n${txCode}`), 'hex');

const TX_CODES = 10 ** TX_CODE_DIGITS;
/** Draws above would make some codes likelier. */
const FAIR_BELOW = Math.floor(2 ** 32 / TX_CODES) * TX_CODES;

export function freshTxCode(chance: Chance): string {
  for (;;) {
    const drawn = Buffer.from(chance.bytes(4)).readUInt32BE();
    if (drawn < FAIR_BELOW) return String(drawn % TX_CODES).padStart(TX_CODE_DIGITS, '0');
  }
}

const NONCE = /^[A-Za-z0-9_-]{48}$/;
const SEAL_BYTES = 16;
const sealOf = (keys: KeyedHash, head: Buffer): Buffer =>
  Buffer.from(keys.keyedHash('card-nonce', head.toString('hex')), 'hex').subarray(0, SEAL_BYTES);

/** A nonce that says itself until when it holds: asking for one leaves nothing behind, however often it is asked. */
export function freshNonce(keys: KeyedHash, chance: Chance, now: Instant): string {
  const head = Buffer.alloc(20);
  head.writeUInt32BE(Math.floor(Date.parse(now) / 1000) + NONCE_SECONDS);
  head.set(chance.bytes(16), 4);
  return Buffer.concat([head, sealOf(keys, head)]).toString('base64url');
}

/** Did we make it, and does it still hold? Whether it was used, only the database knows. */
export function openNonce(keys: KeyedHash, nonce: string, now: Instant): { readonly hash: Buffer; readonly expiresAt: Instant } | null {
  if (!NONCE.test(nonce)) return null;
  const bytes = Buffer.from(nonce, 'base64url');
  const head = bytes.subarray(0, 20);
  if (!timingSafeEqual(bytes.subarray(20), sealOf(keys, head))) return null;
  const expiresMs = head.readUInt32BE() * 1000;
  return expiresMs > Date.parse(now) ? { hash: hashOf(nonce), expiresAt: new Date(expiresMs).toISOString() } : null;
}
