import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NAME_LETTERS_MIN } from '#record/register/search.ts';
import { searchRequest } from './search-request.ts';

const form = (more: object) => ({ name: '', nationalId: '', bodyId: '', title: '', ...more });

test('only what was typed travels, and numbers lose the blanks people type into them', () => {
  assert.deepEqual(searchRequest(form({ name: ' hoa ', nationalId: '000 186.001 234' })), {
    request: { name: 'hoa', nationalId: '000186001234' },
  });
});

test('a search for nothing, for one letter, or for half a number is told at once', () => {
  assert.deepEqual(searchRequest(form({})), { refused: 'needOne' });
  assert.deepEqual(searchRequest(form({ name: 'ă' })), { refused: 'short' });
  assert.deepEqual(searchRequest(form({ nationalId: '0001860' })), { refused: 'nationalIdWrong' });
  assert.equal(NAME_LETTERS_MIN, 2); // the words on the page say two
});
