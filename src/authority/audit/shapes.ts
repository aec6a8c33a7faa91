/** What travels: the closed lists of acts and purposes, an entry to record, the leaf, the bundle, the events page. */
import type { Provision } from './provisions.ts';
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { Instant } from '#base/clock.ts';
import type { Witness } from './witness.ts';

/** Acts that change something or speak for the State. Closed: a new one is added here, with its words in `words.ts`. */
export const ACTS = [
  'submission.received',
  'submission.checked',
  'submission.submitted',
  'submission.line-sent',
  'submission.withdrawn',
  'file.infected',
  'sending.asked',
  'sending.taken-back',
  'sending.approved',
  'sending.sent-back',
  'sending.changed',
  'suggestion.accepted',
  'suggestion.undone',
  'returned.answered',
  'receipt.issued',
  'population.matched',
  'mismatch.assigned',
  'mismatch.commented',
  'mismatch.person-told',
  'mismatch.asked-again',
  'value-report.made',
  'value-report.paper-added',
  'value-report.assigned',
  'value-report.commented',
  'value-report.settled',
  'clock.started',
  'clock.done',
  'clock.void',
  'clock.moved',
  'clock.handed-over',
  'data-request.made',
  'data-request.answered',
  'declaration.saved',
  'declaration.sent',
  'declaration.withdrawn',
  'declaration.messaged',
  'vneid.update-received',
  'vneid.update-refused',
  'exchange.enrolled',
  'exchange.received',
  'exchange.frozen',
  'exchange.released',
  'exchange.judged',
  'exchange.not-writer',
  'exchange.confirmed',
  'exchange.caller-enrolled',
  'exchange.caller-ended',
  'exchange.refused',
  'exchange-request.asked',
  'exchange-request.granted',
  'exchange-request.refused',
  'exchange-request.withdrawn',
  'declaration.called',
  'incident.opened',
  'incident.found',
  'incident.reported',
  'incident.closed',
  'consent.code-made',
  'consent.asked',
  'consent.taken-back',
  'consent.given',
  'consent.refused',
  'consent.withdrawn',
  'item.confirmed',
  'list.confirmed',
  'item.returned',
  'first-load.opened',
  'first-load.ended',
  'first-load.begun',
  'first-load.part-added',
  'first-load.part-removed',
  'first-load.closed',
  'first-load.drawn',
  'first-load.judged',
  'first-load.signed',
  'first-load.sent-back',
  'first-load.reopened',
  'first-load.withdrawn',
  'first-load.registered',
  'record.registered',
  'record.reopened',
  'template.issued',
  'file.given-back',
  'session.opened',
  'session.closed',
  'session.refused',
  'session.stepped-up',
  'passkey.added',
  'passkey.ended',
  'passkey.released',
  'grant.changed',
  'grant.asked',
  'grant.refused',
  'grant.lapsed',
  'account.changed',
  'service.end-written',
  'service.ended',
  'service.taken-back',
  'contact.changed',
  'payload.erased',
  'fixes.erased',
  'kept-apart.asked',
  'kept-apart.granted',
  'kept-apart.refused',
  'kept-apart.withdrawn',
  'erasure.asked',
  'erasure.granted',
  'erasure.refused',
  'erasure.withdrawn',
  'erasure.lapsed',
  'person.erased',
  'case.opened',
  'case.consented',
  'case.ended',
  'case.completed',
  'case.undone',
  'person.body-changed',
  'person.merged',
  'person.separated',
  'card.created',
  'card.offered',
  'card.issued',
  'card.ended',
  'card.superseded',
  'card.copy-ended',
  'card.released',
  'record.converted',
  'cv.made',
  'card.unknown-ended',
  'card.clock-refused',
  'card.clock-accepted',
  'card.site-left',
  'card.keys-changed',
  'reading.refused',
  'allowance.asked',
  'allowance.decided',
  'bodies.drafted',
  'bodies.asked',
  'bodies.changed',
  'bodies.refused',
  'bodies.withdrawn',
  'bodies.file-kept',
  'lists.loaded',
  'lists.asked',
  'lists.added',
  'lists.refused',
  'lists.ended',
  'lists.corrected',
  'lists.withdrawn',
  'lists.lapsed',
  'appendix.brought',
  'report.made',
  'report.asked-again',
  'report.published',
  'export.asked',
  'export.ended',
  'notice.made',
  'notice.seen',
  'notice.mailed',
  'notice.address-set',
  'notice.forgotten',
  'key.rotated',
  'master-key.changed',
  'backup.made',
  'backup.restored',
  'backup.drilled',
  'files.moved',
  'retention.run',
  'schema.migrated',
  'access.refused',
  'anonymous.refused',
  'connection.refused',
  'lookup.empty',
  'answer.repeated',
  'reader.named',
  'network.token-made',
  'network.checked',
  'checkpoint.verified',
  'complaint.made',
  'complaint.answered',
] as const;

/** Openings of a person's data. */
export const READS = [
  'record.read',
  'mismatch.listed',
  'mismatch.read',
  'population.read',
  'value-report.listed',
  'value-report.read',
  'value-report.paper-read',
  'data-request.read',
  'clock.listed',
  'declaration.people-listed',
  'consent.listed',
  'consent.looked',
  'record.unmasked',
  'record.searched',
  'report.opened',
  'record.history',
  'reads.read',
  'item.read',
  'queue.read',
  'submission.read',
  'file.read',
  'receipt.read',
  'audit.read',
  'export.made',
  'portrait.read',
  'document.read',
  'card.read',
  'case.read',
  'card.held-listed',
  'erasure.listed',
  'kept-apart.listed',
  'case.listed',
  'accounts.read',
  'exchange.told',
] as const;

/** Why. Closed; taken from route and task, asked only when a record is opened outside a task. */
export const PURPOSES = [
  'SUBMIT',
  'CONFIRM',
  'REGISTER',
  'MATCH',
  'CORRECT',
  'CONSULT',
  'SUPERVISE',
  'OWN_RECORD',
  'SIGN_IN',
  'ADMINISTER',
  'OPERATE',
  'DISPUTE',
  'STATISTICS',
  'CARD',
  'CASE',
  'CONSENT',
] as const;

export type Act = (typeof ACTS)[number];
export type Read = (typeof READS)[number];
export type Purpose = (typeof PURPOSES)[number];

interface EntryBase {
  readonly purpose: Purpose;
  /** the body whose matter it is; null for the installation's own (sign-in, configuration) */
  readonly bodyId: string | null;
  /** person, submission, account …; null when there is none, or when a list is read */
  readonly objectId: string | null;
  /** version or round of the object; 0 when it has none */
  readonly revision?: number;
  /** what was done or shown, as JSON; kept sealed, only its commitment is in the log */
  readonly payload?: unknown;
  /** kind of provision, where data goes to a body by it (decision 0091); the payload MUST then be an object or absent */
  readonly provision?: Provision;
  /** role acted in; when it is not said, the roles that the session holds for the body today */
  readonly role?: string;
  /** who acted, only for a system session that acts for somebody (sign-in); a person's session says it itself */
  readonly actorId?: string;
}

/** One act to record. */
export interface ActEntry extends EntryBase {
  readonly act: Act;
  /** takes a power or a danger away: done while the log stands still too (`standstill.ts`) */
  readonly protects?: true;
  /** rows that the act wrote and that `audit verify --state` holds against it; the payload MUST then be an object or absent */
  readonly rows?: readonly Witness[];
}

/** One reading to record. `listed`: the people of a page of hits, one row for the whole page. */
export interface ReadEntry extends EntryBase {
  readonly act: Read;
  readonly listed?: readonly string[];
}

export const LEAF_VERSION = 1;
/** Name of the log in its leaves and in its pseudonyms. */
export const LOG = 'act';

/** What is in the log, and all that is: pseudonyms and a commitment, no personal data. */
export interface Leaf {
  readonly v: typeof LEAF_VERSION;
  readonly log: string;
  /** uuid of the event */
  readonly event: string;
  readonly at: Instant;
  /** keyed pseudonym; null = the system itself */
  readonly actor: string | null;
  /** id of the body; null = the installation's own matter */
  readonly org: string | null;
  readonly role: string;
  readonly purpose: string;
  readonly act: string;
  /** keyed pseudonym of the object */
  readonly obj: string | null;
  readonly rev: number;
  /** SHA-256(salt ‖ canonical payload), hexadecimal */
  readonly payload_commit: string;
}

const Base64 = Type.String({ pattern: '^[A-Za-z0-9+/]*={0,2}$' });

/** Proof of one act, to be carried away. Verified by `tools/verify-bundle.mjs`, with a key held beforehand. */
export const Bundle = Type.Object({
  format: Type.Literal('congvu-audit-bundle/1'),
  origin: Type.String(),
  /** which key signed, 8 hexadecimal digits; the key itself is never in the bundle */
  keyId: Type.String(),
  index: Type.Integer({ minimum: 0 }),
  /** the leaf's exact text */
  leaf: Type.String(),
  /** hashes, base64, lowest first */
  inclusion: Type.Array(Base64),
  /** signed note */
  checkpoint: Type.String(),
  older: Type.Union([Type.Null(), Type.Object({ checkpoint: Type.String(), consistency: Type.Array(Base64) })]),
  payload: Type.Union([Type.Null(), Type.Object({ salt: Base64, text: Type.String() })]),
});
export type Bundle = Static<typeof Bundle>;

const Named = Type.Object({ vi: Type.String(), en: Type.String() });

/** One row of the audit page. */
export const EventRow = Type.Object(
  {
    eventId: Type.String(),
    at: Type.String(),
    kind: Type.Union([Type.Literal('act'), Type.Literal('read')]),
    act: Type.String(),
    actName: Named,
    actor: Type.Union([Type.String(), Type.Null()]),
    role: Type.String(),
    purpose: Type.String(),
    purposeName: Named,
    bodyId: Type.Union([Type.String(), Type.Null()]),
    object: Type.Union([Type.String(), Type.Null()]),
    revision: Type.Integer(),
    listed: Type.Integer(),
    /** place in the log; null until the sequencer has taken it (about a second) */
    index: Type.Union([Type.Integer(), Type.Null()]),
    /** rows of the log just above this one that are beyond the reader's reach */
    outside: Type.Integer({ minimum: 0 }),
  },
  { title: 'AuditEvent' },
);
export type EventRow = Static<typeof EventRow>;

/** One line of "who viewed": an opening, or a day's list hits summed. */
export interface PersonRead {
  /** its row of the log; of a day's hits the last one */
  readonly eventId: string;
  readonly at: Instant;
  readonly actorRole: string;
  readonly bodyId: string | null;
  readonly purpose: string;
  readonly kind: Read;
  /** 1 for an opening, the number of hits of that day for lists */
  readonly count: number;
}
