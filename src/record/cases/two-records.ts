/** Two records of one human beside each other, for who decides on the side of the one that stays; and whether what was chosen can be done. Decision 0027. */
import { bodyNaming } from '#authority/organisations/store.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Result } from '#base/problem.ts';
import { bodyCodesIn, printNamed } from '#record/register/body-words.ts';
import { beside, notChoosable } from '#record/register/same-human.ts';
import type { ComparedValue } from '#record/register/same-human.ts';
import { MASK, seenAt } from '#record/register/visibility.ts';
import { leafAt, leavesAt } from '#record/register/leaves.ts';
import { readPeople } from '#record/register/store.ts';
import type { FieldValue, Line } from '#standard/shapes.ts';
import type { CaseNeeds } from './needs.ts';
import { caseChanged, caseChoice, caseNotFound } from './problems.ts';
import type { MergeChoice, PersonCase } from './shapes.ts';
import { offeredRecord } from './merge-store.ts';

export interface Compared {
  readonly goneVersion: number;
  readonly staysVersion: number;
  readonly rows: readonly ComparedValue[];
}

/** @returns  E-CASE-NOT-FOUND when nothing is offered to this session: the case is over, or another side decides */
export async function compareRecords(tx: Tx, needs: CaseNeeds, one: PersonCase): Promise<Result<Compared>> {
  const gone = await offeredRecord(tx, needs.keys, one.caseId);
  const stays = one.otherPersonId === null ? undefined : (await readPeople(tx, needs.keys, [one.otherPersonId])).get(one.otherPersonId);
  if (!gone || !stays) return refused(caseNotFound());
  const rows = beside(stays.document, gone.document, one.fromBody !== one.toBody);
  return ok({ goneVersion: gone.version, staysVersion: stays.version, rows });
}

/** May this be chosen of the two records as they stand? Fails with E-CASE-NOT-FOUND, E-CASE-RECORDS-CHANGED, E-CASE-CHOICE. */
export async function judgeChoice(
  tx: Tx,
  needs: CaseNeeds,
  one: PersonCase,
  choice: MergeChoice | undefined,
): Promise<Result<MergeChoice>> {
  const compared = await compareRecords(tx, needs, one);
  if (!compared.ok) return compared;
  const { goneVersion, staysVersion, rows } = compared.value;
  if (!choice || choice.goneVersion !== goneVersion || choice.staysVersion !== staysVersion) return refused(caseChanged());
  const [wrong] = notChoosable(rows, choice);
  return wrong === undefined ? ok(choice) : refused(caseChoice({ path: wrong }));
}

type Value = FieldValue | readonly Line[] | undefined;

/** The rows as these roles see them: what is not for them is not there, and stands as in the record that stays. */
export async function shownRecords(tx: Tx, needs: CaseNeeds, { rows, ...versions }: Compared, roles: readonly string[]) {
  const today = needs.clock.today();
  const named = await bodyNaming(tx, [
    ...new Set(
      rows.flatMap((row) => [row.stays, row.goes].flatMap((value) => bodyCodesIn({ [row.group]: { [row.path]: value } } as never))),
    ),
  ]);
  const visibility = { roles, unmasked: new Set<string>(), purpose: 'CONFIRM' as const };
  const print = (path: string, value: unknown): Bilingual => {
    const leaf = leafAt(path);
    if (!leaf || value === undefined || value === null) return { vi: '', en: '' };
    return seenAt(path, visibility) === 'clear' ? printNamed(leaf.kind, value as never, (code) => named(code, today)) : MASK;
  };
  const texts = (row: ComparedValue, value: Value): Bilingual[] => {
    if (value === undefined) return [];
    if (!row.section || !Array.isArray(value)) return [print(row.path, value)];
    return (value as readonly Line[]).map((line) => {
      const cells = leavesAt(row.path)
        .map((leaf) => print(leaf.path, line[leaf.key]))
        .filter(({ vi }) => vi !== '');
      return { vi: cells.map((cell) => cell.vi).join(' · '), en: cells.map((cell) => cell.en || cell.vi).join(' · ') };
    });
  };
  return {
    ...versions,
    rows: rows
      .filter((row) => seenAt(row.path, visibility) !== 'hidden')
      .map((row) => ({
        path: row.path,
        group: row.group as string,
        label: row.label,
        section: row.section,
        stays: texts(row, row.stays),
        goes: texts(row, row.goes),
        same: row.same,
        suggested: row.suggested,
        choices: [...row.choices],
      })),
  };
}
