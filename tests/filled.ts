/**
 * A demo's data folder, filled once in a run of tests and copied for whoever begins with a filled product: filling takes ten times as long
 * as copying. That an empty folder fills itself is held by the tests of `congvu demo`, of portraits, and of other numbers of people.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CLUSTER_VARIABLE } from '#base/database/test-database.ts';
import { madeOnce } from '#portal/mock/made-once.ts';
import { fillDataFolder } from '#start/own-product.ts';

/** People in the register of the folder that is shared. */
export const PEOPLE = 130;

/** The folder of this run; null when no run shares one, or it could not be made. */
async function sharedFolder(): Promise<string | null> {
  const shared = process.env[CLUSTER_VARIABLE];
  if (!shared || process.platform === 'win32') return null;
  const folder = join(shared, `filled-${PEOPLE}`);
  const made = await madeOnce(folder, async () => {
    rmSync(folder, { recursive: true, force: true }); // of one that was killed at it
    mkdirSync(folder);
    chmodSync(folder, 0o755); // as root the database walks through it as `nobody`
    return (await fillDataFolder(folder, PEOPLE)).ok;
  });
  return made ? folder : null;
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
