-- Up Migration
-- The table of access (standard/access/roles.json) as the database's walls ask it: by act and day, not by names of roles written into each policy.
-- Rows are written by tools/write-access-migration.ts.

create table access_role (
  role text primary key,
  given_by_body boolean not null,
  position int not null
);
comment on table access_role is 'room: authority/access. Roles of the table of access, and whether an administrator of a body may give them.';

create table access_may (
  role text not null references access_role (role),
  act text not null,
  valid_from date not null default '-infinity',
  valid_to date not null default 'infinity',
  primary key (role, act, valid_from),
  check (valid_from < valid_to)
);
comment on table access_may is 'room: authority/access. Which role may do which act, over its body and all below, from a day up to and without another.';

alter table access_role enable row level security;
alter table access_role force row level security;
alter table access_may enable row level security;
alter table access_may force row level security;
create policy access_role_owner on access_role for all to congvu_owner using (true) with check (true);
create policy access_may_owner on access_may for all to congvu_owner using (true) with check (true);

-- Bodies over which the session may do one of these acts today. Of a system session none: what it may is asked apart.
create function session_bodies_that_may(variadic acts text[]) returns uuid[]
  language sql stable security definer set search_path to congvu, pg_temp as $$
  select session_bodies_with((select coalesce(array_agg(distinct m.role), '{}') from access_may m
    where m.act = any (acts) and m.valid_from <= today_in_vietnam() and m.valid_to > today_in_vietnam()))
$$;

create or replace function session_bodies() returns uuid[]
  language sql stable security definer set search_path to congvu, pg_temp as $$
  select case when session_is_system() then session_bodies_with(null) else session_bodies_that_may('record.search') end
$$;
create or replace function session_writing_bodies() returns uuid[]
  language sql stable security definer set search_path to congvu, pg_temp as $$
  select case when session_is_system() then session_bodies_with(null) else session_bodies_that_may('submission.submit', 'item.return', 'item.confirm') end
$$;
create or replace function session_registering_bodies() returns uuid[]
  language sql stable security definer set search_path to congvu, pg_temp as $$
  select case when session_is_system() then session_bodies_with(null) else session_bodies_that_may('item.confirm') end
$$;
create or replace function roles_of_a_body() returns text[]
  language sql stable security definer set search_path to congvu, pg_temp as $$
  select coalesce(array_agg(role order by position), '{}') from access_role where given_by_body
$$;

-- Policies and functions that named a role now name the act. `session_supervises_all` keeps the auditor's: what it asks is who they are, not an act.
do $do$
  declare
    p record;
    f record;
    as_act text[][] := array[
      array['session_role_bodies\(''QT_BNDP''(::text)?\)( AS session_role_bodies)?', 'session_bodies_that_may(''grants.change'')'],
      array['session_role_bodies\(''XAC_NHAN''(::text)?\)( AS session_role_bodies)?', 'session_bodies_that_may(''item.confirm'')'],
      array['session_role_bodies\(''GIAM_SAT''(::text)?\)( AS session_role_bodies)?', 'session_bodies_that_may(''audit.read'')'],
      array['session_bodies_with\(ARRAY\[''XAC_NHAN''(::text)?, ''DOI_SOAT''(::text)?\]\)( AS session_bodies_with)?', 'session_bodies_that_may(''item.return'')']];
    used text;
    checked text;
    body text;
    i int;
  begin
    for p in select schemaname, tablename, policyname, qual, with_check from pg_policies
              where schemaname = 'congvu' and policyname not in ('audit_event_see', 'audit_payload_see')
                and concat(qual, with_check) ~ 'session_role_bodies\(''(QT_BNDP|XAC_NHAN|GIAM_SAT)|session_bodies_with\(ARRAY' loop
      used := p.qual; checked := p.with_check;
      for i in 1 .. array_length(as_act, 1) loop
        used := regexp_replace(used, as_act[i][1], as_act[i][2], 'g');
        checked := regexp_replace(checked, as_act[i][1], as_act[i][2], 'g');
      end loop;
      execute format('alter policy %I on %I.%I', p.policyname, p.schemaname, p.tablename)
        || coalesce(' using (' || used || ')', '') || coalesce(' with check (' || checked || ')', '');
    end loop;
    for f in select o.oid from pg_proc o join pg_namespace n on n.oid = o.pronamespace
              where n.nspname = 'congvu' and o.prokind = 'f' and o.prosrc ~ 'session_role_bodies\(''QT_BNDP''\)' and o.proname <> 'session_decides_readings' loop
      execute regexp_replace(pg_get_functiondef(f.oid), 'session_role_bodies\(''QT_BNDP''\)', 'session_bodies_that_may(''grants.change'')', 'g');
    end loop;
  end
$do$;

alter policy audit_event_see on audit_event using (actor_id = (select session_person())
  or body_id = any ((select session_bodies_that_may('audit.read'))::uuid[]) or (select session_keeps_log()));
alter policy audit_payload_see on audit_payload using (body_id = any ((select session_bodies_that_may('audit.read'))::uuid[]) or (select session_keeps_log()));

create or replace function session_decides_readings() returns uuid[]
  language sql stable security definer set search_path to congvu, pg_temp as $$
  select coalesce(array_agg(distinct g.account_id), '{}') from role_grant g
   where g.tx_to = 9223372036854775807 and g.account_id is distinct from session_person()
     and g.body_id = any ((select session_bodies_that_may('audit.read'))::uuid[])
$$;
