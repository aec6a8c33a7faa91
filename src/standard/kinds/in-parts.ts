/** What kinds in parts share: schema, test, type and print are put together from those of the parts. */
import { Type, type TProperties } from 'typebox';
import type { KindSpec, Part } from '#standard/field-shape.ts';
import type { Compound, FieldValue } from '#standard/shapes.ts';
import { kindOf } from './all.ts';
import type { Printing } from './kind.ts';

export const partsSchema = (parts: readonly Part[]) => {
  const properties: TProperties = {};
  for (const part of parts) {
    const schema = kindOf(part.kind).schema(part.kind);
    properties[part.key] = part.required ? schema : Type.Optional(schema);
  }
  return Type.Object(properties, { additionalProperties: false, minProperties: 1 });
};

export const partsTest = (parts: readonly Part[]): string => {
  const tests = parts.map((part) => `${part.key}: (v) => ${kindOf(part.kind).test(part.kind)}`).join(', ');
  const needed = parts.filter((part) => part.required).map((part) => `'${part.key}'`).join(', ');
  return `hasParts(v, { ${tests} }, [${needed}])`;
};

export const partsType = (parts: readonly Part[]): string =>
  `{ ${parts.map((part) => `readonly ${part.key}${part.required ? '' : '?'}: ${kindOf(part.kind).typeText(part.kind)}`).join('; ')} }`;

const isCompound = (value: FieldValue): value is Compound => typeof value === 'object';

/** The parts that are there, in their order. */
export const printParts = (value: FieldValue, parts: readonly Part[], at: Printing): string =>
  !isCompound(value) ? '' : parts.flatMap((part) => {
    const said = value[part.key];
    return said === undefined ? [] : [printPart(said, part.kind, at)];
  }).join(', ');

const printPart = (value: FieldValue, kind: KindSpec, at: Printing): string => kindOf(kind).print(value, kind, at);
