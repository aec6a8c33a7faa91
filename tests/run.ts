/**
 * `npm test`: everything; the last line is `N passed, N failed`, alone. Arguments are parts of paths: only those files run.
 * `--repeat N` runs them N times, `--busy` with every core kept busy: `npm test -- --repeat 5 --busy tests/journeys`.
 *
 * One queue, twice as many at a time as there are cores, what needs no database first, then the longest: checks (types, lint, format, dead code, each counted as one test); pure tests in one process,
 * house rules in another; database and security in groups of a few files, a process a group, journeys in groups of a few one after the other, what takes
 * longest a process a file, all on one throw-away cluster; and what depends on the version of the server once more on the oldest supported one, where it is installed.
 */
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { CLUSTER_VARIABLE, startTestCluster } from '#base/database/test-database.ts';
import { CHECKS, runCheck } from '../tools/check.ts';
import { SHARED_VARIABLE } from '#portal/mock/browser.ts';
import { endQuietly } from '#start/end-quietly.ts';
import { keepBusy } from './busy.ts';
import { FAILURES_FOLDER } from './failures.ts';
import { COUNT, FIGURE } from './summary.ts';
import { machineSeconds, processorSeconds } from './processor.ts';
import { readArguments } from './arguments.ts';
import { releasedHere } from './released-version.ts';
import { GLEWLWYD, isGlewlwydHere } from './guides/glewlwyd.ts';
import { RSYSLOG, isRsyslogHere } from './faults/rsyslog.ts';
import { programFolder, scratchFolder } from './scratch.ts';

const root = join(import.meta.dirname, '..');
const IN_ONE_PROCESS = join(import.meta.dirname, 'in-one-process.ts');
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** A file that takes longer than this hangs: it is ended and counted as failed. The longest takes three and a half minutes on two idle cores. */
const FILE_MS_MAX = 25 * 60_000;
/** How long one that is ended may take to say which of its tests were at work. */
const SAYS_MS_MAX = 10_000;
/** Twice as many as there are cores: files wait for browsers, databases and terms as much as they work. Three times as many kept the cores busier and were no quicker. */
const AT_ONCE = availableParallelism() * 2;
const ENDINGS = ['SIGINT', 'SIGTERM'] as const;
/** Debian's place of the oldest supported server, and what its version could change: SQL of schema, register, intake, walls, log. */
const OLDEST = { folder: '/usr/lib/postgresql/15/bin', major: 15 };
const ON_OLDEST = [
  'src/base/database/*.db.test.ts',
  'src/record/register/*.db.test.ts',
  'src/record/matching/*.db.test.ts',
  'src/record/intake/life.db.test.ts',
  'src/record/intake/accept.db.test.ts',
  'src/record/intake/two-bodies.db.test.ts',
  'src/record/intake/three-bodies.db.test.ts',
  'src/authority/audit/record.db.test.ts',
  'tests/security/app-role.db.test.ts',
];
/** Tries a provider of identity that Debian has, where it is installed. */
const FOREIGN_PROVIDERS = 'tests/security/foreign-providers.test.ts';
/** Ships the log by Debian's rsyslog, where it is installed. */
const LOG_SHIPPING = 'tests/faults/log-shipping.test.ts';
/** Runs the released version beside the one of today, where git has it. */
const VERSION_BEFORE = 'tests/faults/version-before.test.ts';
/**
 * Files that each start a product, most of them a browser too, and share a process one after the other: what each would read anew is read once, and is warm
 * for the second (bench/NOTES.md). Groups alike in size; what is in none has a process of its own.
 */
const JOURNEYS_IN_TURN = [
  ['clicks', 'accounts', 'list-additions', 'portal-kept'],
  ['door', 'portraits', 'one-person'],
].map((names) => names.map((name) => `tests/journeys/${name}.test.ts`));
/** Files with a database that share a process: half of what a short one costs is reading the product into it. Each has its own database all the same. */
const FILES_IN_TURN_MAX = 24;
const PURE = 'pure tests';
const HOUSE = 'house rules';
/** Protocols lived by seed, and broken on purpose: a process of their own, for they load a program with another line in it. */
const SIMULATIONS = 'simulations';
/**
 * A process of tests lives for seconds or a few minutes: what it makes is soon nobody's, or stays to its end. With room for both from the beginning the
 * collector seldom looks, and with every core at work its helpers take more than they spare. A twentieth of the process (bench/NOTES.md).
 */
const ROOM = ['--min-semi-space-size=32', '--max-semi-space-size=64', '--initial-old-space-size=512', '--single-threaded-gc'];
/** What needs no cluster, in the time that they come up. */
const NEEDS_NO_CLUSTER = [PURE, SIMULATIONS, ...CHECKS.map(({ name }) => name), HOUSE];
/** What takes longest begins first, so that nothing long is left alone at the end: by seconds of all its processes (bench/NOTES.md). Others follow by name. */
const LONGEST_FIRST = [
  ...NEEDS_NO_CLUSTER,
  'tests/journeys/portal-screens.test.ts',
  'tests/journeys/every-control.test.ts',
  'tests/faults/kill.test.ts',
  'tests/journeys/own-pages.test.ts',
  'tests/journeys/cli.test.ts',
  'tests/faults/fleet.test.ts',
  'tests/journeys/clicks.test.ts',
  'tests/journeys/door.test.ts',
  'tests/journeys/card.test.ts',
  'tests/faults/version-before.test.ts',
  'tests/journeys/install-guide.test.ts',
  'tests/journeys/list-to-confirm.test.ts',
  'tests/journeys/law-of-2026.test.ts',
  'tests/security/every-route.db.test.ts',
  'tests/journeys/bundle.test.ts',
  'tests/security/visibility-in-answers.db.test.ts',
  'tests/security/bad-input.test.ts',
  'tests/journeys/wallet.test.ts',
];

/** Names above that lead to no file any more: a file that moved would silently run in the wrong place, or on one server only. */
const lost = (): string[] => [
  ...ON_OLDEST.filter((pattern) => globSync(pattern, { cwd: root }).length === 0),
  ...[FOREIGN_PROVIDERS, LOG_SHIPPING, VERSION_BEFORE].filter((name) => !existsSync(join(root, name))),
  ...JOURNEYS_IN_TURN.flat().filter((name) => !existsSync(join(root, name))),
  ...LONGEST_FIRST.filter((name) => !NEEDS_NO_CLUSTER.includes(name) && !existsSync(join(root, name))),
];

/** Something to run, and how it went. */
interface Work {
  readonly name: string;
  run(): Promise<Tally>;
}
interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const check = (one: (typeof CHECKS)[number]): Work => ({
  name: one.name,
  async run() {
    const { ok, said } = await runCheck(one);
    say(ok ? `✔ ${one.name}` : `✖ ${one.name}\n${said.split('\n').slice(0, 60).join('\n')}`);
    return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  },
});

/** Runs files under node:test; adds up what their reporter counted. A process that ends without a count has failed. */
function runFiles(
  name: string,
  files: readonly string[],
  env: Readonly<Record<string, string>>,
  how: readonly '--in-turn'[] = [],
): Promise<Tally> {
  return new Promise((done) => {
    const startedMs = performance.now();
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...ROOM, IN_ONE_PROCESS, ...how, ...files], {
      cwd: root,
      env: { ...process.env, ...OF_THE_RUN, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    child.stdout.on('data', (piece: Buffer) => {
      out += piece.toString();
    });
    child.stderr.on('data', (piece: Buffer) => {
      out += piece.toString();
    });
    let dead: NodeJS.Timeout | undefined;
    const timer = setTimeout(() => {
      out += '\nended: it took too long\n';
      child.kill('SIGTERM');
      dead = setTimeout(() => child.kill('SIGKILL'), SAYS_MS_MAX);
    }, FILE_MS_MAX);
    child.on('close', (code) => {
      clearTimeout(timer);
      clearTimeout(dead);
      const counted = new RegExp(`${COUNT} (\\d+) (\\d+) ([\\d.]+)`).exec(out);
      const [ok, bad] = counted ? [Number(counted[1]), Number(counted[2])] : [0, 1];
      const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
      // An error after the tests ended makes the process fail although every test passed.
      const late = bad === 0 && code !== 0 ? 1 : 0;
      const none = ok + bad === 0 ? 1 : 0;
      const failed = bad + late + none;
      const figures = [...out.matchAll(new RegExp(`${FIGURE} (.*)`, 'g'))].map(([, text]) => `\n  ${text}`).join('');
      const rest = out.replace(new RegExp(`(?:${COUNT}|${FIGURE}).*\\n?`, 'g'), '').trim();
      say(
        `${failed === 0 ? '✔' : '✖'} ${name} · ${ok} passed, ${failed} failed · ${seconds} s${counted ? `, ${counted[3]} of processor` : ''}${none ? ' · no test ran' : ''}${late ? ` · the process ended with ${code}` : ''}${figures}${failed > 0 && rest ? `\n${rest}` : ''}`,
      );
      done({ passed: ok, failed });
    });
  });
}

/** What names a cluster to the files that use it, once it is up. */
type Env = Promise<Readonly<Record<string, string>>>;

/** One file in one process: the runner's own, which a second one would only wait for. */
const fileApart = (file: string, env: Env, note = ''): Work => ({
  name: file,
  run: async () => runFiles(`${file}${note}`, [file], await env),
});

/** Files in one process, each over before the next begins; named by the first and their number. */
const inTurn = (files: readonly string[], env: Env, note = ''): Work => {
  const [first = '', ...others] = files;
  const name = others.length === 0 ? first : `${first} and ${others.length} more`;
  return { name: first, run: async () => runFiles(`${name}${note}`, files, await env, ['--in-turn']) };
};

/** Journeys and faults: those of a group in turn, the others apart. */
function journeysOf(files: readonly string[], env: Env): Work[] {
  const groups = JOURNEYS_IN_TURN.map((group) => group.filter((file) => files.includes(file))).filter(({ length }) => length > 0);
  return [
    ...groups.map((group) => inTurn(group, env)),
    ...files.filter((file) => !JOURNEYS_IN_TURN.flat().includes(file)).map((file) => fileApart(file, env)),
  ];
}

/** Files with a database, many in a process. Those that take long by themselves run apart. */
function together(files: readonly string[], env: Env, note = ''): Work[] {
  const short = files.filter((file) => !LONGEST_FIRST.includes(file));
  // As many groups as must be, alike in size.
  const number = Math.ceil(short.length / FILES_IN_TURN_MAX);
  const groups = Array.from({ length: number }, (_, i) =>
    short.slice(Math.round((i * short.length) / number), Math.round(((i + 1) * short.length) / number)),
  );
  return [
    ...files.filter((file) => LONGEST_FIRST.includes(file)).map((file) => fileApart(file, env, note)),
    ...groups.map((group) => inTurn(group, env, note)),
  ];
}

const rank = ({ name }: Work): number => {
  const at = LONGEST_FIRST.indexOf(name);
  return at === -1 ? LONGEST_FIRST.length : at;
};

/** Everything in the queue, so many at a time. */
async function runAll(works: readonly Work[]): Promise<Tally> {
  const left = works.toSorted((a, b) => rank(a) - rank(b));
  let [passed, failed] = [0, 0];
  const lane = async (): Promise<void> => {
    for (let work = left.shift(); work !== undefined; work = left.shift()) {
      const tally = await work.run();
      passed += tally.passed;
      failed += tally.failed;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return { passed, failed };
}

/** One folder for the data of the run, and one for its browser. */
const scratch = scratchFolder();
const temporary = join(scratch, 'tmp');
mkdirSync(temporary);
const OF_THE_RUN = { TMPDIR: temporary, [SHARED_VARIABLE]: programFolder() };

/** A throw-away cluster for the time of `work`, which begins while it comes up, with a promise of the environment that names it. */
async function withCluster(binaries: Parameters<typeof startTestCluster>[1], work: (env: Env) => Promise<Tally>): Promise<Tally> {
  const folder = join(scratch, `cluster-${binaries?.major ?? 'embedded'}`);
  mkdirSync(folder);
  const started = startTestCluster(folder, binaries);
  const env = started.then(() => ({ [CLUSTER_VARIABLE]: folder }));
  // Whoever waits for it hears of it; before that it is nobody's error.
  env.catch(() => undefined);
  const stop = (): Promise<void> => started.then((end) => end());
  const end = (): void => void stop().finally(() => process.exit(1));
  for (const signal of ENDINGS) process.once(signal, end);
  try {
    return await work(env);
  } finally {
    for (const signal of ENDINGS) process.off(signal, end);
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One run of everything that was asked for. */
async function runOnce(parts: readonly string[]): Promise<Tally> {
  const chosen = (name: string): boolean => parts.length === 0 || parts.some((part) => name.includes(part));
  const all = (patterns: readonly string[]): string[] =>
    [...new Set(patterns.flatMap((pattern) => globSync(pattern, { cwd: root })))].filter(chosen).sort();
  const withDatabase = all(['src/**/*.db.test.ts', 'tests/**/*.db.test.ts', 'simulators/**/*.db.test.ts']);
  const journeys = all(['tests/journeys/*.test.ts', 'tests/security/*.test.ts', 'tests/faults/*.test.ts']).filter(
    (file) => !withDatabase.includes(file),
  );
  const house = all(['tests/house/*.test.ts']);
  const simulations = all(['tests/simulation/**/*.test.ts']);
  const pure = all(['src/**/*.test.ts', 'portal/**/*.test.ts', 'simulators/**/*.test.ts', 'bench/**/*.test.ts', 'tests/*.test.ts']).filter(
    (file) => !withDatabase.includes(file),
  );
  const alone: Work[] = [
    ...CHECKS.filter(({ name }) => chosen(name)).map(check),
    ...(pure.length > 0 ? [{ name: PURE, run: () => runFiles(`${pure.length} pure files`, pure, {}) }] : []),
    ...(simulations.length > 0 ? [{ name: SIMULATIONS, run: () => runFiles(`${simulations.length} simulations`, simulations, {}) }] : []),
    ...(house.length > 0 ? [{ name: HOUSE, run: () => runFiles(`${house.length} house rules`, house, {}) }] : []),
  ];
  if (withDatabase.length + journeys.length === 0) return runAll(alone);
  const onOldest = all(ON_OLDEST);
  const isOldestHere = existsSync(join(OLDEST.folder, 'initdb'));
  if (onOldest.length > 0 && !isOldestHere)
    say(`PostgreSQL ${OLDEST.major} is not installed here (${OLDEST.folder}): ${onOldest.length} files run on the embedded server only.\n`);
  if (journeys.includes(FOREIGN_PROVIDERS) && !isGlewlwydHere())
    say(
      `Glewlwyd is not installed here (${GLEWLWYD}, Debian's package glewlwyd): sign-in was NOT tried at it, only at the other providers.\n`,
    );
  if (journeys.includes(LOG_SHIPPING) && !isRsyslogHere())
    say(`rsyslog is not installed here (${RSYSLOG}, Debian's packages rsyslog and rsyslog-relp): deploy/log was NOT run.\n`);
  const released = journeys.includes(VERSION_BEFORE) ? releasedHere() : null;
  if (typeof released === 'string') say(`The released version was NOT run beside this one: ${released}.\n`);
  return withCluster(undefined, (env) => {
    const works = [...alone, ...together(withDatabase, env), ...journeysOf(journeys, env)];
    if (onOldest.length === 0 || !isOldestHere) return runAll(works);
    return withCluster(OLDEST, (oldEnv) => runAll([...works, ...together(onOldest, oldEnv, ` on PostgreSQL ${OLDEST.major}`)]));
  });
}

const request = readArguments(process.argv.slice(2));
const moved = lost();
if (typeof request === 'string' || moved.length > 0) {
  say(`${typeof request === 'string' ? request : `tests/run.ts names what is not there: ${moved.join(', ')}`}\n\n0 passed, 1 failed`);
  process.exit(1);
}
rmSync(join(root, FAILURES_FOLDER), { recursive: true, force: true });
const [began, busyBefore] = [performance.now(), machineSeconds()];
const stopBusy = request.busy ? keepBusy() : null;
let [passed, failed] = [0, 0];
for (let time = 1; time <= request.times; time += 1) {
  if (request.times > 1) say(`\nRun ${time} of ${request.times}${request.busy ? ', every core kept busy' : ''}:`);
  const tally = await runOnce(request.parts);
  passed += tally.passed;
  failed += tally.failed;
}
stopBusy?.();
if (passed + failed === 0) {
  failed += 1;
  say('✖ no test ran');
}
const [wall, busyAfter] = [(performance.now() - began) / 1000, machineSeconds()];
const machine =
  busyBefore === null || busyAfter === null
    ? ''
    : `; the machine's ${availableParallelism()} cores were busy for ${(busyAfter - busyBefore).toFixed(0)} s, ${((100 * (busyAfter - busyBefore)) / wall / availableParallelism()).toFixed(0)} % of the time`;
say(`\n${processorSeconds().toFixed(0)} s of processor in ${wall.toFixed(0)} s${machine}`);
say(`\n${passed} passed, ${failed} failed`);
await endQuietly(failed === 0 ? 0 : 1);
