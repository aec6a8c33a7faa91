/**
 * The field dictionary: every field of the record, once. Everything else is derived from it.
 *
 * Not the official list of the national database (194 fields in the appendix of ND 27/2026/ND-CP, which is not public and was not seen): the union of form 2C-BNV/2008, 2C/TCTW-98,
 * HS02-VC/BNV (TT 07/2019/TT-BNV), the citizen lookup and our own design; each field says its source and confidence.
 */
import releases from './dictionary-releases.json' with { type: 'json' };
import sealedAtRest from './sealed-at-rest.json' with { type: 'json' };
import type { Field, Leaf, Section } from './field-shape.ts';
import { GROUP_A } from './fields/a-record.ts';
import { GROUP_B } from './fields/b-identity.ts';
import { GROUP_C } from './fields/c-contact.ts';
import { GROUP_D } from './fields/d-party-army-policy.ts';
import { GROUP_E } from './fields/e-recruitment.ts';
import { GROUP_F } from './fields/f-position.ts';
import { GROUP_G } from './fields/g-pay.ts';
import { GROUP_H } from './fields/h-allowances.ts';
import { GROUP_I } from './fields/i-qualifications.ts';
import { GROUP_J } from './fields/j-training.ts';
import { GROUP_K } from './fields/k-career.ts';
import { GROUP_L } from './fields/l-appointments.ts';
import { GROUP_M } from './fields/m-planning.ts';
import { GROUP_N } from './fields/n-ratings.ts';
import { GROUP_O } from './fields/o-awards.ts';
import { GROUP_P } from './fields/p-discipline.ts';
import { GROUP_Q } from './fields/q-family.ts';
import { GROUP_R } from './fields/r-history.ts';
import { GROUP_S } from './fields/s-health.ts';
import { GROUP_T } from './fields/t-assets.ts';
import { GROUP_U } from './fields/u-insurance.ts';
import { GROUP_V } from './fields/v-leaving.ts';
import { GROUP_W } from './fields/w-card.ts';
import { GROUP_X } from './fields/x-documents.ts';
import { GROUP_Y } from './fields/y-metadata.ts';
import { GROUP_Z } from './fields/z-body.ts';
import { GROUPS, SECTIONS } from './groups.ts';
import type { GroupCode } from './shapes.ts';

export { GROUPS, SECTIONS };
export { DICTIONARY_HASH } from './generated/dictionary-hash.ts';
export type { Field } from './field-shape.ts';

/**
 * Another one with every change of a key, kind or requirement (a test holds each version to its fingerprint); stands in each version of a record
 * and in each template.
 */
export const DICTIONARY_VERSION: string = releases.at(-1)!.version;

/** Every field; their order here is the order of the form. */
export const FIELDS: readonly Field[] = [
  ...GROUP_A,
  ...GROUP_B,
  ...GROUP_C,
  ...GROUP_D,
  ...GROUP_E,
  ...GROUP_F,
  ...GROUP_G,
  ...GROUP_H,
  ...GROUP_I,
  ...GROUP_J,
  ...GROUP_K,
  ...GROUP_L,
  ...GROUP_M,
  ...GROUP_N,
  ...GROUP_O,
  ...GROUP_P,
  ...GROUP_Q,
  ...GROUP_R,
  ...GROUP_S,
  ...GROUP_T,
  ...GROUP_U,
  ...GROUP_V,
  ...GROUP_W,
  ...GROUP_X,
  ...GROUP_Y,
  ...GROUP_Z,
];

const byKey = new Map(FIELDS.map((field) => [field.key, field]));

/** The field with this key; undefined when there is none. */
export const fieldByKey = (key: string): Field | undefined => byKey.get(key);

/** The section with this key; undefined when there is none. */
export const sectionByKey = (key: string): Section | undefined => SECTIONS.find((section) => section.key === key);

/**
 * Groups that stand encrypted at rest: identity (with old cards and passports), addresses and contacts; health, discipline, personal history, family,
 * means, bank account, files, which few see as well. What of them is searched and counted stands in hot columns beside. Written so from now on, whatever
 * the day of the fact; what was written before opens as it stands. Decision 0069.
 */
export const SEALED_GROUPS: readonly GroupCode[] = GROUPS.map((group) => group.code).filter(
  (code) => FIELDS.some((field) => field.group === code && field.sealed) || sealedAtRest.groups.some(({ group }) => group === code),
);

const lineKey = (field: Field): string => (field.section === null ? field.key : field.key.slice(field.section.length + 1));

/** What stands directly in a group's document (`section` null) or in a line of that section, in order. */
export function leavesOf(fields: readonly Field[], group: GroupCode, section: string | null): readonly Leaf[] {
  return fields.flatMap((field): Leaf[] => {
    if (field.group !== group) return [];
    if (field.kind.name === 'list') {
      if (field.key !== section) return [];
      return field.kind.parts.map((part) => ({
        field,
        key: part.key,
        path: `${field.key}.${part.key}`,
        label: part.label,
        kind: part.kind,
        required: part.required ? 'R' : 'O',
        requiredWhen: null,
        dateField: null,
      }));
    }
    if (field.section !== section) return [];
    const { label, kind, required, requiredWhen, dateField } = field;
    return [{ field, key: lineKey(field), path: field.key, label, kind, required, requiredWhen, dateField }];
  });
}
