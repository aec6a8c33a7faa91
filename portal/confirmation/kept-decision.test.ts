import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Choices } from './decision.ts';
import { notesOf, withNotes, withoutNotes } from './kept-decision.ts';

const choices: Choices = {
  i1: { verdict: 'accept', cells: [], reason: '', note: '' },
  i2: { verdict: 'return', cells: ['luong.heSo'], reason: 'KHAC', note: 'Ông An gọi điện ngày 12/11' },
};

test('a decision comes back whole from its two parts, and the part that is kept holds no word that was typed', () => {
  const kept = withoutNotes(choices);
  assert.ok(!JSON.stringify(kept).includes('Ông An'));
  assert.deepEqual(withNotes(kept, notesOf(choices)), choices);
  assert.deepEqual(withNotes(kept, {})['i2'], { verdict: 'return', cells: ['luong.heSo'], reason: 'KHAC', note: '' });
});
