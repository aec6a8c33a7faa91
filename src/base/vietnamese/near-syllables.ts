/** Syllables that a slip of the keyboard may have been meant as: of a word without marks that is no syllable itself. */
import { ONSETS, RIMES } from './syllables.ts';
import { accentFree } from './text.ts';

const LETTERS = 'abcdeghiklmnopqrstuvxy';
let known: ReadonlySet<string> | null = null;
/** Every syllable without its marks. */
const plainSyllables = (): ReadonlySet<string> =>
  (known ??= new Set(ONSETS.flatMap((onset) => RIMES.map((rime) => accentFree(onset + rime)))));

/** Can this word, in small letters without marks, be a syllable? */
export const isPlainSyllable = (word: string): boolean => plainSyllables().has(word);

/** Syllables one slip away: two letters that changed places first, then one too many, another one, one too few. Each once. */
export function nearSyllables(word: string): readonly string[] {
  const places = Array.from(word, (_letter, at) => at);
  const near = [
    ...places.slice(1).map((at) => word.slice(0, at - 1) + word[at]! + word[at - 1]! + word.slice(at + 1)),
    ...places.map((at) => word.slice(0, at) + word.slice(at + 1)),
    ...places.flatMap((at) => Array.from(LETTERS, (letter) => word.slice(0, at) + letter + word.slice(at + 1))),
    ...[...places, word.length].flatMap((at) => Array.from(LETTERS, (letter) => word.slice(0, at) + letter + word.slice(at))),
  ];
  return [...new Set(near)].filter((one) => one !== word && isPlainSyllable(one));
}
