/** A task is met when its fact holds for days on end, and falls back by the same fact. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MEASURES, PLANS, planById } from './plans.ts';
import { cellsOf, isAsked } from './state.ts';
import type { Cell, Fact } from './state.ts';

const plan = planById('QD72')!;
const BY_FACT = plan.tasks.filter(({ judged }) => judged.by === 'fact');
const fact = (daysHeld: number, more: Partial<Fact> = {}): Fact => ({ part: 98, whole: 100, daysHeld, heldOn: null, ...more });
const at = (code: string, of: Fact | null, day: string, group = '70'): Cell =>
  cellsOf(plan, { group }, new Map(of ? [[code, of]] : []), day).find(({ task }) => task === code)!;

test('the plan is whole: each task has a parent that is there, a fact, or the reason why nothing measures it', () => {
  assert.equal(plan.tasks.length, 26);
  assert.deepEqual(
    plan.tasks.filter(({ judged }) => judged.by === 'heading').map(({ code }) => code),
    ['1.2', '1.2.2.2'],
  );
  for (const { tasks } of PLANS) {
    const codes = new Set(tasks.map(({ code }) => code));
    assert.equal(codes.size, tasks.length, 'no code twice');
    for (const { code, parent, judged, due, recurring } of tasks) {
      if (parent !== null) assert.ok(codes.has(parent), `${code}: ${parent}`);
      if (judged.by === 'fact') assert.ok(MEASURES.has(judged.measure), `${code}: ${judged.measure}`);
      if (judged.by !== 'heading') assert.equal(due === null, recurring, code);
    }
  }
  const used = new Set(BY_FACT.map(({ judged }) => (judged.by === 'fact' ? judged.measure : '')));
  assert.deepEqual(
    [...MEASURES.keys()].filter((name) => !used.has(name)),
    [],
    'a measure that judges nothing',
  );
});

test('held for six days it is under way, for the seventh met; after its day it is met late, and until then overdue', () => {
  const due = plan.tasks.find(({ code }) => code === '1.2.2')!.due!;
  assert.equal(due, '2023-06-30');
  assert.equal(at('1.2.2', fact(6), due).state, 'under-way');
  assert.deepEqual(at('1.2.2', fact(7), due), { task: '1.2.2', state: 'met', part: 98, whole: 100, since: '2023-06-24', heldOn: null });
  assert.equal(at('1.2.2', fact(6), '2023-07-01').state, 'overdue', 'a last-day upload has not passed');
  assert.equal(at('1.2.2', fact(7), '2023-07-01').state, 'met-late');
  assert.equal(at('1.2.2', fact(40), '2023-08-01').state, 'met', 'it was met in time, and holds since');
});

test('it falls back the day on which the fact falls, and says until when it held', () => {
  const fallen = at('1.2.2', fact(0, { part: 90, heldOn: '2023-07-02' }), '2023-07-05');
  assert.deepEqual(fallen, { task: '1.2.2', state: 'overdue', part: 90, whole: 100, since: null, heldOn: '2023-07-02' });
});

test('what was not counted, and what there is none of, is never met', () => {
  assert.equal(at('1.2.2', null, '2023-08-01').state, 'unmeasured');
  assert.equal(at('1.2.2', fact(7, { part: 0, whole: 0 }), '2023-08-01').state, 'unmeasured');
  assert.equal(at('1.5.3', fact(7), '2023-08-01').state, 'unmeasured', 'nothing here measures it');
});

test('a task is asked of its group alone, and those of the country once', () => {
  assert.equal(at('1.2.2', fact(7), '2023-06-30', '26').state, 'not-asked');
  assert.equal(at('1.2.1', fact(7), '2023-06-30', '26').state, 'met');
  assert.ok(isAsked({ scope: 'nation', group: null }, 'nation'));
  assert.ok(!isAsked({ scope: 'nation', group: null }, { group: '26' }));
});

test('a heading is as far as the worst of its tasks that are asked', () => {
  const facts = new Map([
    ['1.2.2.2(2)', fact(7)],
    ['1.2.2.2(3)', fact(0)],
    ['1.2.2.2(4)', fact(7)],
  ]);
  const heading = (day: string) => cellsOf(plan, { group: '70' }, facts, day).find(({ task }) => task === '1.2.2.2')!;
  assert.equal(heading('2023-04-20').state, 'overdue');
  const whole = cellsOf(plan, { group: '70' }, facts, '2023-04-20').find(({ task }) => task === '1.2')!;
  assert.equal(whole.state, 'overdue', 'of all below it, not of its own tasks alone');
  assert.equal(heading('2023-02-20').state, 'under-way');
  assert.equal(cellsOf(plan, { group: '26' }, facts, '2023-04-20').find(({ task }) => task === '1.2.2.2')!.state, 'not-asked');
});
