/** Codes as operators type them: today's, those of before, ours without the year. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { bodiesByAnyCode } from '#authority/organisations/body-by-any-code.ts';

let office: Office;
before(async () => {
  office = await anOffice();
});
after(() => office.close());

test('a ministry is found by its code of today, by the one that it goes on from, and by its letters', async () => {
  const named = async (code: string): Promise<string[]> =>
    (await office.as(null, (tx) => bodiesByAnyCode(tx, code, '2026-11-24'))).map((one) => `${one.code} ${one.name}`);
  assert.deepEqual(await named('H26'), ['H26 UBND thành phố Hà Nội']);
  assert.deepEqual(await named('BNV.2025'), ['BNV.2025 Bộ Nội vụ']);
  assert.deepEqual(await named('G09'), ['BNV.2025 Bộ Nội vụ']);
  assert.deepEqual(await named('bnv'), ['BNV.2025 Bộ Nội vụ']);
  assert.deepEqual(await named('000.00.00.G09'), ['BNV.2025 Bộ Nội vụ']);
  assert.deepEqual(await named('H99'), []);
  assert.deepEqual(await named('.*'), []);
});
