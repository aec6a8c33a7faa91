/**
 * Whom the wallet believes, and what the issuer says of the card now: trust list and status lists, fetched in bulk as a door does.
 * The anchor is taken from the issuer itself each time: enough for a simulator, a real wallet has it pinned.
 */
import type { Clock } from '#base/clock.ts';
import type { ParsedCopy } from './credential.ts';
import { isRecord } from './encode.ts';
import type { PublicJwk } from './encode.ts';
import { boundedFetch } from './fetching.ts';
import type { Fetch } from './fetching.ts';
import { done, failed } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { standingIn } from './status-list.ts';
import type { Standing } from './status-list.ts';
import { jwkIn, readTrustList } from './trust-list.ts';
import type { TrustedKeys } from './trust-list.ts';

/** A list of a million entries in the worst case, and room. Bytes. */
const LIST_BYTES_MAX = 1024 * 1024;

export interface Trust {
  readonly trustedKeys: (issuer: string) => Promise<Outcome<(kid: string) => PublicJwk | null>>;
  /** keys under which whoever asks for the card must stand: those of the card's own issuer */
  readonly anchors: (issuer: string) => Promise<Outcome<readonly PublicJwk[]>>;
  /** keys that its trust list says are trusted no more */
  readonly distrusted: (issuer: string) => Promise<Outcome<readonly string[]>>;
  readonly standingOf: (issuer: string, copy: ParsedCopy) => Promise<Standing>;
}

export function openTrust(fetchAny: Fetch, origins: readonly string[], clock: Clock): Trust {
  const ask = boundedFetch(fetchAny, LIST_BYTES_MAX);
  const nowMs = (): number => Date.parse(clock.now());

  async function textAt(url: string): Promise<string | null> {
    if (!URL.canParse(url) || !origins.includes(new URL(url).origin)) return null;
    // Asked anew each time: what a browser keeps may be older than an end.
    const response = await ask(url, { cache: 'no-cache' });
    return response.ok ? response.text() : null;
  }

  async function anchorOf(issuer: string): Promise<Outcome<PublicJwk>> {
    try {
      const anchor = jwkIn(JSON.parse((await textAt(`${issuer}/trust-anchor`)) ?? 'null'));
      return anchor ? done(anchor) : failed('issuer-odd', 'trust-anchor');
    } catch (error) {
      return error instanceof SyntaxError ? failed('issuer-odd', 'trust-anchor') : failed('network');
    }
  }

  async function trustList(issuer: string): Promise<Outcome<TrustedKeys>> {
    const anchor = await anchorOf(issuer);
    if (!anchor.ok) return anchor;
    try {
      const text = await textAt(`${issuer}/trust-list`);
      if (text === null) return failed('issuer-odd', 'trust-list');
      const list = await readTrustList(text, anchor.value, nowMs());
      return list ? done(list) : failed('signature-untrusted', 'trust-list');
    } catch {
      return failed('network');
    }
  }

  return {
    trustedKeys: async (issuer) => {
      const list = await trustList(issuer);
      if (!list.ok) return list;
      return done((kid) => list.value.keys.find((key) => key.kid === kid && key.use === 'card')?.jwk ?? null);
    },
    anchors: async (issuer) => {
      const anchor = await anchorOf(issuer);
      return anchor.ok ? done([anchor.value]) : anchor;
    },
    distrusted: async (issuer) => {
      const list = await trustList(issuer);
      return list.ok ? done(list.value.distrusted) : list;
    },
    standingOf: async (issuer, { payload }) => {
      const said = isRecord(payload['status']) ? payload['status']['status_list'] : null;
      const { uri, idx: index } = isRecord(said) ? said : {};
      if (typeof uri !== 'string' || typeof index !== 'number') return 'unknown';
      try {
        const trust = await trustList(issuer);
        // A list that was begun with this copy is named some seconds later, when it is published.
        if (!trust.ok || !trust.value.statusLists.includes(uri)) return 'unknown';
        const text = await textAt(uri);
        return text === null ? 'unknown' : await standingIn(text, { trust: trust.value, uri, index, nowMs: nowMs() });
      } catch {
        return 'unknown'; // no network: nothing is known, and that is what is said
      }
    },
  };
}
