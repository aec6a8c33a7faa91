/** The tiles above the leaves, against hashes recomputed from the database. */
import type { KeptFiles } from '#base/files/kept-files.ts';
import { fileChanged, fileMissing } from './findings.ts';
import type { Finding } from './findings.ts';
import { treeRoot } from './merkle-tree.ts';
import type { Hash } from './merkle-tree.ts';
import { bundleBytes, bundleEntries, HASH_BYTES, levelsOf, newTilesAtLevel, TILE_WIDTH, tileBytes, tilePath } from './tiles.ts';
import type { Tile } from './tiles.ts';

interface Expected {
  /** size of the published tree */
  readonly size: number;
  /** hashes of the full leaf tiles, in order */
  readonly tileRoots: readonly Hash[];
  /** does the database agree with what was signed? when it does not, its own findings speak */
  readonly trusted: boolean;
}

/**
 * The bytes of a tile, or of a bundle of leaves, as they were published; null when they are gone. One that was narrow when the head was read may have
 * become full since, and its narrow form was taken away (tlog-tiles, "Partial Tiles"): the full one begins with it.
 */
export async function publishedTile(files: KeptFiles, tile: Tile): Promise<Uint8Array | null> {
  const bytes = await files.read(tilePath(tile));
  if (bytes || tile.width === TILE_WIDTH) return bytes;
  const full = await files.read(tilePath({ ...tile, width: TILE_WIDTH }));
  if (!full || tile.level !== 'entries') return full && full.subarray(0, tile.width * HASH_BYTES);
  const entries = bundleEntries(full);
  return entries ? bundleBytes(entries.slice(0, tile.width)) : full;
}

export async function checkTiles(files: KeptFiles, expected: Expected, found: (finding: Finding) => void): Promise<void> {
  let hashes = expected.tileRoots;
  for (const level of levelsOf(expected.size).slice(1)) {
    for (const { index, width } of newTilesAtLevel(level, 0, expected.size)) {
      const path = tilePath({ level, index, width });
      const bytes = await publishedTile(files, { level, index, width });
      if (!bytes) found(fileMissing(path));
      else if (expected.trusted && Buffer.compare(bytes, tileBytes(hashes.slice(index * TILE_WIDTH, index * TILE_WIDTH + width))) !== 0)
        found(fileChanged(path));
    }
    hashes = Array.from({ length: Math.floor(hashes.length / TILE_WIDTH) }, (_, i) =>
      treeRoot(hashes.slice(i * TILE_WIDTH, (i + 1) * TILE_WIDTH)),
    );
  }
}
