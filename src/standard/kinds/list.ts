/** A field that is itself a list: a repeating section of its own, whose lines have these parts. Shown as a count where one value is asked. */
import { Type } from 'typebox';
import type { SpecOf } from '#standard/field-shape.ts';
import { partsSchema, partsTest, partsType } from './in-parts.ts';
import { untyped, type Kind } from './kind.ts';

export const list: Kind<SpecOf<'list'>> = {
  ...untyped,
  print: (value, _spec, { language }) => (Array.isArray(value) ? (language === 'vi' ? `${value.length} dòng` : `${value.length} lines`) : ''),
  schema: ({ parts }) => Type.Array(partsSchema(parts)),
  test: ({ parts }) => `(Array.isArray(v) && v.every((v) => ${partsTest(parts)}))`,
  typeText: ({ parts }) => `readonly ${partsType(parts)}[]`,
  sqlType: () => null,
};
