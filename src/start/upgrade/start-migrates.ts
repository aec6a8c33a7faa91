/** May a start bring the database to its own version by itself? Pure. */
import type { Config } from '#base/config.ts';
import type { ServerFacts } from '#base/database/server-facts.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { upgradeFirst } from './problems.ts';

/**
 * An empty database, a demo, or one of development: yes. E-UPGRADE-FIRST for a real installation in which people are: a start makes no backup, counts nothing,
 * and several servers start at once (decision 0076).
 */
export function mayStartMigrate(
  { production, demo }: Pick<Config, 'production' | 'demo'>,
  { holds }: Pick<ServerFacts, 'holds'>,
  known: string,
): Result<null> {
  const isBehind = holds.what === 'ours' && holds.head !== null && holds.head < known;
  return production && !demo && holds.anybody && isBehind ? refused(upgradeFirst({ found: holds.head!, known })) : ok(null);
}
