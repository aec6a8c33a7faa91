/**
 * Letters of the peoples of Việt Nam that Vietnamese has not (`peoples-letters.json`): one letter may be a base and a combining mark (ơ̆, ê̆).
 * A letter is what a reader counts as one, so texts are taken apart here, never by code point.
 */
import { VIETNAMESE_LETTERS } from './letters.ts';
import file from './peoples-letters.json' with { type: 'json' };

/** Lower case, NFC. */
export const PEOPLES_LETTERS: ReadonlySet<string> = new Set(file.alphabets.flatMap(({ letters }) => letters.normalize('NFC').split(' ')));
const VIETNAMESE: ReadonlySet<string> = new Set(VIETNAMESE_LETTERS);

const LETTER = /\P{M}\p{M}*/gu;

/** The text in what a reader sees as single characters: a base with all of its marks. */
export const charactersOf = (text: string): readonly string[] => text.match(LETTER) ?? [];

/** Is it a letter of Vietnamese or of one of the peoples (NFC, either case)? */
export function isLetterOfVietnam(character: string): boolean {
  const small = character.toLowerCase();
  return VIETNAMESE.has(small) || PEOPLES_LETTERS.has(small);
}

/** Is it a letter that only a language of one of the peoples has? */
export const isPeoplesLetter = (character: string): boolean => PEOPLES_LETTERS.has(character.toLowerCase());
