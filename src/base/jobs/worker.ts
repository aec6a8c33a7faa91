/** Runs what was declared: claims jobs, repeats periodic tasks, until it is stopped. Knows no job by name. */
import { setTimeout as wait } from 'node:timers/promises';
import { isDatabaseAway } from '#base/database/away.ts';
import type { Log } from '#base/log.ts';
import type { BoundJob, PeriodicTask } from './job.ts';
import type { Jobs } from './queue.ts';

export interface Worker {
  /** waits for what runs */
  stop(): Promise<void>;
}

export interface WorkerNeeds {
  readonly jobs: Jobs;
  readonly log: Log;
  /** a database that went away took with it which jobs were begun; called before the first round after it came back */
  readonly onDatabaseBack: () => Promise<void>;
}

/** Repeats the rounds of one task until the signal; a round that failed is told and tried again. */
async function repeat(task: PeriodicTask, signal: AbortSignal, { log, onDatabaseBack }: Omit<WorkerNeeds, 'jobs'>): Promise<void> {
  const pause = (ms: number): Promise<void> => wait(ms, undefined, { signal }).catch(() => undefined);
  let wasAway = false;
  while (!signal.aborted) {
    try {
      if (wasAway) await onDatabaseBack();
      wasAway = false;
      if ((await task.round(signal)) === 'done') await pause(task.everyMs);
    } catch (error) {
      log.warn('a round of the background failed', { job: task.name, error });
      wasAway ||= isDatabaseAway(error);
      await pause(task.retryMs);
    }
  }
}

/** Repeats the tasks side by side, each at its own rhythm. */
export function startTasks(tasks: readonly PeriodicTask[], needs: Omit<WorkerNeeds, 'jobs'>): Worker {
  const ending = new AbortController();
  const running = tasks.map((task) => repeat(task, ending.signal, needs));
  return {
    async stop() {
      ending.abort();
      await Promise.all(running);
    },
  };
}

/** Claims jobs and repeats tasks. */
export async function startWork(jobs: readonly BoundJob[], tasks: readonly PeriodicTask[], needs: WorkerNeeds): Promise<Worker> {
  for (const job of jobs) await needs.jobs.work(job);
  const repeated = startTasks(tasks, needs);
  return {
    async stop() {
      await Promise.all([needs.jobs.stop(), repeated.stop()]);
    },
  };
}
