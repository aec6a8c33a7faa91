/** What follows from a registering in another room, in the same transaction. Declared here, implemented there, joined in `start/compose.ts`. */
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { GroupCode, RecordDocument } from '#standard/shapes.ts';
import type { Because, EmployerBodies } from './shapes.ts';

/** A person of whom a version was just registered, as the register holds them now. */
export interface Registered {
  readonly personId: string;
  readonly bodyId: string;
  readonly version: number;
  /** the day from which the version holds; what stands today may not have changed by it */
  readonly validFrom: PlainDate;
  /** whole, as it stands today (sealed groups open) */
  readonly document: RecordDocument;
  /** the bodies of the employment as the register knows them: what is said of a person's body is said from here */
  readonly employers: EmployerBodies;
  readonly identityLocked: boolean;
  readonly submissionId: string | null;
  /** groups that this version states; none when nothing was registered anew */
  readonly groups: readonly GroupCode[];
  /** why, when no submission says it */
  readonly because?: Because;
}

/** MUST do what follows or throw: the registering then does not happen either. */
export type OnRegistered = (tx: Tx, people: readonly Registered[]) => Promise<void>;
