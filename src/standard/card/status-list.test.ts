import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromBase64url } from './base64url.ts';
import { isEnded, laterList } from './status-list.ts';
import type { StatusList } from './shapes.ts';
import { inflate } from './web-crypto.ts';

const list = (bits: Uint8Array): StatusList => ({
  uri: 'https://the.example/card/status/7',
  issuedAt: '2026-11-27T02:10:00.000Z',
  expiresAt: '2026-11-28T02:10:00.000Z',
  ttlSeconds: 300,
  bits,
});

test('the list of the draft (§4.1): sixteen entries, least significant bit first', async () => {
  const bits = await inflate(fromBase64url('eNrbuRgAAhcBXQ')!, 100);
  assert.deepEqual(bits, Uint8Array.of(0xb9, 0xa3));
  const entries = Array.from({ length: 16 }, (_, i) => (isEnded(list(bits), i) ? 1 : 0));
  assert.deepEqual(entries, [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1]);
});

test('an index that is no place in the list has no answer', () => {
  const sixteen = list(Uint8Array.of(0xff, 0xff));
  for (const index of [-1, 16, 0.5, Number.NaN, Infinity, -Infinity, 2 ** 53, -0.1])
    assert.equal(isEnded(sixteen, index), null, String(index));
  assert.equal(isEnded(sixteen, 15), true);
  assert.equal(isEnded(list(new Uint8Array(0)), 0), null);
});

test('each bit is its own', () => {
  fc.assert(
    fc.property(fc.nat(63), fc.nat(63), (set, asked) => {
      const bits = new Uint8Array(8);
      bits[set >> 3] = 1 << (set & 7);
      assert.equal(isEnded(list(bits), asked), set === asked);
    }),
  );
});

test('an older reading never takes the place of a later one', () => {
  const now = list(Uint8Array.of(1));
  const before = { ...now, issuedAt: '2026-11-27T02:09:59.000Z', bits: Uint8Array.of(0) };
  assert.equal(laterList(now, before), now);
  assert.equal(laterList(before, now), now);
  assert.equal(laterList(undefined, before), before);
});
