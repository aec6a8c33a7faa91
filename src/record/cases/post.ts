/** The post of a concurrent employment: read as its field of the record reads it, a code of the list where it names one. */
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import { fieldByKey } from '#standard/dictionary.ts';
import { resolveInAny } from '#standard/kinds/coded.ts';
import { saysNoNumber } from '#standard/numbers-in-words.ts';
import { printValue } from '#standard/print.ts';
import { POST_CHARS_MAX } from './limits.ts';

const KIND = fieldByKey('chucVuHienTai')!.kind;

/** @returns  a code of `chuc_vu`, or the words as they stand; null: nothing that can be a post */
export function postTyped(text: string, on: PlainDate): string | null {
  const clean = cleanText(text).text.trim();
  if (clean === '' || clean.length > POST_CHARS_MAX || !saysNoNumber(clean)) return null;
  const found = resolveInAny(['chuc_vu'], clean, on);
  return found.kind === 'found' ? found.code : clean;
}

export const postInWords = (post: string, on: PlainDate): Bilingual => printValue(KIND, post, on);
