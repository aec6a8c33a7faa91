import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedOf, CLEAN, filterIn, isClean, isNarrowed, searchOf, withFilter } from './queue-filter.ts';

const BODY = '01890000-0000-7000-8000-000000000001';

test('what narrows stands in the address and comes back from it', () => {
  const filter = { body: BODY, warning: 'E-PAY-EARLY', match: 'LECH', days: '7', sort: 'name' };
  assert.deepEqual(filterIn(new URLSearchParams(searchOf(filter))), filter);
  assert.equal(searchOf({}), '');
});

test('nothing else goes into an address, and nothing else out of one', () => {
  const typed = 'body=Tran&warning=Nguyen+Van+A&match=x&days=8&sort=name%27&name=Tr%E1%BA%A7n';
  assert.deepEqual(filterIn(new URLSearchParams(typed)), {});
  assert.deepEqual(withFilter({ sort: 'name' }, 'warning', 'Trần Thị An'), { sort: 'name' });
});

test('one is set or taken away, the others stay', () => {
  assert.deepEqual(withFilter({ sort: 'name', match: 'LECH' }, 'match', ''), { sort: 'name' });
  assert.deepEqual(withFilter({ sort: 'name' }, 'days', '7'), { days: '7', sort: 'name' });
  assert.deepEqual(askedOf({ days: '7', match: 'KHOP' }), { days: 7, match: 'KHOP' });
});

test('an order narrows nobody out', () => {
  assert.equal(isNarrowed({ sort: 'name' }), false);
  assert.equal(isNarrowed(CLEAN), true);
  assert.equal(isClean({ ...CLEAN, body: BODY }), true);
  assert.equal(isClean({ match: 'KHOP' }), false);
});
