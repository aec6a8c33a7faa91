/** The fingerprint of a dictionary: a template made from another one is told apart by it. Used by the generator only: it needs node:crypto. */
import { createHash } from 'node:crypto';
import type { Field, Section } from './field-shape.ts';

/** SHA-256 (first 16 hex digits) over what a template or document depends on: keys, kinds, requirements, sections. Labels may change freely. */
export function dictionaryHash(fields: readonly Field[], sections: readonly Section[]): string {
  const said = {
    fields: fields.map(({ key, group, section, kind, required, requiredWhen, suppliedBy }) => [
      key,
      group,
      section,
      kind,
      required,
      requiredWhen?.name ?? null,
      suppliedBy,
    ]),
    sections: sections.map(({ key, group, naturalKey }) => [key, group, naturalKey]),
  };
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16);
}
