-- Up Migration
-- Files that nodes share through the database (FILES=database). Decision 0029.
create table stored_file (
  area text not null check (area in ('blobs', 'audit', 'card')),
  name text collate "C" not null check (name ~ '^[a-z0-9][a-z0-9.-]*(/[a-z0-9][a-z0-9.-]*)*$'),
  bytes bytea not null,
  primary key (area, name)
);
comment on table stored_file is 'room: base/files. What is kept beside the tables, by name, where FILES=database: what was sent (sealed, under its SHA-256), tiles of the log, signed lists. Nothing of it is in clear that names a person.';
-- Sealed or signed bytes do not get smaller, and pieces of them are read alone.
alter table stored_file alter column bytes set storage external;
alter table stored_file enable row level security;
alter table stored_file force row level security;
create policy stored_file_owner on stored_file to congvu_owner using (true) with check (true);
create policy stored_file_read on stored_file for select to congvu_app using (true);
create policy stored_file_keep on stored_file for insert to congvu_app with check (true);
-- What was sent is never changed and never taken away.
create policy stored_file_replace on stored_file for update to congvu_app using (area <> 'blobs') with check (area <> 'blobs');
create policy stored_file_remove on stored_file for delete to congvu_app using (area <> 'blobs');
grant select, insert, delete, update (bytes) on stored_file to congvu_app;
