/** Is what is shown of a conversion what was signed, by a key that was published for it? */
import type { PublishedKey } from '#authority/keys/shapes.ts';
import { signedText } from '#authority/keys/signed-text.ts';

/** @param keyOf  the published key of a name, null when there is none */
export async function signatureOf(
  jws: string,
  content: string,
  keyOf: (kid: string) => Promise<PublishedKey | null>,
): Promise<{ readonly signature: 'right' | 'wrong'; readonly kid: string | null }> {
  const { check, text, key } = await signedText(jws, { purpose: 'attestation', typ: 'conversion+jws' }, keyOf);
  return { signature: check === 'right' && text === content ? 'right' : 'wrong', kid: key?.kid ?? null };
}
