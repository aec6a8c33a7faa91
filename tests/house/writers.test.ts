/** One room writes a table: the one that its comment names. Others hand it what is to be written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesLike, isTest as isTestFile, textOf } from './sources.ts';

/** Writes by somebody else than the owner, each with its reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  'src/authority/http/idempotency.ts idempotent_answer': 'the comment of its migration names the room that it stood in before',
  'src/start/commands/backup.ts record_base': 'a restore raises the base of record time before anything else is opened',
};

/** Table → room, from `comment on table x is 'room: y. …'`. */
function owners(): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of filesLike('src/**/*.{sql,ts}'))
    for (const [, table, room] of textOf(file).matchAll(/comment on table (\w+) is '(?:room: ([\w/-]+))?/g)) found.set(table!, room ?? '');
  return found;
}

const tablesMade = (): string[] =>
  filesLike('src/base/database/migrations/*.sql').flatMap((file) =>
    [...textOf(file).matchAll(/^create table (?:if not exists )?(\w+)(?! partition of)/gm)].map((match) => match[1]!),
  );

const isTest = (file: string): boolean => isTestFile(file) || file.endsWith('test-database.ts');

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
  for (const file of filesLike('src/**/*.ts').filter((one) => !isTest(one))) {
    const text = textOf(file);
    for (const [, , table] of text.matchAll(/\b(insert into|update|delete from|truncate|merge into)\s+(?:congvu\.)?(\w+)\b/gi)) {
      const room = rooms.get(table!);
      if (room === undefined) continue; // a temporary table, or prose
      seen += 1;
      if (!file.startsWith(`src/${room}/`) && !(`${file} ${table}` in ALLOWED)) wrong.push(`${file} writes ${table} of ${room}`);
    }
  }
  assert.ok(seen > 30, 'statements were seen');
  assert.deepEqual(wrong, []);
});
