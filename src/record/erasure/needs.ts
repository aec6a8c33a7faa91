/** What this room is given by `start/compose.ts`. */
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { BlobStore } from '#base/blob-store.ts';
import type { Chance } from '#base/chance.ts';
import type { Clock } from '#base/clock.ts';
import type { Database, SessionHandle, Tx } from '#base/database/transaction.ts';
import type { KeptFiles } from '#base/files/kept-files.ts';
import type { SendJob } from '#base/jobs/job.ts';
import type { Keys } from '#base/sealing.ts';

export interface ErasureNeeds extends AuditNeeds {
  readonly db: Database;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly blobs: Pick<BlobStore, 'remove'>;
  /** where the list of erasures is kept, beside the tables */
  readonly erasedList: Pick<KeptFiles, 'has' | 'read' | 'write' | 'names'>;
  readonly sendJob: SendJob;
  /** a handle for background work on all bodies (null) */
  readonly jobSession: (bodyId: null) => Promise<SessionHandle>;
  readonly bodyNames: (tx: Tx, bodyIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}
