import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NAME_LETTERS_MIN } from '#record/register/search.ts';
import { conditionsOf, countRequest, filterIn, NO_WORDS, searchOf, searchRequest } from './search-request.ts';

const BODY = '01890000-0000-7000-8000-000000000001';
const words = (more: object) => ({ ...NO_WORDS, ...more });

test('only what was typed travels, and numbers lose the blanks people type into them', () => {
  assert.deepEqual(searchRequest(words({ name: ' hoa ', nationalId: '000 186.001 234' }), {}), {
    request: { name: 'hoa', nationalId: '000186001234' },
  });
  assert.deepEqual(searchRequest(words({ title: 'giáo viên' }), { bodyId: BODY, below: '1', unconfirmed: '1', card: '0', kind: 'VC' }), {
    request: { title: 'giáo viên', bodyId: BODY, below: true, unconfirmed: true, card: false, kind: 'VC' },
  });
});

test('a search for nothing, for one letter, or for half a number is told at once', () => {
  assert.deepEqual(searchRequest(NO_WORDS, {}), { refused: 'needOne' });
  assert.deepEqual(searchRequest(NO_WORDS, { sort: 'birth', below: '1' }), { refused: 'needOne' });
  assert.deepEqual(searchRequest(words({ name: 'ă' }), {}), { refused: 'short' });
  assert.deepEqual(searchRequest(words({ nationalId: '0001860' }), {}), { refused: 'nationalIdWrong' });
  assert.equal(NAME_LETTERS_MIN, 2); // the words on the page say two
});

test('conditions come back from the address; words of somebody never stand in it', () => {
  const filter = { bodyId: BODY, below: '1', grade: 'V.07.05.15', match: 'LECH', sort: 'grade' } as const;
  assert.deepEqual(filterIn(new URLSearchParams(searchOf(filter))), filter);
  assert.equal(searchOf({ kind: 'Nguyễn Văn A', grade: 'Tran Thi B' }), '');
  assert.deepEqual(filterIn(new URLSearchParams('name=Hoa&title=x&kind=Tr%E1%BA%A7n+B&card=2')), {});
  assert.equal(conditionsOf(filter), 3);
});

test('one by number is not counted', () => {
  assert.equal(countRequest({ nationalId: '000186001234' }), null);
  assert.deepEqual(countRequest({ name: 'hoa', sort: 'birth' }), { name: 'hoa' });
});
