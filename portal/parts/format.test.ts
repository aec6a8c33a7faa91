import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantText as onPaper } from '#base/vietnamese/time-text.ts';
import { dayOf, timeOf, timeToTheSecondOf } from '#portal/door/data-age.ts';
import fc from 'fast-check';
import { ageOf, dayText, instantText, numberText, readDay, sizeText, waitOf } from './format.ts';

test('a day, a month or a year is turned as people write it; what is none stays', () => {
  for (const [from, to] of [
    ['2026-10-31', '31/10/2026'],
    ['1986-07', '07/1986'],
    ['1986', '1986'],
    ['không rõ', 'không rõ'],
  ] as const)
    assert.equal(dayText(from), to);
});

test('a typed day is read back to the same day, and no day outside of the calendar is taken', () => {
  for (const [typed, read] of [
    ['31/10/2026', '2026-10-31'],
    [' 1/2/2026 ', '2026-02-01'],
    ['01.02.2026', '2026-02-01'],
    ['29-2-2024', '2024-02-29'],
    ['29/2/2023', null],
    ['31/02/2026', null],
    ['0/1/2026', null],
    ['1/13/2026', null],
    ['1/1/26', null],
    ['', null],
  ] as const)
    assert.equal(readDay(typed), read, typed);
  fc.assert(
    fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10);
      assert.equal(readDay(dayText(day)), day);
    }),
  );
});

test('an instant is shown in the time of Việt Nam, wherever the computer stands', () => {
  assert.equal(instantText('2026-11-23T18:30:00Z'), '01:30 24/11/2026');
  assert.equal(instantText('không phải giờ'), 'không phải giờ');
});

test('numbers and sizes follow the language', () => {
  assert.equal(numberText(12345, 'vi'), '12.345');
  assert.equal(numberText(12345, 'en'), '12,345');
  assert.equal(sizeText(1536, 'vi'), '1,5 KB');
  assert.equal(sizeText(20 * 1024 * 1024, 'en'), '20 MB');
});

test('an age is told in its largest whole unit; a clock that runs ahead is no age', () => {
  const now = Date.parse('2026-11-24T12:00:00Z');
  const of = (at: string) => {
    const { unit, n } = ageOf(at, now);
    return `${n} ${unit}`;
  };
  assert.deepEqual(
    ['2026-11-24T11:59:30Z', '2026-11-24T11:01:00Z', '2026-11-24T10:00:00Z', '2026-11-21T12:00:00Z', '2026-11-24T13:00:00Z', 'x'].map(of),
    ['0 lessThanMinute', '59 minutes', '2 hours', '3 days', '0 lessThanMinute', '0 lessThanMinute'],
  );
});

test('a wait is rounded up', () => {
  assert.deepEqual(waitOf(0.2), { unit: 'seconds', n: 1 });
  assert.deepEqual(waitOf(61), { unit: 'minutes', n: 2 });
  assert.deepEqual(waitOf(3601), { unit: 'hours', n: 2 });
});

test('papers, screens and the door write one instant alike: hours and minutes, day, month and the whole year', () => {
  const at = '2026-01-02T18:04:05Z';
  const ms = Date.parse(at);
  for (const text of [instantText(at), onPaper(at), `${timeOf(ms)} ${dayOf(ms)}`]) assert.equal(text, '01:04 03/01/2026');
  assert.equal(timeToTheSecondOf(ms), '01:04:05');
});
