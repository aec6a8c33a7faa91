/** A Chromium for the browser checks: the system's, else the one that ships inside an npm package. */
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  // It unpacks itself into the temp folder as mode 0700: the second user of a machine could not run the first one's.
  // 207 MB: they go with the process.
  const folder = mkdtempSync(join(tmpdir(), 'congvu-chromium-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const { TMPDIR } = process.env;
  process.env['TMPDIR'] = folder;
  const packed = (await import('@sparticuz/chromium')).default;
  const executablePath = await packed.executablePath();
  if (TMPDIR === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = TMPDIR;
  return chromium.launch({ executablePath, args, env: environment() });
}
