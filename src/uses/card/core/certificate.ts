/**
 * X.509 certificates (RFC 5280) of the card's keys: one anchor, under it a key for the trust list where the anchor is kept apart, and under that keys for cards and keys for status lists. Nothing in them that some reader
 * of the world cannot read (decision 0077): no purpose of our own making, short numbers, the issuer named where wallets look for it.
 * Written out, in DER, because what is to be signed must go through the `CardSigner`: a key in a security module can sign bytes, not certificates.
 */
import { hash } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import type { Instant } from '#base/clock.ts';
import { readCertificate } from '#standard/card/x509.ts';

export interface CertificateInput {
  /** `anchor`: one that is kept beside the others and signs the trust list itself; `root`: one that is kept apart and signs keys for the trust list alone */
  readonly use: 'card' | 'status' | 'door' | 'list' | 'anchor' | 'root';
  /** issuer identifier, `iss` of the cards: named in the certificates of cards and lists; the anchor outlives an address and names none */
  readonly issuerId: string;
  readonly subject: CertificateName;
  /** a name, or the certificate of the issuer (DER): its subject is then named byte for byte */
  readonly issuer: CertificateName | Uint8Array;
  readonly publicKey: KeyObject;
  readonly issuerKey: KeyObject;
  /** 16 bytes of chance */
  readonly serial: Uint8Array;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
}

export interface CertificateName {
  readonly organisation: string;
  readonly common: string;
}

function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const n = content.length;
  const length = n < 0x80 ? [n] : n < 0x100 ? [0x81, n] : [0x82, n >> 8, n & 255];
  return Buffer.concat([Uint8Array.of(tag, ...length), content]);
}
const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const octets = (bytes: Uint8Array): Buffer => der(0x04, bytes);
const bitString = (bytes: Uint8Array, unused = 0): Buffer => der(0x03, Uint8Array.of(unused), bytes);
const TRUE = der(0x01, Uint8Array.of(0xff));

/** An unsigned number: no needless zeros in front, one where the first bit would make it negative. */
function integer(bytes: Uint8Array): Buffer {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start++;
  const least = bytes.subarray(start);
  return der(0x02, (least[0] ?? 0) & 0x80 ? Buffer.concat([Uint8Array.of(0), least]) : least);
}

function oid(dotted: string): Buffer {
  const [first, second, ...rest] = dotted.split('.').map(BigInt) as [bigint, bigint, ...bigint[]];
  const bytes = [first * 40n + second, ...rest].flatMap((arc) => {
    const base128 = [Number(arc & 127n)];
    for (let more = arc >> 7n; more > 0n; more >>= 7n) base128.unshift(Number(more & 127n) | 128);
    return base128;
  });
  return der(0x06, Uint8Array.from(bytes));
}

const name = ({ organisation, common }: CertificateName): Buffer =>
  sequence(
    ...[['2.5.4.10', organisation] as const, ['2.5.4.3', common] as const].map(([type, text]) =>
      der(0x31, sequence(oid(type), der(0x0c, Buffer.from(text)))),
    ),
  );

/** The name of whoever signs: as its own certificate spells it, for readers compare bytes, and an organisation may be called otherwise by now. */
function issuerName(issuer: CertificateName | Uint8Array): Uint8Array {
  if (!(issuer instanceof Uint8Array)) return name(issuer);
  const read = readCertificate(issuer);
  if (!read) throw new Error('the certificate of the issuer cannot be read');
  return read.subject;
}

/** UTCTime until 2049, GeneralizedTime after (RFC 5280 §4.1.2.5); whole seconds. */
function time(at: Instant): Buffer {
  const digits = `${at.slice(0, 19).replaceAll(/\D/g, '')}Z`;
  return at < '2050' ? der(0x17, Buffer.from(digits.slice(2))) : der(0x18, Buffer.from(digits));
}

const ECDSA_WITH_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));
const spki = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' });
/** RFC 5280 §4.2.1.2 (1) lets it be any hash of the key; 20 bytes of SHA-256. */
export const keyIdOf = (key: KeyObject): Buffer => hash('sha256', spki(key), 'buffer').subarray(0, 20);

const extension = (id: string, critical: boolean, value: Uint8Array): Buffer =>
  critical ? sequence(oid(id), TRUE, octets(value)) : sequence(oid(id), octets(value));

/** Eight groups of an IPv6 address as a URL writes it, without brackets. */
function ipv6Bytes(address: string): Buffer {
  const [before = '', after] = address.split('::');
  const groups = (text: string): string[] => text.split(':').filter((one) => one !== '');
  const [head, tail] = [groups(before), groups(after ?? '')];
  const all = [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail];
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex');
}

/** The host as a general name (RFC 5280 §4.2.1.6): a name as dNSName, an address of the network as iPAddress, for it is no name. */
function hostName(issuerId: string): Buffer {
  const host = new URL(issuerId).hostname.replaceAll(/^\[|\]$/g, '');
  const kind = isIP(host);
  if (kind === 0) return der(0x82, Buffer.from(host));
  return der(0x87, kind === 4 ? Uint8Array.from(host.split('.').map(Number)) : ipv6Bytes(host));
}

/**
 * subjectAltName of cards' and lists' certificates: the issuer identifier as URI and its host. Drafts of SD-JWT VC up to 9, and verifiers that stayed
 * with them, refuse a card whose `iss` is in neither.
 */
const issuerNames = (issuerId: string): Buffer =>
  extension('2.5.29.17', false, sequence(der(0x86, Buffer.from(issuerId)), hostName(issuerId)));

/** Is this certificate made as one of today, for this issuer identifier? One that is not is turned over (`key-rotation.ts`). */
export const namesIssuer = (certificate: Uint8Array, issuerId: string): boolean => Buffer.from(certificate).includes(issuerNames(issuerId));

/**
 * keyUsage, and how many certificates may stand below: an anchor signs certificates, the trust list where it is not kept apart, and lists of what was revoked; a key for
 * the trust list the same one level below; the others sign what they are for and nothing else.
 */
const USAGE = {
  root: { below: 1, usage: bitString(Uint8Array.of(0x06), 1) },
  anchor: { below: 0, usage: bitString(Uint8Array.of(0x84), 2) },
  list: { below: 0, usage: bitString(Uint8Array.of(0x86), 1) },
  card: { below: null, usage: bitString(Uint8Array.of(0x80), 7) },
  status: { below: null, usage: bitString(Uint8Array.of(0x80), 7) },
  door: { below: null, usage: bitString(Uint8Array.of(0x80), 7) },
} as const satisfies Record<CertificateInput['use'], { readonly below: number | null; readonly usage: Buffer }>;

function extensions({ use, issuerId, publicKey, issuerKey }: CertificateInput): Buffer {
  const { below, usage } = USAGE[use];
  return der(
    0xa3,
    sequence(
      extension('2.5.29.19', true, below === null ? sequence() : sequence(TRUE, integer(Uint8Array.of(below)))),
      extension('2.5.29.15', true, usage),
      ...(below === null ? [issuerNames(issuerId)] : []),
      extension('2.5.29.14', false, octets(keyIdOf(publicKey))),
      extension('2.5.29.35', false, sequence(der(0x80, keyIdOf(issuerKey)))),
    ),
  );
}

/** What the issuer's key is to sign. */
export const certificateToSign = (request: CertificateInput): Buffer =>
  sequence(
    der(0xa0, integer(Uint8Array.of(2))),
    integer(request.serial),
    ECDSA_WITH_SHA256,
    issuerName(request.issuer),
    sequence(time(request.notBefore), time(request.notAfter)),
    name(request.subject),
    spki(request.publicKey),
    extensions(request),
  );

/** The certificate, DER. `signature` over `toBeSigned` is raw r‖s, 64 bytes. */
export const certificateOf = (toBeSigned: Uint8Array, signature: Uint8Array): Buffer =>
  sequence(toBeSigned, ECDSA_WITH_SHA256, bitString(sequence(integer(signature.subarray(0, 32)), integer(signature.subarray(32)))));

/** First 8 bytes of SHA-256 over the certificate, base64url: the name of its key in headers and lists. */
export const kidOf = (certificate: Uint8Array): string => hash('sha256', certificate, 'buffer').subarray(0, 8).toString('base64url');

/** What is asked of an anchor, to be signed by the key that asks: PKCS #10 (RFC 2986), without wishes of its own. */
export const requestToSign = ({ subject, publicKey }: Pick<CertificateInput, 'subject' | 'publicKey'>): Buffer =>
  sequence(integer(Uint8Array.of(0)), name(subject), spki(publicKey), der(0xa0));

/** RFC 7468: lines of 64 signs. */
const armoured = (label: string, bytes: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(bytes)
    .toString('base64')
    .replaceAll(/.{1,64}/g, '$&\n')}-----END ${label}-----\n`;
export const pemOf = (certificate: Uint8Array): string => armoured('CERTIFICATE', certificate);
/** The request, PEM. `signature` over `toBeSigned` is raw r‖s, 64 bytes. */
export const requestOf = (toBeSigned: Uint8Array, signature: Uint8Array): string =>
  armoured('CERTIFICATE REQUEST', certificateOf(toBeSigned, signature));
