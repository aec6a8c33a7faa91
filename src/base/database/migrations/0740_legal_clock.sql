-- Up Migration
-- Terms of the law that run about a person: by which rule, since which day, until when, when it was done. Decision 0097.
create table legal_clock (
  person_id uuid not null,
  clock_id uuid not null,
  term text not null,
  about text not null,
  body_id uuid not null references body,
  submission_id uuid references submission,
  start_on date not null,
  last_day date not null,
  due_at timestamptz not null,
  forecast boolean not null,
  list_edition int,
  started_at timestamptz not null,
  done_at timestamptz,
  void_at timestamptz,
  primary key (person_id, clock_id),
  check (last_day >= start_on and (done_at is null or void_at is null))
);
comment on table legal_clock is 'room: record/clocks. A term of the law that runs about a person (code of thoi_han_phap_ly, and what of the person it is about): whose duty, since when, last day, done or void.';
comment on column legal_clock.forecast is 'counted over a day that a notice of holidays may still change';
comment on column legal_clock.void_at is 'what it waited for was taken back, or the record went on in another';
create unique index legal_clock_once on legal_clock (person_id, term, about) where done_at is null and void_at is null;
create index legal_clock_open on legal_clock (body_id, last_day, clock_id) where done_at is null and void_at is null;
create index legal_clock_submission on legal_clock (submission_id) where done_at is null and void_at is null;

alter table legal_clock enable row level security;
alter table legal_clock force row level security;
create policy legal_clock_owner on legal_clock for all to congvu_owner using (true) with check (true);
create policy legal_clock_see on legal_clock for select to congvu_app using (body_id = any ((select session_bodies())::uuid[]));
create policy legal_clock_own on legal_clock for select to congvu_app using (person_id = (select session_own_person()));
-- What starts and ends one is the act of whoever sends, registers, settles, or of the person about the own record.
create policy legal_clock_add on legal_clock for insert to congvu_app with check (done_at is null and void_at is null
  and (body_id = any ((select session_writing_bodies())::uuid[]) or body_id = any ((select session_registering_bodies())::uuid[])
    or person_id = (select session_own_person())));
-- What was sent last, and the days of a newer calendar. What ended is never changed.
create policy legal_clock_change on legal_clock for update to congvu_app
  using (done_at is null and void_at is null and (body_id = any ((select session_writing_bodies())::uuid[]) or body_id = any ((select session_registering_bodies())::uuid[])))
  with check (done_at is null and void_at is null);
grant select on legal_clock to congvu_app;
grant insert (person_id, clock_id, term, about, body_id, submission_id, start_on, last_day, due_at, forecast, list_edition, started_at) on legal_clock to congvu_app;
grant update (submission_id, last_day, due_at, forecast, list_edition) on legal_clock to congvu_app;

-- What ends a clock may be done by another body than the one whose duty it was: who took the person over settles their report and registers what they bring.
create function legal_clock_of_session(of_body uuid, of_person uuid) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  with mine as materialized (
    select unnest(session_writing_bodies()) as body_id union select unnest(session_registering_bodies())
     union select unnest(session_bodies_that_may('mismatch.work', 'case.decide')))
  select exists (select 1 from mine where mine.body_id = of_body)
      or exists (select 1 from person p join mine on mine.body_id = p.body_id where p.person_id = standing_person(of_person))
$$;
revoke all on function legal_clock_of_session(uuid, uuid) from public;

create function legal_clock_done(at timestamptz, people uuid[], terms text[], abouts text[])
  returns table (clock_id uuid, person_id uuid, body_id uuid, term text, about text, late boolean)
  language sql volatile security definer set search_path = congvu, pg_temp as $$
  update legal_clock c set done_at = $1
    from unnest($2, $3, $4) as asked (person_id, term, about)
   where c.person_id = asked.person_id and c.term = asked.term and c.about = asked.about and c.done_at is null and c.void_at is null
     and legal_clock_of_session(c.body_id, c.person_id)
  returning c.clock_id, c.person_id, c.body_id, c.term, c.about, c.due_at <= $1
$$;
revoke all on function legal_clock_done(timestamptz, uuid[], text[], text[]) from public;
grant execute on function legal_clock_done(timestamptz, uuid[], text[], text[]) to congvu_app;

-- By what was sent with a submission, by people, by term; what is null asks nothing.
create function legal_clock_void(at timestamptz, of_submission uuid, people uuid[], of_term text)
  returns table (clock_id uuid, person_id uuid, body_id uuid, term text, about text, late boolean)
  language sql volatile security definer set search_path = congvu, pg_temp as $$
  update legal_clock c set void_at = $1
   where c.done_at is null and c.void_at is null and ($2 is not null or $3 is not null)
     and ($2 is null or c.submission_id = $2) and ($3 is null or c.person_id = any ($3)) and ($4 is null or c.term = $4)
     and legal_clock_of_session(c.body_id, c.person_id)
  returning c.clock_id, c.person_id, c.body_id, c.term, c.about, c.due_at <= $1
$$;
revoke all on function legal_clock_void(timestamptz, uuid, uuid[], text) from public;
grant execute on function legal_clock_void(timestamptz, uuid, uuid[], text) to congvu_app;

-- How many run, and how many of them are over, by body: for whoever sees the board.
create function legal_clock_counts(root uuid, now_at timestamptz) returns table (body_id uuid, running int, late int)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  with mine as materialized (
    select b as body_id from unnest(bodies_below(array[root], today_in_vietnam())) as b where b = any ((select session_bodies_that_may('board.read'))::uuid[]))
  select c.body_id, count(*)::int, count(*) filter (where c.due_at <= now_at)::int
    from legal_clock c join mine m on m.body_id = c.body_id where c.done_at is null and c.void_at is null group by c.body_id
$$;
revoke all on function legal_clock_counts(uuid, timestamptz) from public;
grant execute on function legal_clock_counts(uuid, timestamptz) to congvu_app;
