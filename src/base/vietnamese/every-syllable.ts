/** Every syllable that the tables allow, in both placements of the tone: what tests and the demo's dirty data draw from. */
import { splitTone, type Tone, withTone } from './letters.ts';
import { isSyllable, ONSETS, RIMES } from './syllables.ts';
import { placeTones } from './tone-marks.ts';

const TONES: readonly Tone[] = [0, 1, 2, 3, 4, 5];

/** Lower case, NFC, about 19,000; sorted and without doubles. */
export function everySyllable(): readonly string[] {
  const all = new Set<string>();
  for (const onset of ONSETS) {
    for (const rime of RIMES) {
      const at = Array.from(rime).findIndex((letter) => splitTone(letter) !== null);
      for (const tone of TONES) {
        const letters = Array.from(rime);
        letters[at] = withTone(letters[at]!, tone);
        const word = onset + letters.join('');
        if (isSyllable(word)) for (const placement of ['traditional', 'nucleus'] as const) all.add(placeTones(word, placement));
      }
    }
  }
  return [...all].sort();
}
