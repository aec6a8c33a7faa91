/** Answering: agreeing, refusing, taking back, giving back. Who may is asked here, with the case at hand; all or nothing. */
import { recordAct } from '#authority/audit/record.ts';
import { decide } from '#authority/access/decide.ts';
import type { AccessAct, Actor } from '#authority/access/shapes.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { showDate } from '#base/vietnamese/dates.ts';
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import { latestMatch } from '#record/matching/store.ts';
import { subjectIdentityOf } from '#record/register/store.ts';
import { endCaseJob } from './jobs.ts';
import type { CaseNeeds } from './needs.ts';
import { codeOfDay } from './body-of-day.ts';
import {
  caseBodyDay,
  caseMergeStandsOn,
  caseNotFound,
  caseNotMatched,
  caseOtherAgreed,
  caseStandsOn,
  caseStep,
  caseUnderWay,
  standingWords,
} from './problems.ts';
import type { CaseAct, CaseSide, CaseState, MergeChoice, PersonCase } from './shapes.ts';
import { otherSide } from './shapes.ts';
import { answeringSide, isLent, isRipe, step, undoAnsweredBy } from './step.ts';
import type { CaseEvent } from './step.ts';
import { isAboutHuman, standsOnMerge, underWay } from './merge-store.ts';
import { actsOf, moveCase, otherAgreed, readCase, sealChoice, standsOnNothing, writeAct } from './store.ts';
import { dueOn } from './terms.ts';
import { judgeChoice } from './two-records.ts';

export const ANSWERS = ['consent', 'refuse', 'withdraw', 'undo', 'keep'] as const;
export type Answer = (typeof ANSWERS)[number];

export const ACT_OF_ANSWER: Readonly<Record<Answer, AccessAct>> = {
  consent: 'case.decide',
  refuse: 'case.decide',
  withdraw: 'case.ask',
  undo: 'case.decide',
  keep: 'case.decide',
};

export const bodyOfSide = (one: PersonCase, side: CaseSide): string => (side === 'from' ? one.fromBody : one.toBody);

/** Levels at which the population database knows the new number as this person's. */
const MATCHED: ReadonlySet<string> = new Set(['KHOP', 'GAN_KHOP']);

/** For which sides an answer makes sense now, the likelier first. */
function sidesOf(one: PersonCase, answer: Answer): readonly CaseSide[] {
  if (one.state === 'undo_asked') {
    const answering = undoAnsweredBy(one) ?? 'to';
    return answer === 'keep' ? [answering, otherSide(answering)] : [answering];
  }
  if (answer === 'undo') return isLent(one.kind) || one.kind === 'same_human' ? ['to', 'from'] : ['to'];
  if (answer === 'withdraw') return [one.openedBy, otherSide(one.openedBy)];
  return [one.state === 'prepared' ? one.openedBy : answeringSide(one)];
}

const eventOf = (answer: Answer, side: CaseSide): CaseEvent => ({ kind: answer, side });

/**
 * For which side this actor may give this answer now; a Problem when for none.
 * Four eyes: nobody who acted in the case before agrees to it, nor whom it is about, by citizen number (old numbers counted).
 */
export async function mayAnswer(
  tx: Tx,
  needs: Pick<CaseNeeds, 'clock'>,
  actor: Actor,
  one: PersonCase,
  acts: readonly CaseAct[],
  answer: Answer,
): Promise<Result<CaseSide>> {
  let why: Problem = caseStep();
  for (const side of sidesOf(one, answer)) {
    if (step(one, eventOf(answer, side)) === null) continue;
    const undoes = one.state === 'undo_asked' && answer === 'undo';
    const lastAsked = acts.findLast((act) => act.act === 'undo_asked');
    const acted = undoes
      ? lastAsked?.byIdentity === actor.identity
      : acts.some((act) => act.byIdentity === actor.identity && (act.act === 'opened' || act.act === 'consented'));
    const isSubject =
      one.numberHash === actor.identity ||
      (await subjectIdentityOf(tx, one.personId, actor.identity)) === actor.identity ||
      (one.kind === 'same_human' && (await isAboutHuman(tx, one.caseId, actor.identity)));
    const verdict = decide(
      actor,
      ACT_OF_ANSWER[answer],
      {
        bodyId: bodyOfSide(one, side),
        // Refusing or giving back what one asked for oneself takes nothing from anybody.
        makerIdentity: acted && (answer === 'consent' || undoes) ? actor.identity : null,
        subjectIdentity: isSubject ? actor.identity : null,
      },
      { today: needs.clock.today() },
    );
    if (verdict.allowed) return ok(side);
    why = verdict.reason;
  }
  return refused(why);
}

/** A person is given to a body on a day on which the register can name it. */
const dayOf = async (tx: Tx, needs: CaseNeeds, bodyId: string, day: PlainDate): Promise<Problem | null> =>
  (await codeOfDay(tx, needs, bodyId, day)) === null ? caseBodyDay({ day: showDate(day) }) : null;

/** Nothing, or what it is. */
const standing = (codes: readonly string[], problem: (words: ReturnType<typeof standingWords>) => Problem): Problem | null =>
  codes.length === 0 ? null : problem(standingWords(codes));

/** What stands against agreeing now, beside who asks. */
async function hindrance(tx: Tx, needs: CaseNeeds, one: PersonCase, answer: Answer, otherIsAgreed: boolean): Promise<Problem | null> {
  if (one.kind === 'same_human') {
    if (answer === 'undo') return standing(await standsOnMerge(tx, one.caseId), caseMergeStandsOn);
    return answer === 'consent' && one.state === 'asked' ? standing(await underWay(tx, one.caseId), caseUnderWay) : null;
  }
  if (answer === 'undo') {
    if (isLent(one.kind)) return null;
    return (await standsOnNothing(tx, one.caseId)) ? dayOf(tx, needs, one.fromBody, needs.clock.today()) : caseStandsOn();
  }
  if (answer !== 'consent') return null;
  if (one.kind !== 'number_change')
    return otherIsAgreed && one.state === 'asked'
      ? caseOtherAgreed()
      : dayOf(tx, needs, one.toBody, one.effectiveOn ?? needs.clock.today());
  const match = await latestMatch(tx, one.caseId);
  if (match && MATCHED.has(match.level)) return null;
  const mismatch = match !== null;
  return caseNotMatched({
    level: mismatch ? 'kết quả: không khớp hoặc không tìm thấy' : 'chưa có trả lời',
    levelEn: mismatch ? 'the answer: a mismatch, or not found' : 'no answer yet',
  });
}

const AUDIT_OF = {
  consent: 'case.consented',
  refuse: 'case.ended',
  withdraw: 'case.ended',
  undo: 'case.undone',
  keep: 'case.ended',
} as const;

/**
 * In the caller's transaction (`acting`). Fails with E-CASE-NOT-FOUND, E-CASE-STEP, E-CASE-OTHER-AGREED, E-CASE-BODY-DAY, E-CASE-NOT-MATCHED, E-CASE-STANDS-ON,
 * of a merge E-CASE-UNDER-WAY, E-CASE-RECORDS-CHANGED, E-CASE-CHOICE, E-CASE-MERGE-STANDS-ON, and with what `decide` says. `choice`: of who decides a merge.
 */
export async function answerCase(
  tx: Tx,
  needs: CaseNeeds,
  actor: Actor,
  caseId: string,
  answer: Answer,
  choice?: MergeChoice,
): Promise<Result<{ readonly state: CaseState }>> {
  const otherIsAgreed = await otherAgreed(tx, caseId);
  const one = await readCase(tx, needs.keys, caseId, { lock: true });
  if (!one) return refused(caseNotFound());
  const acts = await actsOf(tx, caseId);
  const side = await mayAnswer(tx, needs, actor, one, acts, answer);
  if (!side.ok) return side;
  const hinders = await hindrance(tx, needs, one, answer, otherIsAgreed);
  if (hinders) return refused(hinders);
  const next = step(one, eventOf(answer, side.value));
  if (!next) return refused(caseStep());
  const decides = one.kind === 'same_human' && next.state === 'agreed';
  const chosen = decides ? await judgeChoice(tx, needs, one, choice) : null;
  if (chosen && !chosen.ok) return chosen;
  const at = needs.clock.now();
  const moved = await moveCase(tx, one, {
    state: next.state,
    outcome: next.outcome,
    at,
    ...(next.state === 'undo_asked' ? { undo: { by: side.value, dueOn: dueOn(one.kind, needs.clock.today()) } } : {}),
    choice: chosen ? sealChoice(needs.keys, caseId, chosen.value) : null,
  });
  if (!moved) return refused(caseStep());
  const bodyId = bodyOfSide(one, side.value);
  const { accountId, identity, name } = actor;
  await writeAct(tx, caseId, { act: next.act, side: side.value, bodyId, by: { accountId, identity, name }, at });
  await recordAct(tx, needs, [
    {
      act: AUDIT_OF[answer],
      purpose: 'CASE',
      bodyId,
      objectId: side.value === 'from' || one.fromBody === one.toBody ? one.personId : caseId,
      payload: { caseId, kind: one.kind, answer, state: next.state },
    },
  ]);
  if (next.state === 'undone' || isRipe({ ...one, state: next.state }, needs.clock.today()))
    await needs.sendJob(tx, endCaseJob, { caseId });
  return ok({ state: next.state });
}
