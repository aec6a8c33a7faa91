/** Whether a caller's certificate lets them in, and why not. Pure: what OpenSSL found is judged here, and nothing is verified a second time. */
import { standsIn } from '#base/networks.ts';
import type { Guard } from '#base/guards.ts';

/** Why a connection is not served. Closed: each has words. */
export const REFUSALS = [
  'outside-networks',
  'no-certificate',
  'expired',
  'not-yet-valid',
  'revoked',
  'wrong-usage',
  'self-signed',
  'other-authority',
  'revocation-list-not-valid',
  'certificate-not-valid',
  'name-not-listed',
  'wrong-address',
  'not-tls',
  'old-tls',
  'handshake-failed',
  'no-proxy-header',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What OpenSSL says of a certificate that it does not accept, as Node names it. */
const BY_CODE: Readonly<Record<string, Refusal>> = {
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'not-yet-valid',
  CERT_REVOKED: 'revoked',
  INVALID_PURPOSE: 'wrong-usage',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'other-authority',
  UNABLE_TO_GET_ISSUER_CERT: 'other-authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'other-authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'other-authority',
  CERT_SIGNATURE_FAILURE: 'other-authority',
  UNABLE_TO_GET_CRL: 'revocation-list-not-valid',
  CRL_HAS_EXPIRED: 'revocation-list-not-valid',
  CRL_NOT_YET_VALID: 'revocation-list-not-valid',
  CRL_SIGNATURE_FAILURE: 'revocation-list-not-valid',
};

export interface Presented {
  /** null: the caller has none */
  readonly certificate: { readonly names: readonly string[] } | null;
  /** OpenSSL took it */
  readonly isVerified: boolean;
  /** it, or what it was presented with, is signed by itself and no authority of ours. OpenSSL goes on to look for a list of it, and says that one is missing */
  readonly foreignRoot: 'itself' | 'above' | null;
  /** what it said when it did not */
  readonly code: string | null;
  readonly address: string;
}

/** Names of hosts in a certificate; only without any its common name, as RFC 6125 has it. In small letters. */
export function namesOf(certificate: {
  readonly subjectaltname?: string;
  readonly subject?: { readonly CN?: string | string[] };
}): string[] {
  const hosts = [...(certificate.subjectaltname ?? '').matchAll(/(?:^|, )DNS:([^,"]+)/g)].map(([, name]) => name!.trim().toLowerCase());
  const common = [certificate.subject?.CN ?? []].flat().map((name) => name.toLowerCase());
  return hosts.length > 0 ? hosts : common;
}

/** null: they may come in. */
export function clientRefusal(presented: Presented, { names }: NonNullable<Guard['clients']>): Refusal | null {
  const { certificate, isVerified, foreignRoot, code, address } = presented;
  if (certificate === null) return 'no-certificate';
  if (!isVerified && foreignRoot !== null) return foreignRoot === 'itself' ? 'self-signed' : 'other-authority';
  if (!isVerified) return BY_CODE[code ?? ''] ?? 'certificate-not-valid';
  if (names === null) return null;
  const listed = certificate.names.filter((name) => names.has(name));
  if (listed.length === 0) return 'name-not-listed';
  return listed.some((name) => standsIn(names.get(name)!)(address)) ? null : 'wrong-address';
}

/** Why a handshake came to nothing, by what Node says of it. null: the caller went away without a word, as who looks whether a port is open. */
export function handshakeRefusal(code: string): Refusal | null {
  if (code === 'ECONNRESET' || code === 'EPIPE') return null;
  if (/HTTP_REQUEST|WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|BAD_RECORD_TYPE|RECORD_LAYER_FAILURE|UNEXPECTED_MESSAGE/.test(code))
    return 'not-tls';
  if (/UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION|VERSION_TOO_LOW/.test(code)) return 'old-tls';
  return 'handshake-failed';
}
