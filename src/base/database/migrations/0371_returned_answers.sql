-- Up Migration
-- Why a returned value is sent again as it was. Written once; a later answer to the same value stands above an earlier one.
create table submission_answer (
  submission_id uuid not null references submission,
  item_id uuid not null,
  field text not null,
  no int not null,
  body_id uuid not null references body,
  person_id uuid not null,
  by_account uuid not null,
  by_identity bytea not null,
  at timestamptz not null,
  sealed bytea not null,
  primary key (submission_id, item_id, field, no)
);
comment on table submission_answer is 'room: record/intake. Why a body sends a returned value again as it was, sealed under the key of the submission; the officer reads it.';
alter table submission_answer enable row level security;
alter table submission_answer force row level security;
create policy submission_answer_owner on submission_answer to congvu_owner using (true) with check (true);
create policy submission_answer_app on submission_answer to congvu_app using (body_id = any ((select session_bodies())::uuid[]))
  with check (body_id = any ((select session_bodies())::uuid[]));
create policy submission_answer_writers_add on submission_answer as restrictive for insert to congvu_app
  with check (body_id = any ((select session_writing_bodies())::uuid[]));
create policy submission_answer_own_hand on submission_answer as restrictive for insert to congvu_app with check (by_account = (select session_person()));
grant select, insert on submission_answer to congvu_app;
