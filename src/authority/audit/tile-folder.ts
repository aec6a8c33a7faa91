/**
 * Tiles as files: written so that a crash leaves either the whole file or none, and recomputable from the database.
 * Order: temporary file → fsync → rename → fsync of the folder.
 */
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { TILE_WIDTH, tilePath } from './tiles.ts';
import type { Tile } from './tiles.ts';

/** File name of the newest published checkpoint. */
export const CHECKPOINT_FILE = 'checkpoint';

const isMissing = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ENOTDIR';

/** The bytes of a file below the folder, null when there is none. */
export async function readLogFile(folder: string, path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(join(folder, path));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the folders down to `path`, and makes their names durable too. */
async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first === undefined) return;
  for (let at = path; at.length >= dirname(first).length; at = dirname(at)) {
    await syncFolder(at);
    if (at === dirname(at)) return;
  }
}

/** After this resolves the file survives a power cut; before, the one that stood there does. */
export async function writeLogFile(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const target = join(folder, path);
  await makeFolder(dirname(target));
  const draft = `${target}.new`;
  const handle = await open(draft, 'w', 0o644);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, target);
  await syncFolder(dirname(target));
}

/** The narrower forms of a tile that is full now are not needed any more (tlog-tiles, "Partial Tiles"). */
export async function dropPartials(folder: string, tile: Tile): Promise<void> {
  if (tile.width === TILE_WIDTH) await rm(join(folder, `${tilePath(tile)}.p`), { recursive: true, force: true });
}
