import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CODE_LIST_IDS } from './code-lists.ts';
import { codeListsPage } from './codelists-page.ts';

test('the page holds every list, its source and its dates, and comes out the same twice', () => {
  const page = codeListsPage();
  for (const id of CODE_LIST_IDS) assert.equal(page.includes(`\n## ${id}\n`) && page.includes(`[${id}](#${id})`), true, id);
  assert.match(page, /\| `15` \| Tỉnh Yên Bái \| {2}\| Yên Bái \| 12\/08\/1991 \| 30\/06\/2025 \| {2}\| `15` \| found \|/);
  assert.match(page, /\| `01` \| Kinh \|/);
  assert.match(page, /13378 mục, không in ở đây/);
  assert.equal(page, codeListsPage());
});
