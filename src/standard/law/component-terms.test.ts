/** Each component has a term on each day, with its law and how sure it is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GROUPS } from '#standard/dictionary.ts';
import terms from './component-terms.json' with { type: 'json' };
import { keptFor } from './component-terms.ts';

test('every group of the record has a term, before the law and after it, and says by what', () => {
  for (const on of ['2020-01-01', '2026-06-30', '2026-07-01', '2040-01-01'])
    for (const { code } of GROUPS) {
      const { years, law, confidence } = keptFor(code, on);
      assert.ok(years === null || (years >= 2 && years <= 70), `${code} ${on}: a term of the archives law is 2 to 70 years, or none`);
      assert.ok(law.length > 10 && confidence.length > 0, code);
    }
  assert.equal(keptFor('B', '2026-07-01').years, null);
});

test('a row is of groups that there are, and of days in order; one row is of all others', () => {
  const codes = new Set<string>(GROUPS.map(({ code }) => code));
  const rows: readonly { readonly groups: readonly string[] | null; readonly validFrom: string; readonly validTo: string | null }[] =
    terms.terms;
  for (const { groups, validFrom, validTo } of rows) {
    for (const group of groups ?? []) assert.ok(codes.has(group), group);
    assert.ok(validTo === null || validFrom <= validTo);
  }
  assert.ok(rows.some(({ groups, validTo }) => groups === null && validTo === null));
});
