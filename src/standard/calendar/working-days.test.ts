import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '#base/vietnamese/dates.ts';
import { isWorkingDay, workingDaysBefore } from './working-days.ts';

test('weekends and feasts are not worked, a Saturday that is worked instead is', () => {
  assert.deepEqual(['2026-11-27', '2026-11-28', '2026-11-29', '2026-09-02', '2026-04-27', '2026-08-31', '2026-08-22'].map(isWorkingDay), [
    true,
    false,
    false,
    false,
    false,
    false,
    true,
  ]);
});

test('the whole of Tết lies between two working days', () => {
  let days = 0;
  for (let day = '2026-02-14'; !isWorkingDay(day); day = addDays(day, 1)) days += 1;
  assert.equal(days, 9, '14 to 22 February 2026');
});

test('so many whole working days back, over weekends and feasts', () => {
  assert.equal(workingDaysBefore('2026-11-19', 3), '2026-11-13', 'Thursday: Wednesday, Tuesday, Monday are whole');
  assert.equal(workingDaysBefore('2026-11-16', 3), '2026-11-10', 'Monday: a weekend between');
  assert.equal(workingDaysBefore('2026-02-23', 1), '2026-02-12', 'the first day after Tết');
});

test('each step back is a working day, and no other lies between', () => {
  for (let day = '2025-12-20'; day < '2026-12-20'; day = addDays(day, 1)) {
    const back = workingDaysBefore(day, 1);
    assert.ok(isWorkingDay(back));
    let worked = 0;
    for (let between = addDays(back, 1); between < day; between = addDays(between, 1)) if (isWorkingDay(between)) worked += 1;
    assert.equal(worked, 1, `${back} … ${day}`);
  }
});
