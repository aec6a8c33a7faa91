import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stoppedClock } from '#base/clock.ts';
import { anonymousBudget, refusedSums, sourceOf } from './anonymous-budget.ts';

const START = '2026-11-28T03:00:00.000Z';
const later = (seconds: number): string => new Date(Date.parse(START) + seconds * 1000).toISOString();

test('an address has its budget of a minute, which comes back within a minute; another is not held by it', () => {
  const clock = stoppedClock(START);
  const budget = anonymousBudget(clock, { perAddressPerMinute: 60, perMinute: 1000 });
  const takes = (address: string, times: number) =>
    Array.from({ length: times }, () => budget.take(address)).filter((wait) => wait === 0).length;
  assert.equal(takes('203.0.113.1', 70), 60);
  assert.equal(budget.take('203.0.113.1'), 1, 'and how long to wait is told');
  assert.equal(takes('203.0.113.2', 5), 5);
  clock.moveTo(later(10));
  assert.equal(takes('203.0.113.1', 70), 10);
});

test('all together have a budget, however many addresses they come from; who is over its own takes nothing from the others', () => {
  const clock = stoppedClock(START);
  const budget = anonymousBudget(clock, { perAddressPerMinute: 5, perMinute: 100 });
  for (let i = 0; i < 500; i += 1) budget.take('203.0.113.1');
  const through = Array.from({ length: 200 }, (_, i) => budget.take(`198.51.100.${i}`)).filter((wait) => wait === 0).length;
  assert.equal(through, 95);
  assert.ok(budget.takeOfAll() > 0);
  clock.moveTo(later(60));
  assert.equal(budget.takeOfAll(), 0);
});

test('one source: an IPv4 address however it is written, of IPv6 the network of 64 bits', () => {
  const same = [
    ['203.0.113.1', '::ffff:203.0.113.1', '::FFFF:203.0.113.1'],
    ['2001:db8:1:2::1', '2001:0db8:0001:0002:ffff:ffff:ffff:ffff', '2001:DB8:1:2:3:4:5:6', '2001:db8:1:2::%eth0'],
    ['::1', '0:0:0:0:1::', '::'],
    ['fe80::1', 'fe80::2%1'],
  ];
  for (const spellings of same) assert.equal(new Set(spellings.map(sourceOf)).size, 1, spellings.join(' '));
  assert.equal(new Set(same.map(([one]) => sourceOf(one!))).size, same.length);
  assert.notEqual(sourceOf('2001:db8:1:2::1'), sourceOf('2001:db8:1:3::1'));
});

test('refusals are summed by route and reason for a minute, with how many sources and no address', () => {
  const clock = stoppedClock(START);
  const sums = refusedSums(clock);
  assert.equal(sums.takeRest(), null);
  for (let i = 0; i < 300; i += 1) sums.note('GET /auth/sign-in', 'budget', `203.0.113.${i % 3}`);
  sums.note('GET /auth/callback', 'not-confirmed', '2001:db8::1');
  clock.moveTo(later(59));
  assert.equal(sums.takeDue(), null);
  clock.moveTo(later(60));
  const sum = sums.takeDue();
  assert.deepEqual(sum, {
    from: START,
    to: later(60),
    sources: 4,
    counts: [
      { route: 'GET /auth/sign-in', why: 'budget', count: 300 },
      { route: 'GET /auth/callback', why: 'not-confirmed', count: 1 },
    ],
  });
  assert.equal(sums.takeDue(), null, 'it is taken once');
  assert.doesNotMatch(JSON.stringify(sum), /203\.0\.113|2001:db8/);
});
