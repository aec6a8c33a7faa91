/** The page of the law on personnel holds every row, and comes out the same twice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lawList } from './law/law-lists.ts';
import { personnelLawPage } from './personnel-law-page.ts';

test('the page holds every row of law that the functions ask, and its examples work out', () => {
  const page = personnelLawPage();
  for (const id of ['luat_cach_hieu', 'luat_thoi_gian_giu_bac', 'luat_keo_dai_nang_luong', 'luat_tham_so'] as const)
    for (const { code } of lawList(id).entries) assert.ok(page.includes(`| \`${code}\` |`), `${id} ${code}`);
  assert.match(page, /Bậc 6, hệ số 3,99 từ 01\/12\/2026/);
  assert.match(page, /9% từ 01\/01\/2027/);
  assert.match(page, /Nghỉ hưu từ ngày 01\/01\/2027/);
  assert.equal(page, personnelLawPage());
});
