/** A table as a file: every row of it, in each form, and refused in words where a sheet does not hold them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateEntry, readDirectory } from '#base/zip.ts';
import { SHEET_ROWS_MAX, TABLE_FORMS, tableFile } from './sheet-files.ts';
import type { TableForm } from './sheet-files.ts';

type Rows = readonly (readonly (string | number)[])[];
const LIMITS = { entriesMax: 20, inflatedBytesMax: 500_000_000, ratioMax: 10_000 };
const PART: Readonly<Record<Exclude<TableForm, 'csv'>, string>> = { xlsx: 'xl/worksheets/sheet1.xml', ods: 'content.xml' };

async function textOf(rows: Rows, form: TableForm): Promise<string> {
  const made = await tableFile(rows, form);
  assert.ok(made.ok);
  const bytes = Buffer.from(made.value);
  if (form === 'csv') return bytes.toString();
  const entry = readDirectory(bytes, LIMITS).find(({ name }) => name === PART[form])!;
  const pieces: Buffer[] = [];
  for await (const piece of inflateEntry(bytes, entry, { inflated: 0 }, LIMITS)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}
const ROW: Readonly<Record<TableForm, RegExp>> = { csv: /\r\n/g, xlsx: /<row>/g, ods: /<table:table-row>/g };
const many = (count: number): Rows => Array.from({ length: count }, (_, at) => [at]);

for (const form of TABLE_FORMS)
  for (const count of [0, 1, 10_001])
    test(`${form}: ${count} rows are ${count} rows`, async () => {
      // An empty file of comma-separated values is one line that is empty.
      assert.equal((await textOf(many(count), form)).match(ROW[form])?.length ?? 0, form === 'csv' ? Math.max(1, count) : count);
    });

test('a table larger than a sheet is refused by name, and as CSV it is whole; as large as a sheet it is made', async () => {
  const rows = Array.from({ length: SHEET_ROWS_MAX + 1 }, () => [1]);
  for (const form of ['xlsx', 'ods'] as const) {
    const made = await tableFile(rows, form);
    assert.deepEqual(made.ok ? [] : made.problems.map(({ code }) => code), ['E-REPORT-SHEET-FULL']);
  }
  assert.equal((await textOf(rows, 'csv')).match(ROW.csv)?.length, SHEET_ROWS_MAX + 1);
  assert.ok((await tableFile(rows.slice(1), 'xlsx')).ok);
});

test('numbers are numbers, a text that begins as a formula stays a text, and signs of XML are signs', async () => {
  const rows: Rows = [['=1+1', 7, 'Sở "A" & <B>']];
  assert.match(
    await textOf(rows, 'xlsx'),
    /t="inlineStr"><is><t xml:space="preserve">=1\+1<\/t><\/is><\/c><c><v>7<\/v><\/c>.*Sở &quot;A&quot; &amp; &lt;B&gt;/,
  );
  assert.match(await textOf(rows, 'ods'), /value-type="string"><text:p>=1\+1<.*office:value="7"/);
  assert.match(await textOf(rows, 'csv'), /"'=1\+1",7,/);
});
