import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noDay, typedDays, yearRequest } from './year-request.ts';

const YEAR = { list: 'luat_ngay_nghi', year: '2027' };
const LINES = typedDays([
  { day: '2027-04-30', kind: 'nghi', name: 'Ngày Chiến thắng' },
  { day: '2027-05-03', kind: 'nghi_bu', name: 'Nghỉ bù' },
]);

test('the lines become the notice of the whole year', () => {
  assert.deepEqual(yearRequest(YEAR, LINES, ' TB 01/TB-BNV '), {
    body: {
      list: 'luat_ngay_nghi',
      code: '2027',
      name: '2027',
      validFrom: '2027-01-01',
      lastDay: '2027-12-31',
      source: 'TB 01/TB-BNV',
      days: [
        { day: '2027-04-30', kind: 'nghi', name: 'Ngày Chiến thắng' },
        { day: '2027-05-03', kind: 'nghi_bu', name: 'Nghỉ bù' },
      ],
    },
  });
});

test('what cannot be sent is told line by line: a day of another year, one that does not exist, a missing name, no source', () => {
  const lines = [...LINES, { ...noDay(7), day: '30/04/2028', name: 'x' }, { ...noDay(8), day: '31/04/2027', name: ' ' }];
  const asked = yearRequest(YEAR, lines, 'TB');
  assert.ok('wrong' in asked);
  assert.deepEqual([[...asked.wrong.days], [...asked.wrong.names], asked.wrong.source], [[7, 8], [8], true]);
});
