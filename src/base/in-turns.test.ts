import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTurns } from './in-turns.ts';

test('so many run at a time, the next when one ends, fails or not; beyond those that may wait nothing is run', async () => {
  const turn = inTurns(2, 1);
  const ends: (() => void)[] = [];
  const begun: string[] = [];
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((done, fail) => ends.push(() => (name === 'b' ? fail(new Error(name)) : done(name))));
  };
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => turn(work(name)));
  assert.equal(await d, undefined, 'one waits already');
  assert.deepEqual(begun, ['a', 'b']);
  const failed = assert.rejects(b!, /^Error: b$/);
  ends[1]!();
  await failed;
  assert.deepEqual(begun, ['a', 'b', 'c']);
  ends[0]!();
  ends[2]!();
  assert.deepEqual([await a, await c], ['a', 'c']);
  const after = turn(work('e'));
  assert.deepEqual(begun.at(-1), 'e', 'places are given back');
  ends[3]!();
  assert.equal(await after, 'e');
});
