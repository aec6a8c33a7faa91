import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDayFormat, readDay } from './days.ts';
import { differenceOf } from './differences.ts';
import type { MappedRow } from './map-row.ts';
import { columnsOf, mapRow } from './map-row.ts';
import type { MappedTable } from './mapping-file.ts';

test('days are read as their software writes them, and one that does not exist is none', () => {
  for (const [text, format, day] of [
    ['30/11/2026', 'dd/MM/yyyy', '2026-11-30'],
    ['3/1/2026', 'd/M/yyyy', '2026-01-03'],
    ['2026-11-30 00:00:00', 'yyyy-MM-dd', '2026-11-30'],
    ['20261130', 'yyyyMMdd', '2026-11-30'],
    ['30/02/2026', 'dd/MM/yyyy', null],
    ['11/30/2026', 'dd/MM/yyyy', null],
    ['30/11/26', 'dd/MM/yyyy', null],
  ] as const)
    assert.equal(readDay(text, format), day, text);
  assert.ok(isDayFormat('dd.MM.yyyy') && !isDayFormat('MM/yyyy') && !isDayFormat('dd/dd/yyyy'));
});

const TABLE: MappedTable = {
  from: 'nv',
  key: ['ma'],
  person: 'cccd',
  validFrom: { column: 'tu', dates: 'dd/MM/yyyy' },
  endsOn: { column: 'den', dates: 'dd/MM/yyyy' },
  correction: { column: 'loai', is: ['DC'] },
  facts: [
    { fact: 'B/hoTen', column: 'ten' },
    { fact: 'B/gioiTinh', column: 'gt', codes: { '1': 'Nam', '0': 'Nữ' } },
    { fact: 'B/ngaySinh', column: 'ns', dates: 'yyyy-MM-dd' },
  ],
};
const ROW = { ma: '7', cccd: ' 001 ', tu: '01/11/2026', den: '', loai: '', ten: 'Lê Lan', gt: '0', ns: '1990-05-01' };
const AT = { source: 'qlcb/nv', row: 3 };

test('a row says facts in the values of the standard; an empty cell says nothing', () => {
  const read = mapRow(TABLE, { ...ROW, ten: ' ' }, AT);
  assert.deepEqual(read.ok && read.value, {
    key: '7',
    person: '001',
    validFrom: '2026-11-01',
    ended: null,
    isCorrection: false,
    facts: { 'B/gioiTinh': 'Nữ', 'B/ngaySinh': '01/05/1990' },
  });
  assert.deepEqual(columnsOf(TABLE, { column: 'ai' }), ['ma', 'cccd', 'tu', 'den', 'loai', 'ai', 'ten', 'gt', 'ns']);
});

test('what cannot be read is told with its row, column, why and what next, all of it at once', () => {
  const read = mapRow(TABLE, { ...ROW, cccd: '', gt: '3', ns: '1990-13-01' }, AT);
  assert.deepEqual(read.ok ? [] : read.problems.map(({ code, where }) => [code, where.row, where.column]), [
    ['E-NODE-CELL', 3, 'cccd'],
    ['E-NODE-CODE', 3, 'gt'],
    ['E-NODE-DAY', 3, 'ns'],
  ]);
});

test('a code of the software that is a word of the language is no code', () => {
  const read = mapRow(TABLE, { ...ROW, gt: 'constructor' }, AT);
  assert.equal(read.ok ? '' : read.problems[0]!.code, 'E-NODE-CODE');
});

test('a line of a section is named by its key, whatever stands in it', () => {
  const { facts: _facts, ...rest } = TABLE;
  const table: MappedTable = { ...rest, line: { section: 'E/hopDong', key: ['ma', 'tu'], fields: [{ field: 'so', column: 'ten' }] } };
  const read = mapRow(table, ROW, AT);
  assert.deepEqual(read.ok && read.value.facts, { 'E/hopDong#["7","01/11/2026"]': { so: 'Lê Lan' } });
});

const row = (more: Partial<MappedRow> = {}): MappedRow => ({
  key: '7',
  person: '001',
  validFrom: '2026-11-01',
  ended: null,
  isCorrection: false,
  facts: { 'B/ngach': '01.003' },
  ...more,
});
const says = (before: MappedRow | null, now: MappedRow) =>
  differenceOf(before, now).changes.map(({ operation, validFrom, value }) => [operation, validFrom, value]);

test('what differs is the next fact, a correction or an end, and nothing is nothing', () => {
  const promoted = { validFrom: '2026-12-01', facts: { 'B/ngach': '01.002' } };
  for (const [what, before, now, expected] of [
    ['new', null, row(), [['assert', '2026-11-01', '01.003']]],
    ['the same', row(), row(), []],
    ['a promotion', row(), row(promoted), [['assert', '2026-12-01', '01.002']]],
    ['the same day', row(), row({ facts: { 'B/ngach': '01.002' } }), [['correct', '2026-11-01', '01.002']]],
    ['marked', row(), row({ ...promoted, isCorrection: true }), [['correct', '2026-12-01', '01.002']]],
    ['ended', row(), row({ ended: '2026-11-30' }), [['end', '2026-11-01', '2026-11-30']]],
    [
      'ended at once',
      null,
      row({ ended: '2026-11-30' }),
      [
        ['assert', '2026-11-01', '01.003'],
        ['end', '2026-11-01', '2026-11-30'],
      ],
    ],
    ['not ended after all', row({ ended: '2026-11-30' }), row(), [['assert', '2026-11-01', '01.003']]],
  ] as const)
    assert.deepEqual(says(before, now), expected, what);
  const line = { 'E/hopDong#1': { so: '1', ngay: '2' } };
  assert.deepEqual(says(row({ facts: line }), row({ facts: { 'E/hopDong#1': { ngay: '2', so: '1' } } })), []);
});

test('a cell that was emptied is asked about, and says nothing by itself', () => {
  assert.deepEqual(differenceOf(row(), row({ facts: {} })), { changes: [], emptied: ['B/ngach'] });
});
