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
import { ECDSA_WITH_SHA256, TRUE, bitString, der, extension, integer, octets, oid, sequence, signedWith, time } from './der.ts';

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
  /** address of the list of what its signer has revoked; null or absent: none is named */
  readonly revocationsAt?: string | null;
}

export interface CertificateName {
  readonly organisation: string;
  readonly common: string;
}

const name = ({ organisation, common }: CertificateName): Buffer =>
  sequence(
    ...[['2.5.4.10', organisation] as const, ['2.5.4.3', common] as const].map(([type, text]) =>
      der(0x31, sequence(oid(type), der(0x0c, Buffer.from(text)))),
    ),
  );

/** The name of whoever signs: as its own certificate spells it, for readers compare bytes, and an organisation may be called otherwise by now. */
export function issuerName(issuer: CertificateName | Uint8Array): Uint8Array {
  if (!(issuer instanceof Uint8Array)) return name(issuer);
  const read = readCertificate(issuer);
  if (!read) throw new Error('the certificate of the issuer cannot be read');
  return read.subject;
}

const spki = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' });
/** RFC 5280 §4.2.1.2 (1) lets it be any hash of the key; 20 bytes of SHA-256. */
export const keyIdOf = (key: KeyObject): Buffer => hash('sha256', spki(key), 'buffer').subarray(0, 20);

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
  anchor: { below: 0, usage: bitString(Uint8Array.of(0x86), 1) },
  list: { below: 0, usage: bitString(Uint8Array.of(0x86), 1) },
  card: { below: null, usage: bitString(Uint8Array.of(0x80), 7) },
  status: { below: null, usage: bitString(Uint8Array.of(0x80), 7) },
  door: { below: null, usage: bitString(Uint8Array.of(0x80), 7) },
} as const satisfies Record<CertificateInput['use'], { readonly below: number | null; readonly usage: Buffer }>;

/** cRLDistributionPoints with one address (RFC 5280 §4.2.1.13). */
const distributionPoint = (address: string): Buffer =>
  extension('2.5.29.31', false, sequence(sequence(der(0xa0, der(0xa0, der(0x86, Buffer.from(address)))))));

/** By which key the issuer signed. */
export const authorityKeyId = (issuerKey: KeyObject): Buffer => extension('2.5.29.35', false, sequence(der(0x80, keyIdOf(issuerKey))));

const keyUsage = (usage: Uint8Array): Buffer => extension('2.5.29.15', true, usage);

/** May the key of this certificate sign lists of what was revoked? An anchor that an installation made before decision 0090 may not. */
export const maySignRevocations = (certificate: Uint8Array): boolean =>
  [USAGE.root, USAGE.anchor].some(({ usage }) => Buffer.from(certificate).includes(keyUsage(usage)));

function extensions({ use, issuerId, publicKey, issuerKey, revocationsAt }: CertificateInput): Buffer {
  const { below, usage } = USAGE[use];
  return der(
    0xa3,
    sequence(
      extension('2.5.29.19', true, below === null ? sequence() : sequence(TRUE, integer(Uint8Array.of(below)))),
      keyUsage(usage),
      ...(below === null ? [issuerNames(issuerId)] : []),
      extension('2.5.29.14', false, octets(keyIdOf(publicKey))),
      authorityKeyId(issuerKey),
      ...(revocationsAt ? [distributionPoint(revocationsAt)] : []),
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
export const certificateOf = signedWith;

/** First 8 bytes of SHA-256 over the certificate, base64url: the name of its key in headers and lists. */
export const kidOf = (certificate: Uint8Array): string => hash('sha256', certificate, 'buffer').subarray(0, 8).toString('base64url');

/** What is asked of an anchor, to be signed by the key that asks: PKCS #10 (RFC 2986), without wishes of its own. */
export const requestToSign = ({ subject, publicKey }: Pick<CertificateInput, 'subject' | 'publicKey'>): Buffer =>
  sequence(integer(Uint8Array.of(0)), name(subject), spki(publicKey), der(0xa0));

/** RFC 7468: lines of 64 signs. */
export const armoured = (label: string, bytes: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(bytes)
    .toString('base64')
    .replaceAll(/.{1,64}/g, '$&\n')}-----END ${label}-----\n`;
export const pemOf = (certificate: Uint8Array): string => armoured('CERTIFICATE', certificate);
/** The request, PEM. `signature` over `toBeSigned` is raw r‖s, 64 bytes. */
export const requestOf = (toBeSigned: Uint8Array, signature: Uint8Array): string =>
  armoured('CERTIFICATE REQUEST', signedWith(toBeSigned, signature));
