/** One code a field: the result of matching, by field key. Made by the system. */
import { Type } from 'typebox';
import type { SpecOf } from '#standard/field-shape.ts';
import { codesOf, nameOfCode } from './coded.ts';
import { untyped, type Kind } from './kind.ts';

export const map: Kind<SpecOf<'map'>> = {
  ...untyped,
  word: { vi: 'kết quả theo trường', en: 'a result by field' },
  shown: { as: 'text', set: 'lines' },
  print: (value, { codeList }, at) =>
    typeof value !== 'object'
      ? ''
      : Object.entries(value)
          .map(([key, code]) => `${key}: ${nameOfCode([codeList], String(code), at)}`)
          .join(', '),
  schema: ({ codeList }) => Type.Record(Type.String(), Type.Enum([...codesOf([codeList])])),
  test: ({ codeList }) => `isMapOf(v, LIST_${codeList})`,
  typeText: ({ codeList }) => `Readonly<Record<string, CodeOf_${codeList}>>`,
  sqlType: () => null,
};
