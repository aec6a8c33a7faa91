/** Programs of the cluster as children of this process: started in a node's place, under a log-in that is not root, with their words in a file. */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Debian package → the program by which it is seen. */
const PROGRAMS = {
  'postgresql-15': '/usr/lib/postgresql/15/bin/postgres',
  patroni: '/usr/bin/patroni',
  'etcd-server': '/usr/bin/etcd',
  haproxy: '/usr/sbin/haproxy',
  pgbackrest: '/usr/bin/pgbackrest',
  openssl: '/usr/bin/openssl',
} as const;

/** Debian packages that are not on this machine. */
export const missingPackages = (): string[] => Object.entries(PROGRAMS).flatMap(([name, program]) => (existsSync(program) ? [] : [name]));

export const isRoot = process.getuid?.() === 0;
/** PostgreSQL does not run as root: there it is the log-in that its package makes. */
export const LOGIN = 'postgres';
const asLogin = ['setpriv', `--reuid=${LOGIN}`, `--regid=${LOGIN}`, '--clear-groups'];

/** Where a program runs: a network namespace, or this machine's own network. */
export type Place = string | null;

const commandIn = (place: Place, command: readonly string[], login: boolean): string[] => [
  ...(place === null ? [] : ['ip', 'netns', 'exec', place]),
  ...(isRoot && login ? asLogin : []),
  ...command,
];

export interface Run {
  readonly place?: Place;
  readonly env?: Readonly<Record<string, string>>;
  /** file that takes what it says */
  readonly log: string;
  /** false: as whoever this process is */
  readonly login?: boolean;
}

/** Starts a program; it ends with its parent's `end`, never by itself. */
export function begin(command: readonly string[], { place = null, env = {}, log, login = true }: Run): ChildProcess {
  const [program, ...args] = commandIn(place, command, login);
  const output = openSync(log, 'a');
  return spawn(program!, args, {
    env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', output, output],
    // A Ctrl+C at the terminal is for who started them: they are ended in order.
    detached: true,
  });
}

export interface Ended {
  readonly place?: Place;
  /** false: as whoever this process is */
  readonly login?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** Runs a program to its end. Throws with what it said when it fails. */
export function run(command: readonly string[], how: Ended = {}): string {
  const [program, ...args] = commandIn(how.place ?? null, command, how.login ?? true);
  const done = spawnSync(program!, args, {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', ...how.env },
    ...(how.input === undefined ? {} : { input: how.input }),
  });
  if (done.status !== 0) throw new Error(`${command.join(' ')}: ${done.stderr || done.stdout || String(done.error)}`);
  return done.stdout;
}

export const isEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** SIGTERM, and SIGKILL for what has not ended after so many milliseconds. */
export async function end(child: ChildProcess, withinMs = 20_000): Promise<void> {
  if (isEnded(child)) return;
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  await Promise.race([gone, sleep(withinMs, undefined, { ref: false }).then(() => child.kill('SIGKILL'))]);
  await gone;
}

const LOOK_EVERY_MS = 200;

/** Looks again and again until there is something; throws after so many milliseconds. */
export async function until<T>(what: string, withinMs: number, look: () => Promise<T | null>): Promise<T> {
  for (const startedMs = performance.now(); performance.now() - startedMs < withinMs;) {
    const found = await look().catch(() => null);
    if (found !== null) return found;
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error(`${what} did not come within ${Math.round(withinMs / 1000)} s`);
}
