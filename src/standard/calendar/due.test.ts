/** When terms end: over weekends, feasts, swapped days, Tết and the end of the year, by the reading of the Civil Code. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, dayOfNumber, dayNumber } from '#base/vietnamese/dates.ts';
import { endOfDay } from '#base/clock.ts';
import { dueAfter } from './due.ts';
import type { TermUnit } from './due.ts';
import { isWorkingDay } from './working-days.ts';

const TERMS: readonly (readonly [start: string, count: number, unit: TermUnit, lastDay: string, why: string])[] = [
  // Điều 147: the day of the event is not counted.
  ['2026-11-16', 3, 'ngay', '2026-11-19', 'a Monday and three days: Thursday'],
  ['2026-11-16', 1, 'ngay', '2026-11-17', 'one day: the next one'],
  // Điều 148.5: a last day off moves.
  ['2026-11-18', 3, 'ngay', '2026-11-23', 'ends on a Saturday: Monday'],
  ['2026-11-19', 3, 'ngay', '2026-11-23', 'ends on a Sunday: Monday'],
  ['2026-11-20', 3, 'ngay', '2026-11-23', 'a weekend inside moves nothing'],
  ['2026-11-13', 1, 'ngay', '2026-11-16', 'decided on a Friday, due in a day: Monday'],
  // Working days.
  ['2026-11-13', 3, 'ngay_lam_viec', '2026-11-18', 'a weekend between'],
  ['2026-11-14', 3, 'ngay_lam_viec', '2026-11-18', 'from a Saturday as from the Friday before'],
  ['2026-11-20', 3, 'ngay_lam_viec', '2026-11-26', 'the Day of Culture (not certain) between'],
  // Swapped days: a Saturday that is worked counts, the day it was given for does not.
  ['2026-08-20', 3, 'ngay_lam_viec', '2026-08-24', 'Saturday 22/08/2026 is worked'],
  ['2026-08-19', 3, 'ngay', '2026-08-22', 'ends on a Saturday that is worked: stays'],
  ['2026-08-28', 3, 'ngay', '2026-09-03', 'ends on Monday 31/08, off by swap, and the National Day behind it'],
  ['2026-08-28', 3, 'ngay_lam_viec', '2026-09-07', 'four days off and a weekend'],
  ['2024-04-26', 3, 'ngay_lam_viec', '2024-05-04', '29/04/2024 off by swap, Saturday 04/05 worked'],
  ['2024-05-01', 3, 'ngay', '2024-05-04', 'ends on that Saturday: stays'],
  ['2025-04-25', 1, 'ngay_lam_viec', '2025-04-26', 'Saturday 26/04/2025 is worked for 02/05'],
  // Tết.
  ['2026-02-12', 3, 'ngay', '2026-02-23', 'ends within nine days off'],
  ['2026-02-12', 3, 'ngay_lam_viec', '2026-02-24', 'Friday before, Monday and Tuesday after'],
  ['2025-01-24', 3, 'ngay_lam_viec', '2025-02-05', 'Tết of 2025: 27 to 31 January'],
  ['2023-01-19', 1, 'ngay_lam_viec', '2023-01-27', 'Tết of 2023 with two days in lieu'],
  // The end of the year.
  ['2025-12-31', 1, 'ngay', '2026-01-05', 'New Year, a day off by swap, a weekend'],
  ['2025-12-31', 3, 'ngay_lam_viec', '2026-01-07', 'three working days after them'],
  ['2026-01-08', 2, 'ngay_lam_viec', '2026-01-10', 'Saturday 10/01/2026 is worked for 02/01'],
  ['2026-12-30', 1, 'ngay', '2026-12-31', 'the last day of a year with a notice'],
  // A year without a notice.
  ['2026-12-31', 3, 'ngay_lam_viec', '2027-01-06', 'New Year 2027 by rule'],
  ['2027-02-04', 3, 'ngay_lam_viec', '2027-02-16', 'Tết 2027 by rule: Friday to Tuesday, two days in lieu'],
  ['2030-01-31', 1, 'ngay_lam_viec', '2030-02-08', 'Tết 2030 is on 2 February, a day before that of China'],
  ['2027-04-30', 1, 'ngay_lam_viec', '2027-05-04', '1 May 2027 is a Saturday: Monday in lieu'],
  // Months and years: Điều 148.3, 148.4.
  ['2026-01-31', 1, 'thang', '2026-03-02', 'no 31 February: its last day, a Saturday'],
  ['2026-03-16', 6, 'thang', '2026-09-16', 'the same day of the sixth month'],
  ['2024-02-29', 1, 'nam', '2025-02-28', 'no 29 February in 2025'],
];
test('the last day of a term', () => {
  for (const [start, count, unit, lastDay, why] of TERMS) {
    const due = dueAfter(start, { count, unit });
    assert.equal(due.lastDay, lastDay, `${start} + ${count} ${unit}: ${why}`);
    assert.equal(due.endsAt, endOfDay(lastDay));
  }
});

test('it says when a day that it was counted over may turn out otherwise', () => {
  const forecast = (start: string, count: number, unit: TermUnit): boolean => dueAfter(start, { count, unit }).forecast;
  assert.equal(forecast('2026-11-16', 3, 'ngay'), false);
  assert.equal(forecast('2026-11-20', 3, 'ngay_lam_viec'), true, 'over a feast that is not certain');
  assert.equal(forecast('2026-11-20', 5, 'ngay'), false, 'days of the calendar do not ask what lies between');
  assert.equal(forecast('2026-11-20', 4, 'ngay'), true, 'ends on that feast');
  assert.equal(forecast('2026-12-31', 3, 'ngay_lam_viec'), true, 'no notice of 2027');
  assert.equal(forecast('2026-12-28', 3, 'ngay_lam_viec'), false);
});

test('hours run from their instant, over nights and Sundays', () => {
  assert.deepEqual(dueAfter('2026-11-19T10:00:00.000Z', { count: 72, unit: 'gio' }), {
    lastDay: '2026-11-22',
    endsAt: '2026-11-22T10:00:00.000Z',
    forecast: false,
  });
  assert.equal(dueAfter('2026-11-20', { count: 24, unit: 'gio' }).lastDay, '2026-11-21', 'of a day alone: from its end');
});

test('an instant counts by its day in Việt Nam', () => {
  assert.equal(dueAfter('2026-11-19T16:59:59.999Z', { count: 1, unit: 'ngay' }).lastDay, '2026-11-20');
  assert.equal(dueAfter('2026-11-19T17:00:00.000Z', { count: 1, unit: 'ngay' }).lastDay, '2026-11-23', 'already Friday: Saturday moves');
});

const dayOf = fc.integer({ min: dayNumber('2023-01-02'), max: dayNumber('2031-12-31') }).map(dayOfNumber);
test('every term ends on a working day after its event; of working days exactly so many lie within it; a later event never ends earlier', () => {
  fc.assert(
    fc.property(dayOf, fc.integer({ min: 1, max: 30 }), fc.constantFrom('ngay' as const, 'ngay_lam_viec' as const), (day, count, unit) => {
      const { lastDay } = dueAfter(day, { count, unit });
      assert.ok(lastDay > day && isWorkingDay(lastDay));
      let worked = 0;
      for (let one = addDays(day, 1); one <= lastDay; one = addDays(one, 1)) if (isWorkingDay(one)) worked += 1;
      if (unit === 'ngay_lam_viec') assert.equal(worked, count);
      assert.ok(dueAfter(addDays(day, 1), { count, unit }).lastDay >= lastDay);
    }),
  );
});
