import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WHY_NOT, addingOf } from './adding.ts';
import type { StateOfPasskeys } from './adding.ts';
import { PASSKEYS_MAX } from './limits.ts';

const NOBODYS: StateOfPasskeys = { living: 0, hadOne: false, isReleased: false, isSteppedUp: false, signedInSeconds: 10 };

test('who may add a passkey, and what is missing', () => {
  for (const [state, expected, why] of [
    [{}, 'first', 'a fresh sign-in is enough for the first'],
    [{ signedInSeconds: 301 }, 'sign-in', 'a session that was left open adds none'],
    [{ living: 1, hadOne: true }, 'step-up', 'a further one needs one that is there'],
    [{ living: 1, hadOne: true, isSteppedUp: true, signedInSeconds: 9999 }, 'again', 'and nothing else'],
    [{ hadOne: true }, 'release', 'all gone: a fresh sign-in alone is not enough'],
    [{ hadOne: true, isReleased: true }, 'again', 'an administrator gave leave'],
    [{ hadOne: true, isReleased: true, signedInSeconds: 301 }, 'sign-in', 'leave does not replace signing in'],
    [{ hadOne: true, isSteppedUp: true }, 'release', 'vouched for by one that has ended since'],
    [{ living: PASSKEYS_MAX, hadOne: true, isSteppedUp: true }, 'full', 'no more than may be'],
  ] as const) {
    const adding = addingOf({ ...NOBODYS, ...state });
    assert.equal(adding, expected, why);
    assert.equal(WHY_NOT[adding] === null, expected === 'first' || expected === 'again', why);
  }
});
