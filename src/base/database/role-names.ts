/**
 * The two log-ins of an installation may have any name. Migrations call them `congvu_owner` and `congvu_app`, as the embedded server does; on a server
 * of somebody else they are what the two URLs sign in as, and each statement is run with those names (decision 0053).
 */
import pg from 'pg';
import type { DatabaseUrls } from './bootstrap.ts';

export interface RoleNames {
  /** owns schemas and tables */
  readonly owner: string;
  /** owns nothing, and passes no row-level security */
  readonly app: string;
}

/** As migrations write them. */
export const OWN_NAMES: RoleNames = { owner: 'congvu_owner', app: 'congvu_app' };

const WRITTEN = /\bcongvu_(owner|app)\b/g;

/** SQL that names the two log-ins as migrations do, for log-ins of these names. No string literal of a migration names one. */
export const withRoleNames = (sql: string, names: RoleNames): string =>
  sql.replace(WRITTEN, (_, which: keyof RoleNames) => pg.escapeIdentifier(names[which]));

async function signedInAs(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ role: string }>('select current_user as role');
    return rows[0]!.role;
  } finally {
    await client.end();
  }
}

/** Whom the two URLs sign in as. */
export const roleNamesOf = async (urls: DatabaseUrls): Promise<RoleNames> => ({
  owner: await signedInAs(urls.owner),
  app: await signedInAs(urls.app),
});
