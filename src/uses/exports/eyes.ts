/** How an extract looks at a record: with the eyes of who asked, over the body by which they see a person, as the register knows it now. */
import { decide } from '#authority/access/decide.ts';
import { rolesOver } from '#authority/access/request.ts';
import type { Actor } from '#authority/access/shapes.ts';
import type { Clock, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import { recordAsOf } from '#record/register/as-of.ts';
import type { ReadNeeds } from '#record/register/read.ts';
import type { PersonVersion, RecordAsOf } from '#record/register/shapes.ts';
import type { Visibility } from '#record/register/visibility.ts';
import { FIELDS } from '#standard/dictionary.ts';

export interface ExtractNeeds {
  readonly keys: Keys;
  readonly clock: Clock;
  readonly bodyNames: (tx: Tx, bodyIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly attestations: ReadNeeds['attestations'];
}

const EVERY_FIELD: ReadonlySet<string> = new Set(FIELDS.map(({ key }) => key));
const NO_FIELD: ReadonlySet<string> = new Set();

/** Sensitive values stand in clear where their reader may ask for them. */
export const eyesOver = (actor: Actor, bodyId: string, today: PlainDate): Visibility => ({
  roles: rolesOver(actor, bodyId),
  unmasked: decide(actor, 'record.unmask', { bodyId }, { today }).allowed ? EVERY_FIELD : NO_FIELD,
});

/** The record on a day, by all that is committed: a reader is given what they would see on the page. */
export const recordOn = (versions: readonly PersonVersion[], day: PlainDate): RecordAsOf =>
  recordAsOf(versions, day, Math.max(0, ...versions.map(({ tx }) => tx)));
