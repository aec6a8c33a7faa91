-- Up Migration
-- The appendix of Decree 27/2026 as somebody who has it brought it in: each bringing is a row, the newest is read. Decision 0106.
create table decree_appendix (
  appendix_id uuid primary key,
  tx bigint not null default record_tx(),
  brought_at timestamptz not null,
  brought_by uuid not null references account,
  source text not null check (length(source) between 5 and 500),
  names jsonb not null check (jsonb_typeof(names) = 'array')
);
comment on table decree_appendix is 'room: authority/code-lists. The names of the appendix of Decree 27/2026 as they were brought in, with where they were taken from. Append only; the newest is read.';
alter table decree_appendix enable row level security;
alter table decree_appendix force row level security;
create policy decree_appendix_owner on decree_appendix for all to congvu_owner using (true) with check (true);
-- It names no person: whoever has a session may read it.
create policy decree_appendix_see on decree_appendix for select to congvu_app using ((select session_person()) is not null or (select session_is_system()));
create policy decree_appendix_bring on decree_appendix for insert to congvu_app with check ((select session_keeps_lists()) and brought_by = (select session_person()) and tx = record_tx());
grant select on decree_appendix to congvu_app;
grant insert (appendix_id, brought_at, brought_by, source, names) on decree_appendix to congvu_app;
