/**
 * The one question of access: may this actor do this act to this subject? Default deny, always with a reason.
 * What a role may do stands in the table of access (`standard/access/roles.json`); what is not there is refused.
 */
import type { PlainDate } from '#base/clock.ts';
import type { Problem } from '#base/problem.ts';
import { OWN_ACTS, mayOn } from '#standard/access/roles.ts';
import { noteQuestion } from './questions.ts';
import { identityTooLow, notAllowed, notWithinReach, ownRecord, samePerson } from './problems.ts';
import type { AccessAct, Actor, Grant, LentRight, Role, Subject } from './shapes.ts';

export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly reason: Problem };

/** Acts that change the record: identity of level 2 (NĐ 69/2024/NĐ-CP levels; design). */
const NEEDS_LEVEL_2: ReadonlySet<AccessAct> = new Set<AccessAct>([
  'upload.create',
  'submission.submit',
  'submission.approve',
  'submission.withdraw',
  'item.confirm',
  'item.return',
  'grants.change',
  'bodies.change',
  'sending.change',
  'record.unmask',
  'record.reopen',
  'record.convert',
  'card.end',
  'card.release',
  'erasure.ask',
  'erasure.decide',
  'kept-apart.ask',
  'kept-apart.decide',
  'exchange.ask',
  'exchange.decide',
  'lists.ask',
  'lists.decide',
  'case.ask',
  'case.decide',
  'mismatch.work',
  'readers.name',
  'complaints.answer',
]);
/** Maker ≠ checker ≠ subject, by citizen number. */
const FOUR_EYES: ReadonlySet<AccessAct> = new Set<AccessAct>([
  'submission.approve',
  'item.confirm',
  'item.return',
  'record.reopen',
  'record.convert',
  'card.end',
  'card.release',
  'exchange.decide',
  'erasure.ask',
  'erasure.decide',
  'kept-apart.ask',
  'kept-apart.decide',
  'case.decide',
]);

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
  const able = actor.grants.filter((grant) => grantMay(grant, act, today));
  if (able.length === 0) return refuse(notAllowed());
  const bodyId = subject.bodyId;
  if (bodyId !== null && !able.some((grant) => grant.bodyIds.includes(bodyId))) return refuse(notWithinReach());
  if (NEEDS_LEVEL_2.has(act) && actor.identityLevel < 2) return refuse(identityTooLow({ level: actor.identityLevel }));
  if (!FOUR_EYES.has(act)) return { allowed: true };
  const own = twoHands(actor.identity, subject);
  if (own) return refuse(own);
  // What its lender may not decide for themselves, nobody decides by the lender's right.
  const over = able.filter((grant) => bodyId === null || grant.bodyIds.includes(bodyId));
  const lenders = over.map(({ lent }) => (lent ? twoHands(lent.byIdentity, subject) : null));
  const against = lenders.every((one) => one !== null) ? lenders[0] : null;
  return against ? refuse(against) : { allowed: true };
}

/** Why this human may not decide it: they made it, or it is their own record; null when neither. */
function twoHands(identity: string, subject: Subject): Problem | null {
  if (subject.makerIdentity === identity || subject.makers?.has(identity)) return samePerson();
  return (subject.subjectIdentity ?? subject.identity) === identity ? ownRecord() : null;
}

/** Does this grant hold the act on that day? A delegation holds what it names of its role. */
const grantMay = ({ role, lent }: Grant, act: AccessAct, day: PlainDate): boolean =>
  mayOn(role, act, day) && (lent === undefined || lent.acts.includes(act));

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
  actor.grants.filter((grant) => grantMay(grant, act, actor.on));

/** The right by which the actor does this act over a body: the own one where there is one, then one that was lent; null when there is none. */
export function lentRightFor(actor: Actor, act: AccessAct, bodyId: string): (LentRight & { readonly role: Role }) | null {
  const able = grantsThatMay(actor, act).filter((grant) => grant.bodyIds.includes(bodyId));
  const by = able.find(({ lent }) => lent === undefined) ?? able[0];
  return by?.lent ? { ...by.lent, role: by.role } : null;
}

/**
 * The bodies for which the actor may do this act: what a list of that act may hold. Row-level security shows whatever any role of the
 * session may see; a role over one body gives nothing over the next. null = no filter (a test of row-level security alone).
 */
export function bodiesFor(actor: Actor, act: AccessAct): readonly string[] | null {
  if (actor.appChecks === false) return null;
  return [...new Set(grantsThatMay(actor, act).flatMap((grant) => grant.bodyIds))];
}
