/** A field that is itself a list: a repeating section of its own, whose lines have these parts. Shown as a count where one value is asked. */
import { Type } from 'typebox';
import type { SpecOf } from '#standard/field-shape.ts';
import { partsSchema, partsTest, partsType } from './in-parts.ts';
import { untyped, type Kind, type KindOf } from './kind.ts';

export const listKind = (kindOf: KindOf): Kind<SpecOf<'list'>> => ({
  ...untyped,
  word: { vi: 'danh sách các dòng', en: 'a list of lines' },
  shown: { as: 'text', set: 'lines' },
  print: (value, _spec, { language }) =>
    Array.isArray(value) ? (language === 'vi' ? `${value.length} dòng` : `${value.length} lines`) : '',
  schema: ({ parts }) => Type.Array(partsSchema(parts, kindOf)),
  test: ({ parts }) => `(Array.isArray(v) && v.every((v) => ${partsTest(parts, kindOf)}))`,
  typeText: ({ parts }) => `readonly ${partsType(parts, kindOf)}[]`,
  sqlType: () => null,
});
