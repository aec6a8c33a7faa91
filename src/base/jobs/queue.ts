/** Durable work behind pg-boss: sent in the transaction of the act that wants it, tried again until it is done. */
import { PgBoss } from 'pg-boss';
import { KEEPALIVE } from '#base/database/pool.ts';
import type { Log } from '#base/log.ts';
import type { BoundJob, SendJob } from './job.ts';

/** A job whose worker died is given to another after so many seconds without heartbeat. */
const EXPIRES_SECONDS = 900;
/**
 * Seconds between two looks of a worker: while the database tells of each job that is sent, and where it cannot (a pooler in between, a connection that was lost). What is
 * to be tried again later is found by looking alone.
 */
const LOOK_SECONDS = { told: 2, untold: 0.5 };
/** What is lifted stands above what people bring, which has 0. */
const LIFTED = 1;
const LIFT = `update pgboss.job set priority = $2 where name = $1 and id = (
    select id from pgboss.job where name = $1 and state < 'active' and priority < 0 and start_after <= now() and created_on <= now() - make_interval(secs => $3)
     order by created_on, id limit 1)
  and not exists (select 1 from pgboss.job where name = $1 and state < 'active' and priority = $2) returning id`;

/** How long a stop waits for running jobs, in milliseconds. */
const STOP_MS_MAX = 10_000;

export interface Jobs {
  readonly send: SendJob;
  /** Runs jobs of this name, one at a time; a throw is a failed try, and after the last one the job says what that means. */
  work(job: BoundJob): Promise<void>;
  /**
   * Of the jobs of a name that were sent below the others the oldest comes next, once it has waited so long: what is more pressing may come for ever, and what
   * is not would never. One at a time, so that nobody waits behind more than one. False: none has waited so long, or one that was lifted is not claimed yet.
   */
  lift(name: string, waitedSeconds: number): Promise<boolean>;
  stop(): Promise<void>;
}

/** What of a failure is kept in the queue: a code and a name. Its message and stack may hold values, and places of this machine. */
class FailedTry extends Error {
  readonly code: string;
  constructor(error: unknown) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'E-INTERNAL';
    super(code);
    this.code = code;
    this.name = error instanceof Error ? error.name : 'Error';
  }
  toJSON(): object {
    return { name: this.name, code: this.code };
  }
}

/** The queue's tables are made by the owner in `migrate`; this log-in only uses them. */
export async function openJobs(appUrl: string, log: Log, applicationName = 'congvu-jobs', look = LOOK_SECONDS): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: appUrl,
    application_name: applicationName,
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: true,
    useListenNotify: true,
    max: 4,
    // Handed on to its pool as they are.
    ...KEEPALIVE,
  });
  boss.on('error', (error: unknown) => log.warn('the queue met an error', { error }));
  boss.on('warning', ({ message }: { readonly message: string }) => log.warn('the queue warns', { error: new Error(message) }));
  await boss.start();
  return {
    async send(tx, { name, tries, retrySeconds }, payload, { priority = 0 } = {}) {
      const db = { executeSql: async (text: string, values?: unknown[]) => ({ rows: await tx.query(text, values) }) };
      await boss.send(name, payload as object, {
        db,
        priority,
        retryLimit: tries,
        retryDelay: retrySeconds,
        retryBackoff: true,
        expireInSeconds: EXPIRES_SECONDS,
      });
    },
    async work({ name, run, gaveUp }) {
      const looks = { pollingIntervalSeconds: look.untold, notifyPollingIntervalSeconds: look.told };
      await boss.work(name, { ...looks, batchSize: 1, includeMetadata: true }, async (jobs) => {
        for (const job of jobs) {
          try {
            await run(job.data);
          } catch (error) {
            const isLast = job.retryCount >= job.retryLimit;
            log.warn(isLast ? 'a job failed for the last time' : 'a job failed and will be tried again', { job: name, error });
            if (isLast)
              await gaveUp(job.data).catch((more: unknown) =>
                log.error('the end of a job could not be written', { job: name, error: more }),
              );
            throw new FailedTry(error);
          }
        }
      });
    },
    async lift(name, waitedSeconds) {
      const { rows } = await boss.getDb().executeSql(LIFT, [name, LIFTED, waitedSeconds]);
      return rows.length > 0;
    },
    stop: () => boss.stop({ graceful: true, timeout: STOP_MS_MAX }),
  };
}
