/** Makes the tiles and entry bundles of a greater tree, out of the database and of tiles that stand already. */
import { treeRoot } from './merkle-tree.ts';
import type { Hash } from './merkle-tree.ts';
import type { KeptFiles } from '#base/files/kept-files.ts';
import { bundleBytes, hashesAtLevel, levelsOf, newTilesAtLevel, TILE_WIDTH, tileBytes, tileHashes, tilePath } from './tiles.ts';
import type { ReadTile, Tile } from './tiles.ts';

/** What the database says of the leaves `from` ≤ i < `to`. */
export interface LeafSource {
  hashes(from: number, to: number): Promise<readonly Hash[]>;
  entries(from: number, to: number): Promise<readonly Uint8Array[]>;
}

/** Reads a tile from its file (a narrower one out of a wider), else computes it from the database: a lost tile costs time, not the log. */
export function tileReader(files: KeptFiles, source: LeafSource): ReadTile {
  const full = new Map<string, readonly Hash[]>(); // the few full tiles of upper levels come again for every proof
  const read: ReadTile = async ({ level, index, width }) => {
    const key = `${level}/${index}`;
    const known = full.get(key);
    if (known) return known.slice(0, width);
    const hashes =
      (await fromFile({ level, index, width: TILE_WIDTH }, TILE_WIDTH)) ??
      (await fromFile({ level, index, width }, width)) ??
      (await computed(level, index, width));
    if (hashes.length === TILE_WIDTH && level > 0) full.set(key, hashes);
    return hashes.slice(0, width);
  };
  const fromFile = async (tile: Tile, width: number): Promise<Hash[] | null> => {
    const bytes = await files.read(tilePath(tile));
    return bytes && tileHashes(bytes, width);
  };
  const computed = async (level: number, index: number, width: number): Promise<readonly Hash[]> => {
    const first = index * TILE_WIDTH;
    if (level === 0) return source.hashes(first, first + width);
    const hashes: Hash[] = [];
    for (let child = first; child < first + width; child++)
      hashes.push(treeRoot(await read({ level: level - 1, index: child, width: TILE_WIDTH })));
    return hashes;
  };
  return read;
}

/** The hashes of one tile of the greater tree: what stood in its narrower form, and a hash for each tile below that is full now. */
async function hashesOf(
  read: ReadTile,
  source: LeafSource,
  olderSize: number,
  tile: { readonly level: number; readonly index: number; readonly width: number },
): Promise<readonly Hash[]> {
  const first = tile.index * TILE_WIDTH;
  if (tile.level === 0) return source.hashes(first, first + tile.width);
  const stood = Math.max(0, hashesAtLevel(tile.level, olderSize) - first);
  const hashes = stood > 0 ? [...(await read({ ...tile, width: stood }))] : [];
  for (let child = first + stood; child < first + tile.width; child++)
    hashes.push(treeRoot(await read({ level: tile.level - 1, index: child, width: TILE_WIDTH })));
  return hashes;
}

/**
 * Writes every tile and bundle that a tree of `size` leaves has and one of `olderSize` had not. May be repeated.
 * MUST be done before a checkpoint of `size` is signed.
 */
export async function growTiles(files: KeptFiles, source: LeafSource, olderSize: number, size: number): Promise<void> {
  const read = tileReader(files, source);
  for (const tile of newTilesAtLevel(0, olderSize, size)) {
    const first = tile.index * TILE_WIDTH;
    const entries = await source.entries(first, first + tile.width);
    if (entries.length !== tile.width) throw new Error(`leaf ${first + entries.length} has no event: run the verifier`);
    await keep(files, { ...tile, level: 'entries' }, bundleBytes(entries));
  }
  for (const level of levelsOf(size))
    for (const tile of newTilesAtLevel(level, olderSize, size))
      await keep(files, tile, tileBytes(await hashesOf(read, source, olderSize, { level, index: tile.index, width: tile.width })));
}

async function keep(files: KeptFiles, tile: Tile, bytes: Uint8Array): Promise<void> {
  await files.write(tilePath(tile), bytes);
  // The narrower forms of a tile that is full now are not needed any more (tlog-tiles, "Partial Tiles").
  if (tile.width === TILE_WIDTH) await files.remove(`${tilePath(tile)}.p`);
}
