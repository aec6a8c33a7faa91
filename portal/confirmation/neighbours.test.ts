import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neighboursOf } from './neighbours.ts';

const queue = ['a', 'b', 'c'].map((personId) => ({ submissionId: 's', personId }));

test('next and previous follow the queue, and end at its ends', () => {
  assert.deepEqual(neighboursOf(queue, 's', 'b'), { before: '/xac-nhan/s/a', after: '/xac-nhan/s/c' });
  assert.deepEqual(neighboursOf(queue, 's', 'a').before, null);
  assert.deepEqual(neighboursOf(queue, 's', 'c').after, null);
});

test('after a decision the person has left the queue: the work goes on at its top', () => {
  assert.deepEqual(neighboursOf(queue, 's', 'gone'), { before: null, after: '/xac-nhan/s/a' });
});
