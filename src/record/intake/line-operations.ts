/** Acts on single lines that came with a file: what is wrong with them, which of them change anything, and what they wait for. */
import type { Tx } from '#base/database/transaction.ts';
import type { Problem } from '#base/problem.ts';
import { firstState, holdEachOther } from '#record/confirmation/step.ts';
import type { Claim } from '#record/confirmation/step.ts';
import { OPEN_STATES } from '#record/confirmation/shapes.ts';
import { lineClaim } from '#record/confirmation/store.ts';
import { judgeOperations, newFindings, plainly } from '#record/register/judge-operations.ts';
import { afterOperations, groupOfOperation, touchedLine } from '#record/register/line-operation.ts';
import { laidOver, sameGroup } from '#record/register/merge.ts';
import type { RegisteredPerson } from '#record/register/shapes.ts';
import { sectionByKey } from '#standard/dictionary.ts';
import { problemOf } from '#standard/rules.ts';
import type { GroupCode, RecordDocument } from '#standard/shapes.ts';
import type { ReadPerson } from './port.ts';
import { lineAskedTwice, lineOfNobody, lineWaits, lineWithGroup } from './problems/lines.ts';
import type { LineContent } from './shapes.ts';

/** What other submissions have open, or waiting, of a person. */
export interface Occupant {
  readonly personId: string;
  readonly group: GroupCode;
  readonly claim: Claim;
  readonly uploadNumber: string;
}

/** Of these people, as far as the session sees; of the submission itself nothing. */
export async function occupantsOf(tx: Tx, submissionId: string, personIds: readonly string[]): Promise<readonly Occupant[]> {
  if (personIds.length === 0) return [];
  const rows = await tx.query<{ person_id: string; group_code: GroupCode; line: string | null; upload_number: string }>(
    `select i.person_id, i.group_code, i.line, s.upload_number from item i join submission s using (submission_id)
      where i.person_id = any ($1::uuid[]) and i.submission_id <> $2 and i.state = any ($3) order by i.created_at, i.item_id`,
    [personIds, submissionId, [...OPEN_STATES, firstState({ occupied: true, needsMatch: false })]],
  );
  return rows.map((row) => ({ personId: row.person_id, group: row.group_code, claim: row.line, uploadNumber: row.upload_number }));
}

export interface JudgedOperations {
  readonly problems: readonly Problem[];
  /** those that change something */
  readonly operations: NonNullable<LineContent['operations']>;
}

const NOTHING: JudgedOperations = { problems: [], operations: [] };

/** @param document  what else is stated of the person, without the citizen number */
export function judgedOperations(
  { operations = [], placeOf }: ReadPerson,
  about: {
    readonly submissionId: string;
    readonly registered: RegisteredPerson | undefined;
    readonly document: RecordDocument;
    readonly occupants: readonly Occupant[];
    readonly today: string;
    readonly asOf: string;
  },
): JudgedOperations {
  if (operations.length === 0) return NOTHING;
  const { registered, document, submissionId } = about;
  if (!registered) return { problems: [lineOfNobody({}, { where: placeOf('soDinhDanh') })], operations: [] };
  const together = operations.flatMap(({ operation, where }, index): Problem[] => {
    const section = sectionByKey(operation.section)!;
    const at = { where: { ...where, field: section.key } };
    const id = touchedLine(operation);
    if (document[section.group]) return [lineWithGroup({ section: section.title, group: section.group }, at)];
    const twice = id !== null && operations.slice(0, index).some((one) => isOn(one.operation, section.key, id));
    return twice ? [lineAskedTwice({ section: section.title, line: id }, at)] : [];
  });
  if (together.length > 0) return { problems: together, operations: [] };
  const record = laidOver(registered.document, document);
  const problems = judgeOperations(record, operations, about);
  const changing = operations.flatMap(({ operation, where }, index) => {
    const group = groupOfOperation(operation);
    const changes = !sameGroup(record[group] ?? {}, afterOperations(record, [operation])[group]);
    return changes ? [{ no: index + 1, operation, where }] : [];
  });
  const waits = changing.flatMap(({ no, operation, where }): Problem[] => {
    const claim = lineClaim(operation, submissionId, no);
    const before = about.occupants.find(
      (one) => one.personId === registered.personId && one.group === groupOfOperation(operation) && holdEachOther(one.claim, claim),
    );
    const at = { where: { ...where, field: operation.section } };
    return before ? [lineWaits({ section: sectionByKey(operation.section)!.title, upload: before.uploadNumber }, at)] : [];
  });
  return { problems: [...problems, ...waits], operations: changing.map(({ no, operation }) => ({ no, operation })) };
}

const isOn = (operation: Parameters<typeof touchedLine>[0], section: string, line: string): boolean =>
  operation.section === section && touchedLine(operation) === line;

/** Of who states a part of a record that stands: what the rules find of the whole as it would stand, and did not find before. */
export function judgedPart(
  { partOfRecord, placeOf }: Pick<ReadPerson, 'partOfRecord' | 'placeOf'>,
  about: {
    readonly registered: RegisteredPerson | undefined;
    readonly document: RecordDocument;
    readonly today: string;
    readonly asOf: string;
  },
): readonly Problem[] {
  const { registered, document, today, asOf } = about;
  if (!partOfRecord || !registered || Object.keys(document).length === 0) return [];
  return newFindings(registered.document, laidOver(registered.document, document), { today, asOf }).map(({ finding }) =>
    plainly(problemOf(finding, { where: placeOf(finding.at.section ?? finding.at.key), value: null })),
  );
}
