/** CSV files as spreadsheets write them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvText, rowsOfCsv } from './csv-rows.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const cellsOf = (text: string) => rowsOfCsv(text, 1000).map(({ cells }) => cells);

test('commas, semicolons and tabs part cells; quotes are doubled within quotes; line ends may stand within', () => {
  for (const sign of [',', ';', '\t'])
    assert.deepEqual(cellsOf(`a${sign}b\r\n"Nhập ""liệu"""${sign}"Trần\nThị${sign} A"\r\n`), [
      ['a', 'b'],
      ['Nhập "liệu"', `Trần\nThị${sign} A`],
    ]);
});

test('an empty row keeps its number, a last row needs no line end, no more rows are made than are asked for', () => {
  assert.deepEqual(rowsOfCsv('a,b\n,\n\n1,2', 10), [
    { row: 1, cells: ['a', 'b'] },
    { row: 4, cells: ['1', '2'] },
  ]);
  assert.equal(rowsOfCsv('a,b\n'.repeat(50), 7).length, 7);
});

test('what is a CSV file is told from its bytes', () => {
  assert.deepEqual(csvText(bytes('\uFEFFSố,Tên\n1,2')), { text: 'Số,Tên\n1,2' }, 'the byte order mark is no letter');
  assert.equal(csvText(bytes('không phải danh sách')), null);
  assert.equal(csvText(bytes('PK\u0003\u0004,,')), null, 'a workbook');
  assert.equal(csvText(Uint8Array.of(0, 1, 44)), null, 'a text holds no NUL');
  assert.deepEqual(csvText(Buffer.from('H\u00f2a,B', 'latin1')), { isUtf8: false });
});
