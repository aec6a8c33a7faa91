/**
 * The door's QR, a profile of our own (no standard fits a card into a QR that a cheap phone reads).
 *
 * **VN1** `VN1:` + base45( COSE_Sign1, tag 18, by the issuer's card key ): protected `{1: -7 (ES256), 4: kid, 8 bytes}`, payload a CWT claims map (RFC 8392)
 *
 *     4  exp, seconds       5  nbf, seconds (both whole days)
 *     8  cnf {1: COSE_Key {1: 2, -1: 1, -2: x 32 bytes, -3: y is odd}}   the holder's key; absent on paper
 *     -65537 {              facts of the card; the numbers 1 to 8 and 11 are `door` of the table in claims.ts
 *        1  moi_truong: 0 THU_NGHIEM, 1 CHINH_THUC      2  ho_ten          3  chuc_vu.ten, else 4  chuc_danh.ten
 *        5  co_quan.ma      6  co_quan.ten              7  the last four signs of ma_so_the
 *        8  het_han, days since 1970-01-01              9  the first 16 bytes of SHA-256 of the portrait's JPEG
 *        10 [n, idx]: entry idx of the status list whose address ends in `/n`
 *        11 loai_vi_tri: 1 KIEM_NHIEM, 2 BIET_PHAI; absent: the main employment }
 *
 * -65537 is the first number for private use; the card's status does not stand under 65535, because that claim holds an address, and an address is too long.
 *
 * **VN2** `VN2:` + base45( COSE_Sign1, tag 18, by the holder's key ): protected `{1: -7}`, payload `[seconds, nonce of 8 bytes, bytes of the VN1]`, or with a fourth part: the first
 * 8 bytes of SHA-256 of the phrase that the door gave (door-phrase.ts). A reader that gave none leaves the fourth part aside; one of before it refuses such a code as
 * "not a card", never takes it for more than it is. Nothing may stand behind it.
 * Drawn anew every 30 s, good once and for 60 s. All CBOR is deterministic (cbor.ts), so a card has one QR and no second spelling.
 */
import { fromBase45, toBase45 } from './base45.ts';
import { toBase64url, utf8 } from './base64url.ts';
import { decodeCbor, encodeCbor } from './cbor.ts';
import type { CborMap, CborValue } from './cbor.ts';
import { bad, good } from './checked.ts';
import type { Checked } from './checked.ts';
import { isSeconds } from './compact-jws.ts';
import { PHRASE_HINT_BYTES } from './door-phrase.ts';
import { draftSign1, isEs256, isMap, readSign1 } from './cose-sign1.ts';
import type { Draft, Sign1 } from './cose-sign1.ts';
import { lastFour } from './card-number.ts';
import { DOOR_QR_CHARS_MAX } from './limits.ts';
import { compressPoint, expandPoint } from './p256-point.ts';
import { keyFault, trustedKey } from './sd-jwt.ts';
import type { SignedCard } from './sd-jwt.ts';
import type { CardClaims, CardCrypto, EcPublicJwk, EmploymentSaid, TrustList } from './shapes.ts';

export const DOOR_NONCE_BYTES = 8;
export const PORTRAIT_HASH_BYTES = 16;
/** A name longer than this, in UTF-8, makes the QR too dense for cheap phones; it is cut, with an ellipsis. Bytes and not letters: one of "ữ" takes three. */
const NAME_BYTES_MAX = 96;
const FACTS = -65_537;
/** Kinds of employment by their number less one. */
const EMPLOYMENTS: readonly EmploymentSaid[] = ['KIEM_NHIEM', 'BIET_PHAI'];
const DAY_MS = 86_400_000;

export interface DoorFacts {
  readonly claims: Pick<CardClaims, 'moi_truong' | 'ho_ten' | 'co_quan' | 'ma_so_the' | 'het_han'> &
    Partial<Pick<CardClaims, 'chuc_vu' | 'chuc_danh' | 'loai_vi_tri'>>;
  /** SHA-256 of the portrait's JPEG, or its first 16 bytes */
  readonly portraitHash: Uint8Array;
  readonly notBeforeSeconds: number;
  readonly expiresSeconds: number;
  /** `n` is the last part of the list's address */
  readonly status: { readonly n: number; readonly index: number };
  /** null on paper */
  readonly holderKey: EcPublicJwk | null;
}

/** A name as the code says it. */
export function doorName(name: string): string {
  if (utf8(name).length <= NAME_BYTES_MAX) return name;
  let left = NAME_BYTES_MAX - utf8('…').length;
  let cut = '';
  for (const sign of name) {
    left -= utf8(sign).length;
    if (left < 0) break;
    cut += sign;
  }
  return `${cut}…`;
}

/** A VN1 that waits for the issuer's signature. @param kid  8 bytes, base64url in the trust list */
export function draftDoorCopy(kid: Uint8Array, facts: DoorFacts): Draft<string> {
  const { claims, holderKey } = facts;
  const said = new Map<number, CborValue>([
    [1, claims.moi_truong === 'CHINH_THUC' ? 1 : 0],
    [2, doorName(claims.ho_ten)],
    [5, claims.co_quan.ma],
    [6, doorName(claims.co_quan.ten)],
    [7, lastFour(claims.ma_so_the)],
    [8, Date.parse(claims.het_han) / DAY_MS],
    [9, facts.portraitHash.slice(0, PORTRAIT_HASH_BYTES)],
    [10, [facts.status.n, facts.status.index]],
  ]);
  if (claims.chuc_vu) said.set(3, doorName(claims.chuc_vu.ten));
  else if (claims.chuc_danh) said.set(4, doorName(claims.chuc_danh.ten));
  if (claims.loai_vi_tri) said.set(11, EMPLOYMENTS.indexOf(claims.loai_vi_tri) + 1);
  const payload = new Map<number, CborValue>([
    [4, facts.expiresSeconds],
    [5, facts.notBeforeSeconds],
    [FACTS, said],
  ]);
  if (holderKey) payload.set(8, keyToCose(holderKey));
  const draft = draftSign1(kid, encodeCbor(payload));
  return { toBeSigned: draft.toBeSigned, assemble: (signature) => `VN1:${toBase45(draft.assemble(signature))}` };
}

function keyToCose(key: EcPublicJwk): CborMap {
  const { x, yIsOdd } = compressPoint(key);
  const point = new Map<number, CborValue>([
    [1, 2],
    [-1, 1],
    [-2, x],
    [-3, yIsOdd],
  ]);
  return new Map([[1, point]]);
}

/**
 * A VN2 that waits for the holder's signature; null when `vn1` is no VN1.
 * @param nonce  8 bytes of fresh chance; MUST never be used again
 * @param hint  of the phrase of the door (`phraseHint`), where it gave one
 */
export function draftDoorQr(vn1: string, seconds: number, nonce: Uint8Array, hint: Uint8Array | null = null): Draft<string> | null {
  const bytes = vn1.startsWith('VN1:') ? fromBase45(vn1.slice(4)) : null;
  if (!bytes || nonce.length !== DOOR_NONCE_BYTES || (hint && hint.length !== PHRASE_HINT_BYTES)) return null;
  const draft = draftSign1(null, encodeCbor([seconds, nonce, bytes, ...(hint ? [hint] : [])]));
  return { toBeSigned: draft.toBeSigned, assemble: (signature) => `VN2:${toBase45(draft.assemble(signature))}` };
}

export interface ParsedDoorQr {
  readonly copy: Sign1;
  readonly facts: CborMap;
  readonly payload: CborMap;
  /** the holder's signature around it; null for a VN1 */
  readonly wrap: { readonly sign1: Sign1; readonly atMs: number; readonly nonce: string; readonly hint: string | null } | null;
}

/** Reads a VN1 or VN2; looks at no signature. */
export function parseDoorQr(text: string): Checked<ParsedDoorQr, 'not-a-card' | 'too-large'> {
  if (text.length > DOOR_QR_CHARS_MAX) return bad('too-large');
  const bytes = /^VN[12]:/.test(text) ? fromBase45(text.slice(4)) : null;
  if (!bytes) return bad('not-a-card');
  if (text.startsWith('VN1:')) return parseCopy(bytes, null);
  const sign1 = readSign1(bytes);
  const parts = sign1 && decodeCbor(sign1.payload);
  if (!sign1 || !Array.isArray(parts) || (parts.length !== 3 && parts.length !== 4)) return bad('not-a-card');
  const [seconds, nonce, copy, hint] = parts as readonly CborValue[];
  if (!isSeconds(seconds) || !(nonce instanceof Uint8Array) || nonce.length !== DOOR_NONCE_BYTES || !(copy instanceof Uint8Array))
    return bad('not-a-card');
  if (hint !== undefined && (!(hint instanceof Uint8Array) || hint.length !== PHRASE_HINT_BYTES)) return bad('not-a-card');
  return parseCopy(copy, { sign1, atMs: seconds * 1000, nonce: toBase64url(nonce), hint: hint ? toBase64url(hint) : null });
}

function parseCopy(bytes: Uint8Array, wrap: ParsedDoorQr['wrap']): Checked<ParsedDoorQr, 'not-a-card'> {
  const copy = readSign1(bytes);
  const payload = copy ? decodeCbor(copy.payload) : undefined;
  const facts = isMap(payload) ? payload.get(FACTS) : undefined;
  return copy && isMap(payload) && isMap(facts) ? good({ copy, facts, payload, wrap }) : bad('not-a-card');
}

/** What a door code says of its environment before any signature was looked at: enough to refuse, never to accept. */
export function environmentOf({ facts }: ParsedDoorQr): CardClaims['moi_truong'] | null {
  const said = facts.get(1);
  return said === 1 ? 'CHINH_THUC' : said === 0 ? 'THU_NGHIEM' : null;
}

function readHolderKey(value: CborValue | undefined): EcPublicJwk | null {
  const key = isMap(value) ? value.get(1) : undefined;
  if (!isMap(key) || key.get(1) !== 2 || key.get(-1) !== 1) return null;
  const [x, yIsOdd] = [key.get(-2), key.get(-3)];
  return x instanceof Uint8Array && typeof yIsOdd === 'boolean' ? expandPoint({ x, yIsOdd }) : null;
}

const isName = (value: CborValue | undefined): value is string => typeof value === 'string' && value.length > 0 && value.length <= 300;

function readFacts(facts: CborMap): Partial<CardClaims> | null {
  const environment = facts.get(1);
  const [name, position, jobPosition, bodyCode, bodyName, number, day] = [2, 3, 4, 5, 6, 7, 8].map((key) => facts.get(key));
  if ((environment !== 0 && environment !== 1) || !isName(name) || !isName(bodyCode) || !isName(bodyName) || !isName(number)) return null;
  const beside = facts.get(11);
  const employment = typeof beside === 'number' ? EMPLOYMENTS[beside - 1] : undefined;
  if (beside !== undefined && employment === undefined) return null;
  if (!Number.isSafeInteger(day) || Math.abs(day as number) > 2_932_896) return null;
  return {
    moi_truong: environment === 1 ? 'CHINH_THUC' : 'THU_NGHIEM',
    ho_ten: name,
    ...(isName(position) ? { chuc_vu: { ten: position } } : {}),
    ...(isName(jobPosition) ? { chuc_danh: { ten: jobPosition } } : {}),
    co_quan: { ma: bodyCode, ten: bodyName },
    ...(employment ? { loai_vi_tri: employment } : {}),
    ma_so_the: `…${number}`,
    het_han: new Date((day as number) * DAY_MS).toISOString().slice(0, 10),
  };
}

/** A door code whose issuer's signature is good. `holderKey` is null on paper. */
export interface SignedDoorCopy extends Omit<SignedCard, 'holderKey'> {
  readonly holderKey: EcPublicJwk | null;
  /** the first 16 bytes of SHA-256 of the portrait's JPEG; null when it says none */
  readonly portraitHash: Uint8Array | null;
}

/** The issuer's signature; reasons as those of `verifyIssuer`. Times and status are still to be judged. */
export async function verifyDoorCopy(
  { copy, facts, payload }: ParsedDoorQr,
  { crypto, trust, nowMs }: { readonly crypto: CardCrypto; readonly trust: TrustList; readonly nowMs: number },
): Promise<Checked<SignedDoorCopy>> {
  if (!isEs256(copy)) return bad('wrong-algorithm');
  const key = copy.kid && trustedKey(trust, toBase64url(copy.kid), 'card', nowMs);
  if (!key) return bad(keyFault(trust, copy.kid && toBase64url(copy.kid)));
  if (!(await crypto.verifyEs256(key.jwk, copy.signed, copy.signature))) return bad('bad-signature');
  const claims = readFacts(facts);
  const [expires, notBefore, place, portrait] = [payload.get(4), payload.get(5), facts.get(10), facts.get(9)];
  if (!claims || !isSeconds(expires) || !isSeconds(notBefore) || !Array.isArray(place)) return bad('not-a-card');
  const [n, index] = place as readonly CborValue[];
  const holderKey = payload.has(8) ? readHolderKey(payload.get(8)) : null;
  if (typeof n !== 'number' || typeof index !== 'number' || (payload.has(8) && !holderKey)) return bad('not-a-card');
  // A list that the trust list does not name stays without address: its status is then not known.
  const uri = trust.statusLists.find((one) => one.endsWith(`/${n}`)) ?? `/${n}`;
  return good({
    claims,
    holderKey,
    status: { uri, index },
    notBeforeMs: notBefore * 1000,
    expiresMs: expires * 1000,
    key,
    portraitHash: portrait instanceof Uint8Array ? portrait : null,
  });
}

/** Did the key of the card sign this wrap? wrong-holder-key when not, bad-holder-proof when it names another algorithm. */
export async function verifyWrap(
  { sign1 }: NonNullable<ParsedDoorQr['wrap']>,
  holderKey: EcPublicJwk,
  crypto: CardCrypto,
): Promise<Checked<true>> {
  if (!isEs256(sign1)) return bad('bad-holder-proof');
  return (await crypto.verifyEs256(holderKey, sign1.signed, sign1.signature)) ? good(true) : bad('wrong-holder-key');
}
