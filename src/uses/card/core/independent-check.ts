/**
 * Looks at a copy before it leaves the house, with the code that doors use and not with the code that made it: does it say what was asked, for whom it was asked,
 * signed by the key that was meant, and nothing of the citizen number?
 */
import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { lastFour } from '#standard/card/card-number.ts';
import { DISCLOSABLE } from '#standard/card/claims.ts';
import { doorName, parseDoorQr, PORTRAIT_HASH_BYTES, verifyDoorCopy } from '#standard/card/door-qr.ts';
import { parseCard, verifyIssuer } from '#standard/card/sd-jwt.ts';
import type { ParsedCard } from '#standard/card/sd-jwt.ts';
import type { CardClaims, TrustList } from '#standard/card/shapes.ts';
import { digitsFound } from './digits.ts';
import { portraitBytes } from './door-copy.ts';
import { nodeCrypto } from './node-crypto.ts';
import type { SdJwtInput } from './sd-jwt-issue.ts';

export interface CheckedAgainst {
  readonly trust: TrustList;
  readonly request: SdJwtInput;
  /** citizen number of the person; goes nowhere but into the search */
  readonly nationalId: string;
  readonly nowMs: number;
  /** what the maker says its decoys are made of (`sd-jwt-issue.ts`) */
  readonly decoys: readonly string[];
}

/** null when the copy is what was asked for; else what is wrong with it, in a word for the log (no personal data). */
export async function faultOfCopy(copy: string, { trust, request, nationalId, nowMs, decoys }: CheckedAgainst): Promise<string | null> {
  const card = parseCard(copy);
  if (!card.ok) return card.reason;
  if (card.value.keyBinding) return 'holder-proof';
  const signed = await verifyIssuer(card.value, { crypto: nodeCrypto, trust, nowMs });
  if (!signed.ok) return signed.reason;
  const { claims, holderKey, status, notBeforeMs, expiresMs } = signed.value;
  const { ma_cua: doorCode, ...said } = claims;
  const { ma_cua: _made, ...asked } = request.claims;
  if (!isAllSeen(card.value, decoys)) return 'disclosures';
  if (!isDeepStrictEqual(said, asked)) return 'claims';
  if (!isDeepStrictEqual(holderKey, request.holderKey)) return 'holder-key';
  if (!isDeepStrictEqual(status, request.status)) return 'status';
  if (notBeforeMs !== request.notBeforeSeconds * 1000 || expiresMs !== request.expiresSeconds * 1000) return 'times';
  const code = doorCode === undefined ? 'missing' : await faultOfDoorCode(doorCode, { trust, request, nowMs });
  if (code) return `door-${code}`;
  return digitsFound(copy, nationalId) === null ? null : 'digits';
}

/** One of `sd-jwt-issue.ts`: 18 bytes of chance. Too short for a disclosure with a salt, so that nothing is signed that the wallet cannot see. */
const DECOY = /^[A-Za-z0-9_-]{24}$/;

/** As many digests as claims may be hidden, each of a disclosure or of a decoy that is none. */
function isAllSeen({ jws, disclosures }: ParsedCard, decoys: readonly string[]): boolean {
  const digests = (jws.payload['_sd'] ?? []) as readonly unknown[];
  if (digests.length !== DISCLOSABLE.length || digests.length !== disclosures.length + decoys.length) return false;
  return decoys.every((one) => DECOY.test(one) && digests.includes(hash('sha256', one, 'base64url')));
}

async function faultOfDoorCode(
  code: string,
  { trust, request, nowMs }: Omit<CheckedAgainst, 'nationalId' | 'decoys'>,
): Promise<string | null> {
  const parsed = parseDoorQr(code);
  if (!parsed.ok) return parsed.reason;
  const signed = await verifyDoorCopy(parsed.value, { crypto: nodeCrypto, trust, nowMs });
  if (!signed.ok) return signed.reason;
  const { claims, holderKey, status, notBeforeMs, expiresMs, portraitHash } = signed.value;
  if (!isDeepStrictEqual(claims, expectedAtDoor(request.claims))) return 'claims';
  const portrait = hash('sha256', portraitBytes(request.claims.anh), 'buffer').subarray(0, PORTRAIT_HASH_BYTES);
  if (portraitHash === null || !portrait.equals(portraitHash)) return 'portrait';
  if (!isDeepStrictEqual(holderKey, request.holderKey)) return 'holder-key';
  if (!isDeepStrictEqual(status, request.status)) return 'status';
  return notBeforeMs === request.notBeforeSeconds * 1000 && expiresMs === request.expiresSeconds * 1000 ? null : 'times';
}

/** The few facts that a door code says, as its reader gives them. */
function expectedAtDoor({
  moi_truong,
  ho_ten,
  chuc_vu,
  chuc_danh,
  co_quan,
  loai_vi_tri,
  ma_so_the,
  het_han,
}: CardClaims): Partial<CardClaims> {
  const position = chuc_vu ? { chuc_vu: { ten: doorName(chuc_vu.ten) } } : chuc_danh ? { chuc_danh: { ten: doorName(chuc_danh.ten) } } : {};
  return {
    moi_truong,
    ho_ten: doorName(ho_ten),
    ...position,
    co_quan: { ma: co_quan.ma, ten: doorName(co_quan.ten) },
    ...(loai_vi_tri ? { loai_vi_tri } : {}),
    ma_so_the: `…${lastFour(ma_so_the)}`,
    het_han,
  };
}
