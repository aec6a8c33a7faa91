/**
 * Our own listing of the catalogue, `schema.sql`: what the migrations add up to, for people to read and for a test to hold.
 * The embedded package has no pg_dump, and pg_dump prints another text on each major version; this prints the same on 15 and 18.
 */
import type pg from 'pg';

/** Monthly partitions come with the calendar, not with a migration. */
const OURS = `n.nspname = 'congvu' and not c.relispartition`;

const TABLES = `
  select c.oid, c.relname as name, obj_description(c.oid, 'pg_class') as comment, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
         pg_get_partkeydef(c.oid) as partition_key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where ${OURS} and c.relkind in ('r', 'p') order by c.relname collate "C"`;

const COLUMNS = `
  select a.attrelid as oid, format('%I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
         case when a.attcollation <> 0 and a.attcollation <> t.typcollation then ' collate ' || quote_ident(l.collname) else '' end,
         case when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
              when a.attidentity <> '' then ' generated as identity'
              when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end,
         case when a.attnotnull then ' not null' else '' end) as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum left join pg_collation l on l.oid = a.attcollation
   where ${OURS} and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped order by a.attnum`;

// 'n' is how 18 keeps what 15 keeps on the column alone.
const CONSTRAINTS = `
  select o.conrelid as oid, format('constraint %I %s', o.conname, pg_get_constraintdef(o.oid)) as line
    from pg_constraint o join pg_class c on c.oid = o.conrelid join pg_namespace n on n.oid = c.relnamespace
   where ${OURS} and o.contype not in ('n', 't') order by o.conname collate "C"`;

const INDEXES = `
  select i.indrelid as oid, pg_get_indexdef(i.indexrelid) as line
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
   where ${OURS} and not exists (select 1 from pg_constraint o where o.conindid = i.indexrelid and o.contype in ('p', 'u', 'x'))
   order by pg_get_indexdef(i.indexrelid) collate "C"`;

const POLICIES = `
  select p.polrelid as oid, format('create policy %I on %I as %s for %s to %s', p.polname, c.relname,
         case when p.polpermissive then 'permissive' else 'restrictive' end,
         case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
         (select string_agg(case when r = 0 then 'public' else pg_get_userbyid(r) end, ', ') from unnest(p.polroles) r))
         || case when p.polqual is null then '' else format(' using (%s)', pg_get_expr(p.polqual, p.polrelid)) end
         || case when p.polwithcheck is null then '' else format(' with check (%s)', pg_get_expr(p.polwithcheck, p.polrelid)) end as line
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where ${OURS} order by p.polname collate "C"`;

/** Column rights as `update (state, decided_at)`; a right on the whole table without brackets. */
const RIGHTS = `
  with whole as (
    select c.oid, lower(x.privilege_type) as right_, null::text as columns, pg_get_userbyid(x.grantee) as role
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) x
     where ${OURS} and c.relkind in ('r', 'p') and x.grantee <> c.relowner and x.grantee <> 0),
  parts as (
    select c.oid, lower(x.privilege_type) as right_, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns, pg_get_userbyid(x.grantee) as role
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and not a.attisdropped, aclexplode(a.attacl) x
     where ${OURS} and c.relkind in ('r', 'p') and x.grantee <> c.relowner group by 1, 2, 4)
  select oid, format('grant %s%s to %s', right_, coalesce(' (' || columns || ')', ''), role) as line
    from (select * from whole union all select * from parts) r order by role, right_ collate "C", columns collate "C" nulls first`;

const ROUTINES = `
  select regexp_replace(pg_get_functiondef(p.oid), '\\s+$', '') as definition,
         (select string_agg(pg_get_userbyid(x.grantee), ', ' order by 1) from aclexplode(p.proacl) x where x.grantee <> p.proowner and x.grantee <> 0) as callers,
         p.proacl is null or exists (select 1 from aclexplode(p.proacl) x where x.grantee = 0) as anybody
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'congvu' and p.prokind in ('f', 'p')
   order by p.proname collate "C", pg_get_function_identity_arguments(p.oid) collate "C"`;

const VIEWS = `
  select format('create view %I as%s%s', c.relname, chr(10), pg_get_viewdef(c.oid)) as definition
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and c.relkind = 'v' order by c.relname collate "C"`;

interface TableRow {
  readonly oid: number;
  readonly name: string;
  readonly comment: string | null;
  readonly secured: boolean;
  readonly forced: boolean;
  readonly partition_key: string | null;
}
interface LineRow {
  readonly oid: number;
  readonly line: string;
}

const HEAD = `-- The schema that the migrations add up to, as the catalogue of the database tells it.
-- Written by tools/write-schema.ts; not edited by hand and not run: migrations/ is what runs.
-- Without: the queue's tables (schema pgboss), monthly partitions, the migration library's own table.
`;

/** The text of `schema.sql` for the database of this connection (its owner). The same on every supported major version. */
export async function listSchema(client: pg.Client): Promise<string> {
  await client.query(`set search_path = congvu, pg_temp`);
  const tables = (await client.query<TableRow>(TABLES)).rows.filter((table) => table.name !== 'migration');
  const lines = async (text: string): Promise<Map<number, string[]>> => {
    const by = new Map<number, string[]>();
    for (const { oid, line } of (await client.query<LineRow>(text)).rows) by.set(oid, [...(by.get(oid) ?? []), line]);
    return by;
  };
  const [columns, constraints, indexes, policies, rights] = [
    await lines(COLUMNS),
    await lines(CONSTRAINTS),
    await lines(INDEXES),
    await lines(POLICIES),
    await lines(RIGHTS),
  ];
  const table = (one: TableRow): string => {
    const body = [...(columns.get(one.oid) ?? []), ...(constraints.get(one.oid) ?? [])].map((line) => `  ${line}`).join(',\n');
    const after = [
      ...(indexes.get(one.oid) ?? []),
      ...(one.secured ? [`alter table ${one.name} enable row level security${one.forced ? ', force row level security' : ''}`] : []),
      ...(policies.get(one.oid) ?? []),
      ...(rights.get(one.oid) ?? []).map((right) => right.replace(' to ', ` on ${one.name} to `)),
    ].map((line) => `${line};\n`);
    const partitioned = one.partition_key === null ? '' : ` partition by ${one.partition_key}`;
    return `-- ${one.comment ?? 'no comment'}\ncreate table ${one.name} (\n${body}\n)${partitioned};\n${after.join('')}`;
  };
  const views = (await client.query<{ definition: string }>(VIEWS)).rows.map((row) => `${row.definition}\n`);
  const routines = (await client.query<{ definition: string; callers: string | null; anybody: boolean }>(ROUTINES)).rows.map(
    (row) => `${row.definition};\n-- may be called by: ${row.anybody ? 'anybody' : (row.callers ?? 'its owner alone')}\n`,
  );
  return [HEAD, ...tables.map(table), ...views, ...routines].join('\n');
}
