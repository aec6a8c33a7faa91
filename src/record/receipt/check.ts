/** What an outsider asks of a receipt: is it signed by a key that was published for receipts, and does it say what is shown? Pure but for the signature. */
import type { PublishedKey } from '#authority/keys/shapes.ts';
import { signedText } from '#authority/keys/signed-text.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { ReceiptContent } from './shapes.ts';

/** `right`: signed, and shown as signed · `changed`: signed, but shown otherwise · `wrong`: not signed by that key · `no-key`: the key is not among those given. */
export type ReceiptCheck = 'right' | 'changed' | 'wrong' | 'no-key';

/** A receipt as it was taken along: the file of the portal, the answer of the API, or the signature alone, which holds what was signed. */
export function readReceipt(text: string): { readonly jws: string; readonly shown: ReceiptContent | null } | null {
  const trimmed = text.trim();
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(trimmed)) return { jws: trimmed, shown: null };
  try {
    const { jws, verifyUrl: _address, ...shown } = JSON.parse(trimmed) as Record<string, unknown>;
    return typeof jws === 'string' && typeof shown['number'] === 'string' ? { jws, shown: shown as unknown as ReceiptContent } : null;
  } catch {
    return null; // not JSON: an answer, not a fault
  }
}

/** @param keys  published keys, of whatever purpose: one that was published for another signs no receipt */
export async function checkReceipt(
  { jws, shown }: { readonly jws: string; readonly shown: ReceiptContent | null },
  keys: readonly PublishedKey[],
): Promise<{ readonly check: ReceiptCheck; readonly signed: ReceiptContent | null; readonly key: PublishedKey | null }> {
  const { check, text, key } = await signedText(jws, { purpose: 'receipt' }, (kid) => keys.find((one) => one.kid === kid) ?? null);
  if (check !== 'right') return { check, signed: null, key };
  const signed = readJson(text);
  if (signed === null) return { check: 'wrong', signed, key };
  return { check: shown === null || canonicalJson(shown) === text ? 'right' : 'changed', signed, key };
}

function readJson(text: string): ReceiptContent | null {
  try {
    return JSON.parse(text) as ReceiptContent;
  } catch {
    return null; // signed, and no receipt: an answer, not a fault
  }
}
