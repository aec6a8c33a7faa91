/** What is published gives no few away: rounding, marks, what is withheld, and an attacker who has all tables of three releases and a merger. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { disclosureRulesOn, publishedTable, tooNear } from './disclosure.ts';
import type { PublishedCell, ReportCondition, ReportRow } from './shapes.ts';

const RULES = disclosureRulesOn('2026-12-01');
const body = (id: string) => ({ id, code: id, name: id });
const row = (id: string, ...counts: number[]): ReportRow => ({ body: body(id), place: 'below', counts });
const BELIEVERS: readonly ReportCondition[] = [{ of: 'religion', notIn: ['00'] }];
const WHERES = [[], BELIEVERS];
const tableOf = (rows: readonly ReportRow[]) => ({ rows, total: [0, 1].map((at) => rows.reduce((sum, one) => sum + one.counts[at]!, 0)) });
const saysOf = (cell: PublishedCell | undefined): string => (cell?.as === 'rounded' ? String(cell.n) : (cell?.as ?? ''));

test('counts are rounded each alone, few are told as few, nought is nought', () => {
  const { rows } = publishedTable(
    tableOf([row('A', 1, 0), row('B', 4, 0), row('C', 5, 0), row('D', 13, 0), row('E', 0, 0)]),
    [[], []],
    RULES,
  );
  assert.deepEqual(
    rows.map(({ cells }) => saysOf(cells[0])),
    ['few', 'few', '5', '15', '0'],
  );
});

const SENSITIVE: readonly (readonly [counts: readonly [number, number], says: string, why: string])[] = [
  [[100, 0], 'withheld', 'nobody is one'],
  [[100, 4], 'withheld', 'few are'],
  [[100, 5], '5', 'five are'],
  [[100, 100], 'withheld', 'everybody is one'],
  [[100, 97], 'withheld', 'few are not'],
  [[29, 12], 'withheld', 'a small agency'],
  [[30, 12], '10', 'no small agency'],
];
for (const [[all, some], says, why] of SENSITIVE)
  test(`a sensitive figure of ${all}: ${some} is ${says}: ${why}`, () => {
    assert.equal(saysOf(publishedTable(tableOf([row('A', all, some), row('B', 500, 250)]), WHERES, RULES).rows[0]!.cells[1]), says);
  });

test('two releases whose populations differ by one to nine people are refused, and so is what went set against what came', () => {
  assert.deepEqual(tooNear([row('A', 40), row('B', 60)], [row('A', 40), row('B', 60)], RULES), []);
  assert.deepEqual(tooNear([row('A', 40), row('B', 60)], [row('A', 41), row('B', 60)], RULES), ['A', '*']);
  assert.deepEqual(tooNear([row('A', 40), row('B', 60)], [row('A', 41), row('B', 59)], RULES), ['A', 'B']);
  assert.deepEqual(tooNear([row('A', 40), row('B', 60)], [row('A', 50), row('B', 60)], RULES), []);
  assert.deepEqual(tooNear([row('A', 40), row('B', 60), row('X', 7)], [row('C', 103), row('X', 7)], RULES), ['*', 'C']);
});

/**
 * The attacker: knows the rules, has every published table, and that the merger moved nobody else. Written apart from what is attacked: tries every value of each
 * hidden cell, and keeps it where the other cells can still be something.
 */
interface Seen {
  readonly cells: readonly PublishedCell[];
  readonly alls: readonly PublishedCell[];
  readonly total: PublishedCell;
}
const couldBe = (cell: PublishedCell, all: PublishedCell): readonly [number, number] => {
  const most = all.as === 'rounded' ? all.n + 2 : 4;
  if (cell.as === 'rounded') return cell.n === 0 ? [0, 0] : [Math.max(5, cell.n - 2), cell.n + 2];
  return cell.as === 'few' ? [1, 4] : [0, most];
};
function possible(
  tables: readonly Seen[],
  merged: readonly (readonly [from: readonly number[], table: number, to: number])[],
  table: number,
  at: number,
): number[] {
  const ranges = tables.map(({ cells, alls, total }) => ({
    lines: cells.map((cell, line) => couldBe(cell, alls[line]!)),
    sum: total.as === 'withheld' ? ([0, Infinity] as const) : couldBe(total, { as: 'rounded', n: 1_000_000 }),
  }));
  const [lo, hi] = ranges[table]!.lines[at]!;
  const found: number[] = [];
  for (let guess = lo; guess <= hi; guess++) {
    const fits = (range: (typeof ranges)[number], line: number | null): boolean => {
      const least = range.lines.reduce((sum, [from], i) => sum + (i === line ? guess : from), 0);
      const most = range.lines.reduce((sum, [, to], i) => sum + (i === line ? guess : to), 0);
      return least <= range.sum[1] && most >= range.sum[0];
    };
    const merges = merged.every(([from, in_, to]) => {
      if (in_ !== table || !from.includes(at)) return true;
      const rest = from.filter((line) => line !== at).map((line) => ranges[table]!.lines[line]!);
      const [least, most] = [0, 1].map((end) => rest.reduce((sum, range) => sum + range[end]!, guess));
      const [low, high] = ranges[table + 1]!.lines[to]!;
      return least! <= high && most! >= low;
    });
    if (fits(ranges[table]!, at) && merges) found.push(guess);
  }
  return found;
}

test('an attacker with the tables of three releases and a merger recovers no sensitive figure below five', () => {
  let attacked = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 1000 })), { minLength: 2, maxLength: 12 }),
      fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 12, maxLength: 12 }),
      (people, moved) => {
        const first = people.map(([all, share], at) => row(`A${at}`, all, Math.round((all * share) / 1000)));
        const second = first.map(({ counts: [all, some] }, at) => {
          const n = Math.max(0, all! + moved[at]!);
          return row(`A${at}`, n, Math.min(n, some!));
        });
        // The first two merge; nothing else changes.
        const third = [
          row('M', second[0]!.counts[0]! + second[1]!.counts[0]!, second[0]!.counts[1]! + second[1]!.counts[1]!),
          ...second.slice(2),
        ];
        const tables = [first, second, third].map((rows): Seen => {
          const published = publishedTable(tableOf(rows), WHERES, RULES);
          return {
            cells: published.rows.map(({ cells }) => cells[1]!),
            alls: published.rows.map(({ cells }) => cells[0]!),
            total: published.total[1]!,
          };
        });
        for (const [table, rows] of [first, second, third].entries())
          for (const [at, { counts }] of rows.entries()) {
            if (counts[0] === 0 || counts[1]! >= 5) continue;
            attacked++;
            const left = possible(tables, [[[0, 1], 1, 0]], table, at);
            assert.ok(left.includes(counts[1]!), 'the attacker is right about what is possible');
            assert.ok(left.length > 1, `${counts[1]} of ${counts[0]} follows from the tables`);
          }
      },
    ),
    { numRuns: 300, seed: 20261201 },
  );
  assert.ok(attacked > 500, `${attacked} figures were attacked`);
});
