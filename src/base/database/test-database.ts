/**
 * Databases for tests: a throw-away cluster without fsync, shared by the processes of one test run; each test file gets
 * a clone of a template that holds all migrations (22 ms a clone). The cluster stops with the process that started it.
 */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { systemClock } from '#base/clock.ts';
import { bootstrap } from './bootstrap.ts';
import { EMBEDDED_MAJOR, startEmbedded } from './embedded-server.ts';
import type { EmbeddedOptions } from './embedded-server.ts';
import { MIGRATIONS_FOLDER, migrate, migrationNames } from './migrate.ts';
import { OWN_NAMES } from './role-names.ts';

export interface TestDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  close(): Promise<void>;
}

interface Cluster {
  readonly superUrl: string;
  readonly socketFolder: string;
  readonly owner: string;
  readonly app: string;
  readonly template: string;
}

/** Set by tests/run.ts: the folder of the cluster that this run shares. */
export const CLUSTER_VARIABLE = 'CONGVU_TEST_CLUSTER';
/** The product's queues; a house test holds them against what the rooms declare. */
export const TEST_QUEUES: readonly string[] = [
  'submission.check',
  'submission.advance',
  'first-load.compose',
  'first-load.register',
  'case.end',
  'erasure.carry-out',
];

/**
 * A run lives today. Each month is 23 files of four tables and their indexes, which every clone copies and every question about the log plans through; that
 * the product makes two years of them is held by `partitions.db.test.ts`, and what it does with them by every test that starts it.
 */
const MONTHS_AHEAD = 1;

const templateName = (): string => {
  const hash = createHash('sha256');
  for (const name of migrationNames()) hash.update(name).update(readFileSync(join(MIGRATIONS_FOLDER, `${name}.sql`)));
  return `template_${hash.digest('hex').slice(0, 12)}`;
};

async function superQuery(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

/** First major version in which the work of a password is a setting. */
const PASSWORD_WORK_SINCE = 16;

/** Every connection proves its password, as everywhere; what it costs to try passwords in turn protects nothing here, and each connection pays it. */
async function makePasswordsCheap(superUrl: string, major: number): Promise<void> {
  if (major < PASSWORD_WORK_SINCE) return;
  await superQuery(superUrl, 'alter system set scram_iterations = 1');
  await superQuery(superUrl, 'select pg_reload_conf()');
  await superQuery(
    superUrl,
    `set scram_iterations = 1; alter role postgres password '${decodeURIComponent(new URL(superUrl.replace('@/', '@socket/')).password)}'`,
  );
}

/**
 * A test that hangs in its transaction would hold back what is settled for every other of the cluster, and they would hang or fail with it: it is ended, and
 * fails by itself. Nothing of a test thinks for so long between two statements, on a busy machine neither.
 */
const IDLE_IN_TRANSACTION_MAX = '240s';

/**
 * Starts a cluster with the migrated template in `folder`; the returned function stops and removes it.
 * @param binaries  of another server than the embedded one
 */
export async function startTestCluster(folder: string, binaries?: EmbeddedOptions['binaries']): Promise<() => Promise<void>> {
  const server = await startEmbedded({ dataFolder: join(folder, 'pg'), throwAway: true, ...(binaries ? { binaries } : {}) });
  if (!server.ok) throw new Error(server.problems[0]!.title.en);
  await makePasswordsCheap(server.value.superUrl, binaries?.major ?? EMBEDDED_MAJOR);
  await superQuery(server.value.superUrl, `alter system set idle_in_transaction_session_timeout = '${IDLE_IN_TRANSACTION_MAX}'`);
  await superQuery(server.value.superUrl, 'select pg_reload_conf()');
  const template = templateName();
  const urls = await bootstrap(server.value, join(folder, 'keys'), template);
  const done = await migrate(urls, systemClock.today(), TEST_QUEUES, { monthsAhead: MONTHS_AHEAD });
  if (!done.ok) throw new Error(done.problems[0]!.title.en);
  await superQuery(server.value.superUrl, `alter database ${template} with is_template true allow_connections false`);
  const password = (url: string): string => decodeURIComponent(new URL(url.replace('@/', '@socket/')).password);
  const cluster: Cluster = {
    superUrl: server.value.superUrl,
    socketFolder: server.value.socketFolder,
    owner: password(urls.owner),
    app: password(urls.app),
    template,
  };
  writeFileSync(join(folder, 'cluster.json'), JSON.stringify(cluster), { mode: 0o600 });
  return async () => {
    await server.value.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

let ownCluster: Promise<string> | null = null;

/** A cluster of this process alone, when no run shares one. */
function clusterOfThisProcess(): Promise<string> {
  ownCluster ??= (async () => {
    const folder = join(tmpdir(), `congvu-test-${process.pid}-${randomBytes(4).toString('hex')}`);
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    await startTestCluster(folder);
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    return folder;
  })();
  return ownCluster;
}

async function clusterFolder(): Promise<string> {
  const shared = process.env[CLUSTER_VARIABLE];
  if (!shared) return clusterOfThisProcess();
  for (let waited = 0; !existsSync(join(shared, 'cluster.json')); waited += 50) {
    if (waited > 600_000) throw new Error('the shared test cluster did not come up');
    await sleep(50);
  }
  return shared;
}

/** A fresh database with all migrations, for one test file. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const cluster = JSON.parse(readFileSync(join(await clusterFolder(), 'cluster.json'), 'utf8')) as Cluster;
  const name = `test_${randomBytes(6).toString('hex')}`;
  await superQuery(cluster.superUrl, `create database ${name} owner ${OWN_NAMES.owner} template ${cluster.template} strategy file_copy`);
  const url = (role: string, password: string): string =>
    `postgresql://${role}:${encodeURIComponent(password)}@/${name}?host=${encodeURIComponent(cluster.socketFolder)}`;
  return {
    ownerUrl: url(OWN_NAMES.owner, cluster.owner),
    appUrl: url(OWN_NAMES.app, cluster.app),
    close: () => superQuery(cluster.superUrl, `drop database if exists ${name} with (force)`),
  };
}

/** The test cluster as a server of somebody else, where nothing of ours is yet: its superuser, and what a log-in connects with. */
export async function testServer(): Promise<{
  readonly superUrl: string;
  readonly urlOf: (role: string, password: string, database: string) => string;
}> {
  const { superUrl, socketFolder } = JSON.parse(readFileSync(join(await clusterFolder(), 'cluster.json'), 'utf8')) as Cluster;
  const urlOf = (role: string, password: string, database: string): string =>
    `postgresql://${encodeURIComponent(role)}:${encodeURIComponent(password)}@/${encodeURIComponent(database)}?host=${encodeURIComponent(socketFolder)}`;
  return { superUrl, urlOf };
}
