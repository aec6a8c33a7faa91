/** base45 (RFC 9285): bytes in the 45 signs that a QR code packs tightest. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const VALUES = new Map([...ALPHABET].map((sign, value) => [sign.charCodeAt(0), value]));

export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 2) {
    const pair = i + 1 < bytes.length;
    const n = pair ? bytes[i]! * 256 + bytes[i + 1]! : bytes[i]!;
    text += ALPHABET[n % 45]! + ALPHABET[Math.floor(n / 45) % 45]!;
    if (pair) text += ALPHABET[Math.floor(n / 2025)]!;
  }
  return text;
}

/** null for a foreign sign, an impossible length, or three signs that say more than 65535 (two: 255) */
export function fromBase45(text: string): Uint8Array | null {
  if (text.length % 3 === 1) return null;
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (text.length % 3 === 2 ? 1 : 0));
  let at = 0;
  for (let i = 0; i < text.length; i += 3) {
    const [c, d, e] = [VALUES.get(text.charCodeAt(i)), VALUES.get(text.charCodeAt(i + 1)), VALUES.get(text.charCodeAt(i + 2))];
    if (c === undefined || d === undefined) return null;
    if (i + 2 >= text.length) {
      if (c + d * 45 > 255) return null;
      bytes[at++] = c + d * 45;
      continue;
    }
    if (e === undefined) return null;
    const n = c + d * 45 + e * 2025;
    if (n > 65_535) return null;
    bytes[at++] = n >> 8;
    bytes[at++] = n & 255;
  }
  return bytes;
}
