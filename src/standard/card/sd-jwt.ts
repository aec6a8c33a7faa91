/**
 * A card as SD-JWT VC (RFC 9901, draft-ietf-oauth-sd-jwt-vc): read within bounds, then its two signatures checked one by one.
 * Our profile is narrower than the standard: ES256, SHA-256, disclosures of the first level only, the issuer's key by `kid` of the trust list
 * (a certificate inside the card proves nothing about itself and is not looked at).
 */
import { textOfBase64url, toBase64url, utf8 } from './base64url.ts';
import { bad, good } from './checked.ts';
import type { Checked } from './checked.ts';
import { CLAIMS, isReserved, readClaims } from './claims.ts';
import { headerFault, isSeconds, isText, parseJws, readEcJwk, verifyJws } from './compact-jws.ts';
import type { CompactJws, JsonObject } from './compact-jws.ts';
import { formerSiteOf, listOfToday } from './former-site.ts';
import { CARD_CHARS_MAX, DISCLOSURES_MAX, DISCLOSURE_CHARS_MAX, JWT_CHARS_MAX } from './limits.ts';
import type { CardClaims, CardCrypto, EcPublicJwk, TrustedKey, TrustList } from './shapes.ts';

export interface Disclosure {
  /** as it stands in the card; its digest is over these signs */
  readonly text: string;
  readonly name: string;
  readonly value: unknown;
}

export interface ParsedCard {
  readonly jws: CompactJws;
  readonly disclosures: readonly Disclosure[];
  /** the holder's proof; null when the card was handed over without one */
  readonly keyBinding: CompactJws | null;
  /** all before the proof, `~` at its end: what `sd_hash` is over */
  readonly presented: string;
}

/** Where a card stands in a status list. */
export interface StatusPlace {
  readonly uri: string;
  readonly index: number;
}

/** What the issuer's signature vouches for. Times and status are still to be judged. */
export interface SignedCard {
  readonly claims: Partial<CardClaims>;
  readonly holderKey: EcPublicJwk;
  readonly status: StatusPlace;
  readonly notBeforeMs: number;
  readonly expiresMs: number;
  readonly key: TrustedKey;
}

function readDisclosure(text: string): Disclosure | null {
  const json = text.length <= DISCLOSURE_CHARS_MAX ? textOfBase64url(text) : null;
  if (json === null) return null;
  try {
    const parts: unknown = JSON.parse(json);
    if (!Array.isArray(parts) || parts.length !== 3) return null;
    const [salt, name, value] = parts as readonly unknown[];
    return typeof salt === 'string' && isText(name, 100) && !isReserved(name) && !isNested(value) ? { text, name, value } : null;
  } catch {
    return null; // not JSON is an answer, not a fault
  }
}

/** Does it hide something again? Our issuer never does, and a reader that does not look would take the hidden for said. */
function isNested(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  for (const key of Object.keys(value)) if (key === '_sd' || key === '...' || isNested((value as JsonObject)[key])) return true;
  return false;
}

/** Reads a card and nothing else; looks at no signature. `not-a-card` for anything that is not whole, `too-large` beyond the bounds. */
export function parseCard(text: string): Checked<ParsedCard, 'not-a-card' | 'too-large'> {
  if (text.length > CARD_CHARS_MAX) return bad('too-large');
  const parts = text.split('~');
  const proof = parts.pop();
  const [first, ...hidden] = parts;
  if (first === undefined || proof === undefined) return bad('not-a-card');
  if (hidden.length > DISCLOSURES_MAX || first.length > JWT_CHARS_MAX) return bad('too-large');
  const jws = parseJws(first, JWT_CHARS_MAX);
  const keyBinding = proof === '' ? null : parseJws(proof, JWT_CHARS_MAX);
  if (!jws || (proof !== '' && !keyBinding)) return bad('not-a-card');
  const disclosures: Disclosure[] = [];
  for (const one of hidden) {
    const read = readDisclosure(one);
    if (!read) return bad('not-a-card');
    disclosures.push(read);
  }
  return good({ jws, disclosures, keyBinding, presented: text.slice(0, text.length - proof.length) });
}

const digestOf = async (text: string, crypto: CardCrypto): Promise<string> => toBase64url(await crypto.sha256(utf8(text)));

/** Does the key hold now? The list says from when and until when. */
const holdsAt = (key: TrustedKey, nowMs: number): boolean => Date.parse(key.notBefore) <= nowMs && nowMs <= Date.parse(key.notAfter);

/** The trusted key of a name and a use that holds now. A key for status lists never vouches for a card, nor the reverse. */
export const trustedKey = (trust: TrustList, kid: unknown, use: TrustedKey['use'], nowMs: number): TrustedKey | null =>
  trust.keys.find((one) => one.kid === kid && one.use === use && holdsAt(one, nowMs)) ?? null;

/** Why a key is not trusted: one that was until somebody said otherwise, or a stranger's. */
export const keyFault = (trust: TrustList, kid: unknown): 'key-distrusted' | 'unknown-key' =>
  trust.distrusted?.some((one) => one === kid) ? 'key-distrusted' : 'unknown-key';

/**
 * Every disclosure has its digest among the signed ones, no digest twice, no name twice, none that always shows.
 * @returns what was hidden and is shown, by name; null otherwise
 */
async function disclose({ jws, disclosures }: ParsedCard, crypto: CardCrypto): Promise<ReadonlyMap<string, unknown> | null> {
  const { _sd: digests = [], _sd_alg: algorithm } = jws.payload;
  if (algorithm !== undefined && algorithm !== 'sha-256') return null;
  if (!Array.isArray(digests) || digests.length > DISCLOSURES_MAX * 2 || !digests.every((one) => typeof one === 'string')) return null;
  const signed = new Set<string>(digests);
  if (signed.size !== digests.length) return null;
  const shown = new Map<string, unknown>();
  for (const { text, name, value } of disclosures) {
    const digest = crypto.sha256Text?.(text) ?? (await digestOf(text, crypto));
    // Taken out as it is used: the same disclosure twice finds nothing the second time.
    if (!signed.delete(digest) || shown.has(name) || Object.hasOwn(jws.payload, name)) return null;
    shown.set(name, value);
  }
  return shown;
}

function readStatus(value: unknown): StatusPlace | null {
  const list = (value as { status_list?: { uri?: unknown; idx?: unknown } } | null | undefined)?.status_list;
  // An index that is no place in any list (negative, a fraction, too great) is kept: the status then cannot be known, and says so.
  return list && isText(list.uri) && typeof list.idx === 'number' ? { uri: list.uri, index: list.idx } : null;
}

/**
 * The issuer's signature and what it covers.
 * wrong-kind, unknown-type: another kind of credential · wrong-algorithm, unknown-key, bad-signature, wrong-issuer: not to be trusted ·
 * not-a-card: signed, but not what a card is (a disclosure without digest, a claim of a foreign shape, no holder key)
 */
export async function verifyIssuer(
  card: ParsedCard,
  { crypto, trust, nowMs }: { readonly crypto: CardCrypto; readonly trust: TrustList; readonly nowMs: number },
): Promise<Checked<SignedCard>> {
  const { jws } = card;
  const fault = headerFault(jws, 'dc+sd-jwt');
  if (fault) return bad(fault);
  const former = formerSiteOf(trust, jws.payload['iss'], nowMs);
  if (!(former ? [former.vct] : trust.vcts).includes(String(jws.payload['vct']))) return bad('unknown-type');
  const key = trustedKey(trust, jws.header['kid'], 'card', nowMs);
  if (!key) return bad(keyFault(trust, jws.header['kid']));
  // Read first and believed after: the signature sweeps the processor's caches, and what follows it costs three times as much (bench/card).
  const said = await readSaid(card, crypto, key);
  if (!(await verifyJws(crypto, key.jwk, jws))) return bad('bad-signature');
  if (!former && jws.payload['iss'] !== key.iss) return bad('wrong-issuer');
  if (!said) return bad('not-a-card');
  return good(former ? { ...said, status: { ...said.status, uri: listOfToday(trust, former, said.status.uri) } } : said);
}

/** What a card says, if it is signed; null when it is not what a card is. */
async function readSaid(card: ParsedCard, crypto: CardCrypto, key: TrustedKey): Promise<SignedCard | null> {
  const { payload } = card.jws;
  const shown = await disclose(card, crypto);
  const claims = shown && readClaims((name) => (CLAIMS[name].sd === 'never' ? payload[name] : shown.get(name)));
  const { exp, nbf, cnf, status } = payload;
  const holderKey = readEcJwk((cnf as { jwk?: unknown } | null | undefined)?.jwk);
  const place = readStatus(status);
  if (!claims?.moi_truong || !holderKey || !place || !isSeconds(exp) || !isSeconds(nbf)) return null;
  return { claims, holderKey, status: place, notBeforeMs: nbf * 1000, expiresMs: exp * 1000, key };
}

/** What the holder signed: for whom, with which number used once, when. Whether that is fresh is still to be judged. */
export interface HolderProof {
  readonly audience: string;
  readonly nonce: string;
  readonly atMs: number;
}

/**
 * The holder's proof (KB-JWT) over exactly what was handed over.
 * bad-holder-proof: another `typ` or algorithm, no audience, number or time · wrong-holder-key: not signed by the key of the card, or over something else
 */
export async function verifyHolder(
  keyBinding: CompactJws,
  presented: string,
  holderKey: EcPublicJwk,
  crypto: CardCrypto,
): Promise<Checked<HolderProof>> {
  if (headerFault(keyBinding, 'kb+jwt')) return bad('bad-holder-proof');
  const { aud, nonce, iat, sd_hash: over } = keyBinding.payload;
  if (!isText(aud) || !isText(nonce, 256) || nonce.length < 8 || !isSeconds(iat)) return bad('bad-holder-proof');
  if (over !== (await digestOf(presented, crypto))) return bad('wrong-holder-key');
  if (!(await verifyJws(crypto, holderKey, keyBinding))) return bad('wrong-holder-key');
  return good({ audience: aud, nonce, atMs: iat * 1000 });
}
