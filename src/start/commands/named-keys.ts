/** Published keys that a command is given: one as `/api/v1/keys/<kid>` gives it, or a set of them. */
import type { PublishedKey } from '#authority/keys/shapes.ts';
import { CannotUse, readPlace } from './named-places.ts';

const CHARS_MAX = 4_000_000;
const LOG_KEY = /^[^+\s]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+$/;

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

/** @param given  the key of the log (`name+id+base64`), or where it stands; null: none was given */
export async function readLogKey(given: string | null): Promise<string | null> {
  if (given === null) return null;
  const key = (LOG_KEY.test(given) ? given : await readPlace(given, CHARS_MAX)).trim();
  if (!LOG_KEY.test(key)) throw new CannotUse(`${given}: không phải khóa của nhật ký · no key of the log`);
  return key;
}
