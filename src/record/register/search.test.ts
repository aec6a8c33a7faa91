import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namePattern, nearNames } from './search.ts';

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
  for (const typed of ['Nguyễn Thị Lan', 'Nguyne Thnah', '', 'xqzw']) assert.deepEqual(nearNames(typed), [], typed);
});
