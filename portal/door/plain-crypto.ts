/** `CardCrypto` without WebCrypto, for pages over plain http. Only signatures are checked here: nothing secret passes through. */
import { p256 } from '@noble/curves/nist.js';
import { fromBase64url } from '#standard/card/base64url.ts';
import type { CardCrypto, EcPublicJwk } from '#standard/card/shapes.ts';
import { inflate } from '#standard/card/web-crypto.ts';

/** The curve carries its SHA-256, and its types do not say so; the version is pinned, and crypto.test.ts holds it. */
const { hash: sha256 } = p256 as unknown as { readonly hash: (bytes: Uint8Array) => Uint8Array };
/** A coordinate of P-256, in bytes. */
const COORDINATE_BYTES = 32;

/** SEC 1, uncompressed: 4, x, y. Null when a coordinate is none. */
function pointOf({ x, y }: EcPublicJwk): Uint8Array | null {
  const [left, right] = [fromBase64url(x), fromBase64url(y)];
  if (left?.length !== COORDINATE_BYTES || right?.length !== COORDINATE_BYTES) return null;
  return Uint8Array.from([4, ...left, ...right]);
}

export const plainCrypto: CardCrypto = {
  sha256,
  verifyEs256: (key, message, signature) => {
    const point = pointOf(key);
    if (!point || signature.length !== 64) return false;
    try {
      // ES256 (RFC 7518) takes the greater s as well: half of what WebCrypto signs has it.
      return p256.verify(signature, message, point, { lowS: false });
    } catch {
      return false; // a point that is not on the curve
    }
  },
  inflate,
};
