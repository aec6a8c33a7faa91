/** What follows a decision about a request: entry and edition of what was granted, in the transaction of the decision. */
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Act } from '#authority/audit/shapes.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import { judgedBy } from '#standard/list-edition.ts';
import { additionById, decideAddition, makeWay, writeAdded } from './addition-store.ts';
import type { StoredAddition } from './addition-store.ts';
import { problemsOfCorrection, problemsOfEnding } from './change-addition.ts';
import { currentLists, forgetCurrent } from './editions.ts';
import { hashWithAdditions } from './fingerprint.ts';
import { problemsOfAddition } from './judge-addition.ts';
import type { Addition } from './judge-addition.ts';
import { listAdditionNotOpen, listEntryGone } from './problems.ts';
import type { AdditionKind } from './shapes.ts';
import { addedDigests, newestEdition, writeEdition } from './store.ts';

const ACT: Readonly<Record<AdditionKind, Act>> = { add: 'lists.added', end: 'lists.ended', correct: 'lists.corrected' };

/** What stands in the way now. @param changed  the request whose entry is ended or corrected, as it stands; null = a new entry */
export async function problemsNow(tx: Tx, kind: AdditionKind, asked: Addition, changed: StoredAddition | null): Promise<Problem[]> {
  const lists = await currentLists(tx);
  if (kind === 'add') return judgedBy(lists, () => problemsOfAddition(asked));
  if (!changed?.stands) return [listEntryGone({ code: asked.code })];
  return kind === 'end' ? problemsOfEnding(changed, asked) : problemsOfCorrection(lists, changed, asked);
}

export async function refuseAddition(
  tx: Tx,
  needs: AuditNeeds,
  addition: StoredAddition,
  reason: string,
): Promise<Result<{ readonly edition: null }>> {
  const { id, kind, bodyId, list, code } = addition;
  if (!(await decideAddition(tx, id, { granted: false, reason, at: needs.clock.now() }))) return refused(listAdditionNotOpen());
  await recordAct(tx, needs, {
    act: 'lists.refused',
    purpose: 'ADMINISTER',
    bodyId,
    objectId: id,
    payload: { kind, list, code, reason },
  });
  return ok({ edition: null });
}

/** The caller holds the lock of editions. */
export async function grantAddition(tx: Tx, needs: AuditNeeds, addition: StoredAddition): Promise<Result<{ readonly edition: number }>> {
  const { id, kind, changes, bodyId, list, code, name } = addition;
  const problems = await problemsNow(tx, kind, addition, changes === null ? null : await additionById(tx, changes));
  if (problems.length > 0) return refused(...problems);
  const newest = await newestEdition(tx);
  if (newest === null) throw new Error('an entry is granted before any list was loaded');
  const at = needs.clock.now();
  if (!(await decideAddition(tx, id, { granted: true, reason: null, at }))) return refused(listAdditionNotOpen());
  if (changes !== null) await makeWay(tx, changes);
  await writeAdded(tx, addition);
  const hash = hashWithAdditions(newest.filesHash, await addedDigests(tx));
  const edition = await writeEdition(tx, { hash, filesHash: newest.filesHash, release: newest.release, at, additionId: id });
  forgetCurrent(tx);
  await recordAct(tx, needs, {
    act: ACT[kind],
    purpose: 'ADMINISTER',
    bodyId,
    objectId: id,
    revision: edition,
    payload: { list, code, name, changes, validFrom: addition.validFrom, validTo: addition.validTo, source: addition.source, hash },
  });
  return ok({ edition });
}
