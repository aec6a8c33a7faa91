/** Checks a proof in the browser with the very file that outsiders run by hand; this only brings it hash and signature, which browsers have unevenly. */
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { verifyBundle } from '#tools/verify-bundle.mjs';

/** The curve carries its SHA-256, and its types do not say so; the version is pinned, and check-bundle.test.ts holds it. */
const { hash: sha256 } = p256 as unknown as { readonly hash: (bytes: Uint8Array) => Uint8Array };

export interface Checked {
  readonly outcome: 'proven' | 'forged' | 'incomplete';
  /** what was proven, or the one thing that is wrong */
  readonly lines: readonly { readonly vi: string; readonly en: string }[];
}

/** @param bundle  the text of the file; @param held  a head that the reader kept; empty = none */
export function checkBundle(bundle: string, key: string, held: string): Checked {
  try {
    const parsed: unknown = JSON.parse(bundle);
    const given = {
      sha256,
      verify: (message: Uint8Array, publicKey: Uint8Array, signature: Uint8Array): boolean => {
        try {
          return ed25519.verify(signature, message, publicKey);
        } catch {
          return false; // no point of the curve
        }
      },
    };
    return { outcome: 'proven', lines: verifyBundle(parsed, key, held.trim() === '' ? null : held, given) };
  } catch (error) {
    if (error instanceof SyntaxError)
      return { outcome: 'incomplete', lines: [{ vi: 'Tệp không phải JSON (bị cắt?).', en: 'The file is not JSON (cut off?).' }] };
    const { exit, vi, en } = error as { readonly exit?: number; readonly vi?: string; readonly en?: string };
    if (exit === undefined || vi === undefined || en === undefined) throw error;
    return { outcome: exit === 1 ? 'forged' : 'incomplete', lines: [{ vi, en }] };
  }
}

/** Size of the head that a checked bundle carries: the second line of the signed note. */
export const sizeOfHead = (bundle: string): number => Number((JSON.parse(bundle) as { checkpoint: string }).checkpoint.split('\n')[1]);
