/** Monthly partitions of what grows by time: made by the owner, 24 months ahead, with a default that should stay empty. */
import type pg from 'pg';
import type { PlainDate } from '#base/clock.ts';

/** Months for which partitions are made ahead. */
export const MONTHS_AHEAD = 24;

const monthStart = (today: PlainDate, offset: number): PlainDate => {
  const at = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + offset;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
};

/** What is still missing of the months of one table, and of the default. */
function missing(name: string, there: ReadonlySet<string>, today: PlainDate, monthsAhead: number): readonly string[] {
  const statements: string[] = [];
  const add = (partition: string, bounds: string): void => {
    if (!there.has(partition)) statements.push(`create table if not exists ${partition} partition of ${name} ${bounds}`);
  };
  add(`${name}_default`, 'default');
  for (let month = -1; month <= monthsAhead; month++) {
    const from = monthStart(today, month);
    add(`${name}_${from.slice(0, 7).replace('-', '_')}`, `for values from ('${from}') to ('${monthStart(today, month + 1)}')`);
  }
  return statements;
}

/**
 * Every table partitioned by range in schema congvu gets its months; those that are there stay. Grants follow the parent: the product reaches them only through
 * it. A start that finds them all asks once and makes nothing.
 */
export async function makePartitions(client: pg.Client, today: PlainDate, monthsAhead: number = MONTHS_AHEAD): Promise<void> {
  const { rows } = await client.query<{ name: string; there: string[] }>(
    `select c.relname as name, array(select t.relname::text from pg_inherits i join pg_class t on t.oid = i.inhrelid where i.inhparent = c.oid) as there
       from pg_partitioned_table p join pg_class c on c.oid = p.partrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'congvu' and p.partstrat = 'r' order by 1`,
  );
  const statements = rows.flatMap(({ name, there }) => missing(name, new Set(there), today, monthsAhead));
  if (statements.length > 0) await client.query(statements.join(';\n'));
}
