/** Two servers and two workers of ours as processes of their own, on one cluster and one data folder. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from './cluster.ts';
import { end, isEnded, until } from './programs.ts';

const ROOT = join(import.meta.dirname, '../..');
const PROGRAM = join(ROOT, 'src/start/congvu.ts');
/** The first one migrates and fills the demo. */
const START_MS_MAX = 600_000;

export interface ProductSpec {
  readonly folder: string;
  readonly cluster: Pick<Cluster, 'urls' | 'readUrl'>;
  readonly ports: readonly [number, number];
  /** what people open */
  readonly publicUrl: string;
  /** of the demo */
  readonly people: number;
}

export interface Product {
  /** addresses of the two servers */
  readonly servers: readonly [string, string];
  /** members that ended by themselves, with what they ended by */
  ended(): readonly string[];
  /** a command of `congvu` on the same database and folder */
  command(...args: string[]): Promise<{ readonly exit: number | null; readonly out: string }>;
  stop(): Promise<void>;
}

export async function startProduct({ folder, cluster, ports, publicUrl, people }: ProductSpec): Promise<Product> {
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    DEMO: '1',
    WORKER: 'apart',
    PUBLIC_URL: publicUrl,
    DATABASE_URL: cluster.urls.app,
    DATABASE_OWNER_URL: cluster.urls.owner,
    DATABASE_READ_URL: cluster.readUrl,
    FILES: 'database',
    DATA_FOLDER: data,
    POPULATION_CALLS_PER_SECOND: '40',
  };
  const congvu = (args: readonly string[], more: Readonly<Record<string, string>>): ChildProcess =>
    spawn(process.execPath, ['--disable-warning=ExperimentalWarning', PROGRAM, ...args], {
      cwd: ROOT,
      env: { ...env, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
  const running = new Map<string, ChildProcess>();
  const started = (name: string, args: readonly string[], more: Readonly<Record<string, string>> = {}): ChildProcess => {
    const child = congvu(args, more);
    const log = createWriteStream(join(folder, `${name}.log`));
    child.stdout!.pipe(log);
    child.stderr!.pipe(log);
    running.set(name, child);
    return child;
  };
  const addresses = ports.map((port) => `http://localhost:${port}`) as [string, string];
  const stop = async (): Promise<void> => {
    await Promise.all([...running.values()].map((child) => end(child, 60_000)));
    running.clear();
  };
  try {
    for (const [i, port] of ports.entries()) {
      const name = `server-${i + 1}`;
      const child = started(name, ['start', '--people', String(people)], { PORT: String(port) });
      await until(name, START_MS_MAX, async () => {
        if (isEnded(child)) return 'ended';
        return (await fetch(`${addresses[i]!}/healthz`)).ok ? 'alive' : null;
      });
      if (isEnded(child)) throw new Error(`${name} ended: see ${join(folder, `${name}.log`)}`);
    }
    for (const name of ['worker-1', 'worker-2']) {
      const child = started(name, ['worker']);
      let isWorking = false;
      child.stderr!.on('data', (piece: Buffer) => void (isWorking ||= piece.toString().includes('Working in the background')));
      await until(name, START_MS_MAX, async () => (isWorking || isEnded(child) ? true : null));
      if (isEnded(child)) throw new Error(`${name} ended: see ${join(folder, `${name}.log`)}`);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    servers: addresses,
    ended: () => [...running].flatMap(([name, child]) => (isEnded(child) ? [`${name}: ${child.exitCode ?? child.signalCode}`] : [])),
    async command(...args) {
      const child = congvu(args, {});
      let out = '';
      child.stdout!.on('data', (piece: Buffer) => void (out += piece.toString()));
      child.stderr!.resume();
      const exit = await new Promise<number | null>((done) => child.once('exit', done));
      return { exit, out };
    },
    stop,
  };
}
