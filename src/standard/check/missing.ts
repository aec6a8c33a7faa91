/** What had to be stated and was not: required fields, and fields whose written condition holds. */
import type { FieldValue, Line, RawLine, RawPerson, CheckContext, RecordDocument } from '#standard/shapes.ts';
import * as problems from '#standard/problems/missing.ts';
import { mainPlan, sectionPlans, type LeafPlan } from './plan.ts';
import type { PlaceReader } from './place-reader.ts';

const needed = mainPlan.filter(mayBeNeeded);
const neededInLines = sectionPlans
  .map((plan) => ({ plan, leaves: plan.leaves.filter(mayBeNeeded) }))
  .filter(({ leaves }) => leaves.length > 0);

function mayBeNeeded({ leaf }: LeafPlan): boolean {
  return leaf.required === 'R' || (leaf.requiredWhen !== null && leaf.requiredWhen.rule === undefined);
}

/** A cell that is there and could not be read has been told already; that it is missing as well would be a second word. */
const wasGiven = (plan: LeafPlan, row: RawLine): boolean =>
  plan.parts === null
    ? (row.cells.get(plan.columnKey)?.text.trim() ?? '') !== ''
    : plan.parts.some(({ columnKey }) => (row.cells.get(columnKey)?.text.trim() ?? '') !== '');

function sayMissing(plan: LeafPlan, row: RawLine, document: RecordDocument, line: Line | null, asOf: string, at: PlaceReader): void {
  if (wasGiven(plan, row)) return;
  const { required, requiredWhen, label, path } = plan.leaf;
  at.line = row;
  at.columnKey = plan.columnKey;
  at.fieldPath = path;
  if (required === 'R') at.report(problems.required, { label });
  else if (requiredWhen?.holds({ document, line, asOf })) {
    at.report(problems.requiredWhen, { label, when: requiredWhen.text }, { severity: requiredWhen.severity });
  }
}

const stands = (values: Readonly<Record<string, unknown>> | undefined, key: string): boolean =>
  (values?.[key] as FieldValue | undefined) !== undefined;

/** Adds a problem for each field that is missing. */
export function addMissing(
  person: RawPerson,
  document: RecordDocument,
  rowsOfLines: ReadonlyMap<string, readonly number[]>,
  at: PlaceReader,
  context: CheckContext,
): void {
  for (const plan of context.partOfRecord ? needed.filter(({ leaf }) => leaf.kind.name === 'nationalId') : needed) {
    if (!stands(document[plan.group], plan.leaf.key)) sayMissing(plan, person.line, document, null, context.asOf, at);
  }
  for (const { plan, leaves } of neededInLines) {
    const indexes = rowsOfLines.get(plan.section.key);
    if (indexes === undefined) continue;
    const lines = document[plan.section.group]?.[plan.section.key] as readonly Line[];
    for (const [number, line] of lines.entries()) {
      const row = person.sections.get(plan.section.key)?.[indexes[number]!];
      if (row) for (const leaf of leaves) if (!stands(line, leaf.leaf.key)) sayMissing(leaf, row, document, line, context.asOf, at);
    }
  }
}

/** Adds a problem for each field that one line lacks. What is asked for by the rest of the record is asked of what this document holds of it. */
export function addMissingInLine(section: string, row: RawLine, line: Line, document: RecordDocument, at: PlaceReader, asOf: string): void {
  const { leaves = [] } = neededInLines.find(({ plan }) => plan.section.key === section) ?? {};
  for (const leaf of leaves) if (!stands(line, leaf.leaf.key)) sayMissing(leaf, row, document, line, asOf, at);
}
