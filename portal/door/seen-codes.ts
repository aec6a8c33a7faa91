/**
 * Which codes were shown at this door: for `nonceSeen` of the judge, and to be less soft with a stale code the second time.
 * Only hashes are kept, salted, as long as a code could be shown again (QR 90 s, presentation 5½ min), in this tab alone; a reload does not forget.
 */

export interface SeenCodes {
  /** Was it shown before? Remembers it in the same step, until `untilMs`. */
  seen(what: string, untilMs: number): boolean;
}

/** The part of `Storage` that is used. */
export interface Store {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
}

const NAME = 'congvu-ma-da-quet';
/** A gate sees some hundred people an hour. Beyond this a good code is refused rather than an old one accepted. */
const CODES_MAX = 10_000;

interface Kept {
  readonly salt: number;
  readonly codes: readonly (readonly [string, number])[];
}

/** @param store  null: storage is shut, a reload forgets */
export function seenCodes(store: Store | null, nowMs: () => number, chance: () => number): SeenCodes {
  const kept = read(store);
  const salt = kept?.salt ?? chance();
  const until = new Map(kept?.codes);
  return {
    seen(what, untilMs) {
      const now = nowMs();
      for (const [code, end] of until) if (end <= now) until.delete(code);
      const code = hash(what, salt);
      const known = until.has(code) || until.size >= CODES_MAX;
      if (!known) until.set(code, untilMs);
      write(store, { salt, codes: [...until] });
      return known;
    },
  };
}

function read(store: Store | null): Kept | null {
  try {
    const kept = JSON.parse(store?.getItem(NAME) ?? 'null') as Partial<Kept> | null;
    const isWhole =
      typeof kept?.salt === 'number' &&
      Array.isArray(kept.codes) &&
      kept.codes.every((one) => Array.isArray(one) && typeof one[0] === 'string' && typeof one[1] === 'number');
    return isWhole ? (kept as Kept) : null;
  } catch {
    return null;
  }
}

function write(store: Store | null, kept: Kept): void {
  try {
    store?.setItem(NAME, JSON.stringify(kept));
  } catch {
    /* storage is full or shut: memory holds as long as the page */
  }
}

/**
 * 64 bits in two halves (murmur-like mixing). Enough here: two codes with one hash refuse a good code, never accept a bad one,
 * and what is hashed holds 64 bits of chance, so nobody can try all.
 */
function hash(text: string, salt: number): string {
  let a = 0xdeadbeef ^ salt;
  let b = 0x41c6ce57 ^ salt;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}
