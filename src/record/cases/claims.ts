/** Two bodies that send one number: what opens the case between them, and what ends it. Called by whoever claims, lets go and registers. */
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { CaseOutcome } from './shapes.ts';
import { metClaims, releaseNumbers, releaseNumbersOf, settleClaims, writeDualClaims } from './claim-store.ts';
import { dueOn } from './terms.ts';

/** Opens a case for every other body that claims a number of this submission, once. MUST be called when its claims have been committed. */
export async function openDualClaims(
  tx: Tx,
  needs: AuditNeeds,
  about: { readonly submissionId: string; readonly bodyId: string },
): Promise<void> {
  const met = await metClaims(tx, about.submissionId);
  if (met.length === 0) return;
  const at = needs.clock.now();
  const cases = met.map((one) => ({ ...one, caseId: needs.chance.uuid7(Date.parse(at)) }));
  const opened = new Set(await writeDualClaims(tx, cases, at, dueOn('dual_claim', needs.clock.today())));
  const ours = cases.filter((one) => opened.has(one.caseId));
  // Each side's log says it: the case is the matter of both.
  await recordAct(
    tx,
    needs,
    ours.flatMap((one) =>
      [
        [about.bodyId, one.personId],
        [one.otherBody, one.otherPersonId],
      ].map(([bodyId, objectId]) => ({
        act: 'case.opened' as const,
        purpose: 'CASE' as const,
        bodyId: bodyId!,
        objectId: objectId!,
        payload: { caseId: one.caseId, kind: 'dual_claim' },
      })),
    ),
  );
}

/** Lets go the numbers that a withdrawn submission alone had claimed; the cases in which they met others end. */
export async function releaseClaims(
  tx: Tx,
  needs: AuditNeeds,
  about: { readonly submissionId: string; readonly bodyId: string },
): Promise<void> {
  const ended = await releaseNumbers(tx, about.submissionId, needs.clock.now());
  await recordEnds(tx, needs, about.bodyId, about.submissionId, ended, 'claim-withdrawn');
}

/** Lets go the numbers of people to be whose rows a correction has retyped under another number; the cases in which they met others end. */
export async function releaseRetyped(
  tx: Tx,
  needs: AuditNeeds,
  about: { readonly submissionId: string; readonly bodyId: string },
  personIds: readonly string[],
): Promise<void> {
  const ended = await releaseNumbersOf(tx, about.submissionId, personIds, needs.clock.now());
  await recordEnds(tx, needs, about.bodyId, about.submissionId, ended, 'claim-withdrawn');
}

/** The first confirmation has bound these people's numbers: the other bodies that sent them learn so. */
export async function settleDualClaims(
  tx: Tx,
  needs: AuditNeeds,
  about: { readonly personIds: readonly string[]; readonly bodyId: string },
): Promise<void> {
  const ended = await settleClaims(tx, about.personIds, needs.clock.now());
  for (const { personId, caseId } of ended) await recordEnds(tx, needs, about.bodyId, personId, [caseId], 'registered-first');
}

const recordEnds = (
  tx: Tx,
  needs: AuditNeeds,
  bodyId: string,
  objectId: string,
  caseIds: readonly string[],
  outcome: CaseOutcome,
): Promise<unknown> =>
  recordAct(
    tx,
    needs,
    caseIds.map((caseId) => ({ act: 'case.ended' as const, purpose: 'CASE' as const, bodyId, objectId, payload: { caseId, outcome } })),
  );
