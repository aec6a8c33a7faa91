/**
 * After a database was set back (a restore, a point in time, a replica that became the leader): copies that wallets took since are out there, and nothing here knows
 * of them. Whatever an officer ends then would leave them good. So the lists of then take no more copies, every place in them that is not known counts as ended, and
 * numbers of lists that others have seen are never used for another list, nor numbers of their signatures for another signature. Decisions 0071, 0079.
 */
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { KeptFiles } from '#base/files/kept-files.ts';
import { cutOffLists, passListNumbers } from './copy-store.ts';
import { passVersions } from './list-versions.ts';
import { STATUS_FILE } from './publish.ts';
import { noteSignature } from './signing-clock.ts';

export interface UnknownEnded {
  /** lists in which every place that is not known counts as ended */
  readonly lists: number;
}

/** Lists whose signed files stand here: what was opened after the backup may be among them. */
async function publishedLists(published: KeptFiles): Promise<number[]> {
  const lists: number[] = [];
  for await (const name of published.names()) {
    const found = STATUS_FILE.exec(name);
    if (found) lists.push(Number(found[1]));
  }
  return lists;
}

/** Needs the owner's log-in; leaves its act. Done again it ends what was taken since as well. @param published  where lists are kept */
export async function endUnknownCopies(tx: Tx, needs: AuditNeeds, published: KeptFiles): Promise<UnknownEnded> {
  const at = needs.clock.now();
  const lists = await cutOffLists(tx, await publishedLists(published), at);
  if (lists > 0) await passListNumbers(tx, at);
  await passVersions(tx);
  // The last signature is that of the backup: the time since then is no jump of the clock, and who restores has looked at it.
  await noteSignature(tx, at);
  await recordAct(tx, needs, {
    act: 'card.unknown-ended',
    purpose: 'OPERATE',
    bodyId: null,
    objectId: null,
    role: 'SYSTEM',
    payload: { lists },
  });
  return { lists };
}
