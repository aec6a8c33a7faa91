/**
 * What a page asks by itself again and again keeps the session of whoever sits there alive, and of an empty chair too. So only what moves by itself is asked
 * again, and only while it does: the interval is a function of the last answer.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesLike, textOf } from './sources.ts';

const UNENDING = /refetchInterval:(?!\s*(?:\(|\w+\s*=>))/;

test('no question of the portal is asked again by a clock alone', () => {
  const files = filesLike('portal/**/*.{ts,tsx}').filter((file) => textOf(file).includes('refetchInterval'));
  assert.ok(files.length > 0, 'some are asked again');
  assert.deepEqual(
    files.filter((file) => UNENDING.test(textOf(file))),
    [],
  );
  assert.ok(
    UNENDING.test('refetchInterval: 2 * POLL_MS }') &&
      !UNENDING.test('refetchInterval: (query) => 1') &&
      !UNENDING.test('refetchInterval: ({ state }) => 1'),
  );
});
