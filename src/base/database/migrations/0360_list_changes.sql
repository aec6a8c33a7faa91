-- Up Migration
-- What an administrator added can be ended, and what was added wrongly corrected, by a request of the same two offices. A request is taken back by who asked,
-- and lapses on its day when nobody decided. Decision 0032.

alter table list_addition add column kind text not null default 'add' check (kind in ('add', 'end', 'correct'));
alter table list_addition add column changes uuid references list_addition (addition_id);
comment on column list_addition.changes is 'the request whose entry this one ends or corrects; null = a new entry';
-- What was asked before is given the time that is asked with today.
alter table list_addition add column ends_at timestamptz;
update list_addition set ends_at = asked_at + interval '60 days';
alter table list_addition alter column ends_at set not null;
comment on column list_addition.ends_at is 'from then on nobody decides it any more';

-- The two checks that knew three states.
do $do$
  declare one record;
begin
  for one in select conname from pg_constraint where conrelid = 'list_addition'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%waiting%' loop
    execute format('alter table list_addition drop constraint %I', one.conname);
  end loop;
end $do$;
alter table list_addition
  add constraint list_addition_state check (state in ('waiting', 'granted', 'refused', 'withdrawn', 'lapsed')),
  add constraint list_addition_decided check ((state in ('granted', 'refused')) = (decided_by is not null) and (state = 'waiting') = (decided_at is null)),
  add constraint list_addition_changes check ((kind = 'add') = (changes is null));

-- Each policy says whole what it lets through: a row that one of them lets be touched is held to what any of them lets stand.
drop policy list_addition_decide on list_addition;
create policy list_addition_decide on list_addition for update to congvu_app
  using (state = 'waiting' and (select session_keeps_lists()) and not is_session_human(asked_by, null))
  with check (state in ('granted', 'refused') and decided_by = (select session_person()) and (select session_keeps_lists()) and not is_session_human(asked_by, null));
create policy list_addition_withdraw on list_addition for update to congvu_app
  using (state = 'waiting' and is_session_human(asked_by, null))
  with check (state = 'withdrawn' and is_session_human(asked_by, null));
create policy list_addition_lapse on list_addition for update to congvu_app
  using (state = 'waiting' and (select session_is_system()))
  with check (state = 'lapsed' and (select session_is_system()));
grant insert (kind, changes, ends_at) on list_addition to congvu_app;

-- Does the entry of this request stand now?
create function addition_stands(addition uuid) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select exists (select 1 from code_list_entry e where e.addition_id = addition and e.tx_to = 9223372036854775807)
$$;
-- Has the session's person granted what ends or corrects this entry, and is that not written yet?
create function makes_way_here(addition uuid) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select exists (select 1 from list_addition a where a.changes = addition and a.state = 'granted' and a.decided_by = session_person()
    and not exists (select 1 from code_list_entry e where e.addition_id = a.addition_id))
$$;
revoke all on function addition_stands(uuid), makes_way_here(uuid) from public;
grant execute on function addition_stands(uuid), makes_way_here(uuid) to congvu_app;

create policy code_list_entry_makes_way on code_list_entry for update to congvu_app
  using (addition_id is not null and tx_to = 9223372036854775807 and makes_way_here(addition_id)) with check (tx_to = record_tx());
grant update (tx_to) on code_list_entry to congvu_app;
-- One meaning at a time: what changes an entry is written once that one has made way.
create policy code_list_entry_one_at_a_time on code_list_entry as restrictive for insert to congvu_app with check (
  not exists (select 1 from list_addition a where a.addition_id = code_list_entry.addition_id and a.changes is not null and addition_stands(a.changes)));
