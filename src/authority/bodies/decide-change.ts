/** The second person: what was asked for is planned once more, held against what was shown, and put in force; or refused. */
import type { AskedOf } from '#authority/access/frame.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { applyChange, changeById, decideChange, lockBodies, operationsOf } from '#authority/organisations/change-store.ts';
import { changeNotOpen, changeNotYours, changeStale } from '#authority/organisations/problems.ts';
import { step } from '#authority/organisations/step.ts';
import type { ChangeEvent } from '#authority/organisations/step.ts';
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import { notWithinReach } from '#authority/access/problems.ts';
import { prepare, refusalOver } from './ask-change.ts';

type Needs = AuditNeeds & { readonly clock: { now(): string; today(): string } };
const NO = {
  'not-open': changeNotOpen,
  'not-yours': changeNotYours,
  'own-change': changeNotYours,
  'wrong-lines': changeNotOpen,
  stale: changeStale,
} as const;

/** @param verdict  `planHash`: of what the person was shown; `refusal`: why it is not put in force, null when it is */
export async function decide(
  asked: Pick<AskedOf, 'tx' | 'refusalOf'>,
  needs: Needs,
  id: string,
  verdict: { readonly refusal: string | null; readonly planHash: string | null },
): Promise<Result<null>> {
  const { tx } = asked;
  await lockBodies(tx);
  const change = await changeById(tx, id);
  const beyond = change === null ? notWithinReach() : refusalOver(asked, change.over);
  if (change === null || beyond) return refused(beyond ?? notWithinReach());
  const at = needs.clock.now();
  const stepped = (event: ChangeEvent): Problem | null => {
    const next = step(change.state, event);
    return 'no' in next ? NO[next.no]() : null;
  };
  if (verdict.refusal !== null) {
    const no = stepped({ kind: 'refused', byMaker: change.mine });
    if (no) return refused(no);
    if (!(await decideChange(tx, id, { refusal: verdict.refusal, at }))) return refused(changeNotOpen());
    await recordAct(tx, needs, {
      act: 'bodies.refused',
      purpose: 'ADMINISTER',
      bodyId: change.over[0] ?? null,
      objectId: id,
      payload: { kind: change.kind, reason: verdict.refusal },
    });
    return ok(null);
  }
  const no = stepped({ kind: 'put-in-force', byMaker: change.mine, asShown: true });
  if (no) return refused(no);
  if (change.decision === null) throw new Error('a change waits without its decision');
  const { plan, problems } = await prepare(tx, { operations: await operationsOf(tx, id), on: change.on, decision: change.decision });
  if (problems.length > 0) return refused(...problems.map(({ problem }) => problem));
  const stale = stepped({ kind: 'put-in-force', byMaker: change.mine, asShown: plan.hash === verdict.planHash });
  if (stale) return refused(stale);
  if (!(await decideChange(tx, id, { refusal: null, at }))) return refused(changeNotOpen());
  await applyChange(tx, { id, kind: change.kind, on: change.on, decision: change.decision, counts: change.counts }, plan);
  await recordAct(tx, needs, {
    act: 'bodies.changed',
    purpose: 'ADMINISTER',
    bodyId: change.over[0] ?? null,
    objectId: id,
    payload: { kind: change.kind, on: change.on, decision: change.decision, counts: change.counts, planHash: plan.hash },
  });
  return ok(null);
}
