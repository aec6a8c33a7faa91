/** Who acts, what they may want, and upon what. */
import type { Instant } from '#base/clock.ts';

/** Codes of `vai_tro`. */
export const ROLES = ['CA_NHAN', 'NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN', 'QT_BNDP', 'VU_CCVC', 'TTTT', 'GIAM_SAT'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that an administrator of a body may give; the others are given by the system alone (function `roles_of_a_body` says the same). */
export const ROLES_OF_A_BODY = ['CA_NHAN', 'NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN', 'QT_BNDP'] as const satisfies readonly Role[];

/** Everything that is asked of `decide`. Closed. */
export const ACCESS_ACTS = [
  'template.read',
  'upload.create',
  'submission.read',
  'submission.submit',
  'submission.withdraw',
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
  'bodies.read',
  'home.read',
  'audit.read',
  'audit.verify',
  'grants.read',
  'grants.change',
  'source.read',
  'card.read',
  'card.end',
  'case.read',
  'case.ask',
  'case.decide',
  'own.read',
  'own.card',
  'sessions.own',
] as const;
export type AccessAct = (typeof ACCESS_ACTS)[number];

/** A role over a body; `bodyIds` is that body and all below it, today. */
export interface Grant {
  readonly role: Role;
  readonly bodyId: string;
  readonly bodyIds: readonly string[];
}

/** The person of a session. */
export interface Actor {
  readonly accountId: string;
  readonly sessionId: string;
  readonly name: string;
  /** keyed hash of the citizen number, hexadecimal: tells people apart whatever accounts they have */
  readonly identity: string;
  /** level of the electronic identity: 1 or 2 */
  readonly identityLevel: number;
  readonly signedInAt: Instant;
  readonly grants: readonly Grant[];
  /** only in the test that row-level security must refuse alone: `decide` then allows everything (see `sessionHook`) */
  readonly appChecks?: false;
}

/** What an act is about. `bodyId` null: about whatever the actor's own bodies hold (a list, a queue). */
export interface Subject {
  readonly bodyId: string | null;
  /** keyed hash of who sent it */
  readonly makerIdentity?: string | null;
  /** keyed hashes of everybody who made it, when several did */
  readonly makers?: ReadonlySet<string>;
  /** keyed hash of the person it is about */
  readonly subjectIdentity?: string | null;
  readonly identity?: string | null;
}
