/**
 * The one-time code of a door as the wallet makes it, VN2: the copy's VN1 in a COSE_Sign1 (RFC 9052) of deterministic CBOR (RFC 8949 §4.2), in base45 (RFC 9285). By no
 * line that issuer and doors share, so that a mistake in theirs is seen here.
 */

type Bytes = Uint8Array<ArrayBuffer>;

/** Of the number that is used once, and of what is said of the door's phrase. */
export const NONCE_BYTES = 8;
export const HINT_BYTES = 8;

export interface CodeToSign {
  readonly toBeSigned: Bytes;
  /** @param signature  ES256, raw r‖s */
  readonly signedBy: (signature: Uint8Array) => string;
}

export interface CodeParts {
  readonly seconds: number;
  /** 8 bytes of fresh chance; MUST never be used again */
  readonly nonce: Uint8Array;
  /** first 8 bytes of SHA-256 of the door's phrase; null: it gave none */
  readonly hint: Uint8Array | null;
}

/** A code that waits for the holder's signature; null when `vn1` is none. */
export function doorCodeToSign(vn1: string, { seconds, nonce, hint }: CodeParts): CodeToSign | null {
  const copy = vn1.startsWith('VN1:') ? fromBase45(vn1.slice('VN1:'.length)) : null;
  if (!copy || nonce.length !== NONCE_BYTES || (hint && hint.length !== HINT_BYTES)) return null;
  const payload = byteString(array(number(seconds), byteString(nonce), byteString(copy), ...(hint ? [byteString(hint)] : [])));
  return {
    toBeSigned: array(textString('Signature1'), byteString(ES256_HEADER), byteString([]), payload),
    signedBy: (signature) =>
      `VN2:${toBase45(joined(SIGN1_TAG, array(byteString(ES256_HEADER), EMPTY_MAP, payload, byteString(signature))))}`,
  };
}

/** Protected header: 1 (algorithm) is -7 (ES256). */
const ES256_HEADER = [0xa1, 0x01, 0x26];
const EMPTY_MAP = Uint8Array.of(0xa0);
const SIGN1_TAG = [0xd2];

const joined = (...parts: readonly ArrayLike<number>[]): Bytes => Uint8Array.from(parts.flatMap((part) => Array.from(part)));

/** Major type and a whole number below 2^32, in the fewest bytes. */
function head(major: number, value: number): readonly number[] {
  const first = major << 5;
  if (value < 24) return [first | value];
  if (value < 0x100) return [first | 24, value];
  if (value < 0x1_0000) return [first | 25, value >> 8, value & 255];
  return [first | 26, value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}
const number = (value: number): Bytes => Uint8Array.from(head(0, value));
const byteString = (bytes: ArrayLike<number>): Bytes => joined(head(2, bytes.length), bytes);
const array = (...items: readonly Bytes[]): Bytes => joined(head(4, items.length), ...items);
function textString(text: string): Bytes {
  const bytes = new TextEncoder().encode(text);
  return joined(head(3, bytes.length), bytes);
}

const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

function toBase45(bytes: Bytes): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const isPair = at + 1 < bytes.length;
    let rest = isPair ? bytes[at]! * 256 + bytes[at + 1]! : bytes[at]!;
    for (let signs = isPair ? 3 : 2; signs > 0; signs--) {
      text += SIGNS[rest % 45]!;
      rest = Math.floor(rest / 45);
    }
  }
  return text;
}

/** null for what is no base45. */
function fromBase45(text: string): Bytes | null {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const values = Array.from(text.slice(at, at + 3), (sign) => SIGNS.indexOf(sign));
    if (values.length < 2 || values.includes(-1)) return null;
    const [low, middle, high = 0] = values;
    const value = low! + middle! * 45 + high * 2_025;
    if (value > (values.length === 3 ? 0xffff : 0xff)) return null;
    if (values.length === 3) bytes.push(value >> 8);
    bytes.push(value & 255);
  }
  return Uint8Array.from(bytes);
}
