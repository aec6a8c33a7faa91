import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProblemGroup, Severity } from '#portal/api/generated/api.ts';
import { cellsBySeverity, groupsShown, kindsShown } from './group-order.ts';

const group = (code: string, severity: Severity, count: number, suggested: number): ProblemGroup => ({
  code,
  severity,
  title: { vi: '', en: '' },
  count,
  people: count,
  suggested,
});
const all = [
  group('E-A', 'warning', 90, 90),
  group('E-B', 'error', 10, 0),
  group('E-C', 'error', 4, 4),
  group('E-D', 'error', 0, 0),
  group('E-E', 'corrected', 50, 50),
];
const codes = (onlyErrors: boolean) => groupsShown(all, onlyErrors).map(({ code }) => code);

test('what holds people comes first, then what one click mends most; finished kinds go', () =>
  assert.deepEqual(codes(false), ['E-C', 'E-B', 'E-A', 'E-E']));
test('"only rows with errors" hides warnings and corrections', () => assert.deepEqual(codes(true), ['E-C', 'E-B']));

test('the chosen kind keeps its place when its last cell was mended, until nothing else is left', () => {
  const chosen = all[2]!;
  const rest = all.filter((one) => one !== chosen);
  assert.deepEqual(
    kindsShown(rest, false, chosen).map(({ code, count }) => `${code} ${count}`),
    ['E-C 0', 'E-B 10', 'E-A 90', 'E-E 50'],
  );
  assert.deepEqual(
    kindsShown(all, false, chosen).map(({ count }) => count),
    [4, 10, 90, 50],
  );
  assert.deepEqual(kindsShown([], false, chosen), []);
});

test('the cells of all kinds, by what was found of them', () =>
  assert.deepEqual(cellsBySeverity(all), { error: 14, warning: 90, corrected: 50 }));
