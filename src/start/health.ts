/** `/healthz` says that the process lives; `/readyz` that it can do its work: database, migrations, partitions, sequencer, disk. */
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { openRoute, send } from '#authority/access/frame.ts';
import { json, jsonBy } from '#base/http/answer.ts';
import type { Clock } from '#base/clock.ts';
import type { Config } from '#base/config.ts';
import type { Database } from '#base/database/transaction.ts';
import type { FileScanner } from '#base/files/file-scan.ts';
import type { Result } from '#base/problem.ts';
import { cardReadiness, readCardState } from './checks/card.ts';
import { clocksAgree } from './checks/database.ts';
import { judgeEnds } from './checks/listeners.ts';
import { DISK_FREE_BYTES_MIN, foldersOf, freeBytesOf } from './checks/machine.ts';
import { SEQUENCER_LAG_SECONDS_MAX, judgeMarks } from './checks/running.ts';
import { readMarks } from './installation-marks.ts';

export interface HealthNeeds {
  readonly db: Database;
  readonly clock: Clock;
  readonly dataFolder: string;
  /** number of the newest migration that this code knows */
  readonly schemaHead: string;
  /** how the provider of sign-in was when it was last looked at; null: it was not yet */
  readonly signIn: () => Result<null> | null;
  /** looks for malware in what is sent; null: nothing does */
  readonly scanner?: FileScanner | null;
  /** was this server told to stop? Whoever balances sends nobody more here */
  readonly isStopping?: () => boolean;
  /** copies of a demo are nobody's care */
  readonly config: Pick<Config, 'demo'>;
  /** listeners that keep somebody out; absent: none does */
  readonly guards?: () => Parameters<typeof judgeEnds>[0];
}

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** false: told, and a server that fails in it is ready all the same. Whoever is signed in goes on while nobody new can come in (decision 0054) */
  readonly decides: boolean;
  readonly detail: string;
}

export async function readinessChecks(needs: HealthNeeds): Promise<Check[]> {
  const found: Check[] = [];
  const add = (name: string, isOk: boolean, detail: string, decides = true): void => void found.push({ name, ok: isOk, decides, detail });
  try {
    const [row] = await needs.db.transaction(
      null,
      (tx) =>
        tx.query<{ head: string | null; lag: number | null; ahead: boolean; now: string }>(
          `select (select max(name) from migration) as head, audit_lag_seconds() as lag, clock_timestamp() as now,
              exists (select 1 from pg_class where relname = $1) as ahead`,
          [`audit_event_${needs.clock.today().slice(0, 7).replace('-', '_')}`],
        ),
      { atOnce: true },
    );
    const aheadSeconds = (Date.parse(needs.clock.now()) - Date.parse(row!.now)) / 1000;
    add('database', true, 'answers');
    add('clock', clocksAgree(aheadSeconds), `${aheadSeconds.toFixed(1)} s from the database`);
    // A newer one is of the program that comes after this one: it took nothing away, and this one goes on (decision 0076).
    add('migrations', (row?.head ?? '') >= needs.schemaHead, row?.head ?? 'none');
    add('partitions', row?.ahead ?? false, row?.ahead ? 'this month is there' : 'this month has no partition');
    if (!needs.config.demo) {
      const marks = judgeMarks(await needs.db.transaction(null, readMarks), Date.parse(needs.clock.now()));
      for (const { name, ok, detail } of marks) add(name, ok, detail, false);
      const card = cardReadiness(await needs.db.transaction(null, readCardState), Date.parse(needs.clock.now()));
      for (const { name, ok, detail } of card) add(name, ok, detail, false);
    }
    // Readings go on when it stands still, and what binds somebody refuses by itself (decision 0068): taking every server away would end both.
    add('sequencer', (row?.lag ?? 0) <= SEQUENCER_LAG_SECONDS_MAX, `${Math.round(row?.lag ?? 0)} s behind`, false);
  } catch {
    add('database', false, 'does not answer'); // what went wrong is in the log, not in the answer
  }
  for (const folder of foldersOf(needs)) {
    const free = await freeBytesOf(folder);
    // The folder's place on the disk is nobody's business outside.
    add(folder === foldersOf(needs)[0] ? 'disk' : 'disk-drafts', free >= DISK_FREE_BYTES_MIN, `${Math.round(free / 1024 / 1024)} MiB free`);
  }
  if (needs.isStopping?.() === true) add('stopping', false, 'it was told to stop');
  const ends = judgeEnds(needs.guards?.() ?? [], Date.parse(needs.clock.now()));
  if (ends) add('listener-certificates', ends.ok, ends.detail, false);
  const read = needs.db.replica?.lastLooked() ?? null;
  if (read) add('replica', read.isRead, read.isRead ? 'is read' : `is not read: ${read.why}`, false);
  // Told, and no server is taken away: what is not scanned is refused or called so by itself.
  if (needs.scanner) {
    const why = await needs.scanner.look();
    add('scanner', why === null, why ?? 'answers', false);
  }
  const signIn = needs.signIn();
  if (signIn) add('sign-in', signIn.ok, signIn.ok ? 'answers' : signIn.problems[0]!.code, false);
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
    checks: Type.Array(Type.Object({ name: Type.String(), ok: Type.Boolean(), decides: Type.Boolean(), detail: Type.String() })),
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
      return send(reply, readiness, { ready: found.every((check) => check.ok || !check.decides), checks: found });
    },
  });
}
