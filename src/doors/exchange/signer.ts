/** Who signs and who verifies, as the protocol asks for it: pure functions of key and text. */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { SignedText } from './shapes.ts';

/** Signs texts in somebody's name. MUST give the same signature for the same text (Ed25519 does). */
export type SignText = (text: string) => SignedText;
/** True when the text was signed by whom it is expected of. */
export type VerifyText = (signed: SignedText) => boolean;

const base64url = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');

/** What a detached JWS signs (RFC 7515 §5.1, appendix F): header and payload in base64url. */
const signedInput = (header: string, text: string): Buffer => Buffer.from(`${header}.${base64url(text)}`, 'ascii');

/**
 * A detached JWS over the text, EdDSA (RFC 8037): `header..signature`.
 * @param kid  name under which the public half is registered
 */
export function jwsSigner(privateKey: KeyObject | string, kid: string): SignText {
  const key = typeof privateKey === 'string' ? createPrivateKey(privateKey) : privateKey;
  const header = base64url(JSON.stringify({ alg: 'EdDSA', kid }));
  return (text) => ({ text, signature: `${header}..${sign(null, signedInput(header, text), key).toString('base64url')}` });
}

/** Verifies what `jwsSigner` signs: another `kid`, another algorithm or a header with anything else in it is no signature. */
export function jwsVerifier(publicKey: KeyObject | string, kid: string): VerifyText {
  const key = typeof publicKey === 'string' ? createPublicKey(publicKey) : publicKey;
  const header = base64url(JSON.stringify({ alg: 'EdDSA', kid }));
  return ({ text, signature }) => {
    const [head, payload, mark, ...more] = signature.split('.');
    if (head !== header || payload !== '' || mark === undefined || more.length > 0) return false;
    const bytes = Buffer.from(mark, 'base64url');
    // One signature, one text: base64url that says the same bytes in another way is refused.
    return bytes.toString('base64url') === mark && verify(null, signedInput(header, text), key, bytes);
  };
}
