/** The lunisolar calendar of Việt Nam against published days: Tết of each year, the Hùng Kings' day of notices, and years in which China's calendar says otherwise. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayNumber } from '#base/vietnamese/dates.ts';
import { lunarDay } from './lunar.ts';

/** First day of the year. Public knowledge, printed on every calendar. */
const TET: readonly (readonly [year: number, day: string])[] = [
  [1968, '1968-01-29'],
  [1969, '1969-02-16'],
  [1975, '1975-02-11'],
  [1976, '1976-01-31'],
  [1980, '1980-02-16'],
  [1985, '1985-01-21'],
  [1986, '1986-02-09'],
  [1990, '1990-01-27'],
  [1995, '1995-01-31'],
  [2000, '2000-02-05'],
  [2001, '2001-01-24'],
  [2005, '2005-02-09'],
  [2006, '2006-01-29'],
  [2007, '2007-02-17'],
  [2008, '2008-02-07'],
  [2009, '2009-01-26'],
  [2010, '2010-02-14'],
  [2011, '2011-02-03'],
  [2012, '2012-01-23'],
  [2013, '2013-02-10'],
  [2014, '2014-01-31'],
  [2015, '2015-02-19'],
  [2016, '2016-02-08'],
  [2017, '2017-01-28'],
  [2018, '2018-02-16'],
  [2019, '2019-02-05'],
  [2020, '2020-01-25'],
  [2021, '2021-02-12'],
  [2022, '2022-02-01'],
  [2023, '2023-01-22'],
  [2024, '2024-02-10'],
  [2025, '2025-01-29'],
  [2026, '2026-02-17'],
  [2027, '2027-02-06'],
  [2028, '2028-01-26'],
  [2029, '2029-02-13'],
  [2030, '2030-02-02'],
  [2053, '2053-02-18'],
];

test('Tết falls where calendars of Việt Nam print it', () => {
  for (const [year, day] of TET) assert.equal(lunarDay(year, 1, 1), day, String(year));
});

test('it is not the calendar of China, which ICU knows: in these years Tết is another day', () => {
  const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });
  // 2030 too by printed calendars of China (3 February); ICU places that new moon, seven minutes after midnight in Beijing, on the day before.
  for (const year of [1968, 1969, 1985, 2007]) {
    const shown = chinese.format(new Date(`${lunarDay(year, 1, 1)}T12:00:00Z`));
    assert.notEqual(shown, '1/1', `${year}: ${shown}`);
  }
  for (const year of [2024, 2025, 2026]) assert.equal(chinese.format(new Date(`${lunarDay(year, 1, 1)}T12:00:00Z`)), '1/1');
});

test('the day of the Hùng Kings, the tenth of the third month, is that of the notices; a leap month before it moves it', () => {
  const HUNG: readonly (readonly [number, string])[] = [
    [2020, '2020-04-02'],
    [2021, '2021-04-21'],
    [2022, '2022-04-10'],
    // A leap second month.
    [2023, '2023-04-29'],
    [2024, '2024-04-18'],
    [2025, '2025-04-07'],
    [2026, '2026-04-26'],
    [2027, '2027-04-16'],
  ];
  for (const [year, day] of HUNG) assert.equal(lunarDay(year, 3, 10), day, String(year));
});

test('other feasts: full moon of the eighth month, also after a leap sixth month; the kitchen gods on the 23rd of the twelfth', () => {
  assert.equal(lunarDay(2024, 8, 15), '2024-09-17');
  assert.equal(lunarDay(2025, 8, 15), '2025-10-06');
  assert.equal(lunarDay(2026, 8, 15), '2026-09-25');
  assert.equal(lunarDay(2024, 12, 23), '2025-01-22');
  assert.equal(lunarDay(2025, 12, 23), '2026-02-10');
});

test('months have 29 or 30 days, years 353 to 385, and follow each other without a gap from 1968 to 2100', () => {
  for (let year = 1968; year < 2100; year += 1) {
    const length = dayNumber(lunarDay(year + 1, 1, 1)) - dayNumber(lunarDay(year, 1, 1));
    assert.ok([353, 354, 355, 383, 384, 385].includes(length), `${year}: ${length} days`);
    for (let month = 1; month < 12; month += 1) {
      const days = dayNumber(lunarDay(year, month + 1, 1)) - dayNumber(lunarDay(year, month, 1));
      assert.ok([29, 30, 58, 59, 60].includes(days), `${year}-${month}: ${days} days`);
    }
  }
});
