/**
 * The issuer's list of trusted keys as the wallet reads it (docs/card): signed by the anchor, or by a key whose certificates in the header lead to it. By no line of the
 * readers that issuer and doors share, so that a mistake in theirs is seen here.
 */
import { isRecord, sha256, toBase64Url } from './encode.ts';
import type { PublicJwk } from './encode.ts';
import { certificatesOf, isJwsBy, readJws } from './jws.ts';
import type { Jws } from './jws.ts';
import { KEY_ID_BYTES, isUnderOneOf, readCertificate } from './x509.ts';

/** What the subject's name says that a key is for (docs/card). */
const NAME_OF_USE: Readonly<Record<string, string>> = { card: 'Ký thẻ CBCCVC', status: 'Ký danh sách trạng thái thẻ CBCCVC' };

export interface TrustedKeys {
  /** addresses of the status lists that there are */
  readonly statusLists: readonly string[];
  readonly keys: readonly { readonly kid: string; readonly use: string; readonly jwk: PublicJwk }[];
  /** identifiers of keys that are trusted no more */
  readonly distrusted: readonly string[];
}

/** null: no list, not signed under the anchor, or its time is over. Left out are keys that are not of now, and those whose own certificate says otherwise than the list. */
export async function readTrustList(text: string, anchor: PublicJwk, nowMs: number): Promise<TrustedKeys | null> {
  const list = readJws(text, 'trust-list+jwt');
  if (!list || !(await isUnder(anchor, list, nowMs))) return null;
  const { exp, keys, status_lists: lists, distrusted = [] } = list.payload;
  if (typeof exp !== 'number' || exp * 1000 <= nowMs || !Array.isArray(keys)) return null;
  const read = await Promise.all((keys as readonly unknown[]).map((one) => keyIn(one, nowMs)));
  const refused = textsIn(distrusted);
  return {
    statusLists: textsIn(lists),
    keys: read.filter((one) => one !== null && !refused.includes(one.kid)) as TrustedKeys['keys'],
    distrusted: refused,
  };
}

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** By the anchor itself; or by the first of one or two certificates, each of somebody who may sign certificates and of now, the last of them signed by the anchor. */
async function isUnder(anchor: PublicJwk, list: Jws, nowMs: number): Promise<boolean> {
  if (list.header['x5c'] === undefined) return isJwsBy(anchor, list);
  const chain = (certificatesOf(list.header['x5c']) ?? []).map(readCertificate);
  const [own, above] = chain;
  if (!own || chain.length > 2) return false;
  for (const one of chain) if (!one?.isAuthority || nowMs < one.notBeforeMs || nowMs >= one.notAfterMs) return false;
  return (await isUnderOneOf([anchor], own, above ?? null)) && isJwsBy(own.jwk, list);
}

/** An EC key on P-256 as lists have it; null for another kind. */
export function jwkIn(value: unknown): PublicJwk | null {
  if (!isRecord(value)) return null;
  const { kty, crv, x, y } = value;
  return kty === 'EC' && crv === 'P-256' && typeof x === 'string' && typeof y === 'string' ? { kty, crv, x, y } : null;
}

async function keyIn(value: unknown, nowMs: number): Promise<TrustedKeys['keys'][number] | null> {
  if (!isRecord(value)) return null;
  const { kid, use, nbf, exp, jwk: said, x5c } = value;
  const jwk = jwkIn(said);
  if (!jwk || typeof kid !== 'string' || typeof use !== 'string' || typeof nbf !== 'number' || typeof exp !== 'number') return null;
  if (nowMs < nbf * 1000 || nowMs >= exp * 1000) return null;
  if (x5c === undefined) return { kid, use, jwk };
  const [der] = certificatesOf(x5c) ?? [];
  const certificate = der && readCertificate(der);
  if (!certificate || certificate.jwk.x !== jwk.x || certificate.jwk.y !== jwk.y || certificate.commonName !== NAME_OF_USE[use])
    return null;
  return toBase64Url((await sha256(der)).slice(0, KEY_ID_BYTES)) === kid ? { kid, use, jwk } : null;
}
