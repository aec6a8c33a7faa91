/** SQL of the problems of a file; what they say stands sealed under a key of the submission. */
import { copyLine } from '#base/database/copy-text.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Bilingual, Place, Problem, Severity, Suggestion } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { groupOfProblem } from './acceptance-store.ts';
import { copyInto, headOf } from './line-store.ts';
import type { About } from './line-store.ts';
import { placeIn } from './place.ts';
import { openForSubmission, sealForSubmission } from './store.ts';

export interface ProblemToWrite {
  readonly lineNo: number | null;
  readonly problem: Problem;
  /** the citizen number of whom it is of, where one could be read */
  readonly nationalId?: string | null;
}

/** Of a citizen number, as much as tells two people of one name apart. */
const TAIL_DIGITS = 4;

/** Adds problems of a file; the first of them gets the number after `told`. */
export async function writeProblems(tx: Tx, keys: Keys, about: About, told: number, problems: readonly ProblemToWrite[]): Promise<void> {
  if (problems.length === 0) return;
  const head = headOf(about);
  await copyInto(
    tx,
    'submission_problem',
    'submission_id uuid, round int, body_id uuid, at timestamptz, problem_no int, line_no int, code text, severity text, place jsonb, field text, strength text, suggestion_group text, sealed bytea',
    'submission_id, round, body_id, at, problem_no, line_no, code, severity, place, field, strength, suggestion_group, sealed',
    (function* () {
      let no = told;
      for (const { lineNo, problem, nationalId } of problems) {
        const place = placeIn(problem.where);
        yield copyLine([
          ...head,
          ++no,
          lineNo,
          problem.code,
          problem.severity,
          place === null ? null : JSON.stringify(place),
          problem.where.field ?? null,
          problem.suggestion?.strength ?? null,
          groupOfProblem(keys, about.submissionId, problem),
          sealForSubmission(keys, about.submissionId, {
            value: problem.value,
            ...(problem.isNumber ? { isNumber: true } : {}),
            ...(nationalId ? { tail: nationalId.slice(-TAIL_DIGITS) } : {}),
            title: problem.title,
            next: problem.next,
            suggestion: problem.suggestion,
            ...(problem.candidates ? { candidates: problem.candidates } : {}),
          }),
        ]);
      }
    })(),
  );
}

/** Number of the last problem of a file; 0 when there is none. */
export async function lastProblemNo(tx: Tx, file: Pick<About, 'submissionId' | 'round'>): Promise<number> {
  const [last] = await tx.query<{ n: number }>(
    'select coalesce(max(problem_no), 0)::int as n from submission_problem where submission_id = $1 and round = $2',
    [file.submissionId, file.round],
  );
  return last?.n ?? 0;
}

export interface StoredProblem {
  readonly problemNo: number;
  readonly lineNo: number | null;
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place | null;
  readonly field: string | null;
  readonly value: string | null;
  /** a number of the file, not a text */
  readonly isNumber?: true;
  readonly title: Bilingual;
  readonly next: Bilingual;
  readonly suggestion: Suggestion | null;
  readonly candidates?: readonly string[];
  readonly personName: string | null;
  /** the last digits of their citizen number, where one could be read */
  readonly tail?: string;
  /** whom it is of, when they are known already */
  readonly personId: string | null;
}

interface ProblemRow {
  problem_no: number;
  line_no: number | null;
  code: string;
  severity: Severity;
  place: Place | null;
  field: string | null;
  sealed: Buffer;
  name: string | null;
  person_id: string | null;
}

export interface ProblemFilter {
  readonly code?: string | undefined;
  readonly severity?: string | undefined;
  /** key of a field: its column alone */
  readonly field?: string | undefined;
  readonly after?: number;
  readonly limit: number;
  readonly problemNos?: readonly number[];
  readonly personId?: string;
  /** key of a group of equal cells (`groupKey`) */
  readonly suggestionGroup?: string;
}

export async function readProblems(
  tx: Tx,
  keys: Keys,
  submissionId: string,
  round: number,
  filter: ProblemFilter,
): Promise<StoredProblem[]> {
  const rows = await tx.query<ProblemRow>(
    `select p.problem_no, p.line_no, p.code, p.severity, p.place, p.field, p.sealed, l.name, l.person_id
       from submission_problem p left join submission_line l on l.submission_id = p.submission_id and l.round = p.round and l.line_no = p.line_no
      where p.submission_id = $1 and p.round = $2 and p.problem_no > $3 and ($4::text is null or p.code = $4) and ($5::text is null or p.severity = $5)
        and ($6::int[] is null or p.problem_no = any ($6)) and ($7::uuid is null or l.person_id = $7) and ($8::text is null or p.suggestion_group = $8)
        and ($10::text is null or p.field = $10) and (p.line_no is null or l.line_no is not null or not file_holds_hidden($1))
      order by p.problem_no limit $9`,
    [
      submissionId,
      round,
      filter.after ?? 0,
      filter.code ?? null,
      filter.severity ?? null,
      filter.problemNos ?? null,
      filter.personId ?? null,
      filter.suggestionGroup ?? null,
      filter.limit,
      filter.field ?? null,
    ],
  );
  return rows.map((row) => ({
    problemNo: row.problem_no,
    lineNo: row.line_no,
    code: row.code,
    severity: row.severity,
    place: row.place,
    field: row.field,
    personName: row.name,
    personId: row.person_id,
    ...openForSubmission<Pick<StoredProblem, 'value' | 'isNumber' | 'tail' | 'title' | 'next' | 'suggestion' | 'candidates'>>(
      keys,
      submissionId,
      row.sealed,
    ),
  }));
}

/** Problems of these people, by person, at most `limit` of each: of the file that sent them last, whatever came after it. */
export async function problemsOfPeople(
  tx: Tx,
  keys: Keys,
  submissionId: string,
  personIds: readonly string[],
  limit: number,
): Promise<ReadonlyMap<string, Pick<StoredProblem, 'code' | 'severity' | 'place' | 'field' | 'value'>[]>> {
  const rows = await tx.query<ProblemRow & { person_id: string }>(
    // Lines are read once: of a submission that was just written nothing is known of how many there are, and the plan would read all of them for each person.
    `with sent as materialized (select person_id, max(round) as round from item
            where submission_id = $1 and person_id = any ($2::uuid[]) and state <> 'superseded' group by person_id),
          line as materialized (select l.round, l.line_no, l.person_id from submission_line l where l.submission_id = $1 and l.person_id = any ($2::uuid[]))
     select p.code, p.severity, p.place, p.field, p.sealed, p.person_id
       from (select p.*, l.person_id, row_number() over (partition by l.person_id order by p.problem_no) as nth
               from sent join line l on l.round = sent.round and l.person_id = sent.person_id
               join submission_problem p on p.submission_id = $1 and p.round = l.round and p.line_no = l.line_no) p
      where nth <= $3 order by p.person_id, p.problem_no`,
    [submissionId, personIds, limit],
  );
  const found = new Map<string, Pick<StoredProblem, 'code' | 'severity' | 'place' | 'field' | 'value'>[]>();
  for (const { person_id, code, severity, place, field, sealed } of rows) {
    const { value } = openForSubmission<Pick<StoredProblem, 'value'>>(keys, submissionId, sealed);
    found.set(person_id, [...(found.get(person_id) ?? []), { code, severity, place, field, value }]);
  }
  return found;
}

export interface ProblemGroup {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
  readonly people: number;
  readonly suggested: number;
}

/** Problems by code: errors first, the most frequent first. */
export async function problemGroups(tx: Tx, submissionId: string, round: number): Promise<ProblemGroup[]> {
  return tx.query<{ code: string; severity: Severity; count: number; people: number; suggested: number }>(
    `select code, severity, count(*)::int as count, count(distinct line_no)::int as people, count(strength)::int as suggested
       from submission_problem where submission_id = $1 and round = $2 group by code, severity
      order by case severity when 'error' then 0 when 'warning' then 1 else 2 end, count(*) desc, code`,
    [submissionId, round],
  );
}

/** The columns in which a kind of problem stands, the most frequent first. */
export const problemColumns = (
  tx: Tx,
  submissionId: string,
  round: number,
  { code, severity }: Pick<ProblemFilter, 'code' | 'severity'>,
): Promise<{ field: string; count: number }[]> =>
  tx.query<{ field: string; count: number }>(
    `select field, count(*)::int as count from submission_problem
      where submission_id = $1 and round = $2 and field is not null and ($3::text is null or code = $3) and ($4::text is null or severity = $4)
      group by field order by count(*) desc, field`,
    [submissionId, round, code ?? null, severity ?? null],
  );

/** Of these names, those that several people of the file have. */
export async function namesOfSeveral(tx: Tx, submissionId: string, round: number, names: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ name: string }>(
    'select name from submission_line where submission_id = $1 and round = $2 and name = any ($3::text[]) group by name having count(*) > 1',
    [submissionId, round, names],
  );
  return new Set(rows.map(({ name }) => name));
}
