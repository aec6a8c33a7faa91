/** Published keys that a command is given: one as `/api/v1/keys/<kid>` gives it, or a set of them. */
import type { PublishedKey } from '#authority/keys/shapes.ts';
import { CannotUse, readPlace } from './named-places.ts';

const CHARS_MAX = 4_000_000;

const isKey = (one: Partial<PublishedKey> | null): one is PublishedKey =>
  typeof one?.kid === 'string' && typeof one.x === 'string' && typeof one.congvu === 'object';

/** @param place  a path or an address; null: none was given */
export async function readKeys(place: string | null): Promise<readonly PublishedKey[]> {
  if (place === null) return [];
  const text = await readPlace(place, CHARS_MAX);
  try {
    const read = JSON.parse(text) as { readonly keys?: unknown } | null;
    const keys = (Array.isArray(read?.keys) ? read.keys : [read]) as Partial<PublishedKey>[];
    if (keys.every(isKey)) return keys;
  } catch {
    // no JSON: told as no key
  }
  throw new CannotUse(`${place}: không phải khóa công bố · no published key`);
}
