/** However many people the demo is asked for, nobody bears another's number. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { castOf } from './cast.ts';

for (const people of [undefined, 2_000, 200_000])
  test(`${people ?? 'as declared'}: the numbers of one body end before the next body's begin`, () => {
    const cast = castOf(people);
    for (const [at, body] of cast.entries()) {
      const next = cast[at + 1];
      if (next) assert.ok(body.running + body.people <= next.running, `${body.code} and ${next.code}`);
    }
  });

test('more people than there are numbers for are refused, not doubled', () => {
  assert.throws(() => castOf(2_000_000), /no numbers/);
});
