-- Up Migration
-- Receipts: what the centre says it has, signed.

create table receipt (
  receipt_number text primary key,
  submission_id uuid not null,
  round int not null,
  body_id uuid not null references body (body_id),
  kind text not null check (kind in ('R1', 'R2')),
  at timestamptz not null,
  content text not null,
  jws text not null
);
comment on table receipt is 'room: record/receipt. Signed receipts: R1 "đã nhận" at submit, R2 "đã duyệt" per act of confirmation. Append only.';
create index receipt_submission on receipt (submission_id, at);
alter table receipt enable row level security;
alter table receipt force row level security;
create policy receipt_app on receipt to congvu_app
  using (body_id = any ((select session_bodies())::uuid[])) with check (body_id = any ((select session_bodies())::uuid[]));
create policy receipt_owner on receipt to congvu_owner using (true) with check (true);
grant select, insert on receipt to congvu_app;
