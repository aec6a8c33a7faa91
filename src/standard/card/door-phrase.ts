/**
 * The phrase of a door (decision 0082): five plain words that a door makes by chance, reads out or shows, and takes for one answer: `sen-lua-mua-bac-cau`.
 * A presentation that is carried as text answers it (nonce and audience of the holder's proof); a one-time code may (the fourth part of VN2, door-qr.ts).
 */
import { toBase64url, utf8 } from './base64url.ts';
import type { CardCrypto } from './shapes.ts';

/** Words without marks, in small letters, so that they can be typed on any keyboard. Which words there are is the door's own business. */
const PHRASE = /^[a-z]{2,6}(-[a-z]{2,6}){4}$/;

/** Has it the form of a phrase, of whatever door? */
export const isDoorPhrase = (text: string): boolean => PHRASE.test(text);

/** Whom a presentation names that answers a phrase: this one question of this door, and no other. @param door  address of the door's page */
export const phraseAudience = (door: string, phrase: string): string => `${door}/${phrase}`;

/** Bytes of a phrase in a VN2: enough to tell that it is another one, and short. */
export const PHRASE_HINT_BYTES = 8;

/** What a VN2 says of the phrase it answers: the first 8 bytes of its SHA-256. */
export const phraseHint = async (phrase: string, { sha256 }: Pick<CardCrypto, 'sha256'>): Promise<Uint8Array> =>
  (await sha256(utf8(phrase))).slice(0, PHRASE_HINT_BYTES);

/** The same, as it is compared. */
export const phraseHintText = async (phrase: string, crypto: Pick<CardCrypto, 'sha256'>): Promise<string> =>
  toBase64url(await phraseHint(phrase, crypto));
