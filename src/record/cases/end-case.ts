/**
 * What a day brings, and what the register does of what was agreed: under a session of the system, one transaction a case. May run twice and be killed anywhere:
 * a case that is done is not done again.
 */
import { recordAct } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import { latestMatch, writeResult } from '#record/matching/store.ts';
import {
  GROUPS_OF_A_MOVE,
  dayOfStating,
  registerMove,
  registerConcurrent,
  registerConcurrentEnd,
  registerNewNumber,
  registerReturn,
  registerSecondment,
  registerSecondmentEnd,
} from '#record/register/move.ts';
import { beside, notChoosable, registerMerge, registerSeparation, statedByMerge } from '#record/register/same-human.ts';
import { formerUntil } from '#record/register/reach.ts';
import type { RegisteredPerson } from '#record/register/shapes.ts';
import { readPeople, readSalts } from '#record/register/store.ts';
import { leftStates } from '#standard/conditions.ts';
import { textOf } from '#standard/record-access.ts';
import { codeOfDay } from './body-of-day.ts';
import { ROUND_CASES_MAX } from './limits.ts';
import type { CaseNeeds } from './needs.ts';
import type { PersonCase } from './shapes.ts';
import { isLent, isOver, isRipe, step } from './step.ts';
import type { CaseEvent } from './step.ts';
import { mergePeople, numbersOf, separatePeople } from './merge-store.ts';
import {
  casesToEnd,
  forgetVersion,
  moveCase,
  movePerson,
  movePersonBack,
  overtakeCases,
  readCase,
  replaceNumber,
  writeAct,
} from './store.ts';

/** Does what one case waits for: its term is over, its day has come, or it was undone. Nothing when it waits for nothing. */
export async function endCase(needs: CaseNeeds, { caseId }: { readonly caseId: string }): Promise<void> {
  await needs.db.transaction(await needs.jobSession(null), async (tx) => {
    const one = await readCase(tx, needs.keys, caseId, { lock: true });
    if (!one) return;
    const today = needs.clock.today();
    if (one.state === 'undone' && one.writtenVersion !== null) return goBack(tx, needs, one, one.writtenVersion);
    if (isOver(one, today) && one.writtenVersion !== null) {
      await close(tx, needs, one, { kind: 'day', today });
      return goBack(tx, needs, one, one.writtenVersion);
    }
    if (isRipe(one, today)) return carryOut(tx, needs, one);
    if (one.kind === 'concurrent' && one.state === 'done') return endWithEmployment(tx, needs, one);
    await close(tx, needs, one, { kind: 'day', today });
  });
}

/** One round of the worker; returns how many cases it looked at. */
export async function endDueCases(needs: CaseNeeds): Promise<number> {
  const handle = await needs.jobSession(null);
  const due = await needs.db.transaction(handle, (tx) =>
    casesToEnd(tx, { today: needs.clock.today(), leftStates: leftStates(), limit: ROUND_CASES_MAX }),
  );
  for (const caseId of due) await endCase(needs, { caseId });
  return due.length;
}

/** Ends a case by an event of the system, with its act and a row in the log of both bodies. */
async function close(tx: Tx, needs: CaseNeeds, one: PersonCase, event: CaseEvent, writtenVersion: number | null = null): Promise<void> {
  const next = step(one, event);
  if (!next) return;
  const at = needs.clock.now();
  if (!(await moveCase(tx, one, { state: next.state, outcome: next.outcome, at, writtenVersion }))) return;
  await writeAct(tx, one.caseId, { act: next.act, side: null, bodyId: null, by: null, at });
  // What a clerk only prepared was never the other body's matter.
  const told =
    next.outcome === 'never-asked' ? [one.openedBy === 'from' ? one.fromBody : one.toBody] : [...new Set([one.fromBody, one.toBody])];
  await recordAct(
    tx,
    needs,
    told.map((bodyId) => ({
      act: next.state === 'done' ? ('case.completed' as const) : ('case.ended' as const),
      purpose: 'CASE' as const,
      bodyId,
      objectId: next.state === 'done' ? one.personId : one.caseId,
      payload: { caseId: one.caseId, kind: one.kind, outcome: next.outcome, version: writtenVersion },
    })),
  );
}

/** The register does what was agreed, or the case is told that the register stands otherwise by now. */
async function carryOut(tx: Tx, needs: CaseNeeds, one: PersonCase): Promise<void> {
  const does = {
    number_change: renumber,
    secondment: lend,
    concurrent: share,
    transfer: handOver,
    re_entry: handOver,
    same_human: join,
  } as const;
  const version = one.kind === 'dual_claim' ? null : await does[one.kind](tx, needs, one);
  if (version === null) return close(tx, needs, one, { kind: 'overtaken' });
  await close(tx, needs, one, { kind: 'completed' }, version);
  // Who lends a person goes on to manage them: what else is open about them stands.
  if (isLent(one.kind)) return;
  const at = needs.clock.now();
  const overtaken = await overtakeCases(tx, one.caseId, at);
  await recordAct(
    tx,
    needs,
    overtaken.flatMap(({ caseId, bodies }) =>
      bodies.map((bodyId) => ({
        act: 'case.ended' as const,
        purpose: 'CASE' as const,
        bodyId,
        objectId: caseId,
        payload: { caseId, outcome: 'overtaken' },
      })),
    ),
  );
}

async function handOver(tx: Tx, needs: CaseNeeds, one: PersonCase): Promise<number | null> {
  const person = (await readPeople(tx, needs.keys, [one.personId])).get(one.personId);
  if (!person) return null;
  const day = dayOfStating(person, GROUPS_OF_A_MOVE, one.effectiveOn ?? needs.clock.today());
  const bodyCode = await codeOfDay(tx, needs, one.toBody, day);
  if (bodyCode === null || !(await movePerson(tx, one.caseId, { leftStates: leftStates(), formerUntil: formerUntil(day) }))) return null;
  const hadLeft = hasLeft(person);
  return registerMove(tx, needs, { personId: one.personId, bodyId: one.toBody, bodyCode, day, hadLeft });
}

const hasLeft = ({ document }: RegisteredPerson): boolean => leftStates().includes(textOf(document, 'A', 'trangThaiCongTac'));

/** The using body has agreed: the register names it, as long as the one that lent the person still manages them. */
async function lend(tx: Tx, needs: CaseNeeds, one: PersonCase): Promise<number | null> {
  const person = (await readPeople(tx, needs.keys, [one.personId], { lock: true })).get(one.personId);
  if (!person || person.bodyId !== one.fromBody || hasLeft(person)) return null;
  const day = dayOfStating(person, GROUPS_OF_A_MOVE, one.effectiveOn ?? needs.clock.today());
  const usingCode = await codeOfDay(tx, needs, one.toBody, day);
  if (usingCode === null || day > one.untilOn!) return null;
  return registerSecondment(tx, needs, { personId: one.personId, bodyId: one.fromBody, usingCode, day });
}

/** The body of the post has agreed: the register names the post beside the main one, as long as the one that offered still manages the person. */
async function share(tx: Tx, needs: CaseNeeds, one: PersonCase): Promise<number | null> {
  const person = (await readPeople(tx, needs.keys, [one.personId], { lock: true })).get(one.personId);
  if (!person || person.bodyId !== one.fromBody || hasLeft(person)) return null;
  const day = dayOfStating(person, ['F'], one.effectiveOn ?? needs.clock.today());
  const code = await codeOfDay(tx, needs, one.toBody, day);
  if (code === null || (one.untilOn !== null && day > one.untilOn)) return null;
  const from = one.effectiveOn!;
  return registerConcurrent(tx, needs, { personId: one.personId, bodyId: one.fromBody, post: one.post!, at: one.toBody, code, from, day });
}

/** A concurrent post ends with the employment that it stands beside: the person has left, or went over to another body. */
async function endWithEmployment(tx: Tx, needs: CaseNeeds, one: PersonCase): Promise<void> {
  const person = (await readPeople(tx, needs.keys, [one.personId], { lock: true })).get(one.personId);
  if (person && person.bodyId === one.fromBody && !hasLeft(person)) return;
  await close(tx, needs, one, { kind: 'overtaken' }, one.writtenVersion);
  await takeBack(tx, needs, one);
}

async function renumber(tx: Tx, needs: CaseNeeds, one: PersonCase): Promise<number | null> {
  const salt = (await readSalts(tx, [one.personId])).get(one.personId);
  const match = await latestMatch(tx, one.caseId);
  const number = one.content?.newNationalId;
  if (!salt || !match || !number) return null;
  if (!(await replaceNumber(tx, one.caseId, needs.keys.seal(salt, 'national-id', Buffer.from(number))))) return null;
  const at = needs.clock.now();
  await writeResult(tx, {
    level: match.level,
    fields: match.fields,
    marks: match.marks,
    personId: one.personId,
    matchId: needs.chance.uuid7(Date.parse(at)),
    submissionId: one.caseId,
    bodyId: one.toBody,
    at,
    source: match.source,
    requestId: match.requestId,
  });
  return registerNewNumber(tx, needs, { personId: one.personId, bodyId: one.toBody, level: match.level, day: needs.clock.today() });
}

/** Two records become one as who decided chose; null when either has changed since, or something about them is under way. */
async function join(tx: Tx, needs: CaseNeeds, one: PersonCase): Promise<number | null> {
  const staysId = one.otherPersonId!;
  const people = await readPeople(tx, needs.keys, [one.personId, staysId], { lock: true });
  const [gone, stays] = [people.get(one.personId), people.get(staysId)];
  const salts = await readSalts(tx, [one.personId, staysId]);
  const [goneSalt, staysSalt] = [salts.get(one.personId), salts.get(staysId)];
  if (!gone || !stays || !goneSalt || !staysSalt || !one.choice) return null;
  const rows = beside(stays.document, gone.document, one.fromBody !== one.toBody);
  // Each number is sealed under the key of its person: the ones that come over are sealed anew, the old rows stay as they are.
  const numbers = (await numbersOf(tx, one.personId)).map(({ id_hash, sealed }) => ({
    hash: id_hash,
    seal: needs.keys.seal(staysSalt, 'national-id', needs.keys.open(goneSalt, 'national-id', sealed)),
  }));
  const day = needs.clock.today();
  const how = { numbers, choice: one.choice, at: needs.clock.now(), formerUntil: formerUntil(day) };
  if (notChoosable(rows, one.choice).length > 0 || !(await mergePeople(tx, one.caseId, how))) return null;
  return registerMerge(tx, needs, { caseId: one.caseId, gone, staysId, staysBody: one.toBody, day }, statedByMerge(rows, one.choice));
}

/** A merge that two people undid: both records stand as before it. What was built on it meanwhile keeps them one. */
async function separate(tx: Tx, needs: CaseNeeds, one: PersonCase): Promise<void> {
  const done = await separatePeople(tx, one.caseId);
  const gone = done ? (await readPeople(tx, needs.keys, [one.personId], { lock: true })).get(one.personId) : undefined;
  if (gone && one.choice) {
    const joined = { caseId: one.caseId, gone, staysId: one.otherPersonId!, staysBody: one.toBody, day: needs.clock.today() };
    await registerSeparation(tx, needs, joined, one.choice.staysVersion);
    await forgetVersion(tx, one.caseId);
  } else await moveCase(tx, one, { state: 'done', outcome: 'done', at: needs.clock.now() });
  await recordAct(
    tx,
    needs,
    [...new Set([one.fromBody, one.toBody])].map((bodyId) => ({
      act: 'case.undone' as const,
      purpose: 'CASE' as const,
      bodyId,
      objectId: bodyId === one.fromBody ? one.personId : one.otherPersonId!,
      payload: { caseId: one.caseId, kind: one.kind, separated: done },
    })),
  );
}

const UNDONE_BY: Readonly<Partial<Record<PersonCase['kind'], typeof giveBack>>> = {
  secondment: endLending,
  concurrent: takeBack,
  same_human: separate,
};
const goBack = (tx: Tx, needs: CaseNeeds, one: PersonCase, undoing: number): Promise<void> =>
  (UNDONE_BY[one.kind] ?? giveBack)(tx, needs, one, undoing);

/** A secondment is over: what it had said, and nobody has said anew, is taken back. Of somebody who has moved meanwhile nothing of it stands. */
async function endLending(tx: Tx, needs: CaseNeeds, one: PersonCase, undoing: number): Promise<void> {
  const person = (await readPeople(tx, needs.keys, [one.personId], { lock: true })).get(one.personId);
  if (person?.bodyId === one.fromBody)
    await registerSecondmentEnd(tx, needs, {
      personId: one.personId,
      bodyId: one.fromBody,
      at: one.toBody,
      undoing,
      day: needs.clock.today(),
    });
  await forgetVersion(tx, one.caseId);
  await recordAct(tx, needs, undoneForBoth(one));
}

/** The end in the logs of both bodies: the person is the one's, the case the other's. */
const undoneForBoth = (one: PersonCase) =>
  [one.fromBody, one.toBody].map((bodyId) => ({
    act: 'case.undone' as const,
    purpose: 'CASE' as const,
    bodyId,
    objectId: bodyId === one.fromBody ? one.personId : one.caseId,
    payload: { caseId: one.caseId, kind: one.kind },
  }));

/** A concurrent post is over: the record names it no more. */
async function takeBack(tx: Tx, needs: CaseNeeds, one: PersonCase): Promise<void> {
  const person = (await readPeople(tx, needs.keys, [one.personId], { lock: true })).get(one.personId);
  if (person?.bodyId === one.fromBody)
    await registerConcurrentEnd(tx, needs, {
      personId: one.personId,
      bodyId: one.fromBody,
      post: one.post!,
      at: one.toBody,
      day: needs.clock.today(),
    });
  await forgetVersion(tx, one.caseId);
  await recordAct(tx, needs, undoneForBoth(one));
}

/** An undone move: the person goes back, and stands as before. What was built on it meanwhile keeps them where they are. */
async function giveBack(tx: Tx, needs: CaseNeeds, one: PersonCase, undoing: number): Promise<void> {
  const day = needs.clock.today();
  const given = (await codeOfDay(tx, needs, one.fromBody, day)) !== null && (await movePersonBack(tx, one.caseId, day));
  if (given) {
    await registerReturn(tx, needs, { personId: one.personId, bodyId: one.fromBody, undoing, day });
    await forgetVersion(tx, one.caseId);
  } else await moveCase(tx, one, { state: 'done', outcome: 'done', at: needs.clock.now() });
  await recordAct(
    tx,
    needs,
    [one.fromBody, one.toBody].map((bodyId) => ({
      act: 'case.undone' as const,
      purpose: 'CASE' as const,
      bodyId,
      objectId: one.personId,
      payload: { caseId: one.caseId, given },
    })),
  );
}
