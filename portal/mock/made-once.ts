/** Something that takes long, made once by processes that run together and share a folder. */
import { createHash } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 200;

/**
 * The first that asks makes it, the others wait. Whoever makes it and is killed is followed by another of those who wait: what it left half made is there.
 *
 * @param place  what its marks are called by: `place.made`, `place.failed`; its folder is there
 * @returns      false: it could not be made, whoever asks
 */
export async function madeOnce(place: string, make: () => Promise<boolean>): Promise<boolean> {
  const [made, failed] = [`${place}.made`, `${place}.failed`];
  for (;;) {
    if (existsSync(made)) return true;
    if (existsSync(failed)) return false;
    const held = await hold(lockOf(place));
    if (held === null) await sleep(LOOK_EVERY_MS);
    else
      try {
        // It may have been made between the look and the hold.
        if (!existsSync(made) && !existsSync(failed)) writeFileSync((await make().catch(() => false)) ? made : failed, '');
      } finally {
        held.close();
      }
  }
}

/** An address that one process can listen at: the system gives it up when that process dies, however it dies. A file stays; nobody listens at it then. */
function lockOf(place: string): string {
  const name = `congvu-${createHash('sha256').update(place).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.lock`);
}

async function hold(address: string): Promise<Server | null> {
  const isFile = !address.startsWith('\0') && process.platform !== 'win32';
  const listening = await listen(address);
  if (listening !== null || !isFile || (await someoneListens(address))) return listening;
  rmSync(address, { force: true });
  return listen(address);
}

const listen = (address: string): Promise<Server | null> =>
  new Promise((done) => {
    const server = createServer((caller) => caller.destroy());
    server.once('error', () => done(null)); // another process has it
    server.listen(address, () => done(server.unref()));
  });

const someoneListens = (address: string): Promise<boolean> =>
  new Promise((done) => {
    const caller = connect(address);
    caller.once('connect', () => (caller.destroy(), done(true))).once('error', () => done(false));
  });
