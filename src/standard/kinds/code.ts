/** A code of a list. A cell may hold the code, its name, an alias or "code – name". */
import { Type } from 'typebox';
import type { SpecOf } from '#standard/field-shape.ts';
import { codesOf, nameOfCode, readCode } from './coded.ts';
import { inOneCell, type Kind } from './kind.ts';

export const code: Kind<SpecOf<'code'>> = {
  ...inOneCell,
  hint: () => ({ vi: 'Chọn trong danh sách', en: 'Choose from the list' }),
  cell: () => ({ format: 'text', widthChars: 22 }),
  read: ({ text }, { codeLists, kept }, at) => readCode(text, codeLists, kept ?? false, at),
  print: (value, { codeLists }, at) => (typeof value === 'string' ? nameOfCode(codeLists, value, at) : ''),
  schema: ({ codeLists }) => Type.Enum([...codesOf(codeLists)]),
  test: ({ codeLists }) => `isOneOf(v, LIST_${codeLists.join('__')})`,
  typeText: ({ codeLists }) => codeLists.map((id) => `CodeOf_${id}`).join(' | '),
  sqlType: () => 'text',
};
