/** All SQL of the room: figures are counted by functions of migration 1104, and no person comes out of them. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Asked } from './law-conditions.ts';

export interface Counting {
  readonly bodyId: string;
  readonly validOn: PlainDate;
  readonly treeOn: PlainDate;
  /** a settled point */
  readonly knownAt: number;
}

/** Figures of each body of the scope, one for each column, by the body of the tree that people are placed in. Nothing where the session may not make reports. */
export async function countCells(
  tx: Tx,
  { bodyId, validOn, treeOn, knownAt }: Counting,
  columns: readonly (readonly Asked[])[],
  population: readonly Asked[],
): Promise<Map<string, readonly number[]>> {
  const rows = await tx.query<{ body_id: string; counts: (number | string)[] }>(
    `select body_id, counts from report_cells($1, $2, $3, $4, '{}', $5::jsonb, $6::jsonb)`,
    [bodyId, validOn, treeOn, knownAt, JSON.stringify(columns), JSON.stringify(population)],
  );
  return new Map(rows.map(({ body_id, counts }) => [body_id, counts.map(Number)]));
}

export interface KeptReport {
  readonly id: string;
  readonly number: string;
  readonly definition: string;
  readonly bodyId: string;
  readonly validOn: PlainDate;
  readonly knownAt: number;
  readonly at: Instant;
  /** canonical JSON of `ReportValue` */
  readonly content: string;
  readonly sha256: string;
  readonly jws: string;
}

/** Under the session of who makes it. */
export async function addReport(tx: Tx, one: KeptReport): Promise<void> {
  await tx.query(
    `insert into report_run (report_id, number, definition, body_id, valid_on, known_at, at, by_account, content, sha256, jws)
     values ($1, $2, $3, $4, $5, $6, $7, session_person(), $8, $9, $10)`,
    [one.id, one.number, one.definition, one.bodyId, one.validOn, one.knownAt, one.at, one.content, one.sha256, one.jws],
  );
}

const COLUMNS = `report_id as id, number, definition, body_id as "bodyId", valid_on as "validOn", known_at as "knownAt", at, content, sha256, jws`;

/** Null when there is none that this session may see. */
export async function reportByNumber(tx: Tx, number: string): Promise<KeptReport | null> {
  const [row] = await tx.query<KeptReport & Record<string, unknown>>(`select ${COLUMNS} from report_run where number = $1`, [number]);
  return row ?? null;
}

/** Of these bodies, the newest first. */
export const reportsOf = (tx: Tx, bodyIds: readonly string[] | null, limit: number): Promise<(KeptReport & Record<string, unknown>)[]> =>
  tx.query<KeptReport & Record<string, unknown>>(
    `select ${COLUMNS} from report_run where $1::uuid[] is null or body_id = any ($1) order by at desc, number limit ${limit}`,
    [bodyIds],
  );

/** What was said between two points that a report of this scope and day may differ by. */
export async function causesBetween(
  tx: Tx,
  { bodyId, validOn, treeOn, knownAt }: Counting,
  until: number,
): Promise<{ facts: number; moves: number; events: number; erased: number }> {
  const [row] = await tx.query<{ facts: number; moves: number; events: number; erased: number }>(
    'select * from report_causes($1, $2, $3, $4, $5)',
    [bodyId, validOn, treeOn, knownAt, until],
  );
  return row ?? { facts: 0, moves: 0, events: 0, erased: 0 };
}

/** A body and all below it, as a report of this day, tree and point places people in them. */
export async function scopeOf(tx: Tx, { bodyId, validOn, treeOn, knownAt }: Counting): Promise<string[]> {
  const [row] = await tx.query<{ ids: string[] }>('select report_scope($1, $2, $3, $4) as ids', [bodyId, validOn, treeOn, knownAt]);
  return row?.ids ?? [];
}

/** Somebody behind a figure; `seen`: how many of them the session sees in all. */
export interface SeenPerson {
  readonly personId: string;
  readonly name: string;
  readonly bodyId: string;
  readonly seen: number;
}

/** People of a figure under the walls of the session, by name, the first of them. */
export async function peopleOf(
  tx: Tx,
  bodies: readonly string[],
  { validOn, treeOn, knownAt }: Pick<Counting, 'validOn' | 'treeOn' | 'knownAt'>,
  conditions: readonly Asked[],
  limit: number,
): Promise<SeenPerson[]> {
  const rows = await tx.query<{ person_id: string; full_name: string | null; body_id: string; seen: number | string }>(
    'select * from report_people($1::uuid[], $2, $3, $4, $5::jsonb, $6)',
    [bodies, validOn, treeOn, knownAt, JSON.stringify(conditions), limit],
  );
  return rows.map(({ person_id: personId, full_name: name, body_id: bodyId, seen }) => ({
    personId,
    name: name ?? '',
    bodyId,
    seen: Number(seen),
  }));
}

export interface KeptPublished {
  readonly number: string;
  readonly at: Instant;
  /** canonical JSON of `PublishedValue` */
  readonly content: string;
  readonly sha256: string;
  readonly revises: string | null;
  readonly reason: string | null;
  readonly revisedBy: string | null;
}

/** Did the session's account make it? */
export async function isOwnReport(tx: Tx, number: string): Promise<boolean> {
  const rows = await tx.query('select 1 from report_run where number = $1 and by_account = session_person()', [number]);
  return rows.length > 0;
}

/** Under the session of who publishes. */
export async function addPublished(tx: Tx, { number, at, content, sha256, revises, reason }: KeptPublished): Promise<void> {
  await tx.query(
    'insert into report_published (number, at, by_account, content, sha256, revises, reason) values ($1, $2, session_person(), $3, $4, $5, $6)',
    [number, at, content, sha256, revises, reason],
  );
}

/** Null when it is not published. For anybody, without a session too. */
export async function publishedByNumber(tx: Tx, number: string): Promise<KeptPublished | null> {
  const [row] = await tx.query<KeptPublished & Record<string, unknown>>(
    `select p.number, p.at, p.content, p.sha256, p.revises, p.reason, (select min(n.number) from report_published n where n.revises = p.number) as "revisedBy"
       from report_published p where p.number = $1`,
    [number],
  );
  return row ?? null;
}

/** Reports of the same form and agency that are published, as they were made. */
export const publishedBefore = (tx: Tx, { definition, bodyId }: KeptReport): Promise<(KeptReport & Record<string, unknown>)[]> =>
  tx.query<KeptReport & Record<string, unknown>>(
    `select ${COLUMNS} from report_run where definition = $1 and body_id = $2 and number in (select p.number from report_published p) order by at, number`,
    [definition, bodyId],
  );
