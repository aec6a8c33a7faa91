-- Up Migration
-- A body asks people already in service to declare their record in full: an act with ground and last day, one term a person. Decision 0114.
create table declaration_call (
  call_id uuid primary key,
  body_id uuid not null references body,
  body_name text not null check (length(body_name) between 1 and 300),
  below boolean not null,
  asked_by uuid not null references account,
  asked_by_name text not null,
  asked_at timestamptz not null,
  asked_tx bigint not null default record_tx(),
  ground text not null check (length(ground) between 10 and 300),
  last_day date not null,
  again_reason text check (length(again_reason) between 10 and 300),
  people int not null check (people > 0),
  running int not null check (running >= 0),
  declared int not null check (declared >= 0)
);
comment on table declaration_call is 'room: record/declarations. A body asks people in service to declare their record in full: ground, last day, how many; who they are stands in their terms (legal_clock.call_id).';
create index declaration_call_asked on declaration_call (body_id, asked_at desc);

alter table legal_clock add column call_id uuid references declaration_call;
comment on column legal_clock.call_id is 'the call by which it was started; its last day is that of the call, and no calendar moves it; null: the law started it';
create index legal_clock_call on legal_clock (call_id) where call_id is not null;

alter table declaration_call enable row level security;
alter table declaration_call force row level security;
create policy declaration_call_owner on declaration_call for all to congvu_owner using (true) with check (true);
create policy declaration_call_see on declaration_call for select to congvu_app using (body_id = any ((select session_bodies_that_may('declaration.call'))::uuid[]));
-- Whoever is asked reads by whom and on what ground.
create policy declaration_call_own on declaration_call for select to congvu_app using (exists (
  select 1 from legal_clock c where c.call_id = declaration_call.call_id and c.person_id = (select session_own_person())));
create policy declaration_call_add on declaration_call for insert to congvu_app with check (asked_by = (select session_person()) and asked_tx = (select record_tx())
  and body_id = any ((select session_bodies_that_may('declaration.call'))::uuid[]));
grant select on declaration_call to congvu_app;
grant insert (call_id, body_id, body_name, below, asked_by, asked_by_name, asked_at, ground, last_day, again_reason, people, running, declared) on declaration_call to congvu_app;

-- People whose records these bodies manage, and how each stands to a first declaration: a term runs, declared or called before, or neither. Nobody who left.
create function declaration_candidates(of_bodies uuid[], left_states text[], of_term text)
  returns table (person_id uuid, body_id uuid, full_name text, standing text)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select p.person_id, p.body_id, coalesce(p.full_name, ''),
         case when exists (select 1 from legal_clock c where c.person_id = p.person_id and c.term = of_term and c.done_at is null and c.void_at is null) then 'running'
              when exists (select 1 from declaration d where d.kind = 'first' and d.sent_at is not null
                             and (d.person_id = p.person_id or d.person_id in (select m.merged_person from person_merge m where m.into_person = p.person_id)))
                or exists (select 1 from legal_clock c where c.person_id = p.person_id and c.call_id is not null) then 'before'
              else 'never' end
    from person p
   where p.body_id = any (of_bodies) and p.body_id = any ((select session_bodies_that_may('declaration.call'))::uuid[])
     and (p.work_status is null or p.work_status <> all (left_states)) and p.merged_into is null and p.person_id not in (select session_hidden_people())
$$;
revoke all on function declaration_candidates(uuid[], text[], text) from public;
grant execute on function declaration_candidates(uuid[], text[], text) to congvu_app;

-- The terms of a call, in the transaction that makes it and by who made it; of people whom it may ask, and whom no term of the kind runs about.
create function declaration_call_terms(of_call uuid, people uuid[], clocks uuid[], of_term text, of_start date, of_end timestamptz, edition int, at timestamptz)
  returns table (clock_id uuid, person_id uuid, body_id uuid)
  language sql volatile security definer set search_path = congvu, pg_temp as $$
  insert into legal_clock (person_id, clock_id, term, about, body_id, start_on, last_day, due_at, forecast, list_edition, started_at, call_id)
    select p.person_id, q.clock, of_term, 'record', p.body_id, of_start, d.last_day, of_end, false, edition, at, d.call_id
      from unnest(people, clocks) as q (person, clock) join person p on p.person_id = q.person
      join declaration_call d on d.call_id = of_call and d.asked_by = (select session_person()) and d.asked_tx = (select record_tx())
     where p.body_id = any ((select session_bodies_that_may('declaration.call'))::uuid[]) and p.merged_into is null and p.person_id not in (select session_hidden_people())
    on conflict do nothing
  returning legal_clock.clock_id, legal_clock.person_id, legal_clock.body_id
$$;
revoke all on function declaration_call_terms(uuid, uuid[], uuid[], text, date, timestamptz, int, timestamptz) from public;
grant execute on function declaration_call_terms(uuid, uuid[], uuid[], text, date, timestamptz, int, timestamptz) to congvu_app;

-- How far calls have come: for who may make them there.
create function declaration_call_counts(of_calls uuid[], now_at timestamptz) returns table (call_id uuid, done int, late int, ended int)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select c.call_id, count(*) filter (where c.done_at is not null)::int, count(*) filter (where c.done_at is null and c.void_at is null and c.due_at <= now_at)::int,
         count(*) filter (where c.void_at is not null)::int
    from legal_clock c join declaration_call d using (call_id)
   where c.call_id = any (of_calls) and d.body_id = any ((select session_bodies_that_may('declaration.call'))::uuid[])
   group by c.call_id
$$;
revoke all on function declaration_call_counts(uuid[], timestamptz) from public;
grant execute on function declaration_call_counts(uuid[], timestamptz) to congvu_app;

-- Forms that were made again, files that were sent again, people who were asked to declare again, since an instant, by body: for whoever sees the board.
create or replace function asked_again_counts(root uuid, since timestamptz) returns table (body_id uuid, again int)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select a.of_body, count(*)::int
    from (select e.body_id as of_body from people_export e where e.again_reason is not null and e.asked_at >= since
          union all
          select f.body_id from submission_file f where f.again_reason is not null and f.submitted_at >= since
          union all
          select d.body_id from declaration_call d where d.again_reason is not null and d.asked_at >= since) a
   where a.of_body = any (bodies_below(array[root], today_in_vietnam())) and a.of_body = any ((select session_bodies_that_may('board.read'))::uuid[])
   group by a.of_body
$$;
