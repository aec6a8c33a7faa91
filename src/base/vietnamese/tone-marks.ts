/**
 * Two ways to write one syllable: where the tone stands (hòa or hoà, thúy or thuý) and i or y (Lý or Lí).
 * Keys for comparing; a person's own spelling is never changed without being asked.
 */
import { splitTone, type Tone, withTone } from './letters.ts';
import { nfc } from './text.ts';
import { splitSyllable } from './syllables.ts';

/** `traditional`: hòa, khỏe, thúy. `nucleus`: hoà, khoẻ, thuý (the tone on the main vowel, as school-books write it). */
export type TonePlacement = 'traditional' | 'nucleus';

const QUALITY = /[ăâêôơư]/;

/** Index in the rime of the letter that carries the tone. */
function toneAt(rime: string, placement: TonePlacement): number {
  for (let at = rime.length - 1; at >= 0; at--) if (QUALITY.test(rime[at]!)) return at;
  const vowels = /^[aeiouy]+/.exec(rime)?.[0].length ?? 0;
  if (vowels <= 1) return 0;
  if (vowels >= 3 || rime.length > vowels) return 1;
  return placement === 'nucleus' && /^(?:oa|oe|uy)$/.test(rime) ? 1 : 0;
}

/** The word with its tone where this placement puts it. Words that are no Vietnamese syllable, or carry no tone, come back as they are. */
function placeToneOfWord(word: string, placement: TonePlacement): string {
  const syllable = splitSyllable(word);
  if (!syllable || syllable.tone === 0) return word;
  const bare = Array.from(word).map((letter) => splitTone(letter)?.bare ?? letter);
  // "gi" + a lone i ("gì") is the onset g with the rime i; splitSyllable has already cut it so.
  const at = syllable.onset.length + toneAt(syllable.rime, placement);
  bare[at] = withTone(bare[at]!, syllable.tone satisfies Tone);
  return bare.join('');
}

const WORD = /\p{L}+/gu;

/** The text with every tone placed one way; case, spaces and foreign words stay. Only the place of tones can change. */
export const placeTones = (text: string, placement: TonePlacement): string =>
  nfc(text).replace(WORD, (word) => placeToneOfWord(word, placement));

/** y for i after a consonant ("Lý", "Mỹ", "quý") and i for y are one sound; "thúy" and "thúi" are two. For keys only. */
const foldY = (word: string): string => {
  const syllable = splitSyllable(word);
  if (!syllable || syllable.onset === '' || syllable.rime !== 'y') return word;
  return word.slice(0, syllable.onset.length) + withTone('i', syllable.tone);
};

/** There are fewer syllables than this; past it the memory of words starts anew, whatever a text is full of. */
const WORDS_KEPT_MAX = 20_000;
/** Longer words are no syllables, and stay as they are: they are not kept. */
const KEPT_CHARS_MAX = 7;
const keyOfWord = new Map<string, string>();

function spellingKeyOfWord(word: string): string {
  if (word.length > KEPT_CHARS_MAX) return word;
  const known = keyOfWord.get(word);
  if (known !== undefined) return known;
  const key = foldY(placeToneOfWord(word, 'traditional'));
  if (keyOfWord.size >= WORDS_KEPT_MAX) keyOfWord.clear();
  keyOfWord.set(word, key);
  return key;
}

/** A key that is equal for spellings that differ in letter case, tone placement or i/y only. Not for showing. */
export const spellingKey = (text: string): string => nfc(text.toLowerCase()).replace(WORD, spellingKeyOfWord);
