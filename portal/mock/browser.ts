/** A Chromium for the browser checks: the system's, else the one that ships inside an npm package. */
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Browser } from 'playwright-core';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const canRun = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** In the C locale Chromium calls every download with a Vietnamese name just "download". */
const environment = (): Record<string, string> => ({ ...(process.env as Record<string, string>), LC_ALL: 'C.UTF-8' });

/** @param more  flags beside the usual ones. Throws with a sentence when neither can run. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const args = [...FLAGS, ...more];
  const own = SYSTEM.find(canRun);
  if (own) return chromium.launch({ executablePath: own, args, env: environment() });
  return chromium.launch({ executablePath: await unpacked(), args, env: environment() });
}

/** Names a folder in which processes that run together unpack the browser once; who sets it takes the folder away. */
export const SHARED_VARIABLE = 'CONGVU_CHROMIUM_FOLDER';
const LOOK_EVERY_MS = 200;
const WAIT_MS_MAX = 10 * 60_000;

/** Where the packed browser stands: 207 MB and three seconds of a processor each time, so one for all who share a folder. */
async function unpacked(): Promise<string> {
  const shared = process.env[SHARED_VARIABLE];
  if (shared !== undefined) {
    const made = join(shared, 'made');
    if (isFirst(join(shared, 'making'))) {
      try {
        await unpackInto(shared);
      } finally {
        writeFileSync(made, ''); // whoever waits finds by themselves that it cannot be unpacked
      }
    }
    for (let waited = 0; waited < WAIT_MS_MAX && !existsSync(made); waited += LOOK_EVERY_MS) await sleep(LOOK_EVERY_MS);
    return unpackInto(shared); // what is there already is only named
  }
  const folder = mkdtempSync(join(tmpdir(), 'congvu-chromium-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return unpackInto(folder);
}

function isFirst(mark: string): boolean {
  try {
    mkdirSync(mark);
    return true;
  } catch {
    return false; // another process is at it
  }
}

/** It unpacks itself into the temp folder as mode 0700: into the common one the second user of a machine could not run the first one's. */
async function unpackInto(folder: string): Promise<string> {
  const { TMPDIR } = process.env;
  process.env['TMPDIR'] = folder;
  try {
    return await (await import('@sparticuz/chromium')).default.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
  }
}
