/** Brings the node's own schema up: files in their order, each once, in one transaction. Forward only. */
import { hash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '#base/problem.ts';
import { ok, refused } from '#base/problem.ts';
import { outboxNewer } from '#node/problems.ts';
import type { NodeDatabase } from './sql.ts';
import { rowsOf } from './sql.ts';

const FOLDER = join(import.meta.dirname, 'migrations');
/** Two programs that start together bring it up one after the other. */
const LOCK = 'congvu-node-migrate';

const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const markOf = (name: string): string => hash('sha256', read(name), 'hex');

/** @returns what was applied now; E-NODE-OUTBOX-NEWER for an outbox that a newer or another program made */
export function migrateOutbox(database: NodeDatabase): Promise<Result<readonly string[]>> {
  const names = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return database.transaction(async (sql) => {
    await sql.query('select pg_advisory_xact_lock(hashtext($1))', [LOCK]);
    await sql.query('create schema if not exists congvu_node');
    await sql.query('create table if not exists congvu_node.migration (name text primary key, sha256 text not null)');
    await sql.query(
      `comment on table congvu_node.migration is 'room: node/outbox. What was applied to the schema of the node, to the byte.'`,
    );
    const applied = new Map(
      (await rowsOf<{ name: string; sha256: string }>(sql, 'select name, sha256 from congvu_node.migration')).map((one) => [
        one.name,
        one.sha256,
      ]),
    );
    const stranger = [...applied].find(([name, sha256]) => !names.includes(name) || markOf(name) !== sha256);
    if (stranger) return refused(outboxNewer({ name: stranger[0] }));
    const missing = names.filter((name) => !applied.has(name));
    for (const name of missing) {
      await sql.query(read(name));
      await sql.query('insert into congvu_node.migration (name, sha256) values ($1, $2)', [name, markOf(name)]);
    }
    return ok(missing);
  });
}
