/** Somebody who confirms for the managing body asks that a person be erased; an administrator above decides. Neither is the person. */
import { recordAct } from '#authority/audit/record.ts';
import { isPlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import { personNotFound } from '#record/register/problems.ts';
import type { RegisteredPerson } from '#record/register/shapes.ts';
import { readPeople, readSalts } from '#record/register/store.ts';
import { groundOf, groundsOn, keptBy } from './grounds.ts';
import type { ErasureGround } from './grounds.ts';
import { carryOutJob } from './jobs.ts';
import { DECIDE_DAYS_MAX, REASON_CHARS_MIN } from './limits.ts';
import type { ErasureNeeds } from './needs.ts';
import {
  erasureFromAbove,
  erasureGone,
  erasureGround,
  erasureKept,
  erasureOpen,
  erasurePaper,
  erasureRefusal,
  erasureStands,
} from './problems.ts';
import type { AskErasure } from './shapes.ts';
import { step } from './step.ts';
import { isAbove, moveErasure, standingAgainst, writeErasure } from './store.ts';
import type { Erasure } from './store.ts';
import { keptWords, standingWords } from './words.ts';

interface Doer {
  readonly accountId: string;
  readonly name: string;
}

/** E-ERASURE-KEPT where the law keeps the record, E-ERASURE-STANDS where something of the person is not over. */
async function mayGo(tx: Tx, person: RegisteredPerson, ground: ErasureGround, today: string): Promise<Result<null>> {
  const kept = keptBy(ground, person.document, today);
  if (kept) return refused(erasureKept({ why: keptWords(kept) }));
  const standing = await standingAgainst(tx, person.personId);
  return standing.length > 0 ? refused(erasureStands({ what: standingWords(standing) })) : ok(null);
}

/** @returns the id; E-PERSON-NOT-FOUND, E-ERASURE-GROUND, E-ERASURE-PAPER, E-ERASURE-KEPT, E-ERASURE-STANDS, E-ERASURE-OPEN */
export async function askErasure(tx: Tx, needs: ErasureNeeds, by: Doer, asked: AskErasure): Promise<Result<{ readonly id: string }>> {
  const today = needs.clock.today();
  const person = (await readPeople(tx, needs.keys, [asked.personId], { lock: true })).get(asked.personId);
  const salt = (await readSalts(tx, [asked.personId])).get(asked.personId);
  if (!person || !salt) return refused(personNotFound());
  const ground = groundsOn(today).find(({ code }) => code === asked.ground);
  if (!ground)
    return refused(
      erasureGround({
        ground: asked.ground,
        allowed: groundsOn(today)
          .map(({ code }) => code)
          .join(', '),
      }),
    );
  const paper = { number: cleanText(asked.paper.number).text, day: asked.paper.day, issuer: cleanText(asked.paper.issuer).text };
  if (paper.number === '' || paper.issuer === '' || !isPlainDate(paper.day) || paper.day > today)
    return refused(erasurePaper({ day: paper.day }));
  const may = await mayGo(tx, person, ground, today);
  if (!may.ok) return may;
  const at = needs.clock.now();
  const erasureId = needs.chance.uuid7(Date.parse(at));
  const written = await writeErasure(tx, needs.keys, {
    erasureId,
    personId: person.personId,
    bodyId: person.bodyId,
    ground: ground.code,
    paper,
    reason: cleanText(asked.reason).text,
    askedAt: at,
    endsAt: `${addDays(today, DECIDE_DAYS_MAX)}T17:00:00.000Z`,
    by,
    salt,
  });
  if (!written) return refused(erasureOpen());
  await recordAct(tx, needs, {
    act: 'erasure.asked',
    purpose: 'CORRECT',
    bodyId: person.bodyId,
    objectId: erasureId,
    payload: { person: person.personId, ground: ground.code, paper },
  });
  return ok({ id: erasureId });
}

/** A second person decides; what is granted is carried out by the installation at once. E-ERASURE-GONE, E-ERASURE-ABOVE, E-ERASURE-REFUSAL, E-ERASURE-KEPT, E-ERASURE-STANDS. */
export async function decideErasure(
  tx: Tx,
  needs: ErasureNeeds,
  by: Doer & { readonly over: readonly string[] },
  one: Erasure,
  answer: { readonly grants: boolean; readonly reason: string },
): Promise<Result<null>> {
  const event = answer.grants ? 'granted' : 'refused';
  const next = step(one.state, event);
  if (next === null) return refused(erasureGone());
  if (!(await isAbove(tx, one.bodyId, by.over))) return refused(erasureFromAbove());
  const refusal = cleanText(answer.reason).text;
  if (!answer.grants && refusal.length < REASON_CHARS_MIN) return refused(erasureRefusal());
  const at = needs.clock.now();
  if (answer.grants) {
    // Asked again: since then the person may have been found to be in service, or gone over to another body.
    const person = (await readPeople(tx, needs.keys, [one.personId])).get(one.personId);
    const ground = groundOf(one.ground);
    if (!person) {
      // Beyond the reach of who decides since the record went over: what stands against it is told all the same.
      const standing = await standingAgainst(tx, one.personId);
      return refused(standing.length > 0 ? erasureStands({ what: standingWords(standing) }) : erasureGone());
    }
    if (!ground) return refused(erasureGone());
    const may = await mayGo(tx, person, ground, needs.clock.today());
    if (!may.ok) return may;
  }
  if (!(await moveErasure(tx, one, next, { by, at, ...(answer.grants ? {} : { refusal }) }))) return refused(erasureGone());
  await recordAct(tx, needs, {
    act: answer.grants ? 'erasure.granted' : 'erasure.refused',
    purpose: 'ADMINISTER',
    bodyId: one.bodyId,
    objectId: one.erasureId,
    payload: { person: one.personId, ground: one.ground, paper: one.paper },
  });
  if (answer.grants) await needs.sendJob(tx, carryOutJob, { erasureId: one.erasureId });
  return ok(null);
}

/** E-ERASURE-GONE when it is decided already. */
export async function takeBackErasure(tx: Tx, needs: ErasureNeeds, one: Erasure): Promise<Result<null>> {
  const next = step(one.state, 'withdrawn');
  if (next === null || !(await moveErasure(tx, one, next))) return refused(erasureGone());
  await recordAct(tx, needs, { act: 'erasure.withdrawn', purpose: 'CORRECT', bodyId: one.bodyId, objectId: one.erasureId });
  return ok(null);
}

/** What stands against each ground today, before anybody asks. */
export const groundsFor = (person: RegisteredPerson, today: string) =>
  groundsOn(today).map((ground) => {
    const kept = keptBy(ground, person.document, today);
    return { code: ground.code, label: ground.label, law: ground.law, confidence: ground.confidence, kept: kept && keptWords(kept) };
  });

/** A ground as it is written beside an erasure, in force or not. */
export const groundWords = (code: string): Pick<ErasureGround, 'label' | 'law' | 'confidence'> =>
  groundOf(code) ?? { label: { vi: code, en: code }, law: '', confidence: 'uncertain' };
