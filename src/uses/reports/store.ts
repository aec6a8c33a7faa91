/** All SQL of the room: figures are counted by functions of migration 1104, and no person comes out of them. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { ReportCondition } from './shapes.ts';

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
  columns: readonly (readonly ReportCondition[])[],
  population: readonly ReportCondition[],
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
