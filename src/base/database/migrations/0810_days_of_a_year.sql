-- Up Migration
-- A notice that names the days off of a year is asked for and granted like an entry of an open list; its days are part of what was granted. Decision 0098.
alter table list_addition add column days jsonb check (jsonb_typeof(days) = 'array');
comment on column list_addition.days is 'of a notice of the days off of a year: each day that it names, with its kind and name; null in every other list';
grant insert (days) on list_addition to congvu_app;

-- As in migration 0301, and the days are those that were granted.
drop policy code_list_entry_add on code_list_entry;
create policy code_list_entry_add on code_list_entry for insert to congvu_app with check (
  tx_from = record_tx() and tx_to = 9223372036854775807 and granted_here(addition_id)
  and exists (select 1 from list_addition a where a.addition_id = code_list_entry.addition_id and a.list = code_list_entry.list and a.code = code_list_entry.code
    and a.name = code_list_entry.name and a.valid_from = code_list_entry.valid_from and a.valid_to is not distinct from code_list_entry.valid_to
    and a.valid_to is not distinct from code_list_entry.held_to and a.code = entry ->> 'code' and a.name = entry ->> 'name' and to_jsonb(a.aliases) = entry::jsonb -> 'aliases'
    and a.days is not distinct from entry::jsonb #> '{attributes,days}'));

-- Whoever works on a term learns that its last day is another one since.
alter table legal_clock add column moved_at timestamptz;
comment on column legal_clock.moved_at is 'when a newer calendar last moved its last day; null: it stands as it was counted first';
create index legal_clock_moved on legal_clock (body_id) where moved_at is not null and done_at is null and void_at is null;
grant update (moved_at) on legal_clock to congvu_app;
