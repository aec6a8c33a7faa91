import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateEntry, readDirectory } from '#base/zip.ts';
import { storedZip } from './stored-zip.ts';

test('a zip of files as they are is read back, and the same files give the same bytes', async () => {
  const files = new Map([
    ['ảnh/a.jpg', Buffer.from('một')],
    ['b.txt', Buffer.alloc(0)],
  ]);
  const limits = { entriesMax: 10, inflatedBytesMax: 10_000, ratioMax: 200 };
  const zip = storedZip(files);
  const found: Record<string, string> = {};
  const counter = { inflated: 0 };
  for (const entry of readDirectory(zip, limits)) {
    const pieces: Uint8Array[] = [];
    for await (const piece of inflateEntry(zip, entry, counter, limits)) pieces.push(piece);
    found[entry.name] = Buffer.concat(pieces).toString();
  }
  assert.deepEqual(found, { 'ảnh/a.jpg': 'một', 'b.txt': '' });
  assert.ok(storedZip(files).equals(zip));
});
