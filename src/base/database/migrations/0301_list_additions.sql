-- Up Migration
-- An entry that no file has yet: asked for by an administrator of a body, granted by who keeps the lists for the whole country. Two humans. Decision 0028.

create table list_addition (
  addition_id uuid primary key,
  list text not null,
  code text not null check (length(code) between 1 and 30),
  name text not null check (length(name) between 1 and 300),
  name_en text check (length(name_en) between 1 and 300),
  aliases text[] not null default '{}',
  valid_from date not null,
  valid_to date,
  source text not null check (length(source) between 5 and 500),
  -- the body whose administrator asked
  body_id uuid not null references body (body_id),
  asked_by uuid not null references account (account_id),
  asked_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'granted', 'refused')),
  decided_by uuid references account (account_id),
  decided_at timestamptz,
  reason text check (length(reason) between 1 and 500),
  check (valid_to is null or valid_from < valid_to),
  check (decided_by is distinct from asked_by),
  check ((state = 'waiting') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  check ((state = 'refused') = (reason is not null))
);
comment on table list_addition is 'room: authority/code-lists. An entry for an open list: asked for by an administrator, granted or refused by who keeps the lists.';
create unique index list_addition_waiting on list_addition (list, code) where state = 'waiting';

alter table list_edition add constraint list_edition_addition foreign key (addition_id) references list_addition (addition_id);
alter table code_list_entry add constraint code_list_entry_addition foreign key (addition_id) references list_addition (addition_id);

-- Lists are one for the country: who decides about them holds the act over the top of the tree.
create function session_keeps_lists() returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select exists (select 1 from body_version v where v.body_id = any ((select session_bodies_that_may('lists.decide'))::uuid[])
    and v.parent_id is null and v.tx_to = 9223372036854775807 and v.valid_from <= today_in_vietnam() and v.valid_to > today_in_vietnam())
$$;
revoke all on function session_keeps_lists() from public;
grant execute on function session_keeps_lists() to congvu_app;

alter table list_addition enable row level security; alter table list_addition force row level security;
create policy list_addition_owner on list_addition to congvu_owner using (true) with check (true);
create policy list_addition_see on list_addition for select to congvu_app using (
  cardinality((select session_bodies_that_may('lists.ask', 'lists.decide'))::uuid[]) > 0 or (select session_is_system()));
create policy list_addition_ask on list_addition for insert to congvu_app with check (
  body_id = any ((select session_bodies_that_may('lists.ask'))::uuid[]) and asked_by = (select session_person()) and state = 'waiting');
create policy list_addition_decide on list_addition for update to congvu_app
  using (state = 'waiting' and (select session_keeps_lists()) and not is_session_human(asked_by, null))
  with check (state in ('granted', 'refused') and decided_by = (select session_person()));
grant select on list_addition to congvu_app;
grant insert (addition_id, list, code, name, name_en, aliases, valid_from, valid_to, source, body_id, asked_by, asked_at) on list_addition to congvu_app;
grant update (state, decided_by, decided_at, reason) on list_addition to congvu_app;

-- Beside what the owner loads, the product's log-in writes exactly what was granted, in the transaction of the one who granted it.
create function granted_here(asked uuid) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select exists (select 1 from list_addition a where a.addition_id = asked and a.state = 'granted' and a.decided_by = session_person())
$$;
revoke all on function granted_here(uuid) from public;
grant execute on function granted_here(uuid) to congvu_app;
create policy code_list_entry_add on code_list_entry for insert to congvu_app with check (
  tx_from = record_tx() and tx_to = 9223372036854775807 and granted_here(addition_id)
  and exists (select 1 from list_addition a where a.addition_id = code_list_entry.addition_id and a.list = code_list_entry.list and a.code = code_list_entry.code
    and a.name = code_list_entry.name and a.valid_from = code_list_entry.valid_from and a.valid_to is not distinct from code_list_entry.valid_to
    and a.valid_to is not distinct from code_list_entry.held_to and a.code = entry ->> 'code' and a.name = entry ->> 'name' and to_jsonb(a.aliases) = entry::jsonb -> 'aliases'));
create unique index code_list_entry_granted on code_list_entry (addition_id) where addition_id is not null;
create policy list_edition_add on list_edition for insert to congvu_app with check (cause = 'addition' and tx = record_tx() and granted_here(addition_id));
create unique index list_edition_granted on list_edition (addition_id) where addition_id is not null;
grant insert (list, digest, code, name, valid_from, valid_to, held_to, source, confidence, entry, addition_id) on code_list_entry to congvu_app;
grant insert (edition, hash, files_hash, release, cause, addition_id, at) on list_edition to congvu_app;
