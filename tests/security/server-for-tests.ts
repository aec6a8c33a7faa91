/** The real server on an office of the tests, without a port: every route, nothing outside that answers, no work in the background. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Office } from '#authority/access/office-for-tests.ts';
import { readConfig } from '#base/config.ts';
import type { Guard } from '#base/guards.ts';
import { SURFACES } from '#base/http/surfaces.ts';
import type { Surface } from '#base/http/surfaces.ts';
import { registeredRoutes } from '#base/http/operation.ts';
import type { Registered } from '#base/http/operation.ts';
import { bindJob } from '#base/jobs/job.ts';
import type { BoundJob } from '#base/jobs/job.ts';
import type { Jobs } from '#base/jobs/queue.ts';
import { filesInFolder } from '#base/files/folder.ts';
import { openLog } from '#base/log.ts';
import { composeJob, registerJob } from '#record/first-load/jobs.ts';
import { advanceJob, checkJob } from '#record/intake/jobs.ts';
import { openGuard } from '#start/listening/guard-connections.ts';
import { compose, type Composed } from '#start/compose.ts';
import { buildServer } from '#start/server.ts';
import { sampleIssuer } from '#uses/card/core/card-for-tests.ts';
import { holdToShapes } from './answers-as-described.ts';

/** Where it says it stands: requests come from there, or are refused. */
export const ORIGIN = 'http://127.0.0.1:3999';
/** Nobody listens here: the identity provider and the population database are never asked. */
const NOWHERE = 'http://127.0.0.1:1';

/** Work of the background that nobody does. */
const NO_JOBS = (): Jobs => ({
  send: async () => undefined,
  work: async () => undefined,
  lift: async () => false,
  stop: async () => undefined,
});

/** Jobs of submissions and first loads that wait until the test has them done: `jobs` for `aServer`, `work` does all that wait. */
export function jobsByHand(): { readonly jobs: (composed: () => Composed) => Jobs; readonly work: () => Promise<void> } {
  const waiting: BoundJob[] = [];
  return {
    jobs: (composed) => ({
      send: async (_tx, { name }, payload) => {
        const needs = composed().submission;
        const bound = [bindJob(checkJob, needs), bindJob(advanceJob, needs), bindJob(composeJob, needs), bindJob(registerJob, needs)].find(
          (one) => one.name === name,
        );
        assert.ok(bound, name);
        waiting.push({ ...bound, name, run: () => bound.run(payload) });
      },
      work: async () => undefined,
      lift: async () => false,
      stop: async () => undefined,
    }),
    work: async () => {
      for (let job = waiting.shift(); job; job = waiting.shift()) await job.run(null);
    },
  };
}

const routesOf = new WeakMap<FastifyInstance, readonly Registered[]>();
/** What is no page, no simulator, no reference for readers. */
const OF_THE_API = /^\/(api|auth|card|demo|exchange|healthz|openapi(-exchange)?\.json|problems|readyz|vct|\.well-known)(\/|$)/;

/** Every route of the API, as it was registered. */
export const apiRoutesOf = (app: FastifyInstance): readonly Registered[] =>
  routesOf.get(app)!.filter(({ method, path }) => OF_THE_API.test(path) && method !== 'OPTIONS' && method !== 'HEAD');

/** The same in the words of the tables of tests: `GET /api/v1/me`. */
export const namesOfRoutes = (app: FastifyInstance): readonly string[] => apiRoutesOf(app).map(({ method, path }) => `${method} ${path}`);

/** A data folder as an installation has it; whoever makes it takes it away. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'congvu-server-'));
  await mkdir(join(folder, 'keys'), { mode: 0o700 });
  return folder;
}

/** @param how  `appChecks` false: row-level security alone must refuse; `demo` false: as in real operation; `jobs` does or keeps what is sent into the queue; `env` more settings; `surfaces` what it answers, at `url`; `guard` who may come to it; `watch` sees it before any route is there */
export async function aServer(
  { clock, chance, keys, db }: Pick<Office, 'clock' | 'chance' | 'keys' | 'db'>,
  folder: string,
  {
    appChecks = true,
    demo = true,
    jobs = NO_JOBS,
    env = {},
    surfaces = SURFACES,
    url = ORIGIN,
    guard,
    watch,
  }: {
    readonly appChecks?: boolean;
    readonly demo?: boolean;
    readonly jobs?: (composed: () => Composed) => Jobs;
    readonly env?: Readonly<Record<string, string>>;
    readonly surfaces?: readonly Surface[];
    readonly url?: string;
    readonly guard?: Guard;
    readonly watch?: (server: FastifyInstance, composed: Composed) => void;
  } = {},
): Promise<FastifyInstance> {
  const config = readConfig({
    DEMO: demo ? '1' : '0',
    DATA_FOLDER: folder,
    PUBLIC_URL: ORIGIN,
    OIDC_ISSUER: NOWHERE,
    POPULATION_URL: NOWHERE,
    ...env,
  });
  assert.ok(config.ok);
  const composed: Composed = compose({
    config: config.value,
    clock,
    chance,
    keys,
    db,
    files: filesInFolder(folder),
    log: openLog('silent'),
    simulators: [],
    jobs: jobs(() => composed),
    cardSigner: sampleIssuer().signer,
  });
  const guarded = guard ? openGuard(guard, surfaces[0]!, composed) : null;
  assert.ok(guarded?.ok !== false, JSON.stringify(guarded));
  const app = await buildServer(
    { ...composed, access: { ...composed.access, appChecks } },
    { surfaces, url },
    {
      portalFolder: null,
      ...(guarded ? { guarded: guarded.value } : {}),
      watch: (server) => {
        if (guarded) server.addHook('onClose', guarded.value.close);
        routesOf.set(server, registeredRoutes(server));
        holdToShapes(server);
        watch?.(server, composed);
      },
    },
  );
  await app.ready();
  return app;
}
