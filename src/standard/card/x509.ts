/**
 * X.509 certificates as far as a door needs them: who made a key's certificate, for what, from when until when. P-256 with ECDSA and SHA-256 and nothing else, as
 * everywhere here; whatever is not exactly that is no certificate. It decides nothing: `trust-list.ts` and who operates do.
 */
import { toBase64url } from './base64url.ts';
import type { CardCrypto, EcPublicJwk } from './shapes.ts';

export interface Certificate {
  /** what its maker signed */
  readonly signed: Uint8Array;
  /** raw r‖s */
  readonly signature: Uint8Array;
  /** names as DER: one certificate stands under another when its issuer is the other's subject, byte for byte */
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly key: EcPublicJwk;
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
  /** may it sign certificates */
  readonly isAuthority: boolean;
}

interface Part {
  readonly tag: number;
  readonly content: Uint8Array;
  /** with its tag and length */
  readonly whole: Uint8Array;
}

const SEQUENCE = 0x30;
const BIT_STRING = 0x03;
const INTEGER = 0x02;
const BOOLEAN = 0x01;
const OCTETS = 0x04;
const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const EC_PUBLIC_KEY_P256 = '301306072a8648ce3d020106082a8648ce3d030107';
const ECDSA_WITH_SHA256 = '300a06082a8648ce3d040302';
const BASIC_CONSTRAINTS = '0603551d13';
const KEY_USAGE = '0603551d0f';
/** keyCertSign: the sixth bit */
const CERT_SIGN = 0x04;

/** The parts that stand one after the other; null where they are not exactly that. DER: a length is written in one way only. */
export function derParts(bytes: Uint8Array): readonly Part[] | null {
  const parts: Part[] = [];
  for (let at = 0; at < bytes.length;) {
    const tag = bytes[at]!;
    const first = bytes[at + 1];
    if (first === undefined) return null;
    let [length, head] = [first, 2];
    if (first > 0x7f) {
      const more = first & 0x7f;
      if (more < 1 || more > 3 || at + 2 + more > bytes.length) return null;
      length = 0;
      for (let i = 0; i < more; i++) length = length * 256 + bytes[at + 2 + i]!;
      if (length < (more === 1 ? 0x80 : 256 ** (more - 1))) return null;
      head = 2 + more;
    }
    const end = at + head + length;
    if (end > bytes.length) return null;
    parts.push({ tag, content: bytes.subarray(at + head, end), whole: bytes.subarray(at, end) });
    at = end;
  }
  return parts;
}

const within = (part: Part | undefined, tag: number): readonly Part[] | null => (part?.tag === tag ? derParts(part.content) : null);

/** UTCTime or GeneralizedTime (RFC 5280 §4.1.2.5): whole seconds, Z. */
function timeMs(part: Part | undefined): number {
  const text = part ? String.fromCharCode(...part.content) : '';
  const full = part?.tag === 0x17 ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : part?.tag === 0x18 ? text : '';
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full);
  return found ? Date.parse(`${found[1]}-${found[2]}-${found[3]}T${found[4]}:${found[5]}:${found[6]}Z`) : Number.NaN;
}

/** The key of a SubjectPublicKeyInfo: a whole point of P-256. */
export function keyOfSpki(part: Part | undefined): EcPublicJwk | null {
  const [algorithm, bits] = within(part, SEQUENCE) ?? [];
  if (!algorithm || hexOf(algorithm.whole) !== EC_PUBLIC_KEY_P256 || bits?.tag !== BIT_STRING) return null;
  // No unused bits, an uncompressed point.
  if (bits.content.length !== 66 || bits.content[0] !== 0 || bits.content[1] !== 4) return null;
  return { kty: 'EC', crv: 'P-256', x: toBase64url(bits.content.slice(2, 34)), y: toBase64url(bits.content.slice(34)) };
}

/** An ECDSA signature as r‖s; null for what is none. */
export function rawSignature(part: Part | undefined): Uint8Array | null {
  if (part?.tag !== BIT_STRING || part.content[0] !== 0) return null;
  const [whole] = derParts(part.content.subarray(1)) ?? [];
  const numbers = within(whole, SEQUENCE);
  if (numbers?.length !== 2) return null;
  const raw = new Uint8Array(64);
  for (const [at, { tag, content }] of numbers.entries()) {
    const digits = content[0] === 0 ? content.subarray(1) : content;
    if (tag !== INTEGER || digits.length > 32) return null;
    raw.set(digits, 32 * (at + 1) - digits.length);
  }
  return raw;
}

/** Both must be said: basicConstraints with CA, and keyUsage with keyCertSign. */
function isAuthority(extensions: readonly Part[]): boolean {
  const valueOf = (id: string): readonly Part[] | null => {
    const found = extensions.map((one) => within(one, SEQUENCE) ?? []).find(([name]) => name && hexOf(name.whole) === id);
    const value = found?.at(-1);
    return value?.tag === OCTETS ? derParts(value.content) : null;
  };
  const [constraints] = valueOf(BASIC_CONSTRAINTS) ?? [];
  const [ca] = within(constraints, SEQUENCE) ?? [];
  const [usage] = valueOf(KEY_USAGE) ?? [];
  return ca?.tag === BOOLEAN && ca.content[0] === 0xff && usage?.tag === BIT_STRING && ((usage.content[1] ?? 0) & CERT_SIGN) !== 0;
}

/** Reads a certificate, DER; null for everything else. Looks at no signature. */
export function readCertificate(der: Uint8Array): Certificate | null {
  const all = derParts(der);
  const [body, algorithm, signature] = all?.length === 1 ? (within(all[0], SEQUENCE) ?? []) : [];
  const parts = within(body, SEQUENCE);
  if (!body || !parts || !algorithm || hexOf(algorithm.whole) !== ECDSA_WITH_SHA256) return null;
  // Version 3, and the same algorithm said within.
  const [version, , inner, issuer, validity, subject, spki, ...rest] = parts;
  if (!version || hexOf(version.whole) !== 'a003020102' || !inner || hexOf(inner.whole) !== ECDSA_WITH_SHA256) return null;
  const [from, until] = within(validity, SEQUENCE) ?? [];
  const [notBeforeMs, notAfterMs, key, raw] = [timeMs(from), timeMs(until), keyOfSpki(spki), rawSignature(signature)];
  const [list] =
    within(
      rest.find(({ tag }) => tag === 0xa3),
      0xa3,
    ) ?? [];
  const extensions = within(list, SEQUENCE);
  if (!issuer || !subject || !key || !raw || !extensions || Number.isNaN(notBeforeMs) || Number.isNaN(notAfterMs)) return null;
  return {
    signed: body.whole,
    signature: raw,
    issuer: issuer.whole,
    subject: subject.whole,
    key,
    notBeforeMs,
    notAfterMs,
    isAuthority: isAuthority(extensions),
  };
}

/** Did the holder of this key sign the certificate? */
export const isSignedBy = async (certificate: Certificate, key: EcPublicJwk, crypto: CardCrypto): Promise<boolean> =>
  crypto.verifyEs256(key, certificate.signed, certificate.signature);
