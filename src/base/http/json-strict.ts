/**
 * JSON as it should be sent: a repeated name, a nesting deeper than 32, and text that is none (U+0000, half a surrogate
 * pair: no database keeps it) are refused, not silently resolved (threat T40).
 */
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Result } from '#base/problem.ts';
import { badJson } from './problems.ts';

const DEPTH_MAX = 32;

type Frame = { readonly kind: 'object'; readonly names: Set<string>; expectName: boolean } | { readonly kind: 'array' };

/** Only what is written as an escape can be such a sign: JSON itself refuses a bare U+0000, and bytes hold no half pairs. */
const MAY_BE_NO_TEXT = /\\u(?:0000|d[89a-f])/i;

function isNoText(token: string): boolean {
  if (!MAY_BE_NO_TEXT.test(token)) return false;
  const text = JSON.parse(token) as string;
  return text.includes('\0') || !text.isWellFormed();
}

/** What is wrong with valid JSON, as the user is told it; null when nothing is. */
function flaw(text: string): Bilingual | null {
  const stack: Frame[] = [];
  for (const token of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g)) {
    const top = stack.at(-1);
    const sign = token[0];
    if (sign.startsWith('"') && isNoText(sign))
      return {
        vi: 'có ký tự không phải chữ (U+0000 hoặc nửa cặp UTF-16)',
        en: 'it holds signs that are no text (U+0000 or half a UTF-16 pair)',
      };
    if (sign === '{' || sign === '[') {
      if (stack.length === DEPTH_MAX) return { vi: `lồng quá ${DEPTH_MAX} tầng`, en: `more than ${DEPTH_MAX} levels deep` };
      stack.push(sign === '{' ? { kind: 'object', names: new Set(), expectName: true } : { kind: 'array' });
    } else if (sign === '}' || sign === ']') stack.pop();
    else if (sign === ',') {
      if (top?.kind === 'object') top.expectName = true;
    } else if (sign === ':') {
      if (top?.kind === 'object') top.expectName = false;
    } else if (top?.kind === 'object' && top.expectName) {
      const name = JSON.parse(sign) as string;
      if (top.names.has(name))
        return { vi: `trường "${name.slice(0, 40)}" xuất hiện hai lần`, en: `the name "${name.slice(0, 40)}" stands twice` };
      top.names.add(name);
    }
  }
  return null;
}

/** Parses, or says what is wrong (E-JSON). */
export function parseStrict(text: string): Result<unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused(badJson({ detail: { vi: 'không đọc được cấu trúc', en: 'its structure cannot be read' } }));
  }
  const wrong = flaw(text);
  return wrong === null ? ok(value) : refused(badJson({ detail: wrong }));
}
