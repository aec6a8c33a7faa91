/** CSV files: as a sheet of the form, cut into parts, and given back with the rows that are wrong. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { csvOf } from '#base/csv.ts';
import { PACKED } from '#standard/list-edition.ts';
import { csvDoor } from './csv-door.ts';
import { partsOfCsv } from './csv-parts.ts';
import type { CsvPart } from './csv-parts.ts';
import { rowsOfCsv } from '#base/csv-rows.ts';
import { cellsOfRow, rowsIn } from './csv-sheet.ts';

const HEADS = ['soDinhDanh', 'hoTenKhaiSinh', 'ngaySinh', 'gioiTinh', 'danToc', 'ghi chú riêng'];
const GOOD = ['000190000123', 'Lê Thị Mai', '01/02/1990', 'Nữ', 'Kinh', 'hai "dòng",\ncủa một ô'];
const BAD = ['000190000124', 'Trần Văn Nam', '31/02/1990', 'Nam', 'Kinh', 'x'];
const fileOf = (...rows: readonly (readonly string[])[]): Buffer => Buffer.from(csvOf([HEADS, ...rows]));

async function read(bytes: Buffer) {
  const file = await csvDoor.read(bytes, {
    fileName: 'a.csv',
    today: '2026-11-30',
    asOf: '2026-11-01',
    demo: true,
    lists: PACKED,
    fixes: [],
    bodyKnown: () => true,
    progress: () => undefined,
  });
  assert.equal(file.kind, 'read');
  const people = [];
  for await (const person of file.kind === 'read' ? file.people : []) people.push(person);
  return { file, people };
}

test('a row is a person, read by the rules of the form; what is wrong is told at its cell', async () => {
  const { people } = await read(fileOf(GOOD, BAD));
  assert.deepEqual(
    people.map(({ checked }) => checked.nationalId),
    ['000190000123', '000190000124'],
  );
  const wrong = people[1]!.checked.problems.find(({ where }) => where.field === 'ngaySinh');
  assert.deepEqual([wrong?.where.row, wrong?.where.column], [3, 'C'], 'as a spreadsheet numbers it: the row before holds a line break');
});

test('what is wrong comes back as a file of those rows alone, which can be sent again', async () => {
  const bytes = fileOf(GOOD, BAD);
  const { people } = await read(bytes);
  const problems = people.slice(1).flatMap(({ checked }) =>
    checked.problems.map(({ where, ...problem }) => ({
      ...problem,
      place: { row: where.row!, column: where.column! },
      field: where.field ?? null,
    })),
  );
  const given = Buffer.from(await csvDoor.giveBack!.mark(bytes, problems));
  const rows = rowsOfCsv(given.toString('utf8').replace(/^\uFEFF/, ''), 10).map(({ cells }) => cells);
  assert.equal(rows.length, 2);
  assert.deepEqual([rows[0]!.at(-1), rows[1]![0]], ['LỖI', '000190000124']);
  assert.match(rows[1]!.at(-1)!, /^C3: .*\(E-/);
  const again = await read(given);
  assert.equal(again.people.length, 1);
});

test('no CSV is a workbook, and bytes of another encoding are refused in words', async () => {
  assert.equal(csvDoor.sniff(Buffer.from('PK\u0003\u0004')), 'no');
  assert.equal(csvDoor.sniff(fileOf(GOOD)), 'sure');
  const refused = await csvDoor.read(Buffer.from([0x61, 0x2c, 0x62, 0xe9, 0x0a]), {} as never);
  assert.equal(refused.kind === 'refused' && refused.problem.code, 'E-CSV-NOT-UTF8');
});

const cell = fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', '\n', 'ệ'), maxLength: 6 });
test('rows found lazily are those of the reader of lists, whatever stands between quotes', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
      const text = csvOf([['soDinhDanh', 'hoTen', 'x', 'y'], ...rows]).slice(1);
      const lazily = [...rowsIn(text)].map(({ row, from, to }) => ({ row, cells: cellsOfRow(text.slice(from, to), ',') }));
      const plainly = rowsOfCsv(text, 100);
      assert.deepEqual(
        lazily.filter(({ cells }) => cells.some((one) => one !== '')).map(({ cells }) => cells),
        plainly.map(({ cells }) => cells),
      );
    }),
  );
});

test('parts are the rows of the file under its heads, wherever the reading was cut', async () => {
  const rows = Array.from({ length: 25 }, (_, index) => [`00019000${String(index).padStart(4, '0')}`, 'Một\nhai', '', '', '', '']);
  const bytes = fileOf(...rows);
  const all: string[][] = [];
  for (const size of [1, 7, bytes.length]) {
    const parts: CsvPart[] = [];
    const pieces = (async function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    })();
    for await (const part of partsOfCsv(pieces, { rows: 10, bytes: 1_000_000 })) parts.push(part);
    assert.deepEqual(
      parts.map(({ rows: count, fromRow }) => [count, fromRow]),
      [
        [10, 2],
        [10, 12],
        [5, 22],
      ],
    );
    const texts = parts.map((part) => part.bytes.toString('utf8').replace(/^\uFEFF/, ''));
    assert.ok(texts.every((text) => text.startsWith('soDinhDanh,')));
    all.push(texts);
  }
  assert.deepEqual(all[0], all[1]);
  assert.deepEqual(all[1], all[2]);
});
