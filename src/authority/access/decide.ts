/**
 * The one question of access: may this actor do this act to this subject? Default deny, always with a reason.
 * What a role may do stands in the table of access (`standard/access/roles.json`); what is not there is refused.
 */
import type { PlainDate } from '#base/clock.ts';
import type { Problem } from '#base/problem.ts';
import { OWN_ACTS, mayOn } from '#standard/access/roles.ts';
import { noteQuestion } from './questions.ts';
import { identityTooLow, notAllowed, notWithinReach, ownRecord, samePerson } from './problems.ts';
import type { AccessAct, Actor, Grant, Subject } from './shapes.ts';

export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly reason: Problem };

/** Acts that change the record: identity of level 2 (NĐ 69/2024/NĐ-CP levels; design). */
const NEEDS_LEVEL_2: ReadonlySet<AccessAct> = new Set<AccessAct>([
  'upload.create',
  'submission.submit',
  'submission.withdraw',
  'item.confirm',
  'item.return',
  'grants.change',
  'record.unmask',
  'record.reopen',
  'card.end',
  'lists.ask',
  'lists.decide',
  'case.ask',
  'case.decide',
  'readers.name',
  'complaints.answer',
]);
/** Maker ≠ checker ≠ subject, by citizen number. */
const FOUR_EYES: ReadonlySet<AccessAct> = new Set<AccessAct>(['item.confirm', 'item.return', 'record.reopen', 'card.end', 'case.decide']);

const refuse = (reason: Problem): Verdict => ({ allowed: false, reason });

/**
 * @param subject  a body out of reach answers as if there were nothing (E-NOT-WITHIN-REACH), so that nobody learns what is elsewhere
 * Refusals: E-NOT-ALLOWED, E-NOT-WITHIN-REACH, E-IDENTITY-LEVEL, E-CONFIRM-SAME-PERSON, E-CONFIRM-OWN-RECORD
 */
export function decide(actor: Actor, act: AccessAct, subject: Subject, context: { readonly today: PlainDate }): Verdict {
  const verdict = judge(actor, act, subject, context);
  noteQuestion(actor, { act, bodyId: subject.bodyId, allowed: verdict.allowed });
  return verdict;
}

function judge(actor: Actor, act: AccessAct, subject: Subject, { today }: { readonly today: PlainDate }): Verdict {
  if (act === 'sessions.own' || actor.appChecks === false) return { allowed: true };
  if (OWN_ACTS.has(act)) return actor.identityLevel < 2 ? refuse(identityTooLow({ level: actor.identityLevel })) : { allowed: true };
  const able = actor.grants.filter((grant) => mayOn(grant.role, act, today));
  if (able.length === 0) return refuse(notAllowed());
  const bodyId = subject.bodyId;
  if (bodyId !== null && !able.some((grant) => grant.bodyIds.includes(bodyId))) return refuse(notWithinReach());
  if (NEEDS_LEVEL_2.has(act) && actor.identityLevel < 2) return refuse(identityTooLow({ level: actor.identityLevel }));
  if (FOUR_EYES.has(act)) {
    if (subject.makerIdentity === actor.identity || subject.makers?.has(actor.identity)) return refuse(samePerson());
    if ((subject.subjectIdentity ?? subject.identity) === actor.identity) return refuse(ownRecord());
  }
  return { allowed: true };
}

/**
 * Of these acts those that the actor may do to this subject, in the order given: what an answer tells a screen, so that it shows only those. Notes no
 * question, for nothing is done.
 */
export const allowedOf = (
  actor: Actor,
  acts: readonly AccessAct[],
  subject: Subject,
  context: { readonly today: PlainDate },
): AccessAct[] => acts.filter((act) => judge(actor, act, subject, context).allowed);

/** The grants by which the actor may do this act today. */
export const grantsThatMay = (actor: Actor, act: AccessAct): readonly Grant[] =>
  actor.grants.filter((grant) => mayOn(grant.role, act, actor.on));

/**
 * The bodies for which the actor may do this act: what a list of that act may hold. Row-level security shows whatever any role of the
 * session may see; a role over one body gives nothing over the next. null = no filter (a test of row-level security alone).
 */
export function bodiesFor(actor: Actor, act: AccessAct): readonly string[] | null {
  if (actor.appChecks === false) return null;
  return [...new Set(grantsThatMay(actor, act).flatMap((grant) => grant.bodyIds))];
}
