import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sheetXml, workbookOf } from '#doors/workbook/workbook-for-tests.ts';
import { runCheck } from './check-command.ts';

test('a check tells stage and count beside its answer, never in it', async () => {
  const people = Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [i + 4, [String(99_901_000 + i), 'Nguyễn Văn An']]));
  const file = workbookOf({ 'Hồ sơ': sheetXml({ 1: ['soDinhDanh', 'hoTenKhaiSinh'], 2: [], 3: [], ...people }) });
  const [answered, said]: [string[], string[]] = [[], []];
  await runCheck(
    { file: 'a.xlsx', json: true, out: null },
    {
      answer: (text) => answered.push(text),
      print: (text) => said.push(text),
      readFile: async () => file,
      writeFile: async () => undefined,
    },
  );
  assert.ok(
    said.some((line) => /kiểm tra: 2\.000\/2\.001 người/.test(line)),
    said.join('\n'),
  );
  assert.equal(answered.length, 1);
  assert.equal((JSON.parse(answered[0]!) as { counts: { received: number } }).counts.received, 2_001);
});
