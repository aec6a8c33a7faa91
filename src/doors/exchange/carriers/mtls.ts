/** Plain mutual TLS: the certificate that the connection was made with. The listener has verified it against its authority and list. */
import { X509Certificate } from 'node:crypto';
import type { Carrier, CallRefusal } from './carrier.ts';

/** id-kp-clientAuth, RFC 5280 §4.2.1.12 */
const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';

export const fingerprintOf = (certificate: X509Certificate): string => certificate.fingerprint256.replaceAll(':', '').toLowerCase();

export const fingerprintOfPem = (pem: string): string => fingerprintOf(new X509Certificate(pem));

/**
 * What is wrong with the certificate of a caller; null: nothing.
 * @param at  ISO 8601
 */
export function certificateFault(certificate: X509Certificate, at: string): CallRefusal | null {
  const now = Date.parse(at);
  if (now > certificate.validToDate.getTime()) return 'expired';
  if (now < certificate.validFromDate.getTime()) return 'not-yet-valid';
  const usages = certificate.keyUsage as readonly string[] | undefined;
  return certificate.ca || !(usages ?? []).includes(CLIENT_AUTH) ? 'wrong-usage' : null;
}

export const mtlsCarrier = (now: () => string): Carrier => ({
  name: 'mtls',
  shown: async ({ certificate }) => {
    if (certificate === null) return null;
    const name = fingerprintOf(certificate);
    const refusal = certificateFault(certificate, now());
    return refusal === null ? { carrier: 'mtls', name } : { refusal, name };
  },
});
