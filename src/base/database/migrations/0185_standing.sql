-- Up Migration
-- What only the register knows of a person when a file is checked (rules QT07, QT09, QT12), and the reopening of a closed record.

create table record_reopening (
  person_id uuid not null,
  -- the version that stands; the record is open until the next one is registered
  version int not null,
  body_id uuid not null references body (body_id),
  reason text not null,
  -- what the officer says of it, under the person's key
  sealed bytea,
  by_account uuid not null,
  at timestamptz not null,
  tx bigint not null default record_tx(),
  primary key (person_id, version)
);
comment on table record_reopening is 'room: record/register. Append only: the confirming officer opened a closed record (who retired, left, moved, died) for one change, and why.';

alter table record_reopening enable row level security;
alter table record_reopening force row level security;
create policy record_reopening_owner on record_reopening to congvu_owner using (true) with check (true);
create policy record_reopening_see on record_reopening for select to congvu_app using (body_id = any ((select session_bodies())::uuid[]));
create policy record_reopening_add on record_reopening for insert to congvu_app
  with check (body_id = any ((select session_writing_bodies())::uuid[]) and by_account = (select session_person())
    and exists (select 1 from person p where p.person_id = record_reopening.person_id and p.body_id = record_reopening.body_id and p.version = record_reopening.version));
grant select, insert on record_reopening to congvu_app;

-- How registered people stand, seen from one body; of a number that nobody is registered under there is no row. Never says where somebody is.
-- left_states: the states of employment of who is no longer managed (trang_thai_cong_tac). One call a batch.
create function register_standing(hashes bytea[], for_body uuid, left_states text[])
  returns table (id_hash bytea, closed boolean, elsewhere boolean, employed_elsewhere boolean, moving boolean)
  language sql stable security definer set search_path = congvu, pg_temp as $$
    select n.id_hash,
           p.body_id = for_body and coalesce(p.work_status = any (left_states), false)
             and not exists (select 1 from record_reopening r where r.person_id = p.person_id and r.version = p.version and r.body_id = p.body_id),
           p.body_id <> for_body,
           p.body_id <> for_body and not coalesce(p.work_status = any (left_states), false),
           exists (select 1 from person_case c
                    where c.person_id = p.person_id and c.kind in ('transfer', 're_entry') and c.ended_at is null and c.state <> 'prepared'
                      and for_body in (c.from_body, c.to_body))
      from national_id n
      join person p on p.person_id = n.person_id
     where n.id_hash = any (hashes) and n.state in ('registered', 'former') and for_body = any ((select session_bodies())::uuid[])
  $$;
revoke all on function register_standing(bytea[], uuid, text[]) from public;
grant execute on function register_standing(bytea[], uuid, text[]) to congvu_app;
