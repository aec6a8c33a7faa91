import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lineBroughtBy, recordAsOf } from './as-of.ts';
import type { PersonVersion } from './shapes.ts';

const version = (n: number, tx: number, validFrom: string, groups: Record<string, string>): PersonVersion => ({
  personId: 'p',
  version: n,
  tx,
  validFrom,
  groups: Object.keys(groups) as PersonVersion['groups'],
  document: Object.fromEntries(Object.entries(groups).map(([group, value]) => [group, { x: value }])),
  source: 'EXCEL',
  submissionId: null,
  attestationId: null,
  employers: {},
});

test('a group stands as it was stated last for that day', () => {
  const versions = [version(1, 10, '2026-01-01', { B: 'first', C: 'home' }), version(2, 20, '2026-06-01', { B: 'second' })];
  assert.deepEqual(recordAsOf(versions, '2026-03-01', 99).document, { B: { x: 'first' }, C: { x: 'home' } });
  assert.deepEqual(recordAsOf(versions, '2026-07-01', 99).document, { B: { x: 'second' }, C: { x: 'home' } });
});

test('what was not known yet does not count, whatever day it is about', () => {
  const versions = [version(1, 10, '2026-01-01', { B: 'first' }), version(2, 20, '2026-01-01', { B: 'corrected' })];
  assert.deepEqual(recordAsOf(versions, '2026-07-01', 15).document, { B: { x: 'first' } });
  assert.deepEqual(recordAsOf(versions, '2026-07-01', 20).document, { B: { x: 'corrected' } });
});

test('a late report for an earlier day does not change today', () => {
  const versions = [version(1, 10, '2026-06-01', { G: 'step 3' }), version(2, 20, '2025-01-01', { G: 'step 2' })];
  assert.deepEqual(recordAsOf(versions, '2026-07-01', 99).document, { G: { x: 'step 3' } });
  assert.deepEqual(recordAsOf(versions, '2025-07-01', 99).document, { G: { x: 'step 2' } });
});

test('a field keeps the version that brought it, though later ones state its group again', () => {
  const states = (a: string, b: string, c: string, d: string) => [
    { ...version(1, 10, '2026-01-01', { B: 'x' }), document: { B: { name: a, sex: c } } },
    { ...version(2, 20, '2026-02-01', { B: 'x' }), document: { B: { name: b, sex: d } } },
  ];
  const brought = (versions: PersonVersion[]) =>
    Object.fromEntries(Object.entries(recordAsOf(versions, '2026-07-01', 99).broughtBy.B!).map(([key, by]) => [key, by.version]));
  assert.deepEqual(brought(states('Hoa', 'Hoa', '1', '2')), { name: 1, sex: 2 });
  // Back to an old value: it is the last statement that brought it.
  const back = { ...version(3, 30, '2026-03-01', { B: 'x' }), document: { B: { name: 'Hoa', sex: '1' } } };
  assert.deepEqual(brought([...states('Hoa', 'Hoa', '1', '2'), back]), { name: 1, sex: 3 });
});

test('a line keeps the version that brought it, whatever becomes of the others; one that counts no more brings nothing', () => {
  const states = (n: number, ...lines: readonly string[]): PersonVersion => ({
    ...version(n, n, '2026-01-01', { E: 'x' }),
    document: { E: { hopDong: lines.map((so, index) => ({ so, dong: String(index + 1) })) } },
  });
  const versions = [states(1, 'a', 'b'), states(2, 'a', 'c'), { ...states(3, 'z', 'c'), retractedTx: 4 }];
  assert.deepEqual(
    ['1', '2', '3'].map((id) => lineBroughtBy(versions, 'E', 'hopDong', id)?.version),
    [1, 2, undefined],
  );
});

test('the order in which versions are read makes no difference', () => {
  const versionsArb = fc.array(
    fc.record({ tx: fc.integer({ min: 1, max: 50 }), month: fc.integer({ min: 1, max: 12 }), group: fc.constantFrom('A', 'B', 'G') }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(versionsArb, fc.integer({ min: 1, max: 50 }), (drawn, known) => {
      const versions = drawn.map((one, i) =>
        version(i + 1, one.tx, `2026-${String(one.month).padStart(2, '0')}-01`, { [one.group]: String(i) }),
      );
      assert.deepEqual(
        recordAsOf(versions, '2026-08-15', known).document,
        recordAsOf([...versions].reverse(), '2026-08-15', known).document,
      );
    }),
  );
});
