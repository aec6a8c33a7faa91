/** The forms as data: each begins with all, every column can be asked, and columns that divide people are named. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definitionOf, definitionsOn } from './definitions.ts';
import { askable } from './conditions.ts';
import { askedBy } from './law-conditions.ts';
import type { ReportCondition } from './shapes.ts';

const ALL = definitionsOn('2026-12-01');

for (const { id, version, columns, classes, population } of ALL)
  test(`${id}: columns can be asked, have names of their own, and the first is that of all`, () => {
    const keys = columns.map(({ key }) => key);
    assert.deepEqual([keys[0], columns[0]!.where], ['all', []]);
    assert.equal(new Set(keys).size, keys.length);
    for (const { key, where } of [{ key: 'population', where: population }, ...columns.slice(1)]) {
      const plain = where.filter((one): one is ReportCondition => 'of' in one);
      assert.ok(key === 'population' || where.length > 0, key);
      assert.ok(askable(plain).ok, key);
    }
    for (const one of classes.flat()) assert.ok(keys.includes(one), one);
    assert.ok(columns.every(({ label }) => label.vi !== '' && label.en !== ''));
    assert.equal(definitionOf(id, version)?.id, id, 'what was made by it is shown for ever');
  });

test('who retires in a year is asked by months of birth, of the ages of that year', () => {
  // 2026: men at 61 years 6 months, women at 57 (NĐ 135/2020/NĐ-CP Điều 4): on the first of the month after, so who reaches it in December 2025 retires on 1 January, which is over.
  assert.deepEqual(askedBy([{ retires: 'in-year' }], '2026-01-01'), [
    {
      any: [
        [
          { of: 'sex', in: ['1'] },
          { of: 'birthMonth', from: 196410, to: 196505 },
        ],
        [
          { of: 'sex', in: ['2'] },
          { of: 'birthMonth', from: 196905, to: 196911 },
        ],
      ],
    },
  ]);
});
