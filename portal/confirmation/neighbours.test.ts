import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neighboursOf } from './neighbours.ts';

test('next and previous keep how the queue is narrowed, and end at its ends', () => {
  const after = { submissionId: 's', personId: 'c' };
  assert.deepEqual(neighboursOf({ before: null, after }, '?sort=name'), { before: null, after: '/xac-nhan/s/c?sort=name' });
  assert.deepEqual(neighboursOf(undefined, ''), { before: null, after: null });
});
