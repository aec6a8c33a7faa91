/** A public key of P-256 in 33 bytes: x and which of the two y (SEC 1 §2.3.3). In a QR every byte counts. */
import { fromBase64url, toBase64url } from './base64url.ts';
import type { EcPublicJwk } from './shapes.ts';

const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

const numberOf = (bytes: Uint8Array): bigint => bytes.reduce((n, byte) => n * 256n + BigInt(byte), 0n);

function bytesOf(n: bigint): Uint8Array {
  const bytes = new Uint8Array(32);
  for (let i = 31, rest = n; i >= 0; i--, rest >>= 8n) bytes[i] = Number(rest & 255n);
  return bytes;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = base % P, rest = exponent; rest > 0n; rest >>= 1n, square = (square * square) % P)
    if (rest & 1n) result = (result * square) % P;
  return result;
}

export interface CompressedPoint {
  readonly x: Uint8Array;
  readonly yIsOdd: boolean;
}

/** The key MUST be whole: 32 bytes each, as `readEcJwk` sees to. */
export function compressPoint({ x, y }: EcPublicJwk): CompressedPoint {
  const [xBytes, yBytes] = [fromBase64url(x), fromBase64url(y)];
  if (xBytes?.length !== 32 || yBytes?.length !== 32) throw new Error('a key of P-256 has two numbers of 32 bytes');
  return { x: xBytes, yIsOdd: (yBytes[31]! & 1) === 1 };
}

/** null when no point of the curve has this x */
export function expandPoint({ x, yIsOdd }: CompressedPoint): EcPublicJwk | null {
  const n = numberOf(x);
  if (x.length !== 32 || n >= P) return null;
  const square = ((((n * n - 3n) * n + B) % P) + P) % P;
  const root = power(square, (P + 1n) / 4n);
  if ((root * root) % P !== square) return null;
  const y = (root & 1n) === (yIsOdd ? 1n : 0n) ? root : P - root;
  return { kty: 'EC', crv: 'P-256', x: toBase64url(x), y: toBase64url(bytesOf(y)) };
}
