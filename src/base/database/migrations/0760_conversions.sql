-- Up Migration
-- Electronic records converted to paper: who did it, when, of which content, so that whoever holds the paper can ask. Decision 0101.
create table conversion (
  person_id uuid not null references person,
  conversion_number text not null check (conversion_number ~ '^BG-[0-9A-Z]{5}-[0-9A-Z]{5}$'),
  body_id uuid not null references body,
  form text not null check (length(form) between 1 and 40),
  at timestamptz not null,
  by_account uuid not null references account,
  valid_on date not null,
  known_at bigint not null,
  revision int not null,
  left_out int not null check (left_out >= 0),
  blinding bytea not null check (length(blinding) = 32),
  content text not null check (length(content) < 4000),
  jws text not null check (length(jws) < 8000),
  primary key (person_id, conversion_number)
);
comment on table conversion is 'room: record/conversion. A record converted to paper by the body that manages it; append-only.';
comment on column conversion.known_at is 'point of record time that the paper shows; settled when it was made';
comment on column conversion.content is 'canonical JSON of what was signed; names no person';
create index conversion_by_number on conversion (conversion_number);

alter table conversion enable row level security, force row level security;
create policy conversion_owner on conversion for all to congvu_owner using (true) with check (true);
-- Whoever sees the person; person_see decides that.
create policy conversion_see on conversion for select to congvu_app using (
  standing_person(person_id) = (select session_own_person())
  or exists (select 1 from person p where p.person_id = standing_person(conversion.person_id)));
create policy conversion_add on conversion for insert to congvu_app with check (
  by_account = (select session_person()) and not is_session_human_of(person_id)
  and exists (select 1 from person p where p.person_id = conversion.person_id and p.body_id = conversion.body_id)
  and body_id = any ((select session_bodies_that_may('record.convert'))::uuid[]));
grant select, insert on conversion to congvu_app;

-- For whoever has the number: what was signed, and whether the record says something else since.
create function conversion_by_number(asked text) returns table (content text, jws text, changed boolean)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select c.content, c.jws, exists (select 1 from person_version v where v.person_id = standing_person(c.person_id) and v.tx > c.known_at)
    from conversion c where c.conversion_number = asked
$$;
revoke all on function conversion_by_number(text) from public;
grant execute on function conversion_by_number(text) to congvu_app;

-- Is it the paper of whoever has this citizen number today, or had it? Asked by its keyed hash.
create function conversion_is_of(asked text, number_hash bytea) returns boolean
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select exists (select 1 from conversion c join records_of_humans(array[standing_person(c.person_id)]) r on true
                   join national_id n on n.person_id = r.person_id
                  where c.conversion_number = asked and n.id_hash = number_hash)
$$;
revoke all on function conversion_is_of(text, bytea) from public;
grant execute on function conversion_is_of(text, bytea) to congvu_app;
