/**
 * The lists and the law that a judgement is made by. One immutable snapshot an edition, kept in memory; which edition is in use is asked of the
 * database in the transaction of the judgement, so that two servers judge alike from the moment an addition is committed.
 */
import type { Tx } from '#base/database/transaction.ts';
import type { CodeList } from '#standard/code-lists.ts';
import { PACKED, showBy } from '#standard/list-edition.ts';
import type { ListEdition } from '#standard/list-edition.ts';
import { addedEntries, editionByNumber, editionKnownAt, filedLists, newestEdition } from './store.ts';
import { packedAny } from './any-list.ts';
import type { EditionRow } from './store.ts';

/** Editions in memory: the one in use, and those that old records were judged by. The largest holds 14,000 entries, about 10 MB. */
const KEPT_MAX = 4;
const kept = new Map<string, ListEdition>();
/** What a transaction asked: `in use`, or the number of an edition. */
const asked = new WeakMap<Tx, Map<number | 'in use', Promise<ListEdition>>>();

function once(tx: Tx, what: number | 'in use', ask: () => Promise<ListEdition>): Promise<ListEdition> {
  const known = asked.get(tx) ?? new Map<number | 'in use', Promise<ListEdition>>();
  asked.set(tx, known);
  const answer = known.get(what) ?? ask();
  known.set(what, answer);
  return answer;
}

/** The edition in use; asked once a transaction. Before any was loaded: what this program was packed with. */
export const currentLists = (tx: Tx): Promise<ListEdition> =>
  once(tx, 'in use', async () => {
    const row = await newestEdition(tx);
    const edition = row ? await snapshotOf(tx, row) : PACKED;
    showBy(edition);
    return edition;
  });

/** The edition that something pinned. What was judged before editions were kept pinned none: what this program was packed with. */
export async function listsOf(tx: Tx, edition: number | null): Promise<ListEdition> {
  if (edition === null) return PACKED;
  return once(tx, edition, async () => {
    const row = await editionByNumber(tx, edition);
    return row ? snapshotOf(tx, row) : PACKED;
  });
}

/** The edition that was in use at a point of record time: what was known then. */
export async function listsKnownAt(tx: Tx, knownAt: number): Promise<ListEdition> {
  const row = await editionKnownAt(tx, knownAt);
  return row ? snapshotOf(tx, row) : PACKED;
}

/** What a row pins of an edition; null when none was loaded. */
export const pinOf = ({ number }: ListEdition): number | null => (number === 0 ? null : number);

/** After this transaction has made an edition. */
export function forgetCurrent(tx: Tx): void {
  asked.delete(tx);
}

async function snapshotOf(tx: Tx, row: EditionRow): Promise<ListEdition> {
  const key = `${row.edition} ${row.hash}`;
  const known = kept.get(key);
  if (known) {
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const made: ListEdition = { number: row.edition, hash: row.hash, others: await othersOf(tx, row) };
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT_MAX + 1))) kept.delete(oldest);
  kept.set(key, made);
  return made;
}

/** The lists that are not as in this program: of the same files those with additions, else all of them. */
async function othersOf(tx: Tx, row: EditionRow): Promise<ReadonlyMap<string, CodeList>> {
  const added = await addedEntries(tx, row.tx);
  if (row.filesHash === PACKED.hash) return new Map([...added].map(([list, more]) => [list, withAdded(packedAny(list), more)]));
  const filed = await filedLists(tx, row.tx);
  return new Map(filed.map((list) => [list.id, withAdded(list, added.get(list.id) ?? [])]));
}

const withAdded = (list: CodeList, more: CodeList['entries']): CodeList => ({ ...list, entries: [...list.entries, ...more] });
