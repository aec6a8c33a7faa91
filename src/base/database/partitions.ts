/** Monthly partitions of what grows by time: made by the owner, 24 months ahead, with a default that should stay empty. */
import type pg from 'pg';
import type { PlainDate } from '#base/clock.ts';

/** Months for which partitions are made ahead. */
export const MONTHS_AHEAD = 24;

const monthStart = (today: PlainDate, offset: number): PlainDate => {
  const at = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + offset;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
};

/** Every table partitioned by range in schema congvu gets its months; those that are there stay. Grants follow the parent: the product reaches them only through it. */
export async function makePartitions(client: pg.Client, today: PlainDate): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_partitioned_table p join pg_class c on c.oid = p.partrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'congvu' and p.partstrat = 'r' order by 1`,
  );
  for (const { name } of rows) {
    await client.query(`create table if not exists ${name}_default partition of ${name} default`);
    for (let month = -1; month <= MONTHS_AHEAD; month++) {
      const from = monthStart(today, month);
      await client.query(
        `create table if not exists ${name}_${from.slice(0, 7).replace('-', '_')} partition of ${name} for values from ('${from}') to ('${monthStart(today, month + 1)}')`,
      );
    }
  }
}
