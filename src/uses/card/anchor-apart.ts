/**
 * An anchor on a machine apart, without a network, a database or an installation: its key is made here and stays here; what leaves is its certificate, and certificates for
 * keys that were asked for (decision 0081). Texts in, texts out.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, verify, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Chance } from '#base/chance.ts';
import type { Clock, Instant } from '#base/clock.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { derParts, keyOfSpki, rawSignature } from '#standard/card/x509.ts';
import { certificateOf, certificateToSign, pemOf } from './core/certificate.ts';
import { nameOf, revocationsAt } from './core/key-book.ts';
import { signEs256 } from './core/key-store.ts';
import { cardRequestUnfit } from './core/problems.ts';
import { revocationsPem, revocationsToSign } from './core/revocation-list.ts';
import { addressesOf } from './protocol.ts';

interface ApartNeeds {
  readonly clock: Pick<Clock, 'now'>;
  readonly chance: Pick<Chance, 'bytes'>;
}

export interface MadeCertificate {
  /** PEM */
  readonly certificate: string;
  /** SHA-256, as people compare it */
  readonly fingerprint: string;
}

const DAY_MS = 86_400_000;
const BACKDATED_MS = 3_600_000;
const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();
const made = (toBeSigned: Buffer, key: KeyObject): MadeCertificate => {
  const certificate = pemOf(certificateOf(toBeSigned, signEs256(key, toBeSigned)));
  return { certificate, fingerprint: new X509Certificate(certificate).fingerprint256 };
};

/** A new anchor. @param passphrase  encrypts its key; null: it stands in the clear */
export function makeAnchor(
  { organisation, passphrase, days }: { readonly organisation: string; readonly passphrase: string | null; readonly days: number },
  { clock, chance }: ApartNeeds,
): MadeCertificate & { readonly key: string } {
  const at = clock.now();
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  // Two anchors of one organisation are told apart by people, too.
  const sign = createHash('sha256')
    .update(publicKey.export({ format: 'der', type: 'spki' }))
    .digest('hex')
    .slice(0, 6);
  const self = { organisation, common: `${nameOf('anchor', organisation).common} ${at.slice(0, 4)}-${sign}` };
  const toBeSigned = certificateToSign({
    use: 'root',
    issuerId: '',
    subject: self,
    issuer: self,
    publicKey,
    issuerKey: publicKey,
    serial: chance.bytes(16),
    notBefore: later(at, -BACKDATED_MS),
    notAfter: later(at, days * DAY_MS),
  });
  const how = passphrase === null ? {} : { cipher: 'aes-256-cbc', passphrase };
  return { ...made(toBeSigned, privateKey), key: privateKey.export({ format: 'pem', type: 'pkcs8', ...how }) as string };
}

/** The key that asks, null when the request is not signed by it: whoever asks for a key must hold it. */
function keyOfRequest(pem: string): KeyObject | null {
  const der = /-----BEGIN CERTIFICATE REQUEST-----([\sA-Za-z0-9+/=]+)-----END CERTIFICATE REQUEST-----/.exec(pem)?.[1];
  const [whole] = (der === undefined ? null : derParts(Buffer.from(der, 'base64'))) ?? [];
  const [info, , signature] = (whole && derParts(whole.content)) ?? [];
  const [, , spki] = (info && derParts(info.content)) ?? [];
  const [jwk, raw] = [keyOfSpki(spki), rawSignature(signature)];
  if (!info || !jwk || !raw) return null;
  const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
  return verify('sha256', info.whole, { key, dsaEncoding: 'ieee-p1363' }, raw) ? key : null;
}

/** What Node throws of a text that is none is no more than that: a wrong pass phrase, a broken file, a point that is not on the curve. */
function readOrNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

export interface CertifyInput {
  /** PKCS #10, PEM */
  readonly request: string;
  /** PEM, encrypted or not */
  readonly key: string;
  /** PEM */
  readonly anchor: string;
  readonly passphrase: string | null;
  readonly days: number;
  /** address of the cards' issuer, under which what this anchor revokes is published; null: the certificate names none */
  readonly site: string | null;
}

/** A certificate for the key for the trust list that asks. E-CARD-REQUEST-UNFIT. */
export function certifyRequest(
  { request, key, anchor, passphrase, days, site }: CertifyInput,
  { clock, chance }: ApartNeeds,
): Result<MadeCertificate> {
  const above = readOrNull(() => new X509Certificate(anchor));
  const privateKey = readOrNull(() => createPrivateKey({ key, ...(passphrase === null ? {} : { passphrase }) }));
  const asked = readOrNull(() => keyOfRequest(request));
  if (!asked) return refused(cardRequestUnfit({ file: 'csr' }));
  if (!privateKey) return refused(cardRequestUnfit({ file: 'anchor.key' }));
  if (!above?.checkPrivateKey(privateKey)) return refused(cardRequestUnfit({ file: 'anchor.pem' }));
  const at = clock.now();
  const wanted = later(at, days * DAY_MS);
  const until = above.validToDate.toISOString();
  const toBeSigned = certificateToSign({
    use: 'list',
    issuerId: '',
    subject: nameOf('list', /^O=(.*)$/m.exec(above.subject)?.[1]?.replaceAll(/\\(.)/g, '$1') ?? '–'),
    issuer: above.raw,
    publicKey: asked,
    issuerKey: createPublicKey(privateKey),
    serial: chance.bytes(16),
    // Not backdated: checkpoints refuse a key whose certificate begins before that of the one they have seen.
    notBefore: at,
    notAfter: until < wanted ? until : wanted,
    revocationsAt: site === null ? null : revocationsAt(addressesOf(site).issuer, above.raw),
  });
  return ok(made(toBeSigned, privateKey));
}

export interface RevokeInput {
  /** of the anchor, PEM, encrypted or not */
  readonly key: string;
  /** PEM */
  readonly anchor: string;
  readonly passphrase: string | null;
  /** all that this anchor ever revoked, not only what is new: PEM by the name of its file */
  readonly revoked: readonly { readonly file: string; readonly certificate: string }[];
  /** the list holds so long */
  readonly days: number;
}

/** What this anchor has revoked, a CRL as PEM, numbered by the second. E-CARD-REQUEST-UNFIT, with the file that is none of its certificates. */
export function listRevoked({ key, anchor, passphrase, revoked, days }: RevokeInput, { clock }: Pick<ApartNeeds, 'clock'>): Result<string> {
  const above = readOrNull(() => new X509Certificate(anchor));
  const privateKey = readOrNull(() => createPrivateKey({ key, ...(passphrase === null ? {} : { passphrase }) }));
  if (!privateKey) return refused(cardRequestUnfit({ file: 'anchor.key' }));
  if (!above?.checkPrivateKey(privateKey)) return refused(cardRequestUnfit({ file: 'anchor.pem' }));
  const at = clock.now();
  const read = revoked.map(({ file, certificate }) => ({ file, one: readOrNull(() => new X509Certificate(certificate)) }));
  const certificates: { readonly certificate: Uint8Array; readonly at: Instant }[] = [];
  for (const { file, one } of read) {
    if (!one?.checkIssued(above) || !one.verify(above.publicKey)) return refused(cardRequestUnfit({ file }));
    certificates.push({ certificate: one.raw, at });
  }
  const toBeSigned = revocationsToSign({
    authority: above.raw,
    authorityKey: above.publicKey,
    number: Math.floor(Date.parse(at) / 1000),
    thisUpdate: at,
    nextUpdate: later(at, days * DAY_MS),
    revoked: certificates,
  });
  return ok(revocationsPem(certificateOf(toBeSigned, signEs256(privateKey, toBeSigned))));
}
