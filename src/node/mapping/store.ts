/** All SQL of the sources of changes. */
import type { Instant } from '#base/clock.ts';
import type { Problem } from '#base/problem.ts';
import type { SqlClient } from '#node/outbox/sql.ts';
import { rowsOf } from '#node/outbox/sql.ts';
import type { SeenRow } from './differences.ts';
import type { MappedRow } from './map-row.ts';

/** Begins a reading. @returns its number */
export async function beginReading(sql: SqlClient, source: string): Promise<number> {
  const [row] = await rowsOf<{ no: number }>(
    sql,
    `insert into congvu_node.reading (source, read_no, rows, problems) values ($1, 1, 0, '[]')
       on conflict (source) do update set read_no = reading.read_no + 1 returning read_no as no`,
    [source],
  );
  return row!.no;
}

export const endReading = (
  sql: SqlClient,
  source: string,
  { rows, problems, at }: { readonly rows: number; readonly problems: readonly Problem[]; readonly at: Instant },
): Promise<unknown> =>
  sql.query('update congvu_node.reading set read_at = $2, rows = $3, problems = $4 where source = $1', [
    source,
    at,
    rows,
    JSON.stringify(problems),
  ]);

export interface KnownRow extends SeenRow {
  readonly person: string;
}

/** Rows as they were read last, by key. */
export async function seenRows(sql: SqlClient, source: string, keys: readonly string[]): Promise<ReadonlyMap<string, KnownRow>> {
  const rows = await rowsOf<{ row_key: string; person: string; cells: SeenRow }>(
    sql,
    'select row_key, person, cells from congvu_node.seen where source = $1 and row_key = any ($2)',
    [source, keys],
  );
  return new Map(rows.map(({ row_key, person, cells }) => [row_key, { ...cells, person }]));
}

/** Writes rows as they were read now. */
export async function writeSeen(sql: SqlClient, source: string, readNo: number, rows: readonly MappedRow[]): Promise<void> {
  await sql.query(
    `insert into congvu_node.seen (source, row_key, person, cells, read_no)
       select $1, row_key, person, cells, $5 from unnest($2::text[], $3::text[], $4::jsonb[]) as told (row_key, person, cells)
     on conflict (source, row_key) do update set cells = excluded.cells, read_no = excluded.read_no`,
    [
      source,
      rows.map(({ key }) => key),
      rows.map(({ person }) => person),
      rows.map(({ validFrom, ended, facts }) => JSON.stringify({ validFrom, ended, facts } satisfies SeenRow)),
      readNo,
    ],
  );
}

/** Rows that could not be read now are there all the same. */
export const keepSeen = (sql: SqlClient, source: string, readNo: number, keys: readonly string[]): Promise<unknown> =>
  sql.query('update congvu_node.seen set read_no = $3 where source = $1 and row_key = any ($2)', [source, keys, readNo]);

/** How many rows are known of a source, and how many of them the reading did not meet. */
export async function countGone(
  sql: SqlClient,
  source: string,
  readNo: number,
): Promise<{ readonly known: number; readonly gone: number }> {
  const [row] = await rowsOf<{ known: number; gone: number }>(
    sql,
    'select count(*)::int as known, (count(*) filter (where read_no < $2))::int as gone from congvu_node.seen where source = $1',
    [source, readNo],
  );
  return row!;
}

/** Asks about each row that is gone, once. @returns how many questions are new */
export async function askAboutGone(sql: SqlClient, source: string, readNo: number, at: Instant): Promise<number> {
  const rows = await rowsOf(
    sql,
    `insert into congvu_node.question (source, row_key, person, fact, asked_at)
       select source, row_key, person, '', $3 from congvu_node.seen where source = $1 and read_no < $2
     on conflict do nothing returning id`,
    [source, readNo, at],
  );
  return rows.length;
}

/** A row that is back asks nothing. */
export const withdrawQuestions = (sql: SqlClient, source: string, readNo: number): Promise<unknown> =>
  sql.query(
    `delete from congvu_node.question as asked using congvu_node.seen as row
      where asked.answer is null and asked.fact = '' and asked.source = $1 and row.source = $1 and row.row_key = asked.row_key and row.read_no = $2`,
    [source, readNo],
  );

export async function askAboutEmptied(
  sql: SqlClient,
  source: string,
  emptied: readonly { readonly key: string; readonly person: string; readonly fact: string }[],
  at: Instant,
): Promise<void> {
  if (emptied.length === 0) return;
  await sql.query(
    `insert into congvu_node.question (source, row_key, person, fact, asked_at)
       select $1, row_key, person, fact, $5 from unnest($2::text[], $3::text[], $4::text[]) as told (row_key, person, fact)
     on conflict do nothing`,
    [source, emptied.map(({ key }) => key), emptied.map(({ person }) => person), emptied.map(({ fact }) => fact), at],
  );
}

export interface Question {
  readonly id: number;
  readonly source: string;
  readonly rowKey: string;
  readonly person: string;
  /** null: the whole row is gone */
  readonly fact: string | null;
  readonly askedAt: Instant;
}

export async function openQuestions(sql: SqlClient, most: number): Promise<readonly Question[]> {
  return rowsOf<Question>(
    sql,
    `select id::int as id, source, row_key as "rowKey", person, nullif(fact, '') as fact,
            to_char(asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "askedAt"
       from congvu_node.question where answer is null order by question.id limit $1`,
    [most],
  );
}

/** An open question, behind a lock, with the row as it was read last. */
export async function lockQuestion(sql: SqlClient, id: number): Promise<(Question & { readonly row: SeenRow | null }) | null> {
  const [one] = await rowsOf<Question & { readonly row: SeenRow | null }>(
    sql,
    `select asked.id::int as id, asked.source, asked.row_key as "rowKey", asked.person, nullif(asked.fact, '') as fact, '' as "askedAt",
            (select cells from congvu_node.seen where (seen.source, seen.row_key) = (asked.source, asked.row_key)) as row
       from congvu_node.question as asked where asked.id = $1 and answer is null for update`,
    [id],
  );
  return one ?? null;
}

export async function writeAnswer(sql: SqlClient, { id, source, rowKey, fact }: Question, answer: object, at: Instant): Promise<void> {
  await sql.query('update congvu_node.question set answer = $2, answered_at = $3 where id = $1', [id, JSON.stringify(answer), at]);
  // A row that is gone is followed no more; a cell that stays empty is not asked about again.
  if (fact === null) await sql.query('delete from congvu_node.seen where source = $1 and row_key = $2', [source, rowKey]);
}
