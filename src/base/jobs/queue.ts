/** Durable work behind pg-boss: sent in the transaction of the act that wants it, tried again until it is done. */
import { PgBoss } from 'pg-boss';
import type { Log } from '#base/log.ts';
import type { SendJob } from './job.ts';

/** A job whose worker died is given to another after so many seconds without heartbeat. */
const EXPIRES_SECONDS = 900;
/** How long a stop waits for running jobs, in milliseconds. */
const STOP_MS_MAX = 10_000;

export interface Jobs {
  readonly send: SendJob;
  /** Hands jobs of this name to `handler`, one at a time; a throw is a failed try. */
  work(name: string, handler: (payload: unknown) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/** The queue's tables are made by the owner in `migrate`; this log-in only uses them. */
export async function openJobs(appUrl: string, log: Log, applicationName = 'congvu-jobs'): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: appUrl,
    application_name: applicationName,
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: true,
    max: 4,
  });
  boss.on('error', (error: unknown) => log.warn('the queue met an error', { error }));
  await boss.start();
  return {
    async send(tx, { name, tries, retrySeconds }, payload) {
      const db = { executeSql: async (text: string, values?: unknown[]) => ({ rows: await tx.query(text, values) }) };
      await boss.send(name, payload as object, {
        db,
        retryLimit: tries,
        retryDelay: retrySeconds,
        retryBackoff: true,
        expireInSeconds: EXPIRES_SECONDS,
      });
    },
    async work(name, handler) {
      await boss.work(name, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async (jobs) => {
        for (const job of jobs) {
          try {
            await handler(job.data);
          } catch (error) {
            log.warn('a job failed and will be tried again', { job: name, error });
            throw error;
          }
        }
      });
    },
    stop: () => boss.stop({ graceful: true, timeout: STOP_MS_MAX }),
  };
}
