/** What a command of who operates does to the installation: under the owner's log-in, in one transaction, with its row in the log. */
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import type { Config } from '#base/config.ts';
import type { DatabaseUrls } from '#base/database/bootstrap.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { openInstallation } from '#start/open.ts';
import type { CommandIo } from './card-command.ts';

export interface AsOwner {
  readonly config: Config;
  readonly keys: Keys;
  readonly urls: DatabaseUrls;
  readonly needs: { readonly clock: typeof systemClock; readonly chance: typeof systemChance; readonly keys: Keys };
}

/** Exit 0 done, 1 refused with its reason and nothing changed, 2 keys or database could not be opened. */
export async function asOwner(
  env: NodeJS.ProcessEnv,
  io: Pick<CommandIo, 'sayProblems'>,
  work: (tx: Tx, of: AsOwner) => Promise<Result<() => void>>,
): Promise<number> {
  const config = readConfig(env);
  const server = config.ok ? await openInstallation(config.value) : config;
  if (!config.ok || !server.ok) {
    io.sayProblems(config.ok ? (server.ok ? [] : server.problems) : config.problems);
    return 2;
  }
  const { keys, urls } = server.value;
  const owner = openDatabase({ connectionString: urls.owner, poolSize: 1 });
  try {
    const needs = { clock: systemClock, chance: systemChance, keys };
    const done = await owner.transaction(null, (tx) => work(tx, { config: config.value, keys, urls, needs }));
    if (done.ok) done.value();
    else io.sayProblems(done.problems);
    return done.ok ? 0 : 1;
  } finally {
    await owner.close();
    await server.value.close();
  }
}
