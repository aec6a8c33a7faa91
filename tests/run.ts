/**
 * `npm test`: everything, in phases; the last line is `N passed, N failed`, alone. Arguments are parts of paths: only those files run.
 *
 * 1. check: types, lint, format, dead code, each counted as one test
 * 2. pure tests and house rules, in one process
 * 3. database, security, journeys and browser, a process a file, two at a time, on one throw-away cluster
 */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLUSTER_VARIABLE, startTestCluster } from '#base/database/test-database.ts';
import { CHECKS, runCheck } from '../tools/check.ts';
import { COUNT } from './summary.ts';

const root = join(import.meta.dirname, '..');
const wanted = process.argv.slice(2);
const chosen = (file: string): boolean => wanted.length === 0 || wanted.some((part) => file.includes(part));
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** A file that takes longer than this is ended and counted as failed, in milliseconds. */
const FILE_MS_MAX = 8 * 60_000;
const AT_ONCE = 2;
const ENDINGS = ['SIGINT', 'SIGTERM'] as const;
/** Debian's place of the oldest supported server, and what runs on it as well: schema, register, submission, walls. */
const OLDEST = { folder: '/usr/lib/postgresql/15/bin', major: 15 };
const ON_OLDEST = /^(src\/base\/database|src\/record|tests\/security|src\/authority\/audit\/record)/;

let passed = 0;
let failed = 0;

function check(): void {
  for (const one of CHECKS) {
    if (!chosen(one.name)) continue;
    const { ok, said } = runCheck(one);
    if (ok) passed += 1;
    else failed += 1;
    say(ok ? `✔ ${one.name}` : `✖ ${one.name}\n${said.split('\n').slice(0, 60).join('\n')}`);
  }
}

/** Runs files under node:test; adds up what their reporter counted. A process that ends without a count has failed. */
function runFiles(files: readonly string[], flags: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  return new Promise((done) => {
    const startedMs = performance.now();
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--test',
        `--test-reporter=${join(root, 'tests', 'summary.ts')}`,
        '--test-reporter-destination=stdout',
        ...flags,
        ...files,
      ],
      { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let out = '';
    child.stdout.on('data', (piece: Buffer) => {
      out += piece.toString();
    });
    child.stderr.on('data', (piece: Buffer) => {
      out += piece.toString();
    });
    const timer = setTimeout(() => {
      out += '\nended: it took too long\n';
      child.kill('SIGKILL');
    }, FILE_MS_MAX);
    child.on('close', (code) => {
      clearTimeout(timer);
      const counted = new RegExp(`${COUNT} (\\d+) (\\d+)`).exec(out);
      const [ok, bad] = counted ? [Number(counted[1]), Number(counted[2])] : [0, 1];
      const name = files.length === 1 ? files[0]! : `${files.length} files`;
      const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
      // An error after the tests ended makes the process fail although every test passed.
      const late = bad === 0 && code !== 0 ? 1 : 0;
      const none = ok + bad === 0 ? 1 : 0;
      passed += ok;
      failed += bad + late + none;
      const rest = out.replace(new RegExp(`${COUNT}.*\\n?`), '').trim();
      say(
        `${bad + late + none === 0 ? '✔' : '✖'} ${name} · ${ok} passed, ${bad + late + none} failed · ${seconds} s${none ? ' · no test ran' : ''}${late ? ` · the process ended with ${code}` : ''}${bad + late + none > 0 && rest ? `\n${rest}` : ''}`,
      );
      done();
    });
  });
}

async function runApart(files: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  const left = [...files];
  const lane = async (): Promise<void> => {
    for (let file = left.shift(); file !== undefined; file = left.shift()) await runFiles([file], ['--test-concurrency=1'], env);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

const all = (patterns: readonly string[]): string[] =>
  [...new Set(patterns.flatMap((pattern) => globSync(pattern, { cwd: root })))].filter(chosen).sort();

check();
const apart = all(['src/**/*.db.test.ts', 'tests/**/*.db.test.ts', 'simulators/**/*.db.test.ts']);
const journeys = all(['tests/journeys/*.test.ts', 'tests/security/*.test.ts', 'tests/faults/*.test.ts']).filter(
  (file) => !apart.includes(file),
);
const house = all(['tests/house/*.test.ts']);
const pure = all(['src/**/*.test.ts', 'portal/**/*.test.ts', 'simulators/**/*.test.ts', 'bench/**/*.test.ts']).filter(
  (file) => !apart.includes(file),
);
if (pure.length > 0) await runFiles(pure, ['--test-isolation=none'], {});
if (house.length > 0) await runApart(house, {});
/** Runs files apart, all on one cluster that is made for them. */
async function onOneCluster(files: readonly string[], binaries?: Parameters<typeof startTestCluster>[1]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'congvu-tests-'));
  chmodSync(folder, 0o755);
  const stop = await startTestCluster(folder, binaries);
  const end = (): void => void stop().finally(() => process.exit(1));
  for (const signal of ENDINGS) process.once(signal, end);
  try {
    await runApart(files, { [CLUSTER_VARIABLE]: folder });
  } finally {
    for (const signal of ENDINGS) process.off(signal, end);
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (apart.length + journeys.length > 0) await onOneCluster([...apart, ...journeys]);
const onOldest = apart.filter((file) => ON_OLDEST.test(file));
if (onOldest.length > 0) {
  if (existsSync(join(OLDEST.folder, 'initdb'))) {
    say(`\nAgain on PostgreSQL ${OLDEST.major}, the oldest supported:`);
    await onOneCluster(onOldest, OLDEST);
  } else
    say(`\nPostgreSQL ${OLDEST.major} is not installed here (${OLDEST.folder}): ${onOldest.length} files ran on the embedded server only.`);
}
if (passed + failed === 0) {
  failed += 1;
  say('✖ no test ran');
}
say(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
