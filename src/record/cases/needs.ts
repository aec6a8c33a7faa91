/** What this room is given by `start/compose.ts`. */
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Chance } from '#base/chance.ts';
import type { Clock, PlainDate } from '#base/clock.ts';
import type { Database, SessionHandle, Tx } from '#base/database/transaction.ts';
import type { SendJob } from '#base/jobs/job.ts';
import type { Keys } from '#base/sealing.ts';
import type { OnRegistered } from '#record/register/port.ts';

export interface CaseNeeds extends AuditNeeds {
  readonly db: Database;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly demo: boolean;
  /** a handle for background work on all bodies (null) */
  readonly jobSession: (bodyId: null) => Promise<SessionHandle>;
  readonly sendJob: SendJob;
  /** what follows in other rooms when something of a person is registered */
  readonly onRegistered?: OnRegistered;
  readonly bodyOn: (tx: Tx, bodyId: string, on: PlainDate) => Promise<{ readonly code: string; readonly name: string } | null>;
  readonly bodyByCode: (tx: Tx, code: string, on: PlainDate) => Promise<string | null>;
  readonly bodyNames: (tx: Tx, bodyIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** names under which people who are only claimed were sent, with the submission, as far as the session sees them */
  readonly claimedNames: (
    tx: Tx,
    personIds: readonly string[],
  ) => Promise<ReadonlyMap<string, { readonly name: string; readonly submissionId: string }>>;
}

/** Who acts in a case. `identity`: keyed hash of the citizen number, hexadecimal. */
export interface CaseActor {
  readonly accountId: string;
  readonly identity: string;
  readonly name: string;
}
