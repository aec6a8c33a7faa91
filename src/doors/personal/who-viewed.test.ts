/** Who viewed me, in words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonRead } from '#authority/audit/shapes.ts';
import { viewedInWords } from './who-viewed.ts';

const BODY = '01930000-0000-7000-8000-000000000001';
const NAMES = new Map([[BODY, 'Sở Nội vụ (mẫu)']]);
const read = (more: Partial<PersonRead> = {}): PersonRead => ({
  eventId: '01930000-0000-7000-8000-00000000e001',
  at: '2026-11-26T02:00:00.000Z',
  actorRole: 'XAC_NHAN',
  bodyId: BODY,
  purpose: 'CONSULT',
  kind: 'record.read',
  count: 1,
  ...more,
});

test('roles that were held together are told one by one; who held none has none', () => {
  const { items } = viewedInWords(
    [read({ actorRole: 'DOI_SOAT+XAC_NHAN' }), read({ actorRole: 'NONE' }), read({ actorRole: 'SYSTEM' })],
    NAMES,
  );
  assert.deepEqual(
    items.map((item) => item.roles),
    [['DOI_SOAT', 'XAC_NHAN'], [], ['SYSTEM']],
  );
});

test('hits in lists are marked as such, with how many that day', () => {
  const [item] = viewedInWords([read({ kind: 'record.searched', count: 7 })], NAMES).items;
  assert.deepEqual([item?.inLists, item?.count, item?.bodyName], [true, 7, 'Sở Nội vụ (mẫu)']);
});

test('my own openings are counted, not listed; the page is bounded and says how many there are', () => {
  const reads = [read({ purpose: 'OWN_RECORD', at: '2026-11-27T00:00:00.000Z' }), read(), read(), read({ purpose: 'OWN_RECORD' })];
  const { items, total, mine } = viewedInWords(reads, NAMES, [], 1);
  assert.deepEqual([items.length, total, mine], [1, 2, { count: 2, lastAt: '2026-11-27T00:00:00.000Z' }]);
});
