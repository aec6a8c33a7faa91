/**
 * base64url without padding (RFC 4648 §5) and UTF-8, strictly: one text for one value, anything else is null.
 * Written out because `Buffer` is not in a browser and `atob` forgives blanks, padding and loose bits.
 */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const CODES = Uint8Array.from(ALPHABET, (sign) => sign.charCodeAt(0));
const NOT_A_SIGN = 255;
const VALUES = new Uint8Array(256).fill(NOT_A_SIGN);
CODES.forEach((code, value) => (VALUES[code] = value));

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** null when the bytes are not UTF-8 */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

export function toBase64url(bytes: Uint8Array): string {
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
  const rest = text.length % 4;
  if (rest === 1) return null;
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
