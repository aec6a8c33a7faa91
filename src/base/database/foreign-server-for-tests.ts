/** A database that its own administrator makes, by the SQL that `congvu install --print-sql` prints, with log-ins of any name; for tests. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { PASSWORD_VARIABLES, administratorSql } from './bootstrap.ts';
import type { DatabaseUrls } from './bootstrap.ts';
import type { RoleNames } from './role-names.ts';
import { testServer } from './test-database.ts';

export interface ForeignDatabase {
  readonly urls: DatabaseUrls;
  readonly names: RoleNames;
  readonly database: string;
  /** as the superuser, in this database */
  superQuery(text: string): Promise<readonly Record<string, unknown>[]>;
  /** the same log-in with another password, or another database of the server */
  urlOf(role: string, password: string, database: string): string;
  readonly passwords: RoleNames;
  close(): Promise<void>;
}

/** What psql does with these few lines: variables from the environment, another database, statements one by one. */
export async function runAsPsql(
  script: string,
  env: Readonly<Record<string, string>>,
  urlOf: (database: string | null) => string,
): Promise<void> {
  const variables = new Map<string, string>();
  let client = new pg.Client({ connectionString: urlOf(null) });
  await client.connect();
  try {
    for (const line of script.split('\n')) {
      const [command, first = '', second = ''] = line.split(' ');
      if (line === '' || command === '\\set') continue;
      if (command === '\\getenv') {
        const value = env[second];
        if (value !== undefined) variables.set(first, value);
      } else if (command === '\\connect') {
        await client.end();
        client = new pg.Client({ connectionString: urlOf(first.replaceAll('"', '')) });
        await client.connect();
      } else
        await client.query(
          line.replace(/:'(\w+)'/g, (all, name: string) => (variables.has(name) ? pg.escapeLiteral(variables.get(name)!) : all)),
        );
    }
  } finally {
    await client.end();
  }
}

/** A new database on the test cluster, with log-ins whose names need quotes. @param statements  other ones than those that are printed */
export async function openForeignDatabase(change: (script: string) => string = (script) => script): Promise<ForeignDatabase> {
  const { superUrl, urlOf } = await testServer();
  const mark = randomBytes(4).toString('hex');
  const database = `Ho-so_${mark}`;
  const names: RoleNames = { owner: `chu-${mark}`, app: `Ung dung ${mark}` };
  const passwords: RoleNames = { owner: `m@t/kh%u ${mark}`, app: `kh#c:${mark}` };
  const superOf = (name: string | null): string =>
    name === null ? superUrl : superUrl.replace('/postgres?', `/${encodeURIComponent(name)}?`);
  await runAsPsql(
    change(administratorSql(names, database)),
    { [PASSWORD_VARIABLES.owner]: passwords.owner, [PASSWORD_VARIABLES.app]: passwords.app },
    superOf,
  );
  const inPlace = async (url: string, text: string): Promise<readonly Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(text)).rows;
    } finally {
      await client.end();
    }
  };
  return {
    names,
    passwords,
    database,
    urlOf,
    urls: { owner: urlOf(names.owner, passwords.owner, database), app: urlOf(names.app, passwords.app, database) },
    superQuery: (text) => inPlace(superOf(database), text),
    async close() {
      await inPlace(superUrl, `drop database if exists ${pg.escapeIdentifier(database)} with (force)`);
      for (const role of [names.owner, names.app]) await inPlace(superUrl, `drop role if exists ${pg.escapeIdentifier(role)}`);
    },
  };
}
