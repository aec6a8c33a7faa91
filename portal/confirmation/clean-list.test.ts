import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aloneOf, nextToOpen, openedOf, whyNotYet } from './clean-list.ts';
import type { SampleState } from './clean-list.ts';

const listOf = (...states: SampleState[]) => ({
  listId: 'l',
  hash: 'a'.repeat(64),
  madeAt: '2026-11-29T01:00:00Z',
  people: 40,
  items: 80,
  beyond: 0,
  groups: [],
  sample: states.map((state, index) => ({ personId: `p${index}`, name: 'Trần Thị Hoa', state })),
});

test('what keeps a list from its signature', () => {
  const rows: [number, SampleState[], ReturnType<typeof whyNotYet>, string | null][] = [
    [0, ['opened', 'opened'], null, null],
    [0, ['opened', 'to-open', 'to-open'], 'sample', 'p1'],
    [0, ['decided', 'opened'], 'again', null],
    [0, ['decided', 'to-open'], 'again', 'p1'],
    [1, ['returned', 'to-open'], 'undecided', 'p1'],
    [1, ['in-part', 'opened'], 'undecided', null],
  ];
  for (const [undecided, states, why, next] of rows) {
    const list = listOf(...states);
    assert.equal(whyNotYet({ undecided, list }), why, states.join());
    assert.equal(nextToOpen(list), next, states.join());
  }
  assert.equal(whyNotYet({ undecided: 0, list: null }), null);
});

test('opened ones and those who are looked at alone are counted', () => {
  assert.equal(openedOf(listOf('opened', 'to-open', 'decided')), 2);
  const label = { vi: '', en: '' };
  assert.equal(
    aloneOf({
      alone: [
        { reason: 'warning', label, people: 3 },
        { reason: 'mismatch', label, people: 4 },
      ],
    }),
    7,
  );
});
