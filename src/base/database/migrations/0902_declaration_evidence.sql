-- Up Migration
-- Papers that a person sends along with a declaration: sealed with the draft, brought into the intake as documents once it is sent. Decision 0115.
create table declaration_evidence (
  person_id uuid not null,
  evidence_id uuid not null,
  declaration_id uuid not null,
  group_code text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes int not null check (size_bytes > 0),
  pages int not null check (pages > 0),
  from_photo boolean not null,
  scan text not null check (scan in ('clean', 'not-scanned')),
  added_at timestamptz not null,
  named_sealed bytea not null,
  content_sealed bytea not null,
  submission_id uuid references submission,
  round int,
  primary key (person_id, evidence_id),
  foreign key (person_id, declaration_id) references declaration on delete cascade,
  check ((submission_id is null) = (round is null))
);
comment on table declaration_evidence is 'room: record/declarations. A paper (PDF) that a person sends along with a declaration, under the group that it shows; sealed until it is brought into the intake as a document.';
comment on column declaration_evidence.from_photo is 'it came as a photo and was drawn anew, without what the camera wrote beside it';
comment on column declaration_evidence.scan is 'what a scanner said of what was sent';
comment on column declaration_evidence.named_sealed is 'whose it is, kind, number and day as its person says them, sealed under their salt';
comment on column declaration_evidence.content_sealed is 'the PDF under the salt of the person; empty once the intake keeps it';
create index declaration_evidence_of on declaration_evidence (person_id, declaration_id);
create index declaration_evidence_to_bring on declaration_evidence (declaration_id) where submission_id is null;
create index declaration_evidence_submission on declaration_evidence (submission_id) where submission_id is not null;

alter table declaration_evidence enable row level security;
alter table declaration_evidence force row level security;
create policy declaration_evidence_owner on declaration_evidence for all to congvu_owner using (true) with check (true);
create policy declaration_evidence_own on declaration_evidence for select to congvu_app using (person_id = any ((select session_own_people())::uuid[]));
create policy declaration_evidence_system on declaration_evidence for select to congvu_app using ((select session_is_system()) and (select session_of_all_bodies()));
-- A record that is kept apart has no papers for anybody else (decision 0107).
create policy declaration_evidence_kept_apart on declaration_evidence as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
-- Only its person adds it and takes it away, and only to a draft.
create policy declaration_evidence_add on declaration_evidence for insert to congvu_app with check (submission_id is null and exists (select 1 from declaration d
  where d.person_id = declaration_evidence.person_id and d.declaration_id = declaration_evidence.declaration_id and d.sent_at is null and d.person_id = (select session_own_person())));
create policy declaration_evidence_take_away on declaration_evidence for delete to congvu_app using (exists (select 1 from declaration d
  where d.person_id = declaration_evidence.person_id and d.declaration_id = declaration_evidence.declaration_id and d.sent_at is null and d.person_id = (select session_own_person())));
-- The background brings it in, once.
create policy declaration_evidence_bring on declaration_evidence for update to congvu_app
  using (submission_id is null and (select session_is_system()) and (select session_of_all_bodies()))
  with check (submission_id is not null);
grant select, delete on declaration_evidence to congvu_app;
grant insert (person_id, evidence_id, declaration_id, group_code, sha256, size_bytes, pages, from_photo, scan, added_at, named_sealed, content_sealed) on declaration_evidence to congvu_app;
grant update (submission_id, round, content_sealed) on declaration_evidence to congvu_app;

-- How it stands in the intake, for its person: numbers, stages and counts; nothing of who works on it.
create function own_evidence() returns table (evidence_id uuid, upload_number text, stage text, rejected int, waiting int, returned int, withdrawn int, registered int, reasons jsonb, problems text[])
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select e.evidence_id, s.upload_number, f.stage, f.rejected, i.waiting, i.returned, i.withdrawn, i.registered, i.reasons,
         (select coalesce(array_agg(distinct p.code), '{}') from submission_problem p
           where p.submission_id = e.submission_id and p.round = e.round and p.severity = 'error')
    from declaration_evidence e
    join submission s on s.submission_id = e.submission_id
    join submission_file f on f.submission_id = e.submission_id and f.round = e.round
    cross join lateral (
      select count(*) filter (where it.state not in ('registered', 'returned', 'withdrawn', 'superseded'))::int as waiting,
             count(*) filter (where it.state = 'returned')::int as returned,
             count(*) filter (where it.state = 'withdrawn')::int as withdrawn,
             count(*) filter (where it.state = 'registered')::int as registered,
             coalesce(jsonb_agg(jsonb_build_object('group', it.group_code, 'decision', it.decision)) filter (where it.state = 'returned'), '[]') as reasons
        from item it where it.submission_id = e.submission_id and it.round = e.round and it.person_id in (e.person_id, standing_person(e.person_id))) i
   where e.person_id = any ((select session_own_people())::uuid[])
$$;
revoke all on function own_evidence() from public;
grant execute on function own_evidence() to congvu_app;

-- Papers beside a declaration, for who confirms it: by bodies of the session, as submissions are seen.
create function evidence_beside(of_submission uuid) returns table (submission_id uuid, upload_number text, group_code text)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select e.submission_id, s.upload_number, e.group_code
    from declaration d
    join declaration_evidence e on e.person_id = d.person_id and e.declaration_id = d.declaration_id
    join submission s on s.submission_id = e.submission_id
   where d.submission_id = of_submission and s.body_id = any ((select session_bodies())::uuid[])
     and d.person_id not in (select session_hidden_people())
   order by e.added_at, e.evidence_id
$$;
revoke all on function evidence_beside(uuid) from public;
grant execute on function evidence_beside(uuid) to congvu_app;

-- What a person sends in their own name waits for no head of the body, their papers neither.
alter policy submission_file_approved on submission_file
  with check (stage <> 'submitted' or (door in ('declaration', 'evidence') and (select session_is_system())) or not sending_needs_approval(body_id, submitted_at)
    or sending_was_approved(submission_id, round, approved_identity));

-- A paper that could not be read has no line that names its person: its file is theirs all the same.
create or replace function erased_files(of_person uuid) returns text[] language sql stable security definer set search_path = congvu, pg_temp as $$
  select array(
    select l.submission_id || '/' || l.round from submission_line l
     where l.person_id = any (erased_with(of_person)) or l.id_hash in (select n.id_hash from national_id n where n.person_id = any (erased_with(of_person)))
    union
    select i.submission_id || '/' || i.round from item i where i.person_id = any (erased_with(of_person))
    union
    select d.submission_id || '/' || d.round from declaration d where d.person_id = any (erased_with(of_person)) and d.submission_id is not null
    union
    select e.submission_id || '/' || e.round from declaration_evidence e where e.person_id = any (erased_with(of_person)) and e.submission_id is not null)
$$;

-- What a person sends is no sending of the body.
create or replace function duty_counts(root uuid, now_at timestamptz, late_before timestamptz, month_from timestamptz, month_before timestamptz)
  returns table (body_id uuid, measure text, total int, late int)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  with mine as materialized (
    select b as body_id from unnest(bodies_below(array[root], today_in_vietnam())) as b where b = any ((select session_bodies_that_may('duties.read'))::uuid[])),
  people as (
    select p.body_id, count(*)::int as n, count(*) filter (where coalesce(p.has_unconfirmed, true))::int as unconfirmed,
           count(*) filter (where not p.is_complete)::int as incomplete, count(*) filter (where p.identity_level = 'CHUA')::int as unmatched
      from person p join mine m on m.body_id = p.body_id where p.merged_into is null group by p.body_id),
  waits as (
    select i.body_id, i.person_id, min(i.created_at) as since from item i join mine m on m.body_id = i.body_id
     where i.state in ('waiting-match', 'awaiting-confirmation', 'held') group by i.body_id, i.person_id)
  select p.body_id, x.measure, p.n, x.late from people p
    cross join lateral (values ('unconfirmed', p.unconfirmed), ('incomplete', p.incomplete), ('unmatched', p.unmatched)) as x (measure, late)
  union all
  select w.body_id, 'waiting', count(*)::int, count(*) filter (where w.since < late_before)::int from waits w group by w.body_id
  union all
  select s.body_id, 'mismatches', count(*)::int, count(*) filter (where s.due_on < today_in_vietnam())::int
    from mismatch s join mine m on m.body_id = s.body_id where s.closed_at is null group by s.body_id
  union all
  select p.body_id, 'reports', count(*)::int, count(*) filter (where r.due_on < today_in_vietnam())::int
    from value_report r join person p on p.person_id = standing_person(r.person_id) join mine m on m.body_id = p.body_id
   where r.outcome is null group by p.body_id
  union all
  select c.body_id, 'term:' || c.term, count(*)::int, count(*) filter (where c.done_at is null and c.due_at <= now_at)::int
    from legal_clock c join mine m on m.body_id = c.body_id where c.void_at is null group by c.body_id, c.term
  union all
  select f.body_id, 'unapproved', count(*)::int, count(*) filter (where f.approved_identity is null)::int
    from submission_file f join mine m on m.body_id = f.body_id
   where f.submitted_at >= month_from and f.submitted_at < month_before and f.door not in ('declaration', 'evidence') group by f.body_id
$$;
