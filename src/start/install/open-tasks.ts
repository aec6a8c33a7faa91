/** What a person still has to do after an installation, each with its command. Pure. */
import { basename, dirname } from 'node:path';
import type { Config } from '#base/config.ts';
import type { CheckResult, OpenTask } from '#start/checks/shapes.ts';
import { CHECK_WORDS } from '#start/checks/words.ts';
import { ADMINISTRATORS_WANTED } from './make.ts';
import { TASK_WORDS } from './words.ts';

export interface InstalledState {
  readonly org: string;
  readonly config: Pick<Config, 'keysFolder' | 'publicUrl'>;
  readonly administrators: number;
}

export function openTasks({ org, config, administrators }: InstalledState, checks: readonly CheckResult[]): OpenTask[] {
  const keys = config.keysFolder;
  return [
    ...checks
      .filter(({ state }) => state === 'failed')
      .map(({ name }) => ({ what: TASK_WORDS.failed(CHECK_WORDS[name]), how: 'npx congvu install' })),
    ...(checks.some(({ name, state }) => name === 'keys' && state === 'made')
      ? [{ what: TASK_WORDS.keys(keys), how: `tar -C ${dirname(keys)} -cf KHOA.tar ${basename(keys)}` }]
      : []),
    ...(administrators < ADMINISTRATORS_WANTED ? [{ what: TASK_WORDS.second, how: `npx congvu add-administrator --org ${org}` }] : []),
    { what: TASK_WORDS.start, how: `npx congvu start  (${config.publicUrl})` },
    { what: TASK_WORDS.backup, how: 'npx congvu backup TEP' },
  ];
}
