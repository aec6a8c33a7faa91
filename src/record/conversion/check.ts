/** Is what is shown of a conversion what was signed, by a key that was published for it? */
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import type { PublishedKey } from '#authority/keys/shapes.ts';

/** @param keyOf  the published key of a name, null when there is none */
export async function signatureOf(
  jws: string,
  content: string,
  keyOf: (kid: string) => Promise<PublishedKey | null>,
): Promise<{ readonly signature: 'right' | 'wrong'; readonly kid: string | null }> {
  try {
    const { kid, typ } = decodeProtectedHeader(jws);
    const key = kid === undefined || typ !== 'conversion+jws' ? null : await keyOf(kid);
    if (!key || key.congvu.purpose !== 'attestation') return { signature: 'wrong', kid: null };
    const { payload } = await compactVerify(jws, await importJWK({ kty: key.kty, crv: key.crv, x: key.x }, 'EdDSA'), {
      algorithms: ['EdDSA'],
    });
    return { signature: Buffer.from(payload).toString() === content ? 'right' : 'wrong', kid: key.kid };
  } catch {
    return { signature: 'wrong', kid: null }; // a signature that does not verify is an answer, not a fault
  }
}
