/** Published keys by their names, for whoever checks many signatures at once. */
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import type { PublishedKey } from './shapes.ts';
import { epochByKid, publishedKey } from './store.ts';

/** Those of the names that are published; a name that is not there, or whose row names another key, is left out. */
export async function keysByName(tx: Tx, keys: Keys, names: readonly string[]): Promise<readonly PublishedKey[]> {
  const found: PublishedKey[] = [];
  for (const kid of new Set(names)) {
    const epoch = await epochByKid(tx, kid);
    const key = epoch && publishedKey(keys, epoch);
    if (key) found.push(key);
  }
  return found;
}
