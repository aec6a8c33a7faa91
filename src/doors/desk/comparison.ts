/** "So sánh": what the file would change, person by person, before it is sent. */
import { encodeCursor } from '#base/cursor.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Bilingual } from '#base/problem.ts';
import { baseFor, everGiven } from '#record/register/apply.ts';
import { noNames, printNamed } from '#record/register/body-words.ts';
import type { NameOfBody } from '#record/register/body-words.ts';
import { leafAt } from '#record/register/leaves.ts';
import { groupOfOperation, kindOfOperation, operationWords, touched, touchedLine } from '#record/register/line-operation.ts';
import { differences, mergeGroup } from '#record/register/merge.ts';
import type { FieldChange, RegisteredPerson } from '#record/register/shapes.ts';
import { wordsFor } from '#record/register/visibility.ts';
import type { Visibility } from '#record/register/visibility.ts';
import { readPeople } from '#record/register/store.ts';
import { sectionByKey } from '#standard/dictionary.ts';
import type { Leaf } from '#standard/field-shape.ts';
import type { FieldValue, GroupCode, GroupDocument } from '#standard/shapes.ts';
import { doorOf, printed } from '#record/intake/door.ts';
import { readLines, wantedLines } from '#record/intake/line-store.ts';
import type { StoredLine } from '#record/intake/line-store.ts';
import type { DeskNeeds } from './needs.ts';
import { shownOfFile } from './one-submission.ts';
import type { StoredFile } from '#record/intake/store.ts';

/** People of the register who are not in the file: at most so many are listed. */
const MISSING_LISTED_MAX = 200;

/** A change in words: label of its field, and both values as people read them. */
export interface ChangeView {
  readonly field: string;
  readonly label: Bilingual;
  readonly line: string | null;
  readonly from: Bilingual | null;
  readonly to: Bilingual | null;
}

const words = (leaf: Leaf | undefined, value: unknown, nameOf: NameOfBody = noNames): Bilingual | null => {
  if (value === null || value === undefined) return null;
  if (leaf && !Array.isArray(value)) return printNamed(leaf.kind, value as FieldValue, nameOf);
  return { vi: JSON.stringify(value), en: JSON.stringify(value) };
};

/** What a field or a whole section is called. */
export const fieldLabel = (field: string): Bilingual => leafAt(field)?.label ?? sectionByKey(field)?.title ?? { vi: field, en: field };

/** A value of a field, as people read it. */
export const fieldWords = (field: string, value: unknown): Bilingual | null => words(leafAt(field), value);

/** Codes of bodies in changes, each once: their names are asked for before the changes are shown. */
export const bodyCodesOf = (changes: readonly FieldChange[]): string[] => [
  ...new Set(
    changes.flatMap(({ field, from, to }) =>
      leafAt(field)?.kind.name === 'organisation' ? [from, to].filter((value) => typeof value === 'string') : [],
    ),
  ),
];

/** Whose eyes: `register` for what stood before, `stated` for what was sent (`TYPED` for who sent it). */
export interface ChangeVisibility {
  readonly register: Visibility;
  readonly stated: Visibility | null;
}

export function shownChange(change: FieldChange, visibility: ChangeVisibility, nameOf: NameOfBody = noNames): ChangeView {
  const leaf = leafAt(change.field);
  const section = leaf ? undefined : sectionByKey(change.field);
  const removed: Bilingual | null = section && change.to === null ? { vi: '(bỏ dòng)', en: '(line removed)' } : null;
  return {
    field: change.field,
    label: fieldLabel(change.field),
    line: change.line,
    from: section ? { vi: '(dòng)', en: '(line)' } : wordsFor(words(leaf, change.from, nameOf), change.field, visibility.register),
    to: removed ?? wordsFor(words(leaf, change.to, nameOf), change.field, visibility.stated),
  };
}

interface ComparedGroup {
  readonly group: GroupCode;
  /** of an act on a line: what is done to which */
  readonly title?: Bilingual;
  readonly changes: readonly FieldChange[];
}

/** What a person's line changes: of a group as a whole, and of single lines those alone. */
function comparedGroups({ content }: StoredLine, person: RegisteredPerson | undefined, validFrom: string): ComparedGroup[] {
  const groups = Object.entries(content?.groups ?? {}) as [GroupCode, GroupDocument][];
  return [
    ...groups
      .filter(([group]) => content?.changed.includes(group))
      .map(([group, stated]) => {
        const base = baseFor(person, [], group, validFrom);
        return { group, changes: differences(group, base.document, mergeGroup(base.document, stated, everGiven(person, group))) };
      }),
    ...(content?.operations ?? []).map(({ operation }) => {
      const group = groupOfOperation(operation);
      const title = operationWords(kindOfOperation(operation), operation.section, touchedLine(operation));
      return { group, title, changes: touched(person?.document[group], operation).changes };
    }),
  ];
}

/** How an accepted line stands beside the register: each is compared when it is accepted. */
export function howCompared({ comparison }: StoredLine): 'new' | 'changed' | 'unchanged' {
  if (comparison === 'none') throw new Error('a line was accepted and not compared');
  return comparison;
}

/** Whom of a file somebody wants to look at. */
export interface WhomCompared {
  /** those alone whom the file makes or changes */
  readonly changed: boolean;
  readonly isNamed: ((name: string) => boolean) | null;
}

/** One page of the comparison, and what of it the log holds. */
export async function comparisonPage(
  tx: Tx,
  needs: Pick<DeskNeeds, 'keys' | 'clock' | 'chance' | 'doors' | 'bodyNamesByCode'>,
  file: StoredFile,
  visibility: ChangeVisibility,
  { afterLine, limit }: { readonly afterLine: number; readonly limit: number },
  whom: WhomCompared = { changed: false, isNamed: null },
) {
  const { submissionId, round } = file;
  const asked = { afterLine, limit: limit + 1 };
  const wanted = whom.changed || whom.isNamed ? { lineNos: await wantedLines(tx, submissionId, round, { ...asked, ...whom }) } : {};
  const lines = await readLines(tx, needs.keys, submissionId, round, { ...asked, verdict: 'accepted', ...wanted });
  const page = lines.slice(0, limit);
  const people = await readPeople(
    tx,
    needs.keys,
    page.flatMap((line) => line.personId ?? []),
  );
  const door = doorOf(needs.doors, file);
  const validFrom = file.asOf ?? needs.clock.today();
  const compared = page.map((line) => {
    const person = line.personId ? people.get(line.personId) : undefined;
    return {
      personId: line.personId,
      name: line.name,
      kind: howCompared(line),
      row: printed(door, line.place).row,
      line: line.lineNo,
      groups: line.comparison === 'unchanged' ? [] : comparedGroups(line, person, validFrom),
    };
  });
  const names = await needs.bodyNamesByCode(tx, bodyCodesOf(compared.flatMap((one) => one.groups.flatMap((group) => group.changes))));
  const items = compared.map((one) => ({
    ...one,
    groups: one.groups.map(({ group, changes, title }) => ({
      group,
      ...(title ? { title } : {}),
      changes: changes.map((change) => shownChange(change, visibility, (code) => names.get(code))),
    })),
  }));
  const missing =
    afterLine > 0 || !door.statesEverybody || whom.isNamed
      ? []
      : await tx.query<{ id: string; name: string }>(
          `select person_id as id, full_name as name from person where body_id = $1 and person_id not in
       (select person_id from submission_line where submission_id = $2 and round = $3 and person_id is not null) order by full_name_sort limit $4`,
          [file.bodyId, file.submissionId, file.round, MISSING_LISTED_MAX],
        );
  const last = page.at(-1);
  const listed = [...page.map((line) => line.personId), ...missing.map((one) => one.id)];
  return {
    answer: {
      items,
      next: lines.length > limit && last ? encodeCursor([String(last.lineNo)]) : null,
      missing: missing.map(({ name }) => ({ name })),
    },
    shown: shownOfFile(file, listed, { lines: page.map((line) => line.lineNo) }),
  };
}
