/** A simulation that finds nothing proves nothing: here it finds whatever was planted. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PLANTED } from './planted-bugs.ts';
import { firstSeedThatFinds, planted } from './with-bug.ts';

const SEEDS_MAX = 2_000;

for (const one of PLANTED)
  test(`found: ${one.bug}`, async () => {
    assert.ok(await firstSeedThatFinds(one, SEEDS_MAX), `${SEEDS_MAX} lives show nothing of it`);
  });

test('a bug whose line is gone, or stands twice, is told', () => {
  const bug = { bug: 'x', file: 'y.ts', was: 'if (a)', is: 'if (b)' };
  assert.equal(planted('if (a) c();', bug), 'if (b) c();');
  assert.throws(() => planted('if (d) c();', bug), /stands 0 times/);
  assert.throws(() => planted('if (a) if (a) c();', bug), /stands 2 times/);
});
