/** Small files that only their owner reads and that are whole or not there: keys, and what names them. */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** May others on this machine read it? Modes say nothing on Windows. */
export const isOpenToOthers = (file: string): boolean => process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0;

/** Another text when the file is another one; for who reads it again only then. */
export function stampOf(file: string): string {
  const { mtimeMs, size, ino } = statSync(file);
  return `${mtimeMs}/${size}/${ino}`;
}

/** Written beside, synced: what is then put there is whole or not there. */
function writeBeside(file: string, content: string | Uint8Array): string {
  const bytes = Buffer.from(content);
  const beside = `${file}.${process.pid}.${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}`;
  const handle = openSync(beside, 'wx', 0o600);
  try {
    writeSync(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return beside;
}

function syncFolder(file: string): void {
  if (process.platform === 'win32') return; // a folder cannot be opened there
  const handle = openSync(dirname(file), 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** False where the file is there already, which then stays: two processes may start in the same moment. */
export function createClosedFile(file: string, content: string | Uint8Array): boolean {
  const beside = writeBeside(file, content);
  try {
    linkSync(beside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(beside, { force: true });
  }
  syncFolder(file);
  return true;
}

/** Where it cannot be put there, nothing of it is left beside: it may be a key. */
export function replaceClosedFile(file: string, content: string | Uint8Array): void {
  const beside = writeBeside(file, content);
  try {
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  syncFolder(file);
}
