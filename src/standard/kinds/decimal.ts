/** A decimal as text with a fixed number of places ("3.66"): a pay coefficient is never a binary fraction. */
import { Type } from 'typebox';
import { certain, guess } from '#base/problem.ts';
import { numberWords } from '#base/vietnamese/number-words.ts';
import { readDecimal } from '#base/vietnamese/numbers.ts';
import * as problems from '#standard/problems/numbers.ts';
import type { SpecOf } from '#standard/field-shape.ts';
import { inOneCell, type Kind } from './kind.ts';
import { sayAmongWords } from './number-among-words.ts';

const patternOf = ({ scale, max }: SpecOf<'decimal'>): string => {
  const more = (max.split('.')[0] ?? '').length - 1;
  return `^(?:0|[1-9]${more > 0 ? `[0-9]{0,${more}}` : ''})\\.[0-9]{${scale}}$`;
};

/** The text with exactly `scale` places; null when it has more that count. */
function toScale(text: string, scale: number): string | null {
  const [whole, fraction = ''] = text.split('.') as [string, string?];
  if (/[^0]/.test(fraction.slice(scale))) return null;
  return `${whole}.${fraction.slice(0, scale).padEnd(scale, '0')}`;
}

const PERCENT = /^(-?\d+(?:[.,]\d+)?)\s*%$/;

/** "500.000" as thousands and as a decimal, when both lie in the bounds; null when it can only be one. */
function groupedToo(text: string, scale: number, max: string): { readonly grouped: string; readonly decimal: string } | null {
  const [, whole, rest] = /^([1-9]\d{0,2})[.,](\d{3})$/.exec(text) ?? [];
  if (whole === undefined || Number(whole + rest!) > Number(max)) return null;
  const [grouped, decimal] = [toScale(whole + rest!, scale), toScale(`${whole}.${rest!}`, scale)];
  return grouped === null || decimal === null ? null : { grouped, decimal };
}

export const decimal: Kind<SpecOf<'decimal'>> = {
  ...inOneCell,
  word: { vi: 'số thập phân dạng chữ, đủ chữ số lẻ', en: 'a decimal as text with its places' },
  shown: { as: 'decimal', set: 'figures' },
  hint: ({ scale, min, max }) => ({
    vi: `Số có ${scale} chữ số thập phân, từ ${numberWords(min).vi} đến ${numberWords(max).vi}`,
    en: `${scale} decimal places, from ${min} to ${max}`,
  }),
  cell: () => ({ format: 'text', widthChars: 10 }),
  read: ({ text, kind }, { scale, min, max }, at) => {
    const percent = PERCENT.exec(text)?.[1];
    if (percent !== undefined) {
      const plain = toScale(percent.replace(',', '.'), scale);
      // Where a hundred fits, 25% may be meant as 25; a coefficient never is.
      const proposed = plain !== null && Number(max) >= 100 ? { suggestion: guess(plain, 'number-among-words') } : {};
      at.report(problems.numberPercent, { value: text }, proposed);
      return undefined;
    }
    const grouped = kind === 'text' ? groupedToo(text, scale, max) : null;
    if (grouped !== null) {
      const asRead = { grouped: numberWords(grouped.grouped), decimal: numberWords(grouped.decimal) };
      at.report(problems.numberGrouped, { value: text, ...asRead }, { candidates: [grouped.grouped, grouped.decimal] });
      return undefined;
    }
    const reading = readDecimal(text);
    if (reading.kind === 'unreadable') {
      const fits = (number: string): boolean =>
        toScale(number, scale) === number && Number(number) >= Number(min) && Number(number) <= Number(max);
      if (!sayAmongWords(text, /(?<![\d.,])\d+[.,]\d+(?![\d.,]|\s*%)/g, fits, at)) at.report(problems.numberForm);
      return undefined;
    }
    const value = toScale(reading.value, scale);
    if (value === null) {
      at.report(problems.decimalPlaces, { places: scale });
      return undefined;
    }
    if (Number(value) < Number(min) || Number(value) > Number(max)) {
      at.report(problems.numberRange, { min: numberWords(min), max: numberWords(max) });
      return undefined;
    }
    // 2.34 stored as the nearest double is the spreadsheet's doing, not the person's: not worth a word.
    const told = reading.repairs.filter((repair) => repair !== 'number-form');
    if (told.length > 0) {
      at.report(
        told.includes('decimal-comma') ? problems.decimalComma : problems.numberRewritten,
        { corrected: numberWords(value) },
        { suggestion: certain(value, 'retyped-number') },
      );
    }
    return value;
  },
  print: (value, _spec, { language }) => (typeof value === 'string' ? numberWords(value)[language] : ''),
  schema: (spec) => Type.String({ pattern: patternOf(spec) }),
  test: (spec) => `matches(v, /${patternOf(spec)}/u)`,
  typeText: () => 'DecimalText',
  sqlType: ({ scale, max }) => `numeric(${(max.split('.')[0] ?? '').length + scale},${scale})`,
};
