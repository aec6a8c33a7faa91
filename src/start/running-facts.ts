/** How the installation runs, as figures: asked by the page of who operates it and by its metrics. Counts, sizes and instants; nothing of anybody. */
import type { Tx } from '#base/database/transaction.ts';

export interface RunningFacts {
  readonly backup_at: string | null;
  readonly restored_at: string | null;
  readonly log_size: number;
  /** events that the sequencer has not taken up yet */
  readonly log_waiting: number;
  readonly database_bytes: number;
  readonly signed_in: number;
}

/** Undefined for a session that operates nothing. */
export async function runningFacts(tx: Tx): Promise<RunningFacts | undefined> {
  const [facts] = await tx.query<RunningFacts>('select * from operations_facts()');
  return facts;
}

export interface JobsOfName {
  readonly name: string;
  readonly waiting: number;
  readonly running: number;
  readonly failed: number;
  /** since when the oldest that waits has waited */
  readonly oldest: string | null;
}

/** Work of the background by name; nothing where all is done. */
export const jobsByName = (tx: Tx): Promise<JobsOfName[]> =>
  tx.query<JobsOfName>(
    `select name, count(*) filter (where state in ('created', 'retry'))::int as waiting, count(*) filter (where state = 'active')::int as running,
            count(*) filter (where state = 'failed')::int as failed, min(created_on) filter (where state in ('created', 'retry')) as oldest
       from pgboss.job where state in ('created', 'retry', 'active', 'failed') group by name order by name`,
  );

/** PostgreSQL's own version. */
export async function postgresVersion(tx: Tx): Promise<string> {
  const [server] = await tx.query<{ version: string }>(`select current_setting('server_version') as version`);
  return server?.version ?? '';
}
