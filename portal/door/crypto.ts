/**
 * The primitives of a check: WebCrypto where the page is a secure context, else the same in plain JavaScript, fetched only then.
 * Over plain http on a LAN there is no `crypto.subtle`.
 */
import type { CardCrypto } from '#standard/card/shapes.ts';
import { webCrypto } from '#standard/card/web-crypto.ts';

/** `subtle` as the browser has it: undefined where the page is not secure. */
export async function cardCrypto(subtle: SubtleCrypto | undefined): Promise<CardCrypto> {
  return subtle ? webCrypto(subtle) : (await import('./plain-crypto.ts')).plainCrypto;
}
