/** SQL of accepted suggestions: groups of equal values, steps of acceptance and their undoing, what stays with the items of a person. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Place, Problem, Suggestion } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import type { AcceptedCell } from '#record/confirmation/shapes.ts';
import { readSalts } from '#record/register/store.ts';
import { FIELDS, SECTIONS } from '#standard/dictionary.ts';
import type { GroupCode } from '#standard/shapes.ts';
import type { AcceptedFix } from './port.ts';
import { placeKey } from './place.ts';
import type { FixedValue } from './shapes.ts';
import { openForSubmission, sealForSubmission } from './store.ts';

/** What names a group of equal cells: those that say the same of the same field and for which the same is suggested. */
export interface SuggestionGroupName {
  readonly code: string;
  readonly field: string | null;
  readonly value: string | null;
  readonly suggested: string;
}

/** The group's key: without the key of the installation nobody can try values. */
export const groupKey = (keys: Keys, submissionId: string, name: SuggestionGroupName): string =>
  keys.keyedHash('suggestion-group', JSON.stringify([submissionId, name.code, name.field, name.value, name.suggested]));

/** The group a problem belongs to; null where nothing certain is left to accept: guesses are no group. */
export const groupOfProblem = (keys: Keys, submissionId: string, problem: Problem): string | null =>
  problem.severity === 'corrected' || problem.suggestion?.strength !== 'certain'
    ? null
    : groupKey(keys, submissionId, {
        code: problem.code,
        field: problem.where.field ?? null,
        value: problem.value,
        suggested: problem.suggestion.value,
      });

export interface SuggestionGroupRow {
  readonly key: string;
  readonly count: number;
  /** problem numbers of the first of them */
  readonly examples: readonly number[];
}

/** Groups of equal cells, the largest first. */
export async function suggestionGroups(
  tx: Tx,
  submissionId: string,
  round: number,
  how: { readonly code: string | null; readonly limit: number; readonly examples: number },
): Promise<SuggestionGroupRow[]> {
  return tx.query<{ key: string; count: number; examples: number[] }>(
    `select suggestion_group as key, count(*)::int as count, (array_agg(problem_no order by problem_no))[1:$5] as examples
       from submission_problem where submission_id = $1 and round = $2 and suggestion_group is not null and ($3::text is null or code = $3)
      group by suggestion_group order by count(*) desc, min(problem_no) limit $4`,
    [submissionId, round, how.code, how.limit, how.examples],
  );
}

/** An accepted suggestion as it is kept. */
export interface KeptFix extends AcceptedFix {
  readonly field: string | null;
  readonly code: string;
  readonly personName: string | null;
  readonly strength: Suggestion['strength'];
  readonly reason: Suggestion['reason'];
  readonly byName: string;
  readonly byAccount: string;
  /** keyed hash of the citizen number, hexadecimal */
  readonly byIdentity: string;
  readonly at: Instant;
}
export type FixToWrite = Omit<KeptFix, 'step' | 'byAccount' | 'byIdentity' | 'at'>;
type SealedFix = Pick<KeptFix, 'typed' | 'value' | 'field' | 'code' | 'personName' | 'strength' | 'reason' | 'byName'>;

interface FixRow {
  step_no: number;
  place: Place;
  sealed: Buffer;
  by_account: string;
  by_identity: Buffer;
  at: string;
}

/** Accepted suggestions that stand (undone ones left out), in the order in which they were accepted. */
export async function fixesOf(tx: Tx, keys: Keys, submissionId: string, round: number): Promise<KeptFix[]> {
  const rows = await tx.query<FixRow>(
    `select step_no, place, sealed, by_account, by_identity, at from submission_fix f
      where submission_id = $1 and round = $2 and not exists (${UNDONE})
      order by step_no, no`,
    [submissionId, round],
  );
  return rows.map((row) => ({
    step: row.step_no,
    place: row.place,
    byAccount: row.by_account,
    byIdentity: row.by_identity.toString('hex'),
    at: row.at,
    ...openForSubmission<SealedFix>(keys, submissionId, row.sealed),
  }));
}
const UNDONE = 'select 1 from submission_undo u where u.submission_id = f.submission_id and u.round = f.round and u.step_no = f.step_no';

/** The step that would be undone next; null when none stands. */
export async function lastStepOf(
  tx: Tx,
  submissionId: string,
  round: number,
): Promise<{ readonly step: number; readonly count: number; readonly at: Instant } | null> {
  const [row] = await tx.query<{ step: number; count: number; at: string }>(
    `select step_no as step, count(*)::int as count, max(at) as at from submission_fix f
      where submission_id = $1 and round = $2 and not exists (${UNDONE}) group by step_no order by step_no desc limit 1`,
    [submissionId, round],
  );
  return row ?? null;
}

/** The next number of a step: undone steps keep theirs. */
export async function nextStep(tx: Tx, submissionId: string, round: number): Promise<number> {
  const [row] = await tx.query<{ next: number }>(
    'select coalesce(max(step_no), 0) + 1 as next from submission_fix where submission_id = $1 and round = $2',
    [submissionId, round],
  );
  return row!.next;
}

/** Keeps one step of acceptance. */
export async function writeFixes(
  tx: Tx,
  keys: Keys,
  about: {
    readonly submissionId: string;
    readonly round: number;
    readonly bodyId: string;
    readonly byAccount: string;
    readonly byIdentity: string;
    readonly at: Instant;
    readonly step: number;
  },
  fixes: readonly FixToWrite[],
): Promise<void> {
  await tx.query(
    `insert into submission_fix (submission_id, round, body_id, by_account, by_identity, at, step_no, no, place, sealed)
     select $1, $2, $3, $4, $5, $6, $7, f.no, f.place, decode(f.sealed, 'base64')
       from jsonb_to_recordset($8::jsonb) as f (no int, place jsonb, sealed text)`,
    [
      about.submissionId,
      about.round,
      about.bodyId,
      about.byAccount,
      Buffer.from(about.byIdentity, 'hex'),
      about.at,
      about.step,
      JSON.stringify(
        fixes.map(({ place, ...sealed }, index) => ({
          no: index + 1,
          place,
          sealed: Buffer.from(sealForSubmission(keys, about.submissionId, sealed satisfies SealedFix)).toString('base64'),
        })),
      ),
    ],
  );
}

/** Takes one step back. */
export async function writeUndo(
  tx: Tx,
  undo: {
    readonly submissionId: string;
    readonly round: number;
    readonly step: number;
    readonly bodyId: string;
    readonly byAccount: string;
    readonly at: Instant;
  },
): Promise<void> {
  await tx.query('insert into submission_undo (submission_id, round, step_no, body_id, by_account, at) values ($1, $2, $3, $4, $5, $6)', [
    undo.submissionId,
    undo.round,
    undo.step,
    undo.bodyId,
    undo.byAccount,
    undo.at,
  ]);
}

const groupOfField = new Map<string, GroupCode>([
  ...SECTIONS.map((section) => [section.key, section.group] as const),
  ...FIELDS.map((field) => [field.section === null ? field.key : `${field.section}.${field.key}`, field.group] as const),
]);
/** The citizen number stands in the identity; a value of no field of ours belongs to it too. */
const IDENTITY: GroupCode = 'B';

const fixKey = ({ step, place }: FixedValue): string => `${step} ${placeKey(place)}`;

/** Keeps with a person's items what was laid over their values, under the person's key. Doing it twice leaves what once leaves. */
export async function keepWithItems(
  tx: Tx,
  keys: Keys,
  file: { readonly submissionId: string; readonly round: number; readonly bodyId: string },
  people: readonly { readonly personId: string; readonly fixed: readonly FixedValue[] }[],
): Promise<void> {
  const personOf = new Map(people.flatMap(({ personId, fixed }) => fixed.map((fix) => [fixKey(fix), personId] as const)));
  if (personOf.size === 0) return;
  const fixes = (await fixesOf(tx, keys, file.submissionId, file.round)).filter((fix) => personOf.has(fixKey(fix)));
  const salts = await readSalts(tx, [...new Set(personOf.values())]);
  const numbers = new Map<string, number>();
  const rows = fixes.map((fix) => {
    const personId = personOf.get(fixKey(fix))!;
    const no = (numbers.get(personId) ?? 0) + 1;
    numbers.set(personId, no);
    const salt = salts.get(personId);
    if (!salt) throw new Error('an accepted suggestion of a person without salt');
    const { place, typed, value, strength, reason, byName } = fix;
    const kept: SealedAcceptance = { where: place, typed, value, strength, reason, by: byName };
    return {
      person_id: personId,
      no,
      group_code: groupOfField.get(fix.field ?? '') ?? IDENTITY,
      field: fix.field ?? '',
      by_account: fix.byAccount,
      by_identity: fix.byIdentity,
      at: fix.at,
      sealed: Buffer.from(keys.seal(salt, 'item-suggestion', Buffer.from(JSON.stringify(kept)))).toString('base64'),
    };
  });
  await tx.query(
    `insert into item_suggestion (person_id, submission_id, round, no, body_id, group_code, field, by_account, by_identity, at, sealed)
     select r.person_id, $1, $2, r.no, $3, r.group_code, r.field, r.by_account, decode(r.by_identity, 'hex'), r.at, decode(r.sealed, 'base64')
       from jsonb_to_recordset($4::jsonb) as r (person_id uuid, no int, group_code text, field text, by_account uuid, by_identity text, at timestamptz, sealed text)
     on conflict do nothing`,
    [file.submissionId, file.round, file.bodyId, JSON.stringify(rows)],
  );
}
type SealedAcceptance = Omit<AcceptedCell, 'group' | 'field' | 'at'>;

/** What was accepted in the items of people in a submission, by person, round by round in the order in which it was accepted. */
export async function acceptedOf(
  tx: Tx,
  keys: Keys,
  submissionId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, AcceptedCell[]>> {
  const rows = await tx.query<{ person_id: string; group_code: GroupCode; field: string; at: string; sealed: Buffer }>(
    `select person_id, group_code, field, at, sealed from item_suggestion
      where submission_id = $1 and person_id = any ($2::uuid[]) order by person_id, round, no`,
    [submissionId, personIds],
  );
  const accepted = new Map<string, AcceptedCell[]>();
  const salts = await readSalts(tx, [...new Set(rows.map((row) => row.person_id))]);
  for (const row of rows) {
    const salt = salts.get(row.person_id);
    if (!salt) continue;
    const kept = JSON.parse(Buffer.from(keys.open(salt, 'item-suggestion', row.sealed)).toString()) as SealedAcceptance;
    accepted.set(row.person_id, [...(accepted.get(row.person_id) ?? []), { group: row.group_code, field: row.field, at: row.at, ...kept }]);
  }
  return accepted;
}
