/**
 * The layout of C2SP tlog-tiles: which hashes stand in which tile, what its path is, what an entry bundle is. Pure.
 * Source: c2sp.org/tlog-tiles. A tile holds up to 256 hashes; a narrower one ("partial") ends in `.p/<width>`.
 */
import { joinSubtrees, treeRoot } from './merkle-tree.ts';
import type { Hash, LeafRange, PerfectSubtree } from './merkle-tree.ts';
import { perfectSubtrees } from './merkle-tree.ts';

/** Name of the newest published checkpoint among the files of the log. */
export const CHECKPOINT_FILE = 'checkpoint';

export const TILE_WIDTH = 256;
export const HASH_BYTES = 32;
const TILE_HEIGHT = 8;
/** An entry's length is two bytes in a bundle. */
export const ENTRY_BYTES_MAX = 65_535;

/** `level` 0 holds leaf hashes; 'entries' the leaves themselves. `width` 1–256. */
export interface Tile {
  readonly level: number | 'entries';
  readonly index: number;
  readonly width: number;
}

/** `1234067` → `x001/x234/067`. */
export function indexPath(index: number): string {
  const parts = [String(index % 1000).padStart(3, '0')];
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000))
    parts.unshift(`x${String(rest % 1000).padStart(3, '0')}`);
  return parts.join('/');
}

/** `tile/0/x001/234` or `tile/entries/000.p/17`. */
export const tilePath = (tile: Tile): string =>
  `tile/${tile.level}/${indexPath(tile.index)}${tile.width === TILE_WIDTH ? '' : `.p/${tile.width}`}`;

/** The tile that a path names, null when it names none; only the one canonical spelling is taken. */
export function parseTilePath(path: string): Tile | null {
  const found = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (!found) return null;
  const level = found[1] === 'entries' ? ('entries' as const) : Number(found[1]);
  const index = Number(found[2]!.replaceAll(/[x/]/g, ''));
  const width = found[3] === undefined ? TILE_WIDTH : Number(found[3]);
  const tile: Tile = { level, index, width };
  const sound =
    (level === 'entries' || level <= 63) && Number.isSafeInteger(index) && width >= 1 && (found[3] === undefined || width < TILE_WIDTH);
  return sound && tilePath(tile) === path ? tile : null;
}

/** How many hashes level `level` has in a tree of `size` leaves; only full tiles below count. */
export const hashesAtLevel = (level: number, size: number): number => Math.floor(size / TILE_WIDTH ** level);

/** The tiles of one level that a tree of `size` leaves has and a tree of `olderSize` had not (or had narrower), left to right. */
export function newTilesAtLevel(level: number, olderSize: number, size: number): Tile[] {
  const [had, has] = [hashesAtLevel(level, olderSize), hashesAtLevel(level, size)];
  const tiles: Tile[] = [];
  for (let index = Math.floor(had / TILE_WIDTH); index * TILE_WIDTH < has; index++) {
    const width = Math.min(TILE_WIDTH, has - index * TILE_WIDTH);
    if (index * TILE_WIDTH + width > had) tiles.push({ level, index, width });
  }
  return tiles;
}

/** All levels of a tree of `size` leaves, lowest first. */
export function levelsOf(size: number): number[] {
  const levels: number[] = [];
  for (let level = 0; hashesAtLevel(level, size) > 0; level++) levels.push(level);
  return levels;
}

export const tileBytes = (hashes: readonly Hash[]): Uint8Array => Buffer.concat(hashes);

/** The hashes of a tile's bytes; null when the bytes are not `width` hashes. */
export function tileHashes(bytes: Uint8Array, width: number): Hash[] | null {
  if (bytes.length !== width * HASH_BYTES) return null;
  return Array.from({ length: width }, (_, i) => bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES));
}

/** Length-prefixed (uint16, big-endian) leaves. */
export function bundleBytes(entries: readonly Uint8Array[]): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const entry of entries) {
    if (entry.length > ENTRY_BYTES_MAX) throw new RangeError(`a leaf of ${entry.length} bytes`);
    parts.push(Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry);
  }
  return Buffer.concat(parts);
}

/** The leaves of a bundle; null when it is cut or has bytes left over. */
export function bundleEntries(bytes: Uint8Array): Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    if (at + 2 > bytes.length) return null;
    const end = at + 2 + bytes[at]! * 256 + bytes[at + 1]!;
    if (end > bytes.length) return null;
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return entries;
}

/** Gives the hashes of one tile as it stands in a tree of `size` leaves. */
export type ReadTile = (tile: { readonly level: number; readonly index: number; readonly width: number }) => Promise<readonly Hash[]>;

/** The hash of a perfect subtree, out of the one tile that holds it. */
async function subtreeHash(read: ReadTile, size: number, { level, index }: PerfectSubtree): Promise<Hash> {
  const tileLevel = Math.floor(level / TILE_HEIGHT);
  const span = 2 ** (level % TILE_HEIGHT);
  const first = index * span;
  const tileIndex = Math.floor(first / TILE_WIDTH);
  const width = Math.min(TILE_WIDTH, hashesAtLevel(tileLevel, size) - tileIndex * TILE_WIDTH);
  const hashes = await read({ level: tileLevel, index: tileIndex, width });
  const from = first % TILE_WIDTH;
  return treeRoot(hashes.slice(from, from + span));
}

/** The hash of a range of leaves in a tree of `size`, out of tiles: reads one tile per perfect subtree. */
export async function rangeHash(read: ReadTile, size: number, range: LeafRange): Promise<Hash> {
  const hashes: Hash[] = [];
  for (const part of perfectSubtrees(range)) hashes.push(await subtreeHash(read, size, part));
  return joinSubtrees(hashes);
}

/** A proof out of tiles: one hash per range. */
export async function proofFromTiles(read: ReadTile, size: number, ranges: readonly LeafRange[]): Promise<Hash[]> {
  const proof: Hash[] = [];
  for (const range of ranges) proof.push(await rangeHash(read, size, range));
  return proof;
}
