/** The order in which a folder keeps a file: what a power cut leaves is the whole file, or what stood there before. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { filesIn, filesInFolder } from './folder.ts';
import type { Disk } from './folder.ts';
import { NoRoomLeft } from './kept-files.ts';

/** The disk, and what was done to it, in order. */
function recording(): { readonly done: string[]; readonly disk: Disk } {
  const done: string[] = [];
  const kind = (path: string): string => (basename(path).startsWith('.') ? 'draft' : basename(path) === 'one' ? 'file' : 'folder');
  return {
    done,
    disk: {
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

const PUBLISHED = { file: 0o644, folder: 0o755 } as const;

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'congvu-files-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('bytes are on the disk, and their name is, before anybody is told so', () =>
  inFolder(async (folder) => {
    await filesIn(folder).write('two', Buffer.from('the folder stands'));
    const { done, disk } = recording();
    const files = filesIn(folder, PUBLISHED, disk);
    await files.write('one', Buffer.from('what a clerk sent'));
    // Without the first sync the file may be empty after a power cut, without the second its name may be gone.
    assert.deepEqual(done, ['write draft', 'sync draft', 'rename draft to file', 'sync folder']);
    done.length = 0;
    await files.write('deeper/down/one', Buffer.from('the names of new folders are on the disk too'));
    assert.deepEqual(done.slice(0, 3), ['sync folder', 'sync folder', 'sync folder']);
  }));

/** A disk on which nothing can be written to its end. */
const failing = (code: string): Disk => ({
  mkdir,
  rename,
  open: async (path, ...rest) => {
    const handle = await open(path, ...rest);
    const write = handle.writeFile.bind(handle);
    handle.writeFile = async (bytes) => {
      await write((bytes as Uint8Array).subarray(0, 3));
      throw Object.assign(new Error(code), { code });
    };
    return handle;
  },
});

test('what was half written is nobody’s file, and a full disk is told as such', () =>
  inFolder(async (folder) => {
    await filesIn(folder).write('one', Buffer.from('before'));
    for (const [code, kind] of [
      ['ENOSPC', NoRoomLeft],
      ['EIO', Error],
    ] as const) {
      const files = filesIn(folder, PUBLISHED, failing(code));
      await assert.rejects(files.write('one', Buffer.from('afterwards')), kind);
      await assert.rejects(files.write('two', Buffer.from('afterwards')), kind);
      assert.equal(Buffer.from((await files.read('one'))!).toString(), 'before');
      assert.equal(await files.read('two'), null);
    }
    assert.deepEqual(await readdir(folder), ['one'], 'no draft is left');
  }));

test('a draft that a killed process left is not among the files', () =>
  inFolder(async (folder) => {
    const blobs = filesInFolder(folder)('blobs');
    await blobs.write('ab/abc', Buffer.from('whole'));
    for (const draft of ['.0f1e2d3c4b5a6978', 'abc.new']) await (await open(join(folder, 'blobs', 'ab', draft), 'w')).close();
    const names: string[] = [];
    for await (const name of blobs.names()) names.push(name);
    assert.deepEqual(names, ['ab/abc']);
  }));
