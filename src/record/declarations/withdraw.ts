/** What was declared is taken back by its person, as long as nobody decided anything of it; what waited behind it goes on in the background. Decision 0125. */
import { recordAct } from '#authority/audit/record.ts';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { DECLARE } from '#record/clocks/clocks-of.ts';
import { voidFor } from '#record/clocks/run.ts';
import type { ClockNeeds } from '#record/clocks/run.ts';
import { releaseHeld } from '#record/confirmation/closing-store.ts';
import { queueMatches } from '#record/intake/confirm.ts';
import type { IntakeNeeds } from '#record/intake/needs.ts';
import type { Declarer } from './needs.ts';
import { declarationDecided, declarationUnknown } from './problems.ts';
import { declarationToLetGo, freedBy, runOn, setLetGo, takeBack } from './withdraw-store.ts';

/**
 * MUST run in a transaction that sees the own record. Whole or not at all, with the papers that came along; a first declaration lets its own term run on.
 *
 * @returns E-DECLARATION-UNKNOWN: nothing of this id was sent, or it was taken back before; E-DECLARATION-DECIDED: an officer was first, and nothing is changed
 */
export async function withdrawDeclaration(
  tx: Tx,
  needs: ClockNeeds,
  who: Pick<Declarer, 'personId' | 'bodyId' | 'role'>,
  declarationId: string,
): Promise<Result<undefined>> {
  const taken = await takeBack(tx, declarationId, needs.clock.now());
  if (!taken) return refused(declarationUnknown());
  if (taken.outcome === 'decided') return refused(declarationDecided());
  const runs = taken.kind === 'first' ? await runOn(tx, declarationId, DECLARE) : [];
  const common = { purpose: 'OWN_RECORD', role: who.role } as const;
  await recordAct(tx, needs, [
    {
      ...common,
      act: 'declaration.withdrawn',
      bodyId: who.bodyId,
      objectId: who.personId,
      payload: { declaration: declarationId, submissions: taken.submissions.map(({ submissionId }) => submissionId) },
    },
    ...taken.submissions.map(({ submissionId, round, bodyId }) => ({
      ...common,
      act: 'submission.withdrawn' as const,
      bodyId,
      objectId: submissionId,
      revision: round,
      payload: { declaration: declarationId },
    })),
    ...runs.map(({ clockId, personId, bodyId, ...payload }) => ({
      ...common,
      act: 'clock.started' as const,
      bodyId,
      objectId: personId,
      payload: { clock: clockId, ...payload },
    })),
  ]);
  return ok(undefined);
}

/** What waited behind one that was taken back goes on, and no term runs for it any more. Needs a system session over all bodies. */
export const letGo = (needs: IntakeNeeds, handle: SessionHandle, declarationId: string): Promise<void> =>
  needs.db.transaction(handle, async (tx) => {
    const one = await declarationToLetGo(tx, declarationId);
    if (!one) return;
    for (const submissionId of one.submissionIds) {
      await releaseHeld(tx, await freedBy(tx, submissionId), queueMatches(needs));
      await voidFor(tx, needs, { submissionId });
    }
    await setLetGo(tx, one, needs.clock.now());
  });
