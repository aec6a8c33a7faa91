/**
 * The JSON Schema (2020-12) of a record, derived from the dictionary: the published standard, and the schema of the API.
 *
 * A document states what was stated: no field is required by the schema but within a line and a compound value (a line
 * replaces the whole line). What must be there to submit, and codes as of a day, are `check.ts`'s business.
 */
import Format from 'typebox/format';
import { Type, type TProperties, type TSchema } from 'typebox';
import { DICTIONARY_VERSION, FIELDS, GROUPS, leavesOf, SECTIONS } from './dictionary.ts';
import { decreePlaceOf } from './decree/place.ts';
import { sourceOf } from './decree/source.ts';
import type { Field, Leaf, Section } from './field-shape.ts';
import { kindOf } from './kinds/all.ts';
import type { GroupCode } from './shapes.ts';
import { isDay, isInstant, isPartialDay } from './value-tests.ts';

// Formats are checked beside the pattern that everybody else checks: 1980-02-30 fits the pattern.
Format.Set('plain-date', isDay);
Format.Set('partial-date', isPartialDay);
Format.Set('instant', isInstant);

/** A stated absence in place of a value. */
export const ABSENT = Type.Object({ vang: Type.Enum(['CHUA_XAC_DINH', 'KHONG_RO', 'KHONG_AP_DUNG']) }, { additionalProperties: false });

/** `dong` is the stable id that the register gives a line. */
export const LINE_ID_PATTERN = '^[0-9]{1,9}$';

/** In a line this must be there: needed, and not computed by us. */
export const isNeededInLine = (leaf: Leaf): boolean => leaf.required === 'R' && leaf.kind.name !== 'derived';

const describe = (leaf: Leaf): Record<string, unknown> => ({
  title: leaf.label.vi,
  'x-title-en': leaf.label.en,
  'x-field': leaf.field.key,
  'x-kind': leaf.kind.name,
  'x-required': leaf.required,
  ...(leaf.field.codeList === null ? {} : { 'x-code-list': leaf.field.codeList }),
  ...(leaf.field.formItem.length === 0 ? {} : { 'x-form-item': [...leaf.field.formItem] }),
  'x-data-kind': sourceOf(leaf.field).kind,
  'x-source-body': sourceOf(leaf.field).code,
  'x-decree-group': decreePlaceOf(leaf.field).group,
  ...(leaf.field.sensitivity === null ? {} : { 'x-sensitivity': leaf.field.sensitivity }),
});

const valueSchema = (leaf: Leaf): TSchema => Type.Union([kindOf(leaf.kind).schema(leaf.kind), ABSENT], describe(leaf));

function lineSchema(leaves: readonly Leaf[]): TSchema {
  const properties: TProperties = { dong: Type.Optional(Type.String({ pattern: LINE_ID_PATTERN })) };
  for (const leaf of leaves) properties[leaf.key] = isNeededInLine(leaf) ? valueSchema(leaf) : Type.Optional(valueSchema(leaf));
  return Type.Object(properties, { additionalProperties: false });
}

/** The schema of one group of these fields. */
export function groupSchema(fields: readonly Field[], sections: readonly Section[], group: GroupCode): TSchema {
  const properties: TProperties = {};
  for (const leaf of leavesOf(fields, group, null)) properties[leaf.key] = Type.Optional(valueSchema(leaf));
  for (const section of sections.filter((one) => one.group === group)) {
    const leaves = leavesOf(fields, group, section.key);
    if (leaves.length > 0)
      properties[section.key] = Type.Optional(
        Type.Array(lineSchema(leaves), {
          title: section.title.vi,
          'x-title-en': section.title.en,
          'x-natural-key': [...section.naturalKey],
        }),
      );
  }
  return Type.Object(properties, { additionalProperties: false });
}

/** The schema of a record of these fields. */
export function recordSchema(fields: readonly Field[], sections: readonly Section[]): TSchema {
  const groups = GROUPS.filter(({ code }) => fields.some((field) => field.group === code));
  return Type.Object(
    Object.fromEntries(
      groups.map(({ code, title }) => [
        code,
        Type.Optional(Type.Unsafe({ ...groupSchema(fields, sections, code), title: title.vi, 'x-title-en': title.en })),
      ]),
    ),
    {
      additionalProperties: false,
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:congvu:ho-so:${DICTIONARY_VERSION}`,
      title: 'Hồ sơ cán bộ, công chức, viên chức',
      'x-title-en': 'Record of a civil servant',
      'x-dictionary-version': DICTIONARY_VERSION,
    },
  );
}

export const RECORD_SCHEMA: TSchema = recordSchema(FIELDS, SECTIONS);
