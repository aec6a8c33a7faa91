/**
 * A copy of the card as the wallet holds it: SD-JWT VC (RFC 9901, draft-ietf-oauth-sd-jwt-vc). Read, checked before it is kept, and shown
 * claim by claim with a proof by the holder's key. The wallet's own few lines: nothing here is the issuer's code.
 */
import type { CardClaims } from '#standard/card/shapes.ts';
import { digestOf, fromBase64Url, isRecord, isSignedBy, jsonOf, signJwt, utf8 } from './encode.ts';
import type { PublicJwk } from './encode.ts';
import { done, failed } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** Characters of a copy: a portrait of 20 KB and a certificate fit three times over. */
export const COPY_CHARACTERS_MAX = 128 * 1024;
const DISCLOSURES_MAX = 64;
/** A copy that begins this much later is taken: clocks differ. Seconds. */
const CLOCK_TOLERANCE_SECONDS = 300;

export interface Disclosure {
  /** as issued, base64url */
  readonly text: string;
  readonly name: string;
  readonly value: unknown;
}

export interface ParsedCopy {
  /** the issuer's signed part, without disclosures */
  readonly issued: string;
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly disclosures: readonly Disclosure[];
}

/** Reads without believing: form, sizes, each disclosure a triple with a name. No signature is checked. */
export function parseCopy(text: string): Outcome<ParsedCopy> {
  if (text.length > COPY_CHARACTERS_MAX) return failed('copy-bad', 'size');
  const parts = text.split('~');
  // The last part would be a key-binding JWT: a copy from an issuer ends with "~".
  if (parts.length < 2 || parts.length > DISCLOSURES_MAX + 2 || parts.at(-1) !== '') return failed('copy-bad', 'form');
  const issued = parts[0]!;
  const [head, body, signature, more] = issued.split('.');
  const header = jsonOf(head);
  const payload = jsonOf(body);
  if (!isRecord(header) || !isRecord(payload) || !signature || more !== undefined) return failed('copy-bad', 'form');
  const disclosures: Disclosure[] = [];
  for (const part of parts.slice(1, -1)) {
    const triple = jsonOf(part);
    if (!Array.isArray(triple) || triple.length !== 3 || typeof triple[0] !== 'string' || typeof triple[1] !== 'string')
      return failed('copy-bad', 'disclosure');
    disclosures.push({ text: part, name: triple[1], value: triple[2] });
  }
  return done({ issued, header, payload, disclosures });
}

export interface Expected {
  /** the key that the wallet made for this copy */
  readonly holder: PublicJwk;
  /** who was asked for it: another one that this wallet trusts, too, may not answer in its place */
  readonly issuer: string;
  /** type of the credential that the offer promised */
  readonly vct: string;
  readonly nowSeconds: number;
  /** the key of a signer, by the `kid` of the header; null: nobody that this wallet trusts */
  readonly keyOf: (kid: string) => PublicJwk | null;
}

async function isIssuedBy(issued: string, jwk: PublicJwk): Promise<boolean> {
  const cut = issued.lastIndexOf('.');
  const signature = fromBase64Url(issued.slice(cut + 1));
  return signature?.length === 64 && isSignedBy(jwk, utf8(issued.slice(0, cut)), signature);
}

const REGISTERED = new Set(['iss', 'vct', 'cnf', 'exp', 'nbf', 'iat', 'status', '_sd', '_sd_alg', '...']);

/** Every disclosure stands in `_sd` once, hides no claim of the protocol and doubles none: else it is not what was signed. */
async function disclosuresBelong({ payload, disclosures }: ParsedCopy): Promise<boolean> {
  const digests = payload['_sd'];
  if (!Array.isArray(digests) || payload['_sd_alg'] !== 'sha-256') return false;
  const names = new Set<string>();
  for (const { text, name } of disclosures) {
    if (REGISTERED.has(name) || names.has(name) || Object.hasOwn(payload, name)) return false;
    names.add(name);
    const digest = await digestOf(text);
    if (digests.filter((one) => one === digest).length !== 1) return false;
  }
  return new Set(digests).size === digests.length;
}

/** Is it what was asked for? Checked before a copy is kept: a wallet that stores anything shows anything. */
export async function checkCopy(text: string, { holder, issuer, vct, nowSeconds, keyOf }: Expected): Promise<Outcome<ParsedCopy>> {
  const parsed = parseCopy(text);
  if (!parsed.ok) return parsed;
  const { header, payload, issued } = parsed.value;
  if (header['alg'] !== 'ES256' || header['typ'] !== 'dc+sd-jwt') return failed('copy-bad', 'typ');
  if (payload['vct'] !== vct) return failed('copy-bad', 'vct');
  if (payload['iss'] !== issuer) return failed('copy-bad', 'iss');
  const cnf = payload['cnf'];
  const jwk = isRecord(cnf) ? cnf['jwk'] : null;
  if (!isRecord(jwk) || jwk['x'] !== holder.x || jwk['y'] !== holder.y || jwk['d'] !== undefined) return failed('copy-bad', 'cnf');
  const { exp, nbf } = payload;
  if (typeof exp !== 'number' || exp <= nowSeconds) return failed('copy-bad', 'exp');
  if (nbf !== undefined && (typeof nbf !== 'number' || nbf > nowSeconds + CLOCK_TOLERANCE_SECONDS)) return failed('copy-bad', 'nbf');
  if (payload['moi_truong'] !== 'THU_NGHIEM' && payload['moi_truong'] !== 'CHINH_THUC') return failed('copy-bad', 'moi_truong');
  const key = typeof header['kid'] === 'string' ? keyOf(header['kid']) : null;
  if (!key || !(await isIssuedBy(issued, key))) return failed('signature-untrusted', 'kid');
  return (await disclosuresBelong(parsed.value)) ? parsed : failed('copy-bad', '_sd');
}

/** All that a copy says, for the holder's own screen. */
export function claimsOf({ payload, disclosures }: ParsedCopy): Partial<CardClaims> {
  const { moi_truong, loai_vi_tri } = payload;
  const claims: Record<string, unknown> = { moi_truong, ...(loai_vi_tri === undefined ? {} : { loai_vi_tri }) };
  for (const { name, value } of disclosures) claims[name] = value;
  return claims as Partial<CardClaims>;
}

/** When a copy ends, seconds since 1970. */
export const endOfCopy = ({ payload }: ParsedCopy): number => Number(payload['exp']);

export interface Showing {
  /** names of the claims that the holder agreed to show */
  readonly names: readonly string[];
  readonly audience: string;
  /** from the door, or fresh chance */
  readonly nonce: string;
  readonly atSeconds: number;
  readonly key: CryptoKey;
}

/** The copy with the chosen claims alone, and the holder's proof over exactly these (RFC 9901 §4.3). */
export async function present({ issued, disclosures }: ParsedCopy, showing: Showing): Promise<string> {
  const wanted = new Set(showing.names);
  const shown = [issued, ...disclosures.filter(({ name }) => wanted.has(name)).map(({ text }) => text), ''].join('~');
  const proof = await signJwt(
    showing.key,
    { typ: 'kb+jwt' },
    { iat: showing.atSeconds, aud: showing.audience, nonce: showing.nonce, sd_hash: await digestOf(shown) },
  );
  return `${shown}${proof}`;
}
