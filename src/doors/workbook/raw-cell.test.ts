import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rawCell } from './raw-cell.ts';
import type { ScannedCell } from './reader/frames.ts';

test('a cell keeps its type, and a date what it shows', () => {
  const cases: readonly (readonly [ScannedCell, ...unknown[]])[] = [
    [[1, '30317', 'd', 0, 'day'], 'date', '01/01/1983', '1983-01-01'],
    [[1, '30317', 'd', 0, 'month'], 'date', '01/1983', '1983-01-01'],
    [[1, '30317', 'd', 0, 'year'], 'date', '1983', '1983-01-01'],
    [[1, '46154', 'd', 0, 'day-month'], 'date', '12/05', '2026-05-12'],
    [[1, '46154.354166666664', 'd', 0, 'moment'], 'date', '12/05/2026 08:30', '2026-05-12'],
    [[1, '0.354166666666667', 'd', 0, 'time'], 'date', '08:30', null],
    [[1, '46154.25', 'd', 0, 'time'], 'date', '06:00', null],
    [[1, '60', 'd', 0, 'day'], 'date', '00/01/1900', null],
    [[1, '-5', 'd', 0, 'day'], 'date', '00/01/1900', null],
    [[1, '2024-09-05T00:00:00', 'd', 0, 'day'], 'date', '05/09/2024', '2024-09-05'],
    [[1, '2024-09-05', 'd', 0, 'month'], 'date', '09/2024', '2024-09-05'],
    [[1, 'T08:30:00', 'd', 0, 'time'], 'date', '08:30', null],
    [[1, '', 'd', 1, 'day'], 'text', ''],
    [[1, '1', 'b', 0, ''], 'boolean', 'TRUE'],
    [[1, '0', 'b', 0, ''], 'boolean', 'FALSE'],
    [[1, '2.34', 'n', 0, ''], 'number', '2.34'],
    [[1, '0.07', 'n', 0, 'percent'], 'number', '7%'],
    [[1, '1', 'n', 0, 'percent'], 'number', '100%'],
    [[1, '0.005', 'n', 0, 'percent'], 'number', '0.5%'],
    [[1, '-0.25', 'n', 0, 'percent'], 'number', '-25%'],
    [[1, '1985-02-01T17:00:00Z', 'd', 0, 'day'], 'text', '1985-02-01T17:00:00Z'],
    [[1, '#N/A', 'e', 0, ''], 'error', '#N/A'],
    [[1, 'TRUE', 't', 0, ''], 'text', 'TRUE'],
  ];
  for (const [given, ...wanted] of cases) {
    const cell = rawCell(given);
    assert.deepEqual([cell.kind, cell.text, ...(cell.kind === 'date' ? [cell.day] : [])], wanted, JSON.stringify(given));
  }
});
