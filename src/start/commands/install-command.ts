/**
 * `congvu install`: the first start of a real installation, and every later look at whether it stands. Asks at the terminal, or reads a file of answers;
 * checks the server, makes what is missing, and ends with what a person still has to do. Names and citizen numbers come from standard input or from a
 * file that nobody else may read: a command line would show them to other users of the machine.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { systemClock } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import type { Config } from '#base/config.ts';
import { DATABASE, administratorSql } from '#base/database/bootstrap.ts';
import { placeOfData } from '#base/database/embedded-server.ts';
import { prepareDatabase } from '#base/database/prepare.ts';
import { OWN_NAMES } from '#base/database/role-names.ts';
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import { keysExist } from '#base/master-keys.ts';
import { checkLines, taskLines } from '#start/checks/print.ts';
import type { CheckResult, OpenTask } from '#start/checks/shapes.ts';
import { databaseChecks } from '#start/checks/database.ts';
import { checkDisks, checkKeyFiles, checkPort } from '#start/checks/machine.ts';
import { checkMail, checkPopulation, checkSignIn } from '#start/checks/outside.ts';
import { programCheck } from '#start/checks/program.ts';
import { readAnswers } from '#start/install/answers.ts';
import type { Answers } from '#start/install/answers.ts';
import { ADMINISTRATORS_WANTED, makeInstallation } from '#start/install/make.ts';
import type { Installed } from '#start/install/make.ts';
import { openTasks } from '#start/install/open-tasks.ts';
import { INSTALL_WORDS } from '#start/install/words.ts';
import { checkServer, openDatabaseServer } from '#start/open.ts';
import { administratorNotGiven } from '#start/problems.ts';
import { askPerson, personFrom } from './ask-person.ts';
import type { Io, Person } from './ask-person.ts';

export interface InstallOptions {
  /** code of the root body; null: of the answers, or asked for */
  readonly org: string | null;
  /** file of answers */
  readonly answers: string | null;
  readonly printSql: boolean;
  readonly json: boolean;
}

export interface InstallIo extends Io {
  readonly answer: (text: string) => void;
}

/** Nobody says NODE_ENV to a command that they type: an installation is real unless it is called a demo. */
const realUnlessSaid = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  env['NODE_ENV'] === undefined && env['DEMO'] === undefined ? { ...env, NODE_ENV: 'production' } : env;

/** The statements for the administrator of the server, with the names that the settings say. */
function printSql(config: Pick<Config, 'databaseUrl' | 'databaseOwnerUrl'>): string {
  const named = (url: string | null): pg.Client | null => (url === null ? null : new pg.Client({ connectionString: url }));
  const [owner, app] = [named(config.databaseOwnerUrl), named(config.databaseUrl)];
  return administratorSql({ owner: owner?.user ?? OWN_NAMES.owner, app: app?.user ?? OWN_NAMES.app }, owner?.database ?? DATABASE);
}

/** Who becomes administrator: from the answers, else asked for. The first must be given; the second may be given later. */
function peopleAsked(io: Io, config: Config, answers: Answers): (missing: number) => Promise<Result<readonly Person[]>> {
  const given = [...(answers.administrators ?? [])];
  return async (missing) => {
    const people: Person[] = [];
    for (let place = ADMINISTRATORS_WANTED - missing; place < ADMINISTRATORS_WANTED; place++) {
      if (answers.administrators) {
        const next = given[place];
        if (!next) break;
        const person = personFrom(next, config.demo);
        if (!person.ok) return person;
        people.push(person.value);
      } else {
        const person = await askPerson(io, config.demo, INSTALL_WORDS.administrator[place]!, place > 0);
        if (!person.ok) return person;
        if (person.value === null) break;
        people.push(person.value);
      }
    }
    return people.length === 0 && missing === ADMINISTRATORS_WANTED ? refused(administratorNotGiven()) : ok(people);
  };
}

interface Done extends Installed {
  readonly org: string;
  readonly config: Config;
}

/** The server is looked at before a person is asked and before anything is written, where looking writes nothing. */
async function install(config: Config, org: string, io: Io, answers: Answers): Promise<Result<Done>> {
  const [room, keyFiles] = [await checkDisks(config), checkKeyFiles(config.keysFolder)];
  if (room.problems.length + keyFiles.problems.length > 0) return refused(...room.problems, ...keyFiles.problems);
  const ask = peopleAsked(io, config, answers);
  const own = { app: config.databaseUrl, owner: config.databaseOwnerUrl };
  const fit = own.app !== null && own.owner !== null ? await checkServer(config, { app: own.app, owner: own.owner }) : null;
  if (fit?.ok === false) return fit;
  // Where there are no keys and no data yet, nobody is an administrator either: asked before the embedded server is made.
  const isEmpty = fit?.ok ? !fit.value.holds.anybody : !existsSync(placeOfData(join(resolve(config.dataFolder), 'pg18')));
  const isNew = isEmpty && !keysExist(config.keysFolder);
  const asked = isNew ? await ask(ADMINISTRATORS_WANTED) : null;
  if (asked?.ok === false) return asked;
  const server = await openDatabaseServer(config, { adopt: true });
  if (!server.ok) return server;
  try {
    const { urls } = server.value;
    const facts = await checkServer(config, urls);
    if (!facts.ok) return facts;
    const prepared = await prepareDatabase(urls, facts.value);
    if (!prepared.ok) return prepared;
    const people = asked ? async (): Promise<Result<readonly Person[]>> => asked : ask;
    const made = await makeInstallation(config, urls, facts.value, { org, people });
    if (!made.ok) return made;
    return ok({ ...made.value, org, config, checks: [...databaseChecks(facts.value, [], prepared.value), ...made.value.checks] });
  } finally {
    await server.value.close();
  }
}

function report(io: InstallIo, json: boolean, checks: readonly CheckResult[], tasks: readonly OpenTask[]): void {
  if (json) {
    io.answer(JSON.stringify({ installed: true, checks, open: tasks }, null, 2));
    return;
  }
  for (const line of checkLines(checks)) io.print(line);
  io.print(`\n${INSTALL_WORDS.done.vi} (${INSTALL_WORDS.done.en})`);
  if (tasks.length > 0) io.print(`${INSTALL_WORDS.open.vi} (${INSTALL_WORDS.open.en})`);
  for (const line of taskLines(tasks)) io.print(line);
}

/** @param env  the settings; @returns 0 installed, 1 installed and something does not work yet, 2 refused, and why was said */
export async function runInstall(env: NodeJS.ProcessEnv, options: InstallOptions, io: InstallIo): Promise<number> {
  const refuse = (problems: readonly Problem[]): number => {
    if (options.json) io.answer(JSON.stringify({ installed: false, problems }, null, 2));
    io.sayProblems(problems);
    return 2;
  };
  const answers = options.answers === null ? ok<Answers>({}) : readAnswers(options.answers);
  if (!answers.ok) return refuse(answers.problems);
  const all = realUnlessSaid({ ...answers.value.settings, ...env });
  if (options.printSql) {
    io.answer(printSql({ databaseUrl: all['DATABASE_URL'] ?? null, databaseOwnerUrl: all['DATABASE_OWNER_URL'] ?? null }));
    return 0;
  }
  const config = readConfig(all);
  if (!config.ok) return refuse(config.problems);
  const org = options.org ?? answers.value.org ?? (await io.ask(INSTALL_WORDS.org))?.trim() ?? '';
  const done = await install(config.value, org, io, answers.value);
  if (!done.ok) return refuse(done.problems);
  // What is not ours does not keep an installation from being made: it is told, and looked at again by the next run.
  const around = await Promise.all([
    checkSignIn(config.value, systemClock),
    checkPopulation(config.value),
    checkMail(config.value),
    checkDisks(config.value),
    checkPort(config.value, 'free'),
  ]);
  const checks = [programCheck(), ...done.value.checks, ...around];
  report(io, options.json, checks, openTasks(done.value, checks));
  return checks.some(({ state }) => state === 'failed') ? 1 : 0;
}
