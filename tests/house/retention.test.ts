/** How long everything is kept is said: every table has its line, every term its kind in the database, every task that takes rows away is run. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TABLES } from '#start/retention/tables.ts';
import type { Kept } from '#start/retention/tables.ts';
import { SOURCE, TERMS } from '#start/retention/retention.ts';
import { filesLike, isTest, textOf } from './sources.ts';

/** The schema as it stands: what an earlier migration said of a function counts no more. */
const sql = textOf('src/base/database/schema.sql');
const made = [...sql.matchAll(/^create table (\w+) \(/gm)].map(([, name]) => name!);
const tasks = filesLike('src/**/*.ts')
  .filter((file) => !isTest(file))
  .flatMap((file) => [...textOf(file).matchAll(/^\s+name: '([\w.-]+)',\n\s+everyMs/gm)].map(([, name]) => name!));

/** What is wrong with a line; null when it holds. */
function fault(kept: Kept): string | null {
  if (typeof kept === 'string') return null;
  if ('with' in kept) return kept.with in TABLES ? null : `goes with ${kept.with}, which is no table`;
  if ('term' in kept) return TERMS.some(({ kind }) => kind === kept.term) ? null : `has the term ${kept.term}, which is none`;
  return tasks.includes(kept.task) ? null : `is left to ${kept.task}, which nobody runs`;
}

test('every table says how long it is kept, and no other', () => {
  assert.ok(made.length > 80);
  assert.deepEqual(Object.keys(TABLES).toSorted(), made.toSorted());
});

test('what a line refers to is there', () => {
  assert.deepEqual(
    Object.entries(TABLES).flatMap(([table, kept]) => (fault(kept) === null ? [] : [`${table} ${fault(kept)}`])),
    [],
  );
  assert.match(fault({ task: 'no.task', after: '1 day' })!, /nobody runs/);
  assert.match(fault({ term: 'no-term' })!, /none/);
});

test('every term is counted and removed in the database, is some table’s, and has its source', () => {
  for (const { kind, days, why } of TERMS) {
    assert.equal([...sql.matchAll(new RegExp(`when '${kind}' then`, 'g'))].length, 2, kind);
    assert.ok(days >= 1 && why.length > 10, kind);
    assert.ok(
      Object.values(TABLES).some((kept) => typeof kept === 'object' && 'term' in kept && kept.term === kind),
      kind,
    );
  }
  assert.match(SOURCE.text, /91\/2025/);
  assert.equal(SOURCE.confidence, 'uncertain');
});
