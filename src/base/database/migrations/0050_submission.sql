-- Up Migration
-- What was sent: submission, its files (one a round), lines and problems. What became of it are the items of record/confirmation.

create table submission (
  submission_id uuid primary key,
  body_id uuid not null references body (body_id),
  upload_number text not null unique,
  source text not null,
  state text not null,
  round int not null default 1,
  created_at timestamptz not null,
  tx bigint not null default record_tx()
);
comment on table submission is 'room: record/submission. One sending of a body, over all its correction rounds; state = the least advanced of its items.';
create index submission_body on submission (body_id, created_at desc);

create table submission_file (
  submission_id uuid not null references submission (submission_id),
  round int not null,
  body_id uuid not null references body (body_id),
  sha256 bytea not null,
  size_bytes bigint not null,
  file_name text not null,
  sender_id uuid not null,
  sender_identity bytea not null,
  at timestamptz not null,
  stage text not null,
  checks int not null default 0,
  done int not null default 0,
  total int not null default 0,
  stage_at timestamptz not null,
  received int not null default 0,
  accepted int not null default 0,
  rejected int not null default 0,
  waiting int not null default 0,
  warnings int not null default 0,
  report jsonb not null default '{}',
  as_of date,
  acknowledged text[] not null default '{}',
  partial boolean,
  submitted_at timestamptz,
  primary key (submission_id, round)
);
comment on table submission_file is 'room: record/submission. The file of one round: its bytes stand under sha256 in the blob store before this row commits.';
-- The same file twice is the same receipt, unless the first was withdrawn.
create unique index submission_file_once on submission_file (body_id, sha256) where stage <> 'withdrawn';

create table submission_line (
  submission_id uuid not null,
  round int not null,
  line_no int not null,
  at timestamptz not null,
  body_id uuid not null,
  id_hash bytea,
  person_id uuid,
  name text not null,
  sheet_row int not null,
  verdict text not null check (verdict in ('accepted', 'rejected', 'waiting')),
  comparison text not null check (comparison in ('new', 'changed', 'unchanged', 'none')),
  sealed bytea not null,
  primary key (submission_id, round, line_no, at)
) partition by range (at);
comment on table submission_line is 'room: record/submission. One person of one file; what was read stands sealed until it becomes items. Monthly partitions.';

create table submission_problem (
  submission_id uuid not null,
  round int not null,
  problem_no int not null,
  at timestamptz not null,
  body_id uuid not null,
  line_no int,
  code text not null,
  severity text not null check (severity in ('error', 'warning', 'corrected')),
  sheet text,
  row_no int,
  column_letter text,
  field text,
  confidence real,
  sealed bytea not null,
  primary key (submission_id, round, problem_no, at)
) partition by range (at);
comment on table submission_problem is 'room: record/submission. Every problem of a file; value, texts and suggestion are sealed. Monthly partitions.';

create table submission_fix (
  submission_id uuid not null,
  round int not null,
  sheet text not null,
  row_no int not null,
  column_letter text not null,
  body_id uuid not null references body (body_id),
  sealed bytea not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (submission_id, round, sheet, row_no, column_letter)
);
comment on table submission_fix is 'room: record/submission. A suggestion that the body accepted: laid over the cell at the next check; the file stays as it was sent.';

alter table submission enable row level security;         alter table submission force row level security;
alter table submission_file enable row level security;    alter table submission_file force row level security;
alter table submission_line enable row level security;    alter table submission_line force row level security;
alter table submission_problem enable row level security; alter table submission_problem force row level security;
alter table submission_fix enable row level security;     alter table submission_fix force row level security;

create policy submission_app on submission to congvu_app using (body_id = any ((select session_bodies())::uuid[])) with check (body_id = any ((select session_bodies())::uuid[]));
create policy submission_file_app on submission_file to congvu_app using (body_id = any ((select session_bodies())::uuid[])) with check (body_id = any ((select session_bodies())::uuid[]));
create policy submission_line_app on submission_line to congvu_app using (body_id = any ((select session_bodies())::uuid[])) with check (body_id = any ((select session_bodies())::uuid[]));
create policy submission_problem_app on submission_problem to congvu_app using (body_id = any ((select session_bodies())::uuid[])) with check (body_id = any ((select session_bodies())::uuid[]));
create policy submission_fix_app on submission_fix to congvu_app using (body_id = any ((select session_bodies())::uuid[])) with check (body_id = any ((select session_bodies())::uuid[]));
create policy submission_owner on submission to congvu_owner using (true) with check (true);
create policy submission_file_owner on submission_file to congvu_owner using (true) with check (true);
create policy submission_line_owner on submission_line to congvu_owner using (true) with check (true);
create policy submission_problem_owner on submission_problem to congvu_owner using (true) with check (true);
create policy submission_fix_owner on submission_fix to congvu_owner using (true) with check (true);

grant select, insert on submission, submission_file, submission_line, submission_problem, submission_fix to congvu_app;
grant update (state, round) on submission to congvu_app;
grant update (stage, checks, done, total, stage_at, received, accepted, rejected, waiting, warnings, report, as_of, acknowledged, partial, submitted_at) on submission_file to congvu_app;
grant update (person_id, verdict) on submission_line to congvu_app;
-- A file is checked again after suggestions were accepted: its lines and problems are drafts until it is submitted.
grant delete on submission_line, submission_problem to congvu_app;
