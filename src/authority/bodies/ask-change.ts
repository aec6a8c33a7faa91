/** A change as it is asked for: kept as a draft with its plan, sent to the second person. */
import type { AskedOf } from '#authority/access/frame.ts';
import { secondAdministrators } from '#authority/access/grant-requests.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { changeById, ownFile, sendChange, writeChange } from '#authority/organisations/change-store.ts';
import type { ChangeCounts, ListProblem, StoredChange } from '#authority/organisations/change-store.ts';
import { planHash } from '#authority/organisations/kept-plan.ts';
import type { ChangeDecision } from '#authority/organisations/operations.ts';
import { FIRST_DECISION_DAY } from '#authority/organisations/decision-rules.ts';
import {
  changeNotOpen,
  changeNotYours,
  decisionMissing,
  effectBeforeDecision,
  noSecondForBodies,
} from '#authority/organisations/problems.ts';
import { step } from '#authority/organisations/step.ts';
import type { PlainDate } from '#base/clock.ts';
import { isPlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import { notWithinReach } from '#authority/access/problems.ts';
import { standingPlan } from './plan-once.ts';
import type { Prepared, ToPrepare } from './plan-once.ts';

/** What is wrong with the decision itself. */
export function problemsOfDecision(decision: ChangeDecision | null, on: PlainDate, today: PlainDate): Problem[] {
  if (decision === null || !isPlainDate(decision.day) || decision.day > today || decision.day < FIRST_DECISION_DAY)
    return [decisionMissing({ first: FIRST_DECISION_DAY })];
  if (on < decision.day && (decision.word ?? '').trim().length < 10) return [effectBeforeDecision({ on, day: decision.day })];
  return [];
}

type Needs = AuditNeeds & { readonly clock: { now(): string; today(): string } };

/** May the actor administer all of these bodies? */
export function refusalOver({ refusalOf }: Pick<AskedOf, 'refusalOf'>, over: readonly string[]): Problem | null {
  if (over.length === 0) return notWithinReach();
  for (const bodyId of over) {
    const refusal = refusalOf('bodies.change', { bodyId });
    if (refusal) return refusal;
  }
  return null;
}

export interface ChangeToMake extends ToPrepare {
  readonly kind: string;
  readonly decision: ChangeDecision | null;
  readonly prepared: Prepared;
  readonly counts: ChangeCounts;
  /** of a list: what is wrong in which cell */
  readonly cells?: readonly ListProblem[];
  readonly list?: { readonly sha256: string; readonly name: string };
  readonly file?: string | undefined;
}

/** A draft, written and told in the log. */
export async function makeDraft(asked: Pick<AskedOf, 'tx' | 'refusalOf'>, needs: Needs, made: ChangeToMake): Promise<Result<string>> {
  const { tx } = asked;
  const { plan } = made.prepared;
  // A list that holds nothing but problems is over nothing yet; whoever brought it sees it.
  const beyond = plan.over.length === 0 && made.list ? null : refusalOver(asked, plan.over);
  if (beyond) return refused(beyond);
  if (made.file !== undefined && (await ownFile(tx, made.file)) === null) return refused(notWithinReach());
  const at = needs.clock.now();
  const id = needs.chance.uuid7(Date.parse(at));
  await writeChange(tx, {
    id,
    kind: made.kind,
    on: made.on,
    operations: made.operations,
    counts: made.counts,
    problems: made.cells ?? [],
    list: made.list ?? null,
    decision: made.decision,
    decisionSha256: made.file ?? null,
    over: plan.over,
    plan: made.prepared.kept,
    at,
  });
  await recordAct(tx, needs, {
    act: 'bodies.drafted',
    purpose: 'ADMINISTER',
    bodyId: plan.over[0] ?? null,
    objectId: id,
    payload: {
      kind: made.kind,
      on: made.on,
      operations: made.operations.length,
      wrong: made.cells?.length ?? 0,
      list: made.list?.sha256 ?? null,
    },
  });
  return ok(id);
}

/** To the second person. The change MUST be a draft that this session made. */
export async function send(
  asked: Pick<AskedOf, 'tx' | 'refusalOf'>,
  needs: Needs,
  change: StoredChange,
  sent: { readonly decision: ChangeDecision; readonly file: string | undefined },
): Promise<Result<null>> {
  const { tx } = asked;
  const next = step(change.state, { kind: 'sent', byMaker: change.mine, wrong: change.problemCount });
  if ('no' in next) return refused(next.no === 'not-yours' ? changeNotYours() : changeNotOpen());
  const wrong = problemsOfDecision(sent.decision, change.on, needs.clock.today());
  if (wrong.length > 0) return refused(...wrong);
  if (sent.file !== undefined && (await ownFile(tx, sent.file)) === null) return refused(notWithinReach());
  const { decision } = sent;
  const { problems, sha256, anew } = await standingPlan(tx, change);
  if (sha256 === null) return refused(...problems.map(({ problem }) => problem));
  const over = anew?.plan.over ?? change.over;
  const beyond = refusalOver(asked, over);
  if (beyond) return refused(beyond);
  for (const bodyId of over) if ((await secondAdministrators(tx, bodyId, null)) === 0) return refused(noSecondForBodies());
  const hash = planHash(sha256, decision);
  const done = await sendChange(tx, change.id, {
    decision,
    decisionSha256: sent.file ?? change.decisionSha256,
    planHash: hash,
    anew: anew?.kept ? { ...anew.kept, over } : null,
    at: needs.clock.now(),
  });
  if (!done) return refused(changeNotOpen());
  await recordAct(tx, needs, {
    act: 'bodies.asked',
    purpose: 'ADMINISTER',
    bodyId: over[0] ?? null,
    objectId: change.id,
    payload: { kind: change.kind, on: change.on, decision, planHash: hash },
  });
  return ok(null);
}

/** The change that was just made, for what follows in the same transaction. */
export async function justMade(tx: Tx, id: string): Promise<StoredChange> {
  const change = await changeById(tx, id);
  if (change === null) throw new Error('a change that was just made is not seen by who made it');
  return change;
}
