import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ItemState } from './shapes.ts';
import { firstState, move, step } from './step.ts';
import type { ItemEvent } from './step.ts';

const EVENTS: readonly ItemEvent[] = [
  { kind: 'matched' },
  { kind: 'accepted' },
  { kind: 'written' },
  { kind: 'returned' },
  { kind: 'released', needsMatch: false },
  { kind: 'released', needsMatch: true },
  { kind: 'withdrawn' },
  { kind: 'superseded' },
];
const STARTS = [true, false].flatMap((occupied) => [true, false].map((needsMatch) => firstState({ occupied, needsMatch })));

test('the straight way: matched, confirmed, registered', () => {
  const way: ItemEvent[] = [{ kind: 'matched' }, { kind: 'accepted' }, { kind: 'written' }];
  assert.equal(
    way.reduce<ItemState | null>(
      (state, event) => (state === null ? null : step(state, event)),
      firstState({ occupied: false, needsMatch: true }),
    ),
    'registered',
  );
});

test('nothing is registered that was not accepted by an officer', () => {
  fc.assert(
    fc.property(fc.constantFrom(...STARTS), fc.array(fc.constantFrom(...EVENTS), { maxLength: 20 }), (start, events) => {
      let state: ItemState = start;
      let accepted = false;
      for (const event of events) {
        const next = step(state, event);
        if (next === null) continue;
        if (event.kind === 'accepted') accepted = true;
        state = next;
      }
      assert.ok(state !== 'registered' || accepted);
    }),
  );
});

test('what is registered, withdrawn or superseded moves no more', () => {
  for (const state of ['registered', 'withdrawn', 'superseded'] as const)
    for (const event of EVENTS) assert.equal(step(state, event), null, `${state} + ${event.kind}`);
});

test('what is held waits until it is released; a match that it needs is asked first', () => {
  assert.equal(step('held', { kind: 'matched' }), null);
  assert.equal(step('held', { kind: 'accepted' }), null);
  assert.equal(step('held', { kind: 'released', needsMatch: true }), 'waiting-match');
});

test('a statement over many items says the same as the step of each', () => {
  for (const event of EVENTS) for (const from of move(event).from) assert.equal(step(from, event), move(event).to, event.kind);
});
