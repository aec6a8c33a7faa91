/** Duties by the law: late where something is late, met where it was measured, and unknown otherwise; never claimed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLOCK_TERMS } from '#record/clocks/clocks-of.ts';
import { countLate, dutiesOn, holidaysMeasured, measureOfTerm, monthOf, stateOf, summedMeasures } from './duties.ts';
import type { Measures } from './duties.ts';
import { dutiesBelow, lastMonth } from './duties-below.ts';

const TODAY = '2026-11-30';
const duties = dutiesOn(TODAY, 15);
const duty = (code: string) => duties.find((one) => one.code === code)!;
const measured = (of: Readonly<Record<string, readonly [total: number, late: number]>>): Measures =>
  new Map(Object.entries(of).map(([name, [total, late]]) => [name, { total, late }]));

test('each term of the law that runs is a duty, with its article; every duty says how it is measured', () => {
  for (const term of CLOCK_TERMS) assert.equal(duty(term).measure, measureOfTerm(term));
  assert.equal(duty('ND27_18').law, 'NĐ 27/2026 Đ18');
  assert.equal(new Set(duties.map(({ code }) => code)).size, duties.length);
  for (const { title, how, law } of duties)
    for (const text of [title.vi, title.en, how.vi, how.en, law]) assert.ok(text.length > 0 && !text.includes('{'), text);
});

test('a flow is met when nothing of it is late; where there was none, nobody has met it; a stock of nobody is not known', () => {
  assert.equal(stateOf(duty('reports'), measured({})), 'nothing');
  assert.equal(stateOf(duty('reports'), measured({ reports: [3, 0] })), 'met');
  assert.equal(stateOf(duty('reports'), measured({ reports: [3, 1] })), 'late');
  assert.equal(stateOf(duty('matched'), measured({})), 'unknown');
  assert.equal(stateOf(duty('matched'), measured({ unmatched: [9, 0] })), 'met');
  assert.equal(stateOf(duty('matched'), measured({ unmatched: [9, 9] })), 'late');
});

test('what is not measured is unknown, whatever was counted', () => {
  const unmeasured = duties.filter(({ measure }) => measure === null);
  assert.ok(unmeasured.length > 0);
  for (const one of unmeasured) {
    assert.equal(stateOf(one, measured({ people: [1, 0] })), 'unknown');
    assert.equal(one.to, null, 'no way to a list that is not there');
  }
});

test('the approval of the month: its last five days, by the term in force, and not sure', () => {
  const { how, confidence } = duty('monthly-approval');
  assert.match(how.vi, /từ 26\/11\/2026 đến 30\/11\/2026/);
  assert.equal(confidence, 'uncertain');
  assert.match(dutiesOn('2027-02-03', 15).find(({ code }) => code === 'monthly-approval')!.how.vi, /từ 24\/02\/2027 đến 28\/02\/2027/);
  assert.equal(
    dutiesOn('2022-12-31', 15).some(({ code }) => code === 'monthly-approval'),
    false,
    'before its circular',
  );
});

test('months: first and last day, and the whole one before in Việt Nam', () => {
  assert.deepEqual(monthOf('2024-02-10'), { first: '2024-02-01', last: '2024-02-29' });
  assert.deepEqual(monthOf('2026-12-31'), { first: '2026-12-01', last: '2026-12-31' });
  assert.deepEqual(lastMonth('2027-01-15'), { monthFrom: '2026-11-30T17:00:00.000Z', monthBefore: '2026-12-31T17:00:00.000Z' });
});

test('years whose holidays nobody has given notice of are counted', () => {
  assert.deepEqual(holidaysMeasured('2024-05-01'), { total: 2, late: 0 });
  assert.deepEqual(holidaysMeasured('2039-05-01'), { total: 2, late: 2 });
});

test('an agency has what is below it, and the sum of its own is that of all; the same for everybody is nobody’s own', () => {
  const node = (bodyId: string, parentId: string | null) => ({ bodyId, parentId, code: bodyId, name: `Cơ quan ${bodyId}` });
  const tree = [node('vn', null), node('a', 'vn'), node('a1', 'a'), node('b', 'vn')];
  const of = new Map<string, Measures>([
    ['a', measured({ reports: [2, 1] })],
    ['a1', measured({ reports: [1, 1], unmatched: [4, 4] })],
  ]);
  const found = dutiesBelow(tree, new Set(['vn']), 'vn', of, duties);
  assert.deepEqual(found.whole.get('reports'), { total: 3, late: 2 });
  assert.deepEqual(
    found.below.map(({ body, late }) => [body.id, late]),
    [
      ['a', 2],
      ['b', 0],
    ],
  );
  assert.deepEqual(
    dutiesBelow(tree, new Set(['a']), 'a1', of, duties).path.map(({ id }) => id),
    ['a', 'a1'],
  );
  assert.equal(countLate(duties, new Map([['holidays', { total: 2, late: 2 }]])), 0);
  assert.deepEqual(summedMeasures([]), new Map());
});
