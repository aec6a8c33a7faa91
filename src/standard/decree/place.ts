/** Where a field stands in the national database of Decree 27/2026: its group of Article 5, national or a body's own. Data with confidence: `fields.json`. Pure. */
import { FIELDS } from '#standard/dictionary.ts';
import type { Field } from '#standard/field-shape.ts';
import decree from './fields.json' with { type: 'json' };

export interface DecreeGroup {
  /** "1" to "10" */
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}
export interface DecreePlace {
  readonly scope: 'national' | 'own';
  /** null of what is a body's own */
  readonly group: string | null;
}

export const DECREE_GROUPS: readonly DecreeGroup[] = decree.nationalGroups.map(({ code, vi, en }) => ({ code, vi, en }));
/** How many fields the decree counts. */
export const STATED_FIELDS = decree.statedFields;

/** Of a field, be it of the dictionary or not yet. Pure. */
export const decreePlaceOf = (field: Field): DecreePlace => {
  const { key, group } = field;
  if (decree.own.fields.includes(key)) return { scope: 'own', group: null };
  const national =
    decree.nationalGroups.find(({ fields }) => (fields as readonly string[]).includes(key)) ??
    decree.nationalGroups.find(({ groups }) => (groups as readonly string[]).includes(group));
  return national ? { scope: 'national', group: national.code } : { scope: 'own', group: null };
};

const places = new Map(FIELDS.map((field) => [field.key, decreePlaceOf(field)]));

/** Of every field of the dictionary. Throws for a key that it does not have. */
export function decreePlace(key: string): DecreePlace {
  const place = places.get(key);
  if (!place) throw new Error(`no field ${key}`);
  return place;
}
