/** The only place that makes chance: identifiers, salts, session handles. Everything else is handed a `Chance`. */
import { randomFillSync } from 'node:crypto';

export interface Chance {
  /** `length` bytes that nobody can guess */
  bytes(length: number): Uint8Array;
  /** a UUID of version 7 (RFC 9562 §5.7) for the instant `atMs` (milliseconds since 1970) */
  uuid7(atMs: number): string;
}

function uuid7From(random: Uint8Array, atMs: number): string {
  const b = Uint8Array.from(random);
  let ms = Math.floor(atMs);
  for (let i = 5; i >= 0; i--) {
    b[i] = ms % 256;
    ms = Math.floor(ms / 256);
  }
  b[6] = (b[6]! & 0x0f) | 0x70;
  b[8] = (b[8]! & 0x3f) | 0x80;
  const hex = Buffer.from(b).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Bytes fetched from the system at once: 12 to 32 at a time cost a tenth of a bulk load (bench/bulk). */
const POOL_BYTES = 16_384;
const pool = new Uint8Array(POOL_BYTES);
let used = POOL_BYTES;

/** Each byte is handed out once, and wiped from the pool. */
function systemBytes(length: number): Uint8Array {
  if (length > POOL_BYTES / 8) return randomFillSync(new Uint8Array(length));
  if (used + length > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = pool.slice(used, used + length);
  pool.fill(0, used, used + length);
  used += length;
  return bytes;
}

export const systemChance: Chance = {
  bytes: systemBytes,
  uuid7: (atMs) => uuid7From(systemBytes(16), atMs),
};

/** The same sequence for the same seed; for tests and the demo, never for secrets. */
export function seededChance(seed: number): Chance & { /** 0 ≤ x < 1 */ fraction(): number } {
  let state = seed >>> 0 || 1;
  const next = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => next() & 0xff);
  return { bytes, uuid7: (atMs) => uuid7From(bytes(16), atMs), fraction: () => next() / 0x1_0000_0000 };
}
