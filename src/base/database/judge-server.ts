/** May the product run on this server, with these log-ins, in this database? Pure. What can be mended by the owner alone is mended by `prepare.ts`. */
import type { Problem } from '#base/problem.ts';
import { SEARCH_PATH } from './bootstrap.ts';
import type { ServerFacts } from './server-facts.ts';
import {
  appRoleTooStrong,
  clocksApart,
  databaseEncoding,
  databaseExtension,
  databaseNoRight,
  databaseNoTls,
  databaseOfAnother,
  databaseOfDemo,
  databasesApart,
  otherPeopleHere,
  schemaNewer,
  serverTooOld,
} from './problems.ts';

/** Oldest PostgreSQL whose SQL is used. */
const SERVER_VERSION_MIN = 150_000;
/** Seconds between the clocks of program and database, at most: sessions end, and acts are dated, by both. */
export const CLOCKS_APART_SECONDS_MAX = 5;

/** What this process is going to be. */
export interface ServerUse {
  readonly demo: boolean;
  /** said explicitly: a wire that others may listen to is taken */
  readonly withoutTls: boolean;
  /** newest migration that this code knows */
  readonly schemaHead: string;
  /** a program that only serves, beside others: it may be of the version before the database's, as long as that took nothing away from it */
  readonly serves?: boolean;
}

/** Why the log-in of the product could pass the wall of rows; null: it cannot. */
const tooStrong = ({ app }: ServerFacts): string | null =>
  app.superuser
    ? 'superuser'
    : app.bypassesRls
      ? 'BYPASSRLS'
      : app.ownsTables
        ? 'owner'
        : app.isOwner
          ? 'member of the owner'
          : app.mayCreate
            ? 'CREATE'
            : null;

const isTrusted = (transport: ServerFacts['transport']['app']): boolean => transport === 'own' || transport === 'verified';

/** What stands against running here, the gravest first. Empty: nothing does. */
export function judgeServer(facts: ServerFacts, use: ServerUse): Problem[] {
  const { holds, owner, app, database } = facts;
  const problems: Problem[] = [];
  const add = (problem: Problem): void => void problems.push(problem);
  if (facts.version < SERVER_VERSION_MIN) add(serverTooOld({ found: facts.versionText }));
  if (!use.demo && !use.withoutTls) {
    if (!isTrusted(facts.transport.owner)) add(databaseNoTls({ setting: 'DATABASE_OWNER_URL' }));
    if (!isTrusted(facts.transport.app)) add(databaseNoTls({ setting: 'DATABASE_URL' }));
  }
  if (!facts.samePlace) add(databasesApart());
  if (facts.encoding !== 'UTF8') add(databaseEncoding({ database, found: facts.encoding }));
  if (holds.what === 'another') add(databaseOfAnother({ database, tables: holds.others.join(', ') }));
  if (holds.newer !== null && !(use.serves && holds.goesOn)) add(schemaNewer({ found: holds.newer, known: use.schemaHead }));
  if (!use.demo && holds.demo) add(databaseOfDemo({ database }));
  if (use.demo && holds.anybody && !holds.demo) add(otherPeopleHere());
  const why = tooStrong(facts);
  if (why !== null) add(appRoleTooStrong({ role: app.role, why }));
  if (owner.foreignSchemas.length > 0) add(databaseNoRight({ role: owner.role, right: `OWNER ${owner.foreignSchemas.join(', ')}` }));
  else if (!owner.mayCreate && holds.schemas.length < 2)
    add(databaseNoRight({ role: owner.role, right: `CREATE ON DATABASE ${database}` }));
  // An owner that may give it does so at `migrate`.
  if (!app.mayStage && !owner.mayGrant) add(databaseNoRight({ role: app.role, right: `TEMPORARY ON DATABASE ${database}` }));
  if (facts.extension === 'missing' || (facts.extension === 'available' && !owner.mayCreate)) add(databaseExtension({ database }));
  if (Math.abs(facts.clockAheadSeconds) > CLOCKS_APART_SECONDS_MAX)
    add(clocksApart({ seconds: String(Math.round(Math.abs(facts.clockAheadSeconds))), most: String(CLOCKS_APART_SECONDS_MAX) }));
  return problems;
}

/** Settings of a log-in that are not what they must be, and that each log-in may set for itself. */
export const pathsToSet = ({ owner, app }: Pick<ServerFacts, 'owner' | 'app'>): ('owner' | 'app')[] => {
  const differs = (path: string): boolean => path.replaceAll('"', '').replaceAll(' ', '') !== SEARCH_PATH.replaceAll(' ', '');
  return [...(differs(owner.searchPath) ? (['owner'] as const) : []), ...(differs(app.searchPath) ? (['app'] as const) : [])];
};
