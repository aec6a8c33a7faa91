-- Up Migration
-- Readers who stand out are counted by the background and kept for the days that are shown: a look at them reads no week of the log. Once a day is over, whose
-- record was looked at so is told.

create table unusual_reader (
  day date not null,
  actor text not null,
  actor_id uuid not null references account (account_id),
  body_id uuid references body (body_id),
  roles text[] not null,
  event_id uuid not null,
  last_at timestamptz not null,
  refused int not null,
  denied int not null,
  empty_lookups int not null,
  at_night int not null,
  one_person int not null,
  unmasked int not null,
  people int not null,
  constraint unusual_reader_once unique nulls not distinct (day, actor, body_id)
);
comment on table unusual_reader is 'room: authority/oversight. What a reader who stands out over the whole country did on one day in matters of one body (null: of none); counted anew while the day goes on.';
create index unusual_reader_account on unusual_reader (actor_id);
create index unusual_reader_body on unusual_reader (body_id);
alter table unusual_reader enable row level security;
alter table unusual_reader force row level security;
create policy unusual_reader_owner on unusual_reader to congvu_owner using (true) with check (true);
create policy unusual_reader_see on unusual_reader for select to congvu_app
  using ((select session_keeps_log()) or body_id = any ((select session_bodies_that_may('audit.read'))::uuid[]) or (body_id is null and (select session_supervises_all())));
create policy unusual_reader_count on unusual_reader for insert to congvu_app with check ((select session_keeps_log()));
create policy unusual_reader_forget on unusual_reader for delete to congvu_app using ((select session_keeps_log()));
grant select, insert, delete on unusual_reader to congvu_app;

create table unusual_counted (
  only_row boolean primary key default true check (only_row),
  day date,
  at timestamptz
);
comment on table unusual_counted is 'room: authority/oversight. The last day of which readers were counted, and when; those before it are whole.';
insert into unusual_counted default values;
alter table unusual_counted enable row level security;
alter table unusual_counted force row level security;
create policy unusual_counted_owner on unusual_counted to congvu_owner using (true) with check (true);
create policy unusual_counted_see on unusual_counted for select to congvu_app using (true);
create policy unusual_counted_count on unusual_counted for update to congvu_app using ((select session_keeps_log())) with check ((select session_keeps_log()));
grant select on unusual_counted to congvu_app;
grant update (day, at) on unusual_counted to congvu_app;

alter table notice_cursor add column unusual_on date;
comment on column notice_cursor.unusual_on is 'The last whole day of which people were told that their record was looked at unusually.';
grant update (unusual_on) on notice_cursor to congvu_app;

-- Accounts of people by the record: for the background alone.
create function accounts_of_people(people uuid[]) returns table (person_id uuid, account_id uuid)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select n.person_id, a.account_id from national_id n join account a on a.identity = n.id_hash
   where session_keeps_log() and n.person_id = any (people) and n.state = 'registered' and a.disabled_at is null
$$;
revoke all on function accounts_of_people(uuid[]) from public;
grant execute on function accounts_of_people(uuid[]) to congvu_app;
