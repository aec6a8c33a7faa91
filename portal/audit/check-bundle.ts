/** Checks a proof in the browser with the very file that outsiders run by hand; this only brings it hash and signature, which browsers have unevenly. */
import { BROWSER } from '#portal/parts/browser-crypto.ts';
import { verifyBundle } from '#tools/verify-bundle.mjs';

export interface Checked {
  readonly outcome: 'proven' | 'forged' | 'incomplete';
  /** what was proven, or the one thing that is wrong */
  readonly lines: readonly { readonly vi: string; readonly en: string }[];
}

/** @param bundle  the text of the file; @param held  a head that the reader kept; empty = none */
export function checkBundle(bundle: string, key: string, held: string): Checked {
  try {
    const parsed: unknown = JSON.parse(bundle);
    return { outcome: 'proven', lines: verifyBundle(parsed, key, held.trim() === '' ? null : held, BROWSER) };
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
