/**
 * The trust list: a compact JWS (`typ` trust-list+jwt, ES256) signed by the trust anchor, whose public key a door has pinned, or by a key whose certificate in `x5c`
 * the anchor signed (decision 0081).
 * Payload: `version`, `iat`, `exp`, `moi_truong`, `vcts`, `status_lists`, `keys: [{kid, jwk, use, nbf, exp, iss, issuer: {vi, en}, x5c: [certificate]}]`,
 * where there are some `next_anchors: [jwk]`, `handover` (the last list under the anchor before), `distrusted: [kid]`, and where the issuer moved `former_sites: [{iss, vct, status_lists, exp}]`. A reader passes over what it does not know.
 */
import type { Instant } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import { fromBase64url } from './base64url.ts';
import { bad, good } from './checked.ts';
import type { Checked, ListFault } from './checked.ts';
import { headerFault, isSeconds, isText, parseJws, readEcJwk, verifyJws } from './compact-jws.ts';
import type { CompactJws, JsonObject } from './compact-jws.ts';
import { ANCHORS_MAX, TRUST_LIST_CHARS_MAX } from './limits.ts';
import { instantOf } from './status-list.ts';
import { isSignedBy, readCertificate } from './x509.ts';
import type { Certificate } from './x509.ts';
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
  /**
   * when the certificate began of the key that signed the list this door holds, and under which anchor: a key of before is refused there, which is how one that was stolen
   * ends. Absent: none was seen
   */
  readonly seenListKey?: { readonly anchor: EcPublicJwk; readonly since: Instant } | undefined;
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
  const signed = await whoSigned(jws, check);
  if (!signed) return bad('bad-signature');
  const payload = readPayload(jws.payload);
  if (!payload) return bad('not-a-list');
  const list: TrustList = { ...payload, ...signed };
  if (isFormerKey(signed, check.seenListKey)) return bad('older-than-seen');
  if (Date.parse(list.expiresAt) <= check.nowMs) return bad('expired');
  return list.version < check.seenVersion ? bad('older-than-seen') : good(list);
}

type Signed = Required<Pick<TrustList, 'anchor'>> & Pick<TrustList, 'listKeySince'>;

/** Of the same anchor, and begun before the key that this door has seen at work. */
const isFormerKey = ({ anchor, listKeySince }: Signed, seen: TrustListCheck['seenListKey']): boolean =>
  seen !== undefined && seen.anchor.x === anchor.x && listKeySince !== undefined && listKeySince < seen.since;

/** The pinned anchor that signed, or that vouches for the key that did; null for everybody else. */
async function whoSigned(
  jws: CompactJws,
  { crypto, anchors, nowMs }: Pick<TrustListCheck, 'crypto' | 'anchors' | 'nowMs'>,
): Promise<Signed | null> {
  const { x5c } = jws.header;
  if (x5c === undefined) {
    for (const anchor of anchors) if (await verifyJws(crypto, anchor, jws)) return { anchor };
    return null;
  }
  const [text, ...more] = Array.isArray(x5c) ? (x5c as readonly unknown[]) : [];
  const certificate = isText(text, CERTIFICATE_CHARS_MAX) && more.length === 0 ? certificateIn(text) : null;
  // An anchor signs certificates of keys for the trust list, which may sign certificates themselves; a key for cards may not, and is none whoever signed it.
  if (!certificate?.isAuthority || nowMs < certificate.notBeforeMs || nowMs >= certificate.notAfterMs) return null;
  if (!(await verifyJws(crypto, certificate.key, jws))) return null;
  for (const anchor of anchors)
    if (await isSignedBy(certificate, anchor, crypto)) return { anchor, listKeySince: new Date(certificate.notBeforeMs).toISOString() };
  return null;
}

/** Of base64 as X.509 has it (RFC 7515 §4.1.6). */
function certificateIn(text: string): Certificate | null {
  const der = fromBase64url(
    text
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace(/={0,2}$/, ''),
  );
  return der && readCertificate(der);
}

/** Anchors change one at a time; a door that missed more of them than this is told so. */
const HANDOVERS_MAX = 4;

/**
 * The anchors that a door may pin now, by a list that none of its own signed: the list hands over the last one under the anchor before, which announced it. What that
 * says is believed because an anchor that is pinned here vouches for it, however long ago.
 * @returns the announced anchors, null when no pinned anchor ever announced another
 */
export async function handedOver(
  text: string,
  check: Pick<TrustListCheck, 'crypto' | 'anchors' | 'seenListKey'>,
  depth = 0,
): Promise<readonly EcPublicJwk[] | null> {
  const outer = text.length > TRUST_LIST_CHARS_MAX || depth >= HANDOVERS_MAX ? null : parseJws(text.trim(), TRUST_LIST_CHARS_MAX);
  const inner = outer?.payload['handover'];
  if (typeof inner !== 'string') return null;
  const jws = parseJws(inner, TRUST_LIST_CHARS_MAX);
  const said = jws && headerFault(jws, TRUST_LIST_TYP) === null ? readPayload(jws.payload) : null;
  if (!jws || !said) return null;
  // It was published when it was signed, and its key held then.
  const how = { ...check, nowMs: Date.parse(said.issuedAt) };
  const signed = await whoSigned(jws, how);
  // A key that was replaced announces nobody: its thief may still sign.
  if (signed) return isFormerKey(signed, check.seenListKey) ? null : (said.nextAnchors ?? null);
  const earlier = await handedOver(inner, check, depth + 1);
  if (!earlier || !(await whoSigned(jws, { ...how, anchors: earlier }))) return null;
  return said.nextAnchors ?? null;
}

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length <= KEYS_MAX && value.every((one) => isText(one));

function readPayload(payload: JsonObject): TrustList | null {
  const {
    version,
    iat,
    exp,
    moi_truong: environment,
    vcts,
    status_lists: lists,
    keys,
    former_sites: former = [],
    next_anchors: next = [],
    handover,
    distrusted = [],
  } = payload;
  if (!Number.isSafeInteger(version) || (version as number) < 1 || !isSeconds(iat) || !isSeconds(exp)) return null;
  if (environment !== 'CHINH_THUC' && environment !== 'THU_NGHIEM') return null;
  if (!areTexts(vcts) || !areTexts(lists) || !Array.isArray(keys) || keys.length > KEYS_MAX) return null;
  const read = keys.map(readKey);
  if (!read.every((one) => one !== null)) return null;
  const sites = Array.isArray(former) && former.length <= KEYS_MAX ? former.map(readSite) : [null];
  if (!sites.every((one) => one !== null) || !areTexts(distrusted) || (handover !== undefined && typeof handover !== 'string')) return null;
  const anchors = Array.isArray(next) && next.length <= ANCHORS_MAX ? next.map(readEcJwk) : [null];
  if (!anchors.every((one) => one !== null)) return null;
  return {
    version: version as number,
    issuedAt: instantOf(iat),
    expiresAt: instantOf(exp),
    environment,
    vcts,
    statusLists: lists,
    keys: read,
    ...(sites.length > 0 ? { formerSites: sites } : {}),
    ...(anchors.length > 0 ? { nextAnchors: anchors } : {}),
    ...(handover === undefined ? {} : { handover }),
    ...(distrusted.length > 0 ? { distrusted } : {}),
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
    keys: list.keys.map(({ kid, jwk, use, notBefore, notAfter, iss, issuer, certificate, chain = [] }) => ({
      kid,
      jwk,
      use,
      nbf: seconds(notBefore),
      exp: seconds(notAfter),
      iss,
      issuer,
      ...(certificate === undefined ? {} : { x5c: [certificate, ...chain] }),
    })),
    ...(list.nextAnchors?.length ? { next_anchors: list.nextAnchors } : {}),
    ...(list.handover === undefined ? {} : { handover: list.handover }),
    ...(list.distrusted?.length ? { distrusted: list.distrusted } : {}),
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
