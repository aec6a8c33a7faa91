/** A provincial platform (LGSP): it has checked the caller, and says who that is by a signed token (RFC 7519, RFC 9068). */
import { readFileSync } from 'node:fs';
import { createLocalJWKSet, jwtVerify } from 'jose';
import type { JSONWebKeySet } from 'jose';
import type { Clock } from '#base/clock.ts';
import type { ExchangeSettings } from '#base/exchange-settings.ts';
import type { Carrier } from './carrier.ts';

/** The file of keys is looked at again after so long. */
const REREAD_MS = 30_000;
/** Signatures that a platform may use; never a shared secret. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];
const CLOCKS_APART_SECONDS = 60;
const TOKEN_CHARS_MAX = 8_000;

type KeysOf = ReturnType<typeof createLocalJWKSet>;

/** Keys of the file, read again when it is due; null: there is none that can be read. */
function keysIn(file: string, clock: Pick<Clock, 'monotonicMs'>): () => KeysOf | null {
  let kept: { readonly keys: KeysOf | null; readonly atMs: number } | null = null;
  return () => {
    const nowMs = clock.monotonicMs();
    if (kept !== null && nowMs - kept.atMs < REREAD_MS) return kept.keys;
    let keys = kept?.keys ?? null;
    try {
      keys = createLocalJWKSet(JSON.parse(readFileSync(file, 'utf8')) as JSONWebKeySet);
    } catch {
      // Half-written or gone: what was read before stays in use; where nothing was, nobody is believed.
    }
    kept = { keys, atMs: nowMs };
    return keys;
  };
}

export function lgspCarrier(
  { issuer, audience, keysFile, claim }: NonNullable<ExchangeSettings['lgsp']>,
  clock: Pick<Clock, 'now' | 'monotonicMs'>,
): Carrier {
  const keysOf = keysIn(keysFile, clock);
  return {
    name: 'lgsp',
    shown: async ({ head }) => {
      const [, token] = /^Bearer ([A-Za-z0-9._-]+)$/.exec(head('authorization')) ?? [];
      if (token === undefined) return null;
      const keys = keysOf();
      if (keys === null || token.length > TOKEN_CHARS_MAX) return { refusal: 'token-not-valid' };
      try {
        const { payload } = await jwtVerify(token, keys, {
          issuer,
          audience,
          algorithms: ALGORITHMS,
          clockTolerance: CLOCKS_APART_SECONDS,
          currentDate: new Date(clock.now()),
          requiredClaims: ['exp', claim],
        });
        const name = payload[claim];
        return typeof name === 'string' && name.length > 0 && name.length <= 200
          ? { carrier: 'lgsp', name }
          : { refusal: 'token-not-valid' };
      } catch {
        return { refusal: 'token-not-valid' };
      }
    },
  };
}
