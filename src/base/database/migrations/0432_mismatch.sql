-- Up Migration
-- The desk of mismatches: people of a submission whom the population database knows otherwise, or not at all; who works on each, by when, what was done. Decision 0043.
create table mismatch (
  submission_id uuid not null references submission,
  person_id uuid not null,
  body_id uuid not null references body,
  level text not null check (level in ('GAN_KHOP', 'LECH', 'KHONG_TIM_THAY')),
  fields jsonb not null,
  found_at timestamptz not null,
  due_on date not null,
  closed_at timestamptz,
  assigned_to uuid references account,
  primary key (submission_id, person_id)
);
comment on table mismatch is 'room: record/matching. A person of a submission whose newest match is no KHOP: what differs by levels, by when it is to be settled, who works on it. closed_at = a later match was KHOP. The values of the population database are not kept.';
create index mismatch_open on mismatch (body_id, due_on) where closed_at is null;
create table mismatch_act (
  submission_id uuid not null,
  person_id uuid not null,
  act_no int not null,
  act text not null check (act in ('found', 'assigned', 'released', 'commented', 'person-told', 'asked-again', 'matched')),
  by_account uuid,
  by_name text,
  at timestamptz not null,
  note_sealed bytea,
  primary key (submission_id, person_id, act_no),
  foreign key (submission_id, person_id) references mismatch
);
comment on table mismatch_act is 'room: record/matching. What was done about a mismatch, by whom; notes are sealed. by_account null: the system.';
do $do$
  declare t text;
begin
  foreach t in array array['mismatch', 'mismatch_act'] loop
    execute format('alter table %I enable row level security; alter table %I force row level security;', t, t);
    execute format('create policy %I on %I for all to congvu_owner using (true) with check (true)', t || '_owner', t);
  end loop;
end $do$;
create policy mismatch_see on mismatch for select to congvu_app
  using ((select session_is_system()) and body_id = any ((select session_bodies())::uuid[]) or body_id = any ((select session_bodies_that_may('mismatch.work'))::uuid[]));
create policy mismatch_add on mismatch for insert to congvu_app with check ((select session_is_system()) and body_id = any ((select session_bodies())::uuid[]));
create policy mismatch_change on mismatch for update to congvu_app
  using ((select session_is_system()) and body_id = any ((select session_bodies())::uuid[]) or body_id = any ((select session_bodies_that_may('mismatch.work'))::uuid[]))
  with check ((select session_is_system()) or closed_at is null);
grant select, insert on mismatch to congvu_app;
grant update (level, fields, found_at, due_on, closed_at, assigned_to) on mismatch to congvu_app;
create policy mismatch_act_see on mismatch_act for select to congvu_app
  using (exists (select 1 from mismatch m where m.submission_id = mismatch_act.submission_id and m.person_id = mismatch_act.person_id));
create policy mismatch_act_add on mismatch_act for insert to congvu_app
  with check (by_account is not distinct from (case when (select session_is_system()) then null else (select session_person()) end)
    and exists (select 1 from mismatch m where m.submission_id = mismatch_act.submission_id and m.person_id = mismatch_act.person_id));
grant select, insert on mismatch_act to congvu_app;
-- Who may work on the mismatches of a body today: told to those alone. Looked up when it is called: lent grants are known from a later migration on.
create function mismatch_officers(of_body uuid) returns table (account_id uuid, name text) language plpgsql stable security definer set search_path = congvu, pg_temp as $$
  begin
    if not (of_body = any ((select session_bodies_that_may('mismatch.work'))::uuid[])) then return; end if;
    return query select distinct a.account_id, a.name
      from role_grant g join account a on a.account_id = g.account_id join access_may m on m.role = g.role
     where a.disabled_at is null and m.act = 'mismatch.work' and m.valid_from <= today_in_vietnam() and m.valid_to > today_in_vietnam()
       and g.body_id = any (bodies_above(of_body, today_in_vietnam()))
       and exists (select 1 from living_grants(g.account_id) l where l.grant_id = g.grant_id and (l.only_acts is null or m.act = any (l.only_acts)));
  end
$$;
revoke all on function mismatch_officers(uuid) from public;
grant execute on function mismatch_officers(uuid) to congvu_app;
-- What waits already has its row, with a week from the day it was found.
insert into mismatch (submission_id, person_id, body_id, level, fields, found_at, due_on)
  select r.submission_id, r.person_id, r.body_id, r.level, r.fields, r.at, (r.at at time zone 'Asia/Ho_Chi_Minh')::date + 7
    from (select distinct on (submission_id, person_id) * from match_result order by submission_id, person_id, tx desc, at desc) r
    join submission s on s.submission_id = r.submission_id
   where r.level in ('GAN_KHOP', 'LECH', 'KHONG_TIM_THAY')
     and exists (select 1 from item i where i.submission_id = r.submission_id and i.person_id = r.person_id and i.state in ('awaiting-confirmation', 'held'));
insert into mismatch_act (submission_id, person_id, act_no, act, at) select submission_id, person_id, 1, 'found', found_at from mismatch;
