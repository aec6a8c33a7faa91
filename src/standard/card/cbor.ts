/**
 * The part of CBOR (RFC 8949) that the door's QR needs: integers up to 2^53, bytes, text, arrays, maps, tags, true, false, null.
 * Only the deterministic form is read (§4.2: shortest heads, definite lengths, no key twice), so one value has one encoding.
 */
import { fromUtf8, utf8 } from './base64url.ts';

export type CborKey = number | string;
export type CborMap = ReadonlyMap<CborKey, CborValue>;
export type CborValue = number | string | boolean | null | Uint8Array | readonly CborValue[] | CborMap | CborTag;

export interface CborTag {
  readonly tag: number;
  readonly value: CborValue;
}

/** Deeper than anything of ours (a card's QR has 5), shallow enough for any stack. */
const DEPTH_MAX = 16;
/** A QR holds at most 2,953 bytes. */
const BYTES_MAX = 65_536;

const isTag = (value: object): value is CborTag => 'tag' in value;

function head(out: number[], major: number, n: number): void {
  const kind = major << 5;
  if (n < 24) out.push(kind | n);
  else if (n < 0x100) out.push(kind | 24, n);
  else if (n < 0x1_0000) out.push(kind | 25, n >> 8, n & 255);
  else if (n < 0x1_0000_0000) out.push(kind | 26, n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255);
  else {
    out.push(kind | 27);
    const [high, low] = [Math.floor(n / 0x1_0000_0000), n % 0x1_0000_0000];
    for (const word of [high, low]) out.push(word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255);
  }
}

/** Bytewise order of the encoded keys, as §4.2.1 wants it. */
function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

function append(out: number[], bytes: Uint8Array): void {
  for (const byte of bytes) out.push(byte);
}

function write(out: number[], value: CborValue): void {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error('only whole numbers within 2^53 are written');
    if (value >= 0) head(out, 0, value);
    else head(out, 1, -1 - value);
  } else if (typeof value === 'string') {
    const bytes = utf8(value);
    head(out, 3, bytes.length);
    append(out, bytes);
  } else if (value === null) out.push(0xf6);
  else if (typeof value === 'boolean') out.push(value ? 0xf5 : 0xf4);
  else if (value instanceof Uint8Array) {
    head(out, 2, value.length);
    append(out, value);
  } else if (Array.isArray(value)) {
    head(out, 4, value.length);
    for (const one of value as readonly CborValue[]) write(out, one);
  } else if (value instanceof Map) {
    const entries = [...(value as CborMap)].map(([key, one]) => ({ key: encodeToList(key), one })).sort((a, b) => compare(a.key, b.key));
    head(out, 5, entries.length);
    for (const { key, one } of entries) {
      out.push(...key);
      write(out, one);
    }
  } else if (isTag(value)) {
    head(out, 6, value.tag);
    write(out, value.value);
  }
}

function encodeToList(value: CborValue): number[] {
  const out: number[] = [];
  write(out, value);
  return out;
}

/** Deterministic encoding. A number that is not whole within 2^53 is a bug of the caller and throws. */
export const encodeCbor = (value: CborValue): Uint8Array => Uint8Array.from(encodeToList(value));

/** Why a reading ends; never leaves this file. */
class Refused extends Error {}

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }
  get atEnd(): boolean {
    return this.#at === this.#bytes.length;
  }
  #byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new Refused('ends too early');
    return byte;
  }
  #take(length: number): Uint8Array {
    if (length > this.#bytes.length - this.#at) throw new Refused('ends too early');
    this.#at += length;
    return this.#bytes.slice(this.#at - length, this.#at);
  }
  #argument(small: number): number {
    if (small < 24) return small;
    if (small > 27) throw new Refused('indefinite or reserved');
    const size = 2 ** (small - 24);
    let n = 0;
    for (let i = 0; i < size; i++) n = n * 256 + this.#byte();
    if (n > Number.MAX_SAFE_INTEGER) throw new Refused('beyond 2^53');
    const least = size === 1 ? 24 : 256 ** (size / 2);
    if (n < least) throw new Refused('not the shortest form');
    return n;
  }
  value(depth: number): CborValue {
    if (depth > DEPTH_MAX) throw new Refused('too deep');
    const first = this.#byte();
    const major = first >> 5;
    if (major === 7) return simple(first);
    const n = this.#argument(first & 31);
    if (major === 0) return n;
    if (major === 1) return -1 - n;
    if (major === 2) return this.#take(n);
    if (major === 3) return this.#text(n);
    if (major === 6) return { tag: n, value: this.value(depth + 1) };
    // Each item takes a byte at least: a length that promises more is refused before anything is set aside for it.
    if (n * (major === 5 ? 2 : 1) > this.#bytes.length - this.#at) throw new Refused('ends too early');
    if (major === 4) return Array.from({ length: n }, () => this.value(depth + 1));
    const map = new Map<CborKey, CborValue>();
    for (let i = 0; i < n; i++) {
      const key = this.value(depth + 1);
      if (typeof key !== 'number' && typeof key !== 'string') throw new Refused('a key is a number or a text');
      if (map.has(key)) throw new Refused('a key stands twice');
      map.set(key, this.value(depth + 1));
    }
    return map;
  }
  #text(length: number): string {
    const text = fromUtf8(this.#take(length));
    if (text === null) throw new Refused('not UTF-8');
    return text;
  }
}

function simple(first: number): boolean | null {
  if (first === 0xf4) return false;
  if (first === 0xf5) return true;
  if (first === 0xf6) return null;
  throw new Refused('a float or another simple value');
}

/** undefined when the bytes are anything but one whole value of this subset; never throws, never takes more memory than the bytes warrant */
export function decodeCbor(bytes: Uint8Array): CborValue | undefined {
  if (bytes.length > BYTES_MAX) return undefined;
  try {
    const reader = new Reader(bytes);
    const value = reader.value(0);
    return reader.atEnd ? value : undefined;
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}
