/** A Chromium for the browser checks: the system's, else the one that ships inside an npm package. */
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { madeOnce } from './made-once.ts';

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

/** Where the packed browser stands: 207 MB and three seconds of a processor each time, so one for all who share a folder. */
async function unpacked(): Promise<string> {
  const shared = process.env[SHARED_VARIABLE];
  // What is there already is only named; where it could not be unpacked, whoever asks finds why.
  if (shared !== undefined) {
    await madeOnce(join(shared, 'browser'), () => unpackInto(shared).then(() => true));
    return unpackInto(shared);
  }
  const folder = mkdtempSync(join(tmpdir(), 'congvu-chromium-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return unpackInto(folder);
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
