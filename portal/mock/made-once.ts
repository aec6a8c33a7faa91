/** Something that takes long, made once by processes that run together and share a folder. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 200;
const WAIT_MS_MAX = 15 * 60_000;

/**
 * The first that asks makes it, the others wait.
 *
 * @param place  what its marks are called by: `place.making`, `place.made`, `place.failed`; its folder is there
 * @returns      false: it could not be made, whoever asks
 */
export async function madeOnce(place: string, make: () => Promise<boolean>): Promise<boolean> {
  const [made, failed] = [`${place}.made`, `${place}.failed`];
  if (isFirst(`${place}.making`)) writeFileSync((await make().catch(() => false)) ? made : failed, '');
  for (let waited = 0; waited < WAIT_MS_MAX; waited += LOOK_EVERY_MS) {
    if (existsSync(made)) return true;
    if (existsSync(failed)) return false;
    await sleep(LOOK_EVERY_MS);
  }
  return false;
}

function isFirst(mark: string): boolean {
  try {
    mkdirSync(mark);
    return true;
  } catch {
    return false; // another process is at it
  }
}
