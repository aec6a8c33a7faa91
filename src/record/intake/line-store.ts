/** SQL of the lines of a file: its people; what was told of them is in `problem-store.ts`. Their content stands sealed under a key of the submission. */
import { copyLine, copyLinesInto } from '#base/database/copy-text.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Place } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import type { FixedValue, LineContent } from './shapes.ts';
import { openForSubmission, sealForSubmission } from './store.ts';

export type Verdict = 'accepted' | 'rejected' | 'waiting';
export type LineComparison = 'new' | 'changed' | 'unchanged' | 'none';

export interface LineToWrite {
  readonly lineNo: number;
  readonly idHash: Uint8Array | null;
  readonly personId: string | null;
  readonly name: string;
  readonly place: Place;
  readonly verdict: Verdict;
  readonly comparison: LineComparison;
  readonly content: LineContent | null;
}
export interface About {
  readonly submissionId: string;
  readonly round: number;
  readonly bodyId: string;
  readonly at: string;
}

/** Adds rows by COPY into a temporary table: policies let it in no other way. */
export async function copyInto(tx: Tx, table: string, shape: string, columns: string, lines: Iterable<string>): Promise<void> {
  const staged = `${table}_staged`;
  await tx.query(`create temporary table if not exists ${staged} (${shape}) on commit delete rows`);
  await copyLinesInto(tx, staged, columns.split(', '), lines);
  await tx.query(`insert into ${table} (${columns}) select ${columns} from ${staged}`);
  await tx.query(`truncate ${staged}`);
}

/** Takes away what a check of this file had written. */
export async function clearLines(tx: Tx, about: About): Promise<void> {
  await tx.query('delete from submission_line where submission_id = $1 and round = $2', [about.submissionId, about.round]);
  await tx.query('delete from submission_problem where submission_id = $1 and round = $2', [about.submissionId, about.round]);
}

/** What every row of a file says of it first. */
export const headOf = (about: About) => [about.submissionId, about.round, about.bodyId, about.at] as const;

/** Adds lines of a file. */
export async function writeLines(tx: Tx, keys: Keys, about: About, lines: readonly LineToWrite[]): Promise<void> {
  if (lines.length === 0) return;
  const head = headOf(about);
  await copyInto(
    tx,
    'submission_line',
    'submission_id uuid, round int, body_id uuid, at timestamptz, line_no int, id_hash bytea, person_id uuid, name text, place jsonb, verdict text, comparison text, sealed bytea',
    'submission_id, round, body_id, at, line_no, id_hash, person_id, name, place, verdict, comparison, sealed',
    (function* () {
      for (const line of lines)
        yield copyLine([
          ...head,
          line.lineNo,
          line.idHash,
          line.personId,
          line.name,
          JSON.stringify(line.place),
          line.verdict,
          line.comparison,
          sealForSubmission(keys, about.submissionId, line.content),
        ]);
    })(),
  );
}

/** People of the body whom the register has and the lines of this file do not. */
export async function countMissing(tx: Tx, about: About): Promise<number> {
  // A set operation: what the planner believes of rows that were just written would make a join of it that takes the square of them.
  const [missing] = await tx.query<{ n: number }>(
    `select count(*)::int as n from (select person_id from person where body_id = $1
       except select person_id from submission_line where submission_id = $2 and round = $3) as m`,
    [about.bodyId, about.submissionId, about.round],
  );
  return missing?.n ?? 0;
}

/**
 * People of earlier rounds who were never sent, by whichever file named them last, and whom no later round up to this one names. Rows without a readable
 * number are nobody's, and are not counted.
 */
export async function countEarlier(tx: Tx, submissionId: string, round: number): Promise<number> {
  if (round === 1) return 0;
  const [earlier] = await tx.query<{ n: number }>(
    `select count(distinct o.id_hash)::int as n from submission_line o
       join submission_file f on f.submission_id = o.submission_id and f.round = o.round
      where o.submission_id = $1 and o.round < $2 and o.id_hash is not null and (f.stage <> 'submitted' or o.verdict <> 'accepted')
        and not exists (select 1 from submission_line n
          where n.submission_id = $1 and n.round > o.round and n.round <= $2 and n.id_hash = o.id_hash)`,
    [submissionId, round],
  );
  return earlier?.n ?? 0;
}

/**
 * People to be whom earlier rounds sent and this one sends under another number: absent from it, while somebody that it says for the first time has their name, and stands
 * in their place; or it was returned, and nobody else of the submission has that name. Of anybody else who is absent nothing is known: a correction may hold a few people only.
 */
export async function retypedPeople(tx: Tx, submissionId: string, round: number): Promise<string[]> {
  const rows = await tx.query<{ person_id: string }>(
    `select distinct o.person_id from submission_line o
      where o.submission_id = $1 and o.round < $2 and o.person_id is not null
        and not exists (select 1 from person p where p.person_id = o.person_id)
        and not exists (select 1 from submission_line s where s.submission_id = $1 and s.round = $2 and s.id_hash = o.id_hash)
        and exists (select 1 from submission_line n
          where n.submission_id = $1 and n.round = $2 and n.verdict = 'accepted' and n.person_id is not null and n.name = o.name
            and not exists (select 1 from submission_line x where x.submission_id = $1 and x.round < $2 and x.id_hash = n.id_hash)
            and (n.place = o.place
              or (exists (select 1 from item i where i.submission_id = $1 and i.person_id = o.person_id and i.state = 'returned')
                and 1 = (select count(distinct q.id_hash) from submission_line q where q.submission_id = $1 and q.round < $2 and q.name = o.name))))`,
    [submissionId, round],
  );
  return rows.map((row) => row.person_id);
}

export interface StoredLine {
  readonly lineNo: number;
  readonly idHash: Uint8Array | null;
  readonly personId: string | null;
  readonly name: string;
  readonly place: Place;
  readonly verdict: Verdict;
  readonly comparison: LineComparison;
  readonly content: LineContent | null;
}

interface LineRow {
  line_no: number;
  id_hash: Buffer | null;
  person_id: string | null;
  name: string;
  place: Place;
  verdict: Verdict;
  comparison: LineComparison;
  sealed: Buffer;
}

/** Content of a line as it may have been kept: before places had a name of their own, what of a fix was not its step was its place. */
type KeptContent = Omit<LineContent, 'fixed'> & { readonly fixed?: readonly (Omit<FixedValue, 'place'> & { readonly place?: Place })[] };

const contentOf = (kept: KeptContent | null): LineContent | null =>
  kept && {
    ...kept,
    fixed: (kept.fixed ?? []).map(({ step, place, ...own }) => ({ step, place: place ?? (own as Place) })),
  };

/** Lines after `afterLine`, in order. */
export async function readLines(
  tx: Tx,
  keys: Keys,
  submissionId: string,
  round: number,
  how: { afterLine: number; limit: number; verdict?: Verdict; comparison?: LineComparison; lineNos?: readonly number[] },
): Promise<StoredLine[]> {
  const rows = await tx.query<LineRow>(
    `select line_no, id_hash, person_id, name, place, verdict, comparison, sealed from submission_line
      where submission_id = $1 and round = $2 and line_no > $3 and ($4::text is null or verdict = $4) and ($5::text is null or comparison = $5) and ($7::int[] is null or line_no = any ($7)) order by line_no limit $6`,
    [submissionId, round, how.afterLine, how.verdict ?? null, how.comparison ?? null, how.limit, how.lineNos ?? null],
  );
  return rows.map((row) => ({
    lineNo: row.line_no,
    idHash: row.id_hash,
    personId: row.person_id,
    name: row.name,
    place: row.place,
    verdict: row.verdict,
    comparison: row.comparison,
    content: contentOf(openForSubmission<KeptContent | null>(keys, submissionId, row.sealed)),
  }));
}

/** Lines looked through at once for a name. */
const LOOKED_THROUGH = 5_000;

/** Numbers of accepted lines after a line, in order, that somebody wants: of those whom the file makes or changes, of whose name this is true. */
export async function wantedLines(
  tx: Tx,
  submissionId: string,
  round: number,
  how: { afterLine: number; limit: number; changed: boolean; isNamed: ((name: string) => boolean) | null },
): Promise<number[]> {
  const found: number[] = [];
  for (let after = how.afterLine; ;) {
    const rows = await tx.query<{ line_no: number; name: string }>(
      `select line_no, name from submission_line
        where submission_id = $1 and round = $2 and line_no > $3 and verdict = 'accepted' and (not $4 or comparison in ('new', 'changed')) order by line_no limit $5`,
      [submissionId, round, after, how.changed, LOOKED_THROUGH],
    );
    for (const { line_no: line, name } of rows) {
      if (how.isNamed && !how.isNamed(name)) continue;
      found.push(line);
      if (found.length === how.limit) return found;
    }
    if (rows.length < LOOKED_THROUGH) return found;
    after = rows.at(-1)!.line_no;
  }
}

/** What names a person of a round among places. */
export const linePlaceKey = ({ round, personId }: { readonly round: number; readonly personId: string }): string => `${round}/${personId}`;

/** Where each of these people stands in the round that is named beside them, by `linePlaceKey`. */
export async function linePlaces(
  tx: Tx,
  submissionId: string,
  people: readonly { readonly personId: string }[],
): Promise<ReadonlyMap<string, Place>> {
  const rows = await tx.query<{ round: number; person_id: string; place: Place }>(
    'select round, person_id, place from submission_line where submission_id = $1 and person_id = any ($2::uuid[])',
    [submissionId, people.map((one) => one.personId)],
  );
  return new Map(rows.map((row) => [linePlaceKey({ round: row.round, personId: row.person_id }), row.place]));
}

/** Notes who each line turned out to be, and lines that must wait after all. */
export async function settleLines(
  tx: Tx,
  about: Pick<About, 'submissionId' | 'round' | 'at'>,
  lines: readonly { lineNo: number; personId: string | null; verdict: Verdict }[],
): Promise<void> {
  // By the day too: else each line is looked for in the partition of every month.
  await tx.query(
    `update submission_line l set person_id = s.person, verdict = s.verdict from unnest($4::int[], $5::uuid[], $6::text[]) as s (line, person, verdict)
      where l.submission_id = $1 and l.round = $2 and l.at = $3 and l.line_no = s.line`,
    [
      about.submissionId,
      about.round,
      about.at,
      lines.map((line) => line.lineNo),
      lines.map((line) => line.personId),
      lines.map((line) => line.verdict),
    ],
  );
}

/** Lines that had errors wait when the good ones are sent. */
export async function holdRejectedLines(tx: Tx, submissionId: string, round: number): Promise<void> {
  await tx.query(`update submission_line set verdict = 'waiting' where submission_id = $1 and round = $2 and verdict = 'rejected'`, [
    submissionId,
    round,
  ]);
}

/** Everybody of the register who stands in a file. */
export async function peopleOfFile(tx: Tx, submissionId: string, round: number): Promise<string[]> {
  const rows = await tx.query<{ person_id: string }>(
    'select distinct person_id from submission_line where submission_id = $1 and round = $2 and person_id is not null',
    [submissionId, round],
  );
  return rows.map((row) => row.person_id);
}
