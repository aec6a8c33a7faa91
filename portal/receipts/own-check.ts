/** What this browser finds out by itself about a receipt: the hash of a file, and whether the published key signed it. Nothing is sent anywhere. */
import type { PublishedKey } from '#portal/api/generated/api.ts';
import { fromBase64url } from '#standard/card/base64url.ts';

/** SHA-256 of a file, hexadecimal. Over plain http there is no WebCrypto: the same is done in plain JavaScript, fetched only then. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>, subtle: SubtleCrypto | undefined): Promise<string> {
  const hash = subtle
    ? new Uint8Array(await subtle.digest('SHA-256', bytes))
    : (await import('#portal/door/plain-crypto.ts')).plainCrypto.sha256(bytes);
  return Array.from(await hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** `cannot`: this browser has no Ed25519, or the page is not secure. */
export type OwnCheck = 'right' | 'wrong' | 'cannot';

export async function signedBy(jws: string, key: Pick<PublishedKey, 'x'>, subtle: SubtleCrypto | undefined): Promise<OwnCheck> {
  const [head, payload, signature] = jws.split('.');
  const [x, signed] = [fromBase64url(key.x), fromBase64url(signature ?? '')];
  if (!x || !signed) return 'wrong';
  if (!subtle) return 'cannot';
  try {
    const publicKey = await subtle.importKey('raw', Uint8Array.from(x), 'Ed25519', false, ['verify']);
    const message = new TextEncoder().encode(`${head}.${payload}`);
    return (await subtle.verify('Ed25519', publicKey, Uint8Array.from(signed), message)) ? 'right' : 'wrong';
  } catch (error) {
    // A browser that does not know the algorithm says so by this name.
    if (error instanceof DOMException && error.name === 'NotSupportedError') return 'cannot';
    return 'wrong';
  }
}

/** The receipt as a file to take along: what was signed, as it stands in the signature, and the signature. */
export function fileOfReceipt(jws: string): string {
  const payload = fromBase64url(jws.split('.')[1] ?? '');
  const content = JSON.parse(new TextDecoder().decode(payload ?? new Uint8Array())) as object;
  return `${JSON.stringify({ ...content, jws }, null, 2)}\n`;
}
