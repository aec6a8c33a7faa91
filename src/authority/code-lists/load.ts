/**
 * Brings the lists and the law of this program's files into the register, at `migrate`. What changed ends in record time and the new stands beside it;
 * nothing is rewritten. Idempotent; two programs that start at once wait for each other. Runs as the owner of the database: the product's log-in
 * cannot write what came from files.
 */
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { PACKED_RELEASE } from '#standard/list-edition.ts';
import { hashOfLists, hashWithAdditions, packedContent } from './fingerprint.ts';
import type { PrintedList } from './fingerprint.ts';
import { addedCodes, addedDigests, lockEditions, writeEdition } from './store.ts';

/**
 * `older`: the register had these files before and has newer ones since; an older program does not bring them back.
 */
export type Loaded =
  | { readonly outcome: 'unchanged' | 'older' }
  | { readonly outcome: 'loaded'; readonly edition: number; readonly lists: number; readonly begun: number; readonly ended: number };

interface Release {
  readonly version: string;
  readonly hash: string;
}

/** @param content  read only when it has to be loaded */
export async function loadLists(
  tx: Tx,
  needs: AuditNeeds,
  release: Release = PACKED_RELEASE,
  content: () => readonly PrintedList[] = packedContent,
): Promise<Loaded> {
  const known = await isKnown(tx, release.hash);
  if (known !== 'new') return { outcome: known };
  await lockEditions(tx);
  const meanwhile = await isKnown(tx, release.hash);
  if (meanwhile !== 'new') return { outcome: meanwhile };
  const lists = content();
  if (hashOfLists(lists) !== release.hash)
    throw new Error(`the lists of release ${release.version} are not what the release says they are`);
  const changed = await changedLists(tx, lists);
  const ended = (await endLists(tx, lists, changed)) + (await endEntries(tx, changed));
  const begun = await beginLists(tx, changed);
  await endTakenOver(tx, changed);
  const at: Instant = needs.clock.now();
  const edition = await writeEdition(tx, {
    hash: hashWithAdditions(release.hash, await addedDigests(tx)),
    filesHash: release.hash,
    release: release.version,
    at,
  });
  await recordAct(tx, needs, {
    act: 'lists.loaded',
    purpose: 'OPERATE',
    bodyId: null,
    objectId: null,
    revision: edition,
    role: 'SYSTEM',
    payload: { release: release.version, hash: release.hash, lists: changed.map(({ list }) => list), begun, ended },
  });
  return { outcome: 'loaded', edition, lists: changed.length, begun, ended };
}

async function isKnown(tx: Tx, filesHash: string): Promise<'unchanged' | 'older' | 'new'> {
  const [row] = await tx.query<{ newest: string | null; had: boolean }>(
    `select (select files_hash from list_edition order by edition desc limit 1) as newest,
        exists (select 1 from list_edition where files_hash = $1) as had`,
    [filesHash],
  );
  return row!.newest === filesHash ? 'unchanged' : row!.had ? 'older' : 'new';
}

const STANDS = 'tx_to = 9223372036854775807';

async function changedLists(tx: Tx, lists: readonly PrintedList[]): Promise<PrintedList[]> {
  const rows = await tx.query<{ list: string; hash: string }>(`select list, hash from code_list where ${STANDS}`);
  const standing = new Map(rows.map(({ list, hash }) => [list, hash]));
  return lists.filter(({ list, hash }) => standing.get(list) !== hash);
}

/** Lists that changed, or that no file has any more. Returns how many entries of the latter ended. */
async function endLists(tx: Tx, lists: readonly PrintedList[], changed: readonly PrintedList[]): Promise<number> {
  const ids = lists.map(({ list }) => list);
  await tx.query(`update code_list set tx_to = record_tx() where ${STANDS} and (list = any ($1) or list <> all ($2))`, [
    changed.map(({ list }) => list),
    ids,
  ]);
  const gone = await tx.query(`update code_list_entry set tx_to = record_tx() where ${STANDS} and list <> all ($1) returning 1 as ended`, [
    ids,
  ]);
  return gone.length;
}

/** Entries of changed lists that the files have no longer as they were. */
async function endEntries(tx: Tx, changed: readonly PrintedList[]): Promise<number> {
  let ended = 0;
  for (const { list, entries } of changed) {
    const rows = await tx.query(
      `update code_list_entry set tx_to = record_tx() where list = $1 and ${STANDS} and addition_id is null and digest <> all ($2::text[]) returning 1 as ended`,
      [list, entries.map(({ digest }) => digest)],
    );
    ended += rows.length;
  }
  return ended;
}

async function beginLists(tx: Tx, changed: readonly PrintedList[]): Promise<number> {
  let begun = 0;
  for (const { list, about, hash, entries } of changed) {
    await tx.query('insert into code_list (list, hash, about, entries) values ($1, $2, $3, $4::text[])', [
      list,
      hash,
      JSON.stringify(about),
      entries.map(({ digest }) => digest),
    ]);
    const rows = await tx.query(
      `insert into code_list_entry (list, digest, code, name, valid_from, valid_to, held_to, source, confidence, entry, tx_from)
       select $1, e.digest, e.code, e.name, e.valid_from, e.valid_to, e.held_to, e.source, e.confidence, e.entry, (select record_tx())
         from json_to_recordset($2::json) as e (digest text, code text, name text, valid_from date, valid_to date, held_to date, source text, confidence text, entry json)
        where not exists (select 1 from code_list_entry c where c.list = $1 and c.digest = e.digest and c.${STANDS} and c.addition_id is null)
       returning 1 as begun`,
      [
        list,
        JSON.stringify(
          entries.map(({ digest, entry }) => ({
            digest,
            code: entry.code,
            name: entry.name,
            valid_from: entry.validFrom,
            valid_to: entry.validTo,
            held_to: entry.heldTo,
            source: entry.attributes['can_cu'] ?? entry.attributes['source'] ?? null,
            confidence: entry.confidence,
            entry,
          })),
        ),
      ],
    );
    begun += rows.length;
  }
  return begun;
}

/** What an administrator had added and a file has now: the file's is the one that counts. */
async function endTakenOver(tx: Tx, lists: readonly PrintedList[]): Promise<void> {
  const added = await addedCodes(tx);
  if (added.length === 0) return;
  const codes = new Map(lists.map(({ list, entries }) => [list, new Set(entries.map(({ entry }) => entry.code))]));
  const taken = added.filter(({ list, code }) => codes.get(list)?.has(code));
  await tx.query(
    `update code_list_entry set tx_to = record_tx() where addition_id is not null and ${STANDS} and (list, code) in (select * from unnest($1::text[], $2::text[]))`,
    [taken.map(({ list }) => list), taken.map(({ code }) => code)],
  );
}
