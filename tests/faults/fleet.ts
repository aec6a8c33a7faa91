/** Two servers and two workers on one PostgreSQL and one data folder, each a process of its own that can be killed and started again. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#base/free-port.ts';
import { openTestDatabase } from '#base/database/test-database.ts';
import type { TestDatabase } from '#base/database/test-database.ts';
import type { Answered } from '#start/demo/http-client.ts';
import { until } from './killable.ts';
import { SOURCES, oneProduct } from '../one-product.ts';

const ROOT = join(import.meta.dirname, '../..');
export const MEMBERS = ['server-1', 'server-2', 'worker-1', 'worker-2'] as const;
export type Member = (typeof MEMBERS)[number];

export interface Fleet {
  /** what people open: the address of the first server, which both have as PUBLIC_URL */
  readonly address: string;
  /** of whoever is given no other */
  readonly dataFolder: string;
  /** settings of all its processes */
  readonly env: NodeJS.ProcessEnv;
  /** address of the second server */
  readonly second: string;
  /** `more`: settings of this process alone */
  start(member: Member, more?: Readonly<Record<string, string>>): Promise<void>;
  /** SIGKILL; when it returns the process is gone */
  kill(member: Member): Promise<void>;
  /** SIGTERM, waited for; its exit code */
  stop(member: Member): Promise<number | null>;
  /** asks one server, and the other when that one is away, as a balancer in front would; `turn` decides who is asked first */
  ask(turn: number, request: (base: string) => Promise<Answered>): Promise<Answered>;
  /** a command of the CLI on the same database and folder */
  command(...args: string[]): Promise<{ readonly exit: number | null; readonly out: string }>;
  drop(): Promise<void>;
}

const ended = (one: ChildProcess): Promise<number | null> =>
  new Promise((done) => (one.exitCode !== null || one.signalCode !== null ? done(one.exitCode) : one.once('exit', (code) => done(code))));

/** What is another than usual. */
interface Other {
  /** of members that run another version */
  readonly programs?: Readonly<Partial<Record<Member, string>>>;
  /** closed with the fleet */
  readonly database?: TestDatabase;
}

/** Nothing runs yet. `people` are in the register once the first server was started. */
export async function aFleet(people: number, { programs = {}, database: given }: Other = {}): Promise<Fleet> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'congvu-fleet-'));
  chmodSync(dataFolder, 0o755);
  const database = given ?? (await openTestDatabase());
  const [one, two] = [await freePort(), await freePort()];
  const address = `http://localhost:${one}`;
  const bases = [address, `http://localhost:${two}`];
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    DEMO: '1',
    WORKER: 'apart',
    PUBLIC_URL: address,
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATA_FOLDER: dataFolder,
    LOG_LEVEL: 'error',
    POPULATION_CALLS_PER_SECOND: '40',
    STOP_AFTER_SECONDS: '1',
  };
  const congvu = (
    program: string,
    args: readonly string[],
    more: Readonly<Record<string, string>>,
    output: 'ignore' | 'pipe',
  ): ChildProcess =>
    spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args], {
      cwd: ROOT,
      env: { ...env, ...more },
      stdio: ['ignore', output, output],
    });
  const running = new Map<Member, ChildProcess>();
  const begun = new Set<Member>();
  /** Each member first as people start it, and then as quickly as it can be done. */
  const programOf = async (member: Member): Promise<string> => {
    if (programs[member]) return programs[member];
    if (begun.has(member)) return oneProduct();
    begun.add(member);
    return SOURCES;
  };
  /** of the first server: commands run as beside it */
  let settings: Readonly<Record<string, string>> = {};

  async function startServer(member: Member, port: number, more: Readonly<Record<string, string>>): Promise<void> {
    if (member === 'server-1') settings = more;
    const child = congvu(await programOf(member), ['start', '--people', String(people)], { PORT: String(port), ...more }, 'ignore');
    running.set(member, child);
    await until(member, async () => {
      if (child.exitCode !== null) throw new Error(`${member} ended with ${child.exitCode}`);
      const alive = await fetch(`http://localhost:${port}/healthz`).catch(() => null);
      return alive?.ok === true ? true : null;
    });
  }

  async function startWorker(member: Member, more: Readonly<Record<string, string>>): Promise<void> {
    const child = congvu(await programOf(member), ['worker'], more, 'pipe');
    running.set(member, child);
    let said = '';
    child.stderr!.on('data', (piece: Buffer) => {
      said += piece.toString();
    });
    await until(member, () => {
      if (child.exitCode !== null) throw new Error(`${member} ended with ${child.exitCode}: ${said}`);
      return said.includes('Working in the background') ? true : null;
    });
  }

  const kill = async (member: Member): Promise<void> => {
    const child = running.get(member);
    running.delete(member);
    child?.kill('SIGKILL');
    if (child) await ended(child);
  };
  return {
    address,
    dataFolder,
    env,
    second: bases[1]!,
    start: (member, more = {}) =>
      member.startsWith('worker') ? startWorker(member, more) : startServer(member, member === 'server-1' ? one : two, more),
    kill,
    async stop(member) {
      const child = running.get(member)!;
      running.delete(member);
      child.kill('SIGTERM');
      return ended(child);
    },
    ask: (turn, request) =>
      until('an answer', async () => {
        for (const base of [bases[turn % 2]!, bases[(turn + 1) % 2]!]) {
          const answered = await request(base).catch(() => null);
          if (answered && answered.status < 500) return answered;
        }
        return null;
      }),
    async command(...args) {
      const run = congvu(SOURCES, args, settings, 'pipe');
      let out = '';
      run.stdout!.on('data', (piece: Buffer) => {
        out += piece.toString();
      });
      run.stderr!.resume();
      return { exit: await ended(run), out };
    },
    async drop() {
      for (const member of MEMBERS) await kill(member);
      await database.close();
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
