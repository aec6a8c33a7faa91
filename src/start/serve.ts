/** The whole product in one process: a server for each address of its surfaces, worker, simulators. One port by default. */
import type { FastifyInstance } from 'fastify';
import { DEMO_ACCOUNTS } from '#authority/access/demo-accounts.ts';
import type { Config } from '#base/config.ts';
import type { Worker } from '#base/jobs/worker.ts';
import { refused, ok } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import type { Guard } from '#base/guards.ts';
import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { openMailbox } from '../../simulators/mail/mailbox.ts';
import type { Mailbox } from '../../simulators/mail/mailbox.ts';
import { mailSimulator } from '../../simulators/mail/simulator.ts';
import { populationSimulator } from '../../simulators/population/simulator.ts';
import { vneidSimulator } from '../../simulators/vneid/provider.ts';
import { deliverTo, updateKeys } from '../../simulators/vneid/updates/send.ts';
import type { UpdateKeys } from '../../simulators/vneid/updates/send.ts';
import { vneidUpdates } from '../../simulators/vneid/updates/pages.ts';
import { truthOn } from '#record/declarations/truth.ts';
import { systemClock } from '#base/clock.ts';
import { walletPages } from '../../simulators/vneid/wallet/pages.ts';
import { builtPages } from './built-pages.ts';
import { portIsFree } from './checks/machine.ts';
import { compose } from './compose.ts';
import type { Composed, Opened } from './compose.ts';
import { appointedCitizen } from './demo/appointed.ts';
import { DEMO_DAY } from './demo/cast.ts';
import { demoCitizens } from './demo/population.ts';
import { renewedNumbers } from './demo/renewed-numbers.ts';
import { seedDemo } from './demo/seed.ts';
import { keepCardUrl } from './install/root-body.ts';
import { openGuard } from './listening/guard-connections.ts';
import type { GuardedListener } from './listening/guard-connections.ts';
import { openMetrics, serveMetrics, stopMetrics } from './metrics.ts';
import { openAll } from './open.ts';
import type { OpenedAll, TellStage } from './open.ts';
import { portTaken } from './problems.ts';
import { buildServer } from './server.ts';
import type { ServerOptions } from './server.ts';
import { startWorker } from './worker.ts';

export interface Running {
  readonly composed: Composed;
  readonly address: string;
  stop(): Promise<void>;
}

export interface ServeOptions {
  /** the checkout */
  readonly root: string;
  /** build and serve the portal; without it only the API (the headless journey, tests) */
  readonly portal: boolean;
  readonly tell: TellStage;
  /** people of the demo; default as declared by the demo's bodies */
  readonly people?: number;
  /** sees each server before any route is there: tests look at every route */
  readonly watch?: ServerOptions['watch'];
}

/** @param wallet  folder of the wallet's built pages; null: no pages are served */
function simulators(config: Config, wallet: string | null, updates: UpdateKeys): Opened['simulators'] {
  if (!config.demo) return [];
  const mounted: ((app: FastifyInstance) => Promise<void>)[] = [];
  if (config.oidcIssuer === null)
    mounted.push(
      vneidSimulator({
        publicUrl: config.publicUrl,
        signInUrls: [config.publicUrl, config.administrationUrl],
        clientId: config.oidcClientId,
        clientSecret: config.oidcClientSecret,
        cookieKey: randomBytes(24).toString('base64url'),
        citizens: [
          ...DEMO_ACCOUNTS.map(({ id, name, nationalId, level, what }) => ({ id, name, nationalId, level, note: what.vi })),
          appointedCitizen(),
        ],
      }),
    );
  if (config.vneidUpdatesKeys === null)
    mounted.push(
      vneidUpdates({
        issuer: config.vneidUpdatesIssuer,
        audience: config.publicUrl,
        keys: updates,
        truth: truthOn(DEMO_DAY),
        citizens: DEMO_ACCOUNTS.map(({ name, nationalId }) => ({ name, nationalId })),
        now: () => Date.parse(systemClock.now()) / 1000,
        deliver: deliverTo(config.listeners.find(({ surfaces }) => surfaces.includes('exchange'))?.url ?? config.publicUrl),
      }),
    );
  if (config.populationUrl === null)
    mounted.push(
      populationSimulator({
        citizenOf: demoCitizens(),
        renewed: () =>
          renewedNumbers(DEMO_DAY).map(({ person, newNumber }) => ({ name: person.name, from: person.nationalId, to: newNumber })),
        user: config.populationUser,
        secret: config.populationSecret,
      }),
    );
  if (wallet !== null) mounted.push(walletPages({ folder: wallet, publicUrl: config.publicUrl }));
  return mounted;
}

/** Starts everything; what is refused, or throws, leaves nothing running. */
export async function serve(config: Config, options: ServeOptions): Promise<Result<Running>> {
  // Asked before anything is started, so that nothing must be undone.
  for (const { port, host } of [...config.listeners, ...(config.metrics ? [config.metrics] : [])])
    if (!(await portIsFree(port, host))) return refused(portTaken({ port, other: port + 1 }));
  const pages: Result<PageFolders> = options.portal ? await pagesOf(options, config) : ok({ portalFolder: null, wallet: null });
  if (!pages.ok) return pages;
  const { wallet, ...folders } = pages.value;
  const opened = await openAll(config, options.tell);
  if (!opened.ok) return opened;
  const started: Started = { servers: [], guards: [], scraped: null, worker: null, mailbox: null, isStopping: false };
  const end = async (): Promise<void> => {
    for (const server of started.servers) await server.close();
    if (started.scraped) await stopMetrics(started.scraped);
    for (const guard of started.guards) await guard.close();
    await started.worker?.stop();
    await started.mailbox?.close();
    await opened.value.close();
  };
  let stopping: Promise<void> | null = null;
  // A second request to stop is the same request.
  const stop = (): Promise<void> =>
    (stopping ??= (async () => {
      started.isStopping = true;
      // No longer ready, and answering all the same, until whoever balances has seen it.
      await sleep(config.stopAfterSeconds * 1000);
      await end();
    })());
  try {
    const composed = await startOn(opened.value, { config, options, folders, wallet }, started);
    if (composed.ok) return ok({ composed: composed.value, address: config.publicUrl, stop });
    await end();
    return composed;
  } catch (error) {
    // Connections and an own database would keep the process alive: whoever started it would wait, and not hear why.
    await end();
    throw error;
  }
}

/** What was started so far on an open database. */
interface Started {
  readonly servers: FastifyInstance[];
  /** closed after the servers, so that the last who was refused stands in the log */
  readonly guards: GuardedListener[];
  scraped: Server | null;
  worker: Worker | null;
  mailbox: Mailbox | null;
  isStopping: boolean;
}
interface Ground {
  readonly config: Config;
  readonly options: ServeOptions;
  readonly folders: Omit<PageFolders, 'wallet'>;
  readonly wallet: string | null;
}

interface Guards {
  /** in the order of the listeners; null: nobody is kept out of it */
  readonly listeners: readonly (GuardedListener | null)[];
  readonly metrics: GuardedListener | null;
}

/** Opens what the settings guard; a certificate that cannot be used opens nothing. */
function openGuards({ listeners, metrics }: Config, composed: Composed, started: Started): Result<Guards> {
  const problems: Problem[] = [];
  const open = (guard: Guard | undefined, name: string): GuardedListener | null => {
    if (!guard) return null;
    const opened = openGuard(guard, name, composed);
    if (opened.ok) started.guards.push(opened.value);
    else problems.push(...opened.problems);
    return opened.ok ? opened.value : null;
  };
  const guards: Guards = {
    listeners: listeners.map(({ guard, surfaces }) => open(guard, surfaces.join('+'))),
    metrics: open(metrics?.guard, 'metrics'),
  };
  return problems.length > 0 ? refused(...problems) : ok(guards);
}

/** Fills a demo, serves, works. Whatever it started stands in `started`, also when it refuses or throws. */
async function startOn(opened: OpenedAll, { config, options, folders, wallet }: Ground, started: Started): Promise<Result<Composed>> {
  // A demo without a mail server of its own writes to a box that sends nothing on.
  const updates = await updateKeys();
  const mailbox = config.demo && config.smtpUrl === null ? await openMailbox() : null;
  started.mailbox = mailbox;
  const composed: Composed = {
    ...compose({
      ...opened,
      mailbox: mailbox?.url ?? null,
      ...(config.demo && config.vneidUpdatesKeys === null ? { vneidKeys: updates.jwks } : {}),
      simulators: [...simulators(config, wallet, updates), ...(mailbox ? [mailSimulator(mailbox)] : [])],
    }),
    guards: () => started.guards,
  };
  const startedMs = composed.clock.monotonicMs();
  if (config.demo) {
    const seeded = await seedDemo(composed, options.people === undefined ? {} : { people: options.people });
    if (!seeded.ok) return seeded;
    options.tell('Nạp dữ liệu mẫu', composed.clock.monotonicMs() - startedMs);
  }
  const metrics = config.metrics === null ? null : openMetrics(composed);
  const watch = (app: FastifyInstance): void => {
    metrics?.watch(app);
    options.watch?.(app);
  };
  const guarded = openGuards(config, composed, started);
  if (!guarded.ok) return guarded;
  for (const [at, listener] of config.listeners.entries()) {
    const own = guarded.value.listeners[at];
    const options = { ...folders, watch, isStopping: () => started.isStopping, ...(own ? { guarded: own } : {}) };
    const server = await buildServer(composed, listener, options);
    started.servers.push(server);
    await server.listen({ port: listener.port, host: listener.host });
  }
  if (metrics && config.metrics) started.scraped = await serveMetrics(metrics, config.metrics, guarded.value.metrics);
  if (config.worker === 'inside') started.worker = await startWorker(composed);
  await composed.db.transaction(await composed.jobSession(null), (tx) => keepCardUrl(tx, config.cardUrl, composed.clock.now()));
  composed.signIn(); // the first look, so that the first readiness can tell
  return ok(composed);
}

interface PageFolders {
  readonly portalFolder: string | null;
  readonly doorFolder?: string;
  /** of the wallet of the VNeID simulator, which is the demo's alone */
  readonly wallet: string | null;
}

/** The pages that are answered here. */
async function pagesOf({ root, tell }: ServeOptions, { listeners, demo }: Config): Promise<Result<PageFolders>> {
  const answered = new Set(listeners.flatMap(({ surfaces }) => surfaces));
  const startedMs = performance.now();
  const portal = answered.has('portal') || answered.has('administration') ? await builtPages(root, 'portal') : null;
  const door = answered.has('card') ? await builtPages(root, 'door') : null;
  const wallet = demo ? await builtPages(root, 'sim-wallet') : null;
  for (const pages of [portal, door, wallet]) if (pages && !pages.ok) return pages;
  tell('Dựng giao diện Cổng', performance.now() - startedMs);
  return ok({
    portalFolder: portal?.ok ? portal.value : null,
    ...(door?.ok ? { doorFolder: door.value } : {}),
    wallet: wallet?.ok ? wallet.value : null,
  });
}
