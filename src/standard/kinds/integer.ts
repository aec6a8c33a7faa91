/** A whole number within bounds. */
import { Type } from 'typebox';
import { readInteger } from '#base/vietnamese/numbers.ts';
import { certain } from '#base/problem.ts';
import * as problems from '#standard/problems.ts';
import type { SpecOf } from '#standard/field-shape.ts';
import { inOneCell, printScalar, type Kind, type Reader } from './kind.ts';

/** The whole number that the text says; undefined when none (told). */
export function readWhole(text: string, at: Reader): number | undefined {
  const reading = readInteger(text);
  if (reading.kind === 'unreadable') {
    at.say(/^-?\d+[.,]\d+$/.test(text) ? problems.numberNotWhole : problems.numberForm);
    return undefined;
  }
  if (reading.repairs.length > 0)
    at.say(problems.numberRewritten, { corrected: reading.value }, { suggestion: certain(String(reading.value), 'retyped-number') });
  return reading.value;
}

export const integer: Kind<SpecOf<'integer'>> = {
  ...inOneCell,
  hint: ({ min, max, oneOf }) =>
    oneOf
      ? { vi: `Một trong: ${oneOf.join(', ')}`, en: `One of: ${oneOf.join(', ')}` }
      : { vi: `Số nguyên từ ${min} đến ${max}`, en: `Whole number from ${min} to ${max}` },
  cell: () => ({ format: 'integer', widthChars: 10 }),
  read: ({ text }, { min, max, oneOf }, at) => {
    const value = readWhole(text, at);
    if (value === undefined) return undefined;
    if (oneOf && !oneOf.includes(value)) {
      at.say(problems.numberOneOf, { allowed: oneOf.join(', ') });
      return undefined;
    }
    if (value < min || value > max) {
      at.say(problems.numberRange, { min, max });
      return undefined;
    }
    return value;
  },
  print: printScalar,
  schema: ({ min, max, oneOf }) => (oneOf ? Type.Enum([...oneOf]) : Type.Integer({ minimum: min, maximum: max })),
  test: ({ min, max, oneOf }) => (oneOf ? `(${oneOf.map((one) => `v === ${one}`).join(' || ')})` : `isWhole(v, ${min}, ${max})`),
  typeText: ({ oneOf }) => oneOf?.join(' | ') ?? 'number',
  sqlType: () => 'integer',
};
