/** Codes, nonces and the pace of addresses, without a database. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededChance, systemChance } from '#base/chance.ts';
import { stoppedClock } from '#base/clock.ts';
import { keysOf } from '#base/sealing.ts';
import { requestPace } from './request-pace.ts';
import { PACES_KEPT_MAX } from './limits.ts';
import { codeOfOffer, freshNonce, freshTxCode, openNonce, txCodeHash } from './secrets.ts';

const keys = keysOf(new Uint8Array(32).fill(7));
const NOW = '2026-11-24T03:00:00.000Z';
const later = (seconds: number): string => new Date(Date.parse(NOW) + seconds * 1000).toISOString();

test('a nonce is good for five minutes, only as it was made, only by these keys', () => {
  const nonce = freshNonce(keys, systemChance, NOW);
  assert.match(nonce, /^[A-Za-z0-9_-]{48}$/);
  assert.equal(openNonce(keys, nonce, later(299))?.expiresAt, later(300));
  assert.equal(openNonce(keys, nonce, later(300)), null);
  assert.equal(openNonce(keysOf(new Uint8Array(32).fill(8)), nonce, NOW), null);
  for (let at = 0; at < nonce.length; at++) {
    const other = nonce[at] === 'A' ? 'B' : 'A';
    assert.equal(openNonce(keys, nonce.slice(0, at) + other + nonce.slice(at + 1), NOW), null, `sign ${at}`);
  }
  for (const bad of ['', 'a', nonce.slice(1), `${nonce}A`, '='.repeat(48), 'ă'.repeat(48)]) assert.equal(openNonce(keys, bad, NOW), null);
});

test('transaction codes are six digits, every digit as likely in every place', () => {
  const chance = seededChance(7);
  const counts = Array.from({ length: 6 }, () => Array.from({ length: 10 }, () => 0));
  for (let drawn = 0; drawn < 20_000; drawn++) {
    const code = freshTxCode(chance);
    assert.match(code, /^\d{6}$/);
    [...code].forEach((digit, at) => (counts[at]![Number(digit)]! += 1));
  }
  for (const place of counts) for (const count of place) assert.ok(count > 1_800 && count < 2_200, String(count));
});

test('a transaction code is bound to its offer', () => {
  const [one, two] = ['a', 'b'].map((name) => codeOfOffer(keys, name));
  assert.notEqual(one, two);
  assert.notDeepEqual(txCodeHash(keys, one!, '123456'), txCodeHash(keys, two!, '123456'));
});

test('an address that asks too often waits, others do not, and many addresses take no more memory', () => {
  const clock = stoppedClock(NOW);
  const pace = requestPace(clock, { burst: 240, perSecond: 4 });
  for (let i = 0; i < 240; i++) assert.equal(pace('192.0.2.1'), 0);
  assert.ok(pace('192.0.2.1') >= 1);
  assert.equal(pace('192.0.2.2'), 0);
  clock.moveTo(later(1));
  assert.equal(pace('192.0.2.1'), 0);
  for (let i = 0; i <= PACES_KEPT_MAX; i++) pace(`198.51.100.${i}`);
  assert.equal(pace('192.0.2.1'), 0, 'forgotten, so it begins anew');
});
