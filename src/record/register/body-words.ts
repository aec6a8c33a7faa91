/** Bodies stand in a record by code; people read their names. Pure. */
import type { Bilingual } from '#base/problem.ts';
import { FIELDS } from '#standard/dictionary.ts';
import type { KindSpec } from '#standard/field-shape.ts';
import { printValue } from '#standard/print.ts';
import type { FieldValue, RecordDocument } from '#standard/shapes.ts';

/** Name of a body by its code; undefined for a code of nobody and for a body that was written by name. */
export type NameOfBody = (code: string) => string | undefined;
export const noNames: NameOfBody = () => undefined;

const organisations = FIELDS.filter((field) => field.kind.name === 'organisation');

/** Codes of bodies in a record, each once. */
export function bodyCodesIn(document: RecordDocument): string[] {
  const codes = new Set<string>();
  for (const { group, section, key } of organisations) {
    const value = document[group]?.[section ?? key];
    const found = Array.isArray(value) ? value.map((line) => line[key.slice(section!.length + 1)]) : [value];
    for (const one of found) if (typeof one === 'string') codes.add(one);
  }
  return [...codes];
}

/** A value as people read it, a body by its name. */
export function printNamed(kind: KindSpec, value: FieldValue, nameOf: NameOfBody): Bilingual {
  const name = kind.name === 'organisation' && typeof value === 'string' ? nameOf(value) : undefined;
  return name === undefined ? printValue(kind, value) : { vi: name, en: name };
}
