import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GroupState, MyGroupSummary } from '#portal/api/generated/api.ts';
import { besides, byPart } from './standing.ts';

const group = (code: string, state: GroupState): MyGroupSummary => ({
  code,
  state,
  title: { vi: code, en: code },
  why: { vi: '', en: '' },
  missing: [],
  since: null,
  confirmedAt: null,
  confirmedBy: null,
  filled: 0,
  lines: 0,
});

test('what is missing comes first, then what is on its way; every group stands in one part', () => {
  const groups = [
    group('A', 'confirmed'),
    group('B', 'waiting'),
    group('C', 'missing'),
    group('D', 'returned'),
    group('E', 'unconfirmed'),
    group('F', 'nothing'),
    group('W', 'system'),
  ];
  const parts = byPart(groups);
  assert.deepEqual(
    Object.values(parts).map((part) => part.map((one) => one.code).join('')),
    ['CBD', 'E', 'A', 'FW'],
  );
});

test('the group before and after, in the order of the form', () => {
  assert.deepEqual(besides(['A', 'B', 'C'], 'A'), { before: null, after: 'B' });
  assert.deepEqual(besides(['A', 'B', 'C'], 'C'), { before: 'B', after: null });
  assert.deepEqual(besides(['A'], 'x'), { before: null, after: null });
});
