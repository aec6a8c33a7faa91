/**
 * The one question of access: may this actor do this act to this subject? Default deny, always with a reason.
 * Source of the roles: vai_tro.json; who confirms: the managing body, the ministry monitors (docs/architecture.md §8, Confirmation).
 */
import type { PlainDate } from '#base/clock.ts';
import type { Problem } from '#base/problem.ts';
import { noteQuestion } from './questions.ts';
import { identityTooLow, notAllowed, notWithinReach, ownRecord, samePerson } from './problems.ts';
import type { AccessAct, Actor, Role, Subject } from './shapes.ts';

export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly reason: Problem };

/** What each role may do, upon its body and all below it. What is not here is refused. */
export const MAY: Readonly<Record<Role, readonly AccessAct[]>> = {
  // A person's own pages are the personal door; here they have only the home page and their sessions.
  CA_NHAN: ['home.read', 'sessions.own'],
  NHAP_LIEU: [
    'template.read',
    'upload.create',
    'submission.read',
    'submission.submit',
    'submission.withdraw',
    'problems.read',
    'record.search',
    'record.read',
    'case.read',
    'case.ask',
    'bodies.read',
    'home.read',
    'source.read',
    'sessions.own',
  ],
  LD_DON_VI: [
    'template.read',
    'submission.read',
    'submission.submit',
    'submission.withdraw',
    'problems.read',
    'record.search',
    'record.read',
    'record.history',
    'card.read',
    'case.read',
    'case.ask',
    'bodies.read',
    'home.read',
    'source.read',
    'sessions.own',
  ],
  DOI_SOAT: [
    'template.read',
    'upload.create',
    'submission.read',
    'submission.submit',
    'submission.withdraw',
    'problems.read',
    'queue.read',
    'item.read',
    'item.return',
    'record.search',
    'record.read',
    'record.unmask',
    'record.history',
    'card.read',
    'case.read',
    'case.ask',
    'bodies.read',
    'home.read',
    'source.read',
    'sessions.own',
  ],
  XAC_NHAN: [
    'submission.read',
    'problems.read',
    'queue.read',
    'item.read',
    'item.confirm',
    'item.return',
    'record.search',
    'record.read',
    'record.unmask',
    'record.history',
    'record.reads',
    'record.reopen',
    'card.read',
    'card.end',
    'case.read',
    'case.ask',
    'case.decide',
    'bodies.read',
    'home.read',
    'source.read',
    'sessions.own',
  ],
  QT_BNDP: [
    'bodies.read',
    'home.read',
    'grants.read',
    'grants.change',
    'audit.read',
    'audit.verify',
    'record.search',
    'record.reads',
    'source.read',
    'sessions.own',
  ],
  // The ministry's department monitors and urges; it does not edit.
  VU_CCVC: [
    'submission.read',
    'record.search',
    'record.read',
    'record.history',
    'case.read',
    'bodies.read',
    'home.read',
    'source.read',
    'sessions.own',
  ],
  // The information centre operates without reading records.
  TTTT: ['bodies.read', 'home.read', 'audit.verify', 'source.read', 'sessions.own'],
  // The auditor reads the log and nothing else.
  GIAM_SAT: ['audit.read', 'audit.verify', 'home.read', 'sessions.own'],
};

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
  'case.ask',
  'case.decide',
]);
/** Whoever signs in may do these with their own record and card at level 2, whatever role they hold or do not hold; row-level security shows no other. */
const OWN: ReadonlySet<AccessAct> = new Set<AccessAct>(['own.read', 'own.card']);
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

function judge(actor: Actor, act: AccessAct, subject: Subject, _context: { readonly today: PlainDate }): Verdict {
  if (act === 'sessions.own' || actor.appChecks === false) return { allowed: true };
  if (OWN.has(act)) return actor.identityLevel < 2 ? refuse(identityTooLow({ level: actor.identityLevel })) : { allowed: true };
  const able = actor.grants.filter((grant) => MAY[grant.role].includes(act));
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
 * The bodies for which the actor may do this act: what a list of that act may hold. Row-level security shows whatever any role of the
 * session may see; a role over one body gives nothing over the next. null = no filter (a test of row-level security alone).
 */
export function bodiesFor(actor: Actor, act: AccessAct): readonly string[] | null {
  if (actor.appChecks === false) return null;
  return [...new Set(actor.grants.filter((grant) => MAY[grant.role].includes(act)).flatMap((grant) => grant.bodyIds))];
}
