/**
 * Whom the wallet believes, and what the issuer says of the card now: trust list and status lists, fetched in bulk as a door does.
 * The anchor is taken from the issuer itself at first use: enough for a simulator, a real wallet has it pinned.
 */
import type { Clock } from '#base/clock.ts';
import { readEcJwk } from '#standard/card/compact-jws.ts';
import type { EcPublicJwk, TrustList } from '#standard/card/shapes.ts';
import { isEnded, readStatusList } from '#standard/card/status-list.ts';
import { readTrustList } from '#standard/card/trust-list.ts';
import { webCrypto } from '#standard/card/web-crypto.ts';
import type { ParsedCopy } from './credential.ts';
import { boundedFetch } from './fetching.ts';
import type { Fetch } from './fetching.ts';
import { done, failed } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** A list of a million entries in the worst case, and room. Bytes. */
const LIST_BYTES_MAX = 1024 * 1024;

/** What the issuer's lists say of a copy. */
export type Standing = 'good' | 'ended' | 'unknown';

export interface Trust {
  readonly trustedKeys: (issuer: string) => Promise<Outcome<(kid: string) => EcPublicJwk | null>>;
  /** keys under which whoever asks for the card must stand: those of the card's own issuer */
  readonly anchors: (issuer: string) => Promise<Outcome<readonly EcPublicJwk[]>>;
  /** keys that its trust list says are trusted no more */
  readonly distrusted: (issuer: string) => Promise<Outcome<readonly string[]>>;
  readonly standingOf: (issuer: string, copy: ParsedCopy) => Promise<Standing>;
}

export function openTrust(fetchAny: Fetch, origins: readonly string[], clock: Clock): Trust {
  const ask = boundedFetch(fetchAny, LIST_BYTES_MAX);
  const crypto = webCrypto(globalThis.crypto.subtle);
  const nowMs = (): number => Date.parse(clock.now());

  async function textAt(url: string): Promise<string | null> {
    if (!URL.canParse(url) || !origins.includes(new URL(url).origin)) return null;
    // Asked anew each time: what a browser keeps may be older than an end.
    const response = await ask(url, { cache: 'no-cache' });
    return response.ok ? response.text() : null;
  }

  async function trustList(issuer: string): Promise<Outcome<TrustList>> {
    try {
      const [anchorText, text] = await Promise.all([textAt(`${issuer}/trust-anchor`), textAt(`${issuer}/trust-list`)]);
      if (anchorText === null || text === null) return failed('issuer-odd', 'trust-list');
      const anchor = readEcJwk(JSON.parse(anchorText));
      if (!anchor) return failed('issuer-odd', 'trust-anchor');
      const read = await readTrustList(text, { crypto, anchors: [anchor], nowMs: nowMs(), seenVersion: 0 });
      return read.ok ? done(read.value) : failed('signature-untrusted', read.reason);
    } catch (error) {
      return error instanceof SyntaxError ? failed('issuer-odd', 'trust-anchor') : failed('network');
    }
  }

  return {
    trustedKeys: async (issuer) => {
      const list = await trustList(issuer);
      if (!list.ok) return list;
      return done((kid) => list.value.keys.find((key) => key.kid === kid && key.use === 'card')?.jwk ?? null);
    },
    anchors: async (issuer) => {
      try {
        const anchor = readEcJwk(JSON.parse((await textAt(`${issuer}/trust-anchor`)) ?? 'null'));
        return anchor ? done([anchor]) : failed('issuer-odd', 'trust-anchor');
      } catch (error) {
        return error instanceof SyntaxError ? failed('issuer-odd', 'trust-anchor') : failed('network');
      }
    },
    distrusted: async (issuer) => {
      const list = await trustList(issuer);
      return list.ok ? done(list.value.distrusted ?? []) : list;
    },
    standingOf: async (issuer, { payload }) => {
      const place = (payload['status'] as { status_list?: { uri?: unknown; idx?: unknown } } | undefined)?.status_list;
      if (typeof place?.uri !== 'string' || typeof place.idx !== 'number') return 'unknown';
      try {
        const trust = await trustList(issuer);
        // A list that was begun with this copy is named some seconds later, when it is published.
        if (!trust.ok || !trust.value.statusLists.includes(place.uri)) return 'unknown';
        const text = await textAt(place.uri);
        if (text === null) return 'unknown';
        const list = await readStatusList(text, { crypto, trust: trust.value, uri: place.uri, nowMs: nowMs() });
        const ended = list.ok ? isEnded(list.value, place.idx) : null;
        return ended === null ? 'unknown' : ended ? 'ended' : 'good';
      } catch {
        return 'unknown'; // no network: nothing is known, and that is what is said
      }
    },
  };
}
