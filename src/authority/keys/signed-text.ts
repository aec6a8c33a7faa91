/** Is a text signed by a key that was published for it? One answer for receipts, conversions and e-CVs. Pure but for the signature. */
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import type { KeyPurpose, PublishedKey } from './shapes.ts';

/** `no-key`: the key that it names is not at hand, or was published for something else. */
export type SignedText =
  | { readonly check: 'right'; readonly text: string; readonly key: PublishedKey }
  | { readonly check: 'wrong' | 'no-key'; readonly text: null; readonly key: PublishedKey | null };

/** The name of the key that a signature says it is by, null when it says none. */
export function keyNameOf(jws: string): string | null {
  try {
    return decodeProtectedHeader(jws).kid ?? null;
  } catch {
    return null; // no head: an answer, not a fault
  }
}

/**
 * @param jws    compact form (RFC 7515 §7.1)
 * @param asked  what the key must be published for; `typ`: what the head must say the text is, absent: whatever it says
 * @param keyOf  the published key of a name, null when there is none
 */
export async function signedText(
  jws: string,
  { purpose, typ }: { readonly purpose: KeyPurpose; readonly typ?: string },
  keyOf: (kid: string) => PublishedKey | null | Promise<PublishedKey | null>,
): Promise<SignedText> {
  const kid = keyNameOf(jws);
  if (kid === null) return { check: 'wrong', text: null, key: null };
  const found = await keyOf(kid);
  const key = found?.congvu.purpose === purpose ? found : null;
  if (key === null) return { check: 'no-key', text: null, key };
  try {
    if (typ !== undefined && decodeProtectedHeader(jws).typ !== typ) return { check: 'wrong', text: null, key };
    const { payload } = await compactVerify(jws, await importJWK({ kty: key.kty, crv: key.crv, x: key.x }, 'EdDSA'), {
      algorithms: ['EdDSA'],
    });
    return { check: 'right', text: Buffer.from(payload).toString('utf8'), key };
  } catch {
    return { check: 'wrong', text: null, key }; // a signature that does not verify is an answer, not a fault
  }
}
