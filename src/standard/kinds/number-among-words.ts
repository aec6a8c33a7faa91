/** "4.98 VK 7%", "Hệ số 3,66": a number with words beside it. What the words say belongs elsewhere, so the number is a guess. */
import { guess } from '#base/problem.ts';
import * as problems from '#standard/problems/numbers.ts';
import type { Reader } from './kind.ts';

/**
 * Says that words stand beside a number; false when the text is no such thing.
 *
 * @param numbers  finds the numbers of the kind in the text
 * @param fits     may the number stand in this cell?
 * The number is suggested only when exactly one in the text fits.
 */
export function sayAmongWords(text: string, numbers: RegExp, fits: (number: string) => boolean, at: Reader): boolean {
  if (!/\p{L}/u.test(text)) return false;
  const found = [...new Set((text.match(numbers) ?? []).map((one) => one.replace(',', '.')).filter(fits))];
  if (found.length === 0) return false;
  at.report(
    problems.numberAmongWords,
    { words: text },
    found.length === 1 ? { suggestion: guess(found[0]!, 'number-among-words') } : { candidates: found },
  );
  return true;
}
