/**
 * Bytes under their SHA-256, encrypted at rest. `put` answers only when file and folder are on the disk (fsync):
 * whoever writes a row about them afterwards can rely on them.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, refused } from './problem.ts';
import { diskFull } from './problems.ts';
import type { Result } from './problem.ts';
import type { Keys } from './sealing.ts';

export interface Blob {
  readonly sha256: string;
  readonly sizeBytes: number;
}

export interface BlobStore {
  /** Keeps the bytes; the same bytes twice are one blob. E-DISK-FULL leaves nothing behind. */
  put(bytes: Uint8Array): Promise<Result<Blob>>;
  /** The bytes, compared with their hash; throws when they are not there or not the same. */
  get(sha256: string): Promise<Uint8Array>;
}

const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const PURPOSE = 'blob';

async function syncFolder(files: BlobFiles, folder: string): Promise<void> {
  const handle = await files.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What the store does to the disk; another one only in the test that holds their order. */
export interface BlobFiles {
  readonly mkdir: typeof mkdir;
  readonly open: typeof open;
  readonly rename: typeof rename;
}
const DISK: BlobFiles = { mkdir, open, rename };

export function openBlobStore(folder: string, keys: Pick<Keys, 'seal' | 'open'>, files: BlobFiles = DISK): BlobStore {
  const placeOf = (sha256: string): { folder: string; file: string } => ({
    folder: join(folder, sha256.slice(0, 2)),
    file: join(folder, sha256.slice(0, 2), sha256),
  });
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const place = placeOf(sha256);
      const blob = { sha256, sizeBytes: bytes.length };
      if (
        await stat(place.file).then(
          () => true,
          () => false,
        )
      )
        return ok(blob);
      const half = join(place.folder, `.${randomBytes(8).toString('hex')}`);
      try {
        await files.mkdir(place.folder, { recursive: true, mode: 0o700 });
        const handle = await files.open(half, 'wx', 0o600);
        try {
          await handle.writeFile(keys.seal(Buffer.from(sha256, 'hex'), PURPOSE, bytes));
          await handle.sync();
        } finally {
          await handle.close();
        }
        await files.rename(half, place.file);
        await syncFolder(files, place.folder);
        return ok(blob);
      } catch (error) {
        await rm(half, { force: true }).catch(() => undefined);
        if (NO_ROOM.has((error as NodeJS.ErrnoException).code ?? '')) return refused(diskFull());
        throw error;
      }
    },
    async get(sha256) {
      const bytes = keys.open(Buffer.from(sha256, 'hex'), PURPOSE, await readFile(placeOf(sha256).file));
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error('a blob is not what its name says');
      return bytes;
    },
  };
}

/** Names of the blobs of a folder that do not open, or are not what their names say; for after a restore. */
export async function brokenBlobs(folder: string, keys: Pick<Keys, 'seal' | 'open'>): Promise<string[]> {
  const store = openBlobStore(folder, keys);
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
    .map((entry) => entry.name);
  const broken: string[] = [];
  for (const name of names)
    await store.get(name).catch(() => {
      broken.push(name); // every way of not opening it is the same answer here
    });
  return broken;
}
