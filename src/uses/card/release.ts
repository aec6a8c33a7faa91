/** The release of somebody who is held back: by another than who ended their card, with an act of its own; a card begins at once where one is due. */
import { samePerson } from '#authority/access/problems.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { leavesNowhereApart } from '#record/register/kept-apart.ts';
import { readPeople } from '#record/register/store.ts';
import type { EndNeeds } from './end-card.ts';
import { heldBackOf, releaseHolds } from './hold-store.ts';
import { employmentsOfPerson } from './people-fit.ts';
import { performSteps } from './perform.ts';
import { notHeldBack } from './problems.ts';
import type { ReleaseReasonCode } from './reasons.ts';
import { stepsOf } from './steps-of-people.ts';
import { livingCards } from './store.ts';

export interface Released {
  /** a card holds now; false: something else is missing for one */
  readonly begun: boolean;
}

/** The caller has asked `decide`. Fails with E-CARD-NOT-HELD-BACK, E-RECORD-KEPT-APART, and with E-CONFIRM-SAME-PERSON when the session itself held them back. */
export async function releaseHeldBack(
  tx: Tx,
  needs: EndNeeds,
  personId: string,
  how: { readonly because: ReleaseReasonCode; readonly paper: string },
): Promise<Result<Released>> {
  const [person] = (await readPeople(tx, needs.keys, [personId])).values();
  if (!person || !(await heldBackOf(tx, [personId])).has(personId)) return refused(notHeldBack());
  const may = await leavesNowhereApart(tx, personId);
  if (!may.ok) return may;
  const reasons = await releaseHolds(tx, personId, { ...how, at: needs.clock.now() });
  if (reasons.length === 0) return refused(samePerson());
  await recordAct(tx, needs, {
    act: 'card.released',
    purpose: 'CARD',
    bodyId: person.bodyId,
    objectId: personId,
    revision: person.version,
    payload: { heldBackFor: reasons, because: how.because, paper: how.paper },
  });
  const today = needs.clock.today();
  const living = (await livingCards(tx, [personId], { lock: 'update' })).get(personId) ?? [];
  const known = { signedOn: null, effectiveOn: today, enteredAt: needs.clock.now() };
  const steps = stepsOf(await employmentsOfPerson(tx, person, today), living, { kind: 'released' });
  await performSteps(
    tx,
    needs,
    steps.map((one) => ({ ...one, person, superseded: [], known })),
  );
  return ok({ begun: steps.some(({ step }) => step.begins) });
}
