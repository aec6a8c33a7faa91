/** Names made of content: of a change, of what stands, of lines. Pure. */
import { hash } from 'node:crypto';
import { canonicalJson } from '#base/canonical-json.ts';
import type { ExchangeChange, FactStanding, SignedText } from '#doors/exchange/shapes.ts';

/** SHA-256 of a text, hexadecimal. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** What a change says, whatever number it travels under: the same in every epoch. */
export function changeId({ seq: _seq, ...says }: ExchangeChange): string {
  return sha256(canonicalJson(says));
}

/** The revision of a fact: what stands, as a name; null where nothing stands. Both ends make it alike. */
export const revisionOf = (standing: FactStanding | null): string | null => (standing === null ? null : sha256(canonicalJson(standing)));

/** Names the receipts that a node holds, in the order of the lanes. */
export const receiptsDigest = (receipts: readonly (SignedText | null)[]): string =>
  sha256(canonicalJson(receipts.map((one) => one?.text ?? null)));
