import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classesOn, classLabel } from './classes.ts';

test('the levels are those of the law of the day, and stay the same with another ground', () => {
  const on = (day: string) => classesOn(day).map(({ code }) => code);
  assert.deepEqual(
    [on('2020-06-30'), on('2026-02-28'), on('2026-03-01')],
    [[], ['TUYET_MAT', 'TOI_MAT', 'MAT'], ['TUYET_MAT', 'TOI_MAT', 'MAT']],
  );
  const grounds = ['2026-02-28', '2026-03-01'].map((day) => classesOn(day)[0]!.source);
  assert.deepEqual([/29\/2018/.test(grounds[0]!), /117\/2025/.test(grounds[1]!)], [true, true]);
  assert.deepEqual([classLabel('MAT').vi, classLabel('KHONG_CO').vi], ['Mật', 'KHONG_CO']);
});
