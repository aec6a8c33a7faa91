import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showsOf } from './number-formats.ts';
import type { Shows } from './number-formats.ts';

test('a format shows so much of a day, whatever stands around its letters', () => {
  const cases: readonly (readonly [code: string, shows: Shows | null])[] = [
    ['dd/mm/yyyy', 'day'],
    ['d/m/yy', 'day'],
    ['[$-42A]dd/mm/yyyy;@', 'day'],
    ['[$-F800]dddd, mmmm dd, yyyy', 'day'],
    ['"ngày" dd "tháng" mm "năm" yyyy', 'day'],
    ['dd\\-mm\\-yyyy', 'day'],
    ['[$-vi-VN]d mmmm yyyy', 'day'],
    ['DD/MM/YYYY', 'day'],
    ['yyyy-mm-dd hh:mm:ss', 'moment'],
    ['d/m/yyyy h:mm AM/PM', 'moment'],
    ['mm/yyyy', 'month'],
    ['mmm-yy', 'month'],
    ['"tháng" m/yyyy', 'month'],
    ['[$-1010000]mm\\/yyyy;@', 'month'],
    ['[Red]mm/yyyy', 'month'],
    ['_-mm/yyyy_-', 'month'],
    ['yyyy', 'year'],
    ['"năm" yyyy', 'year'],
    ['[$-42A]yyyy;@', 'year'],
    ['bbbb', 'year'],
    ['d-mmm', 'day-month'],
    ['dd/mm', 'day-month'],
    ['dddd', 'part'],
    ['mmmm', 'part'],
    ['d', 'part'],
    ['h:mm', 'time'],
    ['[h]:mm:ss', 'time'],
    ['mm:ss.0', 'time'],
    ['hh:mm', 'time'],
    ['[<1]hh:mm;dd/mm/yyyy', 'day'],
    ['[>=40000]yyyy;dd/mm/yyyy', 'year'],
    ['General', null],
    ['0', null],
    ['@', null],
    ['0.00E+00', null],
    ['#,##0 "đồng"', null],
    ['#,##0\\ \\d', null],
    ['#,##0 [$₫-42A];[Red]-#,##0 [$₫-42A]', null],
    ['0.00;dd/mm/yyyy', null],
    ['"dd/mm/yyyy"', null],
    ['\\d0', null],
    [';;;', null],
    ['', null],
  ];
  for (const [code, shows] of cases) assert.equal(showsOf(164, code), shows, code);
});

test('formats that have only a number are those of the standard', () => {
  const cases: readonly (readonly [id: number, shows: Shows | null])[] = [
    [0, null],
    [1, null],
    [9, 'percent'],
    [10, 'percent'],
    [14, 'day'],
    [15, 'day'],
    [16, 'day-month'],
    [17, 'month'],
    [18, 'time'],
    [22, 'moment'],
    [36, 'month'],
    [46, 'time'],
    [49, null],
    [57, 'month'],
  ];
  for (const [id, shows] of cases) assert.equal(showsOf(id, null), shows, String(id));
  for (const code of ['0%', '0.00 %', '#,##0%;[Red]-0%', '0%;@']) assert.equal(showsOf(164, code), 'percent', code);
  for (const code of ['0"%"', '0\\%', '#,##0', 'General']) assert.equal(showsOf(164, code), null, code);
  // A file may give a number of the standard another code.
  assert.equal(showsOf(14, 'mm/yyyy'), 'month');
});
