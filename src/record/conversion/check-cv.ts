/** What an outsider asks of the file of an e-CV: is it signed by a key that was published for this, and what does it say? Pure but for the signature. */
import { Check } from 'typebox/value';
import type { PublishedKey } from '#authority/keys/shapes.ts';
import { signedText } from '#authority/keys/signed-text.ts';
import { CvDocument } from './cv-shapes.ts';
import type { SignedCv } from './cv-shapes.ts';

/** `right`: signed, as it stands · `wrong`: not signed by that key, or changed since · `no-key`: the key is not among those given. */
export type CvCheck = 'right' | 'wrong' | 'no-key';

const isText = (value: unknown): value is string => typeof value === 'string';

/** The file as it was taken along; null when it is no JWS in JSON. */
export function readCv(text: string): SignedCv | null {
  try {
    const { payload, protected: head, signature } = JSON.parse(text) as Record<string, unknown>;
    return isText(payload) && isText(head) && isText(signature) ? { payload, protected: head, signature } : null;
  } catch {
    return null; // not JSON: an answer, not a fault
  }
}

/** What it says, whoever signed it; null when it is no e-CV. */
export function documentIn({ payload }: SignedCv): CvDocument | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return Check(CvDocument, read) ? read : null;
  } catch {
    return null; // no JSON within: an answer, not a fault
  }
}

/**
 * `right` only of a key that was published for the agency that the document names.
 *
 * @param keys  published keys, of whatever purpose: one that was published for another signs no e-CV
 */
export async function checkCv(
  signed: SignedCv,
  keys: readonly PublishedKey[],
): Promise<{ readonly check: CvCheck; readonly document: CvDocument | null; readonly key: PublishedKey | null }> {
  const document = documentIn(signed);
  const jws = `${signed.protected}.${signed.payload}.${signed.signature}`;
  const asked = { purpose: 'attestation', typ: 'cv+jws' } as const;
  const { check, key } = await signedText(jws, asked, (kid) => keys.find((one) => one.kid === kid) ?? null);
  // The key of one agency speaks for no other.
  const ofItsBody = document !== null && key?.congvu.bodyId === document.body.id;
  return { check: check === 'right' && !ofItsBody ? 'wrong' : check, document, key };
}
