/**
 * The limit of whatever writes many rows: the same rows of all tables that the work wrote, copied raw into tables with the same indexes, and nothing else:
 * no policies, no keys, no sealing, no question asked.
 */
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

export interface RawCopy {
  readonly seconds: number;
  readonly rows: number;
  readonly tables: readonly string[];
  /** of these tables with their indexes */
  readonly bytes: number;
}

async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Rows of every table, to tell afterwards which have grown. */
export async function rowCounts(ownerUrl: string): Promise<ReadonlyMap<string, number>> {
  return asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'congvu'::regnamespace order by 1`,
    );
    const counts = new Map<string, number>();
    for (const { name } of rows) {
      const { rows: counted } = await client.query<{ n: string }>(`select count(*) as n from "${name}"`);
      counts.set(name, Number(counted[0]!.n));
    }
    return counts;
  });
}

/** Lets the planner know what stands in the tables, as it does by itself within a minute. Empty ones are left alone: it never looks at those. */
export async function analyse(ownerUrl: string): Promise<void> {
  const filled = [...(await rowCounts(ownerUrl))].filter(([, count]) => count > 0).map(([name]) => `"${name}"`);
  await asOwner(ownerUrl, (client) => client.query(`analyze ${filled.join(', ')}`));
}

/** @param before  `rowCounts` before the work; what stood there then is copied too, it MUST be little */
export async function rawCopy(ownerUrl: string, before: ReadonlyMap<string, number>): Promise<RawCopy> {
  const folder = mkdtempSync(join(tmpdir(), 'congvu-raw-'));
  const now = await rowCounts(ownerUrl);
  const tables = [...now].filter(([name, count]) => count > (before.get(name) ?? 0)).map(([name]) => name);
  try {
    return await asOwner(ownerUrl, async (client) => {
      const size = await client.query<{ bytes: string }>(
        `select sum(case c.relkind when 'p' then (select sum(pg_total_relation_size(t.relid)) from pg_partition_tree(c.oid) as t where t.isleaf)
                                   else pg_total_relation_size(c.oid) end) as bytes from pg_class c where c.oid = any (array(select n::regclass from unnest($1::text[]) as n))`,
        [tables],
      );
      for (const name of tables) {
        await pipeline(client.query(copyTo(`copy (select * from "${name}") to stdout`)), createWriteStream(join(folder, name)));
        await client.query(`create table "bench_${name}" (like "${name}" including defaults including indexes)`);
      }
      const startedMs = performance.now();
      for (const name of tables)
        await pipeline(createReadStream(join(folder, name)), client.query(copyFrom(`copy "bench_${name}" from stdin`)));
      const seconds = (performance.now() - startedMs) / 1000;
      for (const name of tables) await client.query(`drop table "bench_${name}"`);
      return { seconds, tables, rows: tables.reduce((sum, name) => sum + now.get(name)!, 0), bytes: Number(size.rows[0]!.bytes) };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
