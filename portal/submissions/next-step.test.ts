import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, canWithdraw, nextStep, placeText, STEP_AT, STEPS, stillNotChecked, takesCorrection } from './next-step.ts';
import { percentOf, stageOf } from './stage.ts';

const counts = (accepted: number, rejected: number) => ({ received: accepted + rejected, accepted, rejected, waiting: 0 });

test('the next step follows from state and counts', () => {
  for (const [state, accepted, rejected, step] of [
    ['reading', 0, 0, 'wait'],
    ['checked', 5, 0, 'clean'],
    ['checked', 3, 2, 'fix'],
    ['checked', 0, 5, 'allWrong'],
    ['matching', 5, 0, 'matching'],
    ['awaiting-confirmation', 5, 0, 'sent'],
    ['returned', 4, 1, 'returned'],
    ['registered', 5, 0, 'done'],
    ['refused', 0, 0, 'refused'],
  ] as const)
    assert.equal(nextStep(state, counts(accepted, rejected)), step, state);
});

test('nothing can be taken back once it has its receipt; a returned one takes a corrected file', () => {
  assert.deepEqual(
    Object.keys(STEP_AT).filter((state) => canWithdraw(state as keyof typeof STEP_AT)),
    ['reading', 'refused', 'checked'],
  );
  assert.equal(takesCorrection('returned'), true);
  assert.equal(takesCorrection('registered'), false);
});

test('a registered submission has all its steps behind it', () => assert.equal(STEP_AT.registered, STEPS.length));

test('a place is told as far as it is known', () => {
  assert.equal(placeText({ sheet: 'Hồ sơ', row: 12, column: 'C' }), 'Hồ sơ · C12');
  assert.equal(placeText({ sheet: 'Hồ sơ', row: null, column: null }), 'Hồ sơ');
});

test('a stage of a newer server is still told; a share is a whole percent', () => {
  assert.equal(stageOf('reading'), 'reading');
  assert.equal(stageOf('polishing'), null);
  assert.deepEqual([percentOf(0, 0), percentOf(1, 3), percentOf(9, 8)], [null, 33, 100]);
});

test('what was not asked is told as long as it was not: the population database answers before people wait for confirmation', () => {
  const words = { vi: '-', en: '-' };
  const list = [
    { ...words, needs: 'population' as const },
    { ...words, needs: 'eyes' as const },
  ];
  assert.equal(stillNotChecked('checked', list).length, 2);
  assert.equal(stillNotChecked('matching', list).length, 2);
  assert.deepEqual(stillNotChecked('awaiting-confirmation', list), [list[1]]);
  assert.deepEqual(stillNotChecked('registered', list), []);
});

test('the address of a cell is one that a spreadsheet takes, whatever the sheet is called', () => {
  assert.equal(addressOf({ sheet: 'Hồ sơ', row: 151, column: 'AX' }), "'Hồ sơ'!AX151");
  assert.equal(addressOf({ sheet: "Sở N'Trang", row: 4, column: 'B' }), "'Sở N''Trang'!B4");
  for (const part of ['sheet', 'row', 'column']) assert.equal(addressOf({ sheet: 'A', row: 1, column: 'B', [part]: null }), null);
});
