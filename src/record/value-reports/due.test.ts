/** The last day of a reported value: working days over weekends and feasts, and the law's ten days where a long feast would go beyond them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '#base/vietnamese/dates.ts';
import { isWorkingDay } from '#standard/calendar/working-days.ts';
import { reportDueOn } from './due.ts';

const DAYS: readonly (readonly [reported: string, due: string, why: string])[] = [
  ['2026-11-16', '2026-11-23', 'a Monday: five working days, a weekend between'],
  ['2026-11-20', '2026-11-30', 'a Friday, with the Day of Culture between'],
  ['2026-11-21', '2026-11-30', 'a Saturday: the first working day is Monday'],
  ['2026-08-28', '2026-09-07', 'over the National Day, with a day off instead: the ten days of the law are the shorter'],
  ['2026-02-12', '2026-02-23', 'over Tết: the ten days of the law end in the feast, and are moved to the first day after it'],
  ['2025-01-24', '2025-02-07', 'before the decree of 2026 there is no such ceiling'],
];
test('five working days, and never beyond the term of the law', () => {
  for (const [reported, due, why] of DAYS) assert.equal(reportDueOn(reported), due, why);
});

test('it always ends on a working day, and within the ten days of the law or the first working day after them', () => {
  for (let day = '2026-01-01'; day < '2026-12-01'; day = addDays(day, 1)) {
    const due = reportDueOn(day);
    assert.ok(isWorkingDay(due), `${day} → ${due}`);
    let last = addDays(day, 10);
    while (!isWorkingDay(last)) last = addDays(last, 1);
    assert.ok(due > day && due <= last, `${day} → ${due}`);
  }
});
