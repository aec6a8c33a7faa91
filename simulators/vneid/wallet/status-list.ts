/** A status list as the wallet reads it (Token Status List): by no line of the reader that issuer and doors share, so that a mistake in theirs is seen here. */
import { fromBase64Url, isRecord } from './encode.ts';
import { isJwsBy, readJws } from './jws.ts';
import type { TrustedKeys } from './trust-list.ts';

/** What the issuer's lists say of a copy. */
export type Standing = 'good' | 'ended' | 'unknown';

/** A list of 2^20 entries of eight bits, the widest there is, is no larger; what inflates to more is none. */
const BYTES_MAX = 1_048_576;
/** Widths of an entry (§4). */
const WIDTHS: readonly unknown[] = [1, 2, 4, 8];

export interface StatusAsked {
  readonly trust: TrustedKeys;
  readonly uri: string;
  readonly index: number;
  readonly nowMs: number;
}

/** "unknown": it is no list, not this one, not signed by a key for lists, or has no such place. A list whose time is over can still say that a copy ended, and nothing else. */
export async function standingIn(text: string, { trust, uri, index, nowMs }: StatusAsked): Promise<Standing> {
  const list = readJws(text, 'statuslist+jwt');
  const key = list && trust.keys.find(({ kid, use }) => use === 'status' && kid === list.header['kid']);
  if (!list || !key || !(await isJwsBy(key.jwk, list))) return 'unknown';
  const { sub, exp, status_list: said } = list.payload;
  if (sub !== uri || typeof exp !== 'number' || !isRecord(said) || typeof said['lst'] !== 'string' || !WIDTHS.includes(said['bits']))
    return 'unknown';
  const width = said['bits'] as number;
  const packed = fromBase64Url(said['lst']);
  const entries = packed && (await inflated(packed));
  if (!entries || !Number.isSafeInteger(index) || index < 0 || index >= (entries.length * 8) / width) return 'unknown';
  const bit = index * width;
  const value = (entries[Math.floor(bit / 8)]! >> (bit % 8)) & (2 ** width - 1);
  return value !== 0 ? 'ended' : exp * 1000 > nowMs ? 'good' : 'unknown';
}

/** zlib (RFC 1950); null for what is none, is cut short, or becomes too large. */
async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | null> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      size += step.value.length;
      if (size > BYTES_MAX) {
        await reader.cancel();
        return null;
      }
      pieces.push(step.value);
    }
  } catch {
    return null;
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
