import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namePattern } from './search.ts';

test('each typed word begins a word of the name, without marks; signs within a name part words', () => {
  assert.equal(namePattern(' Nguyễn  Yến '), '% nguyen% yen%');
  assert.equal(namePattern("H'Hen Tôn-Nữ"), '% h% hen% ton% nu%');
  assert.equal(namePattern('100%_\\'), '% 100\\%\\_\\\\%');
});

test('one letter, or none, is no search', () => {
  for (const typed of ['', ' ', 'ă', "' -"]) assert.equal(namePattern(typed), null, typed);
  assert.equal(namePattern('u y'), '% u% y%');
});
