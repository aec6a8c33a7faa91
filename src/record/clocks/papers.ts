/** Decisions that a record cites, with their days. Pure. */
import type { PlainDate } from '#base/clock.ts';
import { FIELDS } from '#standard/dictionary.ts';
import type { Field } from '#standard/field-shape.ts';
import type { GroupCode, RecordDocument } from '#standard/shapes.ts';

export interface Paper {
  readonly group: GroupCode;
  /** key of the field that cites it */
  readonly field: string;
  readonly number: string;
  readonly day: PlainDate;
}

const CITING = FIELDS.filter(({ kind }) => kind.name === 'decision');

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** What stands at a field: one value, or one of each line of its section. An absence that was stated is no paper. */
function valuesAt(document: RecordDocument, { group, section, key }: Field): readonly unknown[] {
  const stated: unknown = document[group];
  if (!isObject(stated)) return [];
  if (section === null) return [stated[key]];
  const lines = stated[section];
  return Array.isArray(lines) ? lines.map((line: unknown) => (isObject(line) ? line[key.slice(section.length + 1)] : undefined)) : [];
}

export const papersIn = (document: RecordDocument): readonly Paper[] =>
  CITING.flatMap((field) =>
    valuesAt(document, field).flatMap((value): Paper[] => {
      if (!isObject(value) || typeof value['ngay'] !== 'string' || typeof value['so'] !== 'string') return [];
      return [{ group: field.group, field: field.key, number: value['so'], day: value['ngay'] }];
    }),
  );

const keyOf = ({ field, number, day }: Paper): string => `${field} ${day} ${number}`;

/** Those that are stated and do not stand in the record yet. */
export function newPapers(standing: RecordDocument, stated: RecordDocument): readonly Paper[] {
  const there = new Set(papersIn(standing).map(keyOf));
  return papersIn(stated).filter((paper) => !there.has(keyOf(paper)));
}
