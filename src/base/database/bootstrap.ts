/** Makes roles, database and schema on an embedded server; checks the roles of a server that somebody else runs. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import type { EmbeddedServer } from './embedded-server.ts';
import { appRoleTooStrong, serverTooOld } from './problems.ts';

export const DATABASE = 'congvu';
export const OWNER = 'congvu_owner';
export const APP = 'congvu_app';
/** Oldest PostgreSQL whose SQL is used. */
const SERVER_VERSION_MIN = 150_000;

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

/** Roles of the cluster, as a superuser: made, or set to what they must be. */
const roleStatements = (owner: string, app: string): string[] => [
  ...[OWNER, APP].map((role) => `do $$ begin create role ${role} login; exception when duplicate_object then null; end $$`),
  `alter role ${OWNER} login nosuperuser nobypassrls nocreatedb nocreaterole password ${literal(owner)}`,
  `alter role ${APP} login nosuperuser nobypassrls nocreatedb nocreaterole noinherit password ${literal(app)}`,
  `alter role ${OWNER} set search_path = congvu, pg_temp`,
  `alter role ${APP} set search_path = congvu, pg_temp`,
];

/** What a fresh database needs before the first migration; run in it by a superuser. */
export const databaseStatements: readonly string[] = [
  'revoke all on schema public from public',
  `create schema if not exists congvu authorization ${OWNER}`,
  `create schema if not exists pgboss authorization ${OWNER}`,
  `grant usage on schema pgboss to ${APP}`,
  'create extension if not exists pg_trgm schema public',
  `grant usage on schema public to ${OWNER}`,
];

/** Roles with passwords from the keys folder, and the database. Idempotent. */
export async function bootstrap(server: EmbeddedServer, keysFolder: string, database: string = DATABASE): Promise<DatabaseUrls> {
  const owner = passwordOf(keysFolder, OWNER);
  const app = passwordOf(keysFolder, APP);
  await run(server.superUrl, roleStatements(owner, app));
  const client = new pg.Client({ connectionString: server.superUrl });
  await client.connect();
  const there = await client.query('select 1 from pg_database where datname = $1', [database]).finally(() => client.end());
  if (there.rowCount === 0) await run(server.superUrl, [`create database ${database} owner ${OWNER} template template0`]);
  const password = new URL(server.superUrl.replace('@/', '@socket/')).password;
  await run(server.url('postgres', decodeURIComponent(password), database), databaseStatements);
  return { owner: server.url(OWNER, owner, database), app: server.url(APP, app, database) };
}

/**
 * Is this server one that the product may run on? E-DATABASE-TOO-OLD, E-DATABASE-ROLE.
 * The log-in of the product must not be able to pass row-level security: no superuser, no BYPASSRLS, owner of nothing.
 */
export async function checkServer(urls: DatabaseUrls): Promise<Result<null>> {
  const client = new pg.Client({ connectionString: urls.app });
  await client.connect();
  try {
    const { rows } = await client.query<{
      version: number;
      text: string;
      role: string;
      rolsuper: boolean;
      rolbypassrls: boolean;
      owns: boolean;
    }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_version') as text, current_user as role, r.rolsuper, r.rolbypassrls,
              exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'congvu' and c.relowner = r.oid) as owns
         from pg_roles r where r.rolname = current_user`,
    );
    const found = rows[0]!;
    if (found.version < SERVER_VERSION_MIN) return refused(serverTooOld({ found: found.text }));
    const why = found.rolsuper ? 'superuser' : found.rolbypassrls ? 'BYPASSRLS' : found.owns ? 'owner' : null;
    return why === null ? ok(null) : refused(appRoleTooStrong({ role: found.role, why }));
  } finally {
    await client.end();
  }
}
