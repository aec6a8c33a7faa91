/** JSON as it should be sent: a repeated name or a nesting deeper than 32 is refused, not silently resolved (threat T40). */
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { badJson } from './problems.ts';

const DEPTH_MAX = 32;

type Frame = { readonly kind: 'object'; readonly names: Set<string>; expectName: boolean } | { readonly kind: 'array' };

/** The first repeated name, or 'depth' when it is nested too deep; null when neither. `text` is valid JSON. */
function flaw(text: string): string | null {
  const stack: Frame[] = [];
  for (const token of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g)) {
    const top = stack.at(-1);
    const sign = token[0];
    if (sign === '{' || sign === '[') {
      if (stack.length === DEPTH_MAX) return 'depth';
      stack.push(sign === '{' ? { kind: 'object', names: new Set(), expectName: true } : { kind: 'array' });
    } else if (sign === '}' || sign === ']') stack.pop();
    else if (sign === ',') {
      if (top?.kind === 'object') top.expectName = true;
    } else if (sign === ':') {
      if (top?.kind === 'object') top.expectName = false;
    } else if (top?.kind === 'object' && top.expectName) {
      const name = JSON.parse(sign) as string;
      if (top.names.has(name)) return name;
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
    return refused(badJson({ detail: 'không đọc được cấu trúc' }));
  }
  const wrong = flaw(text);
  if (wrong === 'depth') return refused(badJson({ detail: `lồng quá ${DEPTH_MAX} tầng` }));
  return wrong === null ? ok(value) : refused(badJson({ detail: `trường "${wrong.slice(0, 40)}" xuất hiện hai lần` }));
}
