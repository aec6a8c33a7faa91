/**
 * Numbers of published lists: counters in the database, never a clock, and past whatever doors have seen (decision 0079). A clock that was a day ahead for one
 * signature made every list after it "older than seen" for that day.
 */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { parseJws } from '#standard/card/compact-jws.ts';
import { TRUST_LIST_CHARS_MAX } from '#standard/card/limits.ts';

/** The number that a published list says; 0 for one that says none, or cannot be read. */
export function publishedVersion(bytes: Uint8Array | null): number {
  const version = bytes && parseJws(Buffer.from(bytes).toString(), TRUST_LIST_CHARS_MAX)?.payload['version'];
  return Number.isSafeInteger(version) && (version as number) > 0 ? (version as number) : 0;
}

/**
 * Where the counting of trust lists begins: releases of before numbered them by seconds since 1970, and doors that hold one of those take no smaller number.
 * Counters rise slower than seconds, so that this is above every number of before.
 */
const secondsAt = (at: Instant): number => Math.floor(Date.parse(at) / 1000);

/**
 * The next number of a list, above every one before. Under a session of the system.
 * @param published  the list as it stands now; null: there is none, and nobody here can say what doors have seen of it
 */
export async function nextVersion(tx: Tx, name: string, published: Uint8Array | null, at: Instant): Promise<number> {
  const atLeast = published === null && name === 'trust-list' ? secondsAt(at) : publishedVersion(published);
  const [row] = await tx.query<{ version: string }>('select next_list_version($1, $2)::text as version', [name, atLeast]);
  return Number(row!.version);
}

/** More signatures than can have been made since a backup: one every five seconds for two months. */
const VERSIONS_PASSED = 1_048_576;

/** After a database was set back: numbers that doors may have seen since are passed over. Needs the owner. */
export const passVersions = (tx: Tx): Promise<unknown> => tx.query('update list_version set version = version + $1', [VERSIONS_PASSED]);
