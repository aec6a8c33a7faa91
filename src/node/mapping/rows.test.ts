import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { SourceBroken, rowsOfFile } from './rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'congvu-rows-'));
after(() => rmSync(folder, { recursive: true, force: true }));

async function read(text: string | Uint8Array, columns: readonly string[] = ['ma', 'ten']) {
  const file = join(folder, 'a.csv');
  writeFileSync(file, text);
  const rows: { no: number; cells: unknown }[] = [];
  for await (const chunk of rowsOfFile('qlcb/a.csv', file, columns))
    rows.push(...chunk.map(({ no, row }) => ({ no, cells: Object.values(row) })));
  return rows;
}
const code = (error: unknown): string => (error instanceof SourceBroken ? error.problem.code : String(error));

test('rows keep their numbers, whatever separator, mark and line breaks within quotes', async () => {
  assert.deepEqual(await read('\uFEFFten;ma\r\n"Lê ""Lan""\r\nhai dòng";7\r\n\r\nMinh;8\r\n'), [
    { no: 2, cells: ['7', 'Lê "Lan"\r\nhai dòng'] },
    { no: 4, cells: ['8', 'Minh'] },
  ]);
});

test('a file of many blocks is the same rows, and a row over their border is whole', async () => {
  const rows = Array.from({ length: 60_000 }, (_, at) => `${at},"tên ${at}\nhai"`);
  const found = await read(`ma,ten\n${rows.join('\n')}\n`);
  assert.equal(found.length, rows.length);
  assert.deepEqual(found.at(-1)?.cells, ['59999', 'tên 59999\nhai']);
  assert.ok(found.every(({ no, cells }, at) => no === at + 2 && (cells as string[])[0] === String(at)));
});

test('what is no table is told: no file, no column, another encoding, a quote that is never closed', async () => {
  await assert.rejects(read('ma,ho\n1,2\n'), (error) => code(error) === 'E-NODE-COLUMN');
  await assert.rejects(read(Uint8Array.of(109, 97, 44, 0xff, 10)), (error) => code(error) === 'E-NODE-SOURCE');
  await assert.rejects(read(`ma,ten\n1,"${'x'.repeat(9_000_000)}\n`), (error) => code(error) === 'E-NODE-SOURCE');
  await assert.rejects(
    async () => {
      for await (const _chunk of rowsOfFile('a', join(folder, 'none.csv'), ['ma'])) assert.fail();
    },
    (error) => code(error) === 'E-NODE-SOURCE',
  );
});
