/** What kinds in parts share: schema, test, type and print are put together from those of the parts. */
import { Type, type TProperties } from 'typebox';
import type { Part } from '#standard/field-shape.ts';
import type { Compound, FieldValue } from '#standard/shapes.ts';
import type { KindOf, Printing } from './kind.ts';

export const partsSchema = (parts: readonly Part[], kindOf: KindOf) => {
  const properties: TProperties = {};
  for (const part of parts) {
    const schema = kindOf(part.kind).schema(part.kind);
    properties[part.key] = part.required ? schema : Type.Optional(schema);
  }
  return Type.Object(properties, { additionalProperties: false, minProperties: 1 });
};

export const partsTest = (parts: readonly Part[], kindOf: KindOf): string => {
  const tests = parts.map((part) => `${part.key}: (v) => ${kindOf(part.kind).test(part.kind)}`).join(', ');
  const needed = parts
    .filter((part) => part.required)
    .map((part) => `'${part.key}'`)
    .join(', ');
  return `hasParts(v, { ${tests} }, [${needed}])`;
};

export const partsType = (parts: readonly Part[], kindOf: KindOf): string =>
  `{ ${parts.map((part) => `readonly ${part.key}${part.required ? '' : '?'}: ${kindOf(part.kind).typeText(part.kind)}`).join('; ')} }`;

const isCompound = (value: FieldValue): value is Compound => typeof value === 'object';

/** The parts that are there, in their order. */
export const printParts = (value: FieldValue, parts: readonly Part[], kindOf: KindOf, at: Printing): string =>
  !isCompound(value)
    ? ''
    : parts
        .flatMap((part) => {
          const said = value[part.key];
          return said === undefined ? [] : [kindOf(part.kind).print(said, part.kind, at)];
        })
        .join(', ');
