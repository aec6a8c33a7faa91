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

test('signs within quotes part nothing: an address with five commas stands in one cell of a list by semicolons', () => {
  assert.deepEqual(cellsOf('Số;Nơi ở\n1;"Số 5, ngõ 2, phố Mẫu, phường Mẫu, Mẫu Sơn"\n'), [
    ['Số', 'Nơi ở'],
    ['1', 'Số 5, ngõ 2, phố Mẫu, phường Mẫu, Mẫu Sơn'],
  ]);
  assert.deepEqual(cellsOf('a;b\n12" ống, dài;2\n').length > 0, true, 'a quote that nobody closes');
  assert.deepEqual(csvText(bytes('"a,b"\n"c,d"')), { text: '"a,b"\n"c,d"' }, 'all of it within quotes');
});

test('what is a CSV file is told from its bytes', () => {
  assert.deepEqual(csvText(bytes('\uFEFFSố,Tên\n1,2')), { text: 'Số,Tên\n1,2' }, 'the byte order mark is no letter');
  assert.equal(csvText(bytes('không phải danh sách')), null);
  assert.equal(csvText(bytes('PK\u0003\u0004,,')), null, 'a workbook');
  assert.equal(csvText(Uint8Array.of(0, 1, 44)), null, 'a text holds no NUL');
  assert.deepEqual(csvText(Buffer.from('H\u00f2a,B', 'latin1')), { isUtf8: false });
});
