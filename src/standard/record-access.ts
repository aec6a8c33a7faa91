/** Reading a document: absences and compounds told apart from plain values. Pure. */
import type { Absent, Compound, FieldValue, GroupCode, Line, RecordDocument, Scalar } from './shapes.ts';

export const isAbsent = (value: unknown): value is Absent => typeof value === 'object' && value !== null && 'vang' in value;

const plain = (value: FieldValue | undefined): Scalar | undefined => (typeof value === 'object' ? undefined : value);
const single = (value: FieldValue | readonly Line[] | undefined): FieldValue | undefined =>
  Array.isArray(value) ? undefined : (value as FieldValue | undefined);

/** The scalar of a single-valued field; undefined when it was not stated or its absence was stated. */
export const scalarOf = (document: RecordDocument, group: GroupCode, key: string): Scalar | undefined =>
  plain(single(document[group]?.[key]));

/** The same as text; '' when there is none. */
export const textOf = (document: RecordDocument, group: GroupCode, key: string): string => String(scalarOf(document, group, key) ?? '');

/** The value in parts of a compound field; undefined when there is none. */
export function compoundOf(document: RecordDocument, group: GroupCode, key: string): Compound | undefined {
  const value = single(document[group]?.[key]);
  return typeof value === 'object' && !isAbsent(value) ? value : undefined;
}

/** A scalar of a line. */
export const lineScalar = (line: Line | null, key: string): Scalar | undefined => plain(line?.[key]);

/** The same as text; '' when there is none. */
export const lineText = (line: Line | null, key: string): string => String(lineScalar(line, key) ?? '');

/** A scalar of a line, or a part of a value in parts (`quyetDinh.so`), as text; '' when there is none. */
export function partText(line: Line, path: string): string {
  const [key, part] = path.split('.');
  const value = line[key!];
  if (part === undefined || typeof value !== 'object' || isAbsent(value)) return part === undefined ? lineText(line, key!) : '';
  return String(value[part] ?? '');
}

/** The lines of a repeating section; undefined when the section was not stated. */
export function linesOf(document: RecordDocument, group: GroupCode, section: string): readonly Line[] | undefined {
  const value = document[group]?.[section];
  return Array.isArray(value) ? value : undefined;
}
