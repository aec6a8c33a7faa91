/**
 * The columns of the register table that repeat a field for search and reports; derived from `hot` in the dictionary.
 *
 * A field of a repeating section stands for its latest line by the section's date. Beside the full name stand two keys made
 * by us, since SQL must not fold or sort names (docs/architecture.md §8, Database). A stated absence is null here. Of a body of the employment it
 * is not the code as typed that stands here but the identity that the register found for it (`record/register/employment.ts`).
 */
import { accentFree } from '#base/vietnamese/text.ts';
import { nameSortKey } from '#base/vietnamese/names.ts';
import { FIELDS, SECTIONS } from './dictionary.ts';
import type { Field, Section } from './field-shape.ts';
import { kindOf } from './kinds/all.ts';
import { isAbsent, lineText } from './record-access.ts';
import type { FieldValue, Line, RecordDocument, Scalar } from './shapes.ts';

export interface HotColumn {
  readonly column: string;
  /** PostgreSQL type */
  readonly sqlType: string;
  /** key of the dictionary's field */
  readonly field: string;
  /** what of it: the value, a key made from a name, or the id of the body that the register knows it to be */
  readonly of: 'value' | 'sort key' | 'accent-free' | 'body';
}

/** Is it a body of the person's own employment? */
export const isEmployer = ({ kind }: Pick<Field, 'kind'>): boolean => kind.name === 'organisation' && kind.employer === true;

/** The hot columns of these fields, in the order of the form. */
export function hotColumns(fields: readonly Field[]): readonly HotColumn[] {
  return fields.flatMap((field): HotColumn[] => {
    if (field.hot === null) return [];
    const sqlType = kindOf(field.kind).sqlType(field.kind);
    if (sqlType === null) throw new Error(`${field.key}: a ${field.kind.name} cannot be a hot column`);
    if (isEmployer(field)) return [{ column: field.hot, sqlType: 'uuid', field: field.key, of: 'body' }];
    const column: HotColumn = { column: field.hot, sqlType, field: field.key, of: 'value' };
    const plain: HotColumn = { ...column, column: `${field.hot}_plain`, of: 'accent-free' };
    if (field.kind.name !== 'personName') return field.hotPlain ? [column, plain] : [column];
    return [column, { ...column, column: `${field.hot}_sort`, of: 'sort key' }, plain];
  });
}

/** Lines of a `create table`, without a trailing comma. Text is compared bytewise. */
export const hotColumnsSql = (columns: readonly HotColumn[]): string =>
  columns.map(({ column, sqlType }) => `  ${column} ${sqlType}${sqlType === 'text' ? ' collate "C"' : ''}`).join(',\n');

export const HOT_COLUMNS: readonly HotColumn[] = hotColumns(FIELDS);

const latestLine = (lines: readonly Line[], { dateKey }: Section): Line | undefined =>
  dateKey === null
    ? lines.at(-1)
    : lines.reduce<Line | undefined>((last, line) => (lineText(line, dateKey) >= lineText(last ?? null, dateKey) ? line : last), undefined);

interface Source {
  readonly column: HotColumn;
  readonly group: Field['group'];
  readonly section: Section | null;
  readonly key: string;
}

const sources: readonly Source[] = HOT_COLUMNS.map((column) => {
  const field = FIELDS.find((one) => one.key === column.field)!;
  const section = SECTIONS.find((one) => one.key === field.section) ?? null;
  return { column, group: field.group, section, key: section === null ? field.key : field.key.slice(section.key.length + 1) };
});

function valueOf(document: RecordDocument, { group, section, key }: Source): FieldValue | undefined {
  const values = document[group];
  if (section === null) return values?.[key] as FieldValue | undefined;
  const lines = values?.[section.key];
  return Array.isArray(lines) ? latestLine(lines, section)?.[key] : undefined;
}

/**
 * The value of every hot column for a (whole) document; null where nothing, or an absence, was stated.
 *
 * @param bodies  the body that the register knows each employer to be, by the key of its field; one that is not said is null
 */
export function hotValues(
  document: RecordDocument,
  bodies: Readonly<Record<string, string | null>>,
): Readonly<Record<string, Scalar | null>> {
  return Object.fromEntries(
    sources.map((source) => {
      if (source.column.of === 'body') return [source.column.column, bodies[source.column.field] ?? null];
      const value = valueOf(document, source);
      if (value === undefined || isAbsent(value) || typeof value === 'object') return [source.column.column, null];
      const { of, column } = source.column;
      return [column, of === 'value' ? value : of === 'sort key' ? nameSortKey(String(value)) : accentFree(String(value))];
    }),
  );
}
