/** What a door asks of a phone, as its page sent it: read within bounds. */
import { readEcJwk, isText } from '#standard/card/compact-jws.ts';
import type { EcPublicJwk } from '#standard/card/shapes.ts';
import { DOOR_NAME_CHARS_MAX } from './limits.ts';

export interface DoorQuestion {
  /** number that the page made and will look for in the answer, 128 bits or more */
  readonly nonce: string;
  /** made in the guard's browser for this one question; its private half never leaves it */
  readonly key: EcPublicJwk;
  /** of the door, as the guard set it: shown to the holder as that, and vouched for by nobody */
  readonly door: string;
}

/** URL-safe signs (OpenID4VP 1.0 §5.2); 22 of base64url are 128 bits. */
const NONCE = /^[\w-]{22,128}$/;

/** null for anything else. A name loses signs that turn a text or take no room. */
export function readDoorQuestion(body: unknown): DoorQuestion | null {
  const { nonce, key, door } = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
  const jwk = readEcJwk(key);
  if (!jwk || !isText(nonce) || !NONCE.test(nonce) || !isText(door)) return null;
  const name = door
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  return name !== '' && name.length <= DOOR_NAME_CHARS_MAX ? { nonce, key: jwk, door: name } : null;
}
