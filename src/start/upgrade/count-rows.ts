/** Rows of every table, by the identity that a new name leaves as it is: an upgrade may add rows, and loses none. */
import type pg from 'pg';

export interface CountedTable {
  readonly name: string;
  readonly rows: number;
}
export type CountedTables = ReadonlyMap<number, CountedTable>;

/** Tables of what comes and goes by itself while servers run. */
const COME_AND_GO = new Set([
  'session',
  'session_provider',
  'passkey_challenge',
  'idempotent_answer',
  'migration',
  'migration_checksum',
  'access_may',
  'access_role',
]);

export async function countTables(client: pg.ClientBase): Promise<CountedTables> {
  const { rows } = await client.query<{ oid: number; name: string }>(
    `select c.oid::int as oid, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'congvu' and c.relkind in ('r', 'p') and not c.relispartition order by 2`,
  );
  const counted = new Map<number, CountedTable>();
  for (const { oid, name } of rows) {
    if (COME_AND_GO.has(name)) continue;
    const found = await client.query<{ n: string }>(`select count(*)::text as n from congvu."${name}"`);
    counted.set(oid, { name, rows: Number(found.rows[0]!.n) });
  }
  return counted;
}

/** Tables that hold less than before, or are gone. */
export function lostRows(
  before: CountedTables,
  after: CountedTables,
): { readonly table: string; readonly before: number; readonly after: number }[] {
  return [...before].flatMap(([oid, { name, rows }]) => {
    const now = after.get(oid)?.rows ?? 0;
    return now < rows ? [{ table: name, before: rows, after: now }] : [];
  });
}
