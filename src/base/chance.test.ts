import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemChance } from './chance.ts';

test('what was handed out once is not handed out again, at any length', () => {
  const seen = new Set<string>();
  for (let i = 0; i < 5_000; i++) seen.add(Buffer.from(systemChance.bytes(8 + (i % 40))).toString('hex'));
  assert.equal(seen.size, 5_000);
  for (const length of [0, 1, 32, 4_096, 100_000]) assert.equal(systemChance.bytes(length).length, length);
});

test('bytes that were handed out are a copy: changing them changes nothing else', () => {
  const first = systemChance.bytes(16);
  first.fill(0xff);
  assert.notDeepEqual(systemChance.bytes(16), first);
});

test('a uuid of version 7 carries its instant and sorts by it', () => {
  const [earlier, later] = [systemChance.uuid7(1_700_000_000_000), systemChance.uuid7(1_700_000_000_001)];
  assert.ok(earlier < later);
  assert.match(earlier, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(parseInt(earlier.replace('-', '').slice(0, 12), 16), 1_700_000_000_000);
});
