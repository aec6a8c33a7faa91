/** Opens what a process needs: settings, keys, database (embedded or given), migrations, queue. One stage after the other, each told. */
import { resolve, join } from 'node:path';
import pg from 'pg';
import { DEMO_ACCOUNTS } from '#authority/access/demo-accounts.ts';
import { installSessionSecret, jobSessions } from '#authority/access/sessions.ts';
import { seedOrganisations } from '#authority/organisations/seed.ts';
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import type { Config } from '#base/config.ts';
import { applicationName } from '#base/database/application-name.ts';
import { bootstrap } from '#base/database/bootstrap.ts';
import { withConnection } from '#base/database/connect.ts';
import { databaseOfDemo } from '#base/database/problems.ts';
import type { DatabaseUrls } from '#base/database/bootstrap.ts';
import { CLOCK_TOLERANCE_SECONDS, DEMO_CLOCK_TOLERANCE_SECONDS, setClockTolerance } from '#base/database/clock-tolerance.ts';
import { startEmbedded } from '#base/database/embedded-server.ts';
import { judgeServer } from '#base/database/judge-server.ts';
import type { ServerUse } from '#base/database/judge-server.ts';
import { migrate, schemaHead } from '#base/database/migrate.ts';
import { readServer } from '#base/database/server-facts.ts';
import type { ServerFacts } from '#base/database/server-facts.ts';
import { ANSWER_MS_MAX } from '#base/database/pool.ts';
import { openReplica } from '#base/database/replica.ts';
import { openDatabase } from '#base/database/transaction.ts';
import { filesInFolder } from '#base/files/folder.ts';
import type { OpenFiles } from '#base/files/kept-files.ts';
import { filesInDatabase } from '#base/files/table.ts';
import { openJobs } from '#base/jobs/queue.ts';
import { openLog } from '#base/log.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { openKeys } from '#base/master-keys.ts';
import type { Keys } from '#base/sealing.ts';
import { openCardSigner } from '#uses/card/open-signer.ts';
import { addressesOf } from '#uses/card/protocol.ts';
import { cardIssuerName } from './compose.ts';
import type { Opened } from './compose.ts';
import { keyPeopleIn } from './key-people.ts';
import { checkMasterKeys } from './known-master-keys.ts';
import { eraseAgainIn } from '#start/erasures.ts';
import { loadListsInto } from './load-lists.ts';
import { publishKeys } from './publish-keys.ts';
import { mayStartMigrate } from './upgrade/start-migrates.ts';
import { QUEUES } from './worker.ts';

/** Told with each stage, in Vietnamese, with the time it took. */
export type TellStage = (stage: string, ms: number) => void;

export interface OpenedDatabase {
  readonly urls: DatabaseUrls;
  readonly close: () => Promise<void>;
}

/** What was found when it was judged: before a migration, say, which release it is of. */
export interface JudgedDatabase extends OpenedDatabase {
  readonly facts: ServerFacts;
}

/** The database of the settings: the given one, or the embedded one started and made. */
export async function openDatabaseServer(config: Config, how: { readonly adopt?: boolean } = {}): Promise<Result<OpenedDatabase>> {
  const keysFolder = config.keysFolder;
  if (config.databaseUrl !== null && config.databaseOwnerUrl !== null)
    return ok({ urls: { app: config.databaseUrl, owner: config.databaseOwnerUrl }, close: async () => undefined });
  const server = await startEmbedded({ dataFolder: join(resolve(config.dataFolder), 'pg18'), ...how });
  if (!server.ok) return server;
  return ok({ urls: await bootstrap(server.value, keysFolder), close: () => server.value.stop() });
}

/** Asked before anything is written: may the product run on this server, in this database, with these log-ins? */
export async function checkServer(config: Config, urls: DatabaseUrls, how: Pick<ServerUse, 'serves'> = {}): Promise<Result<ServerFacts>> {
  const facts = await readServer(urls, () => Date.parse(systemClock.now()));
  if (!facts.ok) return facts;
  const use = { demo: config.demo, withoutTls: config.databaseWithoutTls, schemaHead: schemaHead(), ...how };
  const problems = judgeServer(facts.value, use);
  return problems.length > 0 ? refused(...problems) : facts;
}

/**
 * The database of the settings, judged before anything is read or written: what a command must open. Only who judges it otherwise (installation, doctor) or
 * does not look inside takes `openDatabaseServer`.
 */
export async function openJudgedServer(config: Config, how: { readonly adopt?: boolean } = {}): Promise<Result<JudgedDatabase>> {
  const server = await openDatabaseServer(config, how);
  if (!server.ok) return server;
  const fit = await checkServer(config, server.value.urls);
  if (fit.ok) return ok({ ...server.value, facts: fit.value });
  await server.value.close();
  return fit;
}

/** Do invented people act here? A demo of an older release, or one whose mark somebody took away, is known by its accounts. Looks, and writes nothing. */
async function hasInventedPeople(ownerUrl: string, keys: Keys): Promise<Result<boolean>> {
  const invented = DEMO_ACCOUNTS.map(({ nationalId }) => keys.nationalIdHash(nationalId));
  return withConnection('DATABASE_OWNER_URL', ownerUrl, async (client) => {
    const { rows: there } = await client.query<{ there: boolean }>(`select to_regclass('congvu.account') is not null as there`);
    if (!there[0]!.there) return false;
    const { rows } = await client.query<{ some: boolean }>(
      'select exists (select 1 from congvu.account where identity = any ($1::bytea[])) as some',
      [invented],
    );
    return rows[0]!.some;
  });
}

/** E-DATABASE-OF-DEMO for real operation on a database where invented people act, whatever its mark says. */
export async function checkPeople(config: Config, urls: DatabaseUrls, keys: Keys): Promise<Result<null>> {
  if (config.demo) return ok(null);
  const invented = await hasInventedPeople(urls.owner, keys);
  if (!invented.ok) return invented;
  return invented.value ? refused(databaseOfDemo({ database: new pg.Client({ connectionString: urls.owner }).database ?? '' })) : ok(null);
}

export interface OpenedInstallation extends JudgedDatabase {
  readonly keys: Keys;
}

/**
 * Keys and database of an installation, each judged and one held against the other: what a command opens before it reads or writes. With the keys of another
 * installation everybody would be somebody else. @param keys  as they were opened before somebody was asked for something
 */
export async function openInstallation(
  config: Config,
  keys: Result<Keys> = openKeys(config, { mayCreate: false }),
): Promise<Result<OpenedInstallation>> {
  if (!keys.ok) return keys;
  const server = await openJudgedServer(config, { adopt: true });
  if (!server.ok) return server;
  const fit = await checkMasterKeys(server.value.urls.owner, keys.value, { note: false });
  if (fit.ok) return ok({ ...server.value, keys: keys.value });
  await server.value.close();
  return fit;
}

/** Connections for files in the database: apart from those of requests, for who holds one of those may wait for a file. */
const FILE_CONNECTIONS = 4;

/** What is kept beside the tables, where the settings say. */
export function openKeptFiles(config: Config, appUrl: string): { readonly open: OpenFiles; readonly close: () => Promise<void> } {
  if (config.files === 'folder') return { open: filesInFolder(resolve(config.dataFolder)), close: async () => undefined };
  const db = openDatabase({ connectionString: appUrl, poolSize: FILE_CONNECTIONS, applicationName: 'congvu-files' });
  return { open: filesInDatabase(db), close: () => db.close() };
}

export interface OpenedAll extends Omit<Opened, 'simulators'> {
  readonly urls: DatabaseUrls;
  readonly close: () => Promise<void>;
}

async function timed<T>(tell: TellStage, stage: string, work: () => Promise<T>): Promise<T> {
  const startedMs = systemClock.monotonicMs();
  const result = await work();
  tell(stage, systemClock.monotonicMs() - startedMs);
  return result;
}

/** Everything up to a migrated database with its bodies and a queue. The caller composes. What is refused, or throws, leaves nothing open. */
export async function openAll(config: Config, tell: TellStage): Promise<Result<OpenedAll>> {
  const keys = openKeys(config, { mayCreate: !config.production || config.demo });
  if (!keys.ok) return keys;
  const server = await timed(tell, 'Khởi động PostgreSQL', () => openDatabaseServer(config));
  if (!server.ok) return server;
  const { urls } = server.value;
  /** What is open, the first first. */
  const open: (() => Promise<unknown>)[] = [() => server.value.close()];
  const close = async (): Promise<void> => {
    for (const end of open.toReversed()) await end();
  };
  try {
    const opened = await openOn(config, { keys: keys.value, urls }, tell, (end) => void open.push(end));
    if (opened.ok) return ok({ ...opened.value, close });
    await close();
    return opened;
  } catch (error) {
    // An embedded server would keep running, and the process with it: whoever started it would wait, and not hear why.
    await close();
    throw error;
  }
}

interface Ground {
  readonly keys: Keys;
  readonly urls: DatabaseUrls;
}

/** @param opened  told how each thing that was opened is closed */
async function openOn(
  config: Config,
  { keys, urls }: Ground,
  tell: TellStage,
  opened: (end: () => Promise<unknown>) => void,
): Promise<Result<Omit<OpenedAll, 'close'>>> {
  const judged = await checkServer(config, urls, { serves: true });
  if (!judged.ok) return judged;
  const people = await checkPeople(config, urls, keys);
  if (!people.ok) return people;
  const fit = await checkMasterKeys(urls.owner, keys, { note: false });
  if (!fit.ok) return fit;
  // A program of the version before, started again beside those of this one: it changes nothing of the database, and goes on (decision 0076).
  const isOfBefore = judged.value.holds.newer !== null;
  const behind = mayStartMigrate(config, judged.value, schemaHead());
  if (!behind.ok) return behind;
  const migrated = isOfBefore
    ? ok({ applied: [] })
    : await timed(tell, 'Dựng và di trú cơ sở dữ liệu', () => migrate(urls, systemClock.today(), QUEUES));
  if (!migrated.ok) return migrated;
  await installSessionSecret(urls.owner, keys.sessionSecret);
  const noted = await checkMasterKeys(urls.owner, keys, { note: true });
  if (!noted.ok) return noted;
  // A database that is of today's form already has them; looking for who has none would go through everybody without a title.
  if (migrated.value.applied.length > 0) await keyPeopleIn(urls.owner, keys);
  if (!isOfBefore) await timed(tell, 'Nạp danh mục dùng chung', () => loadListsInto(urls.owner, keys));
  // Before anybody is served: a database that was set back to before an erasure holds that person again (decision 0093).
  if (!isOfBefore) {
    const kept = openKeptFiles(config, urls.owner);
    await timed(tell, 'Đối chiếu danh sách hủy dữ liệu', () => eraseAgainIn({ ownerUrl: urls.owner, keys, files: kept.open })).finally(
      kept.close,
    );
  }
  await setClockTolerance(urls.owner, config.demo ? DEMO_CLOCK_TOLERANCE_SECONDS : CLOCK_TOLERANCE_SECONDS);
  const log = openLog(config.logLevel);
  const ofVersion = applicationName(schemaHead());
  const replica =
    config.databaseReadUrl === null
      ? null
      : openReplica({ connectionString: config.databaseReadUrl, applicationName: ofVersion, nowMs: () => systemClock.monotonicMs() });
  const db = openDatabase({ connectionString: urls.app, applicationName: ofVersion, answerMs: ANSWER_MS_MAX, replica });
  opened(() => db.close());
  const [signedBefore] = await db.transaction(null, (tx) => tx.query('select 1 from status_list limit 1'));
  const cardSigner = openCardSigner(config.keysFolder, {
    keys,
    clock: systemClock,
    chance: systemChance,
    service: config.cardKeyService,
    organisation: cardIssuerName(config).vi,
    issuerId: addressesOf(config.cardUrl).issuer,
    // Keys made anew would make every card that is out there a forgery: once something was signed, a lost key file is not replaced in silence.
    mayCreate: !config.production || config.demo || !signedBefore,
  });
  if (!cardSigner.ok) return cardSigner;
  const files = openKeptFiles(config, urls.app);
  opened(() => files.close());
  const jobs = await openJobs(urls.app, log, ofVersion);
  opened(() => jobs.stop().catch(() => undefined)); // stopped by the worker already
  const session = jobSessions({ db, keys, clock: systemClock, chance: systemChance }, 'seed');
  if (!isOfBefore)
    await timed(tell, 'Nạp danh mục cơ quan', async () =>
      db.transaction(await session(null), (tx) => seedOrganisations(tx, { demo: config.demo })),
    );
  await db.transaction(await session(null), (tx) => publishKeys(tx, keys, systemClock.now()));
  return ok({
    config: { ...config, dataFolder: resolve(config.dataFolder) },
    clock: systemClock,
    chance: systemChance,
    log,
    keys,
    db,
    jobs,
    files: files.open,
    cardSigner: cardSigner.value,
    urls,
  });
}
