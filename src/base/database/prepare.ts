/** Brings a database that its administrator made to where the first migration may begin: what the owner may do by itself, and only what is missing. */
import pg from 'pg';
import { ok } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { SEARCH_PATH, databaseStatements } from './bootstrap.ts';
import type { DatabaseUrls } from './bootstrap.ts';
import { withConnection } from './connect.ts';
import type { DatabaseSetting } from './connect.ts';
import { pathsToSet } from './judge-server.ts';
import type { ServerFacts } from './server-facts.ts';

/** What was missing and was made. */
export type Prepared = 'schemas' | 'extension' | 'search-path';

const SETTINGS = { owner: 'DATABASE_OWNER_URL', app: 'DATABASE_URL' } as const satisfies Record<keyof DatabaseUrls, DatabaseSetting>;

/** MUST come after `judgeServer` has found nothing. Run again it changes nothing. */
export async function prepareDatabase(urls: DatabaseUrls, facts: ServerFacts): Promise<Result<readonly Prepared[]>> {
  const made: Prepared[] = [];
  const names = { owner: facts.owner.role, app: facts.app.role };
  if (facts.holds.schemas.length < 2 || facts.extension !== 'installed') {
    const done = await withConnection(SETTINGS.owner, urls.owner, async (client) => {
      for (const statement of databaseStatements(names)) await client.query(statement);
    });
    if (!done.ok) return done;
    if (facts.holds.schemas.length < 2) made.push('schemas');
    if (facts.extension !== 'installed') made.push('extension');
  }
  for (const which of pathsToSet(facts)) {
    const done = await withConnection(SETTINGS[which], urls[which], (client) =>
      client.query(
        `alter role ${pg.escapeIdentifier(names[which])} in database ${pg.escapeIdentifier(facts.database)} set search_path = ${SEARCH_PATH}`,
      ),
    );
    if (!done.ok) return done;
    if (!made.includes('search-path')) made.push('search-path');
  }
  return ok(made);
}
