-- Up Migration
-- Lists of people that somebody takes along: asked for with purpose and reason, granted by a second person where they are many, built in the background in
-- the name of who asked, kept for some days, then deleted. Decision 0045.
create table people_export (
  export_id uuid primary key,
  number text not null unique,
  account_id uuid not null references account (account_id),
  body_id uuid references body (body_id),
  allowance_id uuid references reading_allowance (allowance_id),
  identity_level int not null,
  purpose text not null,
  reason text not null check (length(reason) between 10 and 300),
  columns text[] not null check (cardinality(columns) > 0),
  people int not null check (people > 0),
  salt bytea not null,
  wanted_sealed bytea not null,
  asked_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'building', 'ready', 'failed', 'refused', 'lapsed', 'deleted')),
  started_at timestamptz,
  settled_at timestamptz,
  ends_at timestamptz not null,
  problem text,
  found int,
  exported int,
  masked int,
  file_sealed bytea,
  copies int not null default 0,
  constraint people_export_file check ((state = 'ready') = (file_sealed is not null)),
  constraint people_export_counts check (exported is null or (found >= exported and masked <= exported))
);
comment on table people_export is 'room: uses/exports. A list of people as a file for who asked: sealed, deleted at its end. What was wanted is sealed: words of it may name a person.';
comment on column people_export.allowance_id is 'granted by a second person; null: so few that none is asked';
create index people_export_mine on people_export (account_id, asked_at desc);
create index people_export_open on people_export (asked_at) where state in ('waiting', 'building', 'ready');
alter table people_export enable row level security;
alter table people_export force row level security;
create policy people_export_owner on people_export for all to congvu_owner using (true) with check (true);
create policy people_export_see on people_export for select to congvu_app using (account_id = (select session_person()) or (select session_keeps_log()));
create policy people_export_ask on people_export for insert to congvu_app with check (account_id = (select session_person()) and state = 'waiting');
create policy people_export_move on people_export for update to congvu_app
  using (account_id = (select session_person()) or (select session_keeps_log()))
  with check (account_id = (select session_person()) or ((select session_keeps_log()) and file_sealed is null));
grant select on people_export to congvu_app;
grant insert (export_id, number, account_id, body_id, allowance_id, identity_level, purpose, reason, columns, people, salt, wanted_sealed, asked_at, ends_at) on people_export to congvu_app;
grant update (state, started_at, settled_at, ends_at, problem, found, exported, masked, file_sealed, copies) on people_export to congvu_app;
-- A file is there only where a second person granted it, or none is asked.
create function export_is_granted(asked uuid) returns boolean language sql stable security definer set search_path to 'congvu', 'pg_temp' as $$
  select coalesce((select e.allowance_id is null or coalesce(a.granted, false) from people_export e left join reading_allowance a using (allowance_id) where e.export_id = asked), false)
$$;
revoke all on function export_is_granted(uuid) from public;
grant execute on function export_is_granted(uuid) to congvu_app;
create policy people_export_granted on people_export as restrictive for update to congvu_app
  using (true) with check (file_sealed is null or export_is_granted(export_id));
-- The background asks what became of the requests that exports wait for.
create policy reading_allowance_of_exports on reading_allowance for select to congvu_app using ((select session_keeps_log()));
