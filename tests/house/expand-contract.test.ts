/**
 * Servers of the version before go on while the database is already of this one: a migration takes nothing away from them, or says in a line
 * `-- Contracts after NAME` since which released version nobody asks for it. Held for what came after the first release (`migrations/RELEASED`).
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { contractsAfter, contractsAfterOf, releasedSchemas } from '#base/database/expand-contract.ts';
import { MIGRATIONS_FOLDER, migrationNames } from '#base/database/migrate.ts';
import { textOf } from './sources.ts';
import { takesAway } from './takes-away.ts';

const names = migrationNames();
const released = releasedSchemas();

test('releases name migrations that are here, one after the other, with version and day', () => {
  assert.ok(released.length > 0);
  for (const [i, { head, version, day, commit }] of released.entries()) {
    assert.ok(names.includes(head), head);
    assert.match(version, /^\d+\.\d+\.\d+$/);
    assert.match(day, /^\d{4}-\d\d-\d\d$/);
    assert.match(commit ?? '', /^([0-9a-f]{40})?$/);
    assert.ok(commit !== null || i === released.length - 1, `${version} names no commit`);
    assert.ok(i === 0 || released[i - 1]!.head <= head);
    assert.ok(
      textOf('docs/releases/README.md').includes(`| [${version}](${version}.md) | ${day} | ${head} |`),
      `docs/releases names ${version} with ${head}`,
    );
    assert.match(textOf(`docs/releases/${version}.md`), /What an administrator must do/);
  }
});

test('a migration after the first release takes nothing away from servers of the version before, or says since when nobody needs it', () => {
  const wrong = names
    .filter((name) => name > released[0]!.head)
    .flatMap((name) => {
      const [what, after] = [takesAway(readFileSync(join(MIGRATIONS_FOLDER, `${name}.sql`), 'utf8')), contractsAfterOf(name)];
      if (what.length > 0 && after === null) return [`${name}: ${what.join(', ')}; add a line "-- Contracts after NAME" (docs/release.md)`];
      // What is taken away must have been left by a release: not by what is being written.
      return after !== null && !released.some(({ head }) => head >= after) ? [`${name}: ${after} was not released yet`] : [];
    });
  assert.deepEqual(wrong, []);
});

const expands = [
  'create table hat (id int primary key, name text not null); alter table hat alter column name type varchar; drop table hat;',
  'alter table person add column hat text;',
  "alter table person add column hat text not null default '', add column size int;",
  'alter table person add column hats int generated always as (1) stored not null;',
  'create or replace function f() returns int language sql as $$ alter table person drop column hat $$;',
  '-- alter table person drop column hat;\ncreate index on person (hat);',
  'drop policy person_read on person; create policy person_read on person using (true);',
];
for (const text of expands)
  test(`expands: ${text.slice(0, 60)}`, () => {
    assert.deepEqual(takesAway(text), []);
  });

const contracts: Readonly<Record<string, string>> = {
  'drop table hat;': 'drops a table',
  'drop table if exists hat;': 'drops a table',
  'alter table person drop column hat;': 'drops a column',
  'alter table person rename column hat to cap;': 'renames',
  'alter table hat rename to cap;': 'renames',
  'alter table person alter column hat type int using 1;': 'changes the type of a column',
  'alter table person alter column hat set not null;': 'demands a column',
  'alter table person add column hat text not null;': 'adds a column that must be given',
};
for (const [text, what] of Object.entries(contracts))
  test(`takes away: ${text}`, () => {
    assert.deepEqual(takesAway(text), [what]);
  });

test('a migration says which servers can live with it; before the first release none could', () => {
  assert.equal(contractsAfter('0700_b', '-- Up Migration\n-- Contracts after 0600_a: nothing asks for it since.\n', '0501_x'), '0600_a');
  assert.equal(contractsAfter('0700_b', '-- Up Migration\n', '0501_x'), null);
  assert.equal(contractsAfter('0300_b', '', '0501_x'), '0300_b');
});
