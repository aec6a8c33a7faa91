/** A terminal: commands of the product as processes of their own, with an environment and a data folder of their own. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '#base/free-port.ts';
import { DATABASE } from '#base/database/bootstrap.ts';
import { placeOfData } from '#base/database/embedded-server.ts';
import { oneProduct } from '../one-product.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Longest wait for a start, in milliseconds: the portal may have to be built first. */
const START_MS_MAX = 10 * 60_000;

export type Env = Readonly<Record<string, string | undefined>>;

export interface CommandOutput {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** Settings that this machine may hold are not those of the command. */
const NOT_HANDED_ON = /^(NODE_ENV|DEMO|PORT|PUBLIC_URL|DATA_FOLDER|DATABASE_|OIDC_|POPULATION_|SESSION_|LOG_LEVEL|NODE_TEST|NODE_OPTIONS)/;

const begun = new Set<string>();
/** Each thing first as people type it, and then as quickly as it can be done. */
async function programOf(what: string): Promise<string> {
  if (begun.has(what)) return oneProduct();
  begun.add(what);
  return join(ROOT, 'bin/congvu.mjs');
}

interface Opened {
  readonly child: ChildProcess;
  readonly ended: Promise<CommandOutput>;
}
async function open(args: readonly string[], env: Env, typed = '', what = args[0] ?? ''): Promise<Opened> {
  const handed = Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_HANDED_ON.test(name)));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', await programOf(what), ...args], {
    cwd: ROOT,
    env: { ...handed, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin!.on('error', () => undefined); // it may end before it reads
  child.stdin!.end(typed);
  const said = { out: '', err: '' };
  child.stdout!.setEncoding('utf8').on('data', (piece: string) => (said.out += piece));
  child.stderr!.setEncoding('utf8').on('data', (piece: string) => (said.err += piece));
  return { child, ended: new Promise((done) => child.once('close', (exit) => done({ exit, ...said }))) };
}

/** Runs a command to its end, with these lines on its standard input. */
export const congvu = async (args: readonly string[], env: Env = {}, typed = ''): Promise<CommandOutput> =>
  (await open(args, env, typed)).ended;

export interface Started {
  readonly address: string;
  /** pid of the database's first process */
  readonly database: number;
  /** SIGTERM, as a service manager and Ctrl+C do it; waited for */
  stop(): Promise<CommandOutput>;
}

const postmaster = (dataFolder: string): string => join(placeOfData(join(dataFolder, 'pg18')), 'postmaster.pid');

/** `congvu start` on this data folder, waited for until it is ready. */
export async function started(dataFolder: string, people: number, env: Env = {}): Promise<Started> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const settings = { PORT: String(port), DATA_FOLDER: dataFolder, LOG_LEVEL: 'error', ...env };
  // Apart from a start that is refused.
  const { child, ended } = await open(['start', '--people', String(people)], settings, '', 'a start that lasts');
  for (let waited = 0; ; waited += 100) {
    if (child.exitCode !== null) throw new Error(`it ended: ${(await ended).err}`);
    if ((await fetch(`${address}/readyz`).catch(() => null))?.ok === true) break;
    if (waited > START_MS_MAX) throw new Error('it did not become ready');
    await sleep(100);
  }
  return {
    address,
    database: Number(readFileSync(postmaster(dataFolder), 'utf8').split('\n')[0]),
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** A statement as superuser on the embedded database of a product that runs. */
export async function ask<Row extends object>(dataFolder: string, text: string): Promise<Row[]> {
  const place = placeOfData(join(dataFolder, 'pg18'));
  const password = encodeURIComponent(readFileSync(`${place}.password`, 'utf8'));
  const client = new pg.Client({
    connectionString: `postgresql://postgres:${password}@/${DATABASE}?host=${encodeURIComponent(`${place}.s`)}`,
    options: '-c search_path=congvu',
  });
  await client.connect();
  try {
    return (await client.query<Row & pg.QueryResultRow>(text)).rows;
  } finally {
    await client.end();
  }
}
