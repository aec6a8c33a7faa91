import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeIn, placeKey } from './place.ts';

test('of a problem only what its door says of the place is kept, and what is null is not said', () => {
  assert.deepEqual(placeIn({ sheet: 'A', row: 4, column: null, field: 'ngaySinh' }), { sheet: 'A', row: 4 });
  assert.deepEqual(placeIn({ path: '/luong/0', field: null }), { path: '/luong/0' });
  assert.equal(placeIn({ field: 'ngaySinh', row: null }), null);
  assert.equal(placeIn({}), null);
});

test('equal places have one key, in whatever order they come out of the database', () => {
  assert.equal(placeKey({ row: 4, sheet: 'A' }), placeKey({ sheet: 'A', row: 4 }));
  assert.notEqual(placeKey({ row: 4 }), placeKey({ row: '4' }));
});
