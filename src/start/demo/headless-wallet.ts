/** The simulated wallet without a screen, and a door without one: for the headless journey. What they do is what the pages do. */
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import { readEcJwk } from '#standard/card/compact-jws.ts';
import { phraseAudience } from '#standard/card/door-phrase.ts';
import { judgeCard, rememberCodes } from '#standard/card/judge.ts';
import type { StatusList, Verdict } from '#standard/card/shapes.ts';
import { readStatusList } from '#standard/card/status-list.ts';
import { readTrustList } from '#standard/card/trust-list.ts';
import { webCrypto } from '#standard/card/web-crypto.ts';
import { acceptOffer, refreshCard, reviewOffer } from '../../../simulators/vneid/wallet/holding.ts';
import type { Wallet } from '../../../simulators/vneid/wallet/holding.ts';
import type { Outcome } from '../../../simulators/vneid/wallet/outcome.ts';
import { drawCode, presentationText, readQuestion } from '../../../simulators/vneid/wallet/showing.ts';
import { storeInMemory } from '../../../simulators/vneid/wallet/memory-store.ts';
import { openTrust } from '../../../simulators/vneid/wallet/trust.ts';

/** Where presentations of this product are shown: what they name as their audience. */
export const doorOf = (origin: string): string => `${origin}/kiem-tra`;

function orThrow<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`the wallet: ${JSON.stringify(outcome.fault)}`);
  return outcome.value;
}

export interface HeadlessWallet {
  /** takes the offered card; returns the length of the copy, in characters */
  accept(offerUri: string, txCode: string): Promise<number>;
  refresh(): Promise<void>;
  /** the one-time code, as a QR would hold it */
  doorCode(): Promise<string>;
  /** a presentation with these claims, for the door of the product; `phrase`: the one that the door gave */
  present(claims: readonly string[], phrase: string): Promise<string>;
}

export function headlessWallet(origin: string): HeadlessWallet {
  const fetchAny = (url: string, init?: RequestInit): Promise<Response> => fetch(url, init);
  const store = storeInMemory();
  const wallet: Wallet = {
    store,
    clock: systemClock,
    fetch: fetchAny,
    origins: [origin],
    trustedKeys: openTrust(fetchAny, [origin], systemClock).trustedKeys,
    alone: (work) => work(),
  };
  const nowMs = (): number => Date.parse(systemClock.now());
  const held = async () => {
    const card = await store.card();
    if (!card) throw new Error('the wallet holds no card');
    return card;
  };
  const text = (shown: string | null): string => {
    if (shown === null) throw new Error('the wallet has nothing to show');
    return shown;
  };
  return {
    async accept(offerUri, txCode) {
      const card = orThrow(await acceptOffer(wallet, orThrow(await reviewOffer(wallet, offerUri)), txCode));
      return card.current.credential.length;
    },
    refresh: async () => void orThrow(await refreshCard(wallet)),
    doorCode: async () => text((await drawCode(await held(), 'none', nowMs()))?.text ?? null),
    present: async (names, phrase) => {
      const question = readQuestion(phrase, doorOf(origin));
      if (!question) throw new Error('the door asked nothing that the wallet can read');
      return text(await presentationText(await held(), 'none', { names, ...question, nowMs: nowMs() }));
    },
  };
}

export interface HeadlessDoor {
  /** the bulk fetch: trust list and every status list in it */
  refresh(): Promise<void>;
  judge(shown: string): Promise<Verdict>;
  /** what the door asks the next person to sign */
  phrase(): string;
}

/** Five words of four letters: whether they are words of a language matters to people alone. */
const anyPhrase = (): string =>
  Array.from({ length: 5 }, () => [...systemChance.bytes(4)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')).join('-');

/** A door of the demo: it expects cards of a test, and pins the anchor that it sees first. */
export async function headlessDoor(origin: string): Promise<HeadlessDoor> {
  const crypto = webCrypto(globalThis.crypto.subtle);
  const nowMs = (): number => Date.parse(systemClock.now());
  const get = async (url: string): Promise<string> => {
    const response = await fetch(url, { redirect: 'error' });
    if (!response.ok) throw new Error(`${new URL(url).pathname}: HTTP ${response.status}`);
    return response.text();
  };
  const anchor = readEcJwk(JSON.parse(await get(`${origin}/card/trust-anchor`)));
  if (!anchor) throw new Error('the trust anchor is no key of P-256');
  const readTrust = async () => {
    const read = await readTrustList(await get(`${origin}/card/trust-list`), { crypto, anchors: [anchor], nowMs: nowMs(), seenVersion: 0 });
    if (!read.ok) throw new Error(`the trust list: ${read.reason}`);
    return read.value;
  };
  let trust = await readTrust();
  const lists = new Map<string, StatusList>();
  const nonceSeen = rememberCodes(nowMs);
  const taken: string[] = [];
  return {
    async refresh() {
      trust = await readTrust();
      for (const uri of trust.statusLists) {
        const list = await readStatusList(await get(uri), { crypto, trust, uri, nowMs: nowMs() });
        if (!list.ok) throw new Error(`the status list: ${list.reason}`);
        lists.set(uri, list.value);
      }
    },
    phrase() {
      taken.push(anyPhrase());
      return taken.at(-1)!;
    },
    judge: (shown) =>
      judgeCard(shown, {
        crypto,
        nowMs: nowMs(),
        clockOffsetMs: null,
        trust,
        lists,
        environment: 'THU_NGHIEM',
        asked: taken.map((nonce) => ({ nonce, audience: phraseAudience(doorOf(origin), nonce) })),
        unasked: [doorOf(origin)],
        nonceSeen,
      }),
  };
}
