/**
 * The little of X.509 (RFC 5280) that a wallet needs to know who asks: names, time, key, and whether one key signed it. Its own reading of DER: nothing here is the
 * issuer's code. Anything that is not a plain certificate with an EC key on P-256 is none.
 */
import { isSignedBy, toBase64Url } from './encode.ts';
import type { PublicJwk } from './encode.ts';

type Bytes = Uint8Array<ArrayBuffer>;

interface Node {
  readonly tag: number;
  /** head and content */
  readonly whole: Bytes;
  readonly content: Bytes;
}

/** One node and what stands behind it; null when it is cut or longer than what is there. */
function node(bytes: Bytes): { readonly node: Node; readonly rest: Bytes } | null {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined) return null;
  const more = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || more > 3) return null;
  const length = more === 0 ? first : bytes.subarray(2, 2 + more).reduce((sum, byte) => sum * 256 + byte, 0);
  const end = 2 + more + length;
  if (end > bytes.length) return null;
  return { node: { tag, whole: bytes.slice(0, end), content: bytes.slice(2 + more, end) }, rest: bytes.slice(end) };
}

function children(bytes: Bytes): readonly Node[] | null {
  const found: Node[] = [];
  for (let left = bytes; left.length > 0;) {
    const next = node(left);
    if (!next) return null;
    found.push(next.node);
    left = next.rest;
  }
  return found;
}

const hex = (bytes: Bytes): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const [COMMON_NAME, ORGANISATION] = ['550403', '55040a'];

/** UTCTime or GeneralizedTime, in whole seconds and Z. */
function timeOf({ tag, content }: Node): number {
  const text = new TextDecoder().decode(content);
  const digits = tag === 0x17 ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text;
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(digits) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

function nameOf({ content }: Node): ReadonlyMap<string, string> {
  const parts = children(content)?.flatMap((set) => children(set.content) ?? []) ?? [];
  return new Map(
    parts.flatMap((part) => {
      const [type, value] = children(part.content) ?? [];
      return type && value ? [[hex(type.content), new TextDecoder().decode(value.content)] as const] : [];
    }),
  );
}

export interface Certificate {
  readonly organisation: string;
  readonly commonName: string;
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
  readonly jwk: PublicJwk;
  /** may it sign certificates: basicConstraints and keyUsage both say so */
  readonly isAuthority: boolean;
  readonly signed: Bytes;
  /** raw r‖s */
  readonly signature: Bytes;
}

/** 32 bytes of an unsigned number. */
function fixed(number: Bytes): Bytes | null {
  const least = number[0] === 0 ? number.slice(1) : number;
  if (least.length > 32) return null;
  const whole = new Uint8Array(32);
  whole.set(least, 32 - least.length);
  return whole;
}

const [BASIC_CONSTRAINTS, KEY_USAGE] = ['551d13', '551d0f'];
/** keyCertSign, the sixth bit of keyUsage */
const CERT_SIGN = 0x04;

/** @param extensions  [3] of a certificate */
function isAuthority(extensions: Node | undefined): boolean {
  const all = children(node(extensions?.content ?? new Uint8Array())?.node.content ?? new Uint8Array()) ?? [];
  const valueOf = (id: string): Node | undefined => {
    const parts = all.map((one) => children(one.content) ?? []).find(([type]) => type && hex(type.content) === id);
    return node(parts?.at(-1)?.content ?? new Uint8Array())?.node;
  };
  const [ca] = children(valueOf(BASIC_CONSTRAINTS)?.content ?? new Uint8Array()) ?? [];
  // The first byte says how many bits of the last one are unused.
  const usage = valueOf(KEY_USAGE)?.content[1] ?? 0;
  return ca?.tag === 0x01 && ca.content[0] === 0xff && (usage & CERT_SIGN) !== 0;
}

/** Head of a SubjectPublicKeyInfo of a P-256 key, up to the point (RFC 5480). */
const P256_HEAD = '3059301306072a8648ce3d020106082a8648ce3d03010703420004';

export function readCertificate(der: Bytes): Certificate | null {
  const outer = node(der);
  const [tbs, , sealed] = (outer && outer.rest.length === 0 && children(outer.node.content)) || [];
  const fields = tbs && children(tbs.content);
  // Version, serial, algorithm, issuer, validity, subject, key.
  const [version, , , , validity, subject, key, ...rest] = fields ?? [];
  if (!tbs || !sealed || version?.tag !== 0xa0 || !validity || !subject || !key) return null;
  const times = children(validity.content);
  const numbers = children(node(sealed.content.slice(1))?.node.content ?? new Uint8Array());
  const [r, s] = (numbers ?? []).map((one) => fixed(one.content));
  const spki = hex(key.whole);
  if (!times?.[0] || !times[1] || !r || !s || !spki.startsWith(P256_HEAD) || key.whole.length !== P256_HEAD.length / 2 + 64) return null;
  const point = key.whole.slice(-64);
  const names = nameOf(subject);
  return {
    organisation: names.get(ORGANISATION) ?? '',
    commonName: names.get(COMMON_NAME) ?? '',
    notBeforeMs: timeOf(times[0]),
    notAfterMs: timeOf(times[1]),
    jwk: { kty: 'EC', crv: 'P-256', x: toBase64Url(point.slice(0, 32)), y: toBase64Url(point.slice(32)) },
    isAuthority: isAuthority(rest.find(({ tag }) => tag === 0xa3)),
    signed: tbs.whole,
    signature: new Uint8Array([...r, ...s]),
  };
}

/** Bytes of a certificate's SHA-256 by which lists name its key. */
export const KEY_ID_BYTES = 8;

/** Did one of these anchors sign the certificate, or the one above it by which it was signed? Names, purposes and times are the asker's. */
export async function isUnderOneOf(anchors: readonly PublicJwk[], certificate: Certificate, above: Certificate | null): Promise<boolean> {
  if (above && !(await isSignedBy(above.jwk, certificate.signed, certificate.signature))) return false;
  const { signed, signature } = above ?? certificate;
  for (const anchor of anchors) if (await isSignedBy(anchor, signed, signature)) return true;
  return false;
}
