/**
 * The trust list: a compact JWS (`typ` trust-list+jwt, ES256) signed by the trust anchor, whose public key a door has pinned.
 * Payload: `version`, `iat`, `exp`, `moi_truong`, `vcts`, `status_lists`, `keys: [{kid, jwk, use, nbf, exp, iss, issuer: {vi, en}, x5c: [certificate]}]`,
 * and where the issuer moved `former_sites: [{iss, vct, status_lists, exp}]`. A reader passes over what it does not know.
 */
import type { Bilingual } from '#base/problem.ts';
import { bad, good } from './checked.ts';
import type { Checked, ListFault } from './checked.ts';
import { headerFault, isSeconds, isText, parseJws, readEcJwk, verifyJws } from './compact-jws.ts';
import type { JsonObject } from './compact-jws.ts';
import { TRUST_LIST_CHARS_MAX } from './limits.ts';
import { instantOf } from './status-list.ts';
import type { CardCrypto, EcPublicJwk, FormerSite, TrustedKey, TrustList } from './shapes.ts';

export const TRUST_LIST_TYP = 'trust-list+jwt';
const KEYS_MAX = 1_000;
/** One of ours has about 800. */
const CERTIFICATE_CHARS_MAX = 8_192;

export interface TrustListCheck {
  readonly crypto: CardCrypto;
  /** the pinned keys: the present anchor, and the next while it is being changed */
  readonly anchors: readonly EcPublicJwk[];
  readonly nowMs: number;
  /** version of the list that this door holds, 0 when none: a smaller one is refused, the same one again is taken */
  readonly seenVersion: number;
}

/**
 * @returns the list; bad-signature when no pinned anchor signed it; expired; older-than-seen for a list that was already replaced.
 *          A list that says it was signed later than now is taken: the clock is then wrong, and `judgeCard` says so.
 */
export async function readTrustList(text: string, check: TrustListCheck): Promise<Checked<TrustList, ListFault>> {
  if (text.length > TRUST_LIST_CHARS_MAX) return bad('too-large');
  const jws = parseJws(text.trim(), TRUST_LIST_CHARS_MAX);
  if (!jws) return bad('not-a-list');
  const fault = headerFault(jws, TRUST_LIST_TYP);
  if (fault) return bad(fault);
  let signed = false;
  for (const anchor of check.anchors) signed ||= await verifyJws(check.crypto, anchor, jws);
  if (!signed) return bad('bad-signature');
  const list = readPayload(jws.payload);
  if (!list) return bad('not-a-list');
  if (Date.parse(list.expiresAt) <= check.nowMs) return bad('expired');
  return list.version < check.seenVersion ? bad('older-than-seen') : good(list);
}

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length <= KEYS_MAX && value.every((one) => isText(one));

function readPayload(payload: JsonObject): TrustList | null {
  const { version, iat, exp, moi_truong: environment, vcts, status_lists: lists, keys, former_sites: former = [] } = payload;
  if (!Number.isSafeInteger(version) || (version as number) < 1 || !isSeconds(iat) || !isSeconds(exp)) return null;
  if (environment !== 'CHINH_THUC' && environment !== 'THU_NGHIEM') return null;
  if (!areTexts(vcts) || !areTexts(lists) || !Array.isArray(keys) || keys.length > KEYS_MAX) return null;
  const read = keys.map(readKey);
  if (!read.every((one) => one !== null)) return null;
  const sites = Array.isArray(former) && former.length <= KEYS_MAX ? former.map(readSite) : [null];
  if (!sites.every((one) => one !== null)) return null;
  return {
    version: version as number,
    issuedAt: instantOf(iat),
    expiresAt: instantOf(exp),
    environment,
    vcts,
    statusLists: lists,
    keys: read,
    ...(sites.length > 0 ? { formerSites: sites } : {}),
  };
}

function readSite(value: unknown): FormerSite | null {
  if (typeof value !== 'object' || value === null) return null;
  const { iss, vct, status_lists: lists, exp } = value as Record<string, unknown>;
  return isText(iss) && isText(vct) && isText(lists) && isSeconds(exp) ? { iss, vct, statusLists: lists, until: instantOf(exp) } : null;
}

function readKey(value: unknown): TrustedKey | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kid, jwk, use, nbf, exp, iss, issuer, x5c } = value as Record<string, unknown>;
  const key = readEcJwk(jwk);
  const { vi, en } = (issuer ?? {}) as Partial<Record<keyof Bilingual, unknown>>;
  if (!key || !isText(kid, 64) || (use !== 'card' && use !== 'status') || !isSeconds(nbf) || !isSeconds(exp)) return null;
  if (!isText(iss) || !isText(vi) || !isText(en)) return null;
  const certificate: unknown = Array.isArray(x5c) ? x5c[0] : undefined;
  const named: TrustedKey = { kid, jwk: key, use, notBefore: instantOf(nbf), notAfter: instantOf(exp), iss, issuer: { vi, en } };
  return isText(certificate, CERTIFICATE_CHARS_MAX) ? { ...named, certificate } : named;
}

/** The payload that says a trust list; what `readTrustList` reads back. */
export function trustListPayload(list: TrustList): JsonObject {
  const seconds = (at: string): number => Math.floor(Date.parse(at) / 1000);
  return {
    version: list.version,
    iat: seconds(list.issuedAt),
    exp: seconds(list.expiresAt),
    moi_truong: list.environment,
    vcts: list.vcts,
    status_lists: list.statusLists,
    keys: list.keys.map(({ kid, jwk, use, notBefore, notAfter, iss, issuer, certificate }) => ({
      kid,
      jwk,
      use,
      nbf: seconds(notBefore),
      exp: seconds(notAfter),
      iss,
      issuer,
      ...(certificate === undefined ? {} : { x5c: [certificate] }),
    })),
    ...(list.formerSites?.length
      ? {
          former_sites: list.formerSites.map(({ iss, vct, statusLists, until }) => ({
            iss,
            vct,
            status_lists: statusLists,
            exp: seconds(until),
          })),
        }
      : {}),
  };
}
