/** SQL of editions. The newest is in use; each is read as it was known at its own transaction. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { CodeEntry, CodeList } from '#standard/code-lists.ts';
import type { AboutList } from './fingerprint.ts';

/** One edition after the other: a number of our own, nothing else of the database locks by it. */
const EDITIONS_LOCK = 300_028;

/** Until the transaction ends nobody else makes an edition. */
export async function lockEditions(tx: Tx): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [EDITIONS_LOCK]);
}

export interface EditionRow {
  readonly edition: number;
  readonly hash: string;
  readonly filesHash: string;
  readonly release: string;
  readonly tx: number;
}
const SELECT = 'select edition, hash, files_hash as "filesHash", release, tx from list_edition';

/** The edition in use; null before any was loaded. */
export async function newestEdition(tx: Tx): Promise<EditionRow | null> {
  const [row] = await tx.query<EditionRow>(`${SELECT} order by edition desc limit 1`);
  return row ?? null;
}

export async function editionByNumber(tx: Tx, edition: number): Promise<EditionRow | null> {
  const [row] = await tx.query<EditionRow>(`${SELECT} where edition = $1`, [edition]);
  return row ?? null;
}

/** The edition that was in use at a point of record time; null when there was none yet. */
export async function editionKnownAt(tx: Tx, knownAt: number): Promise<EditionRow | null> {
  const [row] = await tx.query<EditionRow>(`${SELECT} where tx <= $1 order by edition desc limit 1`, [knownAt]);
  return row ?? null;
}

/** The next edition; the caller holds the lock. Returns its number. */
export async function writeEdition(
  tx: Tx,
  edition: {
    readonly hash: string;
    readonly filesHash: string;
    readonly release: string;
    readonly at: Instant;
    readonly additionId?: string;
  },
): Promise<number> {
  const [row] = await tx.query<{ edition: number }>(
    `insert into list_edition (edition, hash, files_hash, release, cause, addition_id, at)
     select coalesce(max(edition), 0) + 1, $1, $2, $3, case when $4::uuid is null then 'files' else 'addition' end, $4, $5 from list_edition returning edition`,
    [edition.hash, edition.filesHash, edition.release, edition.additionId ?? null, edition.at],
  );
  return row!.edition;
}

/** Digests of what administrators added and what stands now. */
export async function addedDigests(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ digest: string }>(
    'select digest from code_list_entry where addition_id is not null and tx_to = 9223372036854775807',
  );
  return rows.map(({ digest }) => digest);
}

/** Codes that administrators added and that stand now. */
export const addedCodes = (tx: Tx): Promise<{ readonly list: string; readonly code: string }[]> =>
  tx.query('select list, code from code_list_entry where addition_id is not null and tx_to = 9223372036854775807');

/** What administrators had added, as known at a point: by list, in the order in which it came. */
export async function addedEntries(tx: Tx, knownAt: number): Promise<ReadonlyMap<string, readonly CodeEntry[]>> {
  const rows = await tx.query<{ list: string; entry: CodeEntry }>(
    'select list, entry from code_list_entry where addition_id is not null and tx_from <= $1 and tx_to > $1 order by tx_from, list, code',
    [knownAt],
  );
  return new Map([...Map.groupBy(rows, ({ list }) => list)].map(([list, of]) => [list, of.map(({ entry }) => entry)]));
}

/** Every list as its file had it then, in the file's order. */
export async function filedLists(tx: Tx, knownAt: number): Promise<CodeList[]> {
  const lists = await tx.query<{ list: string; about: AboutList; entries: string[] }>(
    'select list, about, entries from code_list where tx_from <= $1 and tx_to > $1',
    [knownAt],
  );
  const rows = await tx.query<{ list: string; digest: string; entry: CodeEntry }>(
    'select list, digest, entry from code_list_entry where addition_id is null and tx_from <= $1 and tx_to > $1',
    [knownAt],
  );
  const entries = new Map(rows.map(({ list, digest, entry }) => [`${list} ${digest}`, entry]));
  return lists.map(({ list, about, entries: order }) => ({
    id: list,
    ...about,
    entries: order.map((digest) => {
      const entry = entries.get(`${list} ${digest}`);
      if (!entry) throw new Error(`the list ${list} lost an entry`);
      return entry;
    }),
  }));
}
