/** A whole number within bounds. */
import { Type } from 'typebox';
import { readInteger } from '#base/vietnamese/numbers.ts';
import { certain, guess } from '#base/problem.ts';
import * as problems from '#standard/problems/numbers.ts';
import type { SpecOf } from '#standard/field-shape.ts';
import type { RawCell } from '#standard/shapes.ts';
import { inOneCell, printScalar, type Kind, type Reader } from './kind.ts';
import { sayAmongWords } from './number-among-words.ts';

/** The whole number that the cell says; undefined when none (told). `fits`: which number beside words may be proposed. */
export function readWhole({ kind, text }: RawCell, at: Reader, fits?: (value: number) => boolean): number | undefined {
  // The point of a number cell is the decimal one: 1.125 is no 1,125.
  if (kind === 'number' && /^-?\d+\.\d+$/.test(text)) {
    at.report(problems.numberNotWhole);
    return undefined;
  }
  const reading = readInteger(text);
  if (reading.kind === 'unreadable') {
    if (fits !== undefined && sayAmongWords(text, /(?<![\d.,/])\d{1,9}(?![\d.,/]|\s*%)/g, (number) => fits(Number(number)), at))
      return undefined;
    at.report(/^-?\d+[.,]\d+$/.test(text) ? problems.numberNotWhole : problems.numberForm);
    return undefined;
  }
  if (reading.repairs.length > 0)
    at.report(problems.numberRewritten, { corrected: reading.value }, { suggestion: certain(String(reading.value), 'retyped-number') });
  return reading.value;
}

/** "Bậc 3", "bậc 3/9", "3/9": the third step (of nine). */
const STEP = /^(?:bậc\s*)?0*(\d{1,2})(?:\s*\/\s*(\d{1,2}))?$/iu;

/** The pay step that the text says in words or as a share, told as rewritten; the text itself when it is neither. */
function plainStep(text: string, max: number, at: Reader): string {
  const [, step, of] = STEP.exec(text) ?? [];
  if (step === undefined || text === step || (of !== undefined && (Number(step) > Number(of) || Number(of) > max))) return text;
  at.report(problems.numberRewritten, { corrected: step }, { suggestion: certain(step, 'retyped-number') });
  return step;
}

/** "7%": the sign says what the number is of, which the column says too, or does not: the number is a guess. */
function isPercent(text: string, fits: (value: number) => boolean, at: Reader): boolean {
  const [, number] = /^(-?\d+(?:[.,]\d+)?)\s*%$/.exec(text) ?? [];
  if (number === undefined) return false;
  at.report(problems.numberPercent, { value: text }, fits(Number(number)) ? { suggestion: guess(number, 'number-among-words') } : {});
  return true;
}

export const integer: Kind<SpecOf<'integer'>> = {
  ...inOneCell,
  word: { vi: 'số nguyên trong khoảng cho phép', en: 'a whole number within bounds' },
  shown: { as: 'text', set: 'figures' },
  hint: ({ min, max, oneOf }) =>
    oneOf
      ? { vi: `Một trong: ${oneOf.join(', ')}`, en: `One of: ${oneOf.join(', ')}` }
      : { vi: `Số nguyên từ ${min} đến ${max}`, en: `Whole number from ${min} to ${max}` },
  cell: () => ({ format: 'integer', widthChars: 10 }),
  read: (cell, { min, max, step = false, oneOf }, at) => {
    const fits = (one: number): boolean => Number.isInteger(one) && one >= min && one <= max && (oneOf?.includes(one) ?? true);
    if (isPercent(cell.text, fits, at)) return undefined;
    const text = step && cell.kind === 'text' ? plainStep(cell.text, max, at) : cell.text;
    const value = readWhole({ ...cell, text } as RawCell, at, fits);
    if (value === undefined) return undefined;
    if (oneOf && !oneOf.includes(value)) {
      at.report(problems.numberOneOf, { allowed: oneOf.join(', ') });
      return undefined;
    }
    if (value < min || value > max) {
      at.report(problems.numberRange, { min, max });
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
