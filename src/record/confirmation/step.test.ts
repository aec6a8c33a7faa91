import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ItemState } from './shapes.ts';
import { step } from './step.ts';
import type { ItemEvent } from './step.ts';

const EVENTS: readonly ItemEvent[] = [
  { kind: 'must-be-matched' },
  { kind: 'ready' },
  { kind: 'matched' },
  { kind: 'accepted' },
  { kind: 'written' },
  { kind: 'overtaken' },
  { kind: 'returned' },
  { kind: 'released', needsMatch: false },
  { kind: 'released', needsMatch: true },
  { kind: 'quarantined' },
  { kind: 'withdrawn' },
  { kind: 'superseded' },
];

test('the straight way: checked, matched, confirmed, registered', () => {
  const way: ItemEvent[] = [{ kind: 'must-be-matched' }, { kind: 'matched' }, { kind: 'accepted' }, { kind: 'written' }];
  assert.equal(
    way.reduce<ItemState | null>((state, event) => (state === null ? null : step(state, event)), 'checked'),
    'registered',
  );
});

test('nothing is registered that was not accepted by an officer', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...EVENTS), { maxLength: 20 }), (events) => {
      let state: ItemState = 'checked';
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

test('an overtaken item goes back to the queue, not on', () => {
  assert.equal(step('confirmed', { kind: 'overtaken' }), 'awaiting-confirmation');
});
