-- Up Migration
-- Versions of what doors fetch are counters and not clocks; the clock is looked at before anything is signed by it; a site that moved leaves its name to the cards of then (decisions 0079, 0080).
create table list_version (
  name text primary key check (name ~ '^(trust-list|status/[0-9]{1,9})$'),
  version bigint not null check (version > 0)
);
comment on table list_version is 'room: uses/card. Counter of each published list: the newer of two is the one with the greater number, whatever the clock said. Only rises, by next_list_version. No people.';
alter table list_version enable row level security; alter table list_version force row level security;
create policy list_version_owner on list_version to congvu_owner using (true) with check (true);

create function next_list_version(list_name text, at_least bigint) returns bigint
  language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  declare made bigint;
  begin
    if not (select session_is_system()) then raise exception 'lists are numbered by the background alone'; end if;
    -- A number that nobody could follow would stop every list for ever.
    if at_least is null or at_least < 0 or at_least > 1000000000000 then raise exception 'no number for a list: %', at_least; end if;
    insert into list_version as held (name, version) values (list_name, at_least + 1)
      on conflict (name) do update set version = greatest(held.version, at_least) + 1 returning version into made;
    return made;
  end $$;
revoke all on function next_list_version(text, bigint) from public;
grant execute on function next_list_version(text, bigint) to congvu_app;

create table signing_clock (
  one boolean primary key default true check (one),
  signed_at timestamptz not null,
  refused_since timestamptz
);
comment on table signing_clock is 'room: uses/card. What the clock said at the last signature of a list, and since when it is not believed. No people.';
alter table signing_clock enable row level security; alter table signing_clock force row level security;
create policy signing_clock_owner on signing_clock to congvu_owner using (true) with check (true);
create policy signing_clock_see on signing_clock for select to congvu_app using (true);
create policy signing_clock_begin on signing_clock for insert to congvu_app with check ((select session_is_system()));
create policy signing_clock_note on signing_clock for update to congvu_app using ((select session_is_system()));
grant select, insert on signing_clock to congvu_app;
grant update (signed_at, refused_since) on signing_clock to congvu_app;

create table card_former_site (
  issuer_id text primary key check (issuer_id ~ '^https?://'),
  vct text not null,
  until timestamptz not null,
  because text not null,
  written_at timestamptz not null
);
comment on table card_former_site is 'room: uses/card. Names under which this issuer gave cards before, each until its last card has run out; written by a command of who operates. No people.';
alter table card_former_site enable row level security; alter table card_former_site force row level security;
create policy card_former_site_owner on card_former_site to congvu_owner using (true) with check (true);
create policy card_former_site_see on card_former_site for select to congvu_app using (true);
grant select on card_former_site to congvu_app;
