/** What a PostgreSQL server says of itself, of the two log-ins and of what stands in the database; read, never written. Judged by `judge-server.ts`. */
import type pg from 'pg';
import { ok } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import type { DatabaseUrls } from './bootstrap.ts';
import { transportOf, withConnection } from './connect.ts';
import type { Transport } from './connect.ts';
import { migrationNames } from './migrate.ts';

export interface ServerFacts {
  readonly transport: { readonly app: Transport; readonly owner: Transport };
  /** `server_version_num`, as 150018 */
  readonly version: number;
  readonly versionText: string;
  readonly database: string;
  readonly encoding: string;
  /** told, and judged by nobody: the product folds and sorts by rules of its own, and every text that it orders by is `collate "C"` */
  readonly locale: string;
  readonly extension: 'installed' | 'available' | 'missing';
  readonly owner: {
    readonly role: string;
    readonly mayCreate: boolean;
    /** may it give rights over the database? */
    readonly mayGrant: boolean;
    readonly searchPath: string;
    /** schemas that are there and belong to somebody whom the owner is not */
    readonly foreignSchemas: readonly string[];
  };
  readonly app: {
    readonly role: string;
    readonly superuser: boolean;
    readonly bypassesRls: boolean;
    readonly ownsTables: boolean;
    readonly mayCreate: boolean;
    /** temporary tables: what is to be copied in is staged there */
    readonly mayStage: boolean;
    /** may it become the owner? */
    readonly isOwner: boolean;
    readonly searchPath: string;
  };
  /** do both URLs lead to one database of one server? */
  readonly samePlace: boolean;
  /** seconds by which the program's clock is ahead of the database's */
  readonly clockAheadSeconds: number;
  readonly holds: {
    readonly what: 'nothing' | 'ours' | 'another';
    /** newest migration; null before the first */
    readonly head: string | null;
    /** a migration of a later release */
    readonly newer: string | null;
    /** do later migrations take nothing away from this program? True where there are none. */
    readonly goesOn: boolean;
    /** tables of somebody else, at most three */
    readonly others: readonly string[];
    /** begun or filled as a demo */
    readonly demo: boolean;
    readonly anybody: boolean;
    readonly schemas: readonly string[];
  };
}

const PLACE = `current_database() || ' ' || pg_postmaster_start_time()::text`;

interface OfOwner {
  readonly version: number;
  readonly version_text: string;
  readonly database: string;
  readonly encoding: string;
  readonly locale: string;
  readonly extension: ServerFacts['extension'];
  readonly role: string;
  readonly may_create: boolean;
  readonly may_grant: boolean;
  readonly search_path: string;
  readonly foreign_schemas: string[];
  readonly schemas: string[];
  readonly place: string;
  readonly now: Date;
}

const OWNER_QUESTION = `
  select current_setting('server_version_num')::int as version, current_setting('server_version') as version_text, current_database() as database,
         pg_encoding_to_char(d.encoding) as encoding, coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale', d.datctype) as locale,
         case when exists (select 1 from pg_extension where extname = 'pg_trgm') then 'installed'
              when exists (select 1 from pg_available_extensions where name = 'pg_trgm') then 'available' else 'missing' end as extension,
         current_user as role, has_database_privilege(current_database(), 'create') as may_create,
         has_database_privilege(current_database(), 'temporary with grant option') as may_grant, current_setting('search_path') as search_path,
         array(select nspname::text from pg_namespace where nspname in ('congvu', 'pgboss') and not pg_has_role(nspowner, 'usage') order by 1) as foreign_schemas,
         array(select nspname::text from pg_namespace where nspname in ('congvu', 'pgboss') order by 1) as schemas,
         ${PLACE} as place, clock_timestamp() as now
    from pg_database d where d.datname = current_database()`;

/** Tables of anybody but PostgreSQL, its extensions and us. */
const OTHERS_QUESTION = `
  select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'pgboss')
     and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
   order by 1 limit 3`;

async function whatItHolds(client: pg.Client, schemas: readonly string[]): Promise<ServerFacts['holds']> {
  const there = async (table: string): Promise<boolean> =>
    (await client.query<{ there: string | null }>('select to_regclass($1)::text as there', [`congvu.${table}`])).rows[0]!.there !== null;
  if (!(await there('migration_checksum'))) {
    const { rows } = await client.query<{ name: string }>(OTHERS_QUESTION);
    const others = rows.map(({ name }) => name);
    return {
      what: others.length > 0 ? 'another' : 'nothing',
      head: null,
      newer: null,
      goesOn: true,
      others,
      demo: false,
      anybody: false,
      schemas,
    };
  }
  // The column is younger than the first version that was released.
  const { rows } = await client.query<{ name: string; contracts_after: string | null }>(
    `select m.name, to_jsonb(m) ->> 'contracts_after' as contracts_after from congvu.migration_checksum m order by m.name`,
  );
  const known = new Set(migrationNames());
  const ourHead = migrationNames().at(-1)!;
  const later = rows.filter(({ name }) => !known.has(name) && name > ourHead);
  const newer = later.at(-1)?.name ?? null;
  const goesOn = later.every(({ contracts_after: after }) => after === null || after <= ourHead);
  const marked = (await there('installation'))
    ? (await client.query<{ demo: boolean }>(`select exists (select 1 from congvu.installation where name = 'demo') as demo`)).rows[0]!.demo
    : false;
  const anybody = (await there('account'))
    ? (await client.query<{ some: boolean }>('select exists (select 1 from congvu.account) as some')).rows[0]!.some
    : false;
  return { what: 'ours', head: rows.at(-1)?.name ?? null, newer, goesOn, others: [], demo: marked, anybody, schemas };
}

interface OfApp {
  readonly role: string;
  readonly superuser: boolean;
  readonly bypasses_rls: boolean;
  readonly owns_tables: boolean;
  readonly may_create: boolean;
  readonly may_stage: boolean;
  readonly is_owner: boolean;
  readonly search_path: string;
  readonly place: string;
}

/** What stands against each connection is a problem (`connect.ts`); what is found on it is told as it is. @param nowMs  the program's clock */
export async function readServer(urls: DatabaseUrls, nowMs: () => number): Promise<Result<ServerFacts>> {
  const transport = { app: transportOf(urls.app), owner: transportOf(urls.owner) };
  const ofOwner = await withConnection('DATABASE_OWNER_URL', urls.owner, async (client) => {
    const before = nowMs();
    const { rows } = await client.query<OfOwner>(OWNER_QUESTION);
    const owner = rows[0]!;
    // The middle of the question: what the wire took is not the clocks' difference.
    const askedMs = (before + nowMs()) / 2;
    return { ...owner, askedMs, holds: await whatItHolds(client, owner.schemas) };
  });
  if (!ofOwner.ok) return ofOwner;
  const owner = ofOwner.value;
  const ofApp = await withConnection('DATABASE_URL', urls.app, async (client) => {
    const { rows } = await client.query<OfApp>(
      `select r.rolname as role, r.rolsuper as superuser, r.rolbypassrls as bypasses_rls,
              exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'congvu' and c.relowner = r.oid) as owns_tables,
              has_database_privilege(current_database(), 'create')
                or coalesce((select has_schema_privilege(oid, 'create') from pg_namespace where nspname = 'congvu'), false) as may_create,
              has_database_privilege(current_database(), 'temporary') as may_stage,
              exists (select 1 from pg_roles o where o.rolname = $1 and pg_has_role(o.oid, 'member')) as is_owner,
              current_setting('search_path') as search_path, ${PLACE} as place
         from pg_roles r where r.rolname = current_user`,
      [owner.role],
    );
    return rows[0]!;
  });
  if (!ofApp.ok) return ofApp;
  const app = ofApp.value;
  return ok({
    transport,
    version: owner.version,
    versionText: owner.version_text,
    database: owner.database,
    encoding: owner.encoding,
    locale: owner.locale,
    extension: owner.extension,
    owner: {
      role: owner.role,
      mayCreate: owner.may_create,
      mayGrant: owner.may_grant,
      searchPath: owner.search_path,
      foreignSchemas: owner.foreign_schemas,
    },
    app: {
      role: app.role,
      superuser: app.superuser,
      bypassesRls: app.bypasses_rls,
      ownsTables: app.owns_tables,
      mayCreate: app.may_create,
      mayStage: app.may_stage,
      isOwner: app.is_owner,
      searchPath: app.search_path,
    },
    samePlace: owner.place === app.place,
    clockAheadSeconds: (owner.askedMs - owner.now.getTime()) / 1000,
    holds: owner.holds,
  });
}
