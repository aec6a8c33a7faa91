-- Up Migration
-- Items (one person × field group of a submission) with their queue, and attestations: a detached signature over exactly what the officer was shown.

create table item (
  person_id uuid not null,
  item_id uuid not null,
  submission_id uuid not null references submission (submission_id),
  round int not null,
  body_id uuid not null references body (body_id),
  group_code text not null,
  state text not null check (state in ('received', 'checked', 'waiting-match', 'awaiting-confirmation', 'held', 'confirmed', 'registered', 'returned', 'quarantined', 'withdrawn', 'superseded')),
  compared_version int not null,
  valid_from date not null,
  name text not null,
  stated text,
  stated_sealed bytea,
  maker_identity bytea not null,
  maker_id uuid not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  decision jsonb,
  attestation_id uuid,
  registered_version int,
  primary key (person_id, item_id)
);
comment on table item is 'room: record/confirmation. One person × field group of a submission; what was stated never changes, the state does.';
create unique index item_once on item (submission_id, round, person_id, group_code);
-- A second open item on one group waits ("held") until the first is decided.
create unique index item_open on item (person_id, group_code) where state in ('received', 'checked', 'waiting-match', 'awaiting-confirmation', 'confirmed');
create index item_queue on item (body_id, created_at) where state = 'awaiting-confirmation';
create index item_submission on item (submission_id, round);
alter table item enable row level security;
alter table item force row level security;
create policy item_app on item to congvu_app
  using (body_id = any ((select session_bodies())::uuid[])) with check (body_id = any ((select session_bodies())::uuid[]));
create policy item_owner on item to congvu_owner using (true) with check (true);
grant select, insert on item to congvu_app;
grant update (state, compared_version, decided_at, decided_by, decision, attestation_id, registered_version) on item to congvu_app;

create table attestation (
  person_id uuid not null,
  attestation_id uuid not null,
  submission_id uuid not null references submission (submission_id),
  body_id uuid not null references body (body_id),
  signer_id uuid not null,
  signer_identity bytea not null,
  at timestamptz not null,
  item_ids uuid[] not null,
  shown_hash bytea not null,
  shown_sealed bytea not null,
  jws text not null,
  primary key (person_id, attestation_id)
);
comment on table attestation is 'room: record/confirmation. Detached JWS over the canonical JSON of what was shown; the payload stands sealed beside it.';
alter table attestation enable row level security;
alter table attestation force row level security;
create policy attestation_app on attestation to congvu_app
  using (body_id = any ((select session_bodies())::uuid[])) with check (body_id = any ((select session_bodies())::uuid[]));
create policy attestation_owner on attestation to congvu_owner using (true) with check (true);
grant select, insert on attestation to congvu_app;
