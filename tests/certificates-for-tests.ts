/** An authority of the tests and what it signs: made anew each time, so that no key stands in the repository. */
import 'reflect-metadata'; // the library asks for it, and says so only when it runs
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
  X509CrlGenerator,
} from '@peculiar/x509';
import type { X509Certificate } from '@peculiar/x509';
import { systemClock } from '#base/clock.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;
const USAGE = { client: '1.3.6.1.5.5.7.3.2', server: '1.3.6.1.5.5.7.3.1' } as const;

/** A certificate and its key, both PEM. */
export interface Pair {
  readonly certificate: string;
  readonly key: string;
  readonly serial: string;
}

export interface Wanted {
  readonly usage?: keyof typeof USAGE;
  /** days from now */
  readonly from?: number;
  readonly to?: number;
  readonly addresses?: readonly string[];
}

export interface Authority {
  readonly certificate: string;
  readonly signs: (name: string, wanted?: Wanted) => Promise<Pair>;
  /** @param to  days from now until the next list */
  readonly revokes: (serials: readonly string[], to?: number) => Promise<string>;
}

const inDays = (days: number): Date => new Date(Date.parse(systemClock.now()) + days * DAY_MS);
const keysOf = async (): Promise<CryptoKeyPair> => (await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])) as CryptoKeyPair;
async function pemOf(key: CryptoKey): Promise<string> {
  const body = Buffer.from(await crypto.subtle.exportKey('pkcs8', key)).toString('base64');
  return `-----BEGIN PRIVATE KEY-----\n${body.match(/.{1,64}/g)!.join('\n')}\n-----END PRIVATE KEY-----\n`;
}
const pair = async (certificate: X509Certificate, keys: CryptoKeyPair): Promise<Pair> => ({
  certificate: `${certificate.toString('pem')}\n`,
  key: await pemOf(keys.privateKey),
  serial: certificate.serialNumber,
});

let serials = 0;
const nextSerial = (): string => (0x1000 + (serials += 1)).toString(16);

/** Certificates of hosts: names, addresses, what they are for. */
const extensionsOf = (name: string, { usage = 'client', addresses = [] }: Wanted) => [
  new ExtendedKeyUsageExtension([USAGE[usage]]),
  new SubjectAlternativeNameExtension([{ type: 'dns', value: name }, ...addresses.map((value) => ({ type: 'ip' as const, value }))]),
];

export async function anAuthority(name = 'Nơi cấp của kiểm thử'): Promise<Authority> {
  const keys = await keysOf();
  const own = await X509CertificateGenerator.createSelfSigned({
    serialNumber: nextSerial(),
    name: `CN=${name}`,
    notBefore: inDays(-400),
    notAfter: inDays(400),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  });
  return {
    certificate: `${own.toString('pem')}\n`,
    signs: async (host, wanted = {}) => {
      const ofHost = await keysOf();
      const certificate = await X509CertificateGenerator.create({
        serialNumber: nextSerial(),
        subject: `CN=${host}`,
        issuer: own.subject,
        notBefore: inDays(wanted.from ?? -1),
        notAfter: inDays(wanted.to ?? 90),
        signingAlgorithm: ALGORITHM,
        signingKey: keys.privateKey,
        publicKey: ofHost.publicKey,
        extensions: extensionsOf(host, wanted),
      });
      return pair(certificate, ofHost);
    },
    revokes: async (revoked, to = 7) => {
      const list = await X509CrlGenerator.create({
        issuer: own.subject,
        thisUpdate: inDays(Math.min(-1, to - 1)),
        nextUpdate: inDays(to),
        signingAlgorithm: ALGORITHM,
        signingKey: keys.privateKey,
        entries: revoked.map((serialNumber) => ({ serialNumber, revocationDate: inDays(-1) })),
      });
      // The library calls it CRL; every program that reads one looks for the name of RFC 7468 §6.
      return `${list.toString('pem').replaceAll(/(BEGIN|END) CRL/g, '$1 X509 CRL')}\n`;
    },
  };
}

/** One that nobody signed but itself. */
export async function selfSigned(host: string, wanted: Wanted = {}): Promise<Pair> {
  const keys = await keysOf();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: nextSerial(),
    name: `CN=${host}`,
    notBefore: inDays(wanted.from ?? -1),
    notAfter: inDays(wanted.to ?? 90),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: extensionsOf(host, wanted),
  });
  return pair(certificate, keys);
}
