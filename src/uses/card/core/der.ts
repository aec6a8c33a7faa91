/** DER (X.690) as certificates and lists of revoked ones are written in it; what is read of it: `standard/card/x509.ts`. */
import type { Instant } from '#base/clock.ts';

export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const n = content.length;
  const length = n < 0x80 ? [n] : n < 0x100 ? [0x81, n] : n < 0x1_0000 ? [0x82, n >> 8, n & 255] : [0x83, n >> 16, (n >> 8) & 255, n & 255];
  return Buffer.concat([Uint8Array.of(tag, ...length), content]);
}
export const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
export const octets = (bytes: Uint8Array): Buffer => der(0x04, bytes);
export const bitString = (bytes: Uint8Array, unused = 0): Buffer => der(0x03, Uint8Array.of(unused), bytes);
export const TRUE = der(0x01, Uint8Array.of(0xff));

/** An unsigned number: no needless zeros in front, one where the first bit would make it negative. */
export function integer(bytes: Uint8Array): Buffer {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start++;
  const least = bytes.subarray(start);
  return der(0x02, (least[0] ?? 0) & 0x80 ? Buffer.concat([Uint8Array.of(0), least]) : least);
}

export function oid(dotted: string): Buffer {
  const [first, second, ...rest] = dotted.split('.').map(BigInt) as [bigint, bigint, ...bigint[]];
  const bytes = [first * 40n + second, ...rest].flatMap((arc) => {
    const base128 = [Number(arc & 127n)];
    for (let more = arc >> 7n; more > 0n; more >>= 7n) base128.unshift(Number(more & 127n) | 128);
    return base128;
  });
  return der(0x06, Uint8Array.from(bytes));
}

/** UTCTime until 2049, GeneralizedTime after (RFC 5280 §4.1.2.5); whole seconds. */
export function time(at: Instant): Buffer {
  const digits = `${at.slice(0, 19).replaceAll(/\D/g, '')}Z`;
  return at < '2050' ? der(0x17, Buffer.from(digits.slice(2))) : der(0x18, Buffer.from(digits));
}

export const ECDSA_WITH_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));

export const extension = (id: string, critical: boolean, value: Uint8Array): Buffer =>
  critical ? sequence(oid(id), TRUE, octets(value)) : sequence(oid(id), octets(value));

/** What was signed, and by whom: a certificate, a request, a list. `signature` over `toBeSigned` is raw r‖s, 64 bytes. */
export const signedWith = (toBeSigned: Uint8Array, signature: Uint8Array): Buffer =>
  sequence(toBeSigned, ECDSA_WITH_SHA256, bitString(sequence(integer(signature.subarray(0, 32)), integer(signature.subarray(32)))));
