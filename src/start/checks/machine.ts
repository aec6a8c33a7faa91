/** What the machine itself must have: room and rights in each folder, keys that nobody else reads, a port. */
import { X509Certificate } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { connect } from 'node:tls';
import type { Config } from '#base/config.ts';
import type { Listener } from '#base/listeners.ts';
import type { Problem } from '#base/problem.ts';
import { keyTooOpen } from '#base/problems.ts';
import { diskLittle, folderNotWritable, portTaken, serverNotRunning } from '#start/problems.ts';
import type { CheckResult } from './shapes.ts';
import { diskFound, keysFound, portAnswers, portFree } from './words.ts';

/** Free disk under which nothing is taken in any more, in bytes. */
export const DISK_FREE_BYTES_MIN = 200 * 1024 * 1024;
const MIB = 1024 * 1024;
/** How long a server may take to say that it lives, in milliseconds. */
const ALIVE_MS_MAX = 3_000;

/** Free bytes of the file system of a folder. */
export type FreeBytes = (folder: string) => Promise<number>;
export const freeBytesOf: FreeBytes = async (folder) => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

/** The folder, or the nearest one above it that is there: an installation makes what is missing. */
export const nearestFolder = (folder: string): string => (existsSync(folder) ? folder : nearestFolder(dirname(folder)));

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Folders that the product writes: its data, and where drafts of large files lie. */
export const foldersOf = ({ dataFolder }: Pick<Config, 'dataFolder'>): readonly string[] => [resolve(dataFolder), tmpdir()];

/** @param free  how much is left, asked for each folder */
export async function checkDisks(config: Pick<Config, 'dataFolder'>, free: FreeBytes = freeBytesOf): Promise<CheckResult> {
  const problems: Problem[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const folder of foldersOf(config)) {
    const place = nearestFolder(folder);
    if (!isWritable(place)) problems.push(folderNotWritable({ folder: place }));
    const bytes = await free(place);
    least = Math.min(least, bytes);
    if (bytes < DISK_FREE_BYTES_MIN)
      problems.push(diskLittle({ folder: place, free: String(Math.floor(bytes / MIB)), least: String(DISK_FREE_BYTES_MIN / MIB) }));
  }
  return { name: 'disk', state: problems.length > 0 ? 'failed' : 'ok', found: diskFound(Math.floor(least / MIB)), problems };
}

/** Is the port free on this host? */
export function portIsFree(port: number, host: string): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen(port, host, () => probe.close(() => done(true)));
  });
}

/** A listener that speaks TLS itself is ours when it presents our certificate: it may not let this machine in, and is asked for nothing. */
function presentsOurs(host: string, port: number, certificateFile: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host, port, rejectUnauthorized: false, timeout: ALIVE_MS_MAX }, () => {
      const [own] = readFileSync(certificateFile, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/) ?? [];
      const presented = socket.getPeerX509Certificate();
      done(own !== undefined && presented?.fingerprint256 === new X509Certificate(own).fingerprint256);
      socket.destroy();
    });
    socket.once('timeout', () => socket.destroy(new Error('timeout')));
    socket.once('error', () => done(false));
  });
}

async function isOurs({ host, port, guard }: Listener): Promise<boolean> {
  const own = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  // It speaks to servers in front alone, and says nothing to this machine.
  if (guard?.proxyHeaderFrom) return true;
  if (guard?.tls) return existsSync(guard.tls.certificateFile) && presentsOurs(own, port, guard.tls.certificateFile);
  return isAlive(own, port);
}

async function isAlive(place: string, port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://${place.includes(':') ? `[${place}]` : place}:${port}/healthz`, {
      signal: AbortSignal.timeout(ALIVE_MS_MAX),
    });
    return ((await answer.json()) as { readonly alive?: unknown }).alive === true;
  } catch {
    return false; // another program, or one that says nothing
  }
}

/** @param wanted  whether a server should be running: an installation comes before it, a doctor to one that runs */
export async function checkPort({ listeners }: Pick<Config, 'listeners'>, wanted: 'free' | 'running'): Promise<CheckResult> {
  const problems: Problem[] = [];
  let answering = 0;
  for (const listener of listeners) {
    const { port, host } = listener;
    if (await portIsFree(port, host)) {
      if (wanted === 'running') problems.push(serverNotRunning({ port: String(port) }));
    } else if (await isOurs(listener)) answering += 1;
    else problems.push(portTaken({ port, other: port + 1 }));
  }
  const ports = listeners.map(({ port }) => port).join(', ');
  const taken = problems.some(({ code }) => code === 'E-PORT-TAKEN');
  return {
    name: 'port',
    state: taken ? 'failed' : problems.length > 0 ? 'warning' : 'ok',
    found: answering > 0 ? portAnswers(ports) : portFree(ports),
    problems,
  };
}

/** Files of the keys folder that others on this machine may read. */
export function checkKeyFiles(folder: string): CheckResult {
  const open =
    process.platform === 'win32' || !existsSync(folder)
      ? []
      : readdirSync(folder).filter((name) => {
          const found = statSync(join(folder, name));
          return found.isFile() && (found.mode & 0o077) !== 0;
        });
  return {
    name: 'keys',
    state: open.length > 0 ? 'failed' : 'ok',
    found: keysFound(folder),
    problems: open.map((file) => keyTooOpen({ file })),
  };
}
