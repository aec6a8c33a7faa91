import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StepKind, SubmissionState } from '#portal/api/generated/api.ts';
import { parts, step } from '#portal/mock/parts.ts';
import { addressOf, canWithdraw, placeText, STEP_AT, stepAsked, STEPS, stillNotChecked, toneOf, wantsCorrection } from './next-step.ts';
import { percentOf, stageOf } from './stage.ts';

const of = (...kinds: StepKind[]) => ({ steps: kinds.map((kind) => step(kind, 1)) });

test('the box of the next step is green only where nothing is left to be corrected', () => {
  assert.equal(toneOf(of('send')), 'good');
  assert.equal(toneOf(of('done')), 'good');
  assert.equal(toneOf(of('correct', 'send')), 'warn');
  assert.equal(toneOf(of('earlier', 'send')), 'warn');
  assert.equal(toneOf(of('correct', 'confirming')), 'warn', 'a partial send leaves people behind');
  assert.equal(toneOf(of('matching')), '');
  assert.equal(toneOf(of('refused')), 'bad');
});

test('a corrected file is asked for wherever something is refused, returned, wrong or left out', () => {
  for (const kinds of [['refused'], ['returned', 'confirming'], ['correct', 'matching'], ['earlier'], ['correct', 'send']] as const)
    assert.equal(wantsCorrection(of(...kinds)), true, kinds.join());
  for (const kinds of [['send'], ['matching'], ['confirming'], ['done'], ['withdrawn']] as const)
    assert.equal(wantsCorrection(of(...kinds)), false, kinds.join());
});

test('what is not confirmed can be taken back, what is done or taken back already cannot', () => {
  const can = (state: SubmissionState, ...kinds: StepKind[]) => canWithdraw({ state, parts: parts(), ...of(...kinds) });
  assert.deepEqual([can('reading', 'reading'), can('checked', 'send'), can('refused', 'refused')], [true, true, true]);
  assert.deepEqual([can('awaiting-confirmation', 'confirming'), can('returned', 'returned')], [true, true]);
  assert.deepEqual([can('registered', 'done'), can('withdrawn', 'withdrawn')], [false, false]);
});

test('a list is asked for by the steps that it knows, and by nothing else', () => {
  assert.deepEqual(['returned', 'send', 'done', 'x', null].map(stepAsked), ['returned', 'send', null, null, null]);
});

test('a registered submission has all its steps behind it', () => assert.equal(STEP_AT.registered, STEPS.length));

test('a place is told as far as it is known', () => {
  assert.equal(placeText({ sheet: 'Hồ sơ', row: 12, column: 'C' }), 'Hồ sơ · C12');
  assert.equal(placeText({ sheet: 'Hồ sơ', row: null, column: null }), 'Hồ sơ');
});

test('a stage of a newer server is still told; a share is a whole percent', () => {
  assert.equal(stageOf('reading'), 'reading');
  assert.equal(stageOf('polishing'), null);
  assert.deepEqual(
    [percentOf('reading', 0, 0), percentOf('reading', 1, 3), percentOf('other', 9, 8), percentOf('queued', 3, 3)],
    [null, 33, 100, null],
  );
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
