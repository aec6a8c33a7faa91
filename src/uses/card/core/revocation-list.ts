/**
 * What an authority of the card has revoked, as an X.509 CRL (RFC 5280 §5): for those who read certificates and not the trust list (decision 0090). Written for the authority
 * that stands here, read where one was made on the machine of the anchor.
 */
import { X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Instant } from '#base/clock.ts';
import { derParts, rawSignature } from '#standard/card/x509.ts';
import { armoured, authorityKeyId, issuerName } from './certificate.ts';
import { ECDSA_WITH_SHA256, der, extension, integer, oid, sequence, time } from './der.ts';

export interface RevocationsInput {
  /** certificate of the authority, DER */
  readonly authority: Uint8Array;
  readonly authorityKey: KeyObject;
  /** rises with each list of this authority */
  readonly number: number;
  readonly thisUpdate: Instant;
  readonly nextUpdate: Instant;
  /** certificates of this authority, DER, and when each was revoked */
  readonly revoked: readonly { readonly certificate: Uint8Array; readonly at: Instant }[];
}

const wholeNumber = (value: number): Buffer => integer(Buffer.from(value.toString(16).padStart(16, '0'), 'hex'));
const serialOf = (certificate: Uint8Array): Buffer => {
  const hex = new X509Certificate(certificate).serialNumber;
  return integer(Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex'));
};
/** A key that is distrusted is one that somebody else may hold. */
const KEY_COMPROMISE = extension('2.5.29.21', false, der(0x0a, Uint8Array.of(1)));
const CRL_NUMBER = '2.5.29.20';

/** What the authority's key is to sign; then `certificateOf`. */
export const revocationsToSign = ({ authority, authorityKey, number, thisUpdate, nextUpdate, revoked }: RevocationsInput): Buffer =>
  sequence(
    integer(Uint8Array.of(1)),
    ECDSA_WITH_SHA256,
    issuerName(authority),
    time(thisUpdate),
    time(nextUpdate),
    // An empty list is left out, not empty (§5.1.2.6).
    ...(revoked.length === 0
      ? []
      : [sequence(...revoked.map(({ certificate, at }) => sequence(serialOf(certificate), time(at), sequence(KEY_COMPROMISE))))]),
    der(0xa0, sequence(authorityKeyId(authorityKey), extension(CRL_NUMBER, false, wholeNumber(number)))),
  );

export const revocationsPem = (list: Uint8Array): string => armoured('X509 CRL', list);

export interface Revocations {
  readonly der: Buffer;
  /** what was signed, and raw r‖s */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
  /** name of the authority, DER */
  readonly issuer: Uint8Array;
  readonly number: number;
  readonly thisUpdate: Instant;
  readonly nextUpdate: Instant;
  /** of the certificates that it names, hex */
  readonly serials: readonly string[];
}

const hexOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('hex');
const NUMBER_HEX = hexOf(oid(CRL_NUMBER));

/** Time of a list until 2049 (UTCTime) or after; null for none. */
function instantOf(part: { readonly tag: number; readonly content: Uint8Array } | undefined): Instant | null {
  const text = Buffer.from(part?.content ?? []).toString('latin1');
  const whole = part?.tag === 0x17 ? `20${text}` : part?.tag === 0x18 ? text : '';
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(whole) ?? [];
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** One list in PEM, of the form that is written here; null for everything else. Looks at no signature. */
export function readRevocations(pem: string): Revocations | null {
  const text = /^\s*-----BEGIN X509 CRL-----([\sA-Za-z0-9+/=]+)-----END X509 CRL-----\s*$/.exec(pem)?.[1];
  const bytes = Buffer.from(text ?? '', 'base64');
  const [whole, ...more] = derParts(bytes) ?? [];
  const [list, algorithm, sealed] = (whole && more.length === 0 && derParts(whole.content)) || [];
  const [version, , issuer, since, next, ...rest] = (list && derParts(list.content)) ?? [];
  const signature = rawSignature(sealed);
  const [thisUpdate, nextUpdate] = [instantOf(since), instantOf(next)];
  const [extensions] = derParts(rest.at(-1)?.content ?? new Uint8Array()) ?? [];
  const said = (extensions && derParts(extensions.content)) ?? [];
  const numbered = said.map((one) => derParts(one.content) ?? []).find(([id]) => hexOf(id?.whole) === NUMBER_HEX);
  const [number] = derParts(numbered?.at(-1)?.content ?? new Uint8Array()) ?? [];
  if (!list || !issuer || !signature || thisUpdate === null || nextUpdate === null || !number || hexOf(version?.whole) !== '020101')
    return null;
  if (hexOf(algorithm?.whole) !== hexOf(ECDSA_WITH_SHA256) || number.content.length > 7) return null;
  // Left out where it would be empty: then what follows the times is the extensions.
  const entries = rest[0]?.tag === 0x30 ? (derParts(rest[0].content) ?? []) : [];
  return {
    der: bytes,
    signed: list.whole,
    signature,
    issuer: issuer.whole,
    number: Number(`0x${hexOf(number.content)}`),
    thisUpdate,
    nextUpdate,
    serials: entries.map((entry) => hexOf(derParts(entry.content)?.[0]?.content)),
  };
}
