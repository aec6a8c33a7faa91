/**
 * One act on one line of a repeating section: it is added, corrected, or ends on a day. Every other line stays as it is. Pure. Decision 0026.
 *
 * A line is named by its `dong`, which the register gives and never gives again; what tells two lines apart in words (the natural key) only suggests which is meant.
 */
import type { Bilingual } from '#base/problem.ts';
import { sectionByKey } from '#standard/dictionary.ts';
import { spanOf } from '#standard/line-spans.ts';
import { linesOf } from '#standard/record-access.ts';
import type { GroupCode, GroupDocument, Line, RecordDocument } from '#standard/shapes.ts';
import { differences, nextLineId, untypedOf } from './merge.ts';
import type { HighestIds } from './merge.ts';
import type { FieldChange, LineOperation, OperationKind } from './shapes.ts';

const WORDS: Readonly<Record<OperationKind, Bilingual>> = {
  add: { vi: 'thêm dòng', en: 'add line' },
  correct: { vi: 'sửa dòng', en: 'correct line' },
  end: { vi: 'kết thúc dòng', en: 'end line' },
};

export const kindOfOperation = (operation: LineOperation): OperationKind =>
  'add' in operation ? 'add' : 'correct' in operation ? 'correct' : 'end';

/** The line that it touches; null for one that is added: the register has not numbered it yet. */
export const touchedLine = (operation: LineOperation): string | null =>
  'add' in operation ? null : 'correct' in operation ? operation.correct : operation.end;

/** What is done to which line, in words: "Hợp đồng: kết thúc dòng 2". */
export function operationWords(kind: OperationKind, section: string, line: string | null): Bilingual {
  const { vi, en } = sectionByKey(section)?.title ?? { vi: section, en: section };
  const number = line === null ? '' : ` ${line}`;
  return { vi: `${vi}: ${WORDS[kind].vi}${number}`, en: `${en}: ${WORDS[kind].en}${number}` };
}

/** Group of its section. An operation on no section is a fault of whoever made it. */
export function groupOfOperation({ section }: LineOperation): GroupCode {
  const found = sectionByKey(section);
  if (!found) throw new Error(`no section ${section}`);
  return found.group;
}

/** What an operation states, as the lines of its section: what was sent for each field. */
export function statedLines(operation: LineOperation): GroupDocument {
  if ('add' in operation) return { [operation.section]: [operation.add] };
  if ('correct' in operation) return { [operation.section]: [operation.line] };
  const end = spanOf(operation.section)?.end;
  return { [operation.section]: end === undefined ? [] : [{ [end]: operation.on }] };
}

const isLine =
  (id: string) =>
  (line: Line): boolean =>
    String(line['dong']) === id;

/** A line by its id. */
export const lineById = (document: GroupDocument | undefined, section: string, id: string): Line | undefined =>
  ((document?.[section] ?? []) as readonly Line[]).find(isLine(id));

/** The touched line as it is afterwards; one that is added has no `dong` yet. Null when there is no such line. */
export function lineAfter(before: Line | undefined, operation: LineOperation): Line | null {
  if ('add' in operation) return withoutId(operation.add);
  if (!before) return null;
  if ('correct' in operation) return { ...untypedOf(operation.section, before), ...withoutId(operation.line), dong: operation.correct };
  const end = spanOf(operation.section)?.end;
  return end === undefined ? null : { ...before, [end]: operation.on };
}

const withoutId = ({ dong: _dong, ...line }: Line): Line => line;

/** The section with the touched line alone, before and after; empty where there is no such line. */
export function touched(
  current: GroupDocument | undefined,
  operation: LineOperation,
): { readonly before: GroupDocument; readonly after: GroupDocument; readonly changes: readonly FieldChange[] } {
  const { section } = operation;
  const id = touchedLine(operation);
  const line = id === null ? undefined : lineById(current, section, id);
  const [before, after] = [line, lineAfter(line, operation)].map((one): GroupDocument => ({ [section]: one ? [one] : [] })) as [
    GroupDocument,
    GroupDocument,
  ];
  return { before, after, changes: differences(groupOfOperation(operation), before, after) };
}

/**
 * The group with the touched line as it is afterwards; a line that is not there changes nothing (`problemsOfOperation` tells).
 *
 * @param ever  ids that were given before, also to lines that are gone
 */
export function applyOperation(current: GroupDocument | undefined, operation: LineOperation, ever: HighestIds = {}): GroupDocument {
  const { section } = operation;
  const lines = (current?.[section] ?? []) as readonly Line[];
  const id = touchedLine(operation);
  if (id === null)
    return { ...current, [section]: [...lines, { ...lineAfter(undefined, operation)!, dong: nextLineId(section, lines, ever) }] };
  return { ...current, [section]: lines.map((line) => (isLine(id)(line) ? (lineAfter(line, operation) ?? line) : line)) };
}

/** The record after these operations, one after the other. */
export const afterOperations = (record: RecordDocument, operations: readonly LineOperation[]): RecordDocument =>
  operations.reduce<RecordDocument>((document, operation) => {
    const group = groupOfOperation(operation);
    return { ...document, [group]: applyOperation(document[group], operation) };
  }, record);

/** The other lines of the section, as they stand. */
export const otherLines = (record: RecordDocument, operation: LineOperation): readonly Line[] => {
  const id = touchedLine(operation);
  const lines = linesOf(record, groupOfOperation(operation), operation.section) ?? [];
  return id === null ? lines : lines.filter((line) => !isLine(id)(line));
};
