/** A status list (draft-ietf-oauth-status-list, JWT form, one bit an entry): read, its signature checked, asked. */
import { fromBase64url } from './base64url.ts';
import { bad, good } from './checked.ts';
import type { Checked, ListFault } from './checked.ts';
import { headerFault, isSeconds, isText, parseJws, verifyJws } from './compact-jws.ts';
import { STATUS_BYTES, STATUS_LIST_CHARS_MAX } from './limits.ts';
import { trustedKey } from './sd-jwt.ts';
import type { CardCrypto, StatusList, TrustList } from './shapes.ts';

/** Taken when a list says no `ttl`: the design's own. */
const TTL_SECONDS = 300;

export const instantOf = (seconds: number): string => new Date(seconds * 1000).toISOString();

/**
 * Reads a list as it was fetched from `uri`, or from a file (`uri` null: it says itself which one it is).
 * A list whose time is over is read all the same: a bit that is set never flips back, so it can still refuse; `judge.ts` lets it say nothing else.
 *
 * @returns the list; not-a-list for HTML and everything that is no JWT of this kind or does not inflate within 131,072 bytes (2^20 entries);
 *          unknown-key when no key for status lists signed it; wrong-subject when it is another list than asked, or none of the trust list's
 */
export async function readStatusList(
  text: string,
  {
    crypto,
    trust,
    uri,
    nowMs,
  }: { readonly crypto: CardCrypto; readonly trust: TrustList; readonly uri: string | null; readonly nowMs: number },
): Promise<Checked<StatusList, ListFault>> {
  if (text.length > STATUS_LIST_CHARS_MAX) return bad('too-large');
  const jws = parseJws(text.trim(), STATUS_LIST_CHARS_MAX);
  if (!jws) return bad('not-a-list');
  const fault = headerFault(jws, 'statuslist+jwt');
  if (fault) return bad(fault);
  const key = trustedKey(trust, jws.header['kid'], 'status', nowMs);
  if (!key) return bad('unknown-key');
  if (!(await verifyJws(crypto, key.jwk, jws))) return bad('bad-signature');
  const { sub, iat, exp, ttl = TTL_SECONDS, version, status_list: list } = jws.payload;
  if (!isText(sub) || (uri !== null && sub !== uri) || !trust.statusLists.includes(sub)) return bad('wrong-subject');
  const { bits: width, lst } = (list ?? {}) as { bits?: unknown; lst?: unknown };
  if (!isSeconds(iat) || !isSeconds(exp) || exp < iat || !isSeconds(ttl) || width !== 1 || typeof lst !== 'string')
    return bad('not-a-list');
  if (version !== undefined && (!Number.isSafeInteger(version) || (version as number) < 1)) return bad('not-a-list');
  const bits = await inflated(lst, crypto);
  if (!bits) return bad('not-a-list');
  const counted = version === undefined ? {} : { version: version as number };
  return good({ uri: sub, ...counted, issuedAt: instantOf(iat), expiresAt: instantOf(exp), ttlSeconds: ttl, bits });
}

async function inflated(lst: string, crypto: CardCrypto): Promise<Uint8Array | null> {
  const bytes = fromBase64url(lst);
  if (!bytes) return null;
  try {
    return await crypto.inflate(bytes, STATUS_BYTES);
  } catch {
    return null; // not zlib, cut short, or a bomb: none of them is a list
  }
}

/** Was `found` signed before `held`? By their numbers, for a clock may be wrong; by the time where one of them has none, as lists of before. */
export function isOlderList(found: StatusList, held: StatusList): boolean {
  if (found.version !== undefined && held.version !== undefined) return found.version < held.version;
  // Numbers came with a release: who counts once has counted since, and a list without a number was signed before, or beside it by the release before.
  return found.version === undefined && found.issuedAt < held.issuedAt;
}

/** Of two readings of one list the later one: a cache on the way may hand out the older one again. */
export const laterList = (held: StatusList | undefined, found: StatusList): StatusList => (held && isOlderList(found, held) ? held : found);

/** Has this copy ended? null when the list has no such entry: a fraction, a negative number, one beyond its end. */
export function isEnded({ bits }: StatusList, index: number): boolean | null {
  if (!Number.isSafeInteger(index) || index < 0 || index >= bits.length * 8) return null;
  return ((bits[index >> 3]! >> (index & 7)) & 1) === 1;
}
