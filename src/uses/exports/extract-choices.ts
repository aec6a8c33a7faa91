/** Fields that may stand in an extract of many people (trích ngang): those of the record that have one value, as far as a role of the asker sees them. Pure. */
import type { Bilingual } from '#base/problem.ts';
import { seen } from '#record/register/visibility.ts';
import { RECORD_CODE } from '#standard/check/record-code.ts';
import { FIELDS, GROUPS } from '#standard/dictionary.ts';
import type { Field } from '#standard/field-shape.ts';

/** The number stands masked beside each name, and is the code of the record; what the system writes of itself says nothing of anybody. */
const NEVER: ReadonlySet<string> = new Set(['soDinhDanh', RECORD_CODE]);
const SYSTEM_GROUPS: ReadonlySet<string> = new Set(['W', 'X', 'Y', 'Z']);

export interface ExtractGroup {
  readonly code: string;
  readonly title: Bilingual;
  readonly fields: readonly { readonly key: string; readonly label: Bilingual }[];
}

const mayStand = (field: Field): boolean => field.section === null && !NEVER.has(field.key) && !SYSTEM_GROUPS.has(field.group);

/** In the order of the form. A sensitive value is hidden in the file unless its reader may unmask. */
export const extractChoices = (roles: readonly string[]): readonly ExtractGroup[] =>
  GROUPS.map(({ code, title }) => ({
    code,
    title,
    fields: FIELDS.filter(
      (field) => field.group === code && mayStand(field) && seen(field, { roles, unmasked: new Set() }) !== 'hidden',
    ).map(({ key, label }) => ({ key, label })),
  })).filter(({ fields }) => fields.length > 0);

/** Those of these that may not be chosen. */
export function notChoosable(fields: readonly string[], roles: readonly string[]): readonly string[] {
  const known = new Set(extractChoices(roles).flatMap((group) => group.fields.map(({ key }) => key)));
  return fields.filter((key) => !known.has(key));
}
