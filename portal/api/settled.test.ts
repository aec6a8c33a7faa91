/** A page says until when it is known: by the oldest of its answers, and only by its own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { laid, noteSettled, onSettled, settledOf } from './settled.ts';

test('the oldest answer of a page counts; another page begins anew', () => {
  const first = laid(null, '/tra-cuu', '2026-11-30T02:00:10.000Z');
  assert.deepEqual(first, { page: '/tra-cuu', at: '2026-11-30T02:00:10.000Z' });
  assert.equal(laid(first, '/tra-cuu', '2026-11-30T02:00:12.000Z'), first);
  assert.equal(laid(first, '/tra-cuu', '2026-11-30T02:00:05.000Z')?.at, '2026-11-30T02:00:05.000Z');
  assert.equal(laid(first, '/bang-theo-doi', '2026-11-30T02:00:12.000Z')?.page, '/bang-theo-doi');
});

test('who shows it is told when it changes', () => {
  let times = 0;
  const stop = onSettled(() => (times += 1));
  noteSettled('/a', '2026-11-30T02:00:10.000Z');
  noteSettled('/a', '2026-11-30T02:00:11.000Z');
  stop();
  assert.deepEqual([times, settledOf('/a'), settledOf('/b')], [1, '2026-11-30T02:00:10.000Z', null]);
});
