/** How work of the background is declared: once, in its room's `jobs.ts`, with the shape of its payload, its handler, its retries or its rhythm. */
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Tx } from '#base/database/transaction.ts';

/** Tries of a job, and seconds before the first of them is repeated (then doubled). */
const TRIES = 8;
const RETRY_SECONDS = 2;

/**
 * What the last failure of a job means for whoever waits for it: a state with a next step, or another try that comes by itself. There is no third: a queue
 * that gave up tells nobody.
 */
export type LastFailure<Needs, Payload> =
  /** MUST bear to run twice; a throw is told in the log, and the periodic task that looks for what was left has it */
  | { readonly kind: 'ends'; readonly end: (needs: Needs, payload: Payload) => Promise<void> }
  /** name of the periodic task that takes it up again */
  | { readonly kind: 'again'; readonly by: string };

/** A kind of durable job. `Needs`: what its room is given by `start/compose.ts`. */
export interface Job<Needs, Payload extends TSchema> {
  /** of its queue in the database: never given to anything else */
  readonly name: string;
  /** ids and numbers alone: a queue holds no personal data */
  readonly payload: Payload;
  readonly tries: number;
  readonly retrySeconds: number;
  /** MUST change nothing that was done when it runs again; a throw is a failed try */
  readonly handle: (needs: Needs, payload: Static<Payload>) => Promise<void>;
  readonly lastFailure: LastFailure<Needs, Static<Payload>>;
}

/** Declares a job; without a handler it does not compile. */
export const job = <Needs, Payload extends TSchema>(
  declared: Pick<Job<Needs, Payload>, 'name' | 'payload' | 'handle' | 'lastFailure'> & {
    readonly tries?: number;
    readonly retrySeconds?: number;
  },
): Job<Needs, Payload> => ({ tries: TRIES, retrySeconds: RETRY_SECONDS, ...declared });

/** Puts a job into the queue. MUST be called in the transaction of the act that wants it: it commits with it, or never was. */
export type SendJob = <Needs, Payload extends TSchema>(
  tx: Tx,
  job: Job<Needs, Payload>,
  payload: Static<Payload>,
  how?: SendHow,
) => Promise<void>;
export interface SendHow {
  /** claimed before what is lower, in its queue; 0 when it is not said */
  readonly priority?: number;
}

/** A declared job with what it needs: what a worker claims and runs. */
export interface BoundJob {
  readonly name: string;
  readonly run: (payload: unknown) => Promise<void>;
  /** after the last try has failed */
  readonly gaveUp: (payload: unknown) => Promise<void>;
}

/** Joins a job with its room's needs. A payload of another shape (an older version's) is a failed try, never a half-run one. */
export function bindJob<Needs, Payload extends TSchema>(declared: Job<Needs, Payload>, needs: Needs): BoundJob {
  const shape = Compile(declared.payload);
  return {
    name: declared.name,
    run: async (payload) => {
      if (!shape.Check(payload)) throw new Error(`the payload of ${declared.name} has not its shape`);
      await declared.handle(needs, payload as Static<Payload>);
    },
    gaveUp: async (payload) => {
      const { lastFailure } = declared;
      if (lastFailure.kind === 'ends' && shape.Check(payload)) await lastFailure.end(needs, payload as Static<Payload>);
    },
  };
}

/** Work that comes by time: a round, a pause, the next round. Several workers run it at once; a round MUST bear that. */
export interface PeriodicTask {
  readonly name: string;
  /** pause after a round that left nothing to do, in milliseconds */
  readonly everyMs: number;
  /** pause after a round that failed, in milliseconds */
  readonly retryMs: number;
  /** one round; 'more': the next follows without a pause. Ends early when the signal says so. */
  readonly round: (signal: AbortSignal) => Promise<'more' | 'done'>;
}
