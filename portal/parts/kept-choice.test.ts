import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forgetAll, forgetValue, keepValue, keptValue, whoMark } from './kept-choice.ts';
import type { Store } from './kept-choice.ts';

function aStore(): Store & { readonly all: Map<string, string> } {
  const all = new Map<string, string>();
  return {
    all,
    get length() {
      return all.size;
    },
    key: (at) => [...all.keys()][at] ?? null,
    getItem: (name) => all.get(name) ?? null,
    setItem: (name, value) => void all.set(name, value),
    removeItem: (name) => void all.delete(name),
  };
}
const mark = { who: whoMark('Phạm Quốc Hùng XAC_NHAN'), of: 'a1' };

test('what was chosen comes back to who chose it, about what they were shown', () => {
  const store = aStore();
  keepValue(store, 'decide.s.p', mark, { G: 'accept' });
  assert.deepEqual(keptValue(store, 'decide.s.p', mark), { G: 'accept' });
  assert.equal(keptValue(store, 'decide.s.q', mark), null, 'another person of the queue');
  assert.equal(keptValue(store, 'decide.s.p', { ...mark, of: 'b2' }), null, 'the record has changed');
  assert.equal(keptValue(store, 'decide.s.p', { ...mark, who: whoMark('Cao Xuân Nghĩa XAC_NHAN') }), null, 'somebody else at this browser');
  forgetValue(store, 'decide.s.p');
  assert.equal(keptValue(store, 'decide.s.p', mark), null);
});

test('a store that is full, broken or not ours keeps nothing and stops nothing', () => {
  const full: Store = {
    ...aStore(),
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
    getItem: () => '{"who":',
  };
  keepValue(full, 'x', mark, 1);
  assert.equal(keptValue(full, 'x', mark), null);
});

test('signing out leaves nothing, and leaves what is not ours', () => {
  const store = aStore();
  store.setItem('colour', 'dark');
  for (const name of ['a', 'b', 'c']) keepValue(store, name, mark, name);
  forgetAll(store);
  assert.deepEqual([...store.all.keys()], ['colour']);
});

test('nobody is named by the mark of who chose', () => {
  assert.match(mark.who, /^[0-9a-f]{8}$/);
  assert.equal(new Set(['A', 'B', 'a', ''].map(whoMark)).size, 4);
});
