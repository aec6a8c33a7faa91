/** Bytes under their SHA-256: sealed where they are kept, kept once, and refused when they are not what their name says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenBlobs, openBlobStore } from './blob-store.ts';
import { NoRoomLeft } from './files/kept-files.ts';
import type { KeptFiles } from './files/kept-files.ts';
import { keysOf } from './sealing.ts';

const keys = keysOf(new Uint8Array(32).fill(5));

function inMemory(): KeptFiles & { readonly held: Map<string, Uint8Array>; readonly written: string[] } {
  const held = new Map<string, Uint8Array>();
  const written: string[] = [];
  const write = async (name: string, bytes: Uint8Array): Promise<void> => {
    written.push(name);
    held.set(name, bytes);
  };
  return {
    held,
    written,
    write,
    mend: write,
    read: async (name) => held.get(name) ?? null,
    has: async (name) => held.has(name),
    remove: async (name) => void held.delete(name),
    async *names() {
      yield* held.keys();
    },
  };
}

test('the same bytes twice are one blob, and nobody reads them where they are kept', async () => {
  const files = inMemory();
  const store = openBlobStore(files, keys);
  const kept = await store.put(Buffer.from('what a clerk sent'));
  assert.deepEqual(await store.put(Buffer.from('what a clerk sent')), kept);
  assert.ok(kept.ok);
  assert.equal(files.written.length, 1);
  assert.ok(!Buffer.from(files.held.get(files.written[0]!)!).includes('clerk'));
  assert.equal(Buffer.from(await store.get(kept.value.sha256)).toString(), 'what a clerk sent');
});

test('bytes under the name of others are not given out, and are told by name', async () => {
  const files = inMemory();
  const store = openBlobStore(files, keys);
  const [one, two] = [await store.put(Buffer.from('one')), await store.put(Buffer.from('two'))];
  assert.ok(one.ok && two.ok);
  const nameOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256}`;
  files.held.set(nameOf(one.value.sha256), files.held.get(nameOf(two.value.sha256))!);
  await assert.rejects(store.get(one.value.sha256));
  assert.deepEqual(await brokenBlobs(files, keys), [one.value.sha256]);
});

test('no room: E-DISK-FULL', async () => {
  const full = { ...inMemory(), write: () => Promise.reject(new NoRoomLeft('full')) };
  const put = await openBlobStore(full, keys).put(Buffer.from('one'));
  assert.deepEqual(put.ok || put.problems.map(({ code }) => code), ['E-DISK-FULL']);
});
