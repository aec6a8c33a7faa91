/** Text of several sentences; lines are joined by spaces. */
import { Type } from 'typebox';
import type { SpecOf } from '#standard/field-shape.ts';
import { textPattern } from '#standard/value-tests.ts';
import { inOneCell, printScalar, type Kind } from './kind.ts';
import { readBounded } from './text.ts';

export const longText: Kind<SpecOf<'longText'>> = {
  ...inOneCell,
  word: { vi: 'đoạn chữ', en: 'text' },
  shown: { as: 'text', set: 'lines' },
  hint: ({ maxChars }) => ({ vi: `Chữ, tối đa ${maxChars} ký tự`, en: `Text, at most ${maxChars} characters` }),
  cell: () => ({ format: 'text', widthChars: 50 }),
  read: ({ text }, { maxChars }, at) => readBounded(text, maxChars, at),
  print: printScalar,
  schema: ({ maxChars }) => Type.String({ pattern: textPattern(maxChars) }),
  test: ({ maxChars }) => `isText(v, ${maxChars})`,
  typeText: () => 'string',
  sqlType: () => null,
};
