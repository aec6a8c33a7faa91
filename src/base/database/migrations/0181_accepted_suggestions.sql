-- Up Migration
-- Suggestions are accepted in steps that can be undone until the file is sent; what was accepted of a person stays with their items for ever.

-- Same field, same value as typed, same value suggested: a keyed hash, so that equal cells can be counted without being opened.
alter table submission_problem add column suggestion_group text;

alter table submission_fix
  add column step_no int not null default 1,
  add column by_identity bytea;
update submission_fix f set by_identity = a.identity from account a where a.account_id = f.by_account;
-- Accepted by an account that is no more: nobody, so that the wall below can ask for somebody.
update submission_fix set by_identity = '\x00' where by_identity is null;
alter table submission_fix alter column by_identity set not null;
alter table submission_fix drop constraint submission_fix_pkey;
alter table submission_fix add primary key (submission_id, round, step_no, sheet, row_no, column_letter);
comment on table submission_fix is 'room: record/submission. A suggestion that the body accepted: laid over the cell at the next check where the cell still holds the value as typed; the file stays as it was sent. One acceptance is one step.';
create policy submission_fix_own_hand on submission_fix as restrictive for insert to congvu_app with check (by_account = (select session_person()));

create table submission_undo (
  submission_id uuid not null references submission (submission_id),
  round int not null,
  step_no int not null,
  body_id uuid not null references body (body_id),
  by_account uuid not null,
  at timestamptz not null,
  primary key (submission_id, round, step_no)
);
comment on table submission_undo is 'room: record/submission. Append only: a step of accepted suggestions that was taken back, by whom and when.';
alter table submission_undo enable row level security;
alter table submission_undo force row level security;
create policy submission_undo_app on submission_undo to congvu_app
  using (body_id = any ((select session_bodies())::uuid[]))
  with check (body_id = any ((select session_writing_bodies())::uuid[]) and by_account = (select session_person()));
create policy submission_undo_owner on submission_undo to congvu_owner using (true) with check (true);
grant select, insert on submission_undo to congvu_app;

create table item_suggestion (
  person_id uuid not null,
  submission_id uuid not null references submission (submission_id),
  round int not null,
  no int not null,
  body_id uuid not null references body (body_id),
  group_code text not null,
  field text not null,
  by_account uuid not null,
  by_identity bytea not null,
  at timestamptz not null,
  -- place, value as typed, accepted value, reason and name of who accepted, under the person's key
  sealed bytea not null,
  tx bigint not null default record_tx(),
  primary key (person_id, submission_id, round, no)
);
comment on table item_suggestion is 'room: record/submission. Append only: a suggestion accepted in what became items of a person, and who accepted it (a maker of these items).';
alter table item_suggestion enable row level security;
alter table item_suggestion force row level security;
create policy item_suggestion_app on item_suggestion to congvu_app
  using (body_id = any ((select session_bodies())::uuid[])) with check (body_id = any ((select session_writing_bodies())::uuid[]));
create policy item_suggestion_owner on item_suggestion to congvu_owner using (true) with check (true);
grant select, insert on item_suggestion to congvu_app;
