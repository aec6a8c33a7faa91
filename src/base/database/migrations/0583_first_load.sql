-- Up Migration
-- A body's first load: records that were confirmed before this register was come in by parts under an act that two people of the body sign, over a sample that was
-- drawn and checked, while the ministry has it open for that body. What comes in bears its origin for ever and no attestation of single rows. Decision 0062.

create table first_load_window (
  window_id uuid primary key,
  body_id uuid not null references body (body_id),
  opens_on date not null,
  last_day date not null check (last_day >= opens_on),
  decision jsonb not null,
  opened_by uuid not null references account,
  opened_by_name text not null,
  opened_at timestamptz not null,
  closed_by uuid references account,
  closed_by_name text,
  closed_at timestamptz,
  closed_why text,
  check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (closed_why is null))
);
comment on table first_load_window is 'room: record/first-load. From when to when the first load of a body stands open, by whose act and on what decision; closed before its last day by another.';
create unique index first_load_window_open on first_load_window (body_id) where closed_at is null;

create table first_load (
  load_id uuid primary key,
  body_id uuid not null references body (body_id),
  window_id uuid not null references first_load_window,
  as_of date not null,
  state text not null check (state in ('gathering', 'composing', 'sampling', 'failed', 'passed', 'signed', 'registering', 'registered', 'withdrawn')),
  state_at timestamptz not null,
  round int not null default 1 check (round > 0),
  made_by uuid not null references account,
  made_by_name text not null,
  made_at timestamptz not null,
  people int not null default 0,
  done int not null default 0 check (done between 0 and people)
);
comment on table first_load is 'room: record/first-load. One first load of a body: its state, which round of gathering and drawing it is in, how many of its people are registered.';
create unique index first_load_one on first_load (body_id) where state not in ('registered', 'withdrawn');

create table first_load_round (
  load_id uuid not null references first_load,
  round int not null,
  body_id uuid not null references body (body_id),
  commitment bytea not null check (length(commitment) = 32),
  seed_sealed bytea not null,
  committed_at timestamptz not null,
  seed bytea check (length(seed) = 32),
  root bytea check (length(root) = 32),
  people int check (people > 0),
  told jsonb,
  drawn_at timestamptz,
  primary key (load_id, round),
  check ((drawn_at is null) = (seed is null) and (drawn_at is null) = (root is null) and (drawn_at is null) = (people is null))
);
comment on table first_load_round is 'room: record/first-load. A drawing: the hash of its seed, kept before the parts came; the seed and the root over every row when they were fixed.';

create table first_load_part (
  load_id uuid not null references first_load,
  part_no int not null check (part_no > 0),
  body_id uuid not null references body (body_id),
  submission_id uuid not null unique references submission (submission_id),
  added_at timestamptz not null,
  removed_at timestamptz,
  first_no int,
  people int,
  root bytea check (length(root) = 32),
  done int not null default 0,
  primary key (load_id, part_no)
);
comment on table first_load_part is 'room: record/first-load. A file of a first load: which of its people are taken, the root over them, how many of them are registered.';

create table first_load_line (
  load_id uuid not null references first_load,
  id_hash bytea not null,
  body_id uuid not null references body (body_id),
  no int not null,
  part_no int not null,
  line_no int not null,
  primary key (load_id, id_hash)
);
comment on table first_load_line is 'room: record/first-load. Who is taken by a first load: the keyed number, each once, and the place among all in the order of parts and lines.';
create index first_load_line_no on first_load_line (load_id, no);

create table first_load_sample (
  load_id uuid not null,
  round int not null,
  no int not null,
  body_id uuid not null references body (body_id),
  id_hash bytea not null,
  part_no int not null,
  line_no int not null,
  opened_by uuid references account,
  opened_at timestamptz,
  verdict text check (verdict in ('right', 'wrong')),
  note_sealed bytea,
  judged_by uuid references account,
  judged_by_name text,
  judged_at timestamptz,
  primary key (load_id, round, no),
  foreign key (load_id, round) references first_load_round,
  check ((verdict is null) = (judged_at is null) and (verdict is null) = (judged_by is null)),
  check (verdict is distinct from 'wrong' or note_sealed is not null)
);
comment on table first_load_sample is 'room: record/first-load. A row of the sample of a drawing: who opened it, and what was found against the papers, for ever.';

create table first_load_signature (
  load_id uuid not null,
  round int not null,
  body_id uuid not null references body (body_id),
  signer_id uuid not null references account,
  signer_identity bytea not null,
  signer_name text not null,
  at timestamptz not null,
  head text not null,
  jws text not null,
  primary key (load_id, round, signer_identity),
  foreign key (load_id, round) references first_load_round
);
comment on table first_load_signature is 'room: record/first-load. Append only: detached JWS of one of the two people over the head of a first load, which says what was signed and what was not looked at.';

create table first_load_act (
  load_id uuid not null references first_load,
  act_no int not null,
  body_id uuid not null references body (body_id),
  act text not null,
  by_account uuid references account,
  by_name text not null,
  at timestamptz not null,
  note text,
  primary key (load_id, act_no)
);
comment on table first_load_act is 'room: record/first-load. What was done with a first load, by whom, in order.';

do $do$
  declare t text;
begin
  foreach t in array array['first_load_window', 'first_load', 'first_load_round', 'first_load_part', 'first_load_line', 'first_load_sample', 'first_load_signature', 'first_load_act'] loop
    execute format('alter table %I enable row level security; alter table %I force row level security;', t, t);
    execute format('create policy %I on %I for all to congvu_owner using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on %I for select to congvu_app using (body_id = any ((select session_bodies())::uuid[]))', t || '_see', t);
    execute format('grant select on %I to congvu_app', t);
  end loop;
end $do$;

-- Does the first load of a body stand open today?
create function first_load_open(of_body uuid) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select exists (select 1 from first_load_window w where w.body_id = of_body and w.closed_at is null and today_in_vietnam() between w.opens_on and w.last_day)
$$;
revoke all on function first_load_open(uuid) from public;
grant execute on function first_load_open(uuid) to congvu_app;

-- Is this submission a part of a first load that two people have signed, neither of whom sent any of it?
create function first_load_is_signed(of_submission uuid) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select coalesce((select l.state in ('registering', 'registered')
      and 2 = (select count(distinct s.signer_identity) from first_load_signature s where s.load_id = l.load_id and s.round = l.round
        and not exists (select 1 from first_load_part q join submission_file f using (submission_id) where q.load_id = l.load_id and q.removed_at is null
          and s.signer_identity in (f.sender_identity, f.submitted_identity)))
    from first_load_part p join first_load l using (load_id) where p.submission_id = of_submission and p.removed_at is null), false)
$$;
revoke all on function first_load_is_signed(uuid) from public;
grant execute on function first_load_is_signed(uuid) to congvu_app;

-- The ministry opens and closes; a session sees windows of its bodies.
create policy first_load_window_add on first_load_window for insert to congvu_app with check (
  body_id = any ((select session_bodies_that_may('first-load.open'))::uuid[]) and opened_by = (select session_person()) and closed_at is null);
create policy first_load_window_close on first_load_window for update to congvu_app
  using (closed_at is null and body_id = any ((select session_bodies_that_may('first-load.open'))::uuid[]))
  with check (closed_by = (select session_person()));
create policy first_load_window_see_to_open on first_load_window for select to congvu_app using (body_id = any ((select session_bodies_that_may('first-load.open'))::uuid[]));
grant insert on first_load_window to congvu_app;
grant update (closed_by, closed_by_name, closed_at, closed_why) on first_load_window to congvu_app;

create policy first_load_add on first_load for insert to congvu_app with check (
  body_id = any ((select session_bodies_that_may('upload.create'))::uuid[]) and made_by = (select session_person()) and state = 'gathering' and first_load_open(body_id));
create policy first_load_change on first_load for update to congvu_app using (body_id = any ((select session_writing_bodies())::uuid[]))
  -- Two have signed, or nothing is registered.
  with check (state not in ('registering', 'registered')
    or 2 = (select count(distinct s.signer_identity) from first_load_signature s where s.load_id = first_load.load_id and s.round = first_load.round));
grant insert on first_load to congvu_app;
grant update (state, state_at, round, people, done) on first_load to congvu_app;

create policy first_load_round_add on first_load_round for insert to congvu_app with check (body_id = any ((select session_writing_bodies())::uuid[]) and drawn_at is null);
-- What was drawn stays drawn.
create policy first_load_round_draw on first_load_round for update to congvu_app using (drawn_at is null and (select session_is_system()) and body_id = any ((select session_writing_bodies())::uuid[]))
  with check (drawn_at is not null);
grant insert on first_load_round to congvu_app;
grant update (seed, root, people, told, drawn_at) on first_load_round to congvu_app;

create policy first_load_part_add on first_load_part for insert to congvu_app with check (
  body_id = any ((select session_bodies_that_may('upload.create'))::uuid[]) and first_load_open(body_id)
  and exists (select 1 from first_load l where l.load_id = first_load_part.load_id and l.body_id = first_load_part.body_id and l.state = 'gathering'));
create policy first_load_part_change on first_load_part for update to congvu_app using (body_id = any ((select session_writing_bodies())::uuid[]));
grant insert on first_load_part to congvu_app;
grant update (removed_at, first_no, people, root, done) on first_load_part to congvu_app;

create policy first_load_line_add on first_load_line for insert to congvu_app with check ((select session_is_system()) and body_id = any ((select session_bodies())::uuid[]));
create policy first_load_line_clear on first_load_line for delete to congvu_app using (body_id = any ((select session_writing_bodies())::uuid[])
  and exists (select 1 from first_load l where l.load_id = first_load_line.load_id and l.state not in ('registering', 'registered')));
grant insert, delete on first_load_line to congvu_app;

create policy first_load_sample_add on first_load_sample for insert to congvu_app with check ((select session_is_system()) and body_id = any ((select session_bodies())::uuid[]));
-- A verdict is given once, by who opened the row.
create policy first_load_sample_judge on first_load_sample for update to congvu_app
  using (verdict is null and body_id = any ((select session_bodies_that_may('item.confirm'))::uuid[]))
  with check (opened_by = (select session_person()) and (judged_by is null or judged_by = (select session_person())));
grant insert on first_load_sample to congvu_app;
grant update (opened_by, opened_at, verdict, note_sealed, judged_by, judged_by_name, judged_at) on first_load_sample to congvu_app;

create policy first_load_signature_add on first_load_signature for insert to congvu_app with check (
  signer_id = (select session_person()) and body_id = any ((select session_bodies_that_may('item.confirm'))::uuid[]) and first_load_open(body_id)
  and at between (select earliest_true_time()) and (select latest_true_time())
  and exists (select 1 from first_load l where l.load_id = first_load_signature.load_id and l.round = first_load_signature.round and l.body_id = first_load_signature.body_id
    and l.state in ('passed', 'signed')));
grant insert on first_load_signature to congvu_app;

create policy first_load_act_add on first_load_act for insert to congvu_app with check (body_id = any ((select session_writing_bodies())::uuid[])
  and by_account is not distinct from (select session_person()));
grant insert on first_load_act to congvu_app;

-- Nothing bears the origin of a first load but what such a load brings.
create policy person_version_first_load on person_version as restrictive for insert to congvu_app
  with check (source <> 'NAP_LAN_DAU' or (attestation_id is null and first_load_is_signed(submission_id)));

-- The second receipt of a part is signed by the work that registered it, once two people have signed.
drop policy receipt_by_role on receipt;
create policy receipt_by_role on receipt as restrictive for insert to congvu_app with check (
  (kind = 'R1' or body_id = any ((select session_bodies_that_may('item.confirm'))::uuid[]) or ((select session_is_system()) and first_load_is_signed(submission_id)))
  and at between (select earliest_true_time()) and (select latest_true_time()));
