import assert from 'node:assert/strict';
import { mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { openBlobStore } from './blob-store.ts';
import type { BlobFiles } from './blob-store.ts';
import { keysOf } from './sealing.ts';

const keys = keysOf(new Uint8Array(32).fill(5));

/** The disk, and what was done to it, in order. */
function recording(): { readonly done: string[]; readonly files: BlobFiles } {
  const done: string[] = [];
  const kind = (path: string): string => (basename(path).startsWith('.') ? 'half' : basename(path).length === 64 ? 'blob' : 'folder');
  return {
    done,
    files: {
      mkdir,
      rename: async (from, to) => {
        done.push(`rename ${kind(String(from))} to ${kind(String(to))}`);
        await rename(from, to);
      },
      open: async (path, ...rest) => {
        const handle = await open(path, ...rest);
        const [sync, write] = [handle.sync.bind(handle), handle.writeFile.bind(handle)];
        handle.sync = async () => {
          done.push(`sync ${kind(String(path))}`);
          await sync();
        };
        handle.writeFile = async (...given) => {
          done.push(`write ${kind(String(path))}`);
          await write(...given);
        };
        return handle;
      },
    },
  };
}

test('bytes are on the disk, and their name is, before anybody is told so', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'congvu-blobs-'));
  try {
    const { done, files } = recording();
    const store = openBlobStore(folder, keys, files);
    const kept = await store.put(Buffer.from('what a clerk sent'));
    assert.ok(kept.ok);
    // Without the first sync the file may be empty after a power cut, without the second its name may be gone.
    assert.deepEqual(done, ['write half', 'sync half', 'rename half to blob', 'sync folder']);
    assert.equal(Buffer.from(await store.get(kept.value.sha256)).toString(), 'what a clerk sent');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
