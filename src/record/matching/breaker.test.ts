import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FAILURES_MAX, freshSource, later, mayAsk, REST_MS, REST_MS_MAX, stepBreaker, TRY_MS } from './breaker.ts';
import type { SourceState } from './shapes.ts';

const START = '2026-11-24T03:00:00.000Z';
const failed = { kind: 'failed', reason: 'timeout' } as const;
const down = (state = freshSource('S', START)): SourceState => {
  let s = state;
  for (let i = 0; i < FAILURES_MAX; i++) s = stepBreaker(s, failed, START);
  return s;
};

test('after some failures in a row the source is left alone, and says since when and why', () => {
  let state = freshSource('S', START);
  for (let i = 1; i < FAILURES_MAX; i++) {
    state = stepBreaker(state, failed, START);
    assert.ok(state.state === 'closed' && mayAsk(state, START), `after ${i}`);
  }
  state = stepBreaker(state, failed, START);
  assert.deepEqual(state, {
    source: 'S',
    state: 'open',
    failures: FAILURES_MAX,
    since: START,
    tryAt: later(START, REST_MS),
    reason: 'timeout',
    pacedTo: null,
  });
  assert.equal(mayAsk(state, later(START, REST_MS - 1)), false);
  assert.equal(mayAsk(state, later(START, REST_MS)), true);
});

test('one answer between failures begins the count again', () => {
  let state = freshSource('S', START);
  for (let i = 0; i < 3 * FAILURES_MAX; i++) state = stepBreaker(state, i % FAILURES_MAX === 0 ? { kind: 'answered' } : failed, START);
  assert.equal(state.state, 'closed');
});

test('after the rest one call tries it, and no other until that one is back or given up', () => {
  const at = later(START, REST_MS);
  const trying = stepBreaker(down(), { kind: 'asked' }, at);
  assert.equal(trying.state, 'half-open');
  assert.equal(mayAsk(trying, at), false);
  assert.equal(mayAsk(trying, later(at, TRY_MS)), true, 'the one who tried died');
  assert.deepEqual(stepBreaker(trying, { kind: 'answered' }, at), { ...freshSource('S', START), since: at });
});

test('each failed try doubles the rest, up to its maximum; since stays the moment it went down', () => {
  let state = down();
  let at = START;
  const rests: number[] = [];
  for (let i = 0; i < 12; i++) {
    at = state.tryAt!;
    state = stepBreaker(stepBreaker(state, { kind: 'asked' }, at), failed, at);
    rests.push(Date.parse(state.tryAt!) - Date.parse(at));
  }
  assert.deepEqual(rests.slice(0, 3), [2 * REST_MS, 4 * REST_MS, 8 * REST_MS]);
  assert.equal(rests.at(-1), REST_MS_MAX);
  assert.equal(state.since, START);
});

test('calls that were under way when it went down do not lengthen the rest', () => {
  const state = down();
  assert.equal(stepBreaker(state, failed, START), state);
});

test('model: whatever happens, a closed source may be asked, a waiting one may be again at a stated time, and any answer mends it', () => {
  const happenings = fc.array(fc.tuple(fc.constantFrom('failed', 'answered', 'asked'), fc.nat({ max: 400_000 })), { maxLength: 60 });
  fc.assert(
    fc.property(happenings, (list) => {
      let state = freshSource('S', START);
      let at = START;
      let inARow = 0;
      for (const [kind, ms] of list) {
        at = later(at, ms);
        if (kind === 'asked' && !mayAsk(state, at)) continue;
        inARow = kind === 'failed' && state.state !== 'open' ? inARow + 1 : kind === 'answered' ? 0 : inARow;
        state = stepBreaker(state, kind === 'failed' ? failed : ({ kind } as { kind: 'asked' | 'answered' }), at);
        assert.equal(state.failures, inARow);
        if (state.state === 'closed') assert.ok(mayAsk(state, at) && state.tryAt === null && state.failures < FAILURES_MAX);
        else
          assert.ok(
            mayAsk(state, state.tryAt!) && Date.parse(state.tryAt!) - Date.parse(at) <= REST_MS_MAX && state.failures >= FAILURES_MAX,
          );
        if (kind === 'answered') assert.equal(state.state, 'closed');
      }
    }),
  );
});
