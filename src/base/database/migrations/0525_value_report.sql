-- Up Migration
-- A person reports that a value of the own record is wrong: a case of the body that manages the record today, with a last day, worked on by who reconciles. Decision 0055.

-- Where a person's record stands now: a record that was joined to another leads to that one.
create function standing_person(asked uuid) returns uuid language sql stable security definer set search_path = congvu, pg_temp as $$
  with recursive t as (
    select p.person_id, p.merged_into from person p where p.person_id = asked
    union
    select p.person_id, p.merged_into from t join person p on p.person_id = t.merged_into)
  select t.person_id from t where t.merged_into is null
$$;
revoke all on function standing_person(uuid) from public;
grant execute on function standing_person(uuid) to congvu_app;

create table value_report (
  person_id uuid not null,
  report_id uuid not null,
  by_account uuid not null references account,
  group_code text not null,
  field text,
  line text,
  content_sealed bytea not null,
  made_at timestamptz not null,
  due_on date not null,
  assigned_to uuid references account,
  outcome text check (outcome in ('corrected', 'refused', 'passed-on')),
  submission_id uuid references submission,
  passed_to text check (passed_to in ('population', 'other')),
  settled_by uuid references account,
  settled_at timestamptz,
  primary key (person_id, report_id),
  check ((outcome is null) = (settled_at is null) and (outcome is null) = (settled_by is null)),
  check ((outcome is not distinct from 'corrected') = (submission_id is not null) and (outcome is not distinct from 'passed-on') = (passed_to is not null)),
  check (settled_by is distinct from by_account),
  check (line is null or field is not null)
);
comment on table value_report is 'room: record/value-reports. A value of the own record that its person says is wrong: which, sealed what is wrong and what would be right, last day, who works on it, what came of it.';
create index value_report_by_id on value_report (report_id);
create index value_report_open on value_report (due_on, report_id) where outcome is null;
create index value_report_settled on value_report (settled_at) where outcome is not null;
-- The same value is reported once while it is open.
create unique index value_report_once on value_report (person_id, group_code, coalesce(field, ''), coalesce(line, '')) where outcome is null;

create table value_report_act (
  person_id uuid not null,
  report_id uuid not null,
  act_no int not null,
  act text not null check (act in ('made', 'assigned', 'released', 'commented', 'corrected', 'refused', 'passed-on')),
  by_account uuid not null references account,
  by_name text not null,
  at timestamptz not null,
  note_sealed bytea,
  primary key (person_id, report_id, act_no),
  foreign key (person_id, report_id) references value_report
);
comment on table value_report_act is 'room: record/value-reports. What was done about a reported value, by whom; notes are sealed under the salt of the person.';

do $do$
  declare t text;
begin
  foreach t in array array['value_report', 'value_report_act'] loop
    execute format('alter table %I enable row level security; alter table %I force row level security;', t, t);
    execute format('create policy %I on %I for all to congvu_owner using (true) with check (true)', t || '_owner', t);
  end loop;
end $do$;

create policy value_report_own on value_report for select to congvu_app using (person_id = (select session_own_person())
  or (by_account = (select session_person()) and (select session_own_person()) is not null));
-- Who reconciles over the body that manages the record today, but not about themselves.
create policy value_report_see on value_report for select to congvu_app using (
  exists (select 1 from person p where p.person_id = standing_person(value_report.person_id)
    and p.body_id = any ((select session_bodies_that_may('mismatch.work'))::uuid[]))
  and not is_session_human(by_account, null));
create policy value_report_system on value_report for select to congvu_app using ((select session_is_system()) and (select session_of_all_bodies()));
create policy value_report_add on value_report for insert to congvu_app with check (by_account = (select session_person()) and person_id = (select session_own_person())
  and outcome is null and assigned_to is null);
create policy value_report_change on value_report for update to congvu_app
  using (outcome is null and not is_session_human(by_account, null)
    and exists (select 1 from person p where p.person_id = standing_person(value_report.person_id)
      and p.body_id = any ((select session_bodies_that_may('mismatch.work'))::uuid[])))
  with check ((outcome is null or settled_by = (select session_person()))
    -- What was corrected is in the register: a part of this person and group that was registered after it was reported.
    and (submission_id is null or exists (select 1 from item i where i.person_id = standing_person(value_report.person_id) and i.submission_id = value_report.submission_id
      and i.group_code = value_report.group_code and i.state = 'registered' and i.decided_at >= value_report.made_at)));
grant select on value_report to congvu_app;
grant insert (person_id, report_id, by_account, group_code, field, line, content_sealed, made_at, due_on) on value_report to congvu_app;
grant update (assigned_to, outcome, submission_id, passed_to, settled_by, settled_at) on value_report to congvu_app;

create policy value_report_act_see on value_report_act for select to congvu_app
  using (exists (select 1 from value_report r where r.person_id = value_report_act.person_id and r.report_id = value_report_act.report_id));
create policy value_report_act_add on value_report_act for insert to congvu_app with check (by_account = (select session_person())
  and exists (select 1 from value_report r where r.person_id = value_report_act.person_id and r.report_id = value_report_act.report_id));
grant select, insert on value_report_act to congvu_app;

-- How many reported values wait, and how many of them beyond their day, by body: for whoever sees the board.
create function value_report_counts(root uuid) returns table (body_id uuid, reported int, reported_late int)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  with mine as materialized (
    select b as body_id from unnest(bodies_below(array[root], today_in_vietnam())) as b where b = any ((select session_bodies_that_may('board.read'))::uuid[]))
  select p.body_id, count(*)::int, count(*) filter (where r.due_on < today_in_vietnam())::int
    from value_report r join person p on p.person_id = standing_person(r.person_id) join mine m on m.body_id = p.body_id
   where r.outcome is null group by p.body_id
$$;
revoke all on function value_report_counts(uuid) from public;
grant execute on function value_report_counts(uuid) to congvu_app;

-- The person learns the number of the update that corrected the own value, and nothing else of it.
create function own_corrections() returns table (report_id uuid, upload_number text)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select r.report_id, s.upload_number from value_report r join submission s on s.submission_id = r.submission_id
   where (select session_own_person()) is not null and (r.person_id = (select session_own_person()) or r.by_account = session_person())
$$;
revoke all on function own_corrections() from public;
grant execute on function own_corrections() to congvu_app;
