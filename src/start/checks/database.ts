/** The database as a check tells it: what was found, whose clock, and what stands against it. */
import { CLOCKS_APART_SECONDS_MAX } from '#base/database/judge-server.ts';
import type { ServerFacts } from '#base/database/server-facts.ts';
import type { Problem } from '#base/problem.ts';
import type { CheckResult } from './shapes.ts';
import { clockFound, databaseFound, databasePrepared } from './words.ts';

const OF_THE_CLOCK = 'E-CLOCKS-APART';

/** @param made  what was missing and was made now */
export function databaseChecks(facts: ServerFacts, problems: readonly Problem[], made: readonly string[] = []): CheckResult[] {
  const found = databaseFound({
    version: facts.versionText,
    database: facts.database,
    owner: facts.owner.role,
    app: facts.app.role,
    locale: facts.locale,
  });
  const [ofClock, others] = [problems.filter(({ code }) => code === OF_THE_CLOCK), problems.filter(({ code }) => code !== OF_THE_CLOCK)];
  return [
    {
      name: 'database',
      state: others.length > 0 ? 'failed' : made.length > 0 ? 'made' : 'ok',
      found: made.length > 0 ? databasePrepared(found, made) : found,
      problems: others,
    },
    { name: 'clock', state: ofClock.length > 0 ? 'failed' : 'ok', found: clockFound(facts.clockAheadSeconds), problems: ofClock },
  ];
}

/** Seconds are compared with each readiness too: a clock may go wrong while the server runs. */
export const clocksAgree = (aheadSeconds: number): boolean => Math.abs(aheadSeconds) <= CLOCKS_APART_SECONDS_MAX;
