/**
 * Signs the head of the log. The trusted core: it MUST NOT sign a head inconsistent with one signed before,
 * and MUST keep a head before it publishes it (C2SP tlog-checkpoint).
 */
import type { Clock } from '#base/clock.ts';
import type { KeptFiles } from '#base/files/kept-files.ts';
import type { Database, SessionHandle, Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { openCheckpoint, signCheckpoint } from './checkpoint.ts';
import type { CheckpointSigner, TreeHead } from './checkpoint.ts';
import { growTiles, tileReader } from './grow-tiles.ts';
import type { LeafSource } from './grow-tiles.ts';
import { leafBytes } from './leaf.ts';
import { consistencyRanges, frontierRoot, sameHash, verifyConsistency } from './merkle-tree.ts';
import { auditFenced, auditInconsistent, auditRolledBack } from './problems.ts';
import { eventsOfLeaves, insertCheckpoint, lastCheckpoint, leafHashes, readState } from './store.ts';
import { CHECKPOINT_FILE, proofFromTiles, rangeHash } from './tiles.ts';
import type { ReadTile } from './tiles.ts';

export interface PublishNeeds {
  readonly db: Database;
  readonly clock: Clock;
  /** tiles and checkpoint */
  readonly files: KeptFiles;
  readonly signer: CheckpointSigner;
  readonly log: string;
}

/** Points at which a test may end the process. */
export type KillPoint = 'before-leaves' | 'leaves-written' | 'tiles-written' | 'checkpoint-kept' | 'published';
export type AtPoint = (point: KillPoint) => void;

/** Reads leaves, a short transaction for each question. */
export function leafSource(db: Database, handle: SessionHandle, log: string): LeafSource {
  const ask = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.transaction(handle, work);
  return {
    hashes: (from, to) => ask((tx) => leafHashes(tx, log, from, to)),
    entries: async (from, to) => (await ask((tx) => eventsOfLeaves(tx, log, from, to))).map(leafBytes),
  };
}

/** Does the tree of `head` continue `older`? */
async function continues(read: ReadTile, older: { readonly size: number; readonly root: Uint8Array }, head: TreeHead): Promise<boolean> {
  if (older.size > head.size) return false;
  return verifyConsistency(older, head, await proofFromTiles(read, head.size, consistencyRanges(older.size, head.size)));
}

/**
 * Writes the tiles of what was sequenced since the last head, signs the new head, keeps it, publishes it.
 * Finishes what an earlier run left half-done. May be repeated; when nothing is new it only looks.
 *
 * @returns the size of the published head
 *          E-AUDIT-ROLLED-BACK when more was published than the database holds; E-AUDIT-INCONSISTENT when what was signed has changed;
 *          E-AUDIT-FENCED when the term has passed to another
 */
export async function publishHead(
  needs: PublishNeeds,
  handle: SessionHandle,
  term: number,
  at: AtPoint = () => undefined,
): Promise<Result<number>> {
  const { db, files, log, signer } = needs;
  const { state, last } = await db.transaction(handle, async (tx) => ({
    state: await readState(tx, log),
    last: await lastCheckpoint(tx, log),
  }));
  if (state.term !== term) return refused(auditFenced({ term: state.term }));
  const { size } = state.frontier;
  const published = await publishedHead(needs);
  if (published && published.size > size) return refused(auditRolledBack({ size, published: published.size }));
  if (last && last.size > size) return refused(auditRolledBack({ size, published: last.size }));
  if (size === 0) return ok(0);
  if (
    last?.size === size &&
    published?.size === size &&
    sameHash(published.root, last.root) &&
    sameHash(last.root, frontierRoot(state.frontier))
  )
    return ok(size);

  const source = leafSource(db, handle, log);
  const head: TreeHead = { origin: signer.key.name, size, root: frontierRoot(state.frontier) };
  // From what was published, not from what was kept: tiles are complete at least as far as the published head.
  await growTiles(files, source, Math.min(published?.size ?? 0, last?.size ?? 0), size);
  at('tiles-written');
  const read = tileReader(files, source);
  const older = [last, published].filter((one) => one !== null);
  if (!sameHash(await rangeHash(read, size, { start: 0, end: size }), head.root))
    return refused(auditInconsistent({ size, signed: last?.size ?? 0 }));
  for (const one of older) if (!(await continues(read, one, head))) return refused(auditInconsistent({ size, signed: one.size }));

  const note = last?.size === size ? last.note : signCheckpoint(head, signer);
  if (!openCheckpoint(note, signer.key)) return refused(auditInconsistent({ size, signed: size })); // kept, but not as we signed it
  const kept = await db.transaction(handle, async (tx) => {
    if ((await readState(tx, log, { lock: true })).term !== term) return false;
    if (last?.size !== size) await insertCheckpoint(tx, log, { size, root: head.root, note }, needs.clock.now());
    return true;
  });
  if (!kept) return refused(auditFenced({ term }));
  at('checkpoint-kept');
  await files.write(CHECKPOINT_FILE, Buffer.from(note));
  at('published');
  return ok(size);
}

/** The head in the published file; null when there is none. A file that our key did not sign stops the signing. */
async function publishedHead(needs: PublishNeeds): Promise<TreeHead | null> {
  const bytes = await needs.files.read(CHECKPOINT_FILE);
  if (!bytes) return null;
  const head = openCheckpoint(Buffer.from(bytes).toString(), needs.signer.key);
  if (!head)
    throw new Error(
      `the file ${CHECKPOINT_FILE} among the files of the log was not signed by its key: another installation's files, a changed key, or a forgery`,
    );
  return head;
}
