/**
 * A door asks (OpenID4VP 1.0): its link read, its request fetched, and held to the rules before anybody is asked to agree. Signed by a certificate under the anchor of
 * the card's own issuer, named by its hash, answered to where it came from, for one card that is here. The wallet's own reading.
 */
import { isRecord, sha256, toBase64Url } from './encode.ts';
import type { PublicJwk } from './encode.ts';
import { boundedFetch } from './fetching.ts';
import type { Fetch } from './fetching.ts';
import { certificatesOf, isJwsBy, readJws } from './jws.ts';
import { isSafeUrl } from './offer.ts';
import { done, failed } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { KEY_ID_BYTES, isUnderOneOf, readCertificate } from './x509.ts';

const LINK_CHARACTERS_MAX = 4_096;
const REQUEST_CHARACTERS_MAX = 32_768;
/** Clocks differ. Milliseconds. */
const CLOCK_TOLERANCE_MS = 300_000;

/** Who asks for what, checked; the holder agrees to exactly this. */
export interface DoorRequest {
  readonly clientId: string;
  /** as the certificate says: whoever runs the installation */
  readonly organisation: string;
  /** where the answer goes */
  readonly host: string;
  /** as the guard named it; nobody vouches for it */
  readonly door: string;
  readonly nonce: string;
  readonly state: string;
  readonly responseUri: string;
  readonly queryId: string;
  /** claims that are asked and that the card has, in the order of the request */
  readonly names: readonly string[];
  readonly encryption: { readonly jwk: PublicJwk; readonly kid: string; readonly enc: 'A128GCM' | 'A256GCM' };
}

export interface RequestNeeds {
  readonly fetch: Fetch;
  readonly origins: readonly string[];
  readonly nowMs: () => number;
  /** keys that may sign certificates of those who ask */
  readonly anchors: () => Promise<Outcome<readonly PublicJwk[]>>;
  /** identifiers of keys that the issuer's trust list names as trusted no more: the first eight bytes of a certificate's SHA-256, base64url */
  readonly distrusted: () => Promise<Outcome<readonly string[]>>;
  readonly vct: string;
  /** names of the claims of the card that is held */
  readonly held: readonly string[];
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** `openid4vp://?client_id=…&request_uri=…`, or HAIP's own scheme. Nothing but where the request lies is taken from it. */
export function readRequestLink(text: string): Outcome<{ readonly clientId: string; readonly requestUri: string }> {
  const bare = text.replaceAll(/\s+/g, '');
  if (bare.length > LINK_CHARACTERS_MAX || !/^(openid4vp|haip-vp):\/\//.test(bare) || !URL.canParse(bare))
    return failed('request-unreadable');
  const { searchParams } = new URL(bare);
  const [clientId, requestUri] = [searchParams.get('client_id'), searchParams.get('request_uri')];
  return clientId && requestUri && isSafeUrl(requestUri) ? done({ clientId, requestUri }) : failed('request-unreadable', 'request_uri');
}

/** Follows the link; every rule that is broken has its own detail. */
export async function reviewRequest(text: string, needs: RequestNeeds): Promise<Outcome<DoorRequest>> {
  const link = readRequestLink(text);
  if (!link.ok) return link;
  const { clientId, requestUri } = link.value;
  if (!needs.origins.includes(new URL(requestUri).origin)) return failed('request-elsewhere', new URL(requestUri).host);
  let signed: string;
  try {
    const answer = await boundedFetch(needs.fetch, REQUEST_CHARACTERS_MAX)(requestUri, { cache: 'no-store' });
    if (answer.status === 404) return failed('request-gone');
    if (!answer.ok) return failed('request-bad', `HTTP ${answer.status}`);
    signed = await answer.text();
  } catch {
    return failed('network');
  }
  const who = await whoSigned(signed, needs);
  if (!who.ok) return who;
  const { payload, hash, organisation } = who.value;
  if (clientId !== `x509_hash:${hash}` || payload['client_id'] !== clientId) return failed('request-untrusted', 'client_id');
  return readPayload(payload, { clientId, organisation, requestUri }, needs);
}

async function whoSigned(
  signed: string,
  { anchors, distrusted, nowMs }: RequestNeeds,
): Promise<Outcome<{ readonly payload: Record<string, unknown>; readonly hash: string; readonly organisation: string }>> {
  const jws = readJws(signed, 'oauth-authz-req+jwt');
  if (!jws) return failed('request-bad', 'JWT');
  const chain = certificatesOf(jws.header['x5c']) ?? [];
  const [der] = chain;
  const [certificate, above] = chain.map(readCertificate);
  // Where the anchor is kept apart, the key for the trust list stands between (docs/card).
  if (!der || !certificate || chain.length > 2) return failed('request-untrusted', 'x5c');
  if (chain.length === 2 && above?.commonName !== 'Ký danh sách tin cậy thẻ CBCCVC') return failed('request-untrusted', 'x5c');
  const trusted = await anchors();
  if (!trusted.ok) return trusted;
  if (!(await isUnderOneOf(trusted.value, certificate, above ?? null))) return failed('request-untrusted', 'anchor');
  // A key for cards or lists asks nobody.
  if (certificate.commonName !== 'Hỏi xem thẻ CBCCVC') return failed('request-untrusted', 'use');
  for (const one of above ? [certificate, above] : [certificate])
    if (one.notBeforeMs > nowMs() + CLOCK_TOLERANCE_MS || one.notAfterMs < nowMs()) return failed('request-untrusted', 'time');
  if (!(await isJwsBy(certificate.jwk, jws))) return failed('request-untrusted', 'signature');
  const digest = await sha256(der);
  const refused = await distrusted();
  if (!refused.ok) return refused;
  if (refused.value.includes(toBase64Url(digest.slice(0, KEY_ID_BYTES)))) return failed('request-untrusted', 'distrusted');
  return done({ payload: jws.payload, hash: toBase64Url(digest), organisation: certificate.organisation });
}

function readPayload(
  payload: Record<string, unknown>,
  { clientId, organisation, requestUri }: { readonly clientId: string; readonly organisation: string; readonly requestUri: string },
  needs: RequestNeeds,
): Outcome<DoorRequest> {
  const {
    response_type: type,
    response_mode: mode,
    response_uri: responseUri,
    nonce,
    state,
    exp,
    aud,
    client_metadata: metadata,
  } = payload;
  if (aud !== 'https://self-issued.me/v2' || type !== 'vp_token' || mode !== 'direct_post.jwt')
    return failed('request-bad', 'response_mode');
  // What a wallet does not know of what is to be agreed to, it must not pass over (OpenID4VP 1.0 §5.1).
  if ('transaction_data' in payload) return failed('request-bad', 'transaction_data');
  if (typeof nonce !== 'string' || nonce.length < 16 || typeof state !== 'string') return failed('request-bad', 'nonce');
  if (typeof exp === 'number' && exp * 1000 < needs.nowMs() - CLOCK_TOLERANCE_MS) return failed('request-gone');
  // Who signed answers for the address that the answer goes to: the one that the question came from.
  if (typeof responseUri !== 'string' || !isSafeUrl(responseUri) || new URL(responseUri).origin !== new URL(requestUri).origin)
    return failed('request-untrusted', 'response_uri');
  const asked = chosenClaims(payload['dcql_query'], needs);
  if (!asked.ok) return asked;
  const encryption = isRecord(metadata) ? encryptionOf(metadata) : null;
  if (!encryption) return failed('request-bad', 'jwks');
  const door = isRecord(metadata) && typeof metadata['client_name'] === 'string' ? metadata['client_name'].slice(0, 80) : '';
  return done({ clientId, organisation, host: new URL(responseUri).host, door, nonce, state, responseUri, encryption, ...asked.value });
}

/** DCQL (OpenID4VP 1.0 §6.4.1): the first set of claims that the card can give, or all where there are no sets. */
function chosenClaims(
  query: unknown,
  { vct, held }: RequestNeeds,
): Outcome<{ readonly queryId: string; readonly names: readonly string[] }> {
  const credentials = isRecord(query) && Array.isArray(query['credentials']) ? (query['credentials'] as unknown[]) : [];
  const [one, ...more] = credentials;
  if (!isRecord(one) || more.length > 0 || typeof one['id'] !== 'string') return failed('request-bad', 'dcql_query');
  const meta = isRecord(one['meta']) ? one['meta'] : {};
  if (one['format'] !== 'dc+sd-jwt' || !texts(meta['vct_values']).includes(vct)) return failed('request-other-card', 'vct_values');
  const claims = (Array.isArray(one['claims']) ? one['claims'] : []).filter(isRecord);
  const nameOf = new Map(
    claims.flatMap(({ id, path }) => (texts(path).length === 1 ? [[String(id ?? texts(path)[0]), texts(path)[0]!] as const] : [])),
  );
  const sets = Array.isArray(one['claim_sets']) ? (one['claim_sets'] as unknown[]).map(texts) : [[...nameOf.keys()]];
  for (const set of sets) {
    const names = set.map((id) => nameOf.get(id) ?? '');
    if (names.length > 0 && names.every((name) => held.includes(name))) return done({ queryId: one['id'], names });
  }
  return failed('request-other-card', 'claims');
}

function encryptionOf(metadata: Record<string, unknown>): DoorRequest['encryption'] | null {
  const jwks = isRecord(metadata['jwks']) && Array.isArray(metadata['jwks']['keys']) ? (metadata['jwks']['keys'] as unknown[]) : [];
  const key = jwks.filter(isRecord).find(({ kty, crv, alg, use }) => kty === 'EC' && crv === 'P-256' && alg === 'ECDH-ES' && use !== 'sig');
  const supported = texts(metadata['encrypted_response_enc_values_supported']);
  const enc = supported.includes('A256GCM') ? 'A256GCM' : supported.length === 0 || supported.includes('A128GCM') ? 'A128GCM' : null;
  if (!key || !enc || typeof key['x'] !== 'string' || typeof key['y'] !== 'string') return null;
  return { jwk: { kty: 'EC', crv: 'P-256', x: key['x'], y: key['y'] }, kid: String(key['kid'] ?? ''), enc };
}
