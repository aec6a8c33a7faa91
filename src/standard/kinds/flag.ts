/** Yes or no. */
import { Type } from 'typebox';
import * as problems from '#standard/problems/numbers.ts';
import type { SpecOf } from '#standard/field-shape.ts';
import { inOneCell, type Kind } from './kind.ts';

const WORDS: ReadonlyMap<string, boolean> = new Map([
  ['có', true],
  ['x', true],
  ['đúng', true],
  ['1', true],
  ['true', true],
  ['yes', true],
  ['không', false],
  ['sai', false],
  ['0', false],
  ['false', false],
  ['no', false],
]);

export const flag: Kind<SpecOf<'flag'>> = {
  ...inOneCell,
  word: { vi: 'đúng hoặc sai', en: 'true or false' },
  shown: { as: 'flag', set: 'word' },
  hint: () => ({ vi: 'Có hoặc Không', en: '"Có" (yes) or "Không" (no)' }),
  cell: () => ({ format: 'text', widthChars: 8 }),
  read: ({ text }, _spec, at) => {
    const value = WORDS.get(text.toLowerCase());
    if (value === undefined) at.report(problems.flagForm);
    return value;
  },
  print: (value, _spec, { language }) =>
    value === true ? (language === 'vi' ? 'Có' : 'Yes') : value === false ? (language === 'vi' ? 'Không' : 'No') : '',
  schema: () => Type.Boolean(),
  test: () => "typeof v === 'boolean'",
  typeText: () => 'boolean',
  sqlType: () => 'boolean',
};
