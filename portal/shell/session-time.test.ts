import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sessionTime } from './session-time.ts';

const MINUTE = 60_000;

test('two minutes before the end there is a warning, then the end is said', () => {
  const at = (minutes: number) => sessionTime(30, 0, minutes * MINUTE);
  assert.deepEqual(
    [at(0), at(27.9), at(28), at(29.5), at(30), at(99)],
    [
      { kind: 'fresh' },
      { kind: 'fresh' },
      { kind: 'ends-soon', minutes: 2 },
      { kind: 'ends-soon', minutes: 1 },
      { kind: 'ended' },
      { kind: 'ended' },
    ],
  );
});
