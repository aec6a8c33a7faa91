import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import { countPeople, namePattern, nearNames, searchPeople } from './search.ts';

test('each typed word begins a word of the name, without marks; signs within a name part words', () => {
  assert.equal(namePattern(' Nguyễn  Yến '), '% nguyen% yen%');
  assert.equal(namePattern("H'Hen Tôn-Nữ"), '% h% hen% ton% nu%');
  assert.equal(namePattern('100%_\\'), '% 100\\%\\_\\\\%');
});

test('one letter, or none, is no search', () => {
  for (const typed of ['', ' ', 'ă', "' -"]) assert.equal(namePattern(typed), null, typed);
  assert.equal(namePattern('u y'), '% u% y%');
});

test('what may have been meant by a name nobody has: one slip, in the one word that is no syllable', () => {
  assert.ok(nearNames('Nguyne Thị Lan').includes('nguyen thi lan'));
  for (const typed of ['Nguyễn Thị Lan', 'Nguyne Thnah', '', 'xqzw', 'h', 'w']) assert.deepEqual(nearNames(typed), [], typed);
});

test('what is too short to search for asks the database nothing: there it would be held against everybody within reach', async () => {
  const asked: unknown[] = [];
  const tx = { query: async (...of: unknown[]) => (asked.push(of), [{ n: 0 }]) } as unknown as Tx;
  for (const request of [{ name: 'h' }, { title: "' -" }, { name: '-', kind: 'VC' }]) {
    assert.deepEqual(await searchPeople(tx, {} as Keys, { ...request, limit: 20 }), []);
    assert.equal(await countPeople(tx, request), 0);
  }
  assert.deepEqual(asked, []);
  await countPeople(tx, { title: 'TP' });
  assert.equal(asked.length, 1, 'what can be looked for is');
});
