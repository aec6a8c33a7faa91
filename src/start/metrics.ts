/**
 * Metrics for Prometheus, at a listener of their own (`METRICS_PORT`): what the process does, and how the installation runs. Labels come from closed lists
 * (routes as they are declared, names of jobs, checks): nothing of anybody stands in them.
 */
import type { RequestListener, Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { SessionHandle } from '#base/database/transaction.ts';
import type { Log } from '#base/log.ts';
import { sourceStates } from '#record/matching/store.ts';
import { foldersOf, freeBytesOf } from './checks/machine.ts';
import { readinessChecks } from './health.ts';
import type { HealthNeeds } from './health.ts';
import { guardedServer } from './listening/guard-connections.ts';
import type { GuardedListener } from './listening/guard-connections.ts';
import { readMarks } from './installation-marks.ts';
import { jobsByName, postgresVersion, runningFacts } from './running-facts.ts';
import { versionsOf } from './versions.ts';

export interface MetricsNeeds extends HealthNeeds {
  readonly log: Log;
  readonly jobSession: (bodyId: string | null) => Promise<SessionHandle>;
}

/** Upper bounds of the histogram of requests, in seconds. */
const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** A scrape that is sent slower is cut, in milliseconds. */
const REQUEST_MS_MAX = 10_000;
/** A look at the installation is used again for so long, in milliseconds: several may ask, and one that asks often costs no more. */
const LOOK_MS = 5_000;

export interface Metrics {
  /** counts and times every request of a server */
  readonly watch: (app: FastifyInstance) => void;
  /** the exposition format of Prometheus */
  readonly text: () => Promise<string>;
}

export function openMetrics(needs: MetricsNeeds): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const gauge = <Label extends string = never>(name: string, help: string, labelNames: readonly Label[] = []): Gauge<Label> =>
    new Gauge({ name: `congvu_${name}`, help, labelNames, registers: [register] });
  const requests = new Histogram({
    name: 'congvu_http_request_seconds',
    help: 'Requests by route as it is declared, method and status',
    labelNames: ['route', 'method', 'status'],
    buckets: REQUEST_SECONDS,
    registers: [register],
  });
  const database = gauge('database_up', 'The database answers');
  const ready = gauge('ready', 'A check of readiness holds', ['check']);
  const jobs = gauge('jobs', 'Work of the background by name and state', ['name', 'state']);
  const oldest = gauge('job_oldest_seconds', 'How long the oldest work of a name has waited', ['name']);
  const sources = gauge('source_up', 'A source that is asked (the population database) lets itself be asked', ['source']);
  const logWaiting = gauge('log_waiting_events', 'Events that are not in the log yet');
  const logLag = gauge('log_lag_seconds', 'How far the log is behind the acts');
  const logLeaves = gauge('log_leaves', 'Leaves of the log');
  const disk = gauge('disk_free_bytes', 'Free room where the product writes', ['folder']);
  const bytes = gauge('database_bytes', 'Size of the database');
  const signedIn = gauge('sessions', 'Living sessions of people');
  const backup = gauge('backup_age_seconds', 'Age of the last backup; absent when none was ever made');
  const drill = gauge('restore_drill_age_seconds', 'Age of the last restore drill; absent when there was none');
  const drillWhole = gauge('restore_drill_whole', 'The last restore drill ended with everything whole; absent when there was none');
  const build = gauge('build_info', 'Versions of what runs', ['congvu', 'node', 'postgresql', 'schema', 'dictionary']);

  const secondsSince = (instant: string): number => (Date.parse(needs.clock.now()) - Date.parse(instant)) / 1000;
  /** What stood once and is gone must not stand for ever. */
  const forget = (): void => {
    for (const one of [ready, jobs, oldest, sources, disk, build, backup, drill, drillWhole]) one.reset();
    for (const one of [backup, drill, drillWhole]) one.remove();
  };
  const ofDatabase = async (): Promise<void> => {
    const handle = await needs.jobSession(null);
    await needs.db.transaction(handle, async (tx) => {
      const facts = await runningFacts(tx);
      for (const { name, waiting, running, failed, oldest: since } of await jobsByName(tx)) {
        for (const [state, count] of Object.entries({ waiting, running, failed })) jobs.set({ name, state }, count);
        oldest.set({ name }, since === null ? 0 : secondsSince(since));
      }
      for (const { source, state } of await sourceStates(tx)) sources.set({ source }, state === 'closed' ? 1 : 0);
      const [row] = await tx.query<{ lag: number }>('select audit_lag_seconds() as lag');
      logLag.set(row?.lag ?? 0);
      if (facts) {
        logWaiting.set(Number(facts.log_waiting));
        logLeaves.set(Number(facts.log_size));
        bytes.set(Number(facts.database_bytes));
        signedIn.set(facts.signed_in);
        if (facts.backup_at !== null) backup.set(secondsSince(facts.backup_at));
      }
      const marks = await readMarks(tx);
      if (marks.drill !== null) {
        drill.set(secondsSince(marks.drill.at));
        drillWhole.set(marks.drill.whole ? 1 : 0);
      }
      build.set(versionsOf({ ...needs, postgresql: await postgresVersion(tx) }), 1);
    });
  };
  const look = async (): Promise<void> => {
    forget();
    for (const [at, folder] of foldersOf(needs).entries()) disk.set({ folder: at === 0 ? 'data' : 'drafts' }, await freeBytesOf(folder));
    for (const { name, ok } of await readinessChecks(needs)) ready.set({ check: name }, ok ? 1 : 0);
    try {
      await ofDatabase();
      database.set(1);
    } catch (error) {
      // A scrape must be answered above all when the database is away: that is what it is for.
      needs.log.warn('metrics without the database', { error });
      database.set(0);
    }
  };

  let looked: { readonly atMs: number; readonly done: Promise<void> } | null = null;
  return {
    watch: (app) => {
      app.addHook('onResponse', async (request, reply) => {
        const route = request.routeOptions.url ?? 'none';
        requests.observe({ route, method: request.method, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
      });
    },
    text: async () => {
      const nowMs = needs.clock.monotonicMs();
      if (looked === null || nowMs - looked.atMs > LOOK_MS) looked = { atMs: nowMs, done: look() };
      await looked.done;
      return register.metrics();
    },
  };
}

const HEADERS = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' } as const;

/** Answers `GET /metrics` at this address, and nothing else. Whoever can reach it reads it: it belongs on a network of those who operate. */
export async function serveMetrics(
  metrics: Metrics,
  { port, host }: { readonly port: number; readonly host: string },
  guarded: GuardedListener | null = null,
): Promise<Server> {
  const answer: RequestListener = (request, response) => {
    const isAsked = request.url === '/metrics' && (request.method === 'GET' || request.method === 'HEAD');
    if (!isAsked) return void response.writeHead(request.url === '/metrics' ? 405 : 404).end();
    metrics.text().then(
      (text) => response.writeHead(200, HEADERS).end(request.method === 'HEAD' ? undefined : text),
      () => response.writeHead(500).end(),
    );
  };
  const server = guardedServer(guarded, answer, REQUEST_MS_MAX);
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => done());
  });
  return server;
}

/** Ends it: a scrape that is under way is not waited for. */
export const stopMetrics = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
