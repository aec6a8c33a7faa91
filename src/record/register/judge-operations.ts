/** What stands in the way of operations on lines: of each by itself, and of the record as it would stand after all of them. Pure. */
import type { PlainDate } from '#base/clock.ts';
import { groupTitleOf, plainWordsOf } from '#base/problem.ts';
import type { Problem } from '#base/problem.ts';
import { earliestDay, latestDay } from '#base/vietnamese/dates.ts';
import { sectionByKey } from '#standard/dictionary.ts';
import { spanOf } from '#standard/line-spans.ts';
import { endBeforeStart } from '#standard/problems/dates.ts';
import { lineTwice } from '#standard/problems/missing.ts';
import { lineText, linesOf, partText } from '#standard/record-access.ts';
import { findInDocument, problemOf, sameFact } from '#standard/rules.ts';
import type { Finding } from '#standard/rules.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { afterOperations, groupOfOperation, lineById, otherLines, touchedLine } from './line-operation.ts';
import { AFTER_AN_ACT, lineEnded, lineExists, lineHasNoEnd, lineUnknown } from './problems.ts';
import type { PlacedOperation } from './shapes.ts';

/** What a rule finds of the record is said without a value of it: whoever sends an act, or a part, may not see what else the record says. */
export const plainly = (problem: Problem): Problem => ({
  ...problem,
  title: groupTitleOf(problem.code),
  next: plainWordsOf(problem.code).next ?? AFTER_AN_ACT,
  suggestion: null,
  candidates: [],
});

/** What is wrong with one operation upon a record. */
function problemsOfOperation(record: RecordDocument, { operation, where }: PlacedOperation, today: PlainDate): Problem[] {
  const section = sectionByKey(operation.section)!;
  const at = { where: { ...where, field: operation.section } };
  const about = { section: section.title };
  const id = touchedLine(operation);
  const line = id === null ? undefined : lineById(record[section.group], section.key, id);
  if (id !== null && !line) return [lineUnknown({ ...about, line: id }, at)];
  if ('end' in operation) {
    const span = spanOf(section.key);
    if (!span) return [lineHasNoEnd(about, at)];
    const [start, end] = [lineText(line!, span.start), lineText(line!, span.end)];
    // A term that lies ahead is no end yet: what ends before its term ends by this act.
    if (end !== '' && end !== operation.on && latestDay(end) <= today) return [lineEnded({ ...about, line: operation.end }, at)];
    if (start !== '' && latestDay(operation.on) < earliestDay(start))
      return [plainly(endBeforeStart({}, { where: { ...where, field: `${section.key}.${span.end}` }, value: operation.on }))];
    return [];
  }
  const stated = 'add' in operation ? operation.add : operation.line;
  return otherLines(record, operation)
    .flatMap((other): Problem[] => {
      const same = sameFact(section, stated, other);
      if (same === 'no') return [];
      const words = section.naturalKey.map((key) => partText(stated, key)).filter((text) => text !== '');
      const params = { ...about, line: String(other['dong']), key: words.join(' · ') };
      return [lineExists(params, { ...at, ...(same === 'perhaps' ? { severity: 'warning' as const } : {}) })];
    })
    .slice(0, 1);
}

interface Facts {
  readonly today: PlainDate;
  readonly asOf: PlainDate;
}

/** Findings of a record, each with what makes it the same finding of another state of that record: its line by id, never by place. */
function findingsOf(record: RecordDocument, facts: Facts): Map<string, NewFinding> {
  const found = findInDocument({ document: record, ...facts, rowsOf: () => [] });
  return new Map(
    found.map((finding) => {
      const { section, line, key } = finding.at;
      const group = section === null ? undefined : sectionByKey(section)?.group;
      const id = group === undefined ? null : String(linesOf(record, group, section!)?.[line ?? 0]?.['dong'] ?? '');
      return [[finding.kind.declaration.code, section, id, key, finding.on].join('\u0000'), { finding, line: id }];
    }),
  );
}

export interface NewFinding {
  readonly finding: Finding;
  /** id of the line that it is about; null where it is about none */
  readonly line: string | null;
}

/** What the rules find of a record as it would stand, and did not find of it before: what was wrong already is not held against who changes something else. */
export function newFindings(before: RecordDocument, after: RecordDocument, facts: Facts): readonly NewFinding[] {
  const known = findingsOf(before, facts);
  return [...findingsOf(after, facts)].filter(([key]) => !known.has(key)).map(([, found]) => found);
}

/**
 * @param record      what the register holds, with all else that is stated now
 * @param operations  in the order in which they are laid over it
 * @returns           what is wrong with each; where nothing is, what the rules find of the record as it would stand, and did not find of it before
 */
export function judgeOperations(record: RecordDocument, operations: readonly PlacedOperation[], facts: Facts): Problem[] {
  const told: Problem[] = [];
  let document = record;
  for (const one of operations) {
    told.push(...problemsOfOperation(document, one, facts.today));
    document = afterOperations(document, [one.operation]);
  }
  if (told.some(({ severity }) => severity === 'error')) return told;
  const sections = new Set(operations.map(({ operation }) => operation.section));
  for (const { finding, line } of newFindings(record, document, facts)) {
    const { section, key: field } = finding.at;
    // Told of the operation itself, with the line that is there (E-LINE-EXISTS).
    if (finding.kind === lineTwice && sections.has(section ?? '')) continue;
    const group = section === null ? null : sectionByKey(section)!.group;
    const touching =
      operations.find(({ operation }) => operation.section === section && touchedLine(operation) === line) ??
      operations.findLast(({ operation }) => operation.section === section) ??
      operations.find(({ operation }) => groupOfOperation(operation) === group) ??
      operations[0]!;
    const where = { ...touching.where, field: section === null ? field : `${section}.${field}` };
    told.push(plainly(problemOf(finding, { where, value: null })));
  }
  return told;
}
