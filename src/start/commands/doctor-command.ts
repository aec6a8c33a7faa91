/**
 * `congvu doctor`: what is wrong with this installation, why, and what to do; it changes nothing. The checks of the installation, and what an installation in
 * use must keep doing. Runs beside a running product.
 */
import { secondAdministrators } from '#authority/access/grant-requests.ts';
import { bodyByCode } from '#authority/organisations/store.ts';
import { systemClock } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import type { Config } from '#base/config.ts';
import type { DatabaseUrls } from '#base/database/bootstrap.ts';
import { judgeServer } from '#base/database/judge-server.ts';
import { schemaHead } from '#base/database/migrate.ts';
import { readServer } from '#base/database/server-facts.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { Problem } from '#base/problem.ts';
import { keysExist, openKeys } from '#base/master-keys.ts';
import { ok } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { checkMasterKeys } from '#start/known-master-keys.ts';
import { SETTINGS } from '#base/settings.ts';
import { judgeCard, readCardState } from '#start/checks/card.ts';
import { databaseChecks } from '#start/checks/database.ts';
import { checkErasures } from '#start/checks/erasures.ts';
import { checkListenerCertificates } from '#start/checks/listeners.ts';
import { checkDisks, checkKeyFiles, checkPort } from '#start/checks/machine.ts';
import { checkMail, checkPopulation, checkScanner, checkSignIn } from '#start/checks/outside.ts';
import { checkLines } from '#start/checks/print.ts';
import { programCheck } from '#start/checks/program.ts';
import { checkCertificates, checkRunning, judgeDrill } from '#start/checks/running.ts';
import { checkSealedRows } from '#start/checks/sealed-rows.ts';
import type { CheckName, CheckResult } from '#start/checks/shapes.ts';
import { administratorsFound, schemaFound, settingsFound } from '#start/checks/words.ts';
import { readMarks } from '#start/installation-marks.ts';
import { ADMINISTRATORS_WANTED } from '#start/install/make.ts';
import { rootCode } from '#start/install/root-body.ts';
import { countErasedIn } from '#start/erasures.ts';
import { openDatabaseServer, openKeptFiles } from '#start/open.ts';
import { notInstalled, oneAdministrator, schemaBehind } from '#start/problems.ts';

export interface DoctorOptions {
  readonly json: boolean;
  readonly english: boolean;
}

const NOTHING = { vi: '–', en: '–' };
const failed = (name: CheckName, problems: readonly Problem[]): CheckResult => ({ name, state: 'failed', found: NOTHING, problems });

/** Who could give the next role; a demo has its own. */
async function checkAdministrators(ownerUrl: string, demo: boolean): Promise<CheckResult[]> {
  if (demo) return [];
  const owner = openDatabase({ connectionString: ownerUrl, poolSize: 1 });
  try {
    return await owner.transaction(null, async (tx): Promise<CheckResult[]> => {
      const org = await rootCode(tx);
      const bodyId = org === null ? null : await bodyByCode(tx, org, systemClock.today());
      if (org === null || bodyId === null) return [failed('administrators', [notInstalled()])];
      const count = await secondAdministrators(tx, bodyId, null);
      const problems = count < ADMINISTRATORS_WANTED ? [oneAdministrator({ count: String(count), org })] : [];
      const state = count === 0 ? 'failed' : problems.length > 0 ? 'warning' : 'ok';
      return [{ name: 'administrators', state, found: administratorsFound(count, org), problems }];
    });
  } finally {
    await owner.close();
  }
}

async function checkTables(ownerUrl: string): Promise<CheckResult[]> {
  const owner = openDatabase({ connectionString: ownerUrl, poolSize: 1 });
  try {
    const card = judgeCard(await owner.transaction(null, readCardState), Date.parse(systemClock.now()));
    return [await owner.transaction(null, checkSealedRows), ...card];
  } finally {
    await owner.close();
  }
}

async function checkDrill(ownerUrl: string): Promise<CheckResult> {
  const owner = openDatabase({ connectionString: ownerUrl, poolSize: 1 });
  try {
    const { drill } = await owner.transaction(null, readMarks);
    return judgeDrill(drill, Date.parse(systemClock.now()));
  } finally {
    await owner.close();
  }
}

/** The list beside the tables, against the tables. */
async function checkErased(config: Config, urls: DatabaseUrls, keys: Keys): Promise<CheckResult> {
  const files = openKeptFiles(config, urls.owner);
  try {
    const checked = await checkErasures(urls.owner, await countErasedIn({ ownerUrl: urls.owner, keys, files: files.open }));
    return checked.ok ? checked.value : failed('erasures', checked.problems);
  } finally {
    await files.close();
  }
}

/** @param keys  null: they could not be opened, which is said already */
async function checkDatabase(config: Config, urls: DatabaseUrls, keys: Keys | null): Promise<CheckResult[]> {
  const facts = await readServer(urls, () => Date.parse(systemClock.now()));
  if (!facts.ok) return [failed('database', facts.problems)];
  const { holds } = facts.value;
  const use = { demo: config.demo, withoutTls: config.databaseWithoutTls, schemaHead: schemaHead() };
  const checks = databaseChecks(facts.value, judgeServer(facts.value, use));
  if (holds.what !== 'ours') return [...checks, failed('schema', [notInstalled()])];
  const behind = holds.newer === null && holds.head !== schemaHead();
  const schema: CheckResult = {
    name: 'schema',
    state: behind ? 'failed' : 'ok',
    found: schemaFound(holds.head ?? '–'),
    problems: behind ? [schemaBehind({ found: holds.head ?? '–', known: schemaHead() })] : [],
  };
  // What the tables of another release say is not read with this one's questions.
  if (behind || holds.newer !== null) return [...checks, schema];
  const known = keys === null ? ok(null) : await checkMasterKeys(urls.owner, keys, { note: false });
  const ofKeys = known.ok ? [] : [failed('keys', known.problems)];
  const running = await checkRunning(urls.owner, systemClock);
  const ofRunning = running.ok ? running.value : [failed('log', running.problems)];
  return [
    ...checks,
    ...ofKeys,
    schema,
    ...(await checkAdministrators(urls.owner, config.demo)),
    ...ofRunning,
    ...(keys === null ? [] : [await checkErased(config, urls, keys)]),
    await checkDrill(urls.owner),
    ...(await checkTables(urls.owner)),
  ];
}

async function lookAt(config: Config, env: NodeJS.ProcessEnv): Promise<CheckResult[]> {
  const folder = config.keysFolder;
  const nowMs = Date.parse(systemClock.now());
  const set = SETTINGS.filter(({ name }) => env[name]).length;
  const files = checkKeyFiles(folder);
  const opened = openKeys(config, { mayCreate: false });
  const keys = opened.ok || files.state === 'failed' ? files : failed('keys', opened.problems);
  const first: CheckResult[] = [programCheck(), { name: 'settings', state: 'ok', found: settingsFound(set), problems: [] }];
  const around = Promise.all([
    checkSignIn(config, systemClock),
    checkPopulation(config),
    checkMail(config),
    checkScanner(config),
    checkDisks(config),
    checkPort(config, 'running'),
  ]);
  // An embedded server that was never made is not made by who only looks.
  const isOwn = config.databaseUrl === null;
  const server = isOwn && !keysExist(folder) ? null : await openDatabaseServer(config, { adopt: true });
  try {
    const database =
      server === null
        ? []
        : server.ok
          ? await checkDatabase(config, server.value.urls, opened.ok ? opened.value : null)
          : [failed('database', server.problems)];
    return [...first, keys, ...database, checkCertificates(folder, nowMs), ...checkListenerCertificates(config, nowMs), ...(await around)];
  } finally {
    if (server?.ok) await server.value.close();
  }
}

/** @returns 0 all is well, 1 it works and somebody has something to do, 2 something does not work */
export async function runDoctor(
  env: NodeJS.ProcessEnv,
  { json, english }: DoctorOptions,
  io: { readonly answer: (text: string) => void },
): Promise<number> {
  const config = readConfig(env);
  const checks = config.ok ? await lookAt(config.value, env) : [programCheck(), failed('settings', config.problems)];
  const states = new Set(checks.map(({ state }) => state));
  const exit = states.has('failed') ? 2 : states.has('warning') ? 1 : 0;
  io.answer(json ? JSON.stringify({ exit, checks }, null, 2) : checkLines(checks, english ? 'en' : 'vi').join('\n'));
  return exit;
}
