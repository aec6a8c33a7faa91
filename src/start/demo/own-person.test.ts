/** Who signs in as herself in the demo: her rows have nothing to repair, and her record has something of everything. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allProblems, checkWhole } from '#doors/workbook/workbook-for-tests.ts';
import { DEMO_DAY } from './cast.ts';
import { LEFT_WAITING, ownPersonAtFirst, ownPersonLater } from './own-person.ts';
import { ownWorkbook } from './workbooks.ts';

test('what her body sends in is read without a problem', async () => {
  const read = await checkWhole(await ownWorkbook(), {
    today: '2026-11-24',
    asOf: DEMO_DAY,
    demo: true,
    fixes: [],
  });
  assert.ok(read.kind === 'read');
  assert.deepEqual([read.people.length, allProblems(read).map((problem) => problem.code)], [1, []]);
});

test('what was sent later says more than what stood, and a part of it waits', () => {
  const [first, later] = [ownPersonAtFirst().document, ownPersonLater().document];
  const changed = Object.keys(later).filter((group) => JSON.stringify(first[group as 'A']) !== JSON.stringify(later[group as 'A']));
  assert.deepEqual(changed.sort(), ['F', 'G', 'K', 'N', 'O']);
  assert.ok(LEFT_WAITING.every((group) => changed.includes(group)));
  assert.equal(later.J, undefined);
  const [steps, more] = [first.G!['luong'] as readonly object[], later.G!['luong'] as readonly object[]];
  assert.ok(more.length > steps.length);
  assert.deepEqual(more.slice(0, steps.length), steps);
});
