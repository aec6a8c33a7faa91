import assert from 'node:assert/strict';
import { test } from 'node:test';
import { submissionState } from './state.ts';

test('a submission shows the least advanced of its items', () => {
  assert.equal(submissionState('submitted', true, { registered: 40, 'awaiting-confirmation': 1 }), 'awaiting-confirmation');
  assert.equal(submissionState('submitted', true, { registered: 40, 'awaiting-confirmation': 3, returned: 1 }), 'returned');
  assert.equal(submissionState('submitted', true, { 'waiting-match': 1, 'awaiting-confirmation': 3 }), 'matching');
  assert.equal(submissionState('submitted', true, { registered: 40 }), 'registered');
});

test('before it is submitted, the stage of its file', () => {
  assert.equal(submissionState('queued', false, {}), 'reading');
  assert.equal(submissionState('checked', false, {}), 'checked');
  assert.equal(submissionState('refused', false, {}), 'refused');
});

test('submitted, but its lines have not become items yet', () => {
  assert.equal(submissionState('submitted', false, {}), 'submitted');
});

test('a file that said nothing new is registered at once', () => {
  assert.equal(submissionState('submitted', true, {}), 'registered');
});
