/** A code where the list knows one, else the words as they stand: lists of posts and certificates are open. */
import { Type } from 'typebox';
import type { SpecOf } from '#standard/field-shape.ts';
import { textPattern } from '#standard/value-tests.ts';
import { nameOfCode, resolveInAny, sayRewritten, sayUnlisted } from './coded.ts';
import { inOneCell, type Kind } from './kind.ts';
import { readBounded } from './text.ts';

export const codeOrText: Kind<SpecOf<'codeOrText'>> = {
  ...inOneCell,
  word: { vi: 'mã hoặc chữ', en: 'a code or text' },
  shown: { as: 'text', set: 'word' },
  hint: () => ({ vi: 'Chọn trong danh sách, hoặc ghi bằng chữ', en: 'Choose from the list, or write it out' }),
  cell: () => ({ format: 'text', widthChars: 30 }),
  read: ({ text }, { codeLists, maxChars, proposed }, at) => {
    const resolution = resolveInAny(codeLists, text, at.on);
    if (resolution.kind === 'found') sayRewritten(text, resolution, at);
    // A post of a body that is no more ("Tổng cục trưởng") is a code still.
    if (resolution.kind === 'found' || resolution.kind === 'closed') return resolution.code;
    if (proposed && resolution.kind === 'unknown') sayUnlisted(text, codeLists, resolution, at);
    return readBounded(text, maxChars, at);
  },
  print: (value, { codeLists }, at) => (typeof value === 'string' ? nameOfCode(codeLists, value, at) : ''),
  schema: ({ maxChars }) => Type.String({ pattern: textPattern(maxChars) }),
  test: ({ maxChars }) => `isText(v, ${maxChars})`,
  typeText: () => 'string',
  sqlType: () => 'text',
};
