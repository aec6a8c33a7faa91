-- Up Migration
-- Matching with the population database: what waits, what came out (by field, never a copy of the citizen's file), and how the source is.

create table match_task (
  person_id uuid not null,
  submission_id uuid not null references submission (submission_id),
  body_id uuid not null references body (body_id),
  state text not null check (state in ('waiting', 'done', 'given-up')),
  attempts int not null default 0,
  next_at timestamptz not null,
  created_at timestamptz not null,
  primary key (person_id, submission_id)
);
comment on table match_task is 'room: record/matching. A person of a submission who waits to be matched; a source that is down only puts it off.';
create index match_task_due on match_task (next_at) where state = 'waiting';

create table match_result (
  person_id uuid not null,
  match_id uuid not null,
  submission_id uuid not null references submission (submission_id),
  body_id uuid not null references body (body_id),
  tx bigint not null default record_tx(),
  at timestamptz not null,
  level text not null check (level in ('KHOP', 'GAN_KHOP', 'LECH', 'KHONG_TIM_THAY', 'CHUA')),
  fields jsonb not null,
  source text not null,
  request_id text not null,
  primary key (person_id, match_id)
);
comment on table match_result is 'room: record/matching. The level of each field as compared with the source. Append only.';

create table source_state (
  source text primary key,
  state text not null check (state in ('closed', 'open', 'half-open')),
  failures int not null default 0,
  since timestamptz not null,
  try_at timestamptz
);
comment on table source_state is 'room: record/matching. The circuit breaker of each source, for everybody to see: open = the source is down.';

alter table match_task enable row level security;   alter table match_task force row level security;
alter table match_result enable row level security; alter table match_result force row level security;
create policy match_task_app on match_task to congvu_app using (body_id = any ((select session_bodies())::uuid[])) with check (body_id = any ((select session_bodies())::uuid[]));
create policy match_task_owner on match_task to congvu_owner using (true) with check (true);
create policy match_result_app on match_result to congvu_app using (body_id = any ((select session_bodies())::uuid[])) with check (body_id = any ((select session_bodies())::uuid[]));
create policy match_result_owner on match_result to congvu_owner using (true) with check (true);
grant select, insert on match_task, match_result, source_state to congvu_app;
grant update (state, attempts, next_at) on match_task to congvu_app;
grant update (state, failures, since, try_at) on source_state to congvu_app;
