/** Who was erased stays erased: after a restore, at each start, in a drill, by `congvu erasures again`. As the owner of the database. */
import { openBlobStore } from '#base/blob-store.ts';
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import type { OpenFiles } from '#base/files/kept-files.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import { countErased, eraseAgain } from '#record/erasure/again.ts';
import type { ErasedAgain } from '#record/erasure/again.ts';

interface Ground {
  readonly ownerUrl: string;
  readonly keys: Keys;
  /** as the owner too, where they stand in the database */
  readonly files: OpenFiles;
}

async function asOwner<T>(ownerUrl: string, work: (owner: ReturnType<typeof openDatabase>) => Promise<T>): Promise<T> {
  const owner = openDatabase({ connectionString: ownerUrl, poolSize: 1 });
  try {
    return await work(owner);
  } finally {
    await owner.close();
  }
}

/** What the list beside the tables names, and this database does not know as erased, is erased. */
export const eraseAgainIn = ({ ownerUrl, keys, files }: Ground): Promise<ErasedAgain> =>
  asOwner(ownerUrl, (owner) =>
    eraseAgain({
      owner,
      keys,
      clock: systemClock,
      chance: systemChance,
      erasedList: files('erasures'),
      blobs: openBlobStore(files('blobs'), keys),
    }),
  );

/** The same, only counted. */
export const countErasedIn = ({ ownerUrl, keys, files }: Ground): Promise<ErasedAgain> =>
  asOwner(ownerUrl, (owner) => countErased({ owner, keys, erasedList: files('erasures') }));

/** Every entry as it is kept, to be carried elsewhere. */
export async function erasedFiles(files: OpenFiles): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> {
  const found: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  const list = files('erasures');
  for await (const name of list.names()) {
    const bytes = await list.read(name);
    if (bytes !== null) found.push({ name, bytes });
  }
  return found;
}
