import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CODE_LIST_IDS } from './code-lists.ts';
import { codeListsPage, REFERENCE_ONLY } from './codelists-page.ts';

test('the page holds every list, its source and its dates, and comes out the same twice', () => {
  const page = codeListsPage();
  for (const id of CODE_LIST_IDS) assert.equal(page.includes(`\n## ${id}\n`) && page.includes(`[${id}](#${id})`), true, id);
  assert.match(page, /\| `15` \| Tỉnh Yên Bái \| {2}\| Yên Bái \| 12\/08\/1991 \| 30\/06\/2025 \| {2}\| `15` \| found \|/);
  assert.match(page, /\| `01` \| Kinh \|/);
  assert.match(page, /13378 mục, không in ở đây/);
  assert.equal(page, codeListsPage());
});

test('a list that no field and no rule uses is told as such, and no other', () => {
  const src = new URL('../', import.meta.url);
  const notUses = /\.test\.ts$|\/generated\/|codelists\/all\.ts$|codelists-page\.ts$/;
  const code = globSync('**/*.ts', { cwd: src })
    .filter((file) => !notUses.test(file))
    .map((file) => readFileSync(new URL(file, src), 'utf8'))
    .join('\n');
  // The communes come from a package, behind a list of their own.
  const unused = CODE_LIST_IDS.filter((id) => id !== 'dvhc_xa' && !code.includes(`'${id}'`) && !code.includes(`/${id}.json`));
  assert.deepEqual(unused, [...REFERENCE_ONLY].sort());
  assert.equal(codeListsPage().split('Chỉ để tham chiếu').length - 1, REFERENCE_ONLY.size);
});
