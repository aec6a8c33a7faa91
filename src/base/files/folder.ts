/**
 * Files in a folder: of one machine, or one that several mount, where renaming is atomic and `fsync` is kept. Order: draft under a name of its own → fsync →
 * rename → fsync of the folder. Two processes that write one name at a time each write their own draft.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { NAME, NoRoomLeft, nameOf } from './kept-files.ts';
import type { KeptFiles, OpenFiles } from './kept-files.ts';

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** What is done to the disk; another one only in the test that holds its order. */
export interface Disk {
  readonly mkdir: typeof mkdir;
  readonly open: typeof open;
  readonly rename: typeof rename;
}
const DISK: Disk = { mkdir, open, rename };

async function syncFolder(disk: Disk, folder: string): Promise<void> {
  const handle = await disk.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the folders down to `path`, and makes their names durable too. */
async function makeFolder(disk: Disk, path: string, mode: number): Promise<void> {
  const first = await disk.mkdir(path, { recursive: true, mode });
  if (first === undefined) return;
  for (let at = path; at.length >= dirname(first).length; at = dirname(at)) {
    await syncFolder(disk, at);
    if (at === dirname(at)) return;
  }
}

/** Who may read: sealed bytes the product alone, what is published anybody. */
const PRIVATE = { file: 0o600, folder: 0o700 } as const;
const PUBLISHED = { file: 0o644, folder: 0o755 } as const;

export function filesIn(folder: string, modes: typeof PRIVATE | typeof PUBLISHED = PUBLISHED, disk: Disk = DISK): KeptFiles {
  const placeOf = (name: string): string => join(folder, nameOf(name));
  const write = async (name: string, bytes: Uint8Array): Promise<void> => {
    const target = placeOf(name);
    const draft = join(dirname(target), `.${randomBytes(8).toString('hex')}`);
    try {
      await makeFolder(disk, dirname(target), modes.folder);
      const handle = await disk.open(draft, 'wx', modes.file);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await disk.rename(draft, target);
      await syncFolder(disk, dirname(target));
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined); // what cannot be taken away has a draft's name, and is nobody's file
      if (NO_ROOM.has((error as NodeJS.ErrnoException).code ?? '')) throw new NoRoomLeft('the disk is full', { cause: error });
      throw error;
    }
  };
  return {
    async read(name) {
      try {
        return await readFile(placeOf(name));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    has: (name) =>
      stat(placeOf(name)).then(
        (found) => found.isFile(),
        (error: unknown) => {
          if (isMissing(error)) return false;
          throw error;
        },
      ),
    write,
    // Renamed over what was spoilt.
    mend: write,
    remove: (name) => rm(placeOf(name), { recursive: true, force: true }),
    async *names() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
        if (isMissing(error)) return [];
        throw error;
      });
      for (const entry of entries) {
        if (!entry.isFile() || entry.name.startsWith('.') || entry.name.endsWith(OLDER_DRAFT)) continue;
        const name = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
        if (NAME.test(name)) yield name; // what somebody else laid there is none of ours
      }
    },
  };
}

/** Ending of a draft that an older version left. */
const OLDER_DRAFT = '.new';

/** The files of a data folder: `blobs/ab/<sha256>`, `audit/…`, `card/…`, `erasures/…`. */
export const filesInFolder =
  (dataFolder: string): OpenFiles =>
  (area) =>
    filesIn(join(dataFolder, area), area === 'blobs' || area === 'erasures' ? PRIVATE : PUBLISHED);
