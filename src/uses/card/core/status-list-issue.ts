/** A status list, signed: bits → zlib → JWT. The bits are the caller's; a bit that was set once MUST stay set. */
import { deflateSync } from 'node:zlib';
import { STATUS_BYTES } from '#standard/card/limits.ts';
import { signCompact } from './sign-compact.ts';
import { activeKey } from './signer.ts';
import type { CardSigner } from './signer.ts';

/** Seconds after which a door should fetch again (docs/architecture.md §8, Card). */
export const STATUS_TTL_SECONDS = 300;
/** A list says something for so long. */
const LIVES_SECONDS = 86_400;
/** Level 6: nine cost ten times the time for a tenth of the size. */
const LEVEL = 6;

/** 2^20 entries, all valid. */
export const emptyBits = (): Buffer => Buffer.alloc(STATUS_BYTES);

/** Ends an entry in place. There is no way back, here or anywhere. */
export function endEntry(bits: Buffer, index: number): void {
  if (!Number.isSafeInteger(index) || index < 0 || index >= bits.length * 8)
    throw new RangeError(`no entry ${index} in a list of ${bits.length * 8}`);
  bits[index >> 3]! |= 1 << (index & 7);
}

/** Ends in place every entry but these. */
export function endAllBut(bits: Buffer, living: readonly number[]): void {
  const good = Buffer.alloc(bits.length);
  for (const index of living) endEntry(good, index);
  for (let i = 0; i < bits.length; i++) bits[i]! |= ~good[i]! & 0xff;
}

/**
 * @param uri      address at which it is published: what `sub` says and every card's `status` points at
 * @param version  a counter that rises with each signature of this list: doors go by it and not by the time. A claim of ours beside those of the standard
 */
export async function signStatusList(signer: CardSigner, uri: string, bits: Buffer, atMs: number, version = 1): Promise<string> {
  const iat = Math.floor(atMs / 1000);
  return signCompact(signer, await activeKey(signer, 'status'), 'statuslist+jwt', {
    sub: uri,
    iat,
    exp: iat + LIVES_SECONDS,
    ttl: STATUS_TTL_SECONDS,
    version,
    status_list: { bits: 1, lst: deflateSync(bits, { level: LEVEL }).toString('base64url') },
  });
}
