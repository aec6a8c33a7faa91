import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenIn, chosenLists, keyOf, toggled } from './chosen.ts';

const items = [
  { submissionId: 's', personId: 'a' },
  { submissionId: 's', personId: 'b' },
  { submissionId: 'other', personId: 'c' },
];
const submission = { submissionId: 's', uploadNumber: 'TL-1', body: 'X', people: 9 };

test('ticked twice is not ticked', () => {
  assert.deepEqual([...toggled(toggled(new Set(['x']), 'a'), 'a')], ['x']);
});

test('chosen people make a list for each submission that is to be signed; the others are looked at one by one', () => {
  const chosen = new Set(['s/b', 'other/c', 's/gone']);
  assert.deepEqual(chosenLists(chosen, items, [submission]), { lists: [{ submission, people: ['b'] }], alone: 1 });
  assert.deepEqual(chosenLists(new Set(items.map(keyOf)), items, []), { lists: [], alone: 3 });
});

test('the way to a list says who was chosen, or nothing', () => {
  assert.deepEqual(chosenIn({ chosen: ['a', 3] }), ['a']);
  for (const state of [null, {}, { chosen: [] }, { list: '/x' }]) assert.equal(chosenIn(state), null);
});
