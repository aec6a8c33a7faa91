/** A page says until when it is known: by the oldest of what stands on it, and only by its own answers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noteSettled, onSettled, settledOf } from './settled.ts';

const at = (second: number): string => `2026-11-30T02:00:${String(second).padStart(2, '0')}.000Z`;

test('the oldest of what stands on a page counts; a later answer takes the place of the one before; another page begins anew', () => {
  noteSettled('/tra-cuu', '/people/search', at(10));
  noteSettled('/tra-cuu', '/people/search/count', at(12));
  assert.equal(settledOf('/tra-cuu'), at(10));
  noteSettled('/tra-cuu', '/people/search', at(40));
  assert.equal(settledOf('/tra-cuu'), at(12));
  noteSettled('/tra-cuu', '/people/search/count', at(41));
  assert.equal(settledOf('/tra-cuu'), at(40));
  noteSettled('/bang-theo-doi', '/boards', at(50));
  assert.deepEqual([settledOf('/bang-theo-doi'), settledOf('/tra-cuu')], [at(50), null]);
});

test('what was read at the newest says nothing, and takes back what was said', () => {
  noteSettled('/a', '/people/search', at(10));
  noteSettled('/a', '/people/search', null);
  assert.equal(settledOf('/a'), null);
});

test('who shows it is told when it changes', () => {
  let times = 0;
  const stop = onSettled(() => (times += 1));
  noteSettled('/b', '/boards', at(10));
  noteSettled('/b', '/boards', at(10));
  noteSettled('/b', '/people', null);
  stop();
  noteSettled('/b', '/boards', at(11));
  assert.equal(times, 1);
});
