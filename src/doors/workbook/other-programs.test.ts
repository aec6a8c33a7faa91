/** Files that openpyxl and LibreOffice wrote (fixtures with their recipe: tests/fixtures/workbook/make.py), checked to the cell and marked. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Workbook } from '@cj-tech-master/excelts';
import { installChartSupport } from '@cj-tech-master/excelts/chart';
import type { PlainDate } from '#base/clock.ts';
import { markWorkbook } from './give-back.ts';
import { workbookEntries } from './reader/workbook-zip.ts';
import { allProblems, checkWhole } from './workbook-for-tests.ts';

installChartSupport();
/** Font 0 of the template: excelts tells a cell without a style of its own as one without a font. */
const DEFAULT_FONT = { name: 'Calibri', family: 2, color: { theme: 1 }, size: 11, scheme: 'minor' };

const OPTIONS = { today: '2026-11-24' as PlainDate, asOf: '2026-11-01' as PlainDate, demo: true, fixes: [] };
const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '..', '..', '..', 'tests', 'fixtures', 'workbook', name));

for (const program of ['openpyxl', 'libreoffice']) {
  const bytes = fixture(`filled-by-${program}.xlsx`);

  test(`a workbook written by ${program} 3.0.9 or 7.4.7 is checked to the cell`, async () => {
    const read = await checkWhole(bytes, OPTIONS);
    assert.ok(read.kind === 'read');
    assert.deepEqual(
      read.people.map((person) => person.place['row']),
      [4, 5, 6, 7],
    );
    assert.deepEqual([read.template, read.org, read.ignored.map((one) => one.sheet)], ['CONGVU-HOSO', 'H26.03.01', ['Ghi chú riêng']]);
    const found = allProblems(read).flatMap(({ code, where }) =>
      where.field && ['soDinhDanh', 'ngaySinh', 'gioiTinh'].includes(where.field) ? [`${code} ${where.column}${where.row}`] : [],
    );
    assert.deepEqual(found.sort(), ['E-CODE-UNKNOWN K6', 'E-DATE-IMPOSSIBLE J5', 'E-ID-UNSURE A6']);
    assert.ok(allProblems(read).some(({ code, where }) => code === 'E-CELL-FORMULA' && `${where.column}${where.row}` === 'I7'));
    assert.equal(read.people[2]!.checked.document.B?.['ngaySinh'], '1999-03-02', 'a date cell is a date');
    assert.equal(read.people[1]!.checked.document.B?.['gioiTinh'], '2', '"2 – Nữ" is what the drop-down writes');
  });

  test(`the marked file keeps what ${program} wrote: fonts, borders, own comments, chart, sheets`, async () => {
    const read = await checkWhole(bytes, OPTIONS);
    assert.ok(read.kind === 'read');
    const marked = await markWorkbook(bytes, allProblems(read));
    const book = new Workbook();
    await book.xlsx.load(marked);
    const wrong = book.getWorksheet('Hồ sơ')!.getCell('J5');
    assert.equal(wrong.value, '31/02/1999');
    assert.deepEqual([wrong.font?.bold, wrong.font?.name, wrong.border?.left?.style], [true, 'Times New Roman', 'thick']);
    const given = new Workbook();
    await given.xlsx.load(bytes);
    for (const at of ['J5', 'K6', 'I7', 'A6']) {
      const [was, is] = [given, book]
        .map((one) => one.getWorksheet('Hồ sơ')!.getCell(at))
        .map(({ value, font, border, numFmt, protection, alignment }) => ({
          value,
          font: font ?? DEFAULT_FONT,
          border,
          numFmt,
          protection,
          alignment,
        }));
      assert.deepEqual(is, was, at);
    }
    assert.match(JSON.stringify(wrong.fill), /FFFFC8C4/);
    assert.match(JSON.stringify(wrong.note), /Hỏi lại chị Bình.*\[Công Vụ\]/, "our words stand below the user's");
    const right = book.getWorksheet('Hồ sơ')!.getCell('I4');
    assert.match(JSON.stringify(right.note), /Đã xem hồ sơ gốc/);
    assert.doesNotMatch(JSON.stringify(right.note), /Công Vụ\]/);
    const [before, now] = [workbookEntries(bytes), new Map(workbookEntries(Buffer.from(marked)).map((entry) => [entry.name, entry]))];
    const untouched = before.filter(({ name }) => /chart|drawing\d|theme|sharedStrings|docProps|sheet([13-9]|1\d|2\d)\.xml$/.test(name));
    assert.ok(untouched.length > 20);
    const data = (file: Uint8Array, entry: (typeof before)[number]): string =>
      Buffer.from(file)
        .subarray(entry.dataOffset, entry.dataOffset + entry.compressedBytes)
        .toString('base64');
    const changedAll = untouched.filter((entry) => data(marked, now.get(entry.name)!) !== data(bytes, entry)).map((entry) => entry.name);
    assert.deepEqual(changedAll, []);
  });
}
