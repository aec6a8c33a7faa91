import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths, dayOfNumber, latestDay } from '#base/vietnamese/dates.ts';
import { lawParameter } from './law-parameters.ts';
import { lawParameters } from './law/parameters.ts';
import { normalRetirement, retirementAgeMonths, type SexCode } from './retirement-age.ts';

const ym = (years: number, months: number): number => years * 12 + months;

// Decree 135/2020/ND-CP art. 4.
test('the age by year: men +3 months a year to 62, women +4 to 60', () => {
  const rows: [year: number, man: number, woman: number][] = [
    [2020, ym(60, 0), ym(55, 0)],
    [2021, ym(60, 3), ym(55, 4)],
    [2022, ym(60, 6), ym(55, 8)],
    [2023, ym(60, 9), ym(56, 0)],
    [2024, ym(61, 0), ym(56, 4)],
    [2025, ym(61, 3), ym(56, 8)],
    [2026, ym(61, 6), ym(57, 0)],
    [2027, ym(61, 9), ym(57, 4)],
    [2028, ym(62, 0), ym(57, 8)],
    [2029, ym(62, 0), ym(58, 0)],
    [2034, ym(62, 0), ym(59, 8)],
    [2035, ym(62, 0), ym(60, 0)],
    [2060, ym(62, 0), ym(60, 0)],
  ];
  for (const [year, man, woman] of rows)
    assert.deepEqual([retirementAgeMonths('1', year), retirementAgeMonths('2', year)], [man, woman], String(year));
});

// Decree 135/2020/ND-CP, Annex I: month of birth → age and month of retirement.
test('somebody leaves at the end of the month in which the age is reached', () => {
  const rows: [sex: SexCode, birth: string, months: number, lastDay: string][] = [
    ['1', '1960-12-31', ym(60, 0), '2020-12-31'],
    ['1', '1961-01-01', ym(60, 3), '2021-04-30'],
    ['1', '1961-09-15', ym(60, 3), '2021-12-31'],
    ['1', '1961-10-01', ym(60, 6), '2022-04-30'],
    ['1', '1963-04-10', ym(61, 0), '2024-04-30'],
    ['1', '1964-09-30', ym(61, 3), '2025-12-31'],
    ['1', '1964-10-01', ym(61, 6), '2026-04-30'],
    ['1', '1966-04-20', ym(62, 0), '2028-04-30'],
    ['1', '1966-07-07', ym(62, 0), '2028-07-31'],
    ['2', '1966-01-01', ym(55, 4), '2021-05-31'],
    ['2', '1966-08-20', ym(55, 4), '2021-12-31'],
    ['2', '1966-09-01', ym(55, 8), '2022-05-31'],
    ['2', '1969-04-10', ym(56, 8), '2025-12-31'],
    ['2', '1969-05-10', ym(57, 0), '2026-05-31'],
    ['2', '1975-05-01', ym(60, 0), '2035-05-31'],
    ['1', '1970', ym(62, 0), '2032-01-31'],
    ['2', '1980-06', ym(60, 0), '2040-06-30'], // year or month only: its first day
  ];
  for (const [sex, birth, months, lastDay] of rows) {
    const { ageMonths, lastDay: day, retiresFrom } = normalRetirement(sex, birth);
    assert.deepEqual([ageMonths, day], [months, lastDay], `${sex} ${birth}`);
    assert.equal(retiresFrom, addMonths(`${lastDay.slice(0, 7)}-01`, 1));
  }
});

test('the age that counts is that of the year in which it is reached, and nobody younger retires later', () => {
  const born = fc.integer({ min: -8000, max: 11000 }).map(dayOfNumber);
  fc.assert(
    fc.property(fc.constantFrom<SexCode>('1', '2'), born, born, (sex, a, b) => {
      const retirement = normalRetirement(sex, a);
      assert.equal(retirement.lastDay, latestDay(addMonths(a, retirement.ageMonths).slice(0, 7)));
      assert.equal(retirementAgeMonths(sex, Number(retirement.lastDay.slice(0, 4))), retirement.ageMonths);
      const [older, younger] = a <= b ? [a, b] : [b, a];
      assert.equal(normalRetirement(sex, older).lastDay <= normalRetirement(sex, younger).lastDay, true);
    }),
  );
});

test('figures of the law say since when, and where they stand written', () => {
  assert.equal(lawParameter('retirementNoticeMonths', '2026-01-01')?.value, 6);
  assert.equal(lawParameter('overScaleFirstPercent', '2004-09-30'), null);
  for (const row of lawParameters()) {
    assert.equal(row.source !== '' && row.name !== '', true, row.key);
    assert.equal(lawParameter(row.key, row.validFrom ?? addDays(row.validTo ?? '2026-01-01', -1)), row);
  }
});
