/** The second person: the plan, as it was kept or made anew on other bodies, is held against what was shown and put in force; or refused. */
import type { AskedOf } from '#authority/access/frame.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { applyChange } from '#authority/organisations/apply-change.ts';
import { changeById, decideChange } from '#authority/organisations/change-store.ts';
import { planHash } from '#authority/organisations/kept-plan.ts';
import { holdWriters, touchedByMerger } from '#authority/organisations/merger-store.ts';
import { changeNotOpen, changeNotYours, changeStale, mergerNotYet } from '#authority/organisations/problems.ts';
import { lockBodies } from '#authority/organisations/registry-store.ts';
import { step } from '#authority/organisations/step.ts';
import type { ChangeEvent } from '#authority/organisations/step.ts';
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import { notWithinReach } from '#authority/access/problems.ts';
import { refusalOver } from './ask-change.ts';
import { countsAlong } from './change-lines.ts';
import { rowsKept, standingPlan } from './plan-once.ts';

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
  const merges = change.kind === 'merge' || change.kind === 'undo';
  if (merges && change.on > needs.clock.today()) return refused(mergerNotYet({ on: change.on }));
  if (merges) await holdWriters(tx);
  if (change.decision === null) throw new Error('a change waits without its decision');
  const { problems, sha256, anew } = await standingPlan(tx, change);
  if (sha256 === null) return refused(...problems.map(({ problem }) => problem));
  const elsewhere = anew && refusalOver(asked, anew.plan.over);
  if (elsewhere) return refused(elsewhere);
  const hash = planHash(sha256, change.decision);
  const stale = stepped({ kind: 'put-in-force', byMaker: change.mine, asShown: hash === verdict.planHash });
  if (stale) return refused(stale);
  const rows = anew?.plan.rows ?? (await rowsKept(tx, id, sha256));
  const counts = { ...change.counts, ...countsAlong(rows) };
  if (!(await decideChange(tx, id, { refusal: null, at }))) return refused(changeNotOpen());
  await applyChange(tx, { id, kind: change.kind, on: change.on, decision: change.decision, counts }, rows);
  await recordAct(tx, needs, {
    act: 'bodies.changed',
    purpose: 'ADMINISTER',
    bodyId: change.over[0] ?? null,
    objectId: id,
    payload: { kind: change.kind, on: change.on, decision: change.decision, counts, planHash: hash },
  });
  if (merges)
    await recordAct(
      tx,
      needs,
      (await touchedByMerger(tx, id)).map(({ personId, bodyId }) => ({
        act: 'person.body-changed' as const,
        purpose: 'ADMINISTER' as const,
        bodyId,
        objectId: personId,
        payload: { change: id, kind: change.kind, on: change.on },
      })),
    );
  return ok(null);
}
