/** Checks an attestation in the browser with the very file that outsiders run by hand; this only brings it hash and signature, which browsers have unevenly. */
import { verifyAttestation } from '#tools/verify-attestation.mjs';
import type { HeldKey, VerifiedAttestation } from '#tools/verify-attestation.mjs';
import { BROWSER } from '#portal/parts/browser-crypto.ts';

/** null: the file is no JSON. */
export function readFile(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // told as unreadable
  }
}

/** The name of the key that a file says it was signed by; null when it says none. */
export function keyNameIn(file: unknown): string | null {
  const jws = (file as { readonly jws?: unknown } | null)?.jws;
  const head = typeof jws === 'string' ? jws.split('.')[0]! : '';
  try {
    const { kid } = JSON.parse(atob(head.replaceAll('-', '+').replaceAll('_', '/'))) as { readonly kid?: unknown };
    return typeof kid === 'string' && /^[\w-]{16}$/.test(kid) ? kid : null;
  } catch {
    return null; // no head: told as unreadable
  }
}

export const check = (file: unknown, held: { readonly keys: readonly HeldKey[]; readonly logKey: string | null }): VerifiedAttestation =>
  verifyAttestation(file, held, BROWSER);
