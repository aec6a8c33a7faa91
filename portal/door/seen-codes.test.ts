import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seenCodes } from './seen-codes.ts';
import type { Store } from './seen-codes.ts';

function aStore(): Store & { readonly all: Map<string, string> } {
  const all = new Map<string, string>();
  return { all, getItem: (name) => all.get(name) ?? null, setItem: (name, value) => void all.set(name, value) };
}

test('a code is new once, until its time is over', () => {
  let now = 0;
  const codes = seenCodes(
    null,
    () => now,
    () => 7,
  );
  assert.equal(codes.seen('khóa.mã 1', 90_000), false);
  assert.equal(codes.seen('khóa.mã 1', 90_000), true);
  assert.equal(codes.seen('khóa.mã 2', 90_000), false);
  now = 90_000;
  assert.equal(codes.seen('khóa.mã 1', 180_000), false);
});

test('a reload does not forget, and what is kept says nothing of the code', () => {
  const store = aStore();
  assert.equal(
    seenCodes(
      store,
      () => 0,
      () => 7,
    ).seen('MFkwEwYHKoZIzj0.abcdefgh', 90_000),
    false,
  );
  assert.equal(
    seenCodes(
      store,
      () => 1_000,
      () => 8,
    ).seen('MFkwEwYHKoZIzj0.abcdefgh', 90_000),
    true,
  );
  assert.doesNotMatch([...store.all.values()].join(), /MFkw|abcdefgh/);
});

test('a store with nonsense in it is begun anew', () => {
  for (const text of ['', 'không', '[]', '{"salt":"x","codes":[]}', '{"salt":1,"codes":[[1,2]]}']) {
    const store = aStore();
    store.setItem('congvu-ma-da-quet', text);
    assert.equal(
      seenCodes(
        store,
        () => 0,
        () => 7,
      ).seen('mã', 90_000),
      false,
    );
  }
});

test('two thousand codes have as many hashes', () => {
  const codes = seenCodes(
    null,
    () => 0,
    () => 7,
  );
  for (let i = 0; i < 2_000; i += 1) assert.equal(codes.seen(`khóa.${i}`, 90_000), false, `${i}`);
});
