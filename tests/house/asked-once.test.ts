/** What a session may is asked once a statement, never once a row: a call in a condition reads grants and the tree of bodies for every row that is looked at. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from './sources.ts';

/** Lines that compare a column with what a function of the session answers, without a sub-select around it. */
const askedForEachRow = (sql: string): string[] =>
  sql.split('\n').filter((line) => /any ?\(session_[a-z_]+\(/i.test(line) && !/^\s*--/.test(line));

test('functions, policies and views ask what the session may in a sub-select', () => {
  assert.deepEqual(askedForEachRow(textOf('src/base/database/schema.sql')), []);
});

test('the rule finds what it forbids', () => {
  assert.equal(askedForEachRow("where n.body_id = any (session_bodies()) and n.state = 'claimed'").length, 1);
  assert.equal(askedForEachRow('where n.body_id = any ((select session_bodies())::uuid[])').length, 0);
});
