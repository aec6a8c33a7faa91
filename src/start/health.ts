/** `/healthz` says that the process lives; `/readyz` that it can do its work: database, migrations, partitions, sequencer, disk. */
import { statfs } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { openRoute, send } from '#authority/access/frame.ts';
import { json, jsonBy } from '#base/http/answer.ts';
import type { Clock } from '#base/clock.ts';
import type { Database } from '#base/database/transaction.ts';

/** The log may lag so far behind the acts, in seconds, before the server says that it is not ready. */
export const SEQUENCER_LAG_SECONDS_MAX = 60;
/** Free disk under which nothing is taken in any more, in bytes. */
export const DISK_FREE_BYTES_MIN = 200 * 1024 * 1024;

export interface HealthNeeds {
  readonly db: Database;
  readonly clock: Clock;
  readonly dataFolder: string;
  /** number of the newest migration that this code knows */
  readonly schemaHead: string;
}

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

export async function readinessChecks(needs: HealthNeeds): Promise<Check[]> {
  const found: Check[] = [];
  try {
    const [row] = await needs.db.transaction(null, (tx) =>
      tx.query<{ head: string | null; lag: number | null; ahead: boolean }>(
        `select (select max(name) from migration) as head, audit_lag_seconds() as lag,
              exists (select 1 from pg_class where relname = $1) as ahead`,
        [`audit_event_${needs.clock.today().slice(0, 7).replace('-', '_')}`],
      ),
    );
    found.push({ name: 'database', ok: true, detail: 'answers' });
    found.push({ name: 'migrations', ok: (row?.head ?? '') === needs.schemaHead, detail: row?.head ?? 'none' });
    found.push({ name: 'partitions', ok: row?.ahead ?? false, detail: row?.ahead ? 'this month is there' : 'this month has no partition' });
    found.push({ name: 'sequencer', ok: (row?.lag ?? 0) <= SEQUENCER_LAG_SECONDS_MAX, detail: `${Math.round(row?.lag ?? 0)} s behind` });
  } catch {
    found.push({ name: 'database', ok: false, detail: 'does not answer' }); // what went wrong is in the log, not in the answer
  }
  const disk = await statfs(needs.dataFolder);
  const free = disk.bavail * disk.bsize;
  found.push({ name: 'disk', ok: free >= DISK_FREE_BYTES_MIN, detail: `${Math.round(free / 1024 / 1024)} MiB free` });
  return found;
}

export function healthRoutes(app: FastifyInstance, needs: HealthNeeds): void {
  openRoute(app, {
    id: 'getHealth',
    tag: 'system',
    summary: { vi: 'Tiến trình đang chạy', en: 'The process runs' },
    method: 'GET',
    path: '/healthz',
    answer: json(Type.Object({ alive: Type.Literal(true) })),
    handler: async () => ({ alive: true }),
  });
  const Readiness = Type.Object({
    ready: Type.Boolean(),
    checks: Type.Array(Type.Object({ name: Type.String(), ok: Type.Boolean(), detail: Type.String() })),
  });
  const readiness = jsonBy(Readiness, [200, 503], ({ ready }) => (ready ? 200 : 503));
  openRoute(app, {
    id: 'getReadiness',
    tag: 'system',
    summary: { vi: 'Hệ thống làm việc được hay chưa, và thiếu gì', en: 'Whether it can do its work, and what is missing' },
    method: 'GET',
    path: '/readyz',
    answer: readiness,
    handler: async (_request, reply) => {
      const found = await readinessChecks(needs);
      return send(reply, readiness, { ready: found.every((check) => check.ok), checks: found });
    },
  });
}
