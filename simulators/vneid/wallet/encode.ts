/** Base64url, hashes and signed JSON as the wallet needs them, on WebCrypto alone. */

const UTF8 = new TextEncoder();

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => UTF8.encode(text);

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Without padding (RFC 4648 §5). */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** null for what is not base64url without padding. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
}

/** JSON in base64url; null for what is none. */
export function jsonOf(part: string | undefined): unknown {
  const bytes = part === undefined ? null : fromBase64Url(part);
  if (!bytes) return null;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return null;
  }
}

export const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** SHA-256 of a text, base64url: how SD-JWT names a disclosure (RFC 9901 §4.2.3). */
export const digestOf = async (text: string): Promise<string> => toBase64Url(await sha256(utf8(text)));

/** base64url of `length` bytes that nobody can guess. */
export const randomText = (length: number): string => toBase64Url(crypto.getRandomValues(new Uint8Array(length)));

/** ES256 over bytes, raw r‖s. */
export const signEs256 = async (key: CryptoKey, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes));

/** A compact JWS by ES256. */
export async function signJwt(key: CryptoKey, header: Record<string, unknown>, payload: Record<string, unknown>): Promise<string> {
  const signed = `${toBase64Url(utf8(JSON.stringify({ alg: 'ES256', ...header })))}.${toBase64Url(utf8(JSON.stringify(payload)))}`;
  return `${signed}.${toBase64Url(await signEs256(key, utf8(signed)))}`;
}

/** A key that never leaves this browser: WebCrypto keeps the private part, pages can only ask it to sign. */
export const makeKey = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);

export interface PublicJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

export async function publicJwk(pair: CryptoKeyPair): Promise<PublicJwk> {
  const { x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return { kty: 'EC', crv: 'P-256', x: x!, y: y! };
}

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** ES256 over bytes, by this key? @param signature  raw r‖s */
export async function isSignedBy(jwk: PublicJwk, signed: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('jwk', { ...jwk }, P256, false, ['verify']);
    return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, signed);
  } catch {
    return false; // no point of the curve
  }
}
