/** Years with a notice, and the forecast of years without: the rules give what notices gave, but for what only a notice decides. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packedLaw } from '#standard/law/law-lists.ts';
import { judgedBy, PACKED } from '#standard/list-edition.ts';
import { forecastYear } from './forecast.ts';
import { isWeekend } from './weekend.ts';
import { isWorkingDay, yearOfDays } from './working-days.ts';

const NOTICED = packedLaw('luat_ngay_nghi').entries.map(({ code }) => code);

test('a notice is whole: what falls on a weekend has its day in lieu, what is swapped has the day that is worked for it', () => {
  assert.deepEqual(NOTICED, ['2023', '2024', '2025', '2026']);
  for (const year of NOTICED) {
    const days = [...yearOfDays(year).days.values()];
    const of = (kind: string) => days.filter((one) => one.kind === kind).map(({ day }) => day);
    assert.equal(of('nghi_bu').length, of('nghi').filter(isWeekend).length, `${year}: in lieu`);
    assert.equal(of('hoan_doi_lam').length, of('hoan_doi_nghi').length, `${year}: swapped`);
    assert.ok(of('hoan_doi_lam').every(isWeekend) && ![...of('nghi_bu'), ...of('hoan_doi_nghi')].some(isWeekend), year);
    assert.ok(days.every(({ day }) => day.startsWith(year)));
  }
});

test('feasts of a fixed day stand in the forecast where the notices have them; Tết has five days, one of them the first of the year', () => {
  for (const year of NOTICED) {
    const forecast = new Set(forecastYear(Number(year)).map(({ day }) => day));
    const fixed = [...yearOfDays(year).days.values()].filter(({ kind, name }) => kind === 'nghi' && !/Nguyên đán|Quốc khánh/.test(name));
    for (const { day, name } of fixed) assert.ok(forecast.has(day), `${name} ${day}`);
    assert.equal(forecastYear(Number(year)).filter(({ kind, name }) => kind === 'nghi' && name === 'Tết Nguyên đán').length, 5);
  }
});

test('2027 has no notice: a forecast, with days in lieu', () => {
  const { notice, days } = yearOfDays('2027');
  assert.equal(notice, null);
  assert.deepEqual([...days.values()].map(({ day, kind }) => `${day} ${kind}`).sort(), [
    '2027-01-01 nghi',
    '2027-02-05 nghi',
    '2027-02-06 nghi',
    '2027-02-07 nghi',
    '2027-02-08 nghi',
    '2027-02-09 nghi',
    '2027-02-10 nghi_bu',
    '2027-02-11 nghi_bu',
    '2027-04-16 nghi',
    '2027-04-30 nghi',
    '2027-05-01 nghi',
    '2027-05-03 nghi_bu',
    '2027-09-01 nghi',
    '2027-09-02 nghi',
    '2027-11-24 nghi',
  ]);
});

test('a notice that comes later is read in its edition, and in no other', () => {
  const noticed = packedLaw('luat_ngay_nghi');
  const days = [{ day: '2027-02-04', kind: 'nghi', name: 'Tết Nguyên đán', confidence: 'known' }];
  const later = {
    ...noticed,
    entries: [...noticed.entries, { ...noticed.entries[0]!, code: '2027', attributes: { source: 'a notice', days } }],
  };
  const edition = { number: 9, hash: 'later', others: new Map([['luat_ngay_nghi', later]]) };
  const asked = () => ['2027-02-04', '2027-02-05'].map(isWorkingDay);
  assert.deepEqual(judgedBy(edition, asked), [false, true]);
  assert.deepEqual(judgedBy(PACKED, asked), [true, false]);
});
