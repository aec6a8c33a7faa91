/** A value in named parts, each of a kind of its own; one column a part. */
import type { SpecOf } from '#standard/field-shape.ts';
import { partsSchema, partsTest, partsType, printParts } from './in-parts.ts';
import { untyped, type Kind, type KindOf } from './kind.ts';

export const objectKind = (kindOf: KindOf): Kind<SpecOf<'object'>> => ({
  ...untyped,
  word: { vi: 'giá trị theo các phần', en: 'a value in parts' },
  shown: { as: 'text', set: 'lines' },
  typed: true,
  parts: ({ parts }) => parts,
  print: (value, { parts }, at) => printParts(value, parts, kindOf, at),
  schema: ({ parts }) => partsSchema(parts, kindOf),
  test: ({ parts }) => partsTest(parts, kindOf),
  typeText: ({ parts }) => partsType(parts, kindOf),
  sqlType: () => null,
});
