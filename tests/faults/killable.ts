/** The real product as a process of its own, to be killed: server or database, at any moment, and started again on the same data. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#base/free-port.ts';
import type { Answered } from '#start/demo/http-client.ts';
import { PEOPLE, copyFilled } from '../filled.ts';
import { SOURCES, oneProduct } from '../one-product.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Longest wait for anything, in milliseconds: the machine may have other work. */
const WAIT_MS_MAX = 10 * 60_000;
/** Between two looks at first; then twice as long each time, up to the most: every look is an answer of the product, which has other work. Milliseconds. */
const LOOK_AFTER_MS = 50;
const LOOK_AFTER_MS_MAX = 400;

/** Looks again and again until there is an answer. @param closely  as often as at first to the end: for who strikes in the middle of something */
export async function until<T>(what: string, look: () => Promise<T | null> | T | null, closely = false): Promise<T> {
  const beganMs = performance.now();
  for (
    let afterMs = LOOK_AFTER_MS;
    performance.now() - beganMs < WAIT_MS_MAX;
    afterMs = closely ? afterMs : Math.min(2 * afterMs, LOOK_AFTER_MS_MAX)
  ) {
    const found = await look();
    if (found !== null) return found;
    await sleep(afterMs);
  }
  throw new Error(`${what} did not come`);
}

/**
 * What a person does when a page does not answer, or says that the server is away: tries again. Other answers are answers.
 */
export const patient = (what: string, ask: () => Promise<Answered>): Promise<Answered> =>
  until(what, async () => {
    const answered = await ask().catch(() => null);
    return answered === null || answered.status >= 500 ? null : answered;
  });

export interface Killable {
  readonly address: string;
  readonly dataFolder: string;
  start(): Promise<void>;
  /** SIGKILL; when it returns the process is gone */
  killServer(): Promise<void>;
  /** SIGKILL to the postmaster; the supervisor starts another */
  killDatabase(): void;
  /** SIGTERM, waited for; its exit code */
  stop(): Promise<number | null>;
  /** a command of the CLI on the same data, while the product is stopped */
  command(...args: string[]): Promise<{ readonly exit: number | null; readonly out: string }>;
  /** everything gone */
  drop(): Promise<void>;
}

export async function aKillableProduct(people: number): Promise<Killable> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'congvu-kill-'));
  chmodSync(dataFolder, 0o755);
  if (people === PEOPLE) await copyFilled(dataFolder);
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    DEMO: '1',
    PORT: String(port),
    DATA_FOLDER: dataFolder,
    LOG_LEVEL: 'error',
    POPULATION_CALLS_PER_SECOND: '40',
  };
  const congvu = (program: string, args: readonly string[], stdout: 'ignore' | 'pipe'): ChildProcess =>
    spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args], {
      cwd: ROOT,
      env,
      stdio: ['ignore', stdout, 'ignore'],
    });
  let child: ChildProcess | null = null;
  const ended = (one: ChildProcess): Promise<number | null> =>
    new Promise((done) => (one.exitCode !== null || one.signalCode !== null ? done(one.exitCode) : one.once('exit', (code) => done(code))));
  const product: Killable = {
    address,
    dataFolder,
    async start() {
      // First as people start it, and then as quickly as it can be done.
      child = congvu(child === null ? SOURCES : await oneProduct(), ['start', '--people', String(people)], 'ignore');
      const started = child;
      await until('the product', async () => {
        if (started.exitCode !== null) throw new Error(`the product ended with ${started.exitCode}`);
        const ready = await fetch(`${address}/readyz`).catch(() => null);
        return ready?.ok === true ? true : null;
      });
    },
    async killServer() {
      child!.kill('SIGKILL');
      await ended(child!);
    },
    killDatabase() {
      const [pid] = readFileSync(join(dataFolder, 'pg18', 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGKILL');
    },
    async stop() {
      child!.kill('SIGTERM');
      return ended(child!);
    },
    async command(...args) {
      const run = congvu(SOURCES, args, 'pipe');
      let out = '';
      run.stdout!.on('data', (piece: Buffer) => {
        out += piece.toString();
      });
      return { exit: await ended(run), out };
    },
    async drop() {
      if (child && child.exitCode === null && child.signalCode === null) await product.killServer();
      // The database ends with its starter, some tens of milliseconds later.
      await sleep(500);
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return product;
}
