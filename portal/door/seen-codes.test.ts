import assert from 'node:assert/strict';
import { test } from 'node:test';
import { webCrypto } from '#standard/card/web-crypto.ts';
import { CODES_MAX, seenCodes } from './seen-codes.ts';
import type { SeenChannel, SeenStore } from './seen-codes.ts';

const crypto = Promise.resolve(webCrypto(globalThis.crypto.subtle));
const shut: SeenStore = { take: async () => 'shut' };

/** What a browser's store does. */
function aStore(): SeenStore & { readonly kept: Map<string, number> } {
  const kept = new Map<string, number>();
  return {
    kept,
    take: async (hash, untilMs, nowMs) => {
      for (const [one, end] of kept) if (end <= nowMs) kept.delete(one);
      if (kept.has(hash)) return 'known';
      if (kept.size >= CODES_MAX) return 'full';
      kept.set(hash, untilMs);
      return 'new';
    },
  };
}

test('a code is new once, until its time is over', async () => {
  let now = 0;
  const codes = seenCodes({ crypto, store: shut, channel: null, nowMs: () => now });
  assert.equal(await codes.seen('khóa.mã 1', 90_000), false);
  assert.equal(await codes.seen('khóa.mã 1', 90_000), true);
  assert.equal(await codes.seen('khóa.mã 2', 90_000), false);
  now = 90_000;
  assert.equal(await codes.seen('khóa.mã 1', 180_000), false);
});

test('another tab, and a reload, know it too; what is kept says nothing of the code, and is swept', async () => {
  const store = aStore();
  let now = 0;
  const aTab = () => seenCodes({ crypto, store, channel: null, nowMs: () => now });
  assert.equal(await aTab().seen('MFkwEwYHKoZIzj0.abcdefgh', 90_000), false);
  assert.equal(await aTab().seen('MFkwEwYHKoZIzj0.abcdefgh', 90_000), true);
  assert.doesNotMatch([...store.kept.keys()].join(), /MFkw|abcdefgh/);
  now = 90_000;
  assert.equal(await aTab().seen('another', 180_000), false);
  assert.equal(store.kept.size, 1);
});

test('where the browser keeps nothing, open tabs tell each other', async () => {
  const listeners: ((hash: string, untilMs: number) => void)[] = [];
  const channel: SeenChannel = {
    tell: (hash, untilMs) => listeners.forEach((one) => one(hash, untilMs)),
    onTold: (listener) => void listeners.push(listener),
  };
  const aTab = () => seenCodes({ crypto, store: shut, channel, nowMs: () => 0 });
  const [first, second] = [aTab(), aTab()];
  assert.equal(await second.seen('mã', 90_000), false);
  assert.equal(await first.seen('mã', 90_000), true);
});

test('the same code twice in one moment is new once', async () => {
  const store = aStore();
  const codes = seenCodes({ crypto, store, channel: null, nowMs: () => 0 });
  const answers = await Promise.all([codes.seen('mã', 90_000), codes.seen('mã', 90_000)]);
  assert.deepEqual(answers.sort(), [false, true]);
});

test('beyond the bound nothing is taken for new', async () => {
  const codes = seenCodes({ crypto, store: { take: async () => 'full' }, channel: null, nowMs: () => 0 });
  assert.equal(await codes.seen('mã', 90_000), true);
});

test('two thousand codes have as many hashes', async () => {
  const codes = seenCodes({ crypto, store: shut, channel: null, nowMs: () => 0 });
  for (let i = 0; i < 2_000; i += 1) assert.equal(await codes.seen(`khóa.${i}`, 90_000), false, `${i}`);
});
