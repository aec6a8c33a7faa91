/** What leaves this phone: the one-time QR of a door, and a presentation as text. Honest, or wrong in the one way that was chosen. */
import { CLAIMS, DISCLOSABLE } from '#standard/card/claims.ts';
import type { ClaimName } from '#standard/card/claims.ts';
import { claimsOf, parseCopy, present } from './credential.ts';
import type { ParsedCopy } from './credential.ts';
import { HINT_BYTES, NONCE_BYTES, doorCodeToSign } from './door-code.ts';
import { makeKey, randomText, sha256, signEs256, utf8 } from './encode.ts';
import { clockOffsetMs } from './mistakes.ts';
import type { Mistake } from './mistakes.ts';
import type { HeldCard, HeldCopy } from './store.ts';

/** A QR is drawn anew so often; it dies at a door after 60 s, so that one in sight is always good for 30 more. */
export const REDRAW_SECONDS = 30;
/** Characters of a number that a door gives to be signed. */
export const NONCE_CHARACTERS = { min: 8, max: 256 } as const;
const OWN_NONCE_BYTES = 16;

/** Claims that a holder may choose to show as text. The door code is for the QR alone: as text it would tell more than was chosen. */
export const SHOWABLE: readonly ClaimName[] = DISCLOSABLE.filter((name) => name !== 'ma_cua');

/** Who asks, and the least that they need. */
export const PRESETS = {
  presetPublic: ['ho_ten', 'anh', 'chuc_vu', 'chuc_danh', 'co_quan'],
  presetGate: ['ho_ten', 'anh', 'chuc_vu', 'chuc_danh', 'co_quan', 'don_vi', 'ma_so_the'],
  presetWork: ['co_quan', 'dang_cong_tac'],
} as const satisfies Record<string, readonly ClaimName[]>;

/** The copy that is shown: the one of before where that is the mistake. null: there is none, or it cannot be read. */
function copyToShow(card: HeldCard, mistake: Mistake): { readonly held: HeldCopy; readonly copy: ParsedCopy } | null {
  const held = mistake === 'old-copy' ? card.previous : card.current;
  const copy = held ? parseCopy(held.credential) : null;
  return held && copy?.ok ? { held, copy: copy.value } : null;
}

const keyFor = async (held: HeldCopy, mistake: Mistake): Promise<CryptoKey> =>
  mistake === 'wrong-key' ? (await makeKey()).privateKey : held.holder.privateKey;

const secondsFor = (nowMs: number, mistake: Mistake): number => Math.floor((nowMs + clockOffsetMs(mistake)) / 1000);

/** Claims of this copy that may be shown, in the order of the table. */
export function claimsToChoose(card: HeldCard, mistake: Mistake): readonly ClaimName[] {
  const shown = copyToShow(card, mistake);
  if (!shown) return [];
  const claims = claimsOf(shown.copy);
  return SHOWABLE.filter((name) => claims[name] !== undefined);
}

export interface DoorCode {
  /** `VN2:…` */
  readonly text: string;
  /** names of the claims that whoever scans it learns */
  readonly names: readonly ClaimName[];
}

/**
 * A fresh QR text, signed by the card's key; null when the copy has no door code. A replay is no business of this: it is not fresh.
 * @param phrase  of the door, where it gave one: the code then answers that door and no other
 */
export async function drawCode(card: HeldCard, mistake: Mistake, nowMs: number, phrase: string | null = null): Promise<DoorCode | null> {
  const shown = copyToShow(card, mistake);
  if (!shown) return null;
  const claims = claimsOf(shown.copy);
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const hint = phrase === null ? null : (await sha256(utf8(phrase))).slice(0, HINT_BYTES);
  const parts = { seconds: secondsFor(nowMs, mistake), nonce, hint };
  const code = typeof claims.ma_cua === 'string' ? doorCodeToSign(claims.ma_cua, parts) : null;
  if (!code) return null;
  const signature = await signEs256(await keyFor(shown.held, mistake), code.toBeSigned);
  const names = DISCLOSABLE.filter((name) => CLAIMS[name].door !== null && claims[name] !== undefined);
  return { text: code.signedBy(signature), names: claims.chuc_vu ? names.filter((name) => name !== 'chuc_danh') : names };
}

export interface PresentationRequest {
  readonly names: readonly string[];
  readonly audience: string;
  /** from the door; null: the wallet makes one */
  readonly nonce: string | null;
  readonly nowMs: number;
}

/** The chosen claims with the holder's proof, as text; null when there is no copy to show. */
export async function presentationText(
  card: HeldCard,
  mistake: Mistake,
  { names, audience, nonce, nowMs }: PresentationRequest,
): Promise<string | null> {
  const shown = copyToShow(card, mistake);
  if (!shown) return null;
  return present(shown.copy, {
    names,
    audience,
    nonce: nonce ?? randomText(OWN_NONCE_BYTES),
    atSeconds: secondsFor(nowMs, mistake),
    key: await keyFor(shown.held, mistake),
  });
}

/** May this be signed as the door's number? Empty is for the caller: then there is none. */
export const isNonce = (text: string): boolean =>
  text.length >= NONCE_CHARACTERS.min && text.length <= NONCE_CHARACTERS.max && /^[\x21-\x7e]+$/.test(text);

/** What a door asks: five words in small letters without marks, joined by hyphens; the address of its page in front where its QR was scanned. */
const PHRASE = /^(?:(https?:\/\/\S+)\/)?([a-z]{2,6}(?:-[a-z]{2,6}){4})$/;

export interface DoorQuestion {
  readonly nonce: string;
  /** whom the presentation names */
  readonly audience: string;
}

/**
 * What was typed or scanned as the question of a door: its phrase with or without marks, hyphens and capitals, the text of its QR, or a number of another place.
 * null: none of them.
 * @param door  address of the door of this product
 */
export function readQuestion(text: string, door: string): DoorQuestion | null {
  const typed = text.trim();
  const folded = typed
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .replaceAll(/[\s,.·]+/g, '-');
  for (const one of [typed, folded.toLowerCase()]) {
    const [, address = door, phrase] = PHRASE.exec(one) ?? [];
    if (phrase !== undefined) return { nonce: phrase, audience: `${address}/${phrase}` };
  }
  return isNonce(typed) ? { nonce: typed, audience: door } : null;
}
