/**
 * Legal acts stop when the log stands still: what cannot be proved afterwards is not done. Decision 0068.
 *
 * Which acts bind somebody is said here, one by one; whether the log stands still is asked of the database, in the transaction of the act. Readings go
 * on (their row waits with the others), and so does what takes a power or a danger away, receives, drafts, or brings the log back.
 */
import type { Problem } from '#base/problem.ts';
import { logStandsStill } from './problems.ts';
import type { Act, ActEntry, ReadEntry } from './shapes.ts';

/** `binds`: somebody is held to it afterwards. Of each act it is said, so that a new one is thought of. */
const BINDS = {
  'submission.received': false,
  'submission.checked': false,
  'submission.submitted': true,
  'submission.line-sent': true,
  'submission.withdrawn': true,
  'file.infected': false,
  'sending.asked': false,
  'sending.taken-back': false,
  'sending.approved': true,
  'sending.sent-back': false,
  'sending.changed': true,
  'suggestion.accepted': false,
  'suggestion.undone': false,
  'returned.answered': false,
  'receipt.issued': true,
  'population.matched': false,
  'mismatch.assigned': false,
  'mismatch.commented': false,
  'mismatch.person-told': false,
  'mismatch.asked-again': false,
  'value-report.made': false,
  'value-report.assigned': false,
  'value-report.commented': false,
  'value-report.settled': true,
  'clock.started': false,
  'clock.done': false,
  'clock.void': false,
  'clock.moved': false,
  'clock.handed-over': false,
  'declaration.saved': false,
  'declaration.sent': true,
  'consent.code-made': false,
  'consent.asked': false,
  'consent.taken-back': false,
  'consent.given': true,
  'consent.refused': false,
  'consent.withdrawn': false,
  'item.confirmed': true,
  'list.confirmed': true,
  'item.returned': true,
  'first-load.opened': true,
  'first-load.ended': false,
  'first-load.begun': false,
  'first-load.part-added': false,
  'first-load.part-removed': false,
  'first-load.closed': true,
  'first-load.drawn': false,
  'first-load.judged': true,
  'first-load.signed': true,
  'first-load.sent-back': false,
  'first-load.reopened': false,
  'first-load.withdrawn': false,
  'first-load.registered': true,
  'record.registered': true,
  'record.reopened': true,
  'template.issued': false,
  'file.given-back': false,
  'session.opened': false,
  'session.closed': false,
  'session.refused': false,
  'session.stepped-up': false,
  'passkey.added': false,
  'passkey.ended': false,
  'passkey.released': true,
  'grant.changed': true,
  'grant.asked': false,
  'grant.refused': false,
  'grant.lapsed': false,
  'account.changed': true,
  'service.end-written': false,
  'service.ended': false,
  'service.taken-back': true,
  'contact.changed': false,
  'payload.erased': true,
  'erasure.asked': false,
  'erasure.granted': true,
  'erasure.refused': false,
  'erasure.withdrawn': false,
  'erasure.lapsed': false,
  'person.erased': true,
  'case.opened': true,
  'case.consented': true,
  'case.ended': true,
  'case.completed': true,
  'case.undone': true,
  'person.merged': true,
  'person.separated': true,
  'card.created': true,
  'card.offered': true,
  'card.issued': true,
  'card.ended': false,
  'card.superseded': false,
  'card.copy-ended': false,
  'card.released': true,
  'record.converted': true,
  'cv.made': true,
  'card.unknown-ended': false,
  'card.clock-refused': false,
  'card.clock-accepted': false,
  'card.site-left': false,
  'card.keys-changed': false,
  'reading.refused': false,
  'allowance.asked': false,
  'allowance.decided': true,
  'bodies.drafted': false,
  'bodies.asked': false,
  'bodies.changed': true,
  'bodies.refused': false,
  'bodies.withdrawn': false,
  'bodies.file-kept': false,
  'lists.loaded': false,
  'lists.asked': false,
  'lists.added': true,
  'lists.refused': false,
  'lists.ended': true,
  'lists.corrected': true,
  'lists.withdrawn': false,
  'lists.lapsed': false,
  'appendix.brought': false,
  'export.asked': true,
  'export.ended': false,
  'notice.made': false,
  'notice.seen': false,
  'notice.mailed': false,
  'notice.address-set': false,
  'notice.forgotten': false,
  'key.rotated': false,
  'master-key.changed': false,
  'backup.made': false,
  'backup.restored': false,
  'backup.drilled': false,
  'files.moved': false,
  'retention.run': false,
  'schema.migrated': false,
  'access.refused': false,
  'anonymous.refused': false,
  'connection.refused': false,
  'network.token-made': false,
  'network.checked': false,
  'lookup.empty': false,
  'answer.repeated': false,
  'reader.named': false,
  'checkpoint.verified': false,
  'complaint.made': false,
  'complaint.answered': false,
} as const satisfies Record<Act, boolean>;

/** What the operator does by command is how an installation is brought back: never stopped. */
const OPERATOR = 'OPERATE';

type Entry = (ActEntry & { readonly kind: 'act' }) | (ReadEntry & { readonly kind: 'read' });

/** Does this bind somebody? Of readings only what is taken along, but for one's own record. */
export function binds(entry: Entry): boolean {
  if (entry.purpose === OPERATOR) return false;
  if (entry.kind === 'read') return entry.act === 'export.made' && entry.purpose !== 'OWN_RECORD';
  return BINDS[entry.act] && entry.protects !== true;
}

/** The log stands still: the act ends with nothing done. Callers MUST NOT catch it; whoever answers tells its problem. */
export class LogStandsStill extends Error {
  readonly problem: Problem;
  /** seconds after which to ask again */
  readonly retrySeconds = 60;
  constructor(seconds: number) {
    super(logStandsStill.declaration.code);
    this.problem = logStandsStill({ minutes: String(Math.floor(seconds / 60)) });
  }
}
