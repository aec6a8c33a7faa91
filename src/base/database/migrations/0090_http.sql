-- Up Migration
-- Answers to requests that were sent with an Idempotency-Key: the same key gets the same answer again.

create table idempotent_answer (
  account_id uuid not null,
  key text not null check (length(key) between 8 and 128),
  route text not null,
  request_hash bytea not null,
  at timestamptz not null,
  status int,
  answer_sealed bytea,
  primary key (account_id, key)
);
comment on table idempotent_answer is 'room: start. Kept for a day; the answer stands sealed. status null = the first request is still running.';
create index idempotent_answer_at on idempotent_answer (at);
alter table idempotent_answer enable row level security;
alter table idempotent_answer force row level security;
create policy idempotent_answer_app on idempotent_answer to congvu_app
  using (account_id = (select session_person()) or (select session_is_system())) with check (account_id = (select session_person()));
create policy idempotent_answer_owner on idempotent_answer to congvu_owner using (true) with check (true);
grant select, insert, delete on idempotent_answer to congvu_app;
grant update (status, answer_sealed) on idempotent_answer to congvu_app;
