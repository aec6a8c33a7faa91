/**
 * Holds the register against the log, both ways: each witnessed row has the leaf that wrote it and is what the leaf commits to; each leaf's row is
 * there; each transaction stands at the instant that its leaves say; what is only derived is what it is derived from.
 *
 * The two sides are compared inside the database, in session-temporary tables: the program keeps one page of rows.
 */
import type { Tx } from '#base/database/transaction.ts';
import { instantChanged, projectionChanged, rowChanged, rowMissing, rowWithoutAct, signatureWrong } from './findings.ts';
import type { Finding } from './findings.ts';
import type { Act } from './shapes.ts';
import { FINDINGS_NAMED_MAX, VERIFY_BATCH_ROWS } from './limits.ts';
import type { DerivedTable, KnownAct, StandingRow, WitnessedTable } from './witness.ts';
import { witnessesIn } from './witness.ts';

/** What `--state` looks at. */
export interface StateTables {
  readonly witnessed: readonly WitnessedTable[];
  readonly derived: readonly DerivedTable[];
}

export interface StateReport {
  /** rows whose content was compared with their leaf */
  readonly rows: number;
  /** rows of acts that carry no witness (of before there were any, or readings): there is an act for each, what else they hold cannot be compared */
  readonly known: number;
  /** rows without content that an erasure left: as its act says they were left */
  readonly erased: number;
}

/** An act of the log on its way to be compared. */
export interface WitnessedAct extends Omit<KnownAct, 'payload'> {
  readonly index: number;
  /** canonical text of its payload */
  readonly text: string;
}

interface Expected {
  readonly table: string;
  readonly key: string;
  /** null: known, but not what it said */
  readonly digest: string | null;
  readonly index: number;
  readonly tx: number;
  /** the act wrote a row that stood already: from then on it alone says what stands */
  readonly anew: boolean;
}

/** Acts that write rows anew, long after the transaction that a row names. */
const WRITES_ANEW: ReadonlySet<string> = new Set<Act>(['person.erased']);

/** Empty tables for one verification; gone with the transaction. */
export async function openStateTables(tx: Tx): Promise<void> {
  await tx.query(
    `create temporary table state_expected (tbl text, key text, digest text, leaf bigint, tx bigint, anew boolean) on commit drop`,
  );
  await tx.query(`create temporary table state_standing (tbl text, key text, digest text, tx bigint, about uuid) on commit drop`);
}

/** What the acts of one batch of the log say was written. */
export async function expectRows(tx: Tx, tables: StateTables, acts: readonly WitnessedAct[]): Promise<void> {
  const expected = acts.flatMap((act) => expectedOf(tables, act));
  if (expected.length === 0) return;
  await tx.query(
    'insert into state_expected select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::boolean[])',
    [
      expected.map((row) => row.table),
      expected.map((row) => row.key),
      expected.map((row) => row.digest),
      expected.map((row) => row.index),
      expected.map((row) => row.tx),
      expected.map((row) => row.anew),
    ],
  );
}

function expectedOf({ witnessed }: StateTables, { index, text, ...act }: WitnessedAct): Expected[] {
  const payload: unknown = JSON.parse(text);
  const rows = witnessesIn(payload);
  if (rows) return rows.map((row) => ({ ...row, index, tx: act.tx, anew: WRITES_ANEW.has(act.act) }));
  const plain = typeof payload === 'object' && payload !== null ? (payload as Readonly<Record<string, unknown>>) : {};
  return witnessed.flatMap(({ table, known }) =>
    known({ ...act, payload: plain }).map((key) => ({ table, key, digest: null, index, tx: act.tx, anew: false })),
  );
}

/** Compares; the log must have been walked whole before (`expectRows`). */
export async function verifyState(tx: Tx, tables: StateTables, add: (finding: Finding) => void): Promise<StateReport> {
  for (const table of tables.witnessed) await standUp(tx, table);
  await tx.query('create index on state_expected (tbl, key)');
  await tx.query('create index on state_standing (tbl, key)');
  await tx.query('analyze state_expected, state_standing');
  await compareRows(tx, add);
  await compareInstants(tx, add);
  for (const table of tables.derived) await compareDerived(tx, table, add);
  const [counted] = await tx.query<{ rows: number; known: number; erased: number }>(
    `select count(*) filter (where e.digest is not null and not e.anew)::int as rows, count(*) filter (where e.digest is null)::int as known,
            count(*) filter (where e.anew)::int as erased
       from state_standing s join state_expected e using (tbl, key)`,
  );
  return counted!;
}

async function standUp(tx: Tx, { table, page }: WitnessedTable): Promise<void> {
  let after: string | null = null;
  do {
    const { rows, next }: { rows: readonly StandingRow[]; next: string | null } = await page(tx, after, VERIFY_BATCH_ROWS);
    await tx.query('insert into state_standing select $1, * from unnest($2::text[], $3::text[], $4::bigint[], $5::uuid[])', [
      table,
      rows.map((row) => row.key),
      rows.map((row) => row.digest),
      rows.map((row) => row.tx),
      rows.map((row) => row.about),
    ]);
    after = next;
  } while (after !== null);
}

async function compareRows(tx: Tx, add: (finding: Finding) => void): Promise<void> {
  const changed = await tx.query<{ tbl: string; key: string; leaf: number }>(
    `select s.tbl, s.key, min(e.leaf) as leaf from state_standing s join state_expected e using (tbl, key)
      group by s.tbl, s.key having not (case when bool_or(e.anew) then (array_agg(e.digest = s.digest order by e.leaf desc) filter (where e.anew))[1]
                                     when bool_or(e.digest is not null) then coalesce(bool_or(e.digest = s.digest and (s.tx is null or s.tx = e.tx)), false)
                                     else bool_or(s.tx is null or s.tx = e.tx) end)
      order by 1, 2 limit $1`,
    [FINDINGS_NAMED_MAX],
  );
  for (const row of changed) add(rowChanged(row.tbl, row.key, row.leaf));
  // Whoever's payloads were lawfully erased has no witnesses any more: their rows are not strangers.
  const strange = await tx.query<{ tbl: string; key: string }>(
    `select s.tbl, s.key from state_standing s
      where not exists (select 1 from state_expected e where e.tbl = s.tbl and e.key = s.key)
        and not exists (select 1 from audit_event x where x.act = 'payload.erased' and x.object_id = s.about)
      order by 1, 2 limit $1`,
    [FINDINGS_NAMED_MAX],
  );
  for (const row of strange) add(rowWithoutAct(row.tbl, row.key));
  const missing = await tx.query<{ tbl: string; key: string; leaf: number }>(
    `select e.tbl, e.key, min(e.leaf) as leaf from state_expected e
      where not exists (select 1 from state_standing s where s.tbl = e.tbl and s.key = e.key)
      group by e.tbl, e.key order by 1, 2 limit $1`,
    [FINDINGS_NAMED_MAX],
  );
  for (const row of missing) add(rowMissing(row.tbl, row.key, row.leaf));
}

/** Each transaction that left an event stands in `act` at the instant of its first event, and no other does. */
async function compareInstants(tx: Tx, add: (finding: Finding) => void): Promise<void> {
  const wrong = await tx.query<{ tx: number }>(
    `select coalesce(a.tx, e.tx) as tx
       from act a full join (select x.tx, min(x.at) as at from audit_event x group by x.tx) e on e.tx = a.tx
      where a.tx is null or e.tx is null or date_trunc('milliseconds', a.at) <> e.at order by 1 limit $1`,
    [FINDINGS_NAMED_MAX],
  );
  for (const row of wrong) add(instantChanged(row.tx));
}

async function compareDerived(tx: Tx, { table, holds, differences }: DerivedTable, add: (finding: Finding) => void): Promise<void> {
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<DerivedTable['differences']>> = await differences(tx, after, VERIFY_BATCH_ROWS);
    for (const { key, what } of page.differing) add((holds === 'signatures' ? signatureWrong : projectionChanged)(table, key, what));
    after = page.next;
  } while (after !== null);
}
