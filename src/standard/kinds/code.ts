/**
 * A code of a list. A cell may hold the code, its name, an alias or "code – name".
 * An open list (grades, titles) holds people: what it does not know is kept as typed, with a proposal to add it.
 */
import { Type } from 'typebox';
import type { SpecOf } from '#standard/field-shape.ts';
import { textPattern } from '#standard/value-tests.ts';
import { codesOf, nameOfCode, readCode, resolveInAny, sayUnlisted } from './coded.ts';
import { inOneCell, type Kind, type Reader } from './kind.ts';
import { readBounded } from './text.ts';

/** No code or name of a grade is longer. */
const OPEN_CHARS_MAX = 150;

/** Has it a letter or a digit? Signs alone name nothing. */
const namesSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

function readOpen(typed: string, listIds: readonly string[], kept: boolean, at: Reader): string | undefined {
  const resolution = resolveInAny(listIds, typed, at.on);
  if (resolution.kind !== 'unknown' || !namesSomething(typed)) return readCode(typed, listIds, kept, at);
  sayUnlisted(typed, listIds, resolution, at);
  return readBounded(typed, OPEN_CHARS_MAX, at);
}

export const code: Kind<SpecOf<'code'>> = {
  ...inOneCell,
  word: { vi: 'một mã của danh mục', en: 'a code of the list' },
  shown: { as: 'text', set: 'word' },
  hint: () => ({ vi: 'Chọn trong danh sách', en: 'Choose from the list' }),
  cell: () => ({ format: 'text', widthChars: 22 }),
  read: ({ text }, { codeLists, kept, open }, at) => (open ? readOpen : readCode)(text, codeLists, kept ?? false, at),
  print: (value, { codeLists }, at) => (typeof value === 'string' ? nameOfCode(codeLists, value, at) : ''),
  schema: ({ codeLists, open }) => (open ? Type.String({ pattern: textPattern(OPEN_CHARS_MAX) }) : Type.Enum([...codesOf(codeLists)])),
  test: ({ codeLists, open }) => (open ? `isText(v, ${OPEN_CHARS_MAX})` : `isOneOf(v, LIST_${codeLists.join('__')})`),
  typeText: ({ codeLists, open }) => (open ? 'string' : codeLists.map((id) => `CodeOf_${id}`).join(' | ')),
  sqlType: () => 'text',
};
