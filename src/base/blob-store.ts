/**
 * Bytes under their SHA-256, encrypted at rest. `put` answers only when they survive a power cut: whoever writes a row about them afterwards can rely on
 * them.
 */
import { createHash } from 'node:crypto';
import { NoRoomLeft } from './files/kept-files.ts';
import type { KeptFiles } from './files/kept-files.ts';
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
  /** Takes them away: whoever calls it knows that nothing names them any more (retention). Nothing when they are not there. */
  remove(sha256: string): Promise<void>;
  /** The bytes, compared with their hash; throws when they are not there or not the same. */
  get(sha256: string): Promise<Uint8Array>;
}

const PURPOSE = 'blob';
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
/** Two letters first: no folder has all of them. */
const nameOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256}`;

export function openBlobStore(files: KeptFiles, keys: Pick<Keys, 'seal' | 'open'>): BlobStore {
  const get = async (sha256: string): Promise<Uint8Array> => {
    const sealed = await files.read(nameOf(sha256));
    if (sealed === null) throw new Error(`there is no blob ${sha256}`);
    const bytes = keys.open(Buffer.from(sha256, 'hex'), PURPOSE, sealed);
    if (sha256Of(bytes) !== sha256) throw new Error('a blob is not what its name says');
    return bytes;
  };
  /** One that the disk has spoilt is written again by whoever still has the bytes. */
  const stateOf = async (sha256: string): Promise<'none' | 'whole' | 'spoilt'> =>
    (await files.has(nameOf(sha256)))
      ? get(sha256).then(
          () => 'whole',
          () => 'spoilt',
        )
      : 'none';
  return {
    async put(bytes) {
      const sha256 = sha256Of(bytes);
      const blob = { sha256, sizeBytes: bytes.length };
      const state = await stateOf(sha256);
      if (state === 'whole') return ok(blob);
      const sealed = keys.seal(Buffer.from(sha256, 'hex'), PURPOSE, bytes);
      try {
        await (state === 'spoilt' ? files.mend(nameOf(sha256), sealed) : files.write(nameOf(sha256), sealed));
        return ok(blob);
      } catch (error) {
        if (error instanceof NoRoomLeft) return refused(diskFull());
        throw error;
      }
    },
    remove: (sha256) => files.remove(nameOf(sha256)),
    get,
  };
}

/** Blobs that do not open, or are not what their names say; for after a restore. */
export async function brokenBlobs(files: KeptFiles, keys: Pick<Keys, 'seal' | 'open'>): Promise<string[]> {
  const store = openBlobStore(files, keys);
  const broken: string[] = [];
  for await (const name of files.names()) {
    const sha256 = /^[0-9a-f]{2}\/([0-9a-f]{64})$/.exec(name)?.[1];
    if (sha256 === undefined) continue;
    await store.get(sha256).catch(() => {
      broken.push(sha256); // every way of not opening it is the same answer here
    });
  }
  return broken;
}
