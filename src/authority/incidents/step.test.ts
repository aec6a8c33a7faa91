import assert from 'node:assert/strict';
import { test } from 'node:test';
import { incidentOf, problemsOfEntry } from './step.ts';
import type { KeptEntry } from './step.ts';

const SCOPE = { touchesSystem: true, touchesPeople: false, people: null };
const opened = (discoveredAt: string, scope: object = SCOPE): KeptEntry => ({
  kind: 'opened',
  at: discoveredAt,
  facts: { title: 'Sự cố thử', what: 'Để thử', discoveredAt, ...SCOPE, ...scope },
});
const dues = (entry: KeptEntry, now = '2026-11-30T00:00:00.000Z') =>
  incidentOf([entry], now).reports.map(({ report, dueAt, late }) => [report, dueAt, late]);

test('hours run from the discovery, over nights, Sundays and Tết', () => {
  assert.deepEqual(dues(opened('2027-02-06T03:00:00.000Z', { touchesPeople: true }), '2027-02-07T02:59:59.999Z'), [
    ['first', '2027-02-07T03:00:00.000Z', false],
    ['full', '2027-02-09T03:00:00.000Z', false],
    ['breach', '2027-02-09T03:00:00.000Z', false],
  ]);
  assert.equal(dues(opened('2027-02-06T03:00:00.000Z'), '2027-02-07T03:00:00.000Z')[0]![2], true);
});

test('the law of the day of discovery: before the decree of 19 August 2026 there is no such report', () => {
  assert.deepEqual(dues(opened('2026-08-18T10:00:00.000Z')), []);
  assert.deepEqual(
    dues(opened('2026-08-18T17:00:00.000Z')).map(([report]) => report),
    ['first', 'full'],
    'midnight in Viet Nam',
  );
  assert.deepEqual(
    dues(opened('2026-08-18T10:00:00.000Z', { touchesPeople: true })).map(([report]) => report),
    ['breach'],
  );
});

test('a report that went out stays, also when it turns out that it was not asked for', () => {
  const entries: KeptEntry[] = [
    opened('2026-11-29T00:00:00.000Z', { touchesPeople: true, people: 4 }),
    {
      kind: 'reported',
      at: '2026-11-29T05:00:00.000Z',
      facts: { report: 'breach', sentAt: '2026-11-29T04:00:00.000Z', receiver: 'Cơ quan mẫu', reference: '1/BC mẫu' },
    },
    { kind: 'found', at: '2026-11-29T06:00:00.000Z', facts: { what: 'Không có dữ liệu của ai', ...SCOPE } },
  ];
  const incident = incidentOf(entries, '2026-11-30T00:00:00.000Z');
  assert.deepEqual([incident.touchesPeople, incident.people], [false, null]);
  assert.deepEqual(incident.reports.find(({ report }) => report === 'breach')?.sent?.receiver, 'Cơ quan mẫu');
});

test('an incident without reports of the law is closed at once', () => {
  const incident = incidentOf([opened('2026-08-18T10:00:00.000Z')], '2026-08-20T00:00:00.000Z');
  assert.deepEqual(problemsOfEntry(incident, { kind: 'closed', facts: { lesson: 'Đã khắc phục' } }, '2026-08-20T00:00:00.000Z'), []);
});
