/** One room writes a table: the one that its comment names. Others hand it what is to be written. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const SRC = join(import.meta.dirname, '../../src');

/** Writes by somebody else than the owner, each with its reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  'authority/http/idempotency.ts idempotent_answer': 'the comment of its migration names the room that it stood in before',
  'start/commands/backup.ts record_base': 'a restore raises the base of record time before anything else is opened',
};

/** Table → room, from `comment on table x is 'room: y. …'`. */
function owners(): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of globSync('**/*.{sql,ts}', { cwd: SRC }).sort())
    for (const [, table, room] of readFileSync(join(SRC, file), 'utf8').matchAll(/comment on table (\w+) is '(?:room: ([\w/-]+))?/g))
      found.set(table!, room ?? '');
  return found;
}

const tablesMade = (): string[] =>
  globSync('base/database/migrations/*.sql', { cwd: SRC }).flatMap((file) =>
    [...readFileSync(join(SRC, file), 'utf8').matchAll(/^create table (?:if not exists )?(\w+)(?! partition of)/gm)].map(
      (match) => match[1]!,
    ),
  );

const isTest = (file: string): boolean => /\.test\.ts$|-for-tests\.ts$|test-database\.ts$/.test(file);

test('every table says which room it belongs to', () => {
  const rooms = owners();
  const made = tablesMade();
  assert.ok(made.length > 25, 'the migrations were read');
  assert.deepEqual(
    made.filter((table) => !rooms.get(table)),
    [],
  );
});

test('only the room of a table writes it', () => {
  const rooms = owners();
  const wrong: string[] = [];
  let seen = 0;
  for (const file of globSync('**/*.ts', { cwd: SRC }).filter((one) => !isTest(one))) {
    const text = readFileSync(join(SRC, file), 'utf8');
    for (const [, , table] of text.matchAll(/\b(insert into|update|delete from|truncate|merge into)\s+(?:congvu\.)?(\w+)\b/gi)) {
      const room = rooms.get(table!);
      if (room === undefined) continue; // a temporary table, or prose
      seen += 1;
      if (!file.startsWith(`${room}/`) && !(`${file} ${table}` in ALLOWED)) wrong.push(`${file} writes ${table} of ${room}`);
    }
  }
  assert.ok(seen > 30, 'statements were seen');
  assert.deepEqual(wrong, []);
});
