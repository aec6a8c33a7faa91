/** Whole VND. */
import { Type } from 'typebox';
import * as problems from '#standard/problems/numbers.ts';
import type { SpecOf } from '#standard/field-shape.ts';
import { readWhole } from './integer.ts';
import { inOneCell, type Kind } from './kind.ts';

/** A trillion: no pay or allowance is larger. */
const MAX_VND = 1_000_000_000_000;

export const money: Kind<SpecOf<'money'>> = {
  ...inOneCell,
  word: { vi: 'số tiền nguyên, đồng', en: 'whole VND' },
  shown: { as: 'money', set: 'figures' },
  hint: () => ({ vi: 'Số tiền, đồng', en: 'Amount in VND' }),
  cell: () => ({ format: 'integer', widthChars: 16 }),
  read: (cell, _spec, at) => {
    const value = readWhole(cell, at);
    if (value === undefined) return undefined;
    if (value < 0 || value > MAX_VND) {
      at.report(problems.numberRange, { min: 0, max: MAX_VND });
      return undefined;
    }
    return value;
  },
  print: (value) => (typeof value === 'number' ? `${String(value).replace(/\B(?=(\d{3})+$)/g, '.')} đ` : ''),
  schema: () => Type.Integer({ minimum: 0, maximum: MAX_VND }),
  test: () => `isWhole(v, 0, ${MAX_VND})`,
  typeText: () => 'number',
  sqlType: () => 'bigint',
};
