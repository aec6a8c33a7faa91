import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rotationDue } from './key-rotation.ts';
import type { KeyAge, KeyState, SigningUse } from './key-rotation.ts';

const START = Date.parse('2026-11-27T00:00:00.000Z');
const DAY = 86_400_000;
const day = (n: number): string => new Date(START + n * DAY).toISOString();
const key = (kid: string, state: KeyState, madeDay: number, activeDay: number | null = madeDay, use: SigningUse = 'card'): KeyAge => ({
  kid,
  use,
  state,
  madeAt: day(madeDay),
  activeAt: activeDay === null ? null : day(activeDay),
  notAfter: day(madeDay + 400),
  isCurrent: true,
});
const others = [key('s', 'active', 0, 0, 'status'), key('d', 'active', 0, 0, 'door')];
const due = (keys: readonly KeyAge[], atDay: number) => rotationDue([...keys, ...others], START + atDay * DAY);

test('a new house has no key: one is made for each use', () => {
  assert.deepEqual(rotationDue([], START), [
    { deed: 'make', use: 'card', state: 'active' },
    { deed: 'make', use: 'status', state: 'active' },
    { deed: 'make', use: 'door', state: 'active' },
  ]);
});

test('the next key is made thirty days before it is needed, put to use after a year, and not before', () => {
  const active = key('a', 'active', 0);
  assert.deepEqual(due([active], 334), []);
  assert.deepEqual(
    rotationDue([active], START + 335 * DAY).filter((one) => one.deed === 'make' && one.use === 'card'),
    [{ deed: 'make', use: 'card', state: 'next' }],
  );
  const next = key('b', 'next', 335, null);
  const cards = (atDay: number) =>
    rotationDue([active, next, key('s', 'active', 300, 300, 'status'), key('d', 'active', 300, 300, 'door')], START + atDay * DAY);
  assert.deepEqual(cards(364), []);
  assert.deepEqual(cards(365), [
    { deed: 'retire', kid: 'a' },
    { deed: 'activate', kid: 'b' },
  ]);
});

test('a house that slept makes the next key first, and uses it when it has stood in the trust list for two days', () => {
  const asleep = [key('a', 'active', 0), key('s', 'active', 360, 360, 'status'), key('d', 'active', 360, 360, 'door')];
  assert.deepEqual(rotationDue(asleep, START + 366 * DAY), [{ deed: 'make', use: 'card', state: 'next' }]);
  const woken = [...asleep, key('b', 'next', 366, null)];
  assert.deepEqual(rotationDue(woken, START + 367 * DAY), []);
  assert.equal(rotationDue(woken, START + 368 * DAY).length, 2);
});

test('a key for questions is known to nobody beforehand: its next one does not wait', () => {
  const asleep = [key('d', 'active', 0, 0, 'door'), key('e', 'next', 366, null, 'door')];
  const deeds = rotationDue([key('a', 'active', 360), key('s', 'active', 360, 360, 'status'), ...asleep], START + 366 * DAY);
  assert.deepEqual(deeds, [
    { deed: 'retire', kid: 'd' },
    { deed: 'activate', kid: 'e' },
  ]);
});

test('a house that slept so long that its key would sign copies which outlive it does not wait', () => {
  const asleep = [
    key('a', 'active', 0),
    key('b', 'next', 395, null),
    key('s', 'active', 360, 360, 'status'),
    key('d', 'active', 360, 360, 'door'),
  ];
  assert.deepEqual(rotationDue(asleep, START + 395 * DAY), [
    { deed: 'retire', kid: 'a' },
    { deed: 'activate', kid: 'b' },
  ]);
});

test('a retired key stays until its certificate is over: until the last copy that it signed has expired', () => {
  const keys = [
    key('a', 'retired', 0),
    key('b', 'active', 335, 365),
    key('s', 'active', 335, 335, 'status'),
    key('d', 'active', 335, 335, 'door'),
  ];
  assert.deepEqual(rotationDue(keys, START + 399 * DAY), []);
  assert.deepEqual(rotationDue(keys, START + 400 * DAY), [{ deed: 'forget', kid: 'a' }]);
});

test('a key that is not made as those of today is turned over as soon as doors know its next; what it signed stays good', () => {
  const old = { ...key('a', 'active', 0), isCurrent: false };
  assert.deepEqual(due([old], 5), [{ deed: 'make', use: 'card', state: 'next' }]);
  const next = key('b', 'next', 5, null);
  assert.deepEqual(due([old, next], 6), []);
  assert.deepEqual(due([old, next], 7), [
    { deed: 'retire', kid: 'a' },
    { deed: 'activate', kid: 'b' },
  ]);
  assert.deepEqual(
    due(
      [
        { ...old, state: 'retired' },
        { ...next, state: 'active', activeAt: day(7) },
      ],
      300,
    ),
    [],
  );
});

test('a next key of before is made anew: it never signed, and nobody misses it', () => {
  const keys = [key('a', 'active', 0), { ...key('b', 'next', 340, null), isCurrent: false }];
  const cards = (held: readonly KeyAge[], atDay: number) =>
    rotationDue([...held, key('s', 'active', 300, 300, 'status'), key('d', 'active', 300, 300, 'door')], START + atDay * DAY);
  assert.deepEqual(cards(keys, 341), [
    { deed: 'forget', kid: 'b' },
    { deed: 'make', use: 'card', state: 'next' },
  ]);
});
