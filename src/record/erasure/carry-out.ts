/**
 * Carries out what two people decided, in this order: the entry of the list beside the tables (from then on a restored copy is erased again), rows with
 * their acts in one transaction, bytes. A kill between any two is made good by the next round.
 */
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { ActEntry } from '#authority/audit/shapes.ts';
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { consentsLeftOf } from '#record/consent/witness.ts';
import { attestationsLeftOf } from '#record/confirmation/witness.ts';
import { versionsLeftOf } from '#record/register/witness.ts';
import { keepEntry } from './erased-list.ts';
import type { ErasureNeeds } from './needs.ts';
import type { ErasurePaper } from './shapes.ts';
import { step } from './step.ts';
import { bytesAreGone, bytesLeft, endErasure, erasePerson, forgetBytes, moveErasure, readErasure, standingAgainst } from './store.ts';
import type { Destroyed } from './store.ts';

/** The acts of an erasure: that content of the log went, and the erasing itself, with what it left of each row of the register. */
export async function recordErased(
  tx: Tx,
  needs: AuditNeeds,
  one: {
    readonly personId: string;
    readonly erasureId: string;
    readonly bodyId: string;
    readonly ground: string;
    readonly paper: ErasurePaper;
  },
  destroyed: Destroyed,
  how: { readonly again: boolean; readonly role?: string },
): Promise<void> {
  const { people, accounts, fixed, counts } = destroyed;
  const common = { purpose: 'OPERATE' as const, bodyId: one.bodyId, ...(how.role === undefined ? {} : { role: how.role }) };
  const gone = (act: 'payload.erased' | 'fixes.erased', objectIds: readonly string[]): ActEntry[] =>
    objectIds.map((objectId) => ({ ...common, act, objectId, payload: { reason: one.ground, erasure: one.erasureId } }));
  await recordAct(tx, needs, [
    ...gone('payload.erased', [...people, ...accounts]),
    // Of a submission only the values of suggestions went: what else is missing of it stays a finding.
    ...gone('fixes.erased', fixed),
    {
      ...common,
      act: 'person.erased',
      objectId: one.personId,
      payload: { erasure: one.erasureId, ground: one.ground, paper: one.paper, counts, again: how.again },
      rows: [...(await versionsLeftOf(tx, people)), ...(await attestationsLeftOf(tx, people)), ...(await consentsLeftOf(tx, people))],
    },
  ]);
}

async function eraseRows(needs: ErasureNeeds, erasureId: string): Promise<void> {
  const session = await needs.jobSession(null);
  const at: Instant = needs.clock.now();
  const found = await needs.db.transaction(session, async (tx) => {
    const one = await readErasure(tx, needs.keys, erasureId);
    if (!one || step(one.state, 'carried-out') === null) return null;
    const standing = await standingAgainst(tx, one.personId);
    const overtaken = standing.includes('moved') ? step(one.state, 'moved-away') : null;
    if (overtaken !== null && (await moveErasure(tx, one, overtaken)))
      await recordAct(tx, needs, { act: 'erasure.lapsed', purpose: 'OPERATE', bodyId: one.bodyId, objectId: erasureId });
    if (standing.length > 0) return null;
    const [row] = await tx.query<{ files: string[] }>('select erasure_files($1) as files', [one.personId]);
    return { one, files: row!.files };
  });
  // What came in between is settled by its people first; the next round looks again.
  if (!found) return;
  const { one, files } = found;
  const { personId, bodyId, ground, paper } = one;
  await keepEntry(needs.erasedList, needs.keys, { personId, erasureId, bodyId, ground, paper, files, at });
  await needs.db.transaction(session, async (tx) => {
    const still = await readErasure(tx, needs.keys, erasureId, { lock: true });
    if (!still || step(still.state, 'carried-out') === null) return;
    const destroyed = await erasePerson(tx, one, at);
    await recordErased(tx, needs, one, destroyed, { again: false });
    await endErasure(tx, one, at, destroyed);
  });
}

/** Bytes of what was carried out: they go after the rows, for rows that name bytes which are not there would be broken ones. */
export async function removeBytes(needs: Pick<ErasureNeeds, 'db' | 'blobs' | 'jobSession'>): Promise<void> {
  const session = await needs.jobSession(null);
  for (const one of await needs.db.transaction(session, bytesLeft)) {
    await needs.db.transaction(session, (tx) => forgetBytes(tx, one.bytes));
    for (const hash of one.bytes) await needs.blobs.remove(hash);
    await needs.db.transaction(session, (tx) => bytesAreGone(tx, one));
  }
}

/** Once: a second run finds nothing to do. */
export async function carryOut(needs: ErasureNeeds, { erasureId }: { readonly erasureId: string }): Promise<void> {
  await eraseRows(needs, erasureId);
  await removeBytes(needs);
}
