/** A value in named parts, each of a kind of its own; one column a part. */
import type { SpecOf } from '#standard/field-shape.ts';
import { partsSchema, partsTest, partsType, printParts } from './in-parts.ts';
import { untyped, type Kind } from './kind.ts';

export const object: Kind<SpecOf<'object'>> = {
  ...untyped,
  typed: true,
  parts: ({ parts }) => parts,
  print: (value, { parts }, at) => printParts(value, parts, at),
  schema: ({ parts }) => partsSchema(parts),
  test: ({ parts }) => partsTest(parts),
  typeText: ({ parts }) => partsType(parts),
  sqlType: () => null,
};
