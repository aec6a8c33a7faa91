/**
 * base64url without padding (RFC 4648 §5) and UTF-8, strictly: one text for one value, anything else is null.
 * `Buffer` does it where there is one (Node), and is looked over, because it forgives; a browser has none, and `atob` forgives too. With the plain code alone
 * the check of a card came to 0.4 of the rate of a bare signature, with `Buffer` to 0.7 (bench/card); base64url.test.ts holds both to the same answers.
 */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const CODES = Uint8Array.from(ALPHABET, (sign) => sign.charCodeAt(0));
const NOT_A_SIGN = 255;
const VALUES = new Uint8Array(256).fill(NOT_A_SIGN);
CODES.forEach((code, value) => (VALUES[code] = value));

const native = (globalThis as { Buffer?: typeof Buffer }).Buffer;
const over = (make: typeof Buffer, bytes: Uint8Array): Buffer =>
  bytes instanceof make ? bytes : make.from(bytes.buffer, bytes.byteOffset, bytes.length);

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export const utf8 = (text: string): Uint8Array => (native ? native.from(text, 'utf8') : encoder.encode(text));

/** null when the bytes are not UTF-8 */
export function fromUtf8(bytes: Uint8Array): string | null {
  const text = native ? over(native, bytes).toString('utf8') : null;
  // What is no UTF-8 became U+FFFD there; the strict reader tells it from one that was written.
  return text === null || text.includes('\uFFFD') ? plainFromUtf8(bytes) : text;
}

export function plainFromUtf8(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

export const toBase64url = (bytes: Uint8Array): string => (native ? over(native, bytes).toString('base64url') : plainToBase64url(bytes));

export function plainToBase64url(bytes: Uint8Array): string {
  const whole = Math.floor(bytes.length / 3) * 3;
  const rest = bytes.length - whole;
  const out = new Uint8Array((whole / 3) * 4 + (rest === 0 ? 0 : rest + 1));
  let at = 0;
  for (let i = 0; i < whole; i += 3) {
    const three = (bytes[i]! << 16) | (bytes[i + 1]! << 8) | bytes[i + 2]!;
    out[at++] = CODES[three >> 18]!;
    out[at++] = CODES[(three >> 12) & 63]!;
    out[at++] = CODES[(three >> 6) & 63]!;
    out[at++] = CODES[three & 63]!;
  }
  if (rest > 0) {
    const last = (bytes[whole]! << 16) | ((bytes[whole + 1] ?? 0) << 8);
    out[at++] = CODES[last >> 18]!;
    out[at++] = CODES[(last >> 12) & 63]!;
    if (rest === 2) out[at++] = CODES[(last >> 6) & 63]!;
  }
  return decoder.decode(out);
}

/** null for padding, blanks, foreign signs, an impossible length, or bits left over that are not zero */
export function fromBase64url(text: string): Uint8Array | null {
  if (!native) return plainFromBase64url(text);
  if (!isForBuffer(text)) return null;
  const bytes = native.from(text, 'base64url');
  return bytes.length === Math.floor((text.length * 3) / 4) ? bytes : null;
}

/** The UTF-8 text that a base64url text says; null when it is not both. */
export function textOfBase64url(text: string): string | null {
  const bytes = fromBase64url(text);
  return bytes && fromUtf8(bytes);
}

/** Bits of the last sign that say nothing, by the signs that are over after the fours. */
const LOOSE_BITS = [0, 0, 15, 3];

/**
 * May it be given to `Buffer`, which then tells by too few bytes what is no sign? It takes the other alphabet for this one, leaves loose bits alone,
 * and of a letter beyond Latin-1 looks at the lower half only (ī is a + to it).
 */
const isForBuffer = (text: string): boolean =>
  text.length % 4 !== 1 &&
  !text.includes('+') &&
  !text.includes('/') &&
  native?.byteLength(text) === text.length &&
  ((VALUES[text.charCodeAt(text.length - 1)] ?? 0) & LOOSE_BITS[text.length % 4]!) === 0;

export function plainFromBase64url(text: string): Uint8Array | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let at = 0;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const value = code < 256 ? VALUES[code]! : NOT_A_SIGN;
    if (value === NOT_A_SIGN) return null;
    held = (held << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 255;
      held &= (1 << bits) - 1;
    }
  }
  return held === 0 ? bytes : null;
}
