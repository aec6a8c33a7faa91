/** What was typed into a template, as a program reads it that is not ours. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workbook } from '@cj-tech-master/excelts';
import { WORKBOOK_SHEETS } from '#standard/workbook-columns.ts';
import { fillTemplate } from './fill-template.ts';
import { FIRST_DATA_ROW, LISTS_SHEET, makeTemplate } from './template.ts';

const template = await makeTemplate({ bodyCode: 'H26.03.01', bodyName: 'Trường THPT Mẫu Sơn', issuedOn: '2026-11-01' });
const [people, ...sections] = WORKBOOK_SHEETS;
const section = sections[0]!;
const key = (index: number): string => people!.columns[index]!.key;
const opened = async (bytes: Uint8Array): Promise<Workbook> => {
  const book = new Workbook();
  await book.xlsx.load(bytes);
  return book;
};

test('texts, numbers, formulas and errors stand in the columns of their keys, whatever signs a text has', async () => {
  const texts = ['  hai đầu ', 'dòng 1\ndòng 2', 'a < b & "c" $& $1', '_x000D_', '000099901000', '000099901000'];
  const book = await opened(
    await fillTemplate(template, [
      { hoSo: Object.fromEntries(texts.map((text, i) => [key(i), text])), sections: {} },
      { hoSo: { [key(1)]: { number: 2.34 }, [key(2)]: { formula: 'A4&"x"', cached: 'x' }, [key(3)]: { error: '#N/A' } }, sections: {} },
    ]),
  );
  const sheet = book.getWorksheet(people!.name)!;
  assert.deepEqual(
    texts.map((_, i) => sheet.getRow(FIRST_DATA_ROW).getCell(i + 1).value),
    texts,
  );
  const [, number, formula, error] = [1, 2, 3, 4].map((at) => sheet.getRow(FIRST_DATA_ROW + 1).getCell(at));
  assert.deepEqual([number!.value, number!.numFmt ?? 'General'], [2.34, 'General'], 'a number is no text');
  assert.equal(formula!.formula, 'A4&"x"');
  assert.deepEqual([formula!.result, error!.value], ['x', { error: '#N/A' }]);
  assert.equal(sheet.rowCount, FIRST_DATA_ROW + 1);
});

test('everything else stays: heads, lists, drop-downs, the text format of what was typed', async () => {
  const [before, after] = [
    await opened(template),
    await opened(
      await fillTemplate(template, [{ hoSo: {}, sections: { [section.key]: [{ [section.columns[0]!.key]: '000099901000' }] } }]),
    ),
  ];
  for (const sheet of before.worksheets) {
    const now = after.getWorksheet(sheet.name)!;
    for (const row of [1, 2, 3]) assert.deepEqual(now.getRow(row).values, sheet.getRow(row).values, sheet.name);
    assert.deepEqual(now.dataValidations, sheet.dataValidations, sheet.name);
  }
  assert.deepEqual(after.getWorksheet(LISTS_SHEET)!.getSheetValues(), before.getWorksheet(LISTS_SHEET)!.getSheetValues());
  const cell = after.getWorksheet(section.name)!.getRow(FIRST_DATA_ROW).getCell(1);
  assert.deepEqual([cell.text, cell.numFmt, cell.protection?.locked], ['000099901000', '@', false]);
});

test('a key without a column is left out, and a sheet that somebody typed into is not typed over', async () => {
  const filled = await fillTemplate(template, [{ hoSo: { khongCo: 'x', [key(0)]: '1' }, sections: {} }]);
  assert.equal((await opened(filled)).getWorksheet(people!.name)!.getRow(FIRST_DATA_ROW).actualCellCount, 1);
  await assert.rejects(fillTemplate(filled, [{ hoSo: { [key(0)]: '2' }, sections: {} }]), /has rows already/);
});

test('what is only to be looked at is locked and looks so; its neighbours, and other people’s cells, are not', async () => {
  const hoSo = { [key(0)]: '000099901000', [key(1)]: 'Lò Thị Mẫu' };
  const book = await opened(
    await fillTemplate(template, [
      { hoSo, sections: {}, locked: [key(1)] },
      { hoSo, sections: {} },
    ]),
  );
  const sheet = book.getWorksheet(people!.name)!;
  const at = (row: number, column: number) => sheet.getRow(FIRST_DATA_ROW + row).getCell(column);
  assert.deepEqual(
    [at(0, 1), at(0, 2), at(1, 2)].map((cell) => cell.protection?.locked ?? true),
    [false, true, false],
  );
  assert.deepEqual(
    [at(0, 2).value, at(0, 2).numFmt, JSON.stringify(at(0, 2).fill) === JSON.stringify(at(1, 2).fill)],
    ['Lò Thị Mẫu', '@', false],
  );
});
