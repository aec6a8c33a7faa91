/** A public key for people: by its RFC 7638 thumbprint, in groups that two of them can read to each other. */
import type { CardCrypto, EcPublicJwk } from '#standard/card/shapes.ts';

const BYTES = 12;

export async function fingerprintOf({ x, y }: EcPublicJwk, sha256: CardCrypto['sha256']): Promise<string> {
  const hash = await sha256(new TextEncoder().encode(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y })));
  return [...hash.subarray(0, BYTES)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .replace(/(.{4})(?=.)/g, '$1 ');
}
