/** Makes roles, database and schemas on an embedded server; the same statements are what the administrator of another server is given. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import type { EmbeddedServer } from './embedded-server.ts';
import { OWN_NAMES } from './role-names.ts';
import type { RoleNames } from './role-names.ts';

export const DATABASE = 'congvu';

export interface DatabaseUrls {
  /** log-in of the product: owns nothing, NOBYPASSRLS */
  readonly app: string;
  /** migrations, backup and restore only */
  readonly owner: string;
}

function passwordOf(keysFolder: string, role: string): string {
  const file = join(keysFolder, `${role}.password`);
  if (!existsSync(file)) {
    mkdirSync(dirname(keysFolder), { recursive: true });
    if (!existsSync(keysFolder)) mkdirSync(keysFolder, { mode: 0o700 });
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8');
}

/** Runs statements one by one on a URL. */
async function run(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** What the two log-ins are; the product's inherits nothing, so that no role given to it by mistake works by itself. */
const ROLE_RIGHTS = {
  owner: 'nosuperuser nobypassrls nocreatedb nocreaterole',
  app: 'nosuperuser nobypassrls nocreatedb nocreaterole noinherit',
};
/** Where names are looked for: in the product's schema alone, so that nobody's table can stand in for one of ours. */
export const SEARCH_PATH = 'congvu, pg_temp';

/** Roles of the embedded cluster, as a superuser: made, or set to what they must be. */
function roleStatements(passwords: RoleNames): string[] {
  const { owner, app } = OWN_NAMES;
  return [
    ...[owner, app].map((role) => `do $$ begin create role ${role} login; exception when duplicate_object then null; end $$`),
    `alter role ${owner} login ${ROLE_RIGHTS.owner} password ${literal(passwords.owner)}`,
    `alter role ${app} login ${ROLE_RIGHTS.app} password ${literal(passwords.app)}`,
    `alter role ${owner} set search_path = ${SEARCH_PATH}`,
    `alter role ${app} set search_path = ${SEARCH_PATH}`,
  ];
}

/** What a fresh database needs before the first migration; run in it by a superuser, or by an owner of the database. */
export function databaseStatements(names: RoleNames): readonly string[] {
  const [owner, app] = [pg.escapeIdentifier(names.owner), pg.escapeIdentifier(names.app)];
  return [
    'revoke all on schema public from public',
    `create schema if not exists congvu authorization ${owner}`,
    `create schema if not exists pgboss authorization ${owner}`,
    `grant usage on schema pgboss to ${app}`,
    'create extension if not exists pg_trgm schema public',
    `grant usage on schema public to ${owner}`,
  ];
}

/** What psql reads the passwords from: neither the file nor a command line says them. */
export const PASSWORD_VARIABLES: RoleNames = { owner: 'CONGVU_OWNER_PASSWORD', app: 'CONGVU_APP_PASSWORD' };

/**
 * What the administrator of a PostgreSQL server runs with psql (15 or later) as a superuser, once, before `congvu install`.
 * Any locale does: the product folds and sorts by rules of its own. The one that is named is there on every PostgreSQL on Linux.
 */
export function administratorSql(names: RoleNames, database: string): string {
  const [owner, app, place] = [names.owner, names.app, database].map((name) => pg.escapeIdentifier(name)) as [string, string, string];
  return [
    '\\set ON_ERROR_STOP on',
    `\\getenv owner_password ${PASSWORD_VARIABLES.owner}`,
    `\\getenv app_password ${PASSWORD_VARIABLES.app}`,
    `set log_statement = 'none';`,
    'set log_min_duration_statement = -1;',
    `create role ${owner} login ${ROLE_RIGHTS.owner} password :'owner_password';`,
    `create role ${app} login ${ROLE_RIGHTS.app} password :'app_password';`,
    `create database ${place} owner ${owner} template template0 encoding 'UTF8' locale 'C.UTF-8';`,
    `revoke all on database ${place} from public;`,
    `grant connect, temporary on database ${place} to ${app};`,
    `alter role ${owner} in database ${place} set search_path = ${SEARCH_PATH};`,
    `alter role ${app} in database ${place} set search_path = ${SEARCH_PATH};`,
    `\\connect ${place}`,
    ...databaseStatements(names).map((statement) => `${statement};`),
    '',
  ].join('\n');
}

/** Roles with passwords from the keys folder, and the database. Idempotent. */
export async function bootstrap(server: EmbeddedServer, keysFolder: string, database: string = DATABASE): Promise<DatabaseUrls> {
  const passwords: RoleNames = { owner: passwordOf(keysFolder, OWN_NAMES.owner), app: passwordOf(keysFolder, OWN_NAMES.app) };
  await run(server.superUrl, roleStatements(passwords));
  const client = new pg.Client({ connectionString: server.superUrl });
  await client.connect();
  const there = await client.query('select 1 from pg_database where datname = $1', [database]).finally(() => client.end());
  if (there.rowCount === 0) await run(server.superUrl, [`create database ${database} owner ${OWN_NAMES.owner} template template0`]);
  const password = new URL(server.superUrl.replace('@/', '@socket/')).password;
  await run(server.url('postgres', decodeURIComponent(password), database), databaseStatements(OWN_NAMES));
  return { owner: server.url(OWN_NAMES.owner, passwords.owner, database), app: server.url(OWN_NAMES.app, passwords.app, database) };
}
