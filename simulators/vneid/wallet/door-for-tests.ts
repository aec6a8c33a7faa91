/** A door without a page: lists fetched from the product over HTTP, verdicts by `judgeCard`. */
import { readEcJwk } from '#standard/card/compact-jws.ts';
import { judgeCard, rememberCodes } from '#standard/card/judge.ts';
import type { StatusList, Verdict } from '#standard/card/shapes.ts';
import { readStatusList } from '#standard/card/status-list.ts';
import { readTrustList } from '#standard/card/trust-list.ts';
import { webCrypto } from '#standard/card/web-crypto.ts';

const valueOf = <T>(what: string, read: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string }): T => {
  if (!read.ok) throw new Error(`${what}: ${read.reason}`);
  return read.value;
};

/**
 * A door that fetched its lists just now; what it saw it remembers.
 * @param publicUrl  address of the product
 * @param nowMs      the door's clock
 * @returns judges a text; `phrase`: what this door asked
 */
export async function openDoor(publicUrl: string, nowMs: () => number): Promise<(text: string, phrase?: string) => Promise<Verdict>> {
  const primitives = webCrypto(crypto.subtle);
  const textAt = async (url: string): Promise<string> => (await fetch(url)).text();
  const anchor = readEcJwk(JSON.parse(await textAt(`${publicUrl}/card/trust-anchor`)));
  const text = await textAt(`${publicUrl}/card/trust-list`);
  const trust = valueOf(
    'trust list',
    await readTrustList(text, { crypto: primitives, anchors: anchor ? [anchor] : [], nowMs: nowMs(), seenVersion: 0 }),
  );
  const lists = new Map<string, StatusList>();
  for (const uri of trust.statusLists)
    lists.set(uri, valueOf(uri, await readStatusList(await textAt(uri), { crypto: primitives, trust, uri, nowMs: nowMs() })));
  const nonceSeen = rememberCodes(nowMs);
  const address = `${publicUrl}/kiem-tra`;
  return (shown, phrase) =>
    judgeCard(shown, {
      crypto: primitives,
      nowMs: nowMs(),
      clockOffsetMs: 0,
      trust,
      lists,
      environment: 'THU_NGHIEM',
      asked: phrase === undefined ? [] : [{ audience: `${address}/${phrase}`, nonce: phrase }],
      unasked: [address],
      nonceSeen,
    });
}
