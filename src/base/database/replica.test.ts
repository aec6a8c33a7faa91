/** When a replica may be read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPosition, unfit } from './replica.ts';

const level = { leads: false, has_seen: true, is_level: true, behind: 86_400 };

test('a replica that has everything is read, however long ago the last thing happened', () => {
  assert.equal(unfit(level), null);
  assert.equal(unfit({ ...level, is_level: false, behind: 9.9 }), null);
});

test('one that is behind what its reader has done is not, nor one that is far behind', () => {
  assert.equal(unfit({ ...level, has_seen: false }), 'behind what the reader did');
  assert.equal(unfit({ ...level, is_level: false, behind: 10.1 }), 'behind');
});

test('one that has become the leader has everything', () => {
  assert.equal(unfit({ leads: true, has_seen: false, is_level: false, behind: 1e9 }), null);
});

test('a position is what PostgreSQL writes, and nothing else', () => {
  assert.ok(isPosition('16/B374D848') && isPosition('FFFFFFFF/FFFFFFFF'));
  for (const other of ['', '16', '16/b3', "0/0'", '0/0 or 1', '123456789/0', undefined]) assert.ok(!isPosition(other));
});
