/** Short text on one line; with a pattern when its form is known. */
import { Type } from 'typebox';
import * as problems from '#standard/problems/cell.ts';
import type { SpecOf } from '#standard/field-shape.ts';
import { textPattern } from '#standard/value-tests.ts';
import { isFormThen } from './dated-form.ts';
import { inOneCell, printScalar, type Kind, type Reader } from './kind.ts';

/** The text, when it is not longer than it may be. */
export function readBounded(text: string, maxChars: number, at: Reader): string | undefined {
  if (text.length <= maxChars) return text;
  const length = Array.from(text).length;
  if (length <= maxChars) return text;
  at.report(problems.textTooLong, { length, max: maxChars });
  return undefined;
}

/** The pattern of the schema: the kind's own, and not longer than it may be. */
const patternOf = ({ pattern, maxChars }: SpecOf<'text'>): string =>
  pattern === undefined ? textPattern(maxChars) : `^(?=.{1,${maxChars}}$)${pattern.replace(/^\^/, '')}`;

const patterns = new Map<string, RegExp>();
function compiled(source: string): RegExp {
  const known = patterns.get(source) ?? new RegExp(source, 'u');
  patterns.set(source, known);
  return known;
}

export const text: Kind<SpecOf<'text'>> = {
  ...inOneCell,
  word: { vi: 'chữ trên một dòng', en: 'a line of text' },
  shown: { as: 'text', set: 'word' },
  hint: ({ maxChars, patternHint }) => patternHint ?? { vi: `Chữ, tối đa ${maxChars} ký tự`, en: `Text, at most ${maxChars} characters` },
  cell: ({ maxChars }) => ({ format: 'text', widthChars: Math.min(40, Math.max(12, maxChars)) }),
  read: ({ text: typed }, spec, at) => {
    const value = readBounded(typed, spec.maxChars, at);
    if (value === undefined || spec.pattern === undefined) return value;
    if (compiled(spec.pattern).test(value)) return spec.form === undefined || isFormThen(spec.form, value, at) ? value : undefined;
    at.report(problems.textPattern, { form: spec.patternHint ?? spec.pattern });
    return undefined;
  },
  print: printScalar,
  schema: (spec) => Type.String({ pattern: patternOf(spec) }),
  test: (spec) => (spec.pattern === undefined ? `isText(v, ${spec.maxChars})` : `matches(v, ${String(new RegExp(patternOf(spec), 'u'))})`),
  typeText: () => 'string',
  sqlType: () => 'text',
};
