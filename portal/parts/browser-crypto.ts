/** Hash and signature in plain JavaScript, for the checks that are also run outside: browsers have them unevenly, and over plain http not at all. */
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import type { Primitives } from '#tools/verify-bundle.mjs';

/** The curve carries its SHA-256, and its types do not say so; the version is pinned, and the tests of both checks hold it. */
const { hash: sha256 } = p256 as unknown as { readonly hash: (bytes: Uint8Array) => Uint8Array };

export const BROWSER: Primitives = {
  sha256,
  verify: (message, publicKey, signature) => {
    try {
      return ed25519.verify(signature, message, publicKey);
    } catch {
      return false; // no point of the curve
    }
  },
};
