import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areColumns, areSaved, COLUMNS_AT_FIRST, withColumn, withSaved } from './hit-columns.ts';

test('a column goes and comes back to its place', () => {
  const without = withColumn(COLUMNS_AT_FIRST, 'nationalId');
  assert.deepEqual(without, ['birth', 'post', 'jobTitle', 'body']);
  assert.deepEqual(withColumn(without, 'nationalId'), COLUMNS_AT_FIRST);
});

test('what was kept by another version is not taken', () => {
  assert.equal(areColumns(['birth', 'salary']), false);
  assert.equal(areColumns(['birth']), true);
  assert.equal(areSaved([{ title: 'x' }]), false);
});

test('a search kept twice under one title stands once', () => {
  const saved = withSaved([{ title: 'a', search: '?kind=CC' }], { title: 'a', search: '?kind=VC' });
  assert.deepEqual(saved, [{ title: 'a', search: '?kind=VC' }]);
  assert.equal(areSaved(saved), true);
});
