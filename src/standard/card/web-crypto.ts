/** The primitives of a check by WebCrypto and streams: browsers, and Node as well. */
import type { CardCrypto, EcPublicJwk } from './shapes.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;

// WebCrypto's types ask for bytes over a plain ArrayBuffer, never a shared one; ours never are.
const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>;

/** @param subtle  `crypto.subtle`; a page over plain http has none, and cannot check anything */
export function webCrypto(subtle: SubtleCrypto): CardCrypto {
  const imported = new WeakMap<EcPublicJwk, Promise<CryptoKey | null>>();
  const keyOf = (jwk: EcPublicJwk): Promise<CryptoKey | null> => {
    const known = imported.get(jwk);
    if (known) return known;
    const { kty, crv, x, y } = jwk;
    const key = subtle.importKey('jwk', { kty, crv, x, y }, ALGORITHM, false, ['verify']).catch(() => null); // not a point of the curve
    imported.set(jwk, key);
    return key;
  };
  return {
    sha256: async (bytes) => new Uint8Array(await subtle.digest('SHA-256', plain(bytes))),
    async verifyEs256(jwk, message, signature) {
      if (signature.length !== 64) return false;
      const key = await keyOf(jwk);
      return key !== null && subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, plain(signature), plain(message));
    },
    inflate,
  };
}

/** zlib (RFC 1950) by the platform's own stream; throws beyond `bytesMax` and on anything that is not zlib. */
export async function inflate(bytes: Uint8Array, bytesMax: number): Promise<Uint8Array> {
  const stream = new Blob([plain(bytes)]).stream().pipeThrough(new DecompressionStream('deflate'));
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    // A bomb is let go of at its first chunk beyond the limit: never more than one chunk is held over it.
    if (length > bytesMax) {
      await reader.cancel().catch(() => undefined);
      throw new RangeError('inflates beyond the limit');
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
