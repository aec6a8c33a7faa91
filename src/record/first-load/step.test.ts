import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LOAD_STATES } from './shapes.ts';
import { isOver, step } from './step.ts';
import type { LoadEvent } from './step.ts';

const EVENTS: readonly LoadEvent[] = [
  'closed',
  'drawn',
  'nobody',
  'all-right',
  'wrong',
  'signed',
  'signed-by-both',
  'refused',
  'reopened',
  'registered',
  'withdrawn',
];

/** Where each event leads, by the state it begins in; what is not here cannot happen. */
const LEADS: Readonly<Record<string, string>> = {
  'gathering closed': 'composing',
  'gathering withdrawn': 'withdrawn',
  'composing drawn': 'sampling',
  'composing nobody': 'gathering',
  'sampling all-right': 'passed',
  'sampling wrong': 'failed',
  'sampling refused': 'gathering',
  'sampling withdrawn': 'withdrawn',
  'failed reopened': 'gathering',
  'failed withdrawn': 'withdrawn',
  'passed signed': 'signed',
  'passed refused': 'gathering',
  'passed withdrawn': 'withdrawn',
  'signed signed-by-both': 'registering',
  'signed refused': 'gathering',
  'signed withdrawn': 'withdrawn',
  'registering registered': 'registered',
};

test('each event leads where it must from each state, and nowhere else', () => {
  for (const state of LOAD_STATES)
    for (const event of EVENTS) assert.equal(step(state, event)?.to, LEADS[`${state} ${event}`], `${state} ${event}`);
});

test('what is registered or withdrawn is over, and nothing else is', () => {
  for (const state of LOAD_STATES)
    assert.equal(
      EVENTS.every((event) => step(state, event) === null),
      isOver(state),
      state,
    );
});

test('every way back to gathering has the parts checked anew: a row that waited for another may be taken then', () => {
  for (const state of LOAD_STATES)
    for (const event of EVENTS) {
      const next = step(state, event);
      if (next?.to === 'gathering') assert.equal(next.effect, 'check-again');
    }
});
