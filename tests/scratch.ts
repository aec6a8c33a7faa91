/**
 * Where a run puts what it throws away. In memory where there is room for it: a database is 1,300 files, and a run makes and drops about a hundred of
 * them. On ext4 that was a fifth of what PostgreSQL took of the processor, most of it looking for inodes that were not freed just now.
 */
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '#base/clock.ts';

/** Linux keeps a file system in memory here. */
const IN_MEMORY = '/dev/shm';
/** What `statfs` calls a file system in memory. */
const TMPFS = 0x01021994;
/** A run uses about one; what the tests themselves need must be free beside it. Bytes. */
const ROOM_BYTES_MIN = 4 * 1024 ** 3;
const MEMORY_BYTES_MIN = 8 * 1024 ** 3;
const NAME = 'congvu-tests-';
/** A run that was killed leaves its folder; the next one takes it away when it is so old. Milliseconds. */
const LEFT_MS = 24 * 60 * 60_000;

function hasRoom(): boolean {
  if (process.platform !== 'linux' || !existsSync(IN_MEMORY)) return false;
  const { type, bavail, bsize } = statfsSync(IN_MEMORY);
  return type === TMPFS && bavail * bsize >= ROOM_BYTES_MIN && process.availableMemory() >= MEMORY_BYTES_MIN;
}

function clearLeft(place: string): void {
  for (const name of readdirSync(place).filter((one) => one.startsWith(NAME))) {
    const changedMs = statSync(join(place, name), { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (Date.parse(systemClock.now()) - changedMs > LEFT_MS) rmSync(join(place, name), { recursive: true, force: true });
  }
}

/** A fresh folder in `place` that is gone with this process. As root the database walks through it as `nobody`. */
function folderIn(place: string): string {
  clearLeft(place);
  const folder = mkdtempSync(join(place, NAME));
  chmodSync(folder, 0o755);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** For data: in memory where there is room. */
export const scratchFolder = (): string => folderIn(hasRoom() ? IN_MEMORY : tmpdir());
/** For programs: what is in memory may be barred from running. */
export const programFolder = (): string => folderIn(tmpdir());
