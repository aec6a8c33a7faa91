import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOTHING_TOUCHED, scopeOf } from './scope.ts';

test('a number of people is written as people write it, and may be unknown', () => {
  const both = { ...NOTHING_TOUCHED, touchesPeople: true };
  assert.deepEqual(scopeOf({ ...both, people: ' 1.204 ' }), { touchesSystem: false, touchesPeople: true, people: 1204 });
  assert.equal(scopeOf(both)?.people, null);
  assert.equal(scopeOf({ ...NOTHING_TOUCHED, touchesSystem: true, people: '12' })?.people, null);
  for (const people of ['0', 'nhiều', '-3', '1,5']) assert.equal(scopeOf({ ...both, people }), null, people);
});
