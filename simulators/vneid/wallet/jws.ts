/** A compact JWS by ES256 (RFC 7515), as issuers and doors send them: read, and who signed it. */
import { fromBase64Url, isRecord, isSignedBy, jsonOf, utf8 } from './encode.ts';
import type { PublicJwk } from './encode.ts';

export interface Jws {
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly signed: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** null for everything that is not exactly that: another type, another algorithm, something critical that is not understood. Its signature is still to be looked at. */
export function readJws(text: string, typ: string): Jws | null {
  const [head, body, tail, ...more] = text.trim().split('.');
  const [header, payload, signature] = [jsonOf(head), jsonOf(body), fromBase64Url(tail ?? '')];
  if (more.length > 0 || !isRecord(header) || !isRecord(payload) || signature?.length !== 64) return null;
  if (header['typ'] !== typ || header['alg'] !== 'ES256' || 'crit' in header) return null;
  return { header, payload, signed: utf8(`${head}.${body}`), signature };
}

export const isJwsBy = (jwk: PublicJwk, { signed, signature }: Jws): Promise<boolean> => isSignedBy(jwk, signed, signature);

/** Certificates of a header as DER, its own first; null where one is not base64. */
export function certificatesOf(x5c: unknown): readonly Uint8Array<ArrayBuffer>[] | null {
  const all = Array.isArray(x5c) ? (x5c as readonly unknown[]).map((one) => (typeof one === 'string' ? derOf(one) : null)) : [];
  return all.every((one) => one !== null) ? all : null;
}

/** base64 with padding, as X.509 stands in headers (RFC 7515 §4.1.6). */
const derOf = (text: string): Uint8Array<ArrayBuffer> | null =>
  fromBase64Url(text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''));
