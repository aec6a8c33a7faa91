-- Up Migration
-- Many people of a submission are confirmed as one act: a list as it was shown to one officer, the sample of it that they must open, and one signature over
-- the root of a tree whose leaves are what was shown of each person. Decision 0030.

create table confirmation_list (
  list_id uuid primary key,
  submission_id uuid not null references submission (submission_id),
  body_id uuid not null references body (body_id),
  account_id uuid not null,
  made_at timestamptz not null,
  root bytea not null check (length(root) = 32),
  person_ids uuid[] not null check (cardinality(person_ids) > 0),
  told jsonb not null,
  confirmed_at timestamptz
);
comment on table confirmation_list is 'room: record/confirmation. A list of people who may be confirmed together, as it was shown to one officer: their ids in the order of the leaves, the root over what was shown of each.';
comment on column confirmation_list.told is 'what was told with it: people and changes by group, people who are looked at alone by reason';
create index confirmation_list_latest on confirmation_list (submission_id, account_id, made_at desc);
alter table confirmation_list enable row level security;
alter table confirmation_list force row level security;
create policy confirmation_list_app on confirmation_list to congvu_app
  using (body_id = any ((select session_bodies())::uuid[]) and account_id = (select session_person()))
  with check (body_id = any ((select session_bodies_that_may('item.confirm'))::uuid[]) and account_id = (select session_person()));
create policy confirmation_list_owner on confirmation_list to congvu_owner using (true) with check (true);
grant select, insert on confirmation_list to congvu_app;
grant update (confirmed_at) on confirmation_list to congvu_app;

create table confirmation_sample (
  list_id uuid not null references confirmation_list (list_id),
  person_id uuid not null,
  submission_id uuid not null references submission (submission_id),
  body_id uuid not null references body (body_id),
  account_id uuid not null,
  opened_at timestamptz,
  opened_hash bytea check (length(opened_hash) = 32),
  primary key (list_id, person_id),
  check ((opened_at is null) = (opened_hash is null))
);
comment on table confirmation_sample is 'room: record/confirmation. People of a list whom its officer must open before they sign it, drawn by chance, and what they were shown when they did.';
create index confirmation_sample_of on confirmation_sample (submission_id, person_id);
alter table confirmation_sample enable row level security;
alter table confirmation_sample force row level security;
-- What came back out of anybody's sample holds every list of the submission.
create policy confirmation_sample_see on confirmation_sample for select to congvu_app using (body_id = any ((select session_bodies())::uuid[]));
create policy confirmation_sample_add on confirmation_sample for insert to congvu_app
  with check (body_id = any ((select session_bodies_that_may('item.confirm'))::uuid[]) and account_id = (select session_person()));
create policy confirmation_sample_open on confirmation_sample for update to congvu_app
  using (account_id = (select session_person())) with check (account_id = (select session_person()));
create policy confirmation_sample_owner on confirmation_sample to congvu_owner using (true) with check (true);
grant select, insert on confirmation_sample to congvu_app;
grant update (opened_at, opened_hash) on confirmation_sample to congvu_app;

create table attestation_list (
  list_id uuid primary key references confirmation_list (list_id),
  submission_id uuid not null references submission (submission_id),
  body_id uuid not null references body (body_id),
  signer_id uuid not null,
  signer_identity bytea not null,
  signer_name text not null,
  at timestamptz not null,
  people int not null check (people > 0),
  items int not null check (items >= people),
  root bytea not null check (length(root) = 32),
  jws text not null,
  unique (list_id, signer_id)
);
comment on table attestation_list is 'room: record/confirmation. Append only: detached JWS over the head of a list; its parts are the attestations that name it, in the order of their numbers.';
alter table attestation_list enable row level security;
alter table attestation_list force row level security;
create policy attestation_list_see on attestation_list for select to congvu_app using (body_id = any ((select session_bodies())::uuid[]));
create policy attestation_list_add on attestation_list for insert to congvu_app with check (body_id = any ((select session_bodies())::uuid[]));
create policy attestation_list_by_its_signer on attestation_list as restrictive for insert to congvu_app with check (
  signer_id = (select session_person()) and body_id = any ((select session_bodies_that_may('item.confirm'))::uuid[])
  and at between (select earliest_true_time()) and (select latest_true_time()));
create policy attestation_list_owner on attestation_list to congvu_owner using (true) with check (true);
grant select, insert on attestation_list to congvu_app;

alter table attestation alter column jws drop not null;
alter table attestation
  add column list_id uuid,
  add column list_no int check (list_no >= 0),
  -- A part is of a list that the same person signs.
  add constraint attestation_list_fkey foreign key (list_id, signer_id) references attestation_list (list_id, signer_id),
  add constraint attestation_signed_check check ((list_id is null) = (list_no is null) and (list_id is null) = (jws is not null));
create unique index attestation_part on attestation (list_id, list_no) where list_id is not null;
comment on column attestation.list_id is 'the list whose signature covers it; null = it is signed alone';

-- What waits behind others is looked for at every decision, and is hardly ever there.
create index item_held on item (person_id, group_code) where state = 'held';
