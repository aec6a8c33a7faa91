/** The layout of C2SP tlog-tiles. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { consistencyProof, consistencyRanges, inclusionProof, inclusionRanges, leafHash, treeRoot } from './merkle-tree.ts';
import type { Hash } from './merkle-tree.ts';
import {
  bundleBytes,
  bundleEntries,
  hashesAtLevel,
  indexPath,
  levelsOf,
  newTilesAtLevel,
  parseTilePath,
  proofFromTiles,
  rangeHash,
  tileBytes,
  tileHashes,
  tilePath,
} from './tiles.ts';
import type { ReadTile } from './tiles.ts';

const LEAVES: Hash[] = Array.from({ length: 65_537 }, (_, i) => leafHash(Buffer.from(String(i))));

/** Tiles of a tree in memory, made by the words of the standard: each hash of a level is the root of a full tile below. */
function tilesOf(leaves: readonly Hash[]): ReadTile {
  const levels: (readonly Hash[])[] = [leaves];
  for (const level of levelsOf(leaves.length).slice(1)) {
    const below = levels[level - 1]!;
    levels.push(Array.from({ length: hashesAtLevel(level, leaves.length) }, (_, i) => treeRoot(below.slice(i * 256, (i + 1) * 256))));
  }
  return async ({ level, index, width }) => levels[level]!.slice(index * 256, index * 256 + width);
}

test('paths are those of the standard', () => {
  assert.equal(indexPath(1_234_067), 'x001/x234/067');
  assert.equal(tilePath({ level: 0, index: 0, width: 256 }), 'tile/0/000');
  assert.equal(tilePath({ level: 0, index: 1_234, width: 256 }), 'tile/0/x001/234');
  assert.equal(tilePath({ level: 2, index: 0, width: 8 }), 'tile/2/000.p/8');
  assert.equal(tilePath({ level: 'entries', index: 273, width: 112 }), 'tile/entries/273.p/112');
});

test('a path is read back only in its one spelling', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.constant('entries' as const), fc.nat({ max: 63 })),
      fc.nat(),
      fc.integer({ min: 1, max: 256 }),
      (level, index, width) => {
        assert.deepEqual(parseTilePath(tilePath({ level, index, width })), { level, index, width });
      },
    ),
  );
  for (const path of [
    'tile/0/0',
    'tile/00/000',
    'tile/64/000',
    'tile/0/x000/001',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/08',
    'tile/0/../000',
    'tile/0/000/',
    'tile/data/000',
    'tile/0/%2e%2e/000',
  ])
    assert.equal(parseTilePath(path), null, path);
});

test('a tree of 70,000 has the tiles that the standard names', () => {
  assert.deepEqual(
    [0, 1, 2, 3].map((level) => hashesAtLevel(level, 70_000)),
    [70_000, 273, 1, 0],
  );
  assert.deepEqual(levelsOf(70_000), [0, 1, 2]);
  assert.deepEqual(levelsOf(256), [0, 1]);
  assert.equal(newTilesAtLevel(0, 0, 70_000).length, 274);
  assert.deepEqual(newTilesAtLevel(0, 0, 70_000).at(-1), { level: 0, index: 273, width: 112 });
  assert.deepEqual(
    newTilesAtLevel(1, 0, 70_000).map((tile) => tile.width),
    [256, 17],
  );
  assert.deepEqual(
    newTilesAtLevel(2, 0, 70_000).map((tile) => tile.width),
    [1],
  );
});

test('growing writes only what became wider', () => {
  assert.deepEqual(newTilesAtLevel(0, 300, 301), [{ level: 0, index: 1, width: 45 }]);
  assert.deepEqual(newTilesAtLevel(1, 300, 301), []);
  assert.deepEqual(newTilesAtLevel(0, 256, 256), []);
  assert.deepEqual(newTilesAtLevel(0, 255, 513), [
    { level: 0, index: 0, width: 256 },
    { level: 0, index: 1, width: 256 },
    { level: 0, index: 2, width: 1 },
  ]);
});

test('bundles give back their entries and refuse what is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 700 }), { maxLength: 20 }), (entries) => {
      const bytes = bundleBytes(entries);
      assert.deepEqual(
        bundleEntries(bytes)?.map((e) => [...e]),
        entries.map((e) => [...e]),
      );
      if (bytes.length > 0) assert.notEqual(bundleEntries(bytes.subarray(0, -1))?.length, entries.length);
    }),
  );
  assert.throws(() => bundleBytes([new Uint8Array(65_536)]), RangeError);
});

test('a tile is exactly its hashes', () => {
  assert.equal(tileBytes(LEAVES.slice(0, 256)).length, 8_192);
  assert.equal(tileHashes(tileBytes(LEAVES.slice(0, 3)), 3)?.length, 3);
  assert.equal(tileHashes(tileBytes(LEAVES.slice(0, 3)), 4), null);
});

for (const size of [1, 2, 255, 256, 257, 511, 512, 5_000, 65_537])
  test(`proofs out of tiles are proofs out of leaves, for ${size} leaves`, async () => {
    const leaves = LEAVES.slice(0, size);
    const read = tilesOf(leaves);
    assert.deepEqual(await rangeHash(read, size, { start: 0, end: size }), treeRoot(leaves));
    for (const at of new Set([0, Math.floor(size / 3), size - 1])) {
      if (at < size) assert.deepEqual(await proofFromTiles(read, size, inclusionRanges(at, size)), inclusionProof(leaves, at));
      assert.deepEqual(await proofFromTiles(read, size, consistencyRanges(at, size)), consistencyProof(leaves, at));
    }
  });
