/** What the work of this room is handed by `start/compose.ts`. */
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { BlobStore } from '#base/blob-store.ts';
import type { Chance } from '#base/chance.ts';
import type { Clock, PlainDate } from '#base/clock.ts';
import type { Database, SessionHandle, Tx } from '#base/database/transaction.ts';
import type { SendJob } from '#base/jobs/job.ts';
import type { Keys } from '#base/sealing.ts';
import type { AttestationSigner } from '#record/confirmation/attest.ts';
import type { RightOnBehalf } from '#record/confirmation/decide-person.ts';
import type { BodyOfReceipt } from '#record/receipt/body-of-receipt.ts';
import type { OnRegistered } from '#record/register/port.ts';
import type { CheckContext } from '#standard/shapes.ts';
import type { Doors } from './door.ts';

export interface IntakeNeeds extends AuditNeeds {
  readonly db: Database;
  readonly keys: Keys;
  readonly blobs: BlobStore;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly signer: AttestationSigner;
  /** what follows in other rooms when something of a person is registered */
  readonly onRegistered?: OnRegistered;
  readonly sendJob: SendJob;
  /** every way in, each told by its bytes */
  readonly doors: Doors;
  readonly demo: boolean;
  /** a handle for background work on one body */
  readonly jobSession: (bodyId: string) => Promise<SessionHandle>;
  /** code and name of a body on a day, and how sure the code is */
  readonly bodyOn: (tx: Tx, bodyId: string, on: PlainDate) => Promise<BodyOfReceipt | null>;
  /** what codes and names of bodies mean on a day; read once per file */
  readonly bodyWords: (tx: Tx) => Promise<{
    readonly isCode: NonNullable<CheckContext['bodyKnown']>;
    readonly named: NonNullable<CheckContext['bodyNamed']>;
  }>;
}

/** Who acts: the account, and the keyed hash of their citizen number (hexadecimal). */
export interface Sender {
  readonly accountId: string;
  readonly identity: string;
  /** as it stands in the account today */
  readonly name: string;
  /** set: they send by a right that was lent to them */
  readonly onBehalf?: RightOnBehalf;
}
