/** Compact JWS (RFC 7515) with ES256 and nothing else: read within bounds, its kind pinned by `typ`, its algorithm by this file. */
import { fromBase64url, textOfBase64url, utf8 } from './base64url.ts';
import type { CardCrypto, EcPublicJwk } from './shapes.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export interface CompactJws {
  readonly header: JsonObject;
  readonly payload: JsonObject;
  /** what the signature is over */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

const SIGNATURE_CHARS_MAX = 1_024;

/** A JSON object; null for everything else. */
export function readJsonObject(text: string | null): JsonObject | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
  } catch {
    return null; // not JSON is an answer, not a fault
  }
}

const readPart = (text: string): JsonObject | null => readJsonObject(textOfBase64url(text));

// Cards of one issuer have one header, a kilobyte with its certificate: the one read last is kept.
let lastHead: { readonly text: string; readonly header: JsonObject } | null = null;
function readHeader(text: string): JsonObject | null {
  if (lastHead?.text === text) return lastHead.header;
  const header = readPart(text);
  if (header) lastHead = { text, header: Object.freeze(header) };
  return header;
}

/** null when it is not three parts of base64url, the first two JSON objects; an empty signature is read, to be refused with its reason */
export function parseJws(text: string, charsMax: number): CompactJws | null {
  if (text.length > charsMax) return null;
  const parts = text.split('.', 4);
  const [head, body, tail] = parts;
  if (parts.length !== 3 || head === undefined || body === undefined || tail === undefined || tail.length > SIGNATURE_CHARS_MAX)
    return null;
  const [header, payload, signature] = [readHeader(head), readPart(body), fromBase64url(tail)];
  if (!header || !payload || !signature) return null;
  return { header, payload, signed: utf8(text.slice(0, head.length + 1 + body.length)), signature };
}

/** Does the header say what is pinned? `crit` names what must be understood: we understand none, so it is another kind. */
export function headerFault({ header }: CompactJws, typ: string): 'wrong-kind' | 'wrong-algorithm' | null {
  if (header['typ'] !== typ || 'crit' in header || 'b64' in header) return 'wrong-kind';
  return header['alg'] === 'ES256' ? null : 'wrong-algorithm';
}

export const verifyJws = (crypto: CardCrypto, key: EcPublicJwk, jws: CompactJws): boolean | Promise<boolean> =>
  crypto.verifyEs256(key, jws.signed, jws.signature);

/** 32 bytes in base64url: 43 signs, the last with two loose bits that are zero. */
const NUMBER = /^[\w-]{42}[AEIMQUYcgkosw048]$/;

/** A public P-256 key of a JWK, and only that; null when it is not one (a private part, another curve, a foreign length). */
export function readEcJwk(value: unknown): EcPublicJwk | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kty, crv, x, y, d } = value as Record<string, unknown>;
  if (kty !== 'EC' || crv !== 'P-256' || d !== undefined || typeof x !== 'string' || typeof y !== 'string') return null;
  return NUMBER.test(x) && NUMBER.test(y) ? { kty, crv, x, y } : null;
}

export const isText = (value: unknown, charsMax = 2_048): value is string => typeof value === 'string' && value.length <= charsMax;
/** Seconds since 1970, as JWTs count; up to the year 9999. */
export const isSeconds = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < 253_402_300_800;
