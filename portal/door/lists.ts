/**
 * What a door judges by: trust list and all status lists, fetched in bulk and in the background, whoever stands at the door.
 * Life of the lists: 1. `readKept` at the start, what the last visit left; 2. `fetchLists` now and then every `ttl`; 3. what is good
 * replaces what was, what is not leaves it in place; 4. the page keeps the texts, and checks their signatures again when it reads them.
 * No address here depends on a card: a list of one body or of one person would tell the server who stands at the door.
 */
import type { ListFault } from '#standard/card/checked.ts';
import { readEcJwk } from '#standard/card/compact-jws.ts';
import { STATUS_LIST_CHARS_MAX, TRUST_LIST_CHARS_MAX } from '#standard/card/limits.ts';
import type { CardCrypto, CardEnvironment, EcPublicJwk, StatusList, TrustList } from '#standard/card/shapes.ts';
import { isOlderList, readStatusList } from '#standard/card/status-list.ts';
import { handedOver, readTrustList } from '#standard/card/trust-list.ts';
import type { TrustListCheck } from '#standard/card/trust-list.ts';
import { serverTimeOf } from './door-time.ts';
import type { Reading, Sync } from './door-time.ts';

/** What is kept on the device: public, signed texts, and the key that was pinned at the first visit, or that an anchor pinned here announced. */
export interface KeptLists {
  /** the anchor under which the list stands */
  readonly anchor: EcPublicJwk;
  /** announced by that list: pinned beside it. Absent: none, or kept by a door of before */
  readonly nextAnchors?: readonly EcPublicJwk[];
  /** when the certificate began of the key that signed the list: one of before is not taken again */
  readonly listKeySince?: string;
  /** the greatest version ever seen: an older list is not taken again */
  readonly version: number;
  readonly trustList: string;
  readonly statusLists: Readonly<Record<string, string>>;
}

/** What the judge asks. */
export interface Lists {
  readonly trust: TrustList | null;
  readonly status: readonly StatusList[];
}

export const NO_LISTS: Lists = { trust: null, status: [] };

/** Why a fetch changed nothing, or not all. `anchor-changed`: another key signs now than the one pinned; `server-clock`: the server's time is not believed. */
export type ListTrouble = 'network' | 'anchor-changed' | 'server-clock' | ListFault;

export interface Fetched {
  readonly lists: Lists;
  readonly kept: KeptLists | null;
  /** null: all is new */
  readonly trouble: ListTrouble | null;
  /** what the server said of the time; null when it did not answer, or is not believed */
  readonly sync: Sync | null;
  /** seconds until the next fetch */
  readonly ttlSeconds: number;
}

export interface ListNeeds {
  readonly crypto: CardCrypto;
  /** the page's own server, without a slash at the end; a list that stands elsewhere is not fetched */
  readonly site: string;
  readonly environment: CardEnvironment;
  readonly fetch: (path: string, how: RequestInit) => Promise<Response>;
  readonly nowMs: () => number;
  readonly reading: () => Reading;
  /** Is the server's clock wrong, by what it says now and when it signed its list (`server-clock.ts`)? Nothing of it is taken then, its time neither. */
  readonly isServerClockWrong: (serverMs: number, signedAtMs: number | null) => boolean;
}

const ANCHOR_CHARS_MAX = 4_096;
/** Lists of 2^20 entries each, some 20–60 KB: the whole country has about fifty. */
const LISTS_MAX = 256;
const TTL_SECONDS = { default: 300, least: 30, most: 3_600 } as const;

/** Checks again what was kept. A list that no longer holds is left out; the others stay. */
export async function readKept(kept: KeptLists, needs: ListNeeds): Promise<Lists> {
  const { crypto, environment } = needs;
  const nowMs = needs.nowMs();
  const trust = await readTrustList(kept.trustList, { crypto, anchors: pinned(kept), nowMs, seenVersion: kept.version });
  if (!trust.ok || trust.value.environment !== environment) return NO_LISTS;
  const status: StatusList[] = [];
  for (const [uri, text] of Object.entries(kept.statusLists)) {
    const read = await readStatusList(text, { crypto, trust: trust.value, uri, nowMs });
    if (read.ok) status.push(read.value);
  }
  return { trust: trust.value, status };
}

const pinned = ({ anchor, nextAnchors = [] }: Pick<KeptLists, 'anchor' | 'nextAnchors'>): readonly EcPublicJwk[] => [
  anchor,
  ...nextAnchors,
];
const seenListKey = (kept: KeptLists | null): TrustListCheck['seenListKey'] =>
  kept?.listKeySince === undefined ? undefined : { anchor: kept.anchor, since: kept.listKeySince };

/** Fetches everything anew. What cannot be had or does not hold leaves in place what was. */
export async function fetchLists(before: { readonly lists: Lists; readonly kept: KeptLists | null }, needs: ListNeeds): Promise<Fetched> {
  let sync: Sync | null = null;
  const unchanged = (trouble: ListTrouble): Fetched => ({ ...before, trouble, sync, ttlSeconds: ttlOf(before.lists) });
  const answer = await asText('/card/trust-list', TRUST_LIST_CHARS_MAX, needs, (at) => (sync = at));
  const anchor = before.kept?.anchor ?? (answer === null ? null : await fetchAnchor(needs));
  if (answer === null || anchor === null) return unchanged('network');
  const { crypto, environment } = needs;
  const serverMs = (sync as Sync | null)?.serverMs ?? null;
  const notBelieved = (): Fetched => ({ ...unchanged('server-clock'), sync: null });
  if (serverMs !== null && needs.isServerClockWrong(serverMs, null)) return notBelieved();
  // By the server's own clock where it told it: a device that is wrong must still get its lists, to find out that it is.
  const nowMs = serverMs ?? needs.nowMs();
  const check = { crypto, nowMs, seenVersion: before.kept?.version ?? 0 };
  const own = pinned(before.kept ?? { anchor });
  const asked = await readTrustList(answer, { ...check, anchors: own, seenListKey: seenListKey(before.kept) });
  // A door that was away while the next anchor was announced: the list itself hands over who announced it.
  const others =
    !asked.ok && asked.reason === 'bad-signature'
      ? await handedOver(answer, { crypto, anchors: own, seenListKey: seenListKey(before.kept) })
      : null;
  const read = others ? await readTrustList(answer, { ...check, anchors: others }) : asked;
  if (!read.ok) {
    const isNewAnchor = read.reason === 'bad-signature' && before.kept !== null && !sameKey(await fetchAnchor(needs), anchor);
    return unchanged(isNewAnchor ? 'anchor-changed' : read.reason);
  }
  const trust = read.value;
  const isAhead = (at: string): boolean => serverMs !== null && needs.isServerClockWrong(serverMs, Date.parse(at));
  if (isAhead(trust.issuedAt)) return notBelieved();
  if (trust.environment !== environment) return unchanged('wrong-environment');
  const { status, texts, trouble } = await fetchStatus(before, trust, { nowMs, isAhead }, needs);
  const lists = { trust, status };
  const { anchor: under = anchor, nextAnchors, listKeySince } = trust;
  const pins = { anchor: under, ...(nextAnchors ? { nextAnchors } : {}), ...(listKeySince === undefined ? {} : { listKeySince }) };
  const kept = { ...pins, version: trust.version, trustList: answer, statusLists: texts };
  return { lists, kept, trouble, sync, ttlSeconds: ttlOf(lists) };
}

async function fetchStatus(
  { lists, kept }: { readonly lists: Lists; readonly kept: KeptLists | null },
  trust: TrustList,
  { nowMs, isAhead }: { readonly nowMs: number; readonly isAhead: (at: string) => boolean },
  needs: ListNeeds,
): Promise<{ readonly status: StatusList[]; readonly texts: Record<string, string>; readonly trouble: ListTrouble | null }> {
  const status: StatusList[] = [];
  const texts: Record<string, string> = {};
  let trouble: ListTrouble | null = null;
  for (const uri of trust.statusLists.slice(0, LISTS_MAX)) {
    const path = pathOf(uri, needs.site);
    const text = path && (await asText(path, STATUS_LIST_CHARS_MAX, needs));
    const read = text ? await readStatusList(text, { crypto: needs.crypto, trust, uri, nowMs }) : null;
    const oldText = kept?.statusLists[uri];
    // Read again under the list of today: a key that is no longer trusted vouches for nothing that it signed before.
    const again =
      oldText === undefined || !lists.status.some((one) => one.uri === uri)
        ? null
        : await readStatusList(oldText, { crypto: needs.crypto, trust, uri, nowMs });
    const old = again?.ok ? again.value : null;
    const isFromAhead = read?.ok === true && isAhead(read.value.issuedAt);
    if (read?.ok && text && !isFromAhead && !(old && isOlderList(read.value, old))) {
      status.push(read.value);
      texts[uri] = text;
      continue;
    }
    trouble ??= read === null ? 'network' : !read.ok ? read.reason : isFromAhead ? 'server-clock' : 'older-than-seen';
    // Still signed by a key that holds: an old list can refuse, and the judge knows its age.
    if (old && oldText !== undefined) {
      status.push(old);
      texts[uri] = oldText;
    }
  }
  return { status, texts, trouble };
}

/**
 * Path of a list below the page's own server; null for a list that stands elsewhere.
 * A door on a LAN may know its server by another name than the one in the lists.
 */
export function pathOf(uri: string, site: string): string | null {
  if (!uri.startsWith(`${site}/`)) return null;
  const path = uri.slice(site.length);
  return /^\/card\/status\/[\w-]{1,64}$/.test(path) ? path : null;
}

async function fetchAnchor(needs: ListNeeds): Promise<EcPublicJwk | null> {
  const text = await asText('/card/trust-anchor', ANCHOR_CHARS_MAX, needs);
  try {
    return text === null ? null : readEcJwk(JSON.parse(text));
  } catch {
    return null; // HTML of a hotel's log-in page
  }
}

const sameKey = (one: EcPublicJwk | null, other: EcPublicJwk): boolean => one === null || (one.x === other.x && one.y === other.y);

/** null: no answer, not a good one, or more than was bargained for. Nothing about the user goes along. */
async function asText(path: string, charsMax: number, needs: ListNeeds, tellTime?: (sync: Sync | null) => void): Promise<string | null> {
  try {
    // Never from the browser's cache: its `Date` would be that of the first fetch.
    const answer = await needs.fetch(path, { cache: 'no-store', credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' });
    const serverMs = serverTimeOf(answer.headers);
    tellTime?.(serverMs === null ? null : { serverMs, ...needs.reading() });
    return answer.ok && answer.body ? await readUpTo(answer.body.getReader(), charsMax) : null;
  } catch {
    return null; // no network, or a bomb
  }
}

/** Text of a reader. @throws RangeError as soon as it is more than `bytesMax`; the rest is not asked for */
async function readUpTo(reader: ReadableStreamDefaultReader<Uint8Array>, bytesMax: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > bytesMax) {
      await reader.cancel();
      throw new RangeError('more than was bargained for');
    }
    text += decoder.decode(value, { stream: true });
  }
}

function ttlOf({ status }: Lists): number {
  const shortest = Math.min(...status.map(({ ttlSeconds }) => ttlSeconds));
  return Number.isFinite(shortest) ? Math.max(TTL_SECONDS.least, Math.min(TTL_SECONDS.most, shortest)) : TTL_SECONDS.default;
}

/** When the oldest of the status lists was signed: the door is as old as that. Null when one is missing. */
export function statusAtMs({ trust, status }: Lists): number | null {
  if (!trust || status.length < trust.statusLists.length) return null;
  return Math.min(...(status.length > 0 ? status : [trust]).map(({ issuedAt }) => Date.parse(issuedAt)));
}
