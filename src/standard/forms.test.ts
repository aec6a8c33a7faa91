/** Forms are held against the dictionary: which fields are of a form is said there, item by item. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIELDS, GROUPS, SECTIONS, leavesOf } from './dictionary.ts';
import { FORM_CODES } from './form-codes.ts';
import { formOf } from './forms.ts';

const LEAVES = GROUPS.flatMap(({ code }) => [
  ...leavesOf(FIELDS, code, null),
  ...SECTIONS.filter(({ group }) => group === code).flatMap(({ key }) => leavesOf(FIELDS, code, key)),
]);

test('every path of a form is one of the record, every table one of its sections', () => {
  for (const code of FORM_CODES)
    for (const { title, fields = [], tables = [] } of formOf(code).items) {
      for (const path of [...fields, ...tables.flatMap(({ columns }) => columns)])
        assert.ok(
          LEAVES.some((leaf) => leaf.path === path),
          `${code} ${title}: ${path}`,
        );
      for (const { section, columns } of tables) {
        const { group } = SECTIONS.find(({ key }) => key === section)!;
        const inside = leavesOf(FIELDS, group, section).map(({ path }) => path);
        assert.deepEqual(
          columns.filter((path) => !inside.includes(path)),
          [],
          `${code} ${section}`,
        );
      }
    }
});

test('form 2C: what the dictionary says is of an item stands in that item', () => {
  const form = formOf('2c-bnv-2008');
  const missing: string[] = [];
  for (const { field, path } of LEAVES)
    for (const asked of field.formItem) {
      const no = /^2C\.(.+)$/.exec(asked)?.[1];
      if (no === undefined) continue;
      const item = form.items.find((one) => one.no === no || (no === '30a' && one.no === '30'));
      const paths = [...(item?.fields ?? []), ...(item?.tables ?? []).flatMap(({ columns }) => columns)];
      if (!paths.some((one) => one === path || one.startsWith(`${field.key}.`))) missing.push(`${asked} ${path}`);
    }
  assert.deepEqual(missing, []);
});

test('form HS02 has every field that the dictionary says is of it', () => {
  const paths = new Set(
    formOf('hs02-vc-bnv').items.flatMap(({ fields = [], tables = [] }) => [...fields, ...tables.flatMap(({ columns }) => columns)]),
  );
  const of = LEAVES.filter(({ field }) => field.formItem.includes('HS02'));
  assert.ok(of.length > 60, `${of.length}`);
  assert.deepEqual(
    of.filter(({ path }) => !paths.has(path)).map(({ path }) => path),
    [],
  );
});
