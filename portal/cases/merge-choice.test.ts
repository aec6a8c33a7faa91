import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TwoRecords } from '#portal/api/generated/api.ts';
import { differingRows, mergeOf, openRows } from './merge-choice.ts';

const row = (path: string, more: Partial<TwoRecords['rows'][number]> = {}): TwoRecords['rows'][number] => ({
  path,
  group: 'C',
  label: { vi: path, en: path },
  section: false,
  stays: [],
  goes: [],
  same: false,
  suggested: 'stays',
  choices: ['stays', 'goes'],
  ...more,
});
const RECORDS: TwoRecords = {
  goneVersion: 2,
  staysVersion: 5,
  rows: [
    row('same', { same: true, choices: ['stays'] }),
    row('name', { choices: ['stays'] }),
    row('phone'),
    row('birthplace', { suggested: 'goes', choices: ['goes', 'stays'] }),
    row('languages', { section: true, suggested: 'both', choices: ['both', 'stays', 'goes'] }),
  ],
};

test('only what differs is asked', () => {
  assert.deepEqual(
    openRows(RECORDS).map(({ path }) => path),
    ['phone', 'birthplace', 'languages'],
  );
});

test('what differs and is not asked is shown all the same: it may tell that the two are not one human', () => {
  assert.deepEqual(
    differingRows(RECORDS).map(({ path }) => path),
    ['name', 'phone', 'birthplace', 'languages'],
  );
});

test('what was not touched stands as suggested, what was chosen as chosen', () => {
  assert.deepEqual(mergeOf(RECORDS, {}), { goneVersion: 2, staysVersion: 5, take: ['birthplace'], both: ['languages'] });
  assert.deepEqual(mergeOf(RECORDS, { phone: 'goes', birthplace: 'stays', languages: 'stays' }).take, ['phone']);
});
