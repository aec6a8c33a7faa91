/** The tiles above the leaves, against hashes recomputed from the database. */
import type { KeptFiles } from '#base/files/kept-files.ts';
import { fileChanged, fileMissing } from './findings.ts';
import type { Finding } from './findings.ts';
import { treeRoot } from './merkle-tree.ts';
import type { Hash } from './merkle-tree.ts';
import { levelsOf, newTilesAtLevel, TILE_WIDTH, tileBytes, tilePath } from './tiles.ts';

interface Expected {
  /** size of the published tree */
  readonly size: number;
  /** hashes of the full leaf tiles, in order */
  readonly tileRoots: readonly Hash[];
  /** does the database agree with what was signed? when it does not, its own findings speak */
  readonly trusted: boolean;
}

export async function checkTiles(files: KeptFiles, expected: Expected, found: (finding: Finding) => void): Promise<void> {
  let hashes = expected.tileRoots;
  for (const level of levelsOf(expected.size).slice(1)) {
    for (const { index, width } of newTilesAtLevel(level, 0, expected.size)) {
      const path = tilePath({ level, index, width });
      const bytes = await files.read(path);
      if (!bytes) found(fileMissing(path));
      else if (expected.trusted && Buffer.compare(bytes, tileBytes(hashes.slice(index * TILE_WIDTH, index * TILE_WIDTH + width))) !== 0)
        found(fileChanged(path));
    }
    hashes = Array.from({ length: Math.floor(hashes.length / TILE_WIDTH) }, (_, i) =>
      treeRoot(hashes.slice(i * TILE_WIDTH, (i + 1) * TILE_WIDTH)),
    );
  }
}
