/**
 * A demo's data folder, filled once in a run of tests and copied for whoever begins with a filled product: filling takes ten times as long
 * as copying. That an empty folder fills itself is held by the tests of `congvu demo`, of portraits, and of other numbers of people.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CLUSTER_VARIABLE } from '#base/database/test-database.ts';
import { fillDataFolder } from '#start/own-product.ts';

/** People in the register of the folder that is shared. */
export const PEOPLE = 130;
const LOOK_EVERY_MS = 200;
const WAIT_MS_MAX = 15 * 60_000;

/** The folder of this run; null when no run shares one, or it could not be made. */
async function sharedFolder(): Promise<string | null> {
  const shared = process.env[CLUSTER_VARIABLE];
  if (!shared || process.platform === 'win32') return null;
  const folder = join(shared, `filled-${PEOPLE}`);
  const [made, failed] = [`${folder}.made`, `${folder}.failed`];
  if (isFirst(`${folder}.making`)) {
    mkdirSync(folder);
    chmodSync(folder, 0o755); // as root the database walks through it as `nobody`
    const filled = await fillDataFolder(folder, PEOPLE);
    writeFileSync(filled.ok ? made : failed, '');
  }
  for (let waited = 0; waited < WAIT_MS_MAX; waited += LOOK_EVERY_MS) {
    if (existsSync(made)) return folder;
    if (existsSync(failed)) return null;
    await sleep(LOOK_EVERY_MS);
  }
  return null;
}

function isFirst(mark: string): boolean {
  try {
    mkdirSync(mark);
    return true;
  } catch {
    return false; // another process is at it
  }
}

/** Copies the filled data into a data folder, owners and modes as they are. False: it must fill itself. */
export async function copyFilled(to: string): Promise<boolean> {
  const from = await sharedFolder();
  if (from === null) return false;
  mkdirSync(to, { recursive: true });
  const copied = spawnSync('cp', ['-a', `${from}/.`, to], { stdio: 'ignore' });
  if (copied.status === 0) return true;
  rmSync(to, { recursive: true, force: true });
  return false;
}
