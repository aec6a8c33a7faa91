/** How each group of one's own record stands. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GROUPS } from '#standard/dictionary.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { componentsOf } from '#record/register/components.ts';
import type { Component } from '#record/register/components.ts';
import { recordAsOf } from '#record/register/as-of.ts';
import { standingOf } from './group-state.ts';
import type { GroupState, OwnItem } from './group-state.ts';
import { WHY } from './why.ts';

const TODAY = '2026-11-27';
/** The component of a group that was stated once, confirmed or not. */
function component(code: Component['code'], document: RecordDocument, isConfirmed: boolean): Component {
  const attestationId = isConfirmed ? 'a1' : null;
  const base = { personId: 'p', version: 1, tx: 1, validFrom: '2026-11-01', source: 'EXCEL', submissionId: null, employers: {} as never };
  const groups = Object.keys(document) as Component['code'][];
  const record = recordAsOf([{ ...base, groups, document, attestationId }], TODAY, 9);
  return componentsOf(record, new Map([['a1', { at: '2026-11-20T02:00:00.000Z', by: 'Phạm Quốc Hùng' }]]), TODAY).find(
    (one) => one.code === code,
  )!;
}

const item = (group: OwnItem['group'], state: string, since = '2026-11-20T00:00:00.000Z'): OwnItem => ({ group, state, since });

test('what is on its way comes first, then repair, then what is missing, then who confirmed', () => {
  const whole: RecordDocument = { K: { congTac: [{ dong: '1' }] } };
  const cases: [GroupState, RecordDocument, OwnItem[], boolean | null][] = [
    ['confirmed', whole, [], true],
    ['unconfirmed', whole, [], false],
    ['missing', {}, [], null],
    ['waiting', whole, [item('K', 'awaiting-confirmation')], true],
    ['waiting', {}, [item('K', 'held'), item('K', 'returned')], null],
    ['returned', whole, [item('K', 'returned')], true],
    ['confirmed', whole, [item('G', 'awaiting-confirmation')], true],
  ];
  for (const [expected, document, items, confirmed] of cases)
    assert.equal(
      standingOf(component('K', document, confirmed === true), items).state,
      expected,
      JSON.stringify([document, items, confirmed]),
    );
  assert.equal(standingOf(component('O', {}, false), []).state, 'nothing');
  for (const code of ['W', 'Y', 'Z'] as const) assert.equal(standingOf(component(code, {}, false), []).state, 'system');
});

test('it waits since the oldest of what waits', () => {
  const items = [
    item('K', 'held', '2026-11-22T00:00:00.000Z'),
    item('K', 'waiting-match', '2026-11-21T00:00:00.000Z'),
    item('K', 'returned', '2026-11-01T00:00:00.000Z'),
  ];
  assert.equal(standingOf(component('K', {}, false), items).since, '2026-11-21T00:00:00.000Z');
});

test('why it matters is one sentence for each group, in both languages', () => {
  assert.deepEqual(
    Object.keys(WHY),
    GROUPS.map((group) => group.code),
  );
  for (const { vi, en } of Object.values(WHY)) {
    for (const text of [vi, en]) assert.match(text, /^\S.*[^.]\.$/);
    assert.equal(vi, vi.normalize('NFC'));
  }
});
