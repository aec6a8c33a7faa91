-- The schema that the migrations add up to, as the catalogue of the database tells it.
-- Written by tools/write-schema.ts; not edited by hand and not run: migrations/ is what runs.
-- Without: the queue's tables (schema pgboss), monthly partitions, the migration library's own table.

-- room: authority/access. Which role may do which act, over its body and all below, from a day up to and without another.
create table access_may (
  role text not null,
  act text not null,
  valid_from date default '-infinity'::date not null,
  valid_to date default 'infinity'::date not null,
  constraint access_may_check CHECK ((valid_from < valid_to)),
  constraint access_may_pkey PRIMARY KEY (role, act, valid_from),
  constraint access_may_role_fkey FOREIGN KEY (role) REFERENCES access_role(role)
);
alter table access_may enable row level security, force row level security;
create policy access_may_owner on access_may as permissive for all to congvu_owner using (true) with check (true);

-- room: authority/access. Roles of the table of access, and whether an administrator of a body may give them.
create table access_role (
  role text not null,
  given_by_body boolean not null,
  "position" integer not null,
  constraint access_role_pkey PRIMARY KEY (role)
);
alter table access_role enable row level security, force row level security;
create policy access_role_owner on access_role as permissive for all to congvu_owner using (true) with check (true);

-- room: authority/access. A person of the office; identity = keyed hash of the citizen number.
create table account (
  account_id uuid not null,
  identity bytea not null,
  name text not null,
  created_at timestamp with time zone not null,
  disabled_at timestamp with time zone,
  population_user text,
  constraint account_identity_key UNIQUE (identity),
  constraint account_pkey PRIMARY KEY (account_id)
);
alter table account enable row level security, force row level security;
create policy account_add on account as permissive for insert to congvu_app with check ((( SELECT session_is_system() AS session_is_system) OR (cardinality(( SELECT session_bodies_that_may(VARIADIC ARRAY['grants.change'::text]) AS session_bodies_that_may)) > 0)));
create policy account_disable on account as permissive for update to congvu_app using ((session_administers(account_id) OR ( SELECT session_is_system() AS session_is_system))) with check ((session_administers(account_id) OR ( SELECT session_is_system() AS session_is_system)));
create policy account_owner on account as permissive for all to congvu_owner using (true) with check (true);
create policy account_see on account as permissive for select to congvu_app using (((account_id = ( SELECT session_person() AS session_person)) OR ( SELECT session_is_system() AS session_is_system) OR (account_id IN ( SELECT g.account_id
   FROM role_grant g
  WHERE (g.body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['grants.change'::text]) AS session_bodies_that_may)::uuid[]))))));
grant insert (account_id, identity, name, created_at, population_user) on account to congvu_app;
grant select on account to congvu_app;
grant update (disabled_at, population_user) on account to congvu_app;

-- room: authority/audit. The instant of each writing transaction, by its record time.
create table act (
  tx bigint default record_tx() not null,
  at timestamp with time zone default now() not null,
  actor_id uuid,
  constraint act_pkey PRIMARY KEY (tx)
);
alter table act enable row level security, force row level security;
create policy act_note on act as permissive for insert to congvu_app with check (((NOT (actor_id IS DISTINCT FROM ( SELECT session_person() AS session_person))) AND ('NONE'::text = ANY (( SELECT session_roles() AS session_roles)::text[])) AND ((at >= ( SELECT earliest_true_time() AS earliest_true_time)) AND (at <= ( SELECT latest_true_time() AS latest_true_time)))));
create policy act_owner on act as permissive for all to congvu_owner using (true) with check (true);
create policy act_see on act as permissive for select to congvu_app using (true);
grant insert on act to congvu_app;
grant select on act to congvu_app;

-- room: record/confirmation. Detached JWS over the canonical JSON of what was shown; the payload stands sealed beside it.
create table attestation (
  person_id uuid not null,
  attestation_id uuid not null,
  submission_id uuid not null,
  body_id uuid not null,
  signer_id uuid not null,
  signer_identity bytea not null,
  at timestamp with time zone not null,
  item_ids uuid[] not null,
  shown_hash bytea not null,
  shown_sealed bytea not null,
  jws text,
  signer_name text,
  list_id uuid,
  list_no integer,
  constraint attestation_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint attestation_list_fkey FOREIGN KEY (list_id, signer_id) REFERENCES attestation_list(list_id, signer_id),
  constraint attestation_list_no_check CHECK ((list_no >= 0)),
  constraint attestation_pkey PRIMARY KEY (person_id, attestation_id),
  constraint attestation_signed_check CHECK ((((list_id IS NULL) = (list_no IS NULL)) AND ((list_id IS NULL) = (jws IS NOT NULL)))),
  constraint attestation_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(submission_id)
);
CREATE UNIQUE INDEX attestation_part ON congvu.attestation USING btree (list_id, list_no) WHERE (list_id IS NOT NULL);
alter table attestation enable row level security, force row level security;
create policy attestation_add on attestation as permissive for insert to congvu_app with check ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
create policy attestation_by_its_signer on attestation as restrictive for insert to congvu_app with check (((signer_id = ( SELECT session_person() AS session_person)) AND (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['item.confirm'::text]) AS session_bodies_that_may)::uuid[])) AND ((at >= ( SELECT earliest_true_time() AS earliest_true_time)) AND (at <= ( SELECT latest_true_time() AS latest_true_time)))));
create policy attestation_kept_apart on attestation as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy attestation_of_its_manager on attestation as restrictive for insert to congvu_app with check (signs_for(person_id, body_id));
create policy attestation_owner on attestation as permissive for all to congvu_owner using (true) with check (true);
create policy attestation_see on attestation as permissive for select to congvu_app using (((EXISTS ( SELECT 1
   FROM person_reach r
  WHERE ((r.person_id = attestation.person_id) AND ((r.why <> 'former'::text) OR (r.body_id = attestation.body_id)) AND (r.tx_to = '9223372036854775807'::bigint) AND (r.valid_from <= ( SELECT today_in_vietnam() AS today_in_vietnam)) AND (r.valid_to > ( SELECT today_in_vietnam() AS today_in_vietnam)))
 OFFSET 0)) OR ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
create policy attestation_writers_add on attestation as restrictive for insert to congvu_app with check ((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])));
grant insert on attestation to congvu_app;
grant select on attestation to congvu_app;

-- room: record/confirmation. Append only: detached JWS over the head of a list; its parts are the attestations that name it, in the order of their numbers.
create table attestation_list (
  list_id uuid not null,
  submission_id uuid not null,
  body_id uuid not null,
  signer_id uuid not null,
  signer_identity bytea not null,
  signer_name text not null,
  at timestamp with time zone not null,
  people integer not null,
  items integer not null,
  root bytea not null,
  jws text not null,
  constraint attestation_list_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint attestation_list_check CHECK ((items >= people)),
  constraint attestation_list_list_id_fkey FOREIGN KEY (list_id) REFERENCES confirmation_list(list_id),
  constraint attestation_list_list_id_signer_id_key UNIQUE (list_id, signer_id),
  constraint attestation_list_people_check CHECK ((people > 0)),
  constraint attestation_list_pkey PRIMARY KEY (list_id),
  constraint attestation_list_root_check CHECK ((length(root) = 32)),
  constraint attestation_list_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(submission_id)
);
alter table attestation_list enable row level security, force row level security;
create policy attestation_list_add on attestation_list as permissive for insert to congvu_app with check ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
create policy attestation_list_by_its_signer on attestation_list as restrictive for insert to congvu_app with check (((signer_id = ( SELECT session_person() AS session_person)) AND (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['item.confirm'::text]) AS session_bodies_that_may)::uuid[])) AND ((at >= ( SELECT earliest_true_time() AS earliest_true_time)) AND (at <= ( SELECT latest_true_time() AS latest_true_time)))));
create policy attestation_list_owner on attestation_list as permissive for all to congvu_owner using (true) with check (true);
create policy attestation_list_see on attestation_list as permissive for select to congvu_app using ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
grant insert on attestation_list to congvu_app;
grant select on attestation_list to congvu_app;

-- room: authority/audit. Every head that was signed, kept before it is published.
create table audit_checkpoint (
  log text not null,
  size bigint not null,
  root bytea not null,
  note text not null,
  at timestamp with time zone not null,
  constraint audit_checkpoint_pkey PRIMARY KEY (log, size),
  constraint audit_checkpoint_root_check CHECK ((octet_length(root) = 32))
);
alter table audit_checkpoint enable row level security, force row level security;
create policy audit_checkpoint_add on audit_checkpoint as permissive for insert to congvu_app with check (( SELECT session_keeps_log() AS session_keeps_log));
create policy audit_checkpoint_owner on audit_checkpoint as permissive for all to congvu_owner using (true) with check (true);
create policy audit_checkpoint_see on audit_checkpoint as permissive for select to congvu_app using (true);
grant insert on audit_checkpoint to congvu_app;
grant select on audit_checkpoint to congvu_app;

-- room: authority/audit. One act or one reading; the leaf is rebuilt from the columns up to payload_commit, the rest finds it (actor_id, object_id, listed). Monthly partitions.
create table audit_event (
  event_id uuid not null,
  at timestamp(3) with time zone not null,
  tx bigint default record_tx() not null,
  kind text not null,
  log text not null,
  actor text,
  body_id uuid,
  role text not null,
  purpose text not null,
  act text not null,
  object text,
  revision integer not null,
  payload_commit bytea not null,
  actor_id uuid,
  object_id uuid,
  listed uuid[] default '{}'::uuid[] not null,
  follows uuid[],
  provision text,
  constraint audit_event_kind_check CHECK ((kind = ANY (ARRAY['act'::text, 'read'::text]))),
  constraint audit_event_payload_commit_check CHECK ((octet_length(payload_commit) = 32)),
  constraint audit_event_pkey PRIMARY KEY (event_id, at),
  constraint audit_event_provision_check CHECK ((provision ~ '^[a-z]{2,20}$'::text))
) partition by RANGE (at);
CREATE INDEX audit_event_actor ON ONLY congvu.audit_event USING btree (actor_id, at);
CREATE INDEX audit_event_backup ON ONLY congvu.audit_event USING btree (act, at) WHERE (act = ANY (ARRAY['backup.made'::text, 'backup.restored'::text]));
CREATE INDEX audit_event_body ON ONLY congvu.audit_event USING btree (body_id, at);
CREATE INDEX audit_event_listed ON ONLY congvu.audit_event USING gin (listed) WHERE (listed <> '{}'::uuid[]);
CREATE INDEX audit_event_object ON ONLY congvu.audit_event USING btree (object_id, at) WHERE (object_id IS NOT NULL);
CREATE INDEX audit_event_order ON ONLY congvu.audit_event USING btree (tx, event_id);
CREATE INDEX audit_event_provision ON ONLY congvu.audit_event USING btree (at) INCLUDE (body_id, provision) WHERE (provision IS NOT NULL);
alter table audit_event enable row level security, force row level security;
create policy audit_event_add on audit_event as permissive for insert to congvu_app with check (((actor_id = ( SELECT session_person() AS session_person)) OR ( SELECT session_is_system() AS session_is_system)));
create policy audit_event_kept_apart on audit_event as restrictive for select to congvu_app using (((actor_id = ( SELECT session_person() AS session_person)) OR (object_id IS NULL) OR (NOT (object_id IN ( SELECT session_hidden_people() AS session_hidden_people)))));
create policy audit_event_now on audit_event as restrictive for insert to congvu_app with check ((((at >= ( SELECT earliest_true_time() AS earliest_true_time)) AND (at <= ( SELECT latest_true_time() AS latest_true_time))) AND (string_to_array(role, '+'::text) <@ ( SELECT session_roles() AS session_roles))));
create policy audit_event_owner on audit_event as permissive for all to congvu_owner using (true) with check (true);
create policy audit_event_see on audit_event as permissive for select to congvu_app using (((actor_id = ( SELECT session_person() AS session_person)) OR (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['audit.read'::text]) AS session_bodies_that_may)::uuid[])) OR ( SELECT session_keeps_log() AS session_keeps_log)));
create policy audit_event_see_all on audit_event as permissive for select to congvu_app using (((body_id IS NULL) AND ( SELECT session_supervises_all() AS session_supervises_all)));
grant insert (event_id, at, kind, log, actor, body_id, role, purpose, act, object, revision, payload_commit, actor_id, object_id, listed, follows, provision) on audit_event to congvu_app;
grant select on audit_event to congvu_app;

-- room: authority/audit. The place of an event in the tree: dense from 0, given once by the sequencer.
create table audit_leaf (
  log text not null,
  leaf_index bigint not null,
  event_id uuid not null,
  at timestamp(3) with time zone not null,
  leaf_hash bytea not null,
  constraint audit_leaf_event_id_key UNIQUE (event_id),
  constraint audit_leaf_leaf_hash_check CHECK ((octet_length(leaf_hash) = 32)),
  constraint audit_leaf_leaf_index_check CHECK ((leaf_index >= 0)),
  constraint audit_leaf_pkey PRIMARY KEY (log, leaf_index)
);
alter table audit_leaf enable row level security, force row level security;
create policy audit_leaf_add on audit_leaf as permissive for insert to congvu_app with check (( SELECT session_keeps_log() AS session_keeps_log));
create policy audit_leaf_owner on audit_leaf as permissive for all to congvu_owner using (true) with check (true);
create policy audit_leaf_see on audit_leaf as permissive for select to congvu_app using (true);
grant insert on audit_leaf to congvu_app;
grant select on audit_leaf to congvu_app;

-- room: authority/audit. What was done or shown, sealed under its own salt; apart from the event, so that erasing it leaves the log verifiable. Monthly partitions.
create table audit_payload (
  event_id uuid not null,
  at timestamp(3) with time zone not null,
  body_id uuid,
  object_id uuid,
  salt bytea not null,
  sealed bytea not null,
  constraint audit_payload_pkey PRIMARY KEY (event_id, at),
  constraint audit_payload_salt_check CHECK ((octet_length(salt) = 32))
) partition by RANGE (at);
CREATE INDEX audit_payload_object ON ONLY congvu.audit_payload USING btree (object_id) WHERE (object_id IS NOT NULL);
alter table audit_payload enable row level security, force row level security;
create policy audit_payload_add on audit_payload as permissive for insert to congvu_app with check (((( SELECT session_person() AS session_person) IS NOT NULL) OR ( SELECT session_is_system() AS session_is_system)));
create policy audit_payload_kept_apart on audit_payload as restrictive for select to congvu_app using (((object_id IS NULL) OR (NOT (object_id IN ( SELECT session_hidden_people() AS session_hidden_people)))));
create policy audit_payload_owner on audit_payload as permissive for all to congvu_owner using (true) with check (true);
create policy audit_payload_see on audit_payload as permissive for select to congvu_app using (((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['audit.read'::text]) AS session_bodies_that_may)::uuid[])) OR ( SELECT session_keeps_log() AS session_keeps_log)));
grant insert on audit_payload to congvu_app;
grant select on audit_payload to congvu_app;

-- room: authority/audit. The sequencer's place: fencing term, size and right edge of the tree, last event taken.
create table audit_state (
  log text not null,
  term bigint not null,
  size bigint not null,
  frontier bytea[] not null,
  last_tx bigint not null,
  last_event uuid not null,
  complete_until timestamp with time zone,
  constraint audit_state_pkey PRIMARY KEY (log)
);
alter table audit_state enable row level security, force row level security;
create policy audit_state_move on audit_state as permissive for update to congvu_app using (( SELECT session_keeps_log() AS session_keeps_log)) with check (( SELECT session_keeps_log() AS session_keeps_log));
create policy audit_state_owner on audit_state as permissive for all to congvu_owner using (true) with check (true);
create policy audit_state_see on audit_state as permissive for select to congvu_app using (true);
grant select on audit_state to congvu_app;
grant update (term, size, frontier, last_tx, last_event, complete_until) on audit_state to congvu_app;

-- room: authority/audit. The last events, which no later one follows yet: a slot for each transaction that records at one time; null is a free one.
create table audit_tip (
  slot smallint not null,
  event_id uuid,
  constraint audit_tip_pkey PRIMARY KEY (slot)
);
alter table audit_tip enable row level security, force row level security;
create policy audit_tip_owner on audit_tip as permissive for all to congvu_owner using (true) with check (true);
create policy audit_tip_see on audit_tip as permissive for select to congvu_app using (( SELECT session_keeps_log() AS session_keeps_log));
grant select on audit_tip to congvu_app;

-- room: authority/organisations. Identity only: meaningless, never reused.
create table body (
  body_id uuid not null,
  born_by uuid not null,
  constraint body_pkey PRIMARY KEY (body_id)
);
alter table body enable row level security, force row level security;
create policy body_add on body as permissive for insert to congvu_app with check ((( SELECT session_is_system() AS session_is_system) OR (born_by = ( SELECT session_change() AS session_change))));
create policy body_owner on body as permissive for all to congvu_owner using (true) with check (true);
create policy body_see on body as permissive for select to congvu_app using (true);
grant insert on body to congvu_app;
grant select on body to congvu_app;

-- room: authority/organisations. Dated attributes that an administrator sets, such as the group 26 or 70 of QĐ 72; demo data are marked.
create table body_attribute (
  body_id uuid not null,
  name text not null,
  value text not null,
  valid_from date not null,
  valid_to date default '9999-12-31'::date not null,
  tx_from bigint default record_tx() not null,
  tx_to bigint default '9223372036854775807'::bigint not null,
  by_event uuid not null,
  closed_by uuid,
  confidence text not null,
  constraint body_attribute_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint body_attribute_check CHECK ((valid_from < valid_to)),
  constraint body_attribute_pkey PRIMARY KEY (body_id, name, valid_from, tx_from)
);
alter table body_attribute enable row level security, force row level security;
create policy body_attribute_add on body_attribute as permissive for insert to congvu_app with check ((( SELECT session_is_system() AS session_is_system) OR ((name ~~ 'lien\_he\_%'::text) AND (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['grants.change'::text]) AS session_bodies_that_may)::uuid[]))) OR ((by_event = ( SELECT session_change() AS session_change)) AND (( SELECT session_changes_country() AS session_changes_country) OR ((body_id <> ALL (( SELECT national_bodies() AS national_bodies)::uuid[])) AND ((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['bodies.change'::text]) AS session_bodies_that_may)::uuid[])) OR body_born_by(body_id, by_event)))))));
create policy body_attribute_close on body_attribute as permissive for update to congvu_app using (((tx_to = '9223372036854775807'::bigint) AND (( SELECT session_is_system() AS session_is_system) OR ((name ~~ 'lien\_he\_%'::text) AND (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['grants.change'::text]) AS session_bodies_that_may)::uuid[]))) OR ( SELECT session_changes_country() AS session_changes_country) OR ((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['bodies.change'::text]) AS session_bodies_that_may)::uuid[])) AND (body_id <> ALL (( SELECT national_bodies() AS national_bodies)::uuid[])))))) with check (((tx_to = record_tx()) AND (closed_by IS NOT NULL) AND (( SELECT session_is_system() AS session_is_system) OR (closed_by = ( SELECT session_change() AS session_change)) OR ((name ~~ 'lien\_he\_%'::text) AND (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['grants.change'::text]) AS session_bodies_that_may)::uuid[]))))));
create policy body_attribute_owner on body_attribute as permissive for all to congvu_owner using (true) with check (true);
create policy body_attribute_see on body_attribute as permissive for select to congvu_app using (true);
grant insert (body_id, name, value, valid_from, valid_to, by_event, confidence) on body_attribute to congvu_app;
grant select on body_attribute to congvu_app;
grant update (tx_to, closed_by) on body_attribute to congvu_app;

-- room: authority/organisations. What is to change of bodies, on which decision: made, sent, put in force or refused by a second person. In force it is the change_event of the same id.
create table body_change (
  change_id uuid not null,
  kind text not null,
  on_day date not null,
  operations jsonb not null,
  operation_count integer not null,
  problems jsonb default '[]'::jsonb not null,
  problem_count integer default 0 not null,
  counts jsonb not null,
  list_sha256 text,
  list_name text,
  decision jsonb,
  decision_sha256 text,
  over uuid[] not null,
  bodies uuid[] not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  state text default 'draft'::text not null,
  plan_hash text,
  decided_by uuid,
  decided_at timestamp with time zone,
  refusal text,
  tx bigint,
  plan text,
  plan_sha256 text,
  planned_on text,
  plan_touches uuid[],
  constraint body_change_check CHECK (((state = ANY (ARRAY['in-force'::text, 'refused'::text])) = (decided_by IS NOT NULL))),
  constraint body_change_check1 CHECK (((state = 'refused'::text) = (refusal IS NOT NULL))),
  constraint body_change_check2 CHECK ((decided_by IS DISTINCT FROM made_by)),
  constraint body_change_check3 CHECK (((state <> ALL (ARRAY['waiting'::text, 'in-force'::text])) OR ((decision IS NOT NULL) AND (problem_count = 0) AND (cardinality(over) > 0)))),
  constraint body_change_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(account_id),
  constraint body_change_kind_check CHECK ((kind = ANY (ARRAY['make'::text, 'rename'::text, 'move'::text, 'describe'::text, 'end'::text, 'give-code'::text, 'take-code'::text, 'attribute'::text, 'establish'::text, 'merge'::text, 'undo'::text, 'list'::text]))),
  constraint body_change_list_name_check CHECK ((length(list_name) <= 200)),
  constraint body_change_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(account_id),
  constraint body_change_pkey PRIMARY KEY (change_id),
  constraint body_change_plan_sha256_check CHECK ((plan_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint body_change_plan_whole CHECK (((plan IS NULL) OR ((plan_sha256 IS NOT NULL) AND (planned_on IS NOT NULL) AND (plan_touches IS NOT NULL)))),
  constraint body_change_refusal_check CHECK (((length(refusal) >= 1) AND (length(refusal) <= 500))),
  constraint body_change_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'waiting'::text, 'in-force'::text, 'refused'::text, 'withdrawn'::text])))
);
CREATE INDEX body_change_bodies ON congvu.body_change USING gin (bodies);
CREATE INDEX body_change_state ON congvu.body_change USING btree (state, made_at DESC);
alter table body_change enable row level security, force row level security;
create policy body_change_decide on body_change as permissive for update to congvu_app using (((state = 'waiting'::text) AND (NOT is_session_human(made_by, NULL::bytea)) AND (over <@ ( SELECT session_bodies_that_may(VARIADIC ARRAY['bodies.change'::text]) AS session_bodies_that_may)))) with check (((state = ANY (ARRAY['in-force'::text, 'refused'::text])) AND (decided_by = ( SELECT session_person() AS session_person)) AND (NOT is_session_human(made_by, NULL::bytea)) AND (over <@ ( SELECT session_bodies_that_may(VARIADIC ARRAY['bodies.change'::text]) AS session_bodies_that_may)) AND ((state = 'refused'::text) OR (tx = record_tx()))));
create policy body_change_make on body_change as permissive for insert to congvu_app with check (((state = 'draft'::text) AND (made_by = ( SELECT session_person() AS session_person)) AND (over <@ ( SELECT session_bodies_that_may(VARIADIC ARRAY['bodies.change'::text]) AS session_bodies_that_may))));
create policy body_change_own on body_change as permissive for update to congvu_app using (((state = ANY (ARRAY['draft'::text, 'waiting'::text])) AND is_session_human(made_by, NULL::bytea))) with check (((state = ANY (ARRAY['draft'::text, 'waiting'::text, 'withdrawn'::text])) AND is_session_human(made_by, NULL::bytea) AND (decided_by IS NULL) AND (over <@ ( SELECT session_bodies_that_may(VARIADIC ARRAY['bodies.change'::text]) AS session_bodies_that_may))));
create policy body_change_owner on body_change as permissive for all to congvu_owner using (true) with check (true);
create policy body_change_see on body_change as permissive for select to congvu_app using (((state = 'in-force'::text) OR ( SELECT session_is_system() AS session_is_system) OR (made_by = ( SELECT session_person() AS session_person)) OR ((cardinality(over) > 0) AND (over <@ ( SELECT session_bodies_that_may(VARIADIC ARRAY['bodies.change'::text]) AS session_bodies_that_may)))));
grant insert (change_id, kind, on_day, operations, operation_count, problems, problem_count, counts, list_sha256, list_name, decision, decision_sha256, over, bodies, made_by, made_at, plan, plan_sha256, planned_on, plan_touches) on body_change to congvu_app;
grant select on body_change to congvu_app;
grant update (decision, decision_sha256, over, sent_at, state, plan_hash, decided_by, decided_at, refusal, tx, plan, plan_sha256, planned_on, plan_touches) on body_change to congvu_app;

-- room: authority/organisations. Scanned decisions: who brought which bytes; they stand under their hash in the blob store before this row commits.
create table body_change_file (
  sha256 text not null,
  kept_by uuid not null,
  file_name text not null,
  media_type text not null,
  size_bytes integer not null,
  kept_at timestamp with time zone not null,
  constraint body_change_file_file_name_check CHECK ((length(file_name) <= 200)),
  constraint body_change_file_kept_by_fkey FOREIGN KEY (kept_by) REFERENCES account(account_id),
  constraint body_change_file_pkey PRIMARY KEY (sha256, kept_by),
  constraint body_change_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
alter table body_change_file enable row level security, force row level security;
create policy body_change_file_keep on body_change_file as permissive for insert to congvu_app with check (((kept_by = ( SELECT session_person() AS session_person)) AND (cardinality(( SELECT session_bodies_that_may(VARIADIC ARRAY['bodies.change'::text]) AS session_bodies_that_may)) > 0)));
create policy body_change_file_owner on body_change_file as permissive for all to congvu_owner using (true) with check (true);
create policy body_change_file_see on body_change_file as permissive for select to congvu_app using (((kept_by = ( SELECT session_person() AS session_person)) OR (EXISTS ( SELECT 1
   FROM body_change c
  WHERE ((c.decision_sha256 = body_change_file.sha256) AND (c.made_by = body_change_file.kept_by))))));
grant insert on body_change_file to congvu_app;
grant select on body_change_file to congvu_app;

-- room: authority/organisations. Codes of bodies by date; a code is never an identity: codes are taken over and given anew.
create table body_code (
  scheme text not null,
  code text not null,
  body_id uuid not null,
  valid_from date not null,
  valid_to date default '9999-12-31'::date not null,
  tx_from bigint default record_tx() not null,
  tx_to bigint default '9223372036854775807'::bigint not null,
  by_event uuid not null,
  closed_by uuid,
  confidence text not null,
  source text,
  constraint body_code_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint body_code_check CHECK ((valid_from < valid_to)),
  constraint body_code_pkey PRIMARY KEY (scheme, code, body_id, valid_from, tx_from),
  constraint body_code_source_check CHECK (((length(source) >= 1) AND (length(source) <= 300)))
);
CREATE INDEX body_code_body ON congvu.body_code USING btree (body_id);
alter table body_code enable row level security, force row level security;
create policy body_code_add on body_code as permissive for insert to congvu_app with check ((( SELECT session_is_system() AS session_is_system) OR ((by_event = ( SELECT session_change() AS session_change)) AND (( SELECT session_changes_country() AS session_changes_country) OR ((body_id <> ALL (( SELECT national_bodies() AS national_bodies)::uuid[])) AND ((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['bodies.change'::text]) AS session_bodies_that_may)::uuid[])) OR body_born_by(body_id, by_event)))))));
create policy body_code_close on body_code as permissive for update to congvu_app using (((tx_to = '9223372036854775807'::bigint) AND (( SELECT session_is_system() AS session_is_system) OR ( SELECT session_changes_country() AS session_changes_country) OR ((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['bodies.change'::text]) AS session_bodies_that_may)::uuid[])) AND (body_id <> ALL (( SELECT national_bodies() AS national_bodies)::uuid[])))))) with check (((tx_to = record_tx()) AND (closed_by IS NOT NULL) AND (( SELECT session_is_system() AS session_is_system) OR (closed_by = ( SELECT session_change() AS session_change)))));
create policy body_code_owner on body_code as permissive for all to congvu_owner using (true) with check (true);
create policy body_code_see on body_code as permissive for select to congvu_app using (true);
grant insert (scheme, code, body_id, valid_from, valid_to, by_event, confidence, source) on body_code to congvu_app;
grant select on body_code to congvu_app;
grant update (tx_to, closed_by) on body_code to congvu_app;

-- room: authority/organisations. What a body is called, stands under and is managed by, from day to day.
create table body_version (
  body_id uuid not null,
  version integer not null,
  parent_id uuid,
  managing_id uuid not null,
  name text not null,
  short_name text,
  kind text not null,
  level text not null,
  seat jsonb,
  valid_from date not null,
  valid_to date default '9999-12-31'::date not null,
  tx_from bigint default record_tx() not null,
  tx_to bigint default '9223372036854775807'::bigint not null,
  by_event uuid not null,
  closed_by uuid,
  source text not null,
  confidence text not null,
  constraint body_version_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint body_version_check CHECK ((valid_from < valid_to)),
  constraint body_version_managing_id_fkey FOREIGN KEY (managing_id) REFERENCES body(body_id),
  constraint body_version_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES body(body_id),
  constraint body_version_pkey PRIMARY KEY (body_id, version)
);
CREATE INDEX body_version_managing ON congvu.body_version USING btree (managing_id);
CREATE INDEX body_version_parent ON congvu.body_version USING btree (parent_id);
alter table body_version enable row level security, force row level security;
create policy body_version_add on body_version as permissive for insert to congvu_app with check ((( SELECT session_is_system() AS session_is_system) OR ((by_event = ( SELECT session_change() AS session_change)) AND (( SELECT session_changes_country() AS session_changes_country) OR ((body_id <> ALL (( SELECT national_bodies() AS national_bodies)::uuid[])) AND ((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['bodies.change'::text]) AS session_bodies_that_may)::uuid[])) OR body_born_by(body_id, by_event)) AND ((parent_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['bodies.change'::text]) AS session_bodies_that_may)::uuid[])) OR body_born_by(parent_id, by_event) OR body_stays_below(body_id, parent_id)))))));
create policy body_version_close on body_version as permissive for update to congvu_app using (((tx_to = '9223372036854775807'::bigint) AND (( SELECT session_is_system() AS session_is_system) OR ( SELECT session_changes_country() AS session_changes_country) OR ((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['bodies.change'::text]) AS session_bodies_that_may)::uuid[])) AND (body_id <> ALL (( SELECT national_bodies() AS national_bodies)::uuid[])))))) with check (((tx_to = record_tx()) AND (closed_by IS NOT NULL) AND (( SELECT session_is_system() AS session_is_system) OR (closed_by = ( SELECT session_change() AS session_change)))));
create policy body_version_owner on body_version as permissive for all to congvu_owner using (true) with check (true);
create policy body_version_see on body_version as permissive for select to congvu_app using (true);
grant insert (body_id, version, parent_id, managing_id, name, short_name, kind, level, valid_from, valid_to, by_event, source, confidence) on body_version to congvu_app;
grant select on body_version to congvu_app;
grant update (tx_to, closed_by) on body_version to congvu_app;

-- room: uses/card. One legal card: one person × body × position as registered. claims = JSON of what it says, without the portrait (by its SHA-256); version = of the register, that made it.
create table card (
  person_id uuid not null,
  card_id uuid not null,
  body_id uuid not null,
  number text not null,
  state text not null,
  version integer not null,
  claims text not null,
  portrait text not null,
  issued_on date not null,
  valid_until date not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  end_reason text,
  managing_body_id uuid,
  using_body_id uuid,
  employment text default 'main'::text not null,
  superseded_at timestamp with time zone,
  overlap_until timestamp with time zone,
  constraint card_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint card_employment_check CHECK ((employment ~ '^(main|(concurrent|secondment):[0-9a-f-]{36})$'::text)),
  constraint card_ends CHECK ((((state = ANY (ARRAY['HIEU_LUC'::text, 'CHUYEN_TIEP'::text])) = (ended_at IS NULL)) AND ((state = 'HIEU_LUC'::text) = (end_reason IS NULL)))),
  constraint card_managing_body_id_fkey FOREIGN KEY (managing_body_id) REFERENCES body(body_id),
  constraint card_number_fkey FOREIGN KEY (number) REFERENCES card_number(number),
  constraint card_overlap CHECK ((((superseded_at IS NULL) = (overlap_until IS NULL)) AND ((state <> 'CHUYEN_TIEP'::text) OR (overlap_until IS NOT NULL)) AND ((overlap_until IS NULL) OR ((overlap_until > superseded_at) AND (overlap_until <= (superseded_at + '72:00:00'::interval)))))),
  constraint card_pkey PRIMARY KEY (person_id, card_id),
  constraint card_portrait_check CHECK ((portrait ~ '^[0-9a-f]{64}$'::text)),
  constraint card_state_check CHECK ((state = ANY (ARRAY['HIEU_LUC'::text, 'CHUYEN_TIEP'::text, 'THU_HOI'::text, 'HET_HAN'::text]))),
  constraint card_using_body_id_fkey FOREIGN KEY (using_body_id) REFERENCES body(body_id)
);
CREATE INDEX card_bodies ON congvu.card USING btree (using_body_id, managing_body_id, md5((((((claims)::jsonb -> 'co_quan'::text))::text || (((claims)::jsonb -> 'co_quan_quan_ly'::text))::text) || ((claims)::jsonb ->> 'cap'::text)))) WHERE ((state = 'HIEU_LUC'::text) AND (using_body_id IS NOT NULL));
CREATE INDEX card_body ON congvu.card USING btree (body_id);
CREATE INDEX card_due ON congvu.card USING btree (valid_until) WHERE (state = 'HIEU_LUC'::text);
CREATE INDEX card_overlapping ON congvu.card USING btree (overlap_until) WHERE (state = 'CHUYEN_TIEP'::text);
CREATE UNIQUE INDEX card_living ON congvu.card USING btree (person_id, employment) WHERE (state = 'HIEU_LUC'::text);
alter table card enable row level security, force row level security;
create policy card_add on card as permissive for insert to congvu_app with check (((body_id = ANY (( SELECT session_registering_bodies() AS session_registering_bodies)::uuid[])) AND (state = 'HIEU_LUC'::text)));
create policy card_employers_add on card as restrictive for insert to congvu_app with check (((EXISTS ( SELECT 1
   FROM person p
  WHERE ((p.person_id = card.person_id) AND (p.body_id = card.body_id) AND (p.managing_body_id = card.managing_body_id) AND ((card.employment ~~ 'concurrent:%'::text) OR (p.using_body_id = card.using_body_id))))) AND ((employment = 'main'::text) OR (((employment = ('secondment:'::text || using_body_id)) OR (employment = ('concurrent:'::text || using_body_id))) AND employment_agreed(person_id, body_id, employment, COALESCE(((claims)::jsonb #>> '{chuc_vu,ma}'::text[]), ((claims)::jsonb #>> '{chuc_vu,ten}'::text[]))))) AND (EXISTS ( SELECT 1
   FROM body_code c
  WHERE ((c.body_id = card.using_body_id) AND (c.code = ((card.claims)::jsonb #>> '{co_quan,ma}'::text[]))))) AND (EXISTS ( SELECT 1
   FROM body_code c
  WHERE ((c.body_id = card.managing_body_id) AND (c.code = ((card.claims)::jsonb #>> '{co_quan_quan_ly,ma}'::text[])))))));
create policy card_end on card as permissive for update to congvu_app using (((body_id = ANY (( SELECT session_registering_bodies() AS session_registering_bodies)::uuid[])) AND (state = ANY (ARRAY['HIEU_LUC'::text, 'CHUYEN_TIEP'::text])))) with check ((state <> 'HIEU_LUC'::text));
create policy card_kept_apart on card as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy card_not_held_back on card as restrictive for insert to congvu_app with check ((NOT (EXISTS ( SELECT 1
   FROM (card_hold h
     JOIN records_of_humans(ARRAY[card.person_id]) r(standing, person_id) ON ((r.person_id = h.person_id)))
  WHERE (h.released_at IS NULL)))));
create policy card_of_kept_apart on card as restrictive for insert to congvu_app with check ((NOT is_kept_apart(person_id)));
create policy card_own on card as permissive for select to congvu_app using ((person_id = ( SELECT session_own_person() AS session_own_person)));
create policy card_owner on card as permissive for all to congvu_owner using (true) with check (true);
create policy card_see on card as permissive for select to congvu_app using (((EXISTS ( SELECT 1
   FROM person_reach r
  WHERE ((r.person_id = card.person_id) AND ((r.why <> 'former'::text) OR (r.body_id = card.body_id)) AND (r.tx_to = '9223372036854775807'::bigint) AND (r.valid_from <= ( SELECT today_in_vietnam() AS today_in_vietnam)) AND (r.valid_to > ( SELECT today_in_vietnam() AS today_in_vietnam)))
 OFFSET 0)) OR ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant insert on card to congvu_app;
grant select on card to congvu_app;
grant update (state, ended_at, end_reason) on card to congvu_app;

-- room: uses/card. Questions of doors to phones, by hashes, and for less than a minute the answer, encrypted to a key of the door's own browser. No people: what it says of one nobody here can read.
create table card_ask (
  ask_hash bytea not null,
  collect_hash bytea not null,
  state_hash bytea not null,
  asked text not null,
  made_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  answer text,
  refusal text,
  constraint card_ask_answer_check CHECK ((octet_length(answer) <= 131072)),
  constraint card_ask_ask_hash_check CHECK ((octet_length(ask_hash) = 32)),
  constraint card_ask_asked_check CHECK ((octet_length(asked) <= 4096)),
  constraint card_ask_check CHECK (((ends_at > made_at) AND (ends_at <= (made_at + '00:05:00'::interval)))),
  constraint card_ask_check1 CHECK (((answer IS NULL) OR (refusal IS NULL))),
  constraint card_ask_collect_hash_check CHECK ((octet_length(collect_hash) = 32)),
  constraint card_ask_pkey PRIMARY KEY (ask_hash),
  constraint card_ask_refusal_check CHECK ((refusal ~ '^[a-z_]{1,60}$'::text)),
  constraint card_ask_state_hash_check CHECK ((octet_length(state_hash) = 32))
);
CREATE INDEX card_ask_old ON congvu.card_ask USING btree (ends_at);
alter table card_ask enable row level security, force row level security;
create policy card_ask_owner on card_ask as permissive for all to congvu_owner using (true) with check (true);
create policy card_ask_system on card_ask as permissive for all to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies))) with check ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant delete on card_ask to congvu_app;
grant insert on card_ask to congvu_app;
grant select on card_ask to congvu_app;
grant update (ends_at, answer, refusal) on card_ask to congvu_app;

-- room: uses/card. A card as issued to one wallet: its place in a status list and the thumbprint of the holder key; the credential itself is not kept.
create table card_copy (
  person_id uuid not null,
  copy_id uuid not null,
  card_id uuid not null,
  body_id uuid not null,
  list integer not null,
  idx integer not null,
  holder_key text not null,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  notification_hash bytea not null,
  notified text,
  notified_at timestamp with time zone,
  grant_id uuid,
  constraint card_copy_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint card_copy_list_idx_fkey FOREIGN KEY (list, idx) REFERENCES status_slot(list, idx),
  constraint card_copy_notified_check CHECK ((notified = ANY (ARRAY['credential_accepted'::text, 'credential_failure'::text, 'credential_deleted'::text]))),
  constraint card_copy_person_id_card_id_fkey FOREIGN KEY (person_id, card_id) REFERENCES card(person_id, card_id),
  constraint card_copy_person_id_grant_id_fkey FOREIGN KEY (person_id, grant_id) REFERENCES card_wallet_grant(person_id, grant_id),
  constraint card_copy_pkey PRIMARY KEY (person_id, copy_id)
);
CREATE INDEX card_copy_card ON congvu.card_copy USING btree (person_id, card_id);
CREATE INDEX card_copy_grant ON congvu.card_copy USING btree (person_id, grant_id) WHERE (grant_id IS NOT NULL);
CREATE UNIQUE INDEX card_copy_place ON congvu.card_copy USING btree (list, idx);
alter table card_copy enable row level security, force row level security;
create policy card_copy_add on card_copy as permissive for insert to congvu_app with check ((( SELECT session_is_system() AS session_is_system) AND (body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[]))));
create policy card_copy_kept_apart on card_copy as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy card_copy_note on card_copy as permissive for update to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND (body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[]))));
create policy card_copy_own on card_copy as permissive for select to congvu_app using ((person_id = ( SELECT session_own_person() AS session_own_person)));
create policy card_copy_owner on card_copy as permissive for all to congvu_owner using (true) with check (true);
create policy card_copy_see on card_copy as permissive for select to congvu_app using (((EXISTS ( SELECT 1
   FROM person_reach r
  WHERE ((r.person_id = card_copy.person_id) AND ((r.why <> 'former'::text) OR (r.body_id = card_copy.body_id)) AND (r.tx_to = '9223372036854775807'::bigint) AND (r.valid_from <= ( SELECT today_in_vietnam() AS today_in_vietnam)) AND (r.valid_to > ( SELECT today_in_vietnam() AS today_in_vietnam)))
 OFFSET 0)) OR ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant insert on card_copy to congvu_app;
grant select on card_copy to congvu_app;
grant update (notified, notified_at) on card_copy to congvu_app;

-- room: uses/card. DPoP proofs that were seen (RFC 9449 §11.1). No people.
create table card_dpop_jti (
  jti_hash bytea not null,
  expires_at timestamp with time zone not null,
  constraint card_dpop_jti_pkey PRIMARY KEY (jti_hash)
);
CREATE INDEX card_dpop_jti_old ON congvu.card_dpop_jti USING btree (expires_at);
grant delete on card_dpop_jti to congvu_app;
grant insert on card_dpop_jti to congvu_app;
grant select on card_dpop_jti to congvu_app;

-- room: uses/card. Names under which this issuer gave cards before, each until its last card has run out; written by a command of who operates. No people.
create table card_former_site (
  issuer_id text not null,
  vct text not null,
  until timestamp with time zone not null,
  because text not null,
  written_at timestamp with time zone not null,
  constraint card_former_site_issuer_id_check CHECK ((issuer_id ~ '^https?://'::text)),
  constraint card_former_site_pkey PRIMARY KEY (issuer_id)
);
alter table card_former_site enable row level security, force row level security;
create policy card_former_site_owner on card_former_site as permissive for all to congvu_owner using (true) with check (true);
create policy card_former_site_see on card_former_site as permissive for select to congvu_app using (true);
grant select on card_former_site to congvu_app;

-- room: uses/card. A person is held back from having a card: ended for a reason of mistrust by one officer, released by another.
create table card_hold (
  person_id uuid not null,
  hold_id uuid not null,
  card_id uuid not null,
  body_id uuid not null,
  reason text not null,
  held_at timestamp with time zone not null,
  held_by uuid,
  released_at timestamp with time zone,
  released_by uuid,
  release_reason text,
  release_paper text,
  constraint card_hold_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint card_hold_check CHECK ((((released_at IS NULL) = (released_by IS NULL)) AND ((released_at IS NULL) = (release_reason IS NULL)) AND ((released_at IS NULL) = (release_paper IS NULL)))),
  constraint card_hold_check1 CHECK (((released_by IS DISTINCT FROM held_by) OR (released_by IS NULL))),
  constraint card_hold_held_by_fkey FOREIGN KEY (held_by) REFERENCES account(account_id),
  constraint card_hold_person_id_card_id_fkey FOREIGN KEY (person_id, card_id) REFERENCES card(person_id, card_id),
  constraint card_hold_pkey PRIMARY KEY (person_id, hold_id),
  constraint card_hold_release_paper_check CHECK (((length(release_paper) >= 1) AND (length(release_paper) <= 60))),
  constraint card_hold_released_by_fkey FOREIGN KEY (released_by) REFERENCES account(account_id)
);
CREATE INDEX card_hold_standing ON congvu.card_hold USING btree (held_at, hold_id) WHERE (released_at IS NULL);
CREATE UNIQUE INDEX card_hold_of_card ON congvu.card_hold USING btree (person_id, card_id);
alter table card_hold enable row level security, force row level security;
create policy card_hold_add on card_hold as permissive for insert to congvu_app with check (((released_at IS NULL) AND (NOT (held_by IS DISTINCT FROM ( SELECT session_person() AS session_person))) AND (body_id = ANY (( SELECT session_registering_bodies() AS session_registering_bodies)::uuid[])) AND (EXISTS ( SELECT 1
   FROM card c
  WHERE ((c.person_id = card_hold.person_id) AND (c.card_id = card_hold.card_id) AND (c.body_id = card_hold.body_id) AND (c.end_reason = card_hold.reason))))));
create policy card_hold_kept_apart on card_hold as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy card_hold_owner on card_hold as permissive for all to congvu_owner using (true) with check (true);
create policy card_hold_release on card_hold as permissive for update to congvu_app using (((released_at IS NULL) AND (NOT ( SELECT session_is_system() AS session_is_system)) AND (NOT is_session_human(held_by, NULL::bytea)) AND (NOT is_session_human_of(person_id)) AND (EXISTS ( SELECT 1
   FROM person p
  WHERE ((p.person_id = standing_person(card_hold.person_id)) AND (p.body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['card.release'::text]) AS session_bodies_that_may)::uuid[]))))))) with check ((released_by = ( SELECT session_person() AS session_person)));
create policy card_hold_see on card_hold as permissive for select to congvu_app using ((( SELECT session_of_all_bodies() AS session_of_all_bodies) OR (standing_person(person_id) = ( SELECT session_own_person() AS session_own_person)) OR (EXISTS ( SELECT 1
   FROM person p
  WHERE (p.person_id = standing_person(card_hold.person_id))))));
grant insert on card_hold to congvu_app;
grant select on card_hold to congvu_app;
grant update (released_at, released_by, release_reason, release_paper) on card_hold to congvu_app;

-- room: uses/card. Nonces of credential requests that were used. No people.
create table card_nonce (
  nonce_hash bytea not null,
  expires_at timestamp with time zone not null,
  constraint card_nonce_pkey PRIMARY KEY (nonce_hash)
);
CREATE INDEX card_nonce_old ON congvu.card_nonce USING btree (expires_at);
grant delete on card_nonce to congvu_app;
grant insert on card_nonce to congvu_app;
grant select on card_nonce to congvu_app;

-- room: uses/card. Every card number that was ever given; never given again. No people.
create table card_number (
  number text not null,
  tx bigint default record_tx() not null,
  constraint card_number_number_check CHECK ((number ~ '^[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z*~$=]$'::text)),
  constraint card_number_pkey PRIMARY KEY (number)
);
grant insert on card_number to congvu_app;
grant select on card_number to congvu_app;

-- room: uses/card. An offer of a card: hashes of the pre-authorized code and of the transaction code; used once, five tries, five minutes.
create table card_offer (
  person_id uuid not null,
  offer_id uuid not null,
  card_id uuid not null,
  body_id uuid not null,
  code_hash bytea not null,
  tx_code_hash bytea not null,
  tries integer default 0 not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint card_offer_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint card_offer_pkey PRIMARY KEY (person_id, offer_id),
  constraint card_offer_tries_check CHECK (((tries >= 0) AND (tries <= 5)))
);
CREATE UNIQUE INDEX card_offer_code ON congvu.card_offer USING btree (code_hash);
alter table card_offer enable row level security, force row level security;
create policy card_offer_app on card_offer as permissive for all to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND (body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])))) with check ((( SELECT session_is_system() AS session_is_system) AND (body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[]))));
create policy card_offer_owner on card_offer as permissive for all to congvu_owner using (true) with check (true);
grant insert on card_offer to congvu_app;
grant select on card_offer to congvu_app;
grant update (tries, expires_at, used_at) on card_offer to congvu_app;

-- room: uses/card. The clock of a revocation: decision signed, effective, entered, confirmed, bit set, list published. Null: not known, or no copy was out.
create table card_revocation (
  person_id uuid not null,
  card_id uuid not null,
  body_id uuid not null,
  reason text not null,
  signed_on date,
  effective_on date,
  entered_at timestamp with time zone,
  confirmed_at timestamp with time zone not null,
  bit_at timestamp with time zone,
  listed_at timestamp with time zone,
  due_at timestamp with time zone,
  constraint card_revocation_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint card_revocation_person_id_card_id_fkey FOREIGN KEY (person_id, card_id) REFERENCES card(person_id, card_id),
  constraint card_revocation_pkey PRIMARY KEY (person_id, card_id)
);
CREATE INDEX card_revocation_unlisted ON congvu.card_revocation USING btree (bit_at) WHERE ((bit_at IS NOT NULL) AND (listed_at IS NULL));
alter table card_revocation enable row level security, force row level security;
create policy card_revocation_add on card_revocation as permissive for insert to congvu_app with check ((body_id = ANY (( SELECT session_registering_bodies() AS session_registering_bodies)::uuid[])));
create policy card_revocation_kept_apart on card_revocation as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy card_revocation_list on card_revocation as permissive for update to congvu_app using (((listed_at IS NULL) AND ( SELECT session_is_system() AS session_is_system))) with check ((listed_at IS NOT NULL));
create policy card_revocation_owner on card_revocation as permissive for all to congvu_owner using (true) with check (true);
create policy card_revocation_see on card_revocation as permissive for select to congvu_app using (((EXISTS ( SELECT 1
   FROM person_reach r
  WHERE ((r.person_id = card_revocation.person_id) AND ((r.why <> 'former'::text) OR (r.body_id = card_revocation.body_id)) AND (r.tx_to = '9223372036854775807'::bigint) AND (r.valid_from <= ( SELECT today_in_vietnam() AS today_in_vietnam)) AND (r.valid_to > ( SELECT today_in_vietnam() AS today_in_vietnam)))
 OFFSET 0)) OR ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant insert on card_revocation to congvu_app;
grant select on card_revocation to congvu_app;
grant update (listed_at) on card_revocation to congvu_app;

-- room: uses/card. A wallet that may fetch copies for a person: hashes of its tokens, bound to the thumbprint of its DPoP key.
create table card_wallet_grant (
  person_id uuid not null,
  grant_id uuid not null,
  body_id uuid not null,
  dpop_key text not null,
  access_hash bytea not null,
  access_expires_at timestamp with time zone not null,
  refresh_hash bytea not null,
  refresh_expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  wallet_kind text default 'unknown'::text not null,
  last_used_at timestamp with time zone default now() not null,
  employment text default 'main'::text not null,
  constraint card_wallet_grant_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint card_wallet_grant_employment_check CHECK ((employment ~ '^(main|(concurrent|secondment):[0-9a-f-]{36})$'::text)),
  constraint card_wallet_grant_pkey PRIMARY KEY (person_id, grant_id),
  constraint card_wallet_grant_wallet_kind_check CHECK ((wallet_kind = ANY (ARRAY['android'::text, 'ios'::text, 'browser'::text, 'unknown'::text])))
);
CREATE UNIQUE INDEX card_wallet_grant_access ON congvu.card_wallet_grant USING btree (access_hash);
CREATE UNIQUE INDEX card_wallet_grant_refresh ON congvu.card_wallet_grant USING btree (refresh_hash);
alter table card_wallet_grant enable row level security, force row level security;
create policy card_wallet_grant_app on card_wallet_grant as permissive for all to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND (body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])))) with check ((( SELECT session_is_system() AS session_is_system) AND (body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[]))));
create policy card_wallet_grant_owner on card_wallet_grant as permissive for all to congvu_owner using (true) with check (true);
grant insert on card_wallet_grant to congvu_app;
grant select on card_wallet_grant to congvu_app;
grant update (access_hash, access_expires_at, ended_at, last_used_at) on card_wallet_grant to congvu_app;

-- room: authority/organisations. The envelope of a change of bodies: which decision, from which day.
create table change_event (
  event_id uuid not null,
  kind text not null,
  reason text,
  effective_on date not null,
  operational_on date,
  decision jsonb not null,
  state text not null,
  plan_hash text,
  hash_before text,
  hash_after text,
  counts jsonb,
  tx bigint default record_tx() not null,
  undone_by uuid,
  reverses uuid,
  parent_event uuid,
  constraint change_event_pkey PRIMARY KEY (event_id)
);
alter table change_event enable row level security, force row level security;
create policy change_event_add on change_event as permissive for insert to congvu_app with check ((( SELECT session_is_system() AS session_is_system) OR (event_id = ( SELECT session_change() AS session_change)) OR ((kind = 'lien_he'::text) AND (decision = '{}'::jsonb) AND (reverses IS NULL) AND (parent_event IS NULL) AND (counts IS NULL) AND (effective_on = today_in_vietnam()) AND (cardinality(( SELECT session_bodies_that_may(VARIADIC ARRAY['grants.change'::text]) AS session_bodies_that_may)) > 0))));
create policy change_event_owner on change_event as permissive for all to congvu_owner using (true) with check (true);
create policy change_event_see on change_event as permissive for select to congvu_app using (true);
grant insert (event_id, kind, reason, effective_on, decision, state, counts, reverses, parent_event) on change_event to congvu_app;
grant select on change_event to congvu_app;

-- room: authority/organisations. Who goes on as whom: tiep_tuc, sap_nhap, hop_nhat, tach_phan, chia, doi_cap_tren, chuyen_ve, chuyen_chuc_nang.
create table change_link (
  event_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  relation text not null,
  share text not null,
  rule jsonb,
  constraint change_link_event_id_fkey FOREIGN KEY (event_id) REFERENCES change_event(event_id),
  constraint change_link_from_id_fkey FOREIGN KEY (from_id) REFERENCES body(body_id),
  constraint change_link_pkey PRIMARY KEY (event_id, from_id, to_id),
  constraint change_link_to_id_fkey FOREIGN KEY (to_id) REFERENCES body(body_id)
);
alter table change_link enable row level security, force row level security;
create policy change_link_add on change_link as permissive for insert to congvu_app with check (( SELECT session_is_system() AS session_is_system));
create policy change_link_of_change on change_link as permissive for insert to congvu_app with check ((event_id = ( SELECT session_change() AS session_change)));
create policy change_link_owner on change_link as permissive for all to congvu_owner using (true) with check (true);
create policy change_link_see on change_link as permissive for select to congvu_app using (true);
grant insert on change_link to congvu_app;
grant select on change_link to congvu_app;

-- room: authority/organisations. Who was touched by an event of bodies, and the bodies of their row as they were before it: what its undo writes again. Ids alone.
create table change_scope (
  event_id uuid not null,
  person_id uuid not null,
  body_id uuid not null,
  managing_body_id uuid,
  using_body_id uuid,
  constraint change_scope_event_id_fkey FOREIGN KEY (event_id) REFERENCES change_event(event_id),
  constraint change_scope_pkey PRIMARY KEY (person_id, event_id)
);
CREATE INDEX change_scope_event ON congvu.change_scope USING btree (event_id);
alter table change_scope enable row level security, force row level security;
create policy change_scope_kept_apart on change_scope as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy change_scope_owner on change_scope as permissive for all to congvu_owner using (true) with check (true);
create policy change_scope_see on change_scope as permissive for select to congvu_app using ((EXISTS ( SELECT 1
   FROM person p
  WHERE (p.person_id = change_scope.person_id))));
grant select on change_scope to congvu_app;

-- room: base/database. Seconds by which a written time may differ from the database's clock. Changed by the owner alone.
create table clock_tolerance (
  only_row boolean default true not null,
  seconds integer not null,
  constraint clock_tolerance_only_row_check CHECK (only_row),
  constraint clock_tolerance_pkey PRIMARY KEY (only_row),
  constraint clock_tolerance_seconds_check CHECK ((seconds > 0))
);
grant select on clock_tolerance to congvu_app;

-- room: authority/code-lists. A list as its file had it, from when to when that was known. A changed file ends the row; nothing is rewritten.
create table code_list (
  list text not null,
  hash text not null,
  about json not null,
  entries text[] not null,
  tx_from bigint default record_tx() not null,
  tx_to bigint default '9223372036854775807'::bigint not null,
  constraint code_list_pkey PRIMARY KEY (list, tx_from)
);
alter table code_list enable row level security, force row level security;
create policy code_list_owner on code_list as permissive for all to congvu_owner using (true) with check (true);
create policy code_list_see on code_list as permissive for select to congvu_app using (true);
grant select on code_list to congvu_app;

-- room: authority/code-lists. One code with one meaning over one stretch of days, and from when to when that was known.
create table code_list_entry (
  list text not null,
  digest text not null,
  code text not null,
  name text not null,
  valid_from date,
  valid_to date,
  held_to date,
  source text,
  confidence text not null,
  entry json not null,
  addition_id uuid,
  tx_from bigint default record_tx() not null,
  tx_to bigint default '9223372036854775807'::bigint not null,
  constraint code_list_entry_addition FOREIGN KEY (addition_id) REFERENCES list_addition(addition_id),
  constraint code_list_entry_pkey PRIMARY KEY (list, digest, tx_from)
);
CREATE INDEX code_list_entry_added ON congvu.code_list_entry USING btree (tx_from) WHERE (addition_id IS NOT NULL);
CREATE UNIQUE INDEX code_list_entry_granted ON congvu.code_list_entry USING btree (addition_id) WHERE (addition_id IS NOT NULL);
alter table code_list_entry enable row level security, force row level security;
create policy code_list_entry_add on code_list_entry as permissive for insert to congvu_app with check (((tx_from = record_tx()) AND (tx_to = '9223372036854775807'::bigint) AND granted_here(addition_id) AND (EXISTS ( SELECT 1
   FROM list_addition a
  WHERE ((a.addition_id = code_list_entry.addition_id) AND (a.list = code_list_entry.list) AND (a.code = code_list_entry.code) AND (a.name = code_list_entry.name) AND (a.valid_from = code_list_entry.valid_from) AND (NOT (a.valid_to IS DISTINCT FROM code_list_entry.valid_to)) AND (NOT (a.valid_to IS DISTINCT FROM code_list_entry.held_to)) AND (a.code = (code_list_entry.entry ->> 'code'::text)) AND (a.name = (code_list_entry.entry ->> 'name'::text)) AND (to_jsonb(a.aliases) = ((code_list_entry.entry)::jsonb -> 'aliases'::text)) AND (NOT (a.days IS DISTINCT FROM ((code_list_entry.entry)::jsonb #> '{attributes,days}'::text[]))))))));
create policy code_list_entry_makes_way on code_list_entry as permissive for update to congvu_app using (((addition_id IS NOT NULL) AND (tx_to = '9223372036854775807'::bigint) AND makes_way_here(addition_id))) with check ((tx_to = record_tx()));
create policy code_list_entry_one_at_a_time on code_list_entry as restrictive for insert to congvu_app with check ((NOT (EXISTS ( SELECT 1
   FROM list_addition a
  WHERE ((a.addition_id = code_list_entry.addition_id) AND (a.changes IS NOT NULL) AND addition_stands(a.changes))))));
create policy code_list_entry_owner on code_list_entry as permissive for all to congvu_owner using (true) with check (true);
create policy code_list_entry_see on code_list_entry as permissive for select to congvu_app using (true);
grant insert (list, digest, code, name, valid_from, valid_to, held_to, source, confidence, entry, addition_id) on code_list_entry to congvu_app;
grant select on code_list_entry to congvu_app;
grant update (tx_to) on code_list_entry to congvu_app;

-- room: record/confirmation. A list of people who may be confirmed together, as it was shown to one officer: their ids in the order of the leaves, the root over what was shown of each.
create table confirmation_list (
  list_id uuid not null,
  submission_id uuid not null,
  body_id uuid not null,
  account_id uuid not null,
  made_at timestamp with time zone not null,
  root bytea not null,
  person_ids uuid[] not null,
  told jsonb not null,
  confirmed_at timestamp with time zone,
  constraint confirmation_list_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint confirmation_list_person_ids_check CHECK ((cardinality(person_ids) > 0)),
  constraint confirmation_list_pkey PRIMARY KEY (list_id),
  constraint confirmation_list_root_check CHECK ((length(root) = 32)),
  constraint confirmation_list_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(submission_id)
);
CREATE INDEX confirmation_list_latest ON congvu.confirmation_list USING btree (submission_id, account_id, made_at DESC);
alter table confirmation_list enable row level security, force row level security;
create policy confirmation_list_app on confirmation_list as permissive for all to congvu_app using (((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])) AND (account_id = ( SELECT session_person() AS session_person)))) with check (((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['item.confirm'::text]) AS session_bodies_that_may)::uuid[])) AND (account_id = ( SELECT session_person() AS session_person))));
create policy confirmation_list_owner on confirmation_list as permissive for all to congvu_owner using (true) with check (true);
grant insert on confirmation_list to congvu_app;
grant select on confirmation_list to congvu_app;
grant update (confirmed_at) on confirmation_list to congvu_app;

-- room: record/confirmation. People of a list whom its officer must open before they sign it, drawn by chance, and what they were shown when they did.
create table confirmation_sample (
  list_id uuid not null,
  person_id uuid not null,
  submission_id uuid not null,
  body_id uuid not null,
  account_id uuid not null,
  opened_at timestamp with time zone,
  opened_hash bytea,
  constraint confirmation_sample_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint confirmation_sample_check CHECK (((opened_at IS NULL) = (opened_hash IS NULL))),
  constraint confirmation_sample_list_id_fkey FOREIGN KEY (list_id) REFERENCES confirmation_list(list_id),
  constraint confirmation_sample_opened_hash_check CHECK ((length(opened_hash) = 32)),
  constraint confirmation_sample_pkey PRIMARY KEY (list_id, person_id),
  constraint confirmation_sample_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(submission_id)
);
CREATE INDEX confirmation_sample_of ON congvu.confirmation_sample USING btree (submission_id, person_id);
alter table confirmation_sample enable row level security, force row level security;
create policy confirmation_sample_add on confirmation_sample as permissive for insert to congvu_app with check (((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['item.confirm'::text]) AS session_bodies_that_may)::uuid[])) AND (account_id = ( SELECT session_person() AS session_person))));
create policy confirmation_sample_kept_apart on confirmation_sample as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy confirmation_sample_open on confirmation_sample as permissive for update to congvu_app using ((account_id = ( SELECT session_person() AS session_person))) with check ((account_id = ( SELECT session_person() AS session_person)));
create policy confirmation_sample_owner on confirmation_sample as permissive for all to congvu_owner using (true) with check (true);
create policy confirmation_sample_see on confirmation_sample as permissive for select to congvu_app using ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
grant insert on confirmation_sample to congvu_app;
grant select on confirmation_sample to congvu_app;
grant update (opened_at, opened_hash) on confirmation_sample to congvu_app;

-- room: record/consent. What a body asks of a person to be shown, for what and until when; what the person gave of it, and when they withdrew it.
create table consent (
  person_id uuid not null,
  consent_id uuid not null,
  body_id uuid not null,
  asked_by uuid not null,
  asked_by_name text not null,
  purpose text not null,
  reason_sealed bytea not null,
  groups text[] not null,
  fields text[] not null,
  until date not null,
  asked_at timestamp with time zone not null,
  answer_by date not null,
  state text default 'asked'::text not null,
  given_groups text[],
  given_fields text[],
  covers text[],
  answered_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint consent_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES account(account_id),
  constraint consent_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint consent_check CHECK (((cardinality(groups) + cardinality(fields)) > 0)),
  constraint consent_check1 CHECK (((state = ANY (ARRAY['given'::text, 'withdrawn'::text])) = (covers IS NOT NULL))),
  constraint consent_check2 CHECK ((((covers IS NULL) = (given_groups IS NULL)) AND ((covers IS NULL) = (given_fields IS NULL)))),
  constraint consent_check3 CHECK (((given_groups <@ groups) AND (given_fields <@ fields) AND (given_groups <@ covers))),
  constraint consent_check4 CHECK (((state = ANY (ARRAY['given'::text, 'refused'::text, 'withdrawn'::text])) = (answered_at IS NOT NULL))),
  constraint consent_check5 CHECK (((state = ANY (ARRAY['withdrawn'::text, 'taken-back'::text])) = (ended_at IS NOT NULL))),
  constraint consent_covers_check CHECK (((covers IS NULL) OR (cardinality(covers) > 0))),
  constraint consent_pkey PRIMARY KEY (person_id, consent_id),
  constraint consent_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'given'::text, 'refused'::text, 'withdrawn'::text, 'taken-back'::text])))
);
CREATE INDEX consent_by_id ON congvu.consent USING btree (consent_id);
CREATE INDEX consent_of_body ON congvu.consent USING btree (body_id, asked_at DESC, consent_id);
alter table consent enable row level security, force row level security;
create policy consent_answer on consent as permissive for update to congvu_app using (((state = ANY (ARRAY['asked'::text, 'given'::text])) AND (person_id = ANY (( SELECT session_own_people() AS session_own_people)::uuid[])))) with check (((state = ANY (ARRAY['given'::text, 'refused'::text, 'withdrawn'::text])) AND (person_id = ANY (( SELECT session_own_people() AS session_own_people)::uuid[]))));
create policy consent_ask on consent as permissive for insert to congvu_app with check (((state = 'asked'::text) AND (asked_by = ( SELECT session_person() AS session_person)) AND (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['consent.use'::text]) AS session_bodies_that_may)::uuid[])) AND (until > (( SELECT today_in_vietnam() AS today_in_vietnam) - 1)) AND (EXISTS ( SELECT 1
   FROM consent_code c
  WHERE ((c.person_id = consent.person_id) AND (c.taken_by = ( SELECT session_person() AS session_person)) AND (c.taken_tx = ( SELECT record_tx() AS record_tx)))))));
create policy consent_given_by_its_person on consent as restrictive for update to congvu_app using (true) with check (((state = 'taken-back'::text) OR (person_id = ANY (( SELECT session_own_people() AS session_own_people)::uuid[]))));
create policy consent_keep on consent as permissive for select to congvu_app using (( SELECT session_keeps_log() AS session_keeps_log));
create policy consent_kept_apart on consent as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy consent_own on consent as permissive for select to congvu_app using ((person_id = ANY (( SELECT session_own_people() AS session_own_people)::uuid[])));
create policy consent_owner on consent as permissive for all to congvu_owner using (true) with check (true);
create policy consent_see on consent as permissive for select to congvu_app using ((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['consent.use'::text]) AS session_bodies_that_may)::uuid[])));
create policy consent_take_back on consent as permissive for update to congvu_app using (((state = 'asked'::text) AND (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['consent.use'::text]) AS session_bodies_that_may)::uuid[])))) with check ((state = 'taken-back'::text));
grant insert (person_id, consent_id, body_id, asked_by, asked_by_name, purpose, reason_sealed, groups, fields, until, asked_at, answer_by) on consent to congvu_app;
grant select on consent to congvu_app;
grant update (state, given_groups, given_fields, covers, answered_at, ended_at) on consent to congvu_app;

-- room: record/consent. The code by which a person lets somebody ask for consent: one at a time, short-lived, taken once; only its keyed hash.
create table consent_code (
  person_id uuid not null,
  code_hash text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  taken_by uuid,
  taken_tx bigint,
  constraint consent_code_check CHECK (((expires_at > made_at) AND (expires_at <= (made_at + '01:00:00'::interval)))),
  constraint consent_code_check1 CHECK (((taken_by IS NULL) = (taken_tx IS NULL))),
  constraint consent_code_pkey PRIMARY KEY (person_id),
  constraint consent_code_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES account(account_id)
);
CREATE INDEX consent_code_by_hash ON congvu.consent_code USING btree (code_hash);
alter table consent_code enable row level security, force row level security;
create policy consent_code_kept_apart on consent_code as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy consent_code_own on consent_code as permissive for all to congvu_app using ((person_id = ( SELECT session_own_person() AS session_own_person))) with check (((person_id = ( SELECT session_own_person() AS session_own_person)) AND (taken_by IS NULL)));
create policy consent_code_owner on consent_code as permissive for all to congvu_owner using (true) with check (true);
create policy consent_code_taken on consent_code as permissive for select to congvu_app using (((taken_by = ( SELECT session_person() AS session_person)) AND (taken_tx = ( SELECT record_tx() AS record_tx))));
grant delete on consent_code to congvu_app;
grant insert (person_id, code_hash, made_at, expires_at) on consent_code to congvu_app;
grant select on consent_code to congvu_app;
grant update (code_hash, made_at, expires_at, taken_by, taken_tx) on consent_code to congvu_app;

-- room: record/consent. A look into a record by a consent: the row of the log that it left. Without one of this transaction no value is read.
create table consent_look (
  person_id uuid not null,
  consent_id uuid not null,
  event_id uuid not null,
  by_account uuid not null,
  by_name text not null,
  at timestamp with time zone not null,
  tx bigint default record_tx() not null,
  constraint consent_look_by_account_fkey FOREIGN KEY (by_account) REFERENCES account(account_id),
  constraint consent_look_person_id_consent_id_fkey FOREIGN KEY (person_id, consent_id) REFERENCES consent(person_id, consent_id),
  constraint consent_look_pkey PRIMARY KEY (person_id, consent_id, event_id)
);
CREATE INDEX consent_look_event ON congvu.consent_look USING btree (event_id);
alter table consent_look enable row level security, force row level security;
create policy consent_look_add on consent_look as permissive for insert to congvu_app with check (((by_account = ( SELECT session_person() AS session_person)) AND (EXISTS ( SELECT 1
   FROM consent c
  WHERE ((c.person_id = consent_look.person_id) AND (c.consent_id = consent_look.consent_id) AND (c.state = 'given'::text) AND (c.until >= ( SELECT today_in_vietnam() AS today_in_vietnam)) AND (c.body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['consent.use'::text]) AS session_bodies_that_may)::uuid[]))))) AND (EXISTS ( SELECT 1
   FROM audit_event e
  WHERE ((e.event_id = consent_look.event_id) AND (e.act = 'consent.looked'::text) AND (e.actor_id = ( SELECT session_person() AS session_person)) AND (e.object_id = standing_person(consent_look.person_id)) AND (e.tx = ( SELECT record_tx() AS record_tx)))))));
create policy consent_look_keep on consent_look as permissive for select to congvu_app using (( SELECT session_keeps_log() AS session_keeps_log));
create policy consent_look_kept_apart on consent_look as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy consent_look_owner on consent_look as permissive for all to congvu_owner using (true) with check (true);
create policy consent_look_see on consent_look as permissive for select to congvu_app using ((EXISTS ( SELECT 1
   FROM consent c
  WHERE ((c.person_id = consent_look.person_id) AND (c.consent_id = consent_look.consent_id)))));
grant insert (person_id, consent_id, event_id, by_account, by_name, at) on consent_look to congvu_app;
grant select on consent_look to congvu_app;

-- room: record/conversion. A record converted to paper by the body that manages it, or made into an e-CV; append-only.
create table conversion (
  person_id uuid not null,
  conversion_number text not null,
  body_id uuid not null,
  form text not null,
  at timestamp with time zone not null,
  by_account uuid not null,
  valid_on date not null,
  known_at bigint not null,
  revision integer not null,
  left_out integer not null,
  blinding bytea not null,
  content text not null,
  jws text not null,
  document_jws text,
  constraint conversion_blinding_check CHECK ((length(blinding) = 32)),
  constraint conversion_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint conversion_by_account_fkey FOREIGN KEY (by_account) REFERENCES account(account_id),
  constraint conversion_content_check CHECK ((length(content) < 4000)),
  constraint conversion_conversion_number_check CHECK ((conversion_number ~ '^(BG|SY)-[0-9A-Z]{5}-[0-9A-Z]{5}$'::text)),
  constraint conversion_document_jws_check CHECK ((length(document_jws) < 1000)),
  constraint conversion_form_check CHECK (((length(form) >= 1) AND (length(form) <= 40))),
  constraint conversion_jws_check CHECK ((length(jws) < 8000)),
  constraint conversion_left_out_check CHECK ((left_out >= 0)),
  constraint conversion_pkey PRIMARY KEY (person_id, conversion_number)
);
CREATE INDEX conversion_by_number ON congvu.conversion USING btree (conversion_number);
alter table conversion enable row level security, force row level security;
create policy conversion_add on conversion as permissive for insert to congvu_app with check (((by_account = ( SELECT session_person() AS session_person)) AND (NOT is_session_human_of(person_id)) AND (EXISTS ( SELECT 1
   FROM person p
  WHERE ((p.person_id = conversion.person_id) AND (p.body_id = conversion.body_id)))) AND (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['record.convert'::text]) AS session_bodies_that_may)::uuid[]))));
create policy conversion_add_own on conversion as permissive for insert to congvu_app with check (((form = 'e-cv'::text) AND (by_account = ( SELECT session_person() AS session_person)) AND (person_id = ( SELECT session_own_person() AS session_own_person)) AND (EXISTS ( SELECT 1
   FROM person p
  WHERE ((p.person_id = conversion.person_id) AND (p.body_id = conversion.body_id))))));
create policy conversion_kept_apart on conversion as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy conversion_owner on conversion as permissive for all to congvu_owner using (true) with check (true);
create policy conversion_see on conversion as permissive for select to congvu_app using (((standing_person(person_id) = ( SELECT session_own_person() AS session_own_person)) OR (EXISTS ( SELECT 1
   FROM person p
  WHERE (p.person_id = standing_person(conversion.person_id))))));
grant insert on conversion to congvu_app;
grant select on conversion to congvu_app;

-- room: record/data-requests. What a person asks of the body about the own data, by which right, and the answer with its reason; words sealed under the salt of the person.
create table data_request (
  person_id uuid not null,
  request_id uuid not null,
  by_account uuid not null,
  kind text not null,
  content_sealed bytea not null,
  made_at timestamp with time zone not null,
  outcome text,
  answer_sealed bytea,
  settled_by uuid,
  settled_by_name text,
  settled_at timestamp with time zone,
  constraint data_request_by_account_fkey FOREIGN KEY (by_account) REFERENCES account(account_id),
  constraint data_request_check CHECK ((((outcome IS NULL) = (answer_sealed IS NULL)) AND ((outcome IS NULL) = (settled_by IS NULL)) AND ((outcome IS NULL) = (settled_at IS NULL)))),
  constraint data_request_check1 CHECK (((settled_by IS NULL) = (settled_by_name IS NULL))),
  constraint data_request_kind_check CHECK ((kind = ANY (ARRAY['restrict'::text, 'object'::text, 'withdraw'::text, 'erase'::text]))),
  constraint data_request_outcome_check CHECK ((outcome = ANY (ARRAY['granted'::text, 'refused'::text]))),
  constraint data_request_pkey PRIMARY KEY (person_id, request_id),
  constraint data_request_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES account(account_id)
);
CREATE INDEX data_request_by_id ON congvu.data_request USING btree (request_id);
CREATE INDEX data_request_made ON congvu.data_request USING btree (made_at, request_id) WHERE (outcome IS NULL);
CREATE UNIQUE INDEX data_request_one_open ON congvu.data_request USING btree (person_id, kind) WHERE (outcome IS NULL);
alter table data_request enable row level security, force row level security;
create policy data_request_add on data_request as permissive for insert to congvu_app with check (((by_account = ( SELECT session_person() AS session_person)) AND (person_id = ( SELECT session_own_person() AS session_own_person)) AND (outcome IS NULL)));
create policy data_request_answer on data_request as permissive for update to congvu_app using (((outcome IS NULL) AND (NOT is_session_human(by_account, NULL::bytea)) AND (EXISTS ( SELECT 1
   FROM person p
  WHERE ((p.person_id = standing_person(data_request.person_id)) AND (p.body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['mismatch.work'::text]) AS session_bodies_that_may)::uuid[]))))))) with check (((outcome IS NOT NULL) AND (settled_by = ( SELECT session_person() AS session_person))));
create policy data_request_kept_apart on data_request as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy data_request_own on data_request as permissive for select to congvu_app using ((person_id = ANY (( SELECT session_own_people() AS session_own_people)::uuid[])));
create policy data_request_owner on data_request as permissive for all to congvu_owner using (true) with check (true);
create policy data_request_see on data_request as permissive for select to congvu_app using (((EXISTS ( SELECT 1
   FROM person p
  WHERE ((p.person_id = standing_person(data_request.person_id)) AND (p.body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['mismatch.work'::text]) AS session_bodies_that_may)::uuid[]))))) AND (NOT is_session_human(by_account, NULL::bytea))));
create policy data_request_system on data_request as permissive for select to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant insert (person_id, request_id, by_account, kind, content_sealed, made_at) on data_request to congvu_app;
grant select on data_request to congvu_app;
grant update (outcome, answer_sealed, settled_by, settled_by_name, settled_at) on data_request to congvu_app;

-- room: record/declarations. What a person declares of the own record and attests as true: a draft until it is sent, then sealed as it was sent, and the submission that brought it in.
create table declaration (
  person_id uuid not null,
  declaration_id uuid not null,
  body_id uuid not null,
  by_account uuid not null,
  kind text not null,
  opened_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  sent_tx bigint,
  as_of_version integer,
  truth text,
  right_groups text[] default '{}'::text[] not null,
  changed_groups text[] default '{}'::text[] not null,
  content_sealed bytea,
  submission_id uuid,
  round integer,
  withdrawn_at timestamp with time zone,
  let_go_at timestamp with time zone,
  origin text default 'portal'::text not null,
  constraint declaration_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint declaration_by_account_fkey FOREIGN KEY (by_account) REFERENCES account(account_id),
  constraint declaration_check CHECK ((((sent_at IS NULL) = (content_sealed IS NULL)) AND ((sent_at IS NULL) = (truth IS NULL)) AND ((sent_at IS NULL) = (sent_tx IS NULL)))),
  constraint declaration_check1 CHECK (((sent_at IS NULL) = (as_of_version IS NULL))),
  constraint declaration_check2 CHECK ((((submission_id IS NULL) = (round IS NULL)) AND ((submission_id IS NULL) OR (sent_at IS NOT NULL)))),
  constraint declaration_from_elsewhere CHECK (((origin = 'portal'::text) OR (sent_at IS NOT NULL))),
  constraint declaration_kind_check CHECK ((kind = ANY (ARRAY['first'::text, 'update'::text]))),
  constraint declaration_origin_check CHECK ((origin = ANY (ARRAY['portal'::text, 'vneid'::text]))),
  constraint declaration_pkey PRIMARY KEY (person_id, declaration_id),
  constraint declaration_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(submission_id),
  constraint declaration_withdrawn CHECK ((((withdrawn_at IS NULL) OR (sent_at IS NOT NULL)) AND ((let_go_at IS NULL) OR (withdrawn_at IS NOT NULL))))
);
CREATE INDEX declaration_submission ON congvu.declaration USING btree (submission_id) WHERE (submission_id IS NOT NULL);
CREATE INDEX declaration_to_bring ON congvu.declaration USING btree (sent_at) WHERE ((sent_at IS NOT NULL) AND (submission_id IS NULL));
CREATE INDEX declaration_to_let_go ON congvu.declaration USING btree (declaration_id) WHERE ((withdrawn_at IS NOT NULL) AND (let_go_at IS NULL));
CREATE UNIQUE INDEX declaration_one_draft ON congvu.declaration USING btree (person_id) WHERE (sent_at IS NULL);
alter table declaration enable row level security, force row level security;
create policy declaration_bring on declaration as permissive for update to congvu_app using (((sent_at IS NOT NULL) AND (submission_id IS NULL) AND ( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies))) with check ((submission_id IS NOT NULL));
create policy declaration_from_vneid on declaration as permissive for insert to congvu_app with check (((origin = 'vneid'::text) AND (kind = 'update'::text) AND (sent_tx = ( SELECT record_tx() AS record_tx)) AND (submission_id IS NULL) AND (withdrawn_at IS NULL) AND ( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies) AND (body_id = ( SELECT p.body_id
   FROM person p
  WHERE (p.person_id = declaration.person_id)))));
create policy declaration_kept_apart on declaration as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy declaration_let_go on declaration as permissive for update to congvu_app using (((withdrawn_at IS NOT NULL) AND (let_go_at IS NULL) AND ( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies))) with check ((let_go_at IS NOT NULL));
create policy declaration_open on declaration as permissive for insert to congvu_app with check (((person_id = ( SELECT session_own_person() AS session_own_person)) AND (by_account = ( SELECT session_person() AS session_person)) AND (sent_at IS NULL) AND (submission_id IS NULL) AND (body_id = ( SELECT p.body_id
   FROM person p
  WHERE (p.person_id = declaration.person_id)))));
create policy declaration_own on declaration as permissive for select to congvu_app using ((person_id = ANY (( SELECT session_own_people() AS session_own_people)::uuid[])));
create policy declaration_owner on declaration as permissive for all to congvu_owner using (true) with check (true);
create policy declaration_send on declaration as permissive for update to congvu_app using (((person_id = ( SELECT session_own_person() AS session_own_person)) AND (sent_at IS NULL))) with check (((person_id = ( SELECT session_own_person() AS session_own_person)) AND (submission_id IS NULL) AND ((sent_tx IS NULL) OR (sent_tx = ( SELECT record_tx() AS record_tx)))));
create policy declaration_system on declaration as permissive for select to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant insert (person_id, declaration_id, body_id, by_account, kind, opened_at, sent_at, sent_tx, as_of_version, truth, changed_groups, content_sealed, origin) on declaration to congvu_app;
grant select on declaration to congvu_app;
grant update (sent_at, sent_tx, as_of_version, truth, right_groups, changed_groups, content_sealed, submission_id, round, let_go_at) on declaration to congvu_app;

-- room: record/declarations. A body asks people in service to declare their record in full: ground, last day, how many; who they are stands in their terms (legal_clock.call_id).
create table declaration_call (
  call_id uuid not null,
  body_id uuid not null,
  body_name text not null,
  below boolean not null,
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamp with time zone not null,
  asked_tx bigint default record_tx() not null,
  ground text not null,
  last_day date not null,
  again_reason text,
  people integer not null,
  running integer not null,
  declared integer not null,
  constraint declaration_call_again_reason_check CHECK (((length(again_reason) >= 10) AND (length(again_reason) <= 300))),
  constraint declaration_call_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES account(account_id),
  constraint declaration_call_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint declaration_call_body_name_check CHECK (((length(body_name) >= 1) AND (length(body_name) <= 300))),
  constraint declaration_call_declared_check CHECK ((declared >= 0)),
  constraint declaration_call_ground_check CHECK (((length(ground) >= 10) AND (length(ground) <= 300))),
  constraint declaration_call_people_check CHECK ((people > 0)),
  constraint declaration_call_pkey PRIMARY KEY (call_id),
  constraint declaration_call_running_check CHECK ((running >= 0))
);
CREATE INDEX declaration_call_asked ON congvu.declaration_call USING btree (body_id, asked_at DESC);
alter table declaration_call enable row level security, force row level security;
create policy declaration_call_add on declaration_call as permissive for insert to congvu_app with check (((asked_by = ( SELECT session_person() AS session_person)) AND (asked_tx = ( SELECT record_tx() AS record_tx)) AND (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['declaration.call'::text]) AS session_bodies_that_may)::uuid[]))));
create policy declaration_call_own on declaration_call as permissive for select to congvu_app using ((EXISTS ( SELECT 1
   FROM legal_clock c
  WHERE ((c.call_id = declaration_call.call_id) AND (c.person_id = ( SELECT session_own_person() AS session_own_person))))));
create policy declaration_call_owner on declaration_call as permissive for all to congvu_owner using (true) with check (true);
create policy declaration_call_see on declaration_call as permissive for select to congvu_app using ((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['declaration.call'::text]) AS session_bodies_that_may)::uuid[])));
grant insert (call_id, body_id, body_name, below, asked_by, asked_by_name, asked_at, ground, last_day, again_reason, people, running, declared) on declaration_call to congvu_app;
grant select on declaration_call to congvu_app;

-- room: record/declarations. A paper (PDF) that a person sends along with a declaration, under the group that it shows; sealed until it is brought into the intake as a document.
create table declaration_evidence (
  person_id uuid not null,
  evidence_id uuid not null,
  declaration_id uuid not null,
  group_code text not null,
  sha256 text not null,
  size_bytes integer not null,
  pages integer not null,
  from_photo boolean not null,
  scan text not null,
  added_at timestamp with time zone not null,
  named_sealed bytea not null,
  content_sealed bytea not null,
  submission_id uuid,
  round integer,
  constraint declaration_evidence_check CHECK (((submission_id IS NULL) = (round IS NULL))),
  constraint declaration_evidence_pages_check CHECK ((pages > 0)),
  constraint declaration_evidence_person_id_declaration_id_fkey FOREIGN KEY (person_id, declaration_id) REFERENCES declaration(person_id, declaration_id) ON DELETE CASCADE,
  constraint declaration_evidence_pkey PRIMARY KEY (person_id, evidence_id),
  constraint declaration_evidence_scan_check CHECK ((scan = ANY (ARRAY['clean'::text, 'not-scanned'::text]))),
  constraint declaration_evidence_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint declaration_evidence_size_bytes_check CHECK ((size_bytes > 0)),
  constraint declaration_evidence_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(submission_id)
);
CREATE INDEX declaration_evidence_of ON congvu.declaration_evidence USING btree (person_id, declaration_id);
CREATE INDEX declaration_evidence_submission ON congvu.declaration_evidence USING btree (submission_id) WHERE (submission_id IS NOT NULL);
CREATE INDEX declaration_evidence_to_bring ON congvu.declaration_evidence USING btree (declaration_id) WHERE (submission_id IS NULL);
alter table declaration_evidence enable row level security, force row level security;
create policy declaration_evidence_add on declaration_evidence as permissive for insert to congvu_app with check (((submission_id IS NULL) AND (EXISTS ( SELECT 1
   FROM declaration d
  WHERE ((d.person_id = declaration_evidence.person_id) AND (d.declaration_id = declaration_evidence.declaration_id) AND (d.sent_at IS NULL) AND (d.person_id = ( SELECT session_own_person() AS session_own_person)))))));
create policy declaration_evidence_bring on declaration_evidence as permissive for update to congvu_app using (((submission_id IS NULL) AND ( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies))) with check ((submission_id IS NOT NULL));
create policy declaration_evidence_kept_apart on declaration_evidence as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy declaration_evidence_own on declaration_evidence as permissive for select to congvu_app using ((person_id = ANY (( SELECT session_own_people() AS session_own_people)::uuid[])));
create policy declaration_evidence_owner on declaration_evidence as permissive for all to congvu_owner using (true) with check (true);
create policy declaration_evidence_system on declaration_evidence as permissive for select to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
create policy declaration_evidence_take_away on declaration_evidence as permissive for delete to congvu_app using ((EXISTS ( SELECT 1
   FROM declaration d
  WHERE ((d.person_id = declaration_evidence.person_id) AND (d.declaration_id = declaration_evidence.declaration_id) AND (d.sent_at IS NULL) AND (d.person_id = ( SELECT session_own_person() AS session_own_person))))));
grant delete on declaration_evidence to congvu_app;
grant insert (person_id, evidence_id, declaration_id, group_code, sha256, size_bytes, pages, from_photo, scan, added_at, named_sealed, content_sealed) on declaration_evidence to congvu_app;
grant select on declaration_evidence to congvu_app;
grant update (content_sealed, submission_id, round) on declaration_evidence to congvu_app;

-- room: record/declarations. One group of a draft: seen and right, or what was filled in, sealed under the salt of the person.
create table declaration_group (
  person_id uuid not null,
  declaration_id uuid not null,
  group_code text not null,
  mark text not null,
  cells_sealed bytea not null,
  saved_at timestamp with time zone not null,
  constraint declaration_group_mark_check CHECK ((mark = ANY (ARRAY['right'::text, 'changed'::text]))),
  constraint declaration_group_person_id_declaration_id_fkey FOREIGN KEY (person_id, declaration_id) REFERENCES declaration(person_id, declaration_id),
  constraint declaration_group_pkey PRIMARY KEY (person_id, declaration_id, group_code)
);
alter table declaration_group enable row level security, force row level security;
create policy declaration_group_change on declaration_group as permissive for update to congvu_app using ((EXISTS ( SELECT 1
   FROM declaration d
  WHERE ((d.person_id = declaration_group.person_id) AND (d.declaration_id = declaration_group.declaration_id) AND (d.sent_at IS NULL) AND (d.person_id = ( SELECT session_own_person() AS session_own_person))))));
create policy declaration_group_from_vneid on declaration_group as permissive for insert to congvu_app with check (((EXISTS ( SELECT 1
   FROM declaration d
  WHERE ((d.person_id = declaration_group.person_id) AND (d.declaration_id = declaration_group.declaration_id) AND (d.origin = 'vneid'::text) AND (d.sent_tx = ( SELECT record_tx() AS record_tx))))) AND ( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
create policy declaration_group_kept_apart on declaration_group as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy declaration_group_own on declaration_group as permissive for select to congvu_app using ((person_id = ANY (( SELECT session_own_people() AS session_own_people)::uuid[])));
create policy declaration_group_owner on declaration_group as permissive for all to congvu_owner using (true) with check (true);
create policy declaration_group_write on declaration_group as permissive for insert to congvu_app with check ((EXISTS ( SELECT 1
   FROM declaration d
  WHERE ((d.person_id = declaration_group.person_id) AND (d.declaration_id = declaration_group.declaration_id) AND (d.sent_at IS NULL) AND (d.person_id = ( SELECT session_own_person() AS session_own_person))))));
grant insert (person_id, declaration_id, group_code, mark, cells_sealed, saved_at) on declaration_group to congvu_app;
grant select on declaration_group to congvu_app;
grant update (mark, cells_sealed, saved_at) on declaration_group to congvu_app;

-- room: record/declarations. What a person and who confirms for the body write to each other about one declaration; words sealed under the salt of the person.
create table declaration_message (
  person_id uuid not null,
  message_id uuid not null,
  declaration_id uuid not null,
  by_person boolean not null,
  by_account uuid not null,
  by_name text not null,
  at timestamp with time zone not null,
  text_sealed bytea not null,
  constraint declaration_message_by_account_fkey FOREIGN KEY (by_account) REFERENCES account(account_id),
  constraint declaration_message_person_id_declaration_id_fkey FOREIGN KEY (person_id, declaration_id) REFERENCES declaration(person_id, declaration_id),
  constraint declaration_message_pkey PRIMARY KEY (person_id, message_id)
);
CREATE INDEX declaration_message_at ON congvu.declaration_message USING btree (at);
CREATE INDEX declaration_message_of ON congvu.declaration_message USING btree (person_id, declaration_id, at);
alter table declaration_message enable row level security, force row level security;
create policy declaration_message_answer on declaration_message as permissive for insert to congvu_app with check (((NOT by_person) AND (by_account = ( SELECT session_person() AS session_person)) AND declaration_is_of_session(person_id, declaration_id, 'item.return'::text)));
create policy declaration_message_kept_apart on declaration_message as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy declaration_message_own on declaration_message as permissive for select to congvu_app using ((person_id = ANY (( SELECT session_own_people() AS session_own_people)::uuid[])));
create policy declaration_message_owner on declaration_message as permissive for all to congvu_owner using (true) with check (true);
create policy declaration_message_see on declaration_message as permissive for select to congvu_app using (declaration_is_of_session(person_id, declaration_id, 'item.read'::text));
create policy declaration_message_system on declaration_message as permissive for select to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
create policy declaration_message_write on declaration_message as permissive for insert to congvu_app with check ((by_person AND (by_account = ( SELECT session_person() AS session_person)) AND (person_id = ANY (( SELECT session_own_people() AS session_own_people)::uuid[])) AND (EXISTS ( SELECT 1
   FROM declaration d
  WHERE ((d.person_id = declaration_message.person_id) AND (d.declaration_id = declaration_message.declaration_id) AND (d.sent_at IS NOT NULL) AND (d.withdrawn_at IS NULL))))));
grant insert (person_id, message_id, declaration_id, by_person, by_account, by_name, at, text_sealed) on declaration_message to congvu_app;
grant select on declaration_message to congvu_app;

-- room: authority/code-lists. The names of the appendix of Decree 27/2026 as they were brought in, with where they were taken from. Append only; the newest is read.
create table decree_appendix (
  appendix_id uuid not null,
  tx bigint default record_tx() not null,
  brought_at timestamp with time zone not null,
  brought_by uuid not null,
  source text not null,
  names jsonb not null,
  constraint decree_appendix_brought_by_fkey FOREIGN KEY (brought_by) REFERENCES account(account_id),
  constraint decree_appendix_names_check CHECK ((jsonb_typeof(names) = 'array'::text)),
  constraint decree_appendix_pkey PRIMARY KEY (appendix_id),
  constraint decree_appendix_source_check CHECK (((length(source) >= 5) AND (length(source) <= 500)))
);
alter table decree_appendix enable row level security, force row level security;
create policy decree_appendix_bring on decree_appendix as permissive for insert to congvu_app with check ((( SELECT session_keeps_lists() AS session_keeps_lists) AND (brought_by = ( SELECT session_person() AS session_person)) AND (tx = record_tx())));
create policy decree_appendix_owner on decree_appendix as permissive for all to congvu_owner using (true) with check (true);
create policy decree_appendix_see on decree_appendix as permissive for select to congvu_app using (((( SELECT session_person() AS session_person) IS NOT NULL) OR ( SELECT session_is_system() AS session_is_system)));
grant insert (appendix_id, brought_at, brought_by, source, names) on decree_appendix to congvu_app;
grant select on decree_appendix to congvu_app;

-- room: record/erasure. That somebody is to be erased: on which ground and paper, asked and decided by whom, what was destroyed. The reason is sealed under the key of the person and goes with it.
create table erasure (
  person_id uuid not null,
  erasure_id uuid not null,
  body_id uuid not null,
  ground text not null,
  paper jsonb not null,
  reason_sealed bytea,
  asked_by uuid not null,
  asked_name text not null,
  asked_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  state text default 'asked'::text not null,
  decided_by uuid,
  decided_name text,
  decided_at timestamp with time zone,
  refusal text,
  done_at timestamp with time zone,
  counts jsonb,
  bytes text[] default '{}'::text[] not null,
  own_account uuid,
  constraint erasure_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES account(account_id),
  constraint erasure_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint erasure_check CHECK ((decided_by IS DISTINCT FROM asked_by)),
  constraint erasure_decided CHECK ((((state <> ALL (ARRAY['granted'::text, 'refused'::text])) OR (decided_by IS NOT NULL)) AND ((state <> ALL (ARRAY['asked'::text, 'withdrawn'::text])) OR (decided_by IS NULL)) AND ((decided_by IS NULL) = (decided_at IS NULL)))),
  constraint erasure_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(account_id),
  constraint erasure_done CHECK (((state = 'done'::text) = (done_at IS NOT NULL))),
  constraint erasure_ground_check CHECK ((ground ~ '^[A-Z_]{2,30}$'::text)),
  constraint erasure_paper_check CHECK ((jsonb_typeof(paper) = 'object'::text)),
  constraint erasure_pkey PRIMARY KEY (person_id, erasure_id),
  constraint erasure_refusal_check CHECK (((length(refusal) >= 1) AND (length(refusal) <= 500))),
  constraint erasure_refused CHECK (((state = 'refused'::text) = (refusal IS NOT NULL))),
  constraint erasure_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'granted'::text, 'done'::text, 'refused'::text, 'withdrawn'::text, 'lapsed'::text])))
);
CREATE INDEX erasure_due ON congvu.erasure USING btree (asked_at) WHERE (state = ANY (ARRAY['asked'::text, 'granted'::text]));
CREATE INDEX erasure_of_account ON congvu.erasure USING btree (own_account) WHERE (own_account IS NOT NULL);
CREATE INDEX erasure_of_body ON congvu.erasure USING btree (body_id, asked_at DESC);
CREATE UNIQUE INDEX erasure_open ON congvu.erasure USING btree (person_id) WHERE (state = ANY (ARRAY['asked'::text, 'granted'::text]));
alter table erasure enable row level security, force row level security;
create policy erasure_ask on erasure as permissive for insert to congvu_app with check (((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['erasure.ask'::text]) AS session_bodies_that_may)::uuid[])) AND (asked_by = ( SELECT session_person() AS session_person)) AND (state = 'asked'::text) AND (NOT is_session_human_of(person_id)) AND (EXISTS ( SELECT 1
   FROM person p
  WHERE ((p.person_id = erasure.person_id) AND (p.body_id = erasure.body_id))))));
create policy erasure_decide on erasure as permissive for update to congvu_app using (((state = 'asked'::text) AND (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['erasure.decide'::text]) AS session_bodies_that_may)::uuid[])) AND (NOT is_session_human(asked_by, NULL::bytea)) AND (NOT is_session_human_of(person_id)))) with check (((state = ANY (ARRAY['granted'::text, 'refused'::text])) AND (decided_by = ( SELECT session_person() AS session_person)) AND (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['erasure.decide'::text]) AS session_bodies_that_may)::uuid[])) AND (NOT is_session_human(asked_by, NULL::bytea)) AND (NOT is_session_human_of(person_id))));
create policy erasure_end on erasure as permissive for update to congvu_app using (( SELECT session_keeps_log() AS session_keeps_log)) with check ((( SELECT session_keeps_log() AS session_keeps_log) AND (state = ANY (ARRAY['granted'::text, 'done'::text, 'lapsed'::text]))));
create policy erasure_kept_apart on erasure as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy erasure_owner on erasure as permissive for all to congvu_owner using (true) with check (true);
create policy erasure_see on erasure as permissive for select to congvu_app using (((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['erasure.read'::text]) AS session_bodies_that_may)::uuid[])) OR (own_account = ( SELECT session_person() AS session_person)) OR ( SELECT session_keeps_log() AS session_keeps_log)));
create policy erasure_take_back on erasure as permissive for update to congvu_app using (((state = 'asked'::text) AND (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['erasure.ask'::text]) AS session_bodies_that_may)::uuid[])))) with check (((state = 'withdrawn'::text) AND (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['erasure.ask'::text]) AS session_bodies_that_may)::uuid[]))));
grant insert (person_id, erasure_id, body_id, ground, paper, reason_sealed, asked_by, asked_name, asked_at, ends_at) on erasure to congvu_app;
grant select on erasure to congvu_app;
grant update (state, decided_by, decided_name, decided_at, refusal, done_at, counts, bytes, own_account) on erasure to congvu_app;

-- room: authority/organisations. Posts granted to a body for a year.
create table establishment (
  body_id uuid not null,
  kind text not null,
  year integer not null,
  posts integer not null,
  decision jsonb,
  valid_from date not null,
  valid_to date default '9999-12-31'::date not null,
  tx_from bigint default record_tx() not null,
  tx_to bigint default '9223372036854775807'::bigint not null,
  by_event uuid not null,
  closed_by uuid,
  constraint establishment_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint establishment_pkey PRIMARY KEY (body_id, kind, year, valid_from, tx_from)
);
alter table establishment enable row level security, force row level security;
create policy establishment_add on establishment as permissive for insert to congvu_app with check ((( SELECT session_is_system() AS session_is_system) OR ((by_event = ( SELECT session_change() AS session_change)) AND (( SELECT session_changes_country() AS session_changes_country) OR ((body_id <> ALL (( SELECT national_bodies() AS national_bodies)::uuid[])) AND ((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['bodies.change'::text]) AS session_bodies_that_may)::uuid[])) OR body_born_by(body_id, by_event)))))));
create policy establishment_close on establishment as permissive for update to congvu_app using (((tx_to = '9223372036854775807'::bigint) AND (( SELECT session_is_system() AS session_is_system) OR ( SELECT session_changes_country() AS session_changes_country) OR ((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['bodies.change'::text]) AS session_bodies_that_may)::uuid[])) AND (body_id <> ALL (( SELECT national_bodies() AS national_bodies)::uuid[])))))) with check (((tx_to = record_tx()) AND (closed_by IS NOT NULL) AND (( SELECT session_is_system() AS session_is_system) OR (closed_by = ( SELECT session_change() AS session_change)))));
create policy establishment_owner on establishment as permissive for all to congvu_owner using (true) with check (true);
create policy establishment_see on establishment as permissive for select to congvu_app using (true);
grant insert (body_id, kind, year, posts, decision, valid_from, valid_to, by_event) on establishment to congvu_app;
grant select on establishment to congvu_app;
grant update (tx_to, closed_by) on establishment to congvu_app;

-- room: doors/exchange. A batch that was received, with its manifest as it was signed and its receipt as it is given for ever; its lines are the file of the submission.
create table exchange_batch (
  body_id uuid not null,
  epoch integer not null,
  lane text not null,
  first bigint not null,
  last bigint not null,
  sha256 text not null,
  manifest text not null,
  manifest_signature text not null,
  receipt text not null,
  receipt_signature text not null,
  received_at timestamp with time zone not null,
  submission_id uuid not null,
  judged_at timestamp with time zone,
  constraint exchange_batch_body_id_fkey FOREIGN KEY (body_id) REFERENCES exchange_source(body_id),
  constraint exchange_batch_check CHECK ((last >= first)),
  constraint exchange_batch_epoch_check CHECK ((epoch > 0)),
  constraint exchange_batch_first_check CHECK ((first > 0)),
  constraint exchange_batch_lane_check CHECK ((lane = ANY (ARRAY['daily'::text, 'correction'::text, 'load'::text]))),
  constraint exchange_batch_pkey PRIMARY KEY (body_id, epoch, lane, first),
  constraint exchange_batch_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX exchange_batch_of_submission ON congvu.exchange_batch USING btree (submission_id);
CREATE INDEX exchange_batch_unjudged ON congvu.exchange_batch USING btree (received_at) WHERE (judged_at IS NULL);
alter table exchange_batch enable row level security, force row level security;
create policy exchange_batch_owner on exchange_batch as permissive for all to congvu_owner using (true) with check (true);
create policy exchange_batch_see on exchange_batch as permissive for select to congvu_app using ((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['exchange.read'::text]) AS session_bodies_that_may)::uuid[])));
create policy exchange_batch_system on exchange_batch as permissive for all to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies))) with check ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant insert on exchange_batch to congvu_app;
grant select on exchange_batch to congvu_app;
grant update (judged_at) on exchange_batch to congvu_app;

-- room: doors/exchange. Digest of the facts of a bucket, kept until somebody of it changes; one that is not here is computed anew.
create table exchange_bucket (
  body_id uuid not null,
  bucket smallint not null,
  digest text not null,
  constraint exchange_bucket_body_id_fkey FOREIGN KEY (body_id) REFERENCES exchange_source(body_id),
  constraint exchange_bucket_bucket_check CHECK (((bucket >= 0) AND (bucket <= 1023))),
  constraint exchange_bucket_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint exchange_bucket_pkey PRIMARY KEY (body_id, bucket)
);
alter table exchange_bucket enable row level security, force row level security;
create policy exchange_bucket_owner on exchange_bucket as permissive for all to congvu_owner using (true) with check (true);
create policy exchange_bucket_system on exchange_bucket as permissive for all to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies))) with check ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant delete on exchange_bucket to congvu_app;
grant insert on exchange_bucket to congvu_app;
grant select on exchange_bucket to congvu_app;
grant update on exchange_bucket to congvu_app;

-- room: doors/exchange. By what a source is recognised when it calls, and from where it may: certificates by fingerprint with their term, members of X-Road, clients of a platform. One that ended is no one else's afterwards.
create table exchange_caller (
  carrier text not null,
  name text not null,
  body_id uuid not null,
  networks text[] default '{}'::text[] not null,
  certificate text,
  valid_from timestamp with time zone,
  valid_to timestamp with time zone,
  enrolled_by uuid not null,
  enrolled_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint exchange_caller_body_id_fkey FOREIGN KEY (body_id) REFERENCES exchange_source(body_id),
  constraint exchange_caller_carrier_check CHECK ((carrier = ANY (ARRAY['mtls'::text, 'x-road'::text, 'lgsp'::text]))),
  constraint exchange_caller_check CHECK (((carrier = 'mtls'::text) = (certificate IS NOT NULL))),
  constraint exchange_caller_check1 CHECK ((((certificate IS NULL) = (valid_from IS NULL)) AND ((certificate IS NULL) = (valid_to IS NULL)))),
  constraint exchange_caller_check2 CHECK (((carrier <> 'mtls'::text) OR (name ~ '^[0-9a-f]{64}$'::text))),
  constraint exchange_caller_check3 CHECK (((ended_by IS NULL) = (ended_at IS NULL))),
  constraint exchange_caller_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES account(account_id),
  constraint exchange_caller_enrolled_by_fkey FOREIGN KEY (enrolled_by) REFERENCES account(account_id),
  constraint exchange_caller_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint exchange_caller_pkey PRIMARY KEY (carrier, name)
);
CREATE INDEX exchange_caller_of_body ON congvu.exchange_caller USING btree (body_id);
alter table exchange_caller enable row level security, force row level security;
create policy exchange_caller_changed on exchange_caller as permissive for update to congvu_app using (exchange_granted(body_id, VARIADIC ARRAY['end-caller'::text, 'end'::text])) with check (exchange_granted(body_id, VARIADIC ARRAY['end-caller'::text, 'end'::text]));
create policy exchange_caller_granted on exchange_caller as permissive for insert to congvu_app with check (exchange_granted(body_id, VARIADIC ARRAY['enrol'::text, 'add-caller'::text]));
create policy exchange_caller_owner on exchange_caller as permissive for all to congvu_owner using (true) with check (true);
create policy exchange_caller_see on exchange_caller as permissive for select to congvu_app using ((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['exchange.read'::text]) AS session_bodies_that_may)::uuid[])));
create policy exchange_caller_system on exchange_caller as permissive for all to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies))) with check ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant insert on exchange_caller to congvu_app;
grant select on exchange_caller to congvu_app;
grant update (ended_by, ended_at) on exchange_caller to congvu_app;

-- room: doors/exchange. What was judged of one change, by its keyed name (the same in every epoch), the item in which it waits, and what became of it in the end.
create table exchange_change (
  body_id uuid not null,
  epoch integer not null,
  lane text not null,
  seq bigint not null,
  submission_id uuid not null,
  line_no integer,
  item_id uuid,
  name bytea not null,
  verdict text not null,
  was text,
  problems jsonb default '[]'::jsonb not null,
  final text,
  final_at timestamp with time zone,
  constraint exchange_change_body_id_fkey FOREIGN KEY (body_id) REFERENCES exchange_source(body_id),
  constraint exchange_change_check CHECK (((verdict = 'duplicate'::text) = (was IS NOT NULL))),
  constraint exchange_change_check1 CHECK (((final IS NULL) = (final_at IS NULL))),
  constraint exchange_change_final_check CHECK ((final = ANY (ARRAY['accepted'::text, 'rejected'::text]))),
  constraint exchange_change_name_check CHECK ((length(name) = 32)),
  constraint exchange_change_pkey PRIMARY KEY (body_id, epoch, lane, seq),
  constraint exchange_change_problems_check CHECK ((jsonb_typeof(problems) = 'array'::text)),
  constraint exchange_change_seq_check CHECK ((seq > 0)),
  constraint exchange_change_verdict_check CHECK ((verdict = ANY (ARRAY['accepted'::text, 'duplicate'::text, 'quarantined'::text, 'conflict'::text, 'rejected'::text]))),
  constraint exchange_change_was_check CHECK ((was = ANY (ARRAY['accepted'::text, 'duplicate'::text, 'quarantined'::text, 'conflict'::text, 'rejected'::text])))
);
CREATE INDEX exchange_change_named ON congvu.exchange_change USING btree (body_id, name);
CREATE INDEX exchange_change_of_submission ON congvu.exchange_change USING btree (submission_id);
CREATE INDEX exchange_change_open ON congvu.exchange_change USING btree (body_id) WHERE ((verdict = ANY (ARRAY['quarantined'::text, 'conflict'::text])) AND (final IS NULL));
alter table exchange_change enable row level security, force row level security;
create policy exchange_change_owner on exchange_change as permissive for all to congvu_owner using (true) with check (true);
create policy exchange_change_see on exchange_change as permissive for select to congvu_app using ((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['exchange.read'::text]) AS session_bodies_that_may)::uuid[])));
create policy exchange_change_system on exchange_change as permissive for all to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies))) with check ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant insert on exchange_change to congvu_app;
grant select on exchange_change to congvu_app;
grant update (item_id, verdict, was, problems, final, final_at) on exchange_change to congvu_app;

-- room: doors/exchange. That an officer of the body confirms exactly this batch, as the officer's key signed it, and when everything that it could confirm was confirmed.
create table exchange_confirmation (
  body_id uuid not null,
  epoch integer not null,
  lane text not null,
  first bigint not null,
  kid text not null,
  confirmation text not null,
  confirmation_signature text not null,
  received_at timestamp with time zone not null,
  done_at timestamp with time zone,
  constraint exchange_confirmation_body_id_epoch_lane_first_fkey FOREIGN KEY (body_id, epoch, lane, first) REFERENCES exchange_batch(body_id, epoch, lane, first),
  constraint exchange_confirmation_body_id_fkey FOREIGN KEY (body_id) REFERENCES exchange_source(body_id),
  constraint exchange_confirmation_body_id_kid_fkey FOREIGN KEY (body_id, kid) REFERENCES exchange_confirming_key(body_id, kid),
  constraint exchange_confirmation_pkey PRIMARY KEY (body_id, epoch, lane, first)
);
alter table exchange_confirmation enable row level security, force row level security;
create policy exchange_confirmation_owner on exchange_confirmation as permissive for all to congvu_owner using (true) with check (true);
create policy exchange_confirmation_system on exchange_confirmation as permissive for all to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies))) with check ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant insert on exchange_confirmation to congvu_app;
grant select on exchange_confirmation to congvu_app;
grant update (done_at) on exchange_confirmation to congvu_app;

-- room: doors/exchange. The public half of a key by which a named officer confirms batches in the software of the body, what that software calls them, and the two people who enrolled it.
create table exchange_confirming_key (
  body_id uuid not null,
  kid text not null,
  public_key text not null,
  account_id uuid not null,
  maker text not null,
  enrolled_by uuid not null,
  enrolled_with uuid not null,
  enrolled_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint exchange_confirming_key_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(account_id),
  constraint exchange_confirming_key_body_id_fkey FOREIGN KEY (body_id) REFERENCES exchange_source(body_id),
  constraint exchange_confirming_key_check CHECK (((enrolled_by <> enrolled_with) AND ((account_id <> enrolled_by) AND (account_id <> enrolled_with)))),
  constraint exchange_confirming_key_check1 CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint exchange_confirming_key_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES account(account_id),
  constraint exchange_confirming_key_enrolled_by_fkey FOREIGN KEY (enrolled_by) REFERENCES account(account_id),
  constraint exchange_confirming_key_enrolled_with_fkey FOREIGN KEY (enrolled_with) REFERENCES account(account_id),
  constraint exchange_confirming_key_kid_check CHECK ((kid ~ '^[A-Za-z0-9._-]{1,60}$'::text)),
  constraint exchange_confirming_key_maker_check CHECK (((length(maker) >= 1) AND (length(maker) <= 200))),
  constraint exchange_confirming_key_pkey PRIMARY KEY (body_id, kid)
);
alter table exchange_confirming_key enable row level security, force row level security;
create policy exchange_confirming_key_changed on exchange_confirming_key as permissive for update to congvu_app using (exchange_granted(body_id, VARIADIC ARRAY['end-confirmer'::text, 'end'::text])) with check (exchange_granted(body_id, VARIADIC ARRAY['end-confirmer'::text, 'end'::text]));
create policy exchange_confirming_key_granted on exchange_confirming_key as permissive for insert to congvu_app with check ((exchange_granted(body_id, VARIADIC ARRAY['enrol-confirmer'::text]) AND (account_id IN ( SELECT c.account_id
   FROM exchange_confirmers(exchange_confirming_key.body_id) c(account_id, name)))));
create policy exchange_confirming_key_owner on exchange_confirming_key as permissive for all to congvu_owner using (true) with check (true);
create policy exchange_confirming_key_see on exchange_confirming_key as permissive for select to congvu_app using ((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['exchange.read'::text]) AS session_bodies_that_may)::uuid[])));
create policy exchange_confirming_key_system on exchange_confirming_key as permissive for all to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies))) with check ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant insert on exchange_confirming_key to congvu_app;
grant select on exchange_confirming_key to congvu_app;
grant update (ended_at, ended_by) on exchange_confirming_key to congvu_app;

-- room: doors/exchange. Append only: what a source is told, in its order. No value stands here: an entry names the person, the fact and the point of the register as of which it is told.
create table exchange_feed (
  body_id uuid not null,
  n bigint not null,
  what text not null,
  at timestamp with time zone not null,
  person_id uuid,
  known_tx bigint,
  fact text,
  epoch integer,
  lane text,
  seq bigint,
  edition integer,
  constraint exchange_feed_body_id_fkey FOREIGN KEY (body_id) REFERENCES exchange_source(body_id),
  constraint exchange_feed_check CHECK (((what <> ALL (ARRAY['fact'::text, 'arrived'::text, 'left'::text])) OR ((person_id IS NOT NULL) AND (known_tx IS NOT NULL)))),
  constraint exchange_feed_check1 CHECK (((what = 'outcome'::text) = (seq IS NOT NULL))),
  constraint exchange_feed_check2 CHECK (((what = 'lists'::text) = (edition IS NOT NULL))),
  constraint exchange_feed_n_check CHECK ((n > 0)),
  constraint exchange_feed_pkey PRIMARY KEY (body_id, n),
  constraint exchange_feed_what_check CHECK ((what = ANY (ARRAY['fact'::text, 'arrived'::text, 'left'::text, 'outcome'::text, 'lists'::text, 'void'::text])))
);
alter table exchange_feed enable row level security, force row level security;
create policy exchange_feed_kept_apart on exchange_feed as restrictive for select to congvu_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people)))));
create policy exchange_feed_owner on exchange_feed as permissive for all to congvu_owner using (true) with check (true);
create policy exchange_feed_system on exchange_feed as permissive for all to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies))) with check ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant insert on exchange_feed to congvu_app;
grant select on exchange_feed to congvu_app;

-- room: doors/exchange. Public halves of keys that a source had before, each with the instant after which nothing signed by it is taken any more.
create table exchange_former_key (
  body_id uuid not null,
  kid text not null,
  public_key text not null,
  ends_at timestamp with time zone not null,
  constraint exchange_former_key_body_id_fkey FOREIGN KEY (body_id) REFERENCES exchange_source(body_id),
  constraint exchange_former_key_pkey PRIMARY KEY (body_id, kid)
);
alter table exchange_former_key enable row level security, force row level security;
create policy exchange_former_key_owner on exchange_former_key as permissive for all to congvu_owner using (true) with check (true);
create policy exchange_former_key_see on exchange_former_key as permissive for select to congvu_app using ((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['exchange.read'::text]) AS session_bodies_that_may)::uuid[])));
create policy exchange_former_key_system on exchange_former_key as permissive for select to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant select on exchange_former_key to congvu_app;

-- room: doors/exchange. Two batches that cannot both be, as their sender signed them: the evidence for which a source was frozen, and the two people who released it.
create table exchange_freeze (
  body_id uuid not null,
  epoch integer not null,
  lane text not null,
  first bigint not null,
  held text,
  held_signature text,
  offered text not null,
  offered_signature text not null,
  at timestamp with time zone not null,
  released_at timestamp with time zone,
  released_by uuid,
  released_with uuid,
  constraint exchange_freeze_body_id_fkey FOREIGN KEY (body_id) REFERENCES exchange_source(body_id),
  constraint exchange_freeze_check CHECK (((held IS NULL) = (held_signature IS NULL))),
  constraint exchange_freeze_check1 CHECK ((((released_at IS NULL) = (released_by IS NULL)) AND ((released_at IS NULL) = (released_with IS NULL)) AND (released_by <> released_with))),
  constraint exchange_freeze_lane_check CHECK ((lane = ANY (ARRAY['daily'::text, 'correction'::text, 'load'::text]))),
  constraint exchange_freeze_pkey PRIMARY KEY (body_id, epoch),
  constraint exchange_freeze_released_by_fkey FOREIGN KEY (released_by) REFERENCES account(account_id),
  constraint exchange_freeze_released_with_fkey FOREIGN KEY (released_with) REFERENCES account(account_id)
);
alter table exchange_freeze enable row level security, force row level security;
create policy exchange_freeze_owner on exchange_freeze as permissive for all to congvu_owner using (true) with check (true);
create policy exchange_freeze_released on exchange_freeze as permissive for update to congvu_app using (exchange_granted(body_id, VARIADIC ARRAY['release'::text])) with check ((exchange_granted(body_id, VARIADIC ARRAY['release'::text]) AND (released_with = ( SELECT session_person() AS session_person))));
create policy exchange_freeze_see on exchange_freeze as permissive for select to congvu_app using ((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['exchange.read'::text]) AS session_bodies_that_may)::uuid[])));
create policy exchange_freeze_system on exchange_freeze as permissive for all to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies))) with check ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant insert on exchange_freeze to congvu_app;
grant select on exchange_freeze to congvu_app;
grant update (released_at, released_by, released_with) on exchange_freeze to congvu_app;

-- room: doors/exchange. Where a lane of a source stands in its epoch: the next number, the digest of the batch before it, batches that are not judged.
create table exchange_lane (
  body_id uuid not null,
  lane text not null,
  expected bigint default 1 not null,
  previous text,
  waiting integer default 0 not null,
  constraint exchange_lane_body_id_fkey FOREIGN KEY (body_id) REFERENCES exchange_source(body_id),
  constraint exchange_lane_expected_check CHECK ((expected > 0)),
  constraint exchange_lane_lane_check CHECK ((lane = ANY (ARRAY['daily'::text, 'correction'::text, 'load'::text]))),
  constraint exchange_lane_pkey PRIMARY KEY (body_id, lane),
  constraint exchange_lane_previous_check CHECK ((previous ~ '^[0-9a-f]{64}$'::text)),
  constraint exchange_lane_waiting_check CHECK ((waiting >= 0))
);
alter table exchange_lane enable row level security, force row level security;
create policy exchange_lane_changed on exchange_lane as permissive for update to congvu_app using (exchange_granted(body_id, VARIADIC ARRAY['enrol'::text, 'release'::text])) with check (exchange_granted(body_id, VARIADIC ARRAY['enrol'::text, 'release'::text]));
create policy exchange_lane_granted on exchange_lane as permissive for insert to congvu_app with check (exchange_granted(body_id, VARIADIC ARRAY['enrol'::text]));
create policy exchange_lane_owner on exchange_lane as permissive for all to congvu_owner using (true) with check (true);
create policy exchange_lane_see on exchange_lane as permissive for select to congvu_app using ((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['exchange.read'::text]) AS session_bodies_that_may)::uuid[])));
create policy exchange_lane_system on exchange_lane as permissive for all to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies))) with check ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant insert on exchange_lane to congvu_app;
grant select on exchange_lane to congvu_app;
grant update (expected, previous, waiting) on exchange_lane to congvu_app;

-- room: doors/exchange. How a source calls a line that it added: its own key, and the number that the register gave it.
create table exchange_line (
  person_id uuid not null,
  body_id uuid not null,
  section text not null,
  key text not null,
  line text not null,
  constraint exchange_line_body_id_fkey FOREIGN KEY (body_id) REFERENCES exchange_source(body_id),
  constraint exchange_line_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200))),
  constraint exchange_line_person_id_body_id_section_line_key UNIQUE (person_id, body_id, section, line),
  constraint exchange_line_pkey PRIMARY KEY (person_id, body_id, section, key)
);
alter table exchange_line enable row level security, force row level security;
create policy exchange_line_add on exchange_line as permissive for insert to congvu_app with check ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
create policy exchange_line_kept_apart on exchange_line as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy exchange_line_owner on exchange_line as permissive for all to congvu_owner using (true) with check (true);
create policy exchange_line_see on exchange_line as permissive for select to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND (body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[]))));
grant insert on exchange_line to congvu_app;
grant select on exchange_line to congvu_app;

-- room: doors/exchange. Whom a source keeps, as it was told: in which bucket of the comparison, and up to which point of the register.
create table exchange_person (
  person_id uuid not null,
  body_id uuid not null,
  bucket smallint not null,
  known_tx bigint not null,
  constraint exchange_person_body_id_fkey FOREIGN KEY (body_id) REFERENCES exchange_source(body_id),
  constraint exchange_person_bucket_check CHECK (((bucket >= 0) AND (bucket <= 1023))),
  constraint exchange_person_pkey PRIMARY KEY (person_id, body_id)
);
CREATE INDEX exchange_person_bucket ON congvu.exchange_person USING btree (body_id, bucket);
alter table exchange_person enable row level security, force row level security;
create policy exchange_person_kept_apart on exchange_person as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy exchange_person_owner on exchange_person as permissive for all to congvu_owner using (true) with check (true);
create policy exchange_person_system on exchange_person as permissive for all to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies))) with check ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant delete on exchange_person to congvu_app;
grant insert on exchange_person to congvu_app;
grant select on exchange_person to congvu_app;
grant update on exchange_person to congvu_app;

-- room: doors/exchange. What somebody asked about the line of a body, why, and what a second person decided: software, keys, what it is recognised by, who confirms, the release of a frozen source, its end. Names no record; what is decided is never changed.
create table exchange_request (
  body_id uuid not null,
  request_id uuid not null,
  kind text not null,
  asked jsonb not null,
  reason text not null,
  asked_by uuid not null,
  asked_name text not null,
  asked_at timestamp with time zone not null,
  state text default 'asked'::text not null,
  decided_by uuid,
  decided_name text,
  decided_at timestamp with time zone,
  refusal text,
  granted_in xid8,
  constraint exchange_request_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES account(account_id),
  constraint exchange_request_asked_check CHECK (((jsonb_typeof(asked) = 'object'::text) AND (octet_length((asked)::text) <= 20000))),
  constraint exchange_request_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint exchange_request_decided CHECK ((((state = ANY (ARRAY['granted'::text, 'refused'::text])) = (decided_by IS NOT NULL)) AND ((decided_by IS NULL) = (decided_at IS NULL)))),
  constraint exchange_request_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(account_id),
  constraint exchange_request_granted CHECK (((state = 'granted'::text) = (granted_in IS NOT NULL))),
  constraint exchange_request_kind_check CHECK ((kind = ANY (ARRAY['enrol'::text, 'new-key'::text, 'add-caller'::text, 'end-caller'::text, 'enrol-confirmer'::text, 'end-confirmer'::text, 'confirms'::text, 'release'::text, 'end'::text]))),
  constraint exchange_request_officer CHECK (((kind = 'enrol-confirmer'::text) = (asked ? 'officer'::text))),
  constraint exchange_request_pkey PRIMARY KEY (body_id, request_id),
  constraint exchange_request_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint exchange_request_refusal_check CHECK (((length(refusal) >= 1) AND (length(refusal) <= 500))),
  constraint exchange_request_refused CHECK (((state = 'refused'::text) = (refusal IS NOT NULL))),
  constraint exchange_request_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'granted'::text, 'refused'::text, 'withdrawn'::text]))),
  constraint exchange_request_two CHECK ((decided_by IS DISTINCT FROM asked_by))
);
CREATE INDEX exchange_request_by_day ON congvu.exchange_request USING btree (body_id, asked_at DESC, request_id DESC);
CREATE UNIQUE INDEX exchange_request_open ON congvu.exchange_request USING btree (body_id, kind) WHERE (state = 'asked'::text);
alter table exchange_request enable row level security, force row level security;
create policy exchange_request_ask on exchange_request as permissive for insert to congvu_app with check (((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['exchange.ask'::text]) AS session_bodies_that_may)::uuid[])) AND (asked_by = ( SELECT session_person() AS session_person)) AND (state = 'asked'::text) AND ((kind <> 'enrol-confirmer'::text) OR (NOT is_session_human(((asked ->> 'officer'::text))::uuid, NULL::bytea)))));
create policy exchange_request_decide on exchange_request as permissive for update to congvu_app using (((state = 'asked'::text) AND (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['exchange.decide'::text]) AS session_bodies_that_may)::uuid[])) AND (NOT is_session_human(asked_by, NULL::bytea)) AND ((kind <> 'enrol-confirmer'::text) OR (NOT is_session_human(((asked ->> 'officer'::text))::uuid, NULL::bytea))))) with check (((state = ANY (ARRAY['granted'::text, 'refused'::text])) AND (decided_by = ( SELECT session_person() AS session_person)) AND ((state = 'refused'::text) OR (granted_in = pg_current_xact_id_if_assigned())) AND (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['exchange.decide'::text]) AS session_bodies_that_may)::uuid[])) AND (NOT is_session_human(asked_by, NULL::bytea)) AND ((kind <> 'enrol-confirmer'::text) OR (NOT is_session_human(((asked ->> 'officer'::text))::uuid, NULL::bytea)))));
create policy exchange_request_owner on exchange_request as permissive for all to congvu_owner using (true) with check (true);
create policy exchange_request_see on exchange_request as permissive for select to congvu_app using ((( SELECT session_of_all_bodies() AS session_of_all_bodies) OR (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['exchange.read'::text]) AS session_bodies_that_may)::uuid[]))));
create policy exchange_request_take_back on exchange_request as permissive for update to congvu_app using (((state = 'asked'::text) AND (asked_by = ( SELECT session_person() AS session_person)))) with check (((state = 'withdrawn'::text) AND (asked_by = ( SELECT session_person() AS session_person))));
grant insert (body_id, request_id, kind, asked, reason, asked_by, asked_name, asked_at) on exchange_request to congvu_app;
grant select on exchange_request to congvu_app;
grant update (state, decided_by, decided_name, decided_at, refusal, granted_in) on exchange_request to congvu_app;

-- room: doors/exchange. Append only: what became of each change of a batch, as it was signed, and is given for ever. Problems stand in it by their codes and words, without a value of anybody.
create table exchange_result (
  body_id uuid not null,
  epoch integer not null,
  lane text not null,
  first bigint not null,
  result text not null,
  result_signature text not null,
  judged_at timestamp with time zone not null,
  constraint exchange_result_body_id_epoch_lane_first_fkey FOREIGN KEY (body_id, epoch, lane, first) REFERENCES exchange_batch(body_id, epoch, lane, first),
  constraint exchange_result_body_id_fkey FOREIGN KEY (body_id) REFERENCES exchange_source(body_id),
  constraint exchange_result_pkey PRIMARY KEY (body_id, epoch, lane, first)
);
alter table exchange_result enable row level security, force row level security;
create policy exchange_result_owner on exchange_result as permissive for all to congvu_owner using (true) with check (true);
create policy exchange_result_system on exchange_result as permissive for all to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies))) with check ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant insert on exchange_result to congvu_app;
grant select on exchange_result to congvu_app;

-- room: doors/exchange. A body whose own software sends: the name and key of its node, and the epoch in which it numbers. What it sends comes in the name of who enrolled it.
create table exchange_source (
  body_id uuid not null,
  source text not null,
  kid text not null,
  public_key text not null,
  epoch integer default 1 not null,
  enrolled_by uuid not null,
  enrolled_at timestamp with time zone not null,
  confirms text default 'queue'::text not null,
  told bigint default 0 not null,
  followed_tx bigint default 0 not null,
  told_edition integer default 0 not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint exchange_source_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint exchange_source_confirms_check CHECK ((confirms = ANY (ARRAY['queue'::text, 'own-key'::text]))),
  constraint exchange_source_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES account(account_id),
  constraint exchange_source_enrolled_by_fkey FOREIGN KEY (enrolled_by) REFERENCES account(account_id),
  constraint exchange_source_epoch_check CHECK ((epoch > 0)),
  constraint exchange_source_kid_check CHECK ((kid <> ''::text)),
  constraint exchange_source_pkey PRIMARY KEY (body_id),
  constraint exchange_source_source_check CHECK ((source ~ '^[A-Za-z0-9._-]{1,60}$'::text)),
  constraint exchange_source_source_key UNIQUE (source)
);
alter table exchange_source enable row level security, force row level security;
create policy exchange_source_changed on exchange_source as permissive for update to congvu_app using (exchange_granted(body_id, VARIADIC ARRAY['confirms'::text, 'release'::text])) with check (exchange_granted(body_id, VARIADIC ARRAY['confirms'::text, 'release'::text]));
create policy exchange_source_granted on exchange_source as permissive for insert to congvu_app with check (exchange_granted(body_id, VARIADIC ARRAY['enrol'::text]));
create policy exchange_source_owner on exchange_source as permissive for all to congvu_owner using (true) with check (true);
create policy exchange_source_see on exchange_source as permissive for select to congvu_app using ((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['exchange.read'::text]) AS session_bodies_that_may)::uuid[])));
create policy exchange_source_system on exchange_source as permissive for all to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies))) with check ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant insert on exchange_source to congvu_app;
grant select on exchange_source to congvu_app;
grant update (epoch, confirms, told, followed_tx, told_edition) on exchange_source to congvu_app;

-- room: record/first-load. One first load of a body: its state, which round of gathering and drawing it is in, how many of its people are registered.
create table first_load (
  load_id uuid not null,
  body_id uuid not null,
  window_id uuid not null,
  as_of date not null,
  state text not null,
  state_at timestamp with time zone not null,
  round integer default 1 not null,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamp with time zone not null,
  people integer default 0 not null,
  done integer default 0 not null,
  constraint first_load_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint first_load_check CHECK (((done >= 0) AND (done <= people))),
  constraint first_load_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(account_id),
  constraint first_load_pkey PRIMARY KEY (load_id),
  constraint first_load_round_check CHECK ((round > 0)),
  constraint first_load_state_check CHECK ((state = ANY (ARRAY['gathering'::text, 'composing'::text, 'sampling'::text, 'failed'::text, 'passed'::text, 'signed'::text, 'registering'::text, 'registered'::text, 'withdrawn'::text]))),
  constraint first_load_window_id_fkey FOREIGN KEY (window_id) REFERENCES first_load_window(window_id)
);
CREATE UNIQUE INDEX first_load_one ON congvu.first_load USING btree (body_id) WHERE (state <> ALL (ARRAY['registered'::text, 'withdrawn'::text]));
alter table first_load enable row level security, force row level security;
create policy first_load_add on first_load as permissive for insert to congvu_app with check (((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['upload.create'::text]) AS session_bodies_that_may)::uuid[])) AND (made_by = ( SELECT session_person() AS session_person)) AND (state = 'gathering'::text) AND first_load_open(body_id)));
create policy first_load_change on first_load as permissive for update to congvu_app using ((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[]))) with check (((state <> ALL (ARRAY['registering'::text, 'registered'::text])) OR (2 = ( SELECT count(DISTINCT s.signer_identity) AS count
   FROM first_load_signature s
  WHERE ((s.load_id = first_load.load_id) AND (s.round = first_load.round))))));
create policy first_load_owner on first_load as permissive for all to congvu_owner using (true) with check (true);
create policy first_load_see on first_load as permissive for select to congvu_app using ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
grant insert on first_load to congvu_app;
grant select on first_load to congvu_app;
grant update (state, state_at, round, people, done) on first_load to congvu_app;

-- room: record/first-load. What was done with a first load, by whom, in order.
create table first_load_act (
  load_id uuid not null,
  act_no integer not null,
  body_id uuid not null,
  act text not null,
  by_account uuid,
  by_name text not null,
  at timestamp with time zone not null,
  note text,
  constraint first_load_act_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint first_load_act_by_account_fkey FOREIGN KEY (by_account) REFERENCES account(account_id),
  constraint first_load_act_load_id_fkey FOREIGN KEY (load_id) REFERENCES first_load(load_id),
  constraint first_load_act_pkey PRIMARY KEY (load_id, act_no)
);
alter table first_load_act enable row level security, force row level security;
create policy first_load_act_add on first_load_act as permissive for insert to congvu_app with check (((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])) AND (NOT (by_account IS DISTINCT FROM ( SELECT session_person() AS session_person)))));
create policy first_load_act_owner on first_load_act as permissive for all to congvu_owner using (true) with check (true);
create policy first_load_act_see on first_load_act as permissive for select to congvu_app using ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
grant insert on first_load_act to congvu_app;
grant select on first_load_act to congvu_app;

-- room: record/first-load. Who is taken by a first load: the keyed number, each once, and the place among all in the order of parts and lines.
create table first_load_line (
  load_id uuid not null,
  id_hash bytea not null,
  body_id uuid not null,
  no integer not null,
  part_no integer not null,
  line_no integer not null,
  constraint first_load_line_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint first_load_line_load_id_fkey FOREIGN KEY (load_id) REFERENCES first_load(load_id),
  constraint first_load_line_pkey PRIMARY KEY (load_id, id_hash)
);
CREATE INDEX first_load_line_no ON congvu.first_load_line USING btree (load_id, no);
alter table first_load_line enable row level security, force row level security;
create policy first_load_line_add on first_load_line as permissive for insert to congvu_app with check ((( SELECT session_is_system() AS session_is_system) AND (body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[]))));
create policy first_load_line_clear on first_load_line as permissive for delete to congvu_app using (((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])) AND (EXISTS ( SELECT 1
   FROM first_load l
  WHERE ((l.load_id = first_load_line.load_id) AND (l.state <> ALL (ARRAY['registering'::text, 'registered'::text])))))));
create policy first_load_line_owner on first_load_line as permissive for all to congvu_owner using (true) with check (true);
create policy first_load_line_see on first_load_line as permissive for select to congvu_app using ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
grant delete on first_load_line to congvu_app;
grant insert on first_load_line to congvu_app;
grant select on first_load_line to congvu_app;

-- room: record/first-load. A file of a first load: which of its people are taken, the root over them, how many of them are registered.
create table first_load_part (
  load_id uuid not null,
  part_no integer not null,
  body_id uuid not null,
  submission_id uuid not null,
  added_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  first_no integer,
  people integer,
  root bytea,
  done integer default 0 not null,
  constraint first_load_part_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint first_load_part_load_id_fkey FOREIGN KEY (load_id) REFERENCES first_load(load_id),
  constraint first_load_part_part_no_check CHECK ((part_no > 0)),
  constraint first_load_part_pkey PRIMARY KEY (load_id, part_no),
  constraint first_load_part_root_check CHECK ((length(root) = 32)),
  constraint first_load_part_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(submission_id),
  constraint first_load_part_submission_id_key UNIQUE (submission_id)
);
alter table first_load_part enable row level security, force row level security;
create policy first_load_part_add on first_load_part as permissive for insert to congvu_app with check (((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['upload.create'::text]) AS session_bodies_that_may)::uuid[])) AND first_load_open(body_id) AND (EXISTS ( SELECT 1
   FROM first_load l
  WHERE ((l.load_id = first_load_part.load_id) AND (l.body_id = first_load_part.body_id) AND (l.state = 'gathering'::text))))));
create policy first_load_part_change on first_load_part as permissive for update to congvu_app using ((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])));
create policy first_load_part_owner on first_load_part as permissive for all to congvu_owner using (true) with check (true);
create policy first_load_part_see on first_load_part as permissive for select to congvu_app using ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
grant insert on first_load_part to congvu_app;
grant select on first_load_part to congvu_app;
grant update (removed_at, first_no, people, root, done) on first_load_part to congvu_app;

-- room: record/first-load. A drawing: the hash of its seed, kept before the parts came; the seed and the root over every row when they were fixed.
create table first_load_round (
  load_id uuid not null,
  round integer not null,
  body_id uuid not null,
  commitment bytea not null,
  seed_sealed bytea not null,
  committed_at timestamp with time zone not null,
  seed bytea,
  root bytea,
  people integer,
  told jsonb,
  drawn_at timestamp with time zone,
  constraint first_load_round_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint first_load_round_check1 CHECK ((((drawn_at IS NULL) = (seed IS NULL)) AND ((drawn_at IS NULL) = (root IS NULL)) AND ((drawn_at IS NULL) = (people IS NULL)))),
  constraint first_load_round_commitment_check CHECK ((length(commitment) = 32)),
  constraint first_load_round_load_id_fkey FOREIGN KEY (load_id) REFERENCES first_load(load_id),
  constraint first_load_round_people_check CHECK ((people > 0)),
  constraint first_load_round_pkey PRIMARY KEY (load_id, round),
  constraint first_load_round_root_check CHECK ((length(root) = 32)),
  constraint first_load_round_seed_check CHECK ((length(seed) = 32))
);
alter table first_load_round enable row level security, force row level security;
create policy first_load_round_add on first_load_round as permissive for insert to congvu_app with check (((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])) AND (drawn_at IS NULL)));
create policy first_load_round_draw on first_load_round as permissive for update to congvu_app using (((drawn_at IS NULL) AND ( SELECT session_is_system() AS session_is_system) AND (body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])))) with check ((drawn_at IS NOT NULL));
create policy first_load_round_owner on first_load_round as permissive for all to congvu_owner using (true) with check (true);
create policy first_load_round_see on first_load_round as permissive for select to congvu_app using ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
grant insert on first_load_round to congvu_app;
grant select on first_load_round to congvu_app;
grant update (seed, root, people, told, drawn_at) on first_load_round to congvu_app;

-- room: record/first-load. A row of the sample of a drawing: who opened it, and what was found against the papers, for ever.
create table first_load_sample (
  load_id uuid not null,
  round integer not null,
  no integer not null,
  body_id uuid not null,
  id_hash bytea not null,
  part_no integer not null,
  line_no integer not null,
  opened_by uuid,
  opened_at timestamp with time zone,
  verdict text,
  note_sealed bytea,
  judged_by uuid,
  judged_by_name text,
  judged_at timestamp with time zone,
  constraint first_load_sample_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint first_load_sample_check CHECK ((((verdict IS NULL) = (judged_at IS NULL)) AND ((verdict IS NULL) = (judged_by IS NULL)))),
  constraint first_load_sample_check1 CHECK (((verdict IS DISTINCT FROM 'wrong'::text) OR (note_sealed IS NOT NULL))),
  constraint first_load_sample_judged_by_fkey FOREIGN KEY (judged_by) REFERENCES account(account_id),
  constraint first_load_sample_load_id_round_fkey FOREIGN KEY (load_id, round) REFERENCES first_load_round(load_id, round),
  constraint first_load_sample_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES account(account_id),
  constraint first_load_sample_pkey PRIMARY KEY (load_id, round, no),
  constraint first_load_sample_verdict_check CHECK ((verdict = ANY (ARRAY['right'::text, 'wrong'::text])))
);
alter table first_load_sample enable row level security, force row level security;
create policy first_load_sample_add on first_load_sample as permissive for insert to congvu_app with check ((( SELECT session_is_system() AS session_is_system) AND (body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[]))));
create policy first_load_sample_judge on first_load_sample as permissive for update to congvu_app using (((verdict IS NULL) AND (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['item.confirm'::text]) AS session_bodies_that_may)::uuid[])))) with check (((opened_by = ( SELECT session_person() AS session_person)) AND ((judged_by IS NULL) OR (judged_by = ( SELECT session_person() AS session_person)))));
create policy first_load_sample_owner on first_load_sample as permissive for all to congvu_owner using (true) with check (true);
create policy first_load_sample_see on first_load_sample as permissive for select to congvu_app using ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
grant insert on first_load_sample to congvu_app;
grant select on first_load_sample to congvu_app;
grant update (opened_by, opened_at, verdict, note_sealed, judged_by, judged_by_name, judged_at) on first_load_sample to congvu_app;

-- room: record/first-load. Append only: detached JWS of one of the two people over the head of a first load, which says what was signed and what was not looked at.
create table first_load_signature (
  load_id uuid not null,
  round integer not null,
  body_id uuid not null,
  signer_id uuid not null,
  signer_identity bytea not null,
  signer_name text not null,
  at timestamp with time zone not null,
  head text not null,
  jws text not null,
  constraint first_load_signature_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint first_load_signature_load_id_round_fkey FOREIGN KEY (load_id, round) REFERENCES first_load_round(load_id, round),
  constraint first_load_signature_pkey PRIMARY KEY (load_id, round, signer_identity),
  constraint first_load_signature_signer_id_fkey FOREIGN KEY (signer_id) REFERENCES account(account_id)
);
alter table first_load_signature enable row level security, force row level security;
create policy first_load_signature_add on first_load_signature as permissive for insert to congvu_app with check (((signer_id = ( SELECT session_person() AS session_person)) AND (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['item.confirm'::text]) AS session_bodies_that_may)::uuid[])) AND first_load_open(body_id) AND ((at >= ( SELECT earliest_true_time() AS earliest_true_time)) AND (at <= ( SELECT latest_true_time() AS latest_true_time))) AND (EXISTS ( SELECT 1
   FROM first_load l
  WHERE ((l.load_id = first_load_signature.load_id) AND (l.round = first_load_signature.round) AND (l.body_id = first_load_signature.body_id) AND (l.state = ANY (ARRAY['passed'::text, 'signed'::text])))))));
create policy first_load_signature_owner on first_load_signature as permissive for all to congvu_owner using (true) with check (true);
create policy first_load_signature_see on first_load_signature as permissive for select to congvu_app using ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
grant insert on first_load_signature to congvu_app;
grant select on first_load_signature to congvu_app;

-- room: record/first-load. From when to when the first load of a body stands open, by whose act and on what decision; closed before its last day by another.
create table first_load_window (
  window_id uuid not null,
  body_id uuid not null,
  opens_on date not null,
  last_day date not null,
  decision jsonb not null,
  opened_by uuid not null,
  opened_by_name text not null,
  opened_at timestamp with time zone not null,
  closed_by uuid,
  closed_by_name text,
  closed_at timestamp with time zone,
  closed_why text,
  constraint first_load_window_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint first_load_window_check CHECK ((last_day >= opens_on)),
  constraint first_load_window_check1 CHECK ((((closed_at IS NULL) = (closed_by IS NULL)) AND ((closed_at IS NULL) = (closed_why IS NULL)))),
  constraint first_load_window_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES account(account_id),
  constraint first_load_window_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES account(account_id),
  constraint first_load_window_pkey PRIMARY KEY (window_id)
);
CREATE UNIQUE INDEX first_load_window_open ON congvu.first_load_window USING btree (body_id) WHERE (closed_at IS NULL);
alter table first_load_window enable row level security, force row level security;
create policy first_load_window_add on first_load_window as permissive for insert to congvu_app with check (((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['first-load.open'::text]) AS session_bodies_that_may)::uuid[])) AND (opened_by = ( SELECT session_person() AS session_person)) AND (closed_at IS NULL)));
create policy first_load_window_close on first_load_window as permissive for update to congvu_app using (((closed_at IS NULL) AND (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['first-load.open'::text]) AS session_bodies_that_may)::uuid[])))) with check ((closed_by = ( SELECT session_person() AS session_person)));
create policy first_load_window_owner on first_load_window as permissive for all to congvu_owner using (true) with check (true);
create policy first_load_window_see on first_load_window as permissive for select to congvu_app using ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
create policy first_load_window_see_to_open on first_load_window as permissive for select to congvu_app using ((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['first-load.open'::text]) AS session_bodies_that_may)::uuid[])));
grant insert on first_load_window to congvu_app;
grant select on first_load_window to congvu_app;
grant update (closed_by, closed_by_name, closed_at, closed_why) on first_load_window to congvu_app;

-- room: authority/access. A role asked for by one administrator, granted or refused by a second one; lapsed when nobody decides.
create table grant_request (
  request_id uuid not null,
  account_id uuid not null,
  role text not null,
  body_id uuid not null,
  valid_from date not null,
  named text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  state text default 'waiting'::text not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  grant_id uuid,
  valid_to date default '9999-12-31'::date not null,
  acts text[],
  delegated_from uuid,
  basis jsonb,
  constraint grant_request_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(account_id),
  constraint grant_request_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES account(account_id),
  constraint grant_request_basis CHECK (((basis IS NULL) OR ((jsonb_typeof(basis) = 'object'::text) AND (octet_length((basis)::text) <= 2000)))),
  constraint grant_request_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint grant_request_check CHECK (((asked_by <> account_id) AND (decided_by IS DISTINCT FROM asked_by) AND (decided_by IS DISTINCT FROM account_id))),
  constraint grant_request_check1 CHECK (((state = ANY (ARRAY['granted'::text, 'refused'::text])) = (decided_by IS NOT NULL))),
  constraint grant_request_check2 CHECK (((state = 'granted'::text) = (grant_id IS NOT NULL))),
  constraint grant_request_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(account_id),
  constraint grant_request_delegated_from_fkey FOREIGN KEY (delegated_from) REFERENCES role_grant(grant_id),
  constraint grant_request_delegated_whole CHECK ((((delegated_from IS NULL) = (acts IS NULL)) AND ((delegated_from IS NULL) = (basis IS NULL)))),
  constraint grant_request_pkey PRIMARY KEY (request_id),
  constraint grant_request_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'granted'::text, 'refused'::text, 'lapsed'::text, 'withdrawn'::text]))),
  constraint grant_request_times CHECK ((valid_from < valid_to))
);
CREATE UNIQUE INDEX grant_request_waiting ON congvu.grant_request USING btree (account_id, role, body_id) WHERE (state = 'waiting'::text);
alter table grant_request enable row level security, force row level security;
create policy grant_request_as_delegated on grant_request as restrictive for insert to congvu_app with check (((delegated_from IS NULL) OR may_be_delegated(delegated_from, asked_by, account_id, role, body_id, acts, valid_to)));
create policy grant_request_ask on grant_request as permissive for insert to congvu_app with check (((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['grants.change'::text]) AS session_bodies_that_may)::uuid[])) AND role_is_given_over(role, body_id) AND (asked_by = ( SELECT session_person() AS session_person)) AND (state = 'waiting'::text) AND (NOT is_session_human(account_id, NULL::bytea))));
create policy grant_request_decide on grant_request as permissive for update to congvu_app using (((state = 'waiting'::text) AND (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['grants.change'::text]) AS session_bodies_that_may)::uuid[])) AND (NOT is_session_human(asked_by, NULL::bytea)) AND (NOT is_session_human(account_id, NULL::bytea)))) with check (((state = ANY (ARRAY['granted'::text, 'refused'::text])) AND (decided_by = ( SELECT session_person() AS session_person))));
create policy grant_request_delegate on grant_request as permissive for insert to congvu_app with check (((delegated_from IS NOT NULL) AND (asked_by = ( SELECT session_person() AS session_person)) AND (state = 'waiting'::text)));
create policy grant_request_lapse on grant_request as permissive for update to congvu_app using (((state = 'waiting'::text) AND ( SELECT session_is_system() AS session_is_system))) with check (((state = 'lapsed'::text) AND (decided_by IS NULL)));
create policy grant_request_owner on grant_request as permissive for all to congvu_owner using (true) with check (true);
create policy grant_request_see on grant_request as permissive for select to congvu_app using ((( SELECT session_is_system() AS session_is_system) OR (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['grants.change'::text]) AS session_bodies_that_may)::uuid[])) OR (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['audit.read'::text]) AS session_bodies_that_may)::uuid[]))));
create policy grant_request_see_own on grant_request as permissive for select to congvu_app using (((delegated_from IS NOT NULL) AND ((( SELECT session_person() AS session_person) = asked_by) OR (( SELECT session_person() AS session_person) = account_id))));
create policy grant_request_withdraw on grant_request as permissive for update to congvu_app using (((state = 'waiting'::text) AND (delegated_from IS NOT NULL) AND (asked_by = ( SELECT session_person() AS session_person)))) with check (((state = 'withdrawn'::text) AND (decided_by IS NULL)));
grant insert (request_id, account_id, role, body_id, valid_from, named, asked_by, asked_at, ends_at, valid_to, acts, delegated_from, basis) on grant_request to congvu_app;
grant select on grant_request to congvu_app;
grant update (state, decided_by, decided_at, grant_id) on grant_request to congvu_app;

-- room: start. Kept for a day; the answer stands sealed. status null = the first request is still running.
create table idempotent_answer (
  account_id uuid not null,
  key text not null,
  route text not null,
  request_hash bytea not null,
  at timestamp with time zone not null,
  status integer,
  answer_sealed bytea,
  asked jsonb,
  constraint idempotent_answer_key_check CHECK (((length(key) >= 8) AND (length(key) <= 128))),
  constraint idempotent_answer_pkey PRIMARY KEY (account_id, key)
);
CREATE INDEX idempotent_answer_at ON congvu.idempotent_answer USING btree (at);
alter table idempotent_answer enable row level security, force row level security;
create policy idempotent_answer_app on idempotent_answer as permissive for all to congvu_app using (((account_id = ( SELECT session_person() AS session_person)) OR ( SELECT session_is_system() AS session_is_system))) with check ((account_id = ( SELECT session_person() AS session_person)));
create policy idempotent_answer_owner on idempotent_answer as permissive for all to congvu_owner using (true) with check (true);
grant delete on idempotent_answer to congvu_app;
grant insert on idempotent_answer to congvu_app;
grant select on idempotent_answer to congvu_app;
grant update (status, answer_sealed, asked) on idempotent_answer to congvu_app;

-- room: authority/access. Which account an identity provider means; linked by issuer, subject (as a keyed hash) and citizen number, never by e-mail.
create table identity_link (
  issuer text not null,
  subject text not null,
  account_id uuid not null,
  linked_at timestamp with time zone not null,
  constraint identity_link_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(account_id),
  constraint identity_link_pkey PRIMARY KEY (issuer, subject)
);
CREATE UNIQUE INDEX identity_link_account ON congvu.identity_link USING btree (issuer, account_id);
alter table identity_link enable row level security, force row level security;
create policy identity_link_owner on identity_link as permissive for all to congvu_owner using (true) with check (true);
create policy identity_link_see on identity_link as permissive for select to congvu_app using ((account_id = ( SELECT session_person() AS session_person)));
grant select on identity_link to congvu_app;

-- room: authority/incidents. What was entered of an incident, one entry after the other: opened, found out since, reported to an authority, closed. Holds nothing of people but how many are touched.
create table incident_entry (
  incident_id uuid not null,
  entry_id uuid not null,
  number integer not null,
  kind text not null,
  facts jsonb not null,
  at timestamp with time zone not null,
  account_id uuid not null,
  constraint incident_entry_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(account_id),
  constraint incident_entry_check CHECK (((number = 1) = (kind = 'opened'::text))),
  constraint incident_entry_entry_id_key UNIQUE (entry_id),
  constraint incident_entry_kind_check CHECK ((kind = ANY (ARRAY['opened'::text, 'found'::text, 'reported'::text, 'closed'::text]))),
  constraint incident_entry_number_check CHECK ((number >= 1)),
  constraint incident_entry_pkey PRIMARY KEY (incident_id, number)
);
CREATE INDEX incident_entry_opened ON congvu.incident_entry USING btree (at DESC, incident_id DESC) WHERE (kind = 'opened'::text);
alter table incident_entry enable row level security, force row level security;
create policy incident_entry_add on incident_entry as permissive for insert to congvu_app with check (((cardinality(( SELECT session_bodies_that_may(VARIADIC ARRAY['incident.keep'::text]) AS session_bodies_that_may)) > 0) AND (account_id = ( SELECT session_person() AS session_person)) AND (NOT incident_is_closed(incident_id))));
create policy incident_entry_owner on incident_entry as permissive for all to congvu_owner using (true) with check (true);
create policy incident_entry_see on incident_entry as permissive for select to congvu_app using ((cardinality(( SELECT session_bodies_that_may(VARIADIC ARRAY['incident.read'::text, 'incident.keep'::text]) AS session_bodies_that_may)) > 0));
grant insert (incident_id, entry_id, number, kind, facts, at, account_id) on incident_entry to congvu_app;
grant select on incident_entry to congvu_app;

-- room: start. Facts about this installation; no people.
create table installation (
  name text not null,
  value text not null,
  tx bigint default record_tx() not null,
  constraint installation_pkey PRIMARY KEY (name)
);
alter table installation enable row level security, force row level security;
create policy installation_change on installation as permissive for update to congvu_app using ((name <> ALL (ARRAY['root'::text, 'master-keys'::text]))) with check ((name <> ALL (ARRAY['root'::text, 'master-keys'::text])));
create policy installation_owner on installation as permissive for all to congvu_owner using (true) with check (true);
create policy installation_see on installation as permissive for select to congvu_app using (true);
create policy installation_write on installation as permissive for insert to congvu_app with check ((name <> 'master-keys'::text));
grant insert on installation to congvu_app;
grant select on installation to congvu_app;
grant update (value) on installation to congvu_app;

-- room: record/confirmation. One person × field group of a submission; what was stated never changes, the state does.
create table item (
  person_id uuid not null,
  item_id uuid not null,
  submission_id uuid not null,
  round integer not null,
  body_id uuid not null,
  group_code text not null,
  state text not null,
  compared_version integer not null,
  valid_from date not null,
  name text not null,
  stated text,
  stated_sealed bytea,
  maker_identity bytea,
  maker_id uuid not null,
  created_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  decision jsonb,
  attestation_id uuid,
  registered_version integer,
  decided_by_name text,
  maker_kind text default 'account'::text not null,
  line text,
  list_edition integer,
  name_sort text collate "C",
  constraint item_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint item_line_check CHECK ((line <> ''::text)),
  constraint item_maker_check CHECK (((maker_kind = ANY (ARRAY['account'::text, 'person'::text, 'node'::text])) AND ((maker_kind = 'node'::text) = (maker_identity IS NULL)))),
  constraint item_pkey PRIMARY KEY (person_id, item_id),
  constraint item_state_check CHECK ((state = ANY (ARRAY['waiting-match'::text, 'awaiting-confirmation'::text, 'held'::text, 'confirmed'::text, 'registered'::text, 'returned'::text, 'withdrawn'::text, 'superseded'::text]))),
  constraint item_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(submission_id)
);
CREATE INDEX item_held ON congvu.item USING btree (person_id, group_code) WHERE (state = 'held'::text);
CREATE INDEX item_queue ON congvu.item USING btree (body_id, created_at) WHERE (state = 'awaiting-confirmation'::text);
CREATE INDEX item_unsettled ON congvu.item USING btree (submission_id, state) WHERE (state = ANY (ARRAY['waiting-match'::text, 'returned'::text]));
CREATE UNIQUE INDEX item_once ON congvu.item USING btree (submission_id, round, person_id, group_code, COALESCE(line, ''::text));
CREATE UNIQUE INDEX item_open ON congvu.item USING btree (person_id, group_code) WHERE ((line IS NULL) AND (state = ANY (ARRAY['waiting-match'::text, 'awaiting-confirmation'::text, 'confirmed'::text])));
CREATE UNIQUE INDEX item_open_line ON congvu.item USING btree (person_id, group_code, line) WHERE ((line IS NOT NULL) AND (state = ANY (ARRAY['waiting-match'::text, 'awaiting-confirmation'::text, 'confirmed'::text])));
alter table item enable row level security, force row level security;
create policy item_app on item as permissive for all to congvu_app using ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[]))) with check ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
create policy item_by_its_decider on item as restrictive for update to congvu_app using (true) with check (((state <> ALL (ARRAY['confirmed'::text, 'registered'::text, 'returned'::text])) OR ((state = 'returned'::text) AND ( SELECT session_is_system() AS session_is_system)) OR (((decided_by IS NULL) OR (decided_by = ( SELECT session_person() AS session_person))) AND (body_id = ANY (
CASE
    WHEN (state = 'returned'::text) THEN ( SELECT session_bodies_that_may(VARIADIC ARRAY['item.return'::text]) AS session_bodies_that_may)
    ELSE ( SELECT session_bodies_that_may(VARIADIC ARRAY['item.confirm'::text]) AS session_bodies_that_may)
END)))));
create policy item_kept_apart on item as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy item_owner on item as permissive for all to congvu_owner using (true) with check (true);
create policy item_writers_add on item as restrictive for insert to congvu_app with check ((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])));
create policy item_writers_change on item as restrictive for update to congvu_app using ((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])));
grant insert on item to congvu_app;
grant select on item to congvu_app;
grant update (state, compared_version, decided_at, decided_by, decision, attestation_id, registered_version, decided_by_name) on item to congvu_app;

-- room: record/intake. Append only: a suggestion accepted in what became items of a person, and who accepted it (a maker of these items).
create table item_suggestion (
  person_id uuid not null,
  submission_id uuid not null,
  round integer not null,
  no integer not null,
  body_id uuid not null,
  group_code text not null,
  field text not null,
  by_account uuid not null,
  by_identity bytea not null,
  at timestamp with time zone not null,
  sealed bytea not null,
  tx bigint default record_tx() not null,
  constraint item_suggestion_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint item_suggestion_pkey PRIMARY KEY (person_id, submission_id, round, no),
  constraint item_suggestion_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(submission_id)
);
alter table item_suggestion enable row level security, force row level security;
create policy item_suggestion_app on item_suggestion as permissive for all to congvu_app using ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[]))) with check ((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])));
create policy item_suggestion_kept_apart on item_suggestion as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy item_suggestion_owner on item_suggestion as permissive for all to congvu_owner using (true) with check (true);
grant insert on item_suggestion to congvu_app;
grant select on item_suggestion to congvu_app;

-- room: record/kept-apart. That a record is to be kept apart, or is no more: on which document, of which class, asked and decided by whom. What is granted is never changed; a mark stands until an end of it is granted.
create table kept_apart (
  person_id uuid not null,
  request_id uuid not null,
  kind text not null,
  ends uuid,
  body_id uuid not null,
  class text,
  paper jsonb not null,
  from_day date not null,
  asked_by uuid not null,
  asked_name text not null,
  asked_at timestamp with time zone not null,
  state text default 'asked'::text not null,
  decided_by uuid,
  decided_name text,
  decided_at timestamp with time zone,
  refusal text,
  constraint kept_apart_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES account(account_id),
  constraint kept_apart_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint kept_apart_class_check CHECK ((class ~ '^[A-Z_]{2,30}$'::text)),
  constraint kept_apart_decided CHECK ((((state = ANY (ARRAY['granted'::text, 'refused'::text])) = (decided_by IS NOT NULL)) AND ((decided_by IS NULL) = (decided_at IS NULL)))),
  constraint kept_apart_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(account_id),
  constraint kept_apart_kind CHECK ((((kind = 'mark'::text) = (class IS NOT NULL)) AND ((kind = 'end'::text) = (ends IS NOT NULL)))),
  constraint kept_apart_kind_check CHECK ((kind = ANY (ARRAY['mark'::text, 'end'::text]))),
  constraint kept_apart_paper_check CHECK ((jsonb_typeof(paper) = 'object'::text)),
  constraint kept_apart_pkey PRIMARY KEY (person_id, request_id),
  constraint kept_apart_refusal_check CHECK (((length(refusal) >= 1) AND (length(refusal) <= 500))),
  constraint kept_apart_refused CHECK (((state = 'refused'::text) = (refusal IS NOT NULL))),
  constraint kept_apart_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'granted'::text, 'refused'::text, 'withdrawn'::text]))),
  constraint kept_apart_two CHECK ((decided_by IS DISTINCT FROM asked_by))
);
CREATE INDEX kept_apart_by_day ON congvu.kept_apart USING btree (asked_at DESC, request_id DESC);
CREATE INDEX kept_apart_ended ON congvu.kept_apart USING btree (ends) WHERE ((state = 'granted'::text) AND (kind = 'end'::text));
CREATE INDEX kept_apart_marks ON congvu.kept_apart USING btree (request_id) INCLUDE (person_id) WHERE ((state = 'granted'::text) AND (kind = 'mark'::text));
CREATE UNIQUE INDEX kept_apart_end ON congvu.kept_apart USING btree (person_id, ends) WHERE ((state = 'granted'::text) AND (kind = 'end'::text));
CREATE UNIQUE INDEX kept_apart_open ON congvu.kept_apart USING btree (person_id) WHERE (state = 'asked'::text);
alter table kept_apart enable row level security, force row level security;
create policy kept_apart_ask on kept_apart as permissive for insert to congvu_app with check (((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['kept-apart.ask'::text]) AS session_bodies_that_may)::uuid[])) AND (asked_by = ( SELECT session_person() AS session_person)) AND (state = 'asked'::text) AND (NOT is_session_human_of(person_id)) AND (EXISTS ( SELECT 1
   FROM person p
  WHERE ((p.person_id = kept_apart.person_id) AND (p.body_id = kept_apart.body_id)))) AND ((kind = 'end'::text) = is_kept_apart(person_id))));
create policy kept_apart_decide on kept_apart as permissive for update to congvu_app using (((state = 'asked'::text) AND (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['kept-apart.decide'::text]) AS session_bodies_that_may)::uuid[])) AND (NOT is_session_human(asked_by, NULL::bytea)) AND (NOT is_session_human_of(person_id)))) with check (((state = ANY (ARRAY['granted'::text, 'refused'::text])) AND (decided_by = ( SELECT session_person() AS session_person)) AND (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['kept-apart.decide'::text]) AS session_bodies_that_may)::uuid[])) AND (NOT is_session_human(asked_by, NULL::bytea)) AND (NOT is_session_human_of(person_id))));
create policy kept_apart_owner on kept_apart as permissive for all to congvu_owner using (true) with check (true);
create policy kept_apart_see on kept_apart as permissive for select to congvu_app using ((( SELECT session_of_all_bodies() AS session_of_all_bodies) OR (EXISTS ( SELECT 1
   FROM person p
  WHERE ((p.person_id = standing_person(kept_apart.person_id)) AND (p.body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['kept-apart.read'::text]) AS session_bodies_that_may)::uuid[])))))));
create policy kept_apart_take_back on kept_apart as permissive for update to congvu_app using (((state = 'asked'::text) AND (asked_by = ( SELECT session_person() AS session_person)))) with check (((state = 'withdrawn'::text) AND (asked_by = ( SELECT session_person() AS session_person))));
grant insert (person_id, request_id, kind, ends, body_id, class, paper, from_day, asked_by, asked_name, asked_at) on kept_apart to congvu_app;
grant select on kept_apart to congvu_app;
grant update (state, decided_by, decided_name, decided_at, refusal) on kept_apart to congvu_app;

-- room: record/clocks. A term of the law that runs about a person (code of thoi_han_phap_ly, and what of the person it is about): whose duty, since when, last day, done or void.
create table legal_clock (
  person_id uuid not null,
  clock_id uuid not null,
  term text not null,
  about text not null,
  body_id uuid not null,
  submission_id uuid,
  start_on date not null,
  last_day date not null,
  due_at timestamp with time zone not null,
  forecast boolean not null,
  list_edition integer,
  started_at timestamp with time zone not null,
  done_at timestamp with time zone,
  void_at timestamp with time zone,
  moved_at timestamp with time zone,
  call_id uuid,
  constraint legal_clock_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint legal_clock_call_id_fkey FOREIGN KEY (call_id) REFERENCES declaration_call(call_id),
  constraint legal_clock_check CHECK (((last_day >= start_on) AND ((done_at IS NULL) OR (void_at IS NULL)))),
  constraint legal_clock_pkey PRIMARY KEY (person_id, clock_id),
  constraint legal_clock_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(submission_id)
);
CREATE INDEX legal_clock_call ON congvu.legal_clock USING btree (call_id) WHERE (call_id IS NOT NULL);
CREATE INDEX legal_clock_moved ON congvu.legal_clock USING btree (body_id) WHERE ((moved_at IS NOT NULL) AND (done_at IS NULL) AND (void_at IS NULL));
CREATE INDEX legal_clock_open ON congvu.legal_clock USING btree (body_id, last_day, clock_id) WHERE ((done_at IS NULL) AND (void_at IS NULL));
CREATE INDEX legal_clock_submission ON congvu.legal_clock USING btree (submission_id) WHERE ((done_at IS NULL) AND (void_at IS NULL));
CREATE UNIQUE INDEX legal_clock_once ON congvu.legal_clock USING btree (person_id, term, about) WHERE ((done_at IS NULL) AND (void_at IS NULL));
alter table legal_clock enable row level security, force row level security;
create policy legal_clock_add on legal_clock as permissive for insert to congvu_app with check (((done_at IS NULL) AND (void_at IS NULL) AND ((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])) OR (body_id = ANY (( SELECT session_registering_bodies() AS session_registering_bodies)::uuid[])) OR (person_id = ( SELECT session_own_person() AS session_own_person)))));
create policy legal_clock_change on legal_clock as permissive for update to congvu_app using (((done_at IS NULL) AND (void_at IS NULL) AND ((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])) OR (body_id = ANY (( SELECT session_registering_bodies() AS session_registering_bodies)::uuid[]))))) with check (((done_at IS NULL) AND (void_at IS NULL)));
create policy legal_clock_kept_apart on legal_clock as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy legal_clock_own on legal_clock as permissive for select to congvu_app using ((person_id = ( SELECT session_own_person() AS session_own_person)));
create policy legal_clock_owner on legal_clock as permissive for all to congvu_owner using (true) with check (true);
create policy legal_clock_see on legal_clock as permissive for select to congvu_app using ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
grant insert (person_id, clock_id, term, about, body_id, submission_id, start_on, last_day, due_at, forecast, list_edition, started_at) on legal_clock to congvu_app;
grant select on legal_clock to congvu_app;
grant update (submission_id, last_day, due_at, forecast, list_edition, moved_at) on legal_clock to congvu_app;

-- room: authority/code-lists. An entry for an open list: asked for by an administrator, granted or refused by who keeps the lists.
create table list_addition (
  addition_id uuid not null,
  list text not null,
  code text not null,
  name text not null,
  name_en text,
  aliases text[] default '{}'::text[] not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  body_id uuid not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  state text default 'waiting'::text not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  reason text,
  kind text default 'add'::text not null,
  changes uuid,
  ends_at timestamp with time zone not null,
  days jsonb,
  constraint list_addition_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES account(account_id),
  constraint list_addition_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint list_addition_changes CHECK (((kind = 'add'::text) = (changes IS NULL))),
  constraint list_addition_changes_fkey FOREIGN KEY (changes) REFERENCES list_addition(addition_id),
  constraint list_addition_check CHECK (((valid_to IS NULL) OR (valid_from < valid_to))),
  constraint list_addition_check1 CHECK ((decided_by IS DISTINCT FROM asked_by)),
  constraint list_addition_check3 CHECK (((state = 'refused'::text) = (reason IS NOT NULL))),
  constraint list_addition_code_check CHECK (((length(code) >= 1) AND (length(code) <= 30))),
  constraint list_addition_days_check CHECK ((jsonb_typeof(days) = 'array'::text)),
  constraint list_addition_decided CHECK ((((state = ANY (ARRAY['granted'::text, 'refused'::text])) = (decided_by IS NOT NULL)) AND ((state = 'waiting'::text) = (decided_at IS NULL)))),
  constraint list_addition_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(account_id),
  constraint list_addition_kind_check CHECK ((kind = ANY (ARRAY['add'::text, 'end'::text, 'correct'::text]))),
  constraint list_addition_name_check CHECK (((length(name) >= 1) AND (length(name) <= 300))),
  constraint list_addition_name_en_check CHECK (((length(name_en) >= 1) AND (length(name_en) <= 300))),
  constraint list_addition_pkey PRIMARY KEY (addition_id),
  constraint list_addition_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint list_addition_source_check CHECK (((length(source) >= 5) AND (length(source) <= 500))),
  constraint list_addition_state CHECK ((state = ANY (ARRAY['waiting'::text, 'granted'::text, 'refused'::text, 'withdrawn'::text, 'lapsed'::text])))
);
CREATE UNIQUE INDEX list_addition_waiting ON congvu.list_addition USING btree (list, code) WHERE (state = 'waiting'::text);
alter table list_addition enable row level security, force row level security;
create policy list_addition_ask on list_addition as permissive for insert to congvu_app with check (((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['lists.ask'::text]) AS session_bodies_that_may)::uuid[])) AND (asked_by = ( SELECT session_person() AS session_person)) AND (state = 'waiting'::text)));
create policy list_addition_decide on list_addition as permissive for update to congvu_app using (((state = 'waiting'::text) AND ( SELECT session_keeps_lists() AS session_keeps_lists) AND (NOT is_session_human(asked_by, NULL::bytea)))) with check (((state = ANY (ARRAY['granted'::text, 'refused'::text])) AND (decided_by = ( SELECT session_person() AS session_person)) AND ( SELECT session_keeps_lists() AS session_keeps_lists) AND (NOT is_session_human(asked_by, NULL::bytea))));
create policy list_addition_lapse on list_addition as permissive for update to congvu_app using (((state = 'waiting'::text) AND ( SELECT session_is_system() AS session_is_system))) with check (((state = 'lapsed'::text) AND ( SELECT session_is_system() AS session_is_system)));
create policy list_addition_owner on list_addition as permissive for all to congvu_owner using (true) with check (true);
create policy list_addition_see on list_addition as permissive for select to congvu_app using (((cardinality(( SELECT session_bodies_that_may(VARIADIC ARRAY['lists.ask'::text, 'lists.decide'::text]) AS session_bodies_that_may)) > 0) OR ( SELECT session_is_system() AS session_is_system)));
create policy list_addition_withdraw on list_addition as permissive for update to congvu_app using (((state = 'waiting'::text) AND is_session_human(asked_by, NULL::bytea))) with check (((state = 'withdrawn'::text) AND is_session_human(asked_by, NULL::bytea)));
grant insert (addition_id, list, code, name, name_en, aliases, valid_from, valid_to, source, body_id, asked_by, asked_at, kind, changes, ends_at, days) on list_addition to congvu_app;
grant select on list_addition to congvu_app;
grant update (state, decided_by, decided_at, reason) on list_addition to congvu_app;

-- room: authority/code-lists. Every state of all lists and rows of law that was ever in use; the newest is in use. Append only.
create table list_edition (
  edition integer not null,
  hash text not null,
  files_hash text not null,
  release text not null,
  cause text not null,
  addition_id uuid,
  at timestamp with time zone not null,
  tx bigint default record_tx() not null,
  constraint list_edition_addition FOREIGN KEY (addition_id) REFERENCES list_addition(addition_id),
  constraint list_edition_cause_check CHECK ((cause = ANY (ARRAY['files'::text, 'addition'::text]))),
  constraint list_edition_check CHECK (((cause = 'addition'::text) = (addition_id IS NOT NULL))),
  constraint list_edition_edition_check CHECK ((edition >= 1)),
  constraint list_edition_pkey PRIMARY KEY (edition)
);
CREATE INDEX list_edition_tx ON congvu.list_edition USING btree (tx);
CREATE UNIQUE INDEX list_edition_granted ON congvu.list_edition USING btree (addition_id) WHERE (addition_id IS NOT NULL);
alter table list_edition enable row level security, force row level security;
create policy list_edition_add on list_edition as permissive for insert to congvu_app with check (((cause = 'addition'::text) AND (tx = record_tx()) AND granted_here(addition_id)));
create policy list_edition_owner on list_edition as permissive for all to congvu_owner using (true) with check (true);
create policy list_edition_see on list_edition as permissive for select to congvu_app using (true);
grant insert (edition, hash, files_hash, release, cause, addition_id, at) on list_edition to congvu_app;
grant select on list_edition to congvu_app;

-- room: uses/card. Counter of each published list: the newer of two is the one with the greater number, whatever the clock said. Only rises, by next_list_version. No people.
create table list_version (
  name text not null,
  version bigint not null,
  constraint list_version_name_check CHECK ((name ~ '^(trust-list|status/[0-9]{1,9})$'::text)),
  constraint list_version_pkey PRIMARY KEY (name),
  constraint list_version_version_check CHECK ((version > 0))
);
alter table list_version enable row level security, force row level security;
create policy list_version_owner on list_version as permissive for all to congvu_owner using (true) with check (true);

-- room: authority/access. Logout tokens that were taken (keyed hashes), until they are too old to be taken anyway: each ends sessions once.
create table logout_token (
  issuer text not null,
  jti text not null,
  until timestamp with time zone not null,
  constraint logout_token_pkey PRIMARY KEY (issuer, jti)
);
alter table logout_token enable row level security, force row level security;
create policy logout_token_owner on logout_token as permissive for all to congvu_owner using (true) with check (true);

-- room: record/matching. The level of each field as compared with the source. Append only.
create table match_result (
  person_id uuid not null,
  match_id uuid not null,
  submission_id uuid not null,
  body_id uuid not null,
  tx bigint default record_tx() not null,
  at timestamp with time zone not null,
  level text not null,
  fields jsonb not null,
  source text not null,
  request_id text not null,
  compared jsonb default '{}'::jsonb not null,
  constraint match_result_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint match_result_level_check CHECK ((level = ANY (ARRAY['KHOP'::text, 'GAN_KHOP'::text, 'LECH'::text, 'KHONG_TIM_THAY'::text, 'CHUA'::text]))),
  constraint match_result_pkey PRIMARY KEY (person_id, match_id)
);
alter table match_result enable row level security, force row level security;
create policy match_result_add on match_result as permissive for insert to congvu_app with check ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
create policy match_result_by_system on match_result as restrictive for insert to congvu_app with check (( SELECT session_is_system() AS session_is_system));
create policy match_result_kept_apart on match_result as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy match_result_owner on match_result as permissive for all to congvu_owner using (true) with check (true);
create policy match_result_see on match_result as permissive for select to congvu_app using (((EXISTS ( SELECT 1
   FROM person_reach r
  WHERE ((r.person_id = match_result.person_id) AND ((r.why <> 'former'::text) OR (match_result.tx < r.tx_from)) AND (r.tx_to = '9223372036854775807'::bigint) AND (r.valid_from <= ( SELECT today_in_vietnam() AS today_in_vietnam)) AND (r.valid_to > ( SELECT today_in_vietnam() AS today_in_vietnam)))
 OFFSET 0)) OR ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])) AND (NOT (EXISTS ( SELECT 1
   FROM person_reach r
  WHERE (r.person_id = match_result.person_id)
 OFFSET 0)))) OR ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant insert on match_result to congvu_app;
grant select on match_result to congvu_app;

-- room: record/matching. A person of a submission who waits to be matched; a source that is down only puts it off.
create table match_task (
  person_id uuid not null,
  submission_id uuid not null,
  body_id uuid not null,
  state text not null,
  attempts integer default 0 not null,
  next_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  held_by text,
  constraint match_task_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint match_task_pkey PRIMARY KEY (person_id, submission_id),
  constraint match_task_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'given-up'::text])))
);
CREATE INDEX match_task_due ON congvu.match_task USING btree (next_at) WHERE (state = 'waiting'::text);
alter table match_task enable row level security, force row level security;
create policy match_task_app on match_task as permissive for all to congvu_app using ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[]))) with check ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
create policy match_task_kept_apart on match_task as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy match_task_owner on match_task as permissive for all to congvu_owner using (true) with check (true);
grant insert on match_task to congvu_app;
grant select on match_task to congvu_app;
grant update (state, attempts, next_at, held_by) on match_task to congvu_app;

-- room: base/database. What each applied migration was, to the byte.
create table migration_checksum (
  name text not null,
  sha256 text not null,
  contracts_after text,
  constraint migration_checksum_pkey PRIMARY KEY (name)
);

-- room: record/matching. A person of a submission whose newest match is no KHOP: what differs by levels, by when it is to be settled, who works on it. closed_at = a later match was KHOP. The values of the population database are not kept.
create table mismatch (
  submission_id uuid not null,
  person_id uuid not null,
  body_id uuid not null,
  level text not null,
  fields jsonb not null,
  found_at timestamp with time zone not null,
  due_on date not null,
  closed_at timestamp with time zone,
  assigned_to uuid,
  constraint mismatch_assigned_to_fkey FOREIGN KEY (assigned_to) REFERENCES account(account_id),
  constraint mismatch_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint mismatch_level_check CHECK ((level = ANY (ARRAY['GAN_KHOP'::text, 'LECH'::text, 'KHONG_TIM_THAY'::text]))),
  constraint mismatch_pkey PRIMARY KEY (submission_id, person_id),
  constraint mismatch_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(submission_id)
);
CREATE INDEX mismatch_open ON congvu.mismatch USING btree (body_id, due_on) WHERE (closed_at IS NULL);
alter table mismatch enable row level security, force row level security;
create policy mismatch_add on mismatch as permissive for insert to congvu_app with check ((( SELECT session_is_system() AS session_is_system) AND (body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[]))));
create policy mismatch_change on mismatch as permissive for update to congvu_app using (((( SELECT session_is_system() AS session_is_system) AND (body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[]))) OR (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['mismatch.work'::text]) AS session_bodies_that_may)::uuid[])))) with check ((( SELECT session_is_system() AS session_is_system) OR (closed_at IS NULL)));
create policy mismatch_kept_apart on mismatch as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy mismatch_owner on mismatch as permissive for all to congvu_owner using (true) with check (true);
create policy mismatch_see on mismatch as permissive for select to congvu_app using (((( SELECT session_is_system() AS session_is_system) AND (body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[]))) OR (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['mismatch.work'::text]) AS session_bodies_that_may)::uuid[]))));
grant insert on mismatch to congvu_app;
grant select on mismatch to congvu_app;
grant update (level, fields, found_at, due_on, closed_at, assigned_to) on mismatch to congvu_app;

-- room: record/matching. What was done about a mismatch, by whom; notes are sealed. by_account null: the system.
create table mismatch_act (
  submission_id uuid not null,
  person_id uuid not null,
  act_no integer not null,
  act text not null,
  by_account uuid,
  by_name text,
  at timestamp with time zone not null,
  note_sealed bytea,
  constraint mismatch_act_act_check CHECK ((act = ANY (ARRAY['found'::text, 'assigned'::text, 'released'::text, 'commented'::text, 'person-told'::text, 'asked-again'::text, 'matched'::text]))),
  constraint mismatch_act_pkey PRIMARY KEY (submission_id, person_id, act_no),
  constraint mismatch_act_submission_id_person_id_fkey FOREIGN KEY (submission_id, person_id) REFERENCES mismatch(submission_id, person_id)
);
alter table mismatch_act enable row level security, force row level security;
create policy mismatch_act_add on mismatch_act as permissive for insert to congvu_app with check (((NOT (by_account IS DISTINCT FROM
CASE
    WHEN ( SELECT session_is_system() AS session_is_system) THEN NULL::uuid
    ELSE ( SELECT session_person() AS session_person)
END)) AND (EXISTS ( SELECT 1
   FROM mismatch m
  WHERE ((m.submission_id = mismatch_act.submission_id) AND (m.person_id = mismatch_act.person_id))))));
create policy mismatch_act_kept_apart on mismatch_act as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy mismatch_act_owner on mismatch_act as permissive for all to congvu_owner using (true) with check (true);
create policy mismatch_act_see on mismatch_act as permissive for select to congvu_app using ((EXISTS ( SELECT 1
   FROM mismatch m
  WHERE ((m.submission_id = mismatch_act.submission_id) AND (m.person_id = mismatch_act.person_id)))));
grant insert on mismatch_act to congvu_app;
grant select on mismatch_act to congvu_app;

-- room: record/register. Keyed hash of the citizen number → person. claimed: a body sent it, others may too; registered: it is this person's; former: it was, before it was made anew or before two records became one; merged: a record that is merged away had it.
create table national_id (
  id_hash bytea not null,
  person_id uuid not null,
  body_id uuid not null,
  sealed bytea not null,
  state text default 'claimed'::text not null,
  claimed_by uuid not null,
  tx bigint default record_tx() not null,
  constraint national_id_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint national_id_pkey PRIMARY KEY (id_hash, person_id),
  constraint national_id_state_check CHECK ((state = ANY (ARRAY['claimed'::text, 'registered'::text, 'former'::text, 'merged'::text])))
);
CREATE INDEX national_id_person ON congvu.national_id USING btree (person_id);
CREATE UNIQUE INDEX national_id_current ON congvu.national_id USING btree (person_id) WHERE (state = ANY (ARRAY['claimed'::text, 'registered'::text]));
CREATE UNIQUE INDEX national_id_one_claim ON congvu.national_id USING btree (id_hash, body_id) WHERE (state = 'claimed'::text);
CREATE UNIQUE INDEX national_id_one_person ON congvu.national_id USING btree (id_hash) WHERE (state = ANY (ARRAY['registered'::text, 'former'::text]));
alter table national_id enable row level security, force row level security;
create policy national_id_kept_apart on national_id as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy national_id_own on national_id as permissive for select to congvu_app using ((person_id = ( SELECT session_own_person() AS session_own_person)));
create policy national_id_owner on national_id as permissive for all to congvu_owner using (true) with check (true);
create policy national_id_see on national_id as permissive for select to congvu_app using (((EXISTS ( SELECT 1
   FROM person_reach r
  WHERE ((r.person_id = national_id.person_id) AND (r.tx_to = '9223372036854775807'::bigint) AND (r.valid_from <= ( SELECT today_in_vietnam() AS today_in_vietnam)) AND (r.valid_to > ( SELECT today_in_vietnam() AS today_in_vietnam)))
 OFFSET 0)) OR ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])) AND (NOT (EXISTS ( SELECT 1
   FROM person_reach r
  WHERE (r.person_id = national_id.person_id)
 OFFSET 0)))) OR ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant select on national_id to congvu_app;

-- room: uses/netcheck. What a check of the network from a desk of a body found; measurements without an address or a name of anybody.
create table network_check (
  check_id uuid not null,
  body_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  passed boolean not null,
  codes text[] not null,
  measured jsonb not null,
  constraint network_check_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint network_check_codes_check CHECK ((cardinality(codes) <= 20)),
  constraint network_check_kind_check CHECK ((kind = ANY (ARRAY['desk'::text, 'browser'::text]))),
  constraint network_check_pkey PRIMARY KEY (check_id)
);
CREATE INDEX network_check_last ON congvu.network_check USING btree (body_id, at DESC, check_id DESC);
alter table network_check enable row level security, force row level security;
create policy network_check_add on network_check as permissive for insert to congvu_app with check (((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['bodies.read'::text]) AS session_bodies_that_may)::uuid[])) OR (( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies))));
create policy network_check_owner on network_check as permissive for all to congvu_owner using (true) with check (true);
create policy network_check_see on network_check as permissive for select to congvu_app using ((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['bodies.read'::text]) AS session_bodies_that_may)::uuid[])));
grant insert on network_check to congvu_app;
grant select on network_check to congvu_app;

-- room: uses/netcheck. Short codes, kept as hashes, by which desks of a body send what their check found; for a day, and for a few desks.
create table network_check_token (
  token_sha256 bytea not null,
  body_id uuid not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  uses_left integer not null,
  constraint network_check_token_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint network_check_token_check CHECK (((ends_at > made_at) AND (ends_at <= (made_at + '24:00:00'::interval)))),
  constraint network_check_token_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(account_id),
  constraint network_check_token_pkey PRIMARY KEY (token_sha256),
  constraint network_check_token_token_sha256_check CHECK ((octet_length(token_sha256) = 32)),
  constraint network_check_token_uses_left_check CHECK (((uses_left >= 0) AND (uses_left <= 20)))
);
alter table network_check_token enable row level security, force row level security;
create policy network_check_token_find on network_check_token as permissive for select to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
create policy network_check_token_make on network_check_token as permissive for insert to congvu_app with check (((made_by = ( SELECT session_person() AS session_person)) AND (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['bodies.read'::text]) AS session_bodies_that_may)::uuid[]))));
create policy network_check_token_owner on network_check_token as permissive for all to congvu_owner using (true) with check (true);
create policy network_check_token_use on network_check_token as permissive for update to congvu_app using (((uses_left > 0) AND ( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies))) with check ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant insert on network_check_token to congvu_app;
grant select on network_check_token to congvu_app;
grant update (uses_left) on network_check_token to congvu_app;

-- room: uses/notices. What an account is told: a matter, what it is about, and the figures it was computed from; nothing of people. mail_day = of the digest that told it.
create table notice (
  account_id uuid not null,
  notice_id uuid not null,
  matter text not null,
  subject_id uuid not null,
  facts jsonb not null,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  seen_at timestamp with time zone,
  mail_day date,
  constraint notice_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(account_id),
  constraint notice_facts_are_small CHECK (((jsonb_typeof(facts) = 'object'::text) AND (octet_length((facts)::text) <= 500))),
  constraint notice_pkey PRIMARY KEY (account_id, notice_id)
);
CREATE INDEX notice_lately ON congvu.notice USING btree (account_id, changed_at DESC, notice_id);
CREATE INDEX notice_to_mail ON congvu.notice USING btree (account_id) WHERE ((seen_at IS NULL) AND (mail_day IS NULL));
CREATE UNIQUE INDEX notice_open ON congvu.notice USING btree (account_id, matter, subject_id) WHERE (seen_at IS NULL);
alter table notice enable row level security, force row level security;
create policy notice_add on notice as permissive for insert to congvu_app with check ((( SELECT session_keeps_log() AS session_keeps_log) AND (seen_at IS NULL)));
create policy notice_change on notice as permissive for update to congvu_app using (((seen_at IS NULL) AND ((account_id = ( SELECT session_person() AS session_person)) OR ( SELECT session_keeps_log() AS session_keeps_log)))) with check (((account_id = ( SELECT session_person() AS session_person)) OR ( SELECT session_keeps_log() AS session_keeps_log)));
create policy notice_forget on notice as permissive for delete to congvu_app using ((( SELECT session_keeps_log() AS session_keeps_log) AND (seen_at IS NOT NULL)));
create policy notice_kept_apart on notice as restrictive for select to congvu_app using ((NOT (subject_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy notice_owner on notice as permissive for all to congvu_owner using (true) with check (true);
create policy notice_see on notice as permissive for select to congvu_app using (((account_id = ( SELECT session_person() AS session_person)) OR ( SELECT session_keeps_log() AS session_keeps_log)));
grant delete on notice to congvu_app;
grant insert on notice to congvu_app;
grant select on notice to congvu_app;
grant update (facts, changed_at, seen_at, mail_day) on notice to congvu_app;

-- room: uses/notices. Where an account wants its digest sent, sealed; set by its holder alone. refusals = times in a row that its server refused for good.
create table notice_address (
  account_id uuid not null,
  salt bytea not null,
  address_sealed bytea not null,
  wants_mail boolean not null,
  refusals integer default 0 not null,
  changed_at timestamp with time zone not null,
  constraint notice_address_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(account_id),
  constraint notice_address_pkey PRIMARY KEY (account_id),
  constraint notice_address_refusals CHECK ((refusals >= 0))
);
alter table notice_address enable row level security, force row level security;
create policy notice_address_own on notice_address as permissive for all to congvu_app using ((account_id = ( SELECT session_person() AS session_person))) with check (((account_id = ( SELECT session_person() AS session_person)) AND (refusals = 0)));
create policy notice_address_owner on notice_address as permissive for all to congvu_owner using (true) with check (true);
create policy notice_address_refused on notice_address as permissive for update to congvu_app using (( SELECT session_keeps_log() AS session_keeps_log)) with check (( SELECT session_keeps_log() AS session_keeps_log));
create policy notice_address_see on notice_address as permissive for select to congvu_app using (( SELECT session_keeps_log() AS session_keeps_log));
grant insert on notice_address to congvu_app;
grant select on notice_address to congvu_app;
grant update (salt, address_sealed, wants_mail, refusals, changed_at) on notice_address to congvu_app;

-- room: uses/notices. How far the log was looked through for what somebody is to be told; overdue_on = the last day on which waiting work was counted.
create table notice_cursor (
  only_row boolean default true not null,
  tx bigint not null,
  event_id uuid not null,
  overdue_on date,
  unusual_on date,
  constraint notice_cursor_only_row_check CHECK (only_row),
  constraint notice_cursor_pkey PRIMARY KEY (only_row)
);
alter table notice_cursor enable row level security, force row level security;
create policy notice_cursor_owner on notice_cursor as permissive for all to congvu_owner using (true) with check (true);
create policy notice_cursor_system on notice_cursor as permissive for all to congvu_app using (( SELECT session_keeps_log() AS session_keeps_log)) with check (( SELECT session_keeps_log() AS session_keeps_log));
grant select on notice_cursor to congvu_app;
grant update (tx, event_id, overdue_on, unusual_on) on notice_cursor to congvu_app;

-- room: uses/notices. One digest of an account and day, written before it is handed to the mail server: what stays at sending was cut off, and is never sent again.
create table notice_mail (
  account_id uuid not null,
  day date not null,
  state text not null,
  facts jsonb not null,
  at timestamp with time zone not null,
  settled_at timestamp with time zone,
  detail text,
  constraint notice_mail_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(account_id),
  constraint notice_mail_detail CHECK ((length(detail) <= 40)),
  constraint notice_mail_pkey PRIMARY KEY (account_id, day),
  constraint notice_mail_settled CHECK (((state = 'sending'::text) = (settled_at IS NULL))),
  constraint notice_mail_state CHECK ((state = ANY (ARRAY['sending'::text, 'accepted'::text, 'refused'::text, 'failed'::text])))
);
alter table notice_mail enable row level security, force row level security;
create policy notice_mail_add on notice_mail as permissive for insert to congvu_app with check ((( SELECT session_keeps_log() AS session_keeps_log) AND (state = 'sending'::text)));
create policy notice_mail_forget on notice_mail as permissive for delete to congvu_app using (( SELECT session_keeps_log() AS session_keeps_log));
create policy notice_mail_owner on notice_mail as permissive for all to congvu_owner using (true) with check (true);
create policy notice_mail_see on notice_mail as permissive for select to congvu_app using (((account_id = ( SELECT session_person() AS session_person)) OR ( SELECT session_keeps_log() AS session_keeps_log)));
create policy notice_mail_settle on notice_mail as permissive for update to congvu_app using ((( SELECT session_keeps_log() AS session_keeps_log) AND (state = 'sending'::text))) with check ((( SELECT session_keeps_log() AS session_keeps_log) AND (state <> 'sending'::text)));
grant delete on notice_mail to congvu_app;
grant insert on notice_mail to congvu_app;
grant select on notice_mail to congvu_app;
grant update (state, settled_at, detail) on notice_mail to congvu_app;

-- room: authority/passkeys. The public half of what an account proves itself with; the secret half never leaves the device.
create table passkey (
  passkey_id uuid not null,
  account_id uuid not null,
  credential_id bytea not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  model uuid not null,
  is_synced boolean not null,
  name text not null,
  added_at timestamp with time zone not null,
  used_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by uuid,
  end_reason text,
  constraint passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(account_id),
  constraint passkey_check CHECK ((((ended_at IS NULL) = (end_reason IS NULL)) AND ((ended_at IS NULL) OR ((end_reason = 'operator'::text) = (ended_by IS NULL))) AND ((ended_at IS NOT NULL) OR (ended_by IS NULL)))),
  constraint passkey_counter_check CHECK ((counter >= 0)),
  constraint passkey_credential_id_check CHECK (((octet_length(credential_id) >= 1) AND (octet_length(credential_id) <= 1023))),
  constraint passkey_credential_id_key UNIQUE (credential_id),
  constraint passkey_end_reason_check CHECK ((end_reason = ANY (ARRAY['removed'::text, 'lost'::text, 'cloned'::text, 'operator'::text]))),
  constraint passkey_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES account(account_id),
  constraint passkey_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint passkey_pkey PRIMARY KEY (passkey_id)
);
CREATE INDEX passkey_of ON congvu.passkey USING btree (account_id);
alter table passkey enable row level security, force row level security;
create policy passkey_end on passkey as permissive for update to congvu_app using (((ended_at IS NULL) AND ((account_id = ( SELECT session_person() AS session_person)) OR session_administers(account_id)))) with check (((ended_by = ( SELECT session_person() AS session_person)) AND ((end_reason = 'lost'::text) = (account_id <> ( SELECT session_person() AS session_person)))));
create policy passkey_owner on passkey as permissive for all to congvu_owner using (true) with check (true);
create policy passkey_see on passkey as permissive for select to congvu_app using (((account_id = ( SELECT session_person() AS session_person)) OR ( SELECT session_is_system() AS session_is_system) OR session_administers(account_id)));
grant select on passkey to congvu_app;
grant update (ended_at, ended_by, end_reason) on passkey to congvu_app;

-- room: authority/passkeys. What the device must sign, once: taken away by the first answer, whatever it is.
create table passkey_challenge (
  session_id uuid not null,
  purpose text not null,
  challenge bytea not null,
  made_at timestamp with time zone not null,
  constraint passkey_challenge_challenge_check CHECK ((octet_length(challenge) = 32)),
  constraint passkey_challenge_pkey PRIMARY KEY (session_id, purpose),
  constraint passkey_challenge_purpose_check CHECK ((purpose = ANY (ARRAY['add'::text, 'step-up'::text]))),
  constraint passkey_challenge_session_id_fkey FOREIGN KEY (session_id) REFERENCES session(session_id)
);
alter table passkey_challenge enable row level security, force row level security;
create policy passkey_challenge_own on passkey_challenge as permissive for all to congvu_app using ((session_id = ( SELECT (session_row()).session_id AS session_id))) with check ((session_id = ( SELECT (session_row()).session_id AS session_id)));
create policy passkey_challenge_owner on passkey_challenge as permissive for all to congvu_owner using (true) with check (true);
grant delete on passkey_challenge to congvu_app;
grant insert on passkey_challenge to congvu_app;
grant select on passkey_challenge to congvu_app;
grant update on passkey_challenge to congvu_app;

-- room: authority/passkeys. An administrator lets somebody who lost all their passkeys add one again, for a day.
create table passkey_release (
  release_id uuid not null,
  account_id uuid not null,
  released_by uuid,
  reason text not null,
  released_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint passkey_release_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(account_id),
  constraint passkey_release_pkey PRIMARY KEY (release_id),
  constraint passkey_release_reason_check CHECK (((length(reason) >= 10) AND (length(reason) <= 300))),
  constraint passkey_release_released_by_fkey FOREIGN KEY (released_by) REFERENCES account(account_id)
);
CREATE INDEX passkey_release_of ON congvu.passkey_release USING btree (account_id);
alter table passkey_release enable row level security, force row level security;
create policy passkey_release_give on passkey_release as permissive for insert to congvu_app with check (((released_by = ( SELECT session_person() AS session_person)) AND session_administers(account_id)));
create policy passkey_release_owner on passkey_release as permissive for all to congvu_owner using (true) with check (true);
create policy passkey_release_see on passkey_release as permissive for select to congvu_app using (((account_id = ( SELECT session_person() AS session_person)) OR session_administers(account_id)));
grant insert (release_id, account_id, released_by, reason, released_at) on passkey_release to congvu_app;
grant select on passkey_release to congvu_app;

-- room: uses/exports. A list of people as a file for who asked: sealed, deleted at its end. What was wanted is sealed: words of it may name a person.
create table people_export (
  export_id uuid not null,
  number text not null,
  account_id uuid not null,
  body_id uuid,
  allowance_id uuid,
  identity_level integer not null,
  purpose text not null,
  reason text not null,
  columns text[] not null,
  people integer not null,
  salt bytea not null,
  wanted_sealed bytea not null,
  asked_at timestamp with time zone not null,
  state text default 'waiting'::text not null,
  started_at timestamp with time zone,
  settled_at timestamp with time zone,
  ends_at timestamp with time zone not null,
  problem text,
  found integer,
  exported integer,
  masked integer,
  file_sealed bytea,
  copies integer default 0 not null,
  form text default 'list'::text not null,
  again_reason text,
  fields text[] default '{}'::text[] not null,
  as_of date,
  ground text,
  constraint people_export_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(account_id),
  constraint people_export_again_reason_check CHECK (((length(again_reason) >= 10) AND (length(again_reason) <= 300))),
  constraint people_export_allowance_id_fkey FOREIGN KEY (allowance_id) REFERENCES reading_allowance(allowance_id),
  constraint people_export_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint people_export_columns_check CHECK (((form = 'list'::text) = (cardinality(columns) > 0))),
  constraint people_export_counts CHECK (((exported IS NULL) OR ((found >= exported) AND (masked <= exported)))),
  constraint people_export_extract CHECK (((form = ANY (ARRAY['cross-extract'::text, 'person-extract'::text])) = ((as_of IS NOT NULL) AND (ground IS NOT NULL)))),
  constraint people_export_extract_granted CHECK (((form <> ALL (ARRAY['cross-extract'::text, 'person-extract'::text])) OR (allowance_id IS NOT NULL))),
  constraint people_export_fields_check CHECK (((form = 'cross-extract'::text) = (cardinality(fields) > 0))),
  constraint people_export_file CHECK (((state = 'ready'::text) = (file_sealed IS NOT NULL))),
  constraint people_export_form_check CHECK ((form = ANY (ARRAY['list'::text, 'filled-template'::text, 'cross-extract'::text, 'person-extract'::text]))),
  constraint people_export_ground_check CHECK (((length(ground) >= 10) AND (length(ground) <= 300))),
  constraint people_export_number_key UNIQUE (number),
  constraint people_export_people_check CHECK ((people > 0)),
  constraint people_export_pkey PRIMARY KEY (export_id),
  constraint people_export_reason_check CHECK (((length(reason) >= 10) AND (length(reason) <= 300))),
  constraint people_export_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'building'::text, 'ready'::text, 'failed'::text, 'refused'::text, 'lapsed'::text, 'deleted'::text]))),
  constraint people_export_template_body CHECK (((form <> 'filled-template'::text) OR (body_id IS NOT NULL)))
);
CREATE INDEX people_export_mine ON congvu.people_export USING btree (account_id, asked_at DESC);
CREATE INDEX people_export_open ON congvu.people_export USING btree (asked_at) WHERE (state = ANY (ARRAY['waiting'::text, 'building'::text, 'ready'::text]));
alter table people_export enable row level security, force row level security;
create policy people_export_ask on people_export as permissive for insert to congvu_app with check (((account_id = ( SELECT session_person() AS session_person)) AND (state = 'waiting'::text)));
create policy people_export_granted on people_export as restrictive for update to congvu_app using (true) with check (((file_sealed IS NULL) OR export_is_granted(export_id)));
create policy people_export_move on people_export as permissive for update to congvu_app using (((account_id = ( SELECT session_person() AS session_person)) OR ( SELECT session_keeps_log() AS session_keeps_log))) with check (((account_id = ( SELECT session_person() AS session_person)) OR (( SELECT session_keeps_log() AS session_keeps_log) AND (file_sealed IS NULL))));
create policy people_export_owner on people_export as permissive for all to congvu_owner using (true) with check (true);
create policy people_export_see on people_export as permissive for select to congvu_app using (((account_id = ( SELECT session_person() AS session_person)) OR ( SELECT session_keeps_log() AS session_keeps_log)));
grant insert (export_id, number, account_id, body_id, allowance_id, identity_level, purpose, reason, columns, people, salt, wanted_sealed, asked_at, ends_at, form, again_reason, fields, as_of, ground) on people_export to congvu_app;
grant select on people_export to congvu_app;
grant update (state, started_at, settled_at, ends_at, problem, found, exported, masked, file_sealed, copies) on people_export to congvu_app;

-- room: record/register. The person as it stands today: a projection of person_version that can be rebuilt. heads: group → {v: version that states it, from: valid from}.
create table person (
  person_id uuid not null,
  body_id uuid not null,
  version integer not null,
  tx bigint not null,
  heads jsonb not null,
  document jsonb not null,
  sealed jsonb default '{}'::jsonb not null,
  identity_level text default 'CHUA'::text not null,
  identity_locked boolean default false not null,
  employee_kind text collate "C",
  sector text collate "C",
  work_status text collate "C",
  full_name text collate "C",
  full_name_sort text collate "C",
  full_name_plain text collate "C",
  birth text collate "C",
  sex text collate "C",
  ethnicity text collate "C",
  religion text collate "C",
  party_on date,
  recruited_on date,
  payroll_kind text collate "C",
  "position" text collate "C",
  job_position text collate "C",
  grade text collate "C",
  pay_step integer,
  coefficient numeric(4,2),
  pay_from date,
  education text collate "C",
  politics text collate "C",
  state_management text collate "C",
  managing_body_id uuid,
  using_body_id uuid,
  merged_into uuid,
  job_title text collate "C",
  job_title_plain text collate "C",
  groups_held integer,
  has_unconfirmed boolean,
  is_complete boolean generated always as (((birth IS NOT NULL) AND (sex IS NOT NULL) AND (employee_kind IS NOT NULL) AND (recruited_on IS NOT NULL) AND (COALESCE("position", job_position) IS NOT NULL) AND (grade IS NOT NULL) AND (education IS NOT NULL))) stored,
  constraint person_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint person_managing_body_id_fkey FOREIGN KEY (managing_body_id) REFERENCES body(body_id),
  constraint person_pkey PRIMARY KEY (person_id),
  constraint person_using_body_id_fkey FOREIGN KEY (using_body_id) REFERENCES body(body_id)
);
CREATE INDEX person_body ON congvu.person USING btree (body_id);
CREATE INDEX person_body_names ON congvu.person USING btree (body_id, full_name_sort, person_id) INCLUDE (full_name_plain) WHERE (merged_into IS NULL);
CREATE INDEX person_by_tx ON congvu.person USING btree (tx);
CREATE INDEX person_given_names ON congvu.person USING btree (split_part(name_text(full_name_plain), ' '::text, '-1'::integer), split_part(full_name_sort, ' '::text, 1)) WHERE (merged_into IS NULL);
CREATE INDEX person_merged ON congvu.person USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX person_name_before_given ON congvu.person USING gin ("substring"(name_text(full_name_plain), '^(.*) '::text) public.gin_trgm_ops) WHERE (merged_into IS NULL);
CREATE INDEX person_name_order ON congvu.person USING btree (full_name_sort, person_id) INCLUDE (full_name_plain, body_id, employee_kind, work_status, "position", grade, birth, identity_level, job_title_plain, groups_held, has_unconfirmed, is_complete) WHERE (merged_into IS NULL);
CREATE INDEX person_name_parts ON congvu.person USING gin (name_text(full_name_plain) public.gin_trgm_ops) WHERE (merged_into IS NULL);
CREATE INDEX person_title_without_key ON congvu.person USING btree (person_id) WHERE (job_title_plain IS NULL);
CREATE INDEX person_using_body ON congvu.person USING btree (using_body_id);
CREATE INDEX person_without_group_keys ON congvu.person USING btree (person_id) WHERE (groups_held IS NULL);
alter table person enable row level security, force row level security;
create policy person_add on person as permissive for insert to congvu_app with check ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
create policy person_change on person as permissive for update to congvu_app using ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[]))) with check ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
create policy person_employers_add on person as restrictive for insert to congvu_app with check ((((managing_body_id IS NULL) OR (managing_body_id = body_id) OR body_ever_within(managing_body_id, body_id)) AND ((using_body_id IS NULL) OR (using_body_id = body_id) OR body_ever_within(using_body_id, body_id) OR ever_seconded(person_id, using_body_id, body_id))));
create policy person_employers_change on person as restrictive for update to congvu_app using (true) with check ((((managing_body_id IS NULL) OR (managing_body_id = body_id) OR body_ever_within(managing_body_id, body_id)) AND ((using_body_id IS NULL) OR (using_body_id = body_id) OR body_ever_within(using_body_id, body_id) OR ever_seconded(person_id, using_body_id, body_id))));
create policy person_kept_apart on person as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy person_own on person as permissive for select to congvu_app using ((person_id = ( SELECT session_own_person() AS session_own_person)));
create policy person_owner on person as permissive for all to congvu_owner using (true) with check (true);
create policy person_see on person as permissive for select to congvu_app using (((EXISTS ( SELECT 1
   FROM person_reach r
  WHERE ((r.person_id = person.person_id) AND (r.why <> ALL (ARRAY['former'::text, 'merged'::text])) AND (r.tx_to = '9223372036854775807'::bigint) AND (r.valid_from <= ( SELECT today_in_vietnam() AS today_in_vietnam)) AND (r.valid_to > ( SELECT today_in_vietnam() AS today_in_vietnam)))
 OFFSET 0)) OR ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
create policy person_writers_add on person as restrictive for insert to congvu_app with check ((body_id = ANY (( SELECT session_registering_bodies() AS session_registering_bodies)::uuid[])));
create policy person_writers_change on person as restrictive for update to congvu_app using ((body_id = ANY (( SELECT session_registering_bodies() AS session_registering_bodies)::uuid[])));
grant insert on person to congvu_app;
grant select on person to congvu_app;
grant update (version, tx, heads, document, sealed, identity_level, identity_locked, employee_kind, sector, work_status, full_name, full_name_sort, full_name_plain, birth, sex, ethnicity, religion, party_on, recruited_on, payroll_kind, "position", job_position, grade, pay_step, coefficient, pay_from, education, politics, state_management, managing_body_id, using_body_id, job_title, job_title_plain, groups_held, has_unconfirmed) on person to congvu_app;

-- room: record/cases. A matter of one person over time: a transfer between bodies, a return after leaving, two bodies that claim one number, a number made anew.
create table person_case (
  case_id uuid not null,
  kind text not null,
  state text not null,
  person_id uuid not null,
  other_person_id uuid,
  number_hash bytea not null,
  from_body uuid not null,
  to_body uuid not null,
  opened_by text not null,
  effective_on date,
  due_on date not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  outcome text,
  written_version integer,
  sealed bytea,
  tx bigint default record_tx() not null,
  until_on date,
  undo_by text,
  answer_sealed bytea,
  post text,
  constraint person_case_check CHECK (((kind = ANY (ARRAY['dual_claim'::text, 'same_human'::text])) = (other_person_id IS NOT NULL))),
  constraint person_case_check1 CHECK (((kind <> 'number_change'::text) OR (from_body = to_body))),
  constraint person_case_check2 CHECK (((kind = ANY (ARRAY['number_change'::text, 'same_human'::text])) OR (from_body <> to_body))),
  constraint person_case_check3 CHECK (((ended_at IS NULL) = (state = ANY (ARRAY['prepared'::text, 'asked'::text, 'agreed'::text, 'undo_asked'::text])))),
  constraint person_case_from_body_fkey FOREIGN KEY (from_body) REFERENCES body(body_id),
  constraint person_case_kind_check CHECK ((kind = ANY (ARRAY['transfer'::text, 're_entry'::text, 'dual_claim'::text, 'number_change'::text, 'secondment'::text, 'same_human'::text, 'concurrent'::text]))),
  constraint person_case_opened_by_check CHECK ((opened_by = ANY (ARRAY['from'::text, 'to'::text]))),
  constraint person_case_pkey PRIMARY KEY (case_id),
  constraint person_case_secondment_check CHECK ((((kind <> 'secondment'::text) OR ((opened_by = 'from'::text) AND (effective_on IS NOT NULL) AND (until_on IS NOT NULL) AND (until_on >= effective_on))) AND ((kind <> 'concurrent'::text) OR ((opened_by = 'from'::text) AND (effective_on IS NOT NULL) AND ((until_on IS NULL) OR (until_on >= effective_on)))) AND ((kind = ANY (ARRAY['secondment'::text, 'concurrent'::text])) OR (until_on IS NULL)) AND ((kind = 'concurrent'::text) = (post IS NOT NULL)))),
  constraint person_case_state_check CHECK ((state = ANY (ARRAY['prepared'::text, 'asked'::text, 'agreed'::text, 'done'::text, 'settled'::text, 'refused'::text, 'withdrawn'::text, 'lapsed'::text, 'undone'::text, 'undo_asked'::text]))),
  constraint person_case_to_body_fkey FOREIGN KEY (to_body) REFERENCES body(body_id),
  constraint person_case_undo_by_check CHECK ((undo_by = ANY (ARRAY['from'::text, 'to'::text]))),
  constraint person_case_undo_check CHECK ((((undo_by IS NULL) OR (kind = 'same_human'::text)) AND ((answer_sealed IS NULL) OR (kind = 'same_human'::text))))
);
CREATE INDEX person_case_due ON congvu.person_case USING btree (due_on) WHERE (state = ANY (ARRAY['prepared'::text, 'asked'::text, 'agreed'::text]));
CREATE INDEX person_case_employments ON congvu.person_case USING btree (person_id) WHERE ((kind = ANY (ARRAY['secondment'::text, 'concurrent'::text])) AND (state = ANY (ARRAY['agreed'::text, 'done'::text])));
CREATE INDEX person_case_from ON congvu.person_case USING btree (from_body, created_at DESC);
CREATE INDEX person_case_other ON congvu.person_case USING btree (other_person_id) WHERE (other_person_id IS NOT NULL);
CREATE INDEX person_case_to ON congvu.person_case USING btree (to_body, created_at DESC);
CREATE UNIQUE INDEX person_case_agreed ON congvu.person_case USING btree (person_id) WHERE ((kind = ANY (ARRAY['transfer'::text, 're_entry'::text])) AND (state = 'agreed'::text));
CREATE UNIQUE INDEX person_case_beside ON congvu.person_case USING btree (person_id, from_body, to_body) WHERE ((kind = 'concurrent'::text) AND (state = ANY (ARRAY['prepared'::text, 'asked'::text, 'agreed'::text, 'done'::text])));
CREATE UNIQUE INDEX person_case_claims ON congvu.person_case USING btree (LEAST(person_id, other_person_id), GREATEST(person_id, other_person_id)) WHERE ((kind = 'dual_claim'::text) AND (state = 'asked'::text));
CREATE UNIQUE INDEX person_case_moving ON congvu.person_case USING btree (person_id, to_body) WHERE ((kind = ANY (ARRAY['transfer'::text, 're_entry'::text])) AND (state = ANY (ARRAY['prepared'::text, 'asked'::text, 'agreed'::text])));
CREATE UNIQUE INDEX person_case_number ON congvu.person_case USING btree (person_id) WHERE ((kind = 'number_change'::text) AND (state = ANY (ARRAY['prepared'::text, 'asked'::text, 'agreed'::text])));
CREATE UNIQUE INDEX person_case_same ON congvu.person_case USING btree (person_id) WHERE ((kind = 'same_human'::text) AND (state = ANY (ARRAY['prepared'::text, 'asked'::text, 'agreed'::text, 'done'::text, 'undo_asked'::text])));
CREATE UNIQUE INDEX person_case_seconding ON congvu.person_case USING btree (person_id, from_body) WHERE ((kind = 'secondment'::text) AND (state = ANY (ARRAY['prepared'::text, 'asked'::text, 'agreed'::text, 'done'::text])));
alter table person_case enable row level security, force row level security;
create policy person_case_change on person_case as permissive for update to congvu_app using (((ended_at IS NULL) OR (state = ANY (ARRAY['done'::text, 'undone'::text])))) with check (((from_body = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])) OR (to_body = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[]))));
create policy person_case_kept_apart on person_case as restrictive for select to congvu_app using (((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))) AND ((other_person_id IS NULL) OR (NOT (other_person_id IN ( SELECT session_hidden_people() AS session_hidden_people))))));
create policy person_case_owner on person_case as permissive for all to congvu_owner using (true) with check (true);
create policy person_case_see on person_case as permissive for select to congvu_app using (
CASE
    WHEN ((state = 'prepared'::text) OR ((state = ANY (ARRAY['withdrawn'::text, 'lapsed'::text])) AND (outcome = 'never-asked'::text))) THEN (
    CASE opened_by
        WHEN 'from'::text THEN from_body
        ELSE to_body
    END = ANY (( SELECT session_bodies() AS session_bodies)::uuid[]))
    ELSE ((from_body = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])) OR (to_body = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])))
END);
grant select on person_case to congvu_app;
grant update (state, due_on, ended_at, outcome, written_version, undo_by, answer_sealed) on person_case to congvu_app;

-- room: record/cases. Each act of a case: which side, who by citizen number, when; null = the system, at a day.
create table person_case_act (
  case_id uuid not null,
  act_no integer not null,
  act text not null,
  side text,
  body_id uuid,
  by_account uuid,
  by_identity bytea,
  by_name text,
  at timestamp with time zone not null,
  constraint person_case_act_act_check CHECK ((act = ANY (ARRAY['opened'::text, 'consented'::text, 'refused'::text, 'withdrawn'::text, 'completed'::text, 'settled'::text, 'lapsed'::text, 'undone'::text, 'undo_asked'::text, 'kept'::text]))),
  constraint person_case_act_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint person_case_act_case_id_fkey FOREIGN KEY (case_id) REFERENCES person_case(case_id),
  constraint person_case_act_pkey PRIMARY KEY (case_id, act_no),
  constraint person_case_act_side_check CHECK ((side = ANY (ARRAY['from'::text, 'to'::text])))
);
alter table person_case_act enable row level security, force row level security;
create policy person_case_act_add on person_case_act as permissive for insert to congvu_app with check (
CASE
    WHEN ( SELECT session_is_system() AS session_is_system) THEN (by_account IS NULL)
    ELSE ((by_account = ( SELECT session_person() AS session_person)) AND (body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])) AND (by_identity = ( SELECT a.identity
       FROM account a
      WHERE (a.account_id = person_case_act.by_account))))
END);
create policy person_case_act_agree on person_case_act as restrictive for insert to congvu_app with check (((act <> ALL (ARRAY['consented'::text, 'refused'::text, 'undone'::text, 'undo_asked'::text, 'kept'::text])) OR (body_id = ANY (( SELECT session_registering_bodies() AS session_registering_bodies)::uuid[]))));
create policy person_case_act_owner on person_case_act as permissive for all to congvu_owner using (true) with check (true);
create policy person_case_act_see on person_case_act as permissive for select to congvu_app using ((EXISTS ( SELECT 1
   FROM person_case c
  WHERE (c.case_id = person_case_act.case_id))));
grant insert on person_case_act to congvu_app;
grant select on person_case_act to congvu_app;

-- room: record/register. What reports count of a person, over two times; derived from person_version, rebuilt at will.
create table person_fact (
  person_id uuid not null,
  valid_from date not null,
  valid_to date default '9999-12-31'::date not null,
  tx_from bigint default record_tx() not null,
  tx_to bigint default '9223372036854775807'::bigint not null,
  birth_last date,
  employee_kind text collate "C",
  sector text collate "C",
  work_status text collate "C",
  sex text collate "C",
  ethnicity text collate "C",
  religion text collate "C",
  party_on date,
  recruited_on date,
  payroll_kind text collate "C",
  "position" text collate "C",
  job_position text collate "C",
  grade text collate "C",
  pay_step integer,
  coefficient numeric(4,2),
  pay_from date,
  education text collate "C",
  politics text collate "C",
  state_management text collate "C",
  using_body_id uuid,
  constraint person_fact_days CHECK ((valid_from < valid_to)),
  constraint person_fact_pkey PRIMARY KEY (person_id, valid_from, tx_from)
);
alter table person_fact enable row level security, force row level security;
create policy person_fact_kept_apart on person_fact as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy person_fact_owner on person_fact as permissive for all to congvu_owner using (true) with check (true);
create policy person_fact_see on person_fact as permissive for select to congvu_app using ((EXISTS ( SELECT 1
   FROM person p
  WHERE (p.person_id = person_fact.person_id))));
grant select on person_fact to congvu_app;

-- room: record/register. Which record stands for another of the same human, and since when it is known. Append only: undoing gives the row its tx_to, once.
create table person_merge (
  case_id uuid not null,
  merged_person uuid not null,
  into_person uuid not null,
  merged_version integer not null,
  kept_version integer not null,
  written_version integer not null,
  number_hash bytea not null,
  at timestamp with time zone not null,
  tx_from bigint default record_tx() not null,
  tx_to bigint default '9223372036854775807'::bigint not null,
  constraint person_merge_case_id_fkey FOREIGN KEY (case_id) REFERENCES person_case(case_id),
  constraint person_merge_check CHECK ((merged_person <> into_person)),
  constraint person_merge_pkey PRIMARY KEY (case_id)
);
CREATE INDEX person_merge_into ON congvu.person_merge USING btree (into_person, written_version);
CREATE UNIQUE INDEX person_merge_stands ON congvu.person_merge USING btree (merged_person) WHERE (tx_to = '9223372036854775807'::bigint);
alter table person_merge enable row level security, force row level security;
create policy person_merge_kept_apart on person_merge as restrictive for select to congvu_app using (((NOT (merged_person IN ( SELECT session_hidden_people() AS session_hidden_people))) AND (NOT (into_person IN ( SELECT session_hidden_people() AS session_hidden_people)))));
create policy person_merge_owner on person_merge as permissive for all to congvu_owner using (true) with check (true);
create policy person_merge_see on person_merge as permissive for select to congvu_app using (((EXISTS ( SELECT 1
   FROM person_reach r
  WHERE ((r.person_id = ANY (ARRAY[person_merge.merged_person, person_merge.into_person])) AND (r.tx_to = '9223372036854775807'::bigint) AND (r.valid_from <= ( SELECT today_in_vietnam() AS today_in_vietnam)) AND (r.valid_to > ( SELECT today_in_vietnam() AS today_in_vietnam)))
 OFFSET 0)) OR (into_person = ( SELECT session_own_person() AS session_own_person)) OR ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant select on person_merge to congvu_app;

-- room: record/register. Who may see a person, from day to day: the body that manages, others that the employment names (using, seconded until a day), the one that let them go (former, until the last day of its term). Append only: a row that does not hold any more gets its tx_to, once, and one with its end beside it.
create table person_reach (
  person_id uuid not null,
  body_id uuid not null,
  why text not null,
  valid_from date not null,
  by_case uuid,
  tx_from bigint default record_tx() not null,
  tx_to bigint default '9223372036854775807'::bigint not null,
  valid_to date default '9999-12-31'::date not null,
  constraint person_reach_days_check CHECK ((valid_from < valid_to)),
  constraint person_reach_pkey PRIMARY KEY (person_id, body_id, why, valid_from, tx_from),
  constraint person_reach_why_check CHECK ((why = ANY (ARRAY['managing'::text, 'using'::text, 'seconded'::text, 'concurrent'::text, 'former'::text, 'duty'::text, 'merged'::text])))
);
CREATE INDEX person_reach_beside ON congvu.person_reach USING btree (body_id, person_id) WHERE ((tx_to = '9223372036854775807'::bigint) AND (why <> ALL (ARRAY['managing'::text, 'former'::text])));
alter table person_reach enable row level security, force row level security;
create policy person_reach_kept_apart on person_reach as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy person_reach_owner on person_reach as permissive for all to congvu_owner using (true) with check (true);
create policy person_reach_see on person_reach as permissive for select to congvu_app using (((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])) IS TRUE));
grant select on person_reach to congvu_app;

-- room: record/register. Salt of the person's encryption keys; deleting it erases what was sealed.
create table person_salt (
  person_id uuid not null,
  body_id uuid not null,
  salt bytea not null,
  constraint person_salt_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint person_salt_pkey PRIMARY KEY (person_id)
);
alter table person_salt enable row level security, force row level security;
create policy person_salt_add on person_salt as permissive for insert to congvu_app with check ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
create policy person_salt_kept_apart on person_salt as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy person_salt_own on person_salt as permissive for select to congvu_app using ((person_id = ( SELECT session_own_person() AS session_own_person)));
create policy person_salt_owner on person_salt as permissive for all to congvu_owner using (true) with check (true);
create policy person_salt_see on person_salt as permissive for select to congvu_app using (((EXISTS ( SELECT 1
   FROM person_reach r
  WHERE ((r.person_id = person_salt.person_id) AND (r.tx_to = '9223372036854775807'::bigint) AND (r.valid_from <= ( SELECT today_in_vietnam() AS today_in_vietnam)) AND (r.valid_to > ( SELECT today_in_vietnam() AS today_in_vietnam)))
 OFFSET 0)) OR ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])) AND (NOT (EXISTS ( SELECT 1
   FROM person_reach r
  WHERE (r.person_id = person_salt.person_id)
 OFFSET 0)))) OR ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
create policy person_salt_writers_add on person_salt as restrictive for insert to congvu_app with check ((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])));
grant insert on person_salt to congvu_app;
grant select on person_salt to congvu_app;

-- room: record/register. Append only: what was confirmed, group by group, valid from a day, known from a transaction.
create table person_version (
  person_id uuid not null,
  version integer not null,
  body_id uuid not null,
  tx bigint default record_tx() not null,
  valid_from date not null,
  groups text[] not null,
  document text not null,
  sealed jsonb default '{}'::jsonb not null,
  source text not null,
  submission_id uuid,
  attestation_id uuid,
  dictionary_version text not null,
  employee_kind text collate "C",
  sector text collate "C",
  work_status text collate "C",
  full_name text collate "C",
  full_name_sort text collate "C",
  full_name_plain text collate "C",
  birth text collate "C",
  sex text collate "C",
  ethnicity text collate "C",
  religion text collate "C",
  party_on date,
  recruited_on date,
  payroll_kind text collate "C",
  "position" text collate "C",
  job_position text collate "C",
  grade text collate "C",
  pay_step integer,
  coefficient numeric(4,2),
  pay_from date,
  education text collate "C",
  politics text collate "C",
  state_management text collate "C",
  managing_body_id uuid,
  using_body_id uuid,
  list_edition integer,
  job_title text collate "C",
  job_title_plain text collate "C",
  constraint person_version_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint person_version_pkey PRIMARY KEY (person_id, version)
);
alter table person_version enable row level security, force row level security;
create policy person_version_add on person_version as permissive for insert to congvu_app with check ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
create policy person_version_by_its_signer on person_version as restrictive for insert to congvu_app with check ((( SELECT session_is_system() AS session_is_system) OR ((attestation_id IS NOT NULL) AND session_signed(attestation_id, person_id))));
create policy person_version_employers_add on person_version as restrictive for insert to congvu_app with check ((((managing_body_id IS NULL) OR (managing_body_id = body_id) OR body_ever_within(managing_body_id, body_id)) AND ((using_body_id IS NULL) OR (using_body_id = body_id) OR body_ever_within(using_body_id, body_id) OR ever_seconded(person_id, using_body_id, body_id))));
create policy person_version_first_load on person_version as restrictive for insert to congvu_app with check (((source <> 'NAP_LAN_DAU'::text) OR ((attestation_id IS NULL) AND first_load_is_signed(submission_id))));
create policy person_version_kept_apart on person_version as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy person_version_of_its_manager on person_version as restrictive for insert to congvu_app with check ((EXISTS ( SELECT 1
   FROM person_reach r
  WHERE ((r.person_id = person_version.person_id) AND (r.body_id = person_version.body_id) AND (r.why = 'managing'::text) AND (r.tx_to = '9223372036854775807'::bigint) AND (r.valid_to = '9999-12-31'::date))
 OFFSET 0)));
create policy person_version_own on person_version as permissive for select to congvu_app using ((person_id = ( SELECT session_own_person() AS session_own_person)));
create policy person_version_owner on person_version as permissive for all to congvu_owner using (true) with check (true);
create policy person_version_see on person_version as permissive for select to congvu_app using (((EXISTS ( SELECT 1
   FROM person_reach r
  WHERE ((r.person_id = person_version.person_id) AND ((r.why <> 'former'::text) OR (person_version.tx < r.tx_from)) AND (r.tx_to = '9223372036854775807'::bigint) AND (r.valid_from <= ( SELECT today_in_vietnam() AS today_in_vietnam)) AND (r.valid_to > ( SELECT today_in_vietnam() AS today_in_vietnam)))
 OFFSET 0)) OR ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
create policy person_version_writers_add on person_version as restrictive for insert to congvu_app with check ((body_id = ANY (( SELECT session_registering_bodies() AS session_registering_bodies)::uuid[])));
grant insert on person_version to congvu_app;
grant select on person_version to congvu_app;

-- room: uses/plan. What was counted of an agency with all below it on a day: so many of so many; none of none where there is nothing to count. Numbers, no person.
create table plan_day (
  body_id uuid not null,
  measure text not null,
  day date not null,
  part integer not null,
  whole integer not null,
  at timestamp with time zone not null,
  constraint plan_day_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint plan_day_check CHECK (((whole >= 0) AND (part <= whole))),
  constraint plan_day_measure_check CHECK ((measure ~ '^[a-z-]{1,40}$'::text)),
  constraint plan_day_part_check CHECK ((part >= 0)),
  constraint plan_day_pkey PRIMARY KEY (body_id, measure, day)
);
alter table plan_day enable row level security, force row level security;
create policy plan_day_add on plan_day as permissive for insert to congvu_app with check (((day = today_in_vietnam()) AND ( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
create policy plan_day_count on plan_day as permissive for update to congvu_app using (((day = today_in_vietnam()) AND ( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies))) with check (((day = today_in_vietnam()) AND ( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
create policy plan_day_owner on plan_day as permissive for all to congvu_owner using (true) with check (true);
create policy plan_day_see on plan_day as permissive for select to congvu_app using (((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['board.read'::text]) AS session_bodies_that_may)::uuid[])) OR (( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies))));
grant insert on plan_day to congvu_app;
grant select on plan_day to congvu_app;
grant update (part, whole, at) on plan_day to congvu_app;

-- room: authority/access. More people for some hours, asked for with a reason and granted by a second person.
create table reading_allowance (
  allowance_id uuid not null,
  account_id uuid not null,
  people integer not null,
  hours integer not null,
  reason text not null,
  asked_at timestamp with time zone default now() not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  granted boolean,
  constraint reading_allowance_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(account_id),
  constraint reading_allowance_check CHECK ((((decided_by IS NULL) = (decided_at IS NULL)) AND ((decided_by IS NULL) = (granted IS NULL)))),
  constraint reading_allowance_check1 CHECK ((decided_by IS DISTINCT FROM account_id)),
  constraint reading_allowance_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(account_id),
  constraint reading_allowance_hours_check CHECK (((hours >= 1) AND (hours <= 72))),
  constraint reading_allowance_people_check CHECK (((people >= 1) AND (people <= 100000))),
  constraint reading_allowance_pkey PRIMARY KEY (allowance_id),
  constraint reading_allowance_reason_check CHECK (((length(reason) >= 10) AND (length(reason) <= 500)))
);
CREATE INDEX reading_allowance_account ON congvu.reading_allowance USING btree (account_id, decided_at);
alter table reading_allowance enable row level security, force row level security;
create policy reading_allowance_ask on reading_allowance as permissive for insert to congvu_app with check (((account_id = ( SELECT session_person() AS session_person)) AND (decided_by IS NULL)));
create policy reading_allowance_decide on reading_allowance as permissive for update to congvu_app using (((decided_by IS NULL) AND (account_id = ANY (( SELECT session_decides_readings() AS session_decides_readings)::uuid[])))) with check (((decided_by = ( SELECT session_person() AS session_person)) AND (account_id <> ( SELECT session_person() AS session_person))));
create policy reading_allowance_of_exports on reading_allowance as permissive for select to congvu_app using (( SELECT session_keeps_log() AS session_keeps_log));
create policy reading_allowance_owner on reading_allowance as permissive for all to congvu_owner using (true) with check (true);
create policy reading_allowance_see on reading_allowance as permissive for select to congvu_app using (((account_id = ( SELECT session_person() AS session_person)) OR (account_id = ANY (( SELECT session_decides_readings() AS session_decides_readings)::uuid[]))));
grant insert (allowance_id, account_id, people, hours, reason) on reading_allowance to congvu_app;
grant select on reading_allowance to congvu_app;
grant update (decided_by, decided_at, granted) on reading_allowance to congvu_app;

-- room: authority/access. People seen by an account in each hour: opened one by one, and on lists. Counted with the reading, in its transaction.
create table reading_budget (
  account_id uuid not null,
  hour timestamp with time zone not null,
  opened integer default 0 not null,
  listed integer default 0 not null,
  constraint reading_budget_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(account_id),
  constraint reading_budget_pkey PRIMARY KEY (account_id, hour)
);
alter table reading_budget enable row level security, force row level security;
create policy reading_budget_owner on reading_budget as permissive for all to congvu_owner using (true) with check (true);
create policy reading_budget_see on reading_budget as permissive for select to congvu_app using ((account_id = ( SELECT session_person() AS session_person)));
grant select on reading_budget to congvu_app;

-- room: authority/oversight. A person asks whether one reading of the own record was right; answered once, by the administrator of the body or the auditor.
create table reading_complaint (
  complaint_id uuid not null,
  event_id uuid not null,
  person_id uuid not null,
  by_account uuid not null,
  body_id uuid not null,
  reading_at timestamp with time zone not null,
  reason text not null,
  at timestamp with time zone not null,
  due_on date not null,
  verdict text,
  answer text,
  answered_by uuid,
  answered_at timestamp with time zone,
  constraint reading_complaint_answer_check CHECK (((length(answer) >= 10) AND (length(answer) <= 2000))),
  constraint reading_complaint_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account(account_id),
  constraint reading_complaint_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint reading_complaint_by_account_fkey FOREIGN KEY (by_account) REFERENCES account(account_id),
  constraint reading_complaint_check CHECK ((((verdict IS NULL) = (answer IS NULL)) AND ((verdict IS NULL) = (answered_by IS NULL)) AND ((verdict IS NULL) = (answered_at IS NULL)))),
  constraint reading_complaint_check1 CHECK ((answered_by IS DISTINCT FROM by_account)),
  constraint reading_complaint_pkey PRIMARY KEY (complaint_id),
  constraint reading_complaint_reason_check CHECK (((length(reason) >= 10) AND (length(reason) <= 1000))),
  constraint reading_complaint_verdict_check CHECK ((verdict = ANY (ARRAY['lawful'::text, 'unlawful'::text])))
);
CREATE INDEX reading_complaint_open ON congvu.reading_complaint USING btree (body_id, due_on) WHERE (verdict IS NULL);
CREATE UNIQUE INDEX reading_complaint_once ON congvu.reading_complaint USING btree (person_id, event_id);
alter table reading_complaint enable row level security, force row level security;
create policy reading_complaint_add on reading_complaint as permissive for insert to congvu_app with check (((by_account = ( SELECT session_person() AS session_person)) AND (person_id = ( SELECT session_own_person() AS session_own_person)) AND (verdict IS NULL) AND (EXISTS ( SELECT 1
   FROM own_reading(reading_complaint.event_id) r(body_id, at)
  WHERE ((r.body_id = reading_complaint.body_id) AND (r.at = reading_complaint.reading_at))))));
create policy reading_complaint_answer on reading_complaint as permissive for update to congvu_app using (((verdict IS NULL) AND (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['complaints.answer'::text]) AS session_bodies_that_may)::uuid[])) AND (NOT is_own_reading(event_id)) AND (NOT is_session_human(by_account, NULL::bytea)))) with check (((verdict IS NOT NULL) AND (answered_by = ( SELECT session_person() AS session_person))));
create policy reading_complaint_kept_apart on reading_complaint as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy reading_complaint_owner on reading_complaint as permissive for all to congvu_owner using (true) with check (true);
create policy reading_complaint_see on reading_complaint as permissive for select to congvu_app using (((by_account = ( SELECT session_person() AS session_person)) OR (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['complaints.answer'::text]) AS session_bodies_that_may)::uuid[]))));
grant insert (complaint_id, event_id, person_id, by_account, body_id, reading_at, reason, at, due_on) on reading_complaint to congvu_app;
grant select on reading_complaint to congvu_app;
grant update (verdict, answer, answered_by, answered_at) on reading_complaint to congvu_app;

-- room: record/receipt. Signed receipts: R1 "đã nhận" at submit, R2 "đã duyệt" per act of confirmation. Append only.
create table receipt (
  receipt_number text not null,
  submission_id uuid not null,
  round integer not null,
  body_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  content text not null,
  jws text not null,
  constraint receipt_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint receipt_kind_check CHECK ((kind = ANY (ARRAY['R1'::text, 'R2'::text]))),
  constraint receipt_pkey PRIMARY KEY (receipt_number)
);
CREATE INDEX receipt_submission ON congvu.receipt USING btree (submission_id, at);
alter table receipt enable row level security, force row level security;
create policy receipt_app on receipt as permissive for all to congvu_app using ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[]))) with check ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
create policy receipt_by_role on receipt as restrictive for insert to congvu_app with check ((((kind = 'R1'::text) OR (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['item.confirm'::text]) AS session_bodies_that_may)::uuid[])) OR (( SELECT session_is_system() AS session_is_system) AND first_load_is_signed(submission_id))) AND ((at >= ( SELECT earliest_true_time() AS earliest_true_time)) AND (at <= ( SELECT latest_true_time() AS latest_true_time)))));
create policy receipt_owner on receipt as permissive for all to congvu_owner using (true) with check (true);
create policy receipt_writers_add on receipt as restrictive for insert to congvu_app with check ((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])));
grant insert on receipt to congvu_app;
grant select on receipt to congvu_app;

-- room: base/database. Raised at a restore so that record time never falls.
create table record_base (
  only_row boolean default true not null,
  base bigint not null,
  constraint record_base_only_row_check CHECK (only_row),
  constraint record_base_pkey PRIMARY KEY (only_row)
);
grant select on record_base to congvu_app;

-- room: record/register. Append only: the confirming officer opened a closed record (who retired, left, moved, died) for one change, and why.
create table record_reopening (
  person_id uuid not null,
  version integer not null,
  body_id uuid not null,
  reason text not null,
  sealed bytea,
  by_account uuid not null,
  at timestamp with time zone not null,
  tx bigint default record_tx() not null,
  constraint record_reopening_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint record_reopening_pkey PRIMARY KEY (person_id, version)
);
alter table record_reopening enable row level security, force row level security;
create policy record_reopening_add on record_reopening as permissive for insert to congvu_app with check (((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])) AND (by_account = ( SELECT session_person() AS session_person)) AND (EXISTS ( SELECT 1
   FROM person p
  WHERE ((p.person_id = record_reopening.person_id) AND (p.body_id = record_reopening.body_id) AND (p.version = record_reopening.version))))));
create policy record_reopening_kept_apart on record_reopening as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy record_reopening_owner on record_reopening as permissive for all to congvu_owner using (true) with check (true);
create policy record_reopening_see on record_reopening as permissive for select to congvu_app using ((EXISTS ( SELECT 1
   FROM person_reach r
  WHERE ((r.person_id = record_reopening.person_id) AND (r.why <> ALL (ARRAY['former'::text, 'merged'::text])) AND (r.tx_to = '9223372036854775807'::bigint) AND (r.valid_from <= ( SELECT today_in_vietnam() AS today_in_vietnam)) AND (r.valid_to > ( SELECT today_in_vietnam() AS today_in_vietnam)))
 OFFSET 0)));
grant insert on record_reopening to congvu_app;
grant select on record_reopening to congvu_app;

-- room: uses/reports. A report as anybody may read it: figures rounded, few and sensitive ones withheld; which one it takes the place of, and why. Append-only.
create table report_published (
  number text not null,
  at timestamp with time zone not null,
  by_account uuid not null,
  content text not null,
  sha256 text not null,
  revises text,
  reason text,
  constraint report_published_by_account_fkey FOREIGN KEY (by_account) REFERENCES account(account_id),
  constraint report_published_check CHECK (((revises IS NULL) = (reason IS NULL))),
  constraint report_published_number_fkey FOREIGN KEY (number) REFERENCES report_run(number),
  constraint report_published_pkey PRIMARY KEY (number),
  constraint report_published_reason_check CHECK (((length(reason) >= 10) AND (length(reason) <= 300))),
  constraint report_published_revises_fkey FOREIGN KEY (revises) REFERENCES report_published(number),
  constraint report_published_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
alter table report_published enable row level security, force row level security;
create policy report_published_add on report_published as permissive for insert to congvu_app with check (((by_account = ( SELECT session_person() AS session_person)) AND (at >= ( SELECT earliest_true_time() AS earliest_true_time)) AND (at <= ( SELECT latest_true_time() AS latest_true_time)) AND (EXISTS ( SELECT 1
   FROM report_run r
  WHERE ((r.number = report_published.number) AND (r.by_account <> report_published.by_account) AND (r.body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['reports.make'::text]) AS session_bodies_that_may)::uuid[])))))));
create policy report_published_owner on report_published as permissive for all to congvu_owner using (true) with check (true);
create policy report_published_see on report_published as permissive for select to congvu_app using (true);
grant insert on report_published to congvu_app;
grant select on report_published to congvu_app;

-- room: uses/reports. A report that was made: its value as canonical JSON, the hash of it, the signature over the hash; append-only. Names no person.
create table report_run (
  report_id uuid not null,
  number text not null,
  definition text not null,
  body_id uuid not null,
  valid_on date not null,
  known_at bigint not null,
  at timestamp with time zone not null,
  by_account uuid not null,
  content text not null,
  sha256 text not null,
  jws text not null,
  constraint report_run_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint report_run_by_account_fkey FOREIGN KEY (by_account) REFERENCES account(account_id),
  constraint report_run_definition_check CHECK (((length(definition) >= 1) AND (length(definition) <= 20))),
  constraint report_run_jws_check CHECK ((length(jws) < 8000)),
  constraint report_run_number_check CHECK ((number ~ '^BC-[0-9A-Z]{5}-[0-9A-Z]{5}$'::text)),
  constraint report_run_number_key UNIQUE (number),
  constraint report_run_pkey PRIMARY KEY (report_id),
  constraint report_run_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX report_run_body ON congvu.report_run USING btree (body_id, at DESC);
alter table report_run enable row level security, force row level security;
create policy report_run_add on report_run as permissive for insert to congvu_app with check (((by_account = ( SELECT session_person() AS session_person)) AND (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['reports.make'::text]) AS session_bodies_that_may)::uuid[])) AND (known_at <= settled_tx()) AND (at >= ( SELECT earliest_true_time() AS earliest_true_time)) AND (at <= ( SELECT latest_true_time() AS latest_true_time))));
create policy report_run_owner on report_run as permissive for all to congvu_owner using (true) with check (true);
create policy report_run_see on report_run as permissive for select to congvu_app using (((by_account = ( SELECT session_person() AS session_person)) OR (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['reports.make'::text]) AS session_bodies_that_may)::uuid[]))));
grant insert on report_run to congvu_app;
grant select on report_run to congvu_app;

-- room: authority/access. A role of vai_tro over a body and all below it, from day to day.
create table role_grant (
  grant_id uuid not null,
  account_id uuid not null,
  role text not null,
  body_id uuid not null,
  valid_from date not null,
  valid_to date default '9999-12-31'::date not null,
  granted_by uuid,
  tx_from bigint default record_tx() not null,
  tx_to bigint default '9223372036854775807'::bigint not null,
  closed_by uuid,
  named text,
  acts text[],
  delegated_from uuid,
  delegated_by uuid,
  basis jsonb,
  constraint role_grant_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(account_id),
  constraint role_grant_basis CHECK (((basis IS NULL) OR ((jsonb_typeof(basis) = 'object'::text) AND (octet_length((basis)::text) <= 2000)))),
  constraint role_grant_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint role_grant_check CHECK ((valid_from < valid_to)),
  constraint role_grant_delegated_by_fkey FOREIGN KEY (delegated_by) REFERENCES account(account_id),
  constraint role_grant_delegated_from_fkey FOREIGN KEY (delegated_from) REFERENCES role_grant(grant_id),
  constraint role_grant_delegated_less CHECK (((delegated_from IS NULL) OR ((account_id <> delegated_by) AND ((valid_to - valid_from) <= 366) AND (cardinality(acts) > 0) AND (NOT (acts && ARRAY['grants.change'::text, 'rights.delegate'::text]))))),
  constraint role_grant_delegated_whole CHECK ((((delegated_from IS NULL) = (delegated_by IS NULL)) AND ((delegated_from IS NULL) = (acts IS NULL)) AND ((delegated_from IS NULL) = (basis IS NULL)))),
  constraint role_grant_pkey PRIMARY KEY (grant_id)
);
CREATE INDEX role_grant_account ON congvu.role_grant USING btree (account_id);
CREATE INDEX role_grant_delegated ON congvu.role_grant USING btree (delegated_from) WHERE (delegated_from IS NOT NULL);
CREATE INDEX role_grant_delegator ON congvu.role_grant USING btree (delegated_by) WHERE (delegated_by IS NOT NULL);
alter table role_grant enable row level security, force row level security;
create policy role_grant_add on role_grant as permissive for insert to congvu_app with check ((( SELECT session_is_system() AS session_is_system) OR ((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['grants.change'::text]) AS session_bodies_that_may)::uuid[])) AND (account_id <> ( SELECT session_person() AS session_person)) AND (granted_by = ( SELECT session_person() AS session_person)) AND role_is_given_over(role, body_id))));
create policy role_grant_as_delegated on role_grant as restrictive for insert to congvu_app with check (((delegated_from IS NULL) OR (may_be_delegated(delegated_from, delegated_by, account_id, role, body_id, acts, valid_to) AND ((delegated_by = ( SELECT session_person() AS session_person)) OR (EXISTS ( SELECT 1
   FROM grant_request w
  WHERE ((w.grant_id = role_grant.grant_id) AND (w.state = 'granted'::text) AND (w.decided_by = ( SELECT session_person() AS session_person)) AND (w.delegated_from = role_grant.delegated_from) AND (w.asked_by = role_grant.delegated_by) AND (w.acts = role_grant.acts) AND (w.valid_to = role_grant.valid_to))))))));
create policy role_grant_by_second on role_grant as restrictive for insert to congvu_app with check ((( SELECT session_is_system() AS session_is_system) OR ((NOT is_session_human(account_id, NULL::bytea)) AND (((role <> ALL (ARRAY['XAC_NHAN'::text, 'QT_BNDP'::text])) AND (role = ANY (( SELECT roles_of_a_body() AS roles_of_a_body)::text[]))) OR (EXISTS ( SELECT 1
   FROM grant_request w
  WHERE ((w.grant_id = role_grant.grant_id) AND (w.state = 'granted'::text) AND (w.decided_by = ( SELECT session_person() AS session_person)) AND (w.account_id = role_grant.account_id) AND (w.role = role_grant.role) AND (w.body_id = role_grant.body_id) AND (w.valid_from <= role_grant.valid_from) AND (w.valid_to = role_grant.valid_to) AND (NOT (w.delegated_from IS DISTINCT FROM role_grant.delegated_from)))))))));
create policy role_grant_close on role_grant as permissive for update to congvu_app using (((tx_to = '9223372036854775807'::bigint) AND (( SELECT session_is_system() AS session_is_system) OR ((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['grants.change'::text]) AS session_bodies_that_may)::uuid[])) AND (account_id <> ( SELECT session_person() AS session_person)))))) with check (((tx_to = record_tx()) AND (( SELECT session_is_system() AS session_is_system) OR (closed_by = ( SELECT session_person() AS session_person)))));
create policy role_grant_delegate on role_grant as permissive for insert to congvu_app with check (((delegated_by = ( SELECT session_person() AS session_person)) AND (granted_by = ( SELECT session_person() AS session_person))));
create policy role_grant_end_delegated on role_grant as permissive for update to congvu_app using (((tx_to = '9223372036854775807'::bigint) AND (delegated_from IS NOT NULL) AND ((( SELECT session_person() AS session_person) = account_id) OR (( SELECT session_person() AS session_person) = delegated_by)))) with check (((tx_to = record_tx()) AND (closed_by = ( SELECT session_person() AS session_person))));
create policy role_grant_owner on role_grant as permissive for all to congvu_owner using (true) with check (true);
create policy role_grant_see on role_grant as permissive for select to congvu_app using (((account_id = ( SELECT session_person() AS session_person)) OR ( SELECT session_is_system() AS session_is_system) OR (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['grants.change'::text]) AS session_bodies_that_may)::uuid[]))));
create policy role_grant_see_delegated on role_grant as permissive for select to congvu_app using ((delegated_by = ( SELECT session_person() AS session_person)));
grant insert (grant_id, account_id, role, body_id, valid_from, valid_to, granted_by, named, acts, delegated_from, delegated_by, basis) on role_grant to congvu_app;
grant select on role_grant to congvu_app;
grant update (tx_to, closed_by) on role_grant to congvu_app;

-- room: record/intake. Somebody asks that a checked file may be sent; the head of the body approves exactly what was shown, or sends it back with a reason (sealed). checks = of the file when it was asked: checked again since, the request is void.
create table sending_request (
  request_id uuid not null,
  submission_id uuid not null,
  round integer not null,
  body_id uuid not null,
  checks integer not null,
  as_of date not null,
  acknowledged text[] not null,
  partial boolean not null,
  shown_hash bytea not null,
  asked_by uuid not null,
  asked_identity bytea not null,
  asked_name text not null,
  asked_at timestamp with time zone not null,
  state text not null,
  decided_by uuid,
  decided_identity bytea,
  decided_name text,
  decided_at timestamp with time zone,
  reason_sealed bytea,
  constraint sending_request_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint sending_request_decided CHECK (((state = ANY (ARRAY['approved'::text, 'returned'::text])) = (decided_identity IS NOT NULL))),
  constraint sending_request_pkey PRIMARY KEY (request_id),
  constraint sending_request_reason CHECK (((state = 'returned'::text) = (reason_sealed IS NOT NULL))),
  constraint sending_request_state CHECK ((state = ANY (ARRAY['asked'::text, 'approved'::text, 'returned'::text, 'withdrawn'::text, 'void'::text]))),
  constraint sending_request_submission_id_round_fkey FOREIGN KEY (submission_id, round) REFERENCES submission_file(submission_id, round),
  constraint sending_request_two_people CHECK (((decided_identity IS NULL) OR (decided_identity <> asked_identity)))
);
CREATE INDEX sending_request_of ON congvu.sending_request USING btree (submission_id, round, asked_at);
CREATE INDEX sending_request_waiting ON congvu.sending_request USING btree (body_id, asked_at) WHERE (state = 'asked'::text);
CREATE UNIQUE INDEX sending_request_open ON congvu.sending_request USING btree (submission_id) WHERE (state = 'asked'::text);
alter table sending_request enable row level security, force row level security;
create policy sending_request_add on sending_request as permissive for insert to congvu_app with check (((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])) AND (state = 'asked'::text) AND (asked_by = ( SELECT session_person() AS session_person)) AND (asked_identity = ( SELECT a.identity
   FROM account a
  WHERE (a.account_id = sending_request.asked_by)))));
create policy sending_request_change on sending_request as permissive for update to congvu_app using (((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])) AND (state = 'asked'::text))) with check (((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])) AND (state <> 'asked'::text)));
create policy sending_request_decide on sending_request as restrictive for update to congvu_app using (true) with check (((state <> ALL (ARRAY['approved'::text, 'returned'::text])) OR ((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['submission.approve'::text]) AS session_bodies_that_may)::uuid[])) AND (decided_by = ( SELECT session_person() AS session_person)) AND (decided_identity = ( SELECT a.identity
   FROM account a
  WHERE (a.account_id = sending_request.decided_by))))));
create policy sending_request_owner on sending_request as permissive for all to congvu_owner using (true) with check (true);
create policy sending_request_see on sending_request as permissive for select to congvu_app using (((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])) AND (EXISTS ( SELECT 1
   FROM submission_file f
  WHERE ((f.submission_id = sending_request.submission_id) AND (f.round = sending_request.round))))));
grant insert on sending_request to congvu_app;
grant select on sending_request to congvu_app;
grant update (state, decided_by, decided_identity, decided_name, decided_at, reason_sealed) on sending_request to congvu_app;

-- room: record/intake. Does a body want what it sends approved first, from which day, why, and who set it. Append only: of the rules whose day has come the newest holds.
create table sending_rule (
  body_id uuid not null,
  rule_no integer not null,
  approval boolean not null,
  valid_from date not null,
  reason text not null,
  set_by uuid not null,
  set_identity bytea not null,
  set_name text not null,
  set_at timestamp with time zone not null,
  constraint sending_rule_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint sending_rule_pkey PRIMARY KEY (body_id, rule_no),
  constraint sending_rule_reason CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
);
alter table sending_rule enable row level security, force row level security;
create policy sending_rule_add on sending_rule as permissive for insert to congvu_app with check (((body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['sending.change'::text]) AS session_bodies_that_may)::uuid[])) AND (set_by = ( SELECT session_person() AS session_person)) AND (set_identity = ( SELECT a.identity
   FROM account a
  WHERE (a.account_id = sending_rule.set_by))) AND (valid_from >= today_in_vietnam())));
create policy sending_rule_owner on sending_rule as permissive for all to congvu_owner using (true) with check (true);
create policy sending_rule_see on sending_rule as permissive for select to congvu_app using ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
grant insert on sending_rule to congvu_app;
grant select on sending_rule to congvu_app;

-- room: uses/leaving. A person left the service of a body by their record: the roles of their accounts there end on that day. What was ended stays ended; a record that is corrected is told to who administers.
create table service_end (
  end_id uuid not null,
  person_id uuid not null,
  body_id uuid not null,
  on_day date not null,
  reason text not null,
  whole boolean not null,
  version integer not null,
  made_at timestamp with time zone not null,
  state text default 'waiting'::text not null,
  settled_at timestamp with time zone,
  roles integer,
  constraint service_end_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint service_end_check CHECK (((state = 'waiting'::text) = (settled_at IS NULL))),
  constraint service_end_pkey PRIMARY KEY (end_id),
  constraint service_end_reason_check CHECK ((reason ~ '^[A-Z_]{2,20}$'::text)),
  constraint service_end_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'taken-back'::text])))
);
CREATE INDEX service_end_due ON congvu.service_end USING btree (on_day) WHERE (state = 'waiting'::text);
CREATE INDEX service_end_of ON congvu.service_end USING btree (person_id);
alter table service_end enable row level security, force row level security;
create policy service_end_kept_apart on service_end as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy service_end_owner on service_end as permissive for all to congvu_owner using (true) with check (true);
create policy service_end_see on service_end as permissive for select to congvu_app using ((( SELECT session_is_system() AS session_is_system) OR (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['grants.change'::text, 'audit.read'::text]) AS session_bodies_that_may)::uuid[]))));
grant select on service_end to congvu_app;

-- room: authority/access. Only the SHA-256 of a handle is kept. A system session acts for one body, or for all (body_id null).
create table session (
  handle_hash bytea not null,
  session_id uuid not null,
  kind text not null,
  account_id uuid,
  body_id uuid,
  purpose text not null,
  agent text default ''::text not null,
  identity_level integer default 0 not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  idle_seconds integer not null,
  ends_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  stepped_up_at timestamp with time zone,
  stepped_up_by uuid,
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(account_id),
  constraint session_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint session_check CHECK (((kind = 'person'::text) = (account_id IS NOT NULL))),
  constraint session_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'system'::text]))),
  constraint session_pkey PRIMARY KEY (handle_hash),
  constraint session_session_id_key UNIQUE (session_id),
  constraint session_stepped_up_by_fkey FOREIGN KEY (stepped_up_by) REFERENCES passkey(passkey_id)
);
CREATE INDEX session_account ON congvu.session USING btree (account_id) WHERE (ended_at IS NULL);
CREATE INDEX session_of_account ON congvu.session USING btree (account_id, started_at) WHERE (kind = 'person'::text);
CREATE INDEX session_stepped ON congvu.session USING btree (stepped_up_by, stepped_up_at) WHERE (stepped_up_by IS NOT NULL);
alter table session enable row level security, force row level security;
create policy session_end on session as permissive for update to congvu_app using (((ended_at IS NULL) AND ((account_id = ( SELECT session_person() AS session_person)) OR session_administers(account_id)))) with check ((ended_at IS NOT NULL));
create policy session_owner on session as permissive for all to congvu_owner using (true) with check (true);
create policy session_see on session as permissive for select to congvu_app using (((account_id = ( SELECT session_person() AS session_person)) OR ( SELECT session_is_system() AS session_is_system) OR session_administers(account_id)));
grant select on session to congvu_app;
grant update (ended_at) on session to congvu_app;

-- room: authority/access. By which names (keyed hashes) the provider of sign-in knows a session.
create table session_provider (
  session_id uuid not null,
  issuer text not null,
  subject text not null,
  sid text,
  constraint session_provider_pkey PRIMARY KEY (session_id),
  constraint session_provider_session_id_fkey FOREIGN KEY (session_id) REFERENCES session(session_id) ON DELETE CASCADE
);
CREATE INDEX session_provider_sid ON congvu.session_provider USING btree (sid) WHERE (sid IS NOT NULL);
CREATE INDEX session_provider_subject ON congvu.session_provider USING btree (subject);
alter table session_provider enable row level security, force row level security;
create policy session_provider_own on session_provider as permissive for insert to congvu_app with check ((session_id = ( SELECT (session_row()).session_id AS session_id)));
create policy session_provider_owner on session_provider as permissive for all to congvu_owner using (true) with check (true);
grant insert on session_provider to congvu_app;

-- room: authority/access. Shared with the product's process only: without it nobody opens a session, not even with stolen SQL.
create table session_secret (
  only_row boolean default true not null,
  secret bytea not null,
  constraint session_secret_only_row_check CHECK (only_row),
  constraint session_secret_pkey PRIMARY KEY (only_row)
);

-- room: uses/card. What the clock said at the last signature of a list, and since when it is not believed. No people.
create table signing_clock (
  one boolean default true not null,
  signed_at timestamp with time zone not null,
  refused_since timestamp with time zone,
  constraint signing_clock_one_check CHECK (one),
  constraint signing_clock_pkey PRIMARY KEY (one)
);
alter table signing_clock enable row level security, force row level security;
create policy signing_clock_begin on signing_clock as permissive for insert to congvu_app with check (( SELECT session_is_system() AS session_is_system));
create policy signing_clock_note on signing_clock as permissive for update to congvu_app using (( SELECT session_is_system() AS session_is_system));
create policy signing_clock_owner on signing_clock as permissive for all to congvu_owner using (true) with check (true);
create policy signing_clock_see on signing_clock as permissive for select to congvu_app using (true);
grant insert on signing_clock to congvu_app;
grant select on signing_clock to congvu_app;
grant update (signed_at, refused_since) on signing_clock to congvu_app;

-- room: authority/keys. Every key that signed a receipt, an attestation or a head of the log, for ever; a new epoch follows when a key is rotated.
create table signing_key (
  purpose text not null,
  body_id uuid,
  epoch integer not null,
  kid text not null,
  since timestamp with time zone not null,
  ended timestamp with time zone,
  generation integer default 1 not null,
  constraint signing_key_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint signing_key_check CHECK (((purpose = 'attestation'::text) = (body_id IS NOT NULL))),
  constraint signing_key_epoch_check CHECK ((epoch >= 1)),
  constraint signing_key_generation_check CHECK ((generation >= 1)),
  constraint signing_key_kid_key UNIQUE (kid),
  constraint signing_key_purpose_body_id_epoch_key UNIQUE NULLS NOT DISTINCT (purpose, body_id, epoch),
  constraint signing_key_purpose_check CHECK ((purpose = ANY (ARRAY['receipt'::text, 'attestation'::text, 'checkpoint'::text])))
);
CREATE UNIQUE INDEX signing_key_active ON congvu.signing_key USING btree (purpose, body_id) NULLS NOT DISTINCT WHERE (ended IS NULL);
alter table signing_key enable row level security, force row level security;
create policy signing_key_begin on signing_key as permissive for insert to congvu_app with check (((ended IS NULL) AND ((epoch = 1) OR ( SELECT session_is_system() AS session_is_system))));
create policy signing_key_end on signing_key as permissive for update to congvu_app using (((ended IS NULL) AND ( SELECT session_is_system() AS session_is_system))) with check (((ended IS NOT NULL) AND ( SELECT session_is_system() AS session_is_system)));
create policy signing_key_owner on signing_key as permissive for all to congvu_owner using (true) with check (true);
create policy signing_key_read on signing_key as permissive for select to congvu_app using (true);
grant insert on signing_key to congvu_app;
grant select on signing_key to congvu_app;
grant update (ended) on signing_key to congvu_app;

-- room: record/matching. The circuit breaker of each source, for everybody to see: open = the source is down.
create table source_state (
  source text not null,
  state text not null,
  failures integer default 0 not null,
  since timestamp with time zone not null,
  try_at timestamp with time zone,
  reason text,
  paced_to timestamp with time zone,
  constraint source_state_pkey PRIMARY KEY (source),
  constraint source_state_state_check CHECK ((state = ANY (ARRAY['closed'::text, 'open'::text, 'half-open'::text])))
);
alter table source_state enable row level security, force row level security;
create policy source_state_add on source_state as permissive for insert to congvu_app with check (( SELECT session_is_system() AS session_is_system));
create policy source_state_change on source_state as permissive for update to congvu_app using (( SELECT session_is_system() AS session_is_system)) with check (( SELECT session_is_system() AS session_is_system));
create policy source_state_owner on source_state as permissive for all to congvu_owner using (true) with check (true);
create policy source_state_see on source_state as permissive for select to congvu_app using (true);
grant insert on source_state to congvu_app;
grant select on source_state to congvu_app;
grant update (state, failures, since, try_at, reason, paced_to) on source_state to congvu_app;

-- room: uses/card. The published status lists. No people.
create table status_list (
  list integer not null,
  opened_at timestamp with time zone not null,
  filled_at timestamp with time zone,
  retired_at timestamp with time zone,
  signed_at timestamp with time zone,
  cut_off_at timestamp with time zone,
  constraint status_list_list_check CHECK ((list >= 0)),
  constraint status_list_pkey PRIMARY KEY (list)
);
grant insert on status_list to congvu_app;
grant select on status_list to congvu_app;
grant update (filled_at, retired_at, signed_at) on status_list to congvu_app;

-- room: uses/card. A taken place of a status list; ended_at = its bit is set, for good; listed_at = a signed list says so. No people. Changed only by end_card_copies and mark_slots_listed.
create table status_slot (
  list integer not null,
  idx integer not null,
  taken_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  listed_at timestamp with time zone,
  constraint status_slot_check CHECK (((listed_at IS NULL) OR (ended_at IS NOT NULL))),
  constraint status_slot_idx_check CHECK (((idx >= 0) AND (idx < 1048576))),
  constraint status_slot_list_fkey FOREIGN KEY (list) REFERENCES status_list(list),
  constraint status_slot_pkey PRIMARY KEY (list, idx)
);
CREATE INDEX status_slot_unlisted ON congvu.status_slot USING btree (list) WHERE ((ended_at IS NOT NULL) AND (listed_at IS NULL));
grant insert on status_slot to congvu_app;
grant select on status_slot to congvu_app;

-- room: base/files. What is kept beside the tables, by name, where FILES=database: what was sent (sealed, under its SHA-256), tiles of the log, signed lists. Nothing of it is in clear that names a person.
create table stored_file (
  area text not null,
  name text collate "C" not null,
  bytes bytea not null,
  constraint stored_file_area_check CHECK ((area = ANY (ARRAY['blobs'::text, 'audit'::text, 'card'::text, 'erasures'::text]))),
  constraint stored_file_name_check CHECK ((name ~ '^[a-z0-9][a-z0-9.-]*(/[a-z0-9][a-z0-9.-]*)*$'::text)),
  constraint stored_file_pkey PRIMARY KEY (area, name)
);
alter table stored_file enable row level security, force row level security;
create policy stored_file_keep on stored_file as permissive for insert to congvu_app with check (true);
create policy stored_file_owner on stored_file as permissive for all to congvu_owner using (true) with check (true);
create policy stored_file_read on stored_file as permissive for select to congvu_app using (true);
create policy stored_file_remove on stored_file as permissive for delete to congvu_app using ((area <> ALL (ARRAY['blobs'::text, 'erasures'::text])));
create policy stored_file_replace on stored_file as permissive for update to congvu_app using ((area <> ALL (ARRAY['blobs'::text, 'erasures'::text]))) with check ((area <> ALL (ARRAY['blobs'::text, 'erasures'::text])));
grant delete on stored_file to congvu_app;
grant insert on stored_file to congvu_app;
grant select on stored_file to congvu_app;
grant update (bytes) on stored_file to congvu_app;

-- room: record/intake. One sending of a body, over all its correction rounds. Its state is told from its latest file and its items.
create table submission (
  submission_id uuid not null,
  body_id uuid not null,
  upload_number text not null,
  source text not null,
  round integer default 1 not null,
  created_at timestamp with time zone not null,
  tx bigint default record_tx() not null,
  constraint submission_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint submission_pkey PRIMARY KEY (submission_id),
  constraint submission_source_check CHECK ((source = ANY (ARRAY['workbook'::text, 'portraits'::text, 'documents'::text, 'exchange'::text, 'person'::text, 'decision'::text, 'merger'::text, 'initial'::text]))),
  constraint submission_upload_number_key UNIQUE (upload_number)
);
CREATE INDEX submission_body ON congvu.submission USING btree (body_id, created_at DESC);
alter table submission enable row level security, force row level security;
create policy submission_app on submission as permissive for all to congvu_app using ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[]))) with check ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
create policy submission_drafts on submission as restrictive for select to congvu_app using (((body_id = ANY (( SELECT session_making_bodies() AS session_making_bodies)::uuid[])) OR (EXISTS ( SELECT 1
   FROM submission_file f
  WHERE (f.submission_id = submission.submission_id)))));
create policy submission_owner on submission as permissive for all to congvu_owner using (true) with check (true);
create policy submission_writers_add on submission as restrictive for insert to congvu_app with check ((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])));
create policy submission_writers_change on submission as restrictive for update to congvu_app using ((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])));
grant insert on submission to congvu_app;
grant select on submission to congvu_app;
grant update (round) on submission to congvu_app;

-- room: record/intake. Why a body sends a returned value again as it was, sealed under the key of the submission; the officer reads it.
create table submission_answer (
  submission_id uuid not null,
  item_id uuid not null,
  field text not null,
  no integer not null,
  body_id uuid not null,
  person_id uuid not null,
  by_account uuid not null,
  by_identity bytea not null,
  at timestamp with time zone not null,
  sealed bytea not null,
  constraint submission_answer_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint submission_answer_pkey PRIMARY KEY (submission_id, item_id, field, no),
  constraint submission_answer_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(submission_id)
);
alter table submission_answer enable row level security, force row level security;
create policy submission_answer_app on submission_answer as permissive for all to congvu_app using ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[]))) with check ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
create policy submission_answer_kept_apart on submission_answer as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy submission_answer_own_hand on submission_answer as restrictive for insert to congvu_app with check ((by_account = ( SELECT session_person() AS session_person)));
create policy submission_answer_owner on submission_answer as permissive for all to congvu_owner using (true) with check (true);
create policy submission_answer_writers_add on submission_answer as restrictive for insert to congvu_app with check ((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])));
grant insert on submission_answer to congvu_app;
grant select on submission_answer to congvu_app;

-- room: record/intake. The file of one round: its bytes stand under sha256 in the blob store before this row commits.
create table submission_file (
  submission_id uuid not null,
  round integer not null,
  body_id uuid not null,
  sha256 bytea not null,
  size_bytes bigint not null,
  file_name text not null,
  sender_id uuid not null,
  sender_identity bytea,
  at timestamp with time zone not null,
  stage text not null,
  checks integer default 0 not null,
  done integer default 0 not null,
  total integer default 0 not null,
  stage_at timestamp with time zone not null,
  received integer default 0 not null,
  accepted integer default 0 not null,
  rejected integer default 0 not null,
  waiting integer default 0 not null,
  warnings integer default 0 not null,
  report jsonb default '{}'::jsonb not null,
  as_of date,
  acknowledged text[] default '{}'::text[] not null,
  partial boolean,
  submitted_at timestamp with time zone,
  door text not null,
  name_sealed bytea,
  submitted_by uuid,
  submitted_identity bytea,
  sender_kind text default 'account'::text not null,
  list_edition integer,
  earlier integer default 0 not null,
  sender_name text,
  approved_by uuid,
  approved_identity bytea,
  approved_name text,
  content_gone_at timestamp with time zone,
  scan text,
  again_reason text,
  constraint submission_file_again_reason_check CHECK (((length(again_reason) >= 10) AND (length(again_reason) <= 300))),
  constraint submission_file_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint submission_file_door_check CHECK ((door ~ '^[a-z][a-z0-9-]{0,39}$'::text)),
  constraint submission_file_earlier_check CHECK ((earlier >= 0)),
  constraint submission_file_pkey PRIMARY KEY (submission_id, round),
  constraint submission_file_scan CHECK ((scan = ANY (ARRAY['clean'::text, 'not-scanned'::text]))),
  constraint submission_file_sender_check CHECK (((sender_kind = ANY (ARRAY['account'::text, 'person'::text, 'node'::text])) AND ((sender_kind = 'node'::text) = (sender_identity IS NULL)))),
  constraint submission_file_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(submission_id)
);
CREATE INDEX submission_file_exchange_unread ON congvu.submission_file USING btree (submission_id) WHERE ((door = 'exchange'::text) AND (stage = ANY (ARRAY['queued'::text, 'reading'::text])));
CREATE UNIQUE INDEX submission_file_once ON congvu.submission_file USING btree (body_id, sha256) WHERE ((stage <> 'withdrawn'::text) AND (door <> ALL (ARRAY['documents'::text, 'exchange'::text])));
alter table submission_file enable row level security, force row level security;
create policy submission_file_app on submission_file as permissive for all to congvu_app using ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[]))) with check ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
create policy submission_file_approved on submission_file as restrictive for all to congvu_app using (true) with check (((stage <> 'submitted'::text) OR ((door = ANY (ARRAY['declaration'::text, 'evidence'::text])) AND ( SELECT session_is_system() AS session_is_system)) OR (NOT sending_needs_approval(body_id, submitted_at)) OR sending_was_approved(submission_id, round, approved_identity)));
create policy submission_file_drafts on submission_file as restrictive for select to congvu_app using (((submitted_at IS NOT NULL) OR (body_id = ANY (( SELECT session_making_bodies() AS session_making_bodies)::uuid[])) OR (sender_id = ( SELECT session_person() AS session_person))));
create policy submission_file_owner on submission_file as permissive for all to congvu_owner using (true) with check (true);
create policy submission_file_writers_add on submission_file as restrictive for insert to congvu_app with check ((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])));
create policy submission_file_writers_change on submission_file as restrictive for update to congvu_app using ((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])));
grant insert on submission_file to congvu_app;
grant insert (scan) on submission_file to congvu_app;
grant select on submission_file to congvu_app;
grant update (stage, checks, done, total, stage_at, received, accepted, rejected, waiting, warnings, report, as_of, acknowledged, partial, submitted_at, submitted_by, submitted_identity, list_edition, earlier, approved_by, approved_identity, approved_name, content_gone_at, again_reason) on submission_file to congvu_app;

-- room: record/intake. A suggestion that the body accepted: laid over the cell at the next check where the cell still holds the value as typed; the file stays as it was sent. One acceptance is one step.
create table submission_fix (
  submission_id uuid not null,
  round integer not null,
  body_id uuid not null,
  sealed bytea not null,
  by_account uuid not null,
  at timestamp with time zone not null,
  step_no integer default 1 not null,
  by_identity bytea not null,
  place jsonb not null,
  no integer not null,
  constraint submission_fix_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint submission_fix_pkey PRIMARY KEY (submission_id, round, step_no, no)
);
CREATE UNIQUE INDEX submission_fix_place ON congvu.submission_fix USING btree (submission_id, round, step_no, place);
alter table submission_fix enable row level security, force row level security;
create policy submission_fix_app on submission_fix as permissive for all to congvu_app using ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[]))) with check ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
create policy submission_fix_drafts on submission_fix as restrictive for select to congvu_app using (((body_id = ANY (( SELECT session_making_bodies() AS session_making_bodies)::uuid[])) OR (EXISTS ( SELECT 1
   FROM submission_file f
  WHERE ((f.submission_id = submission_fix.submission_id) AND (f.round = submission_fix.round))))));
create policy submission_fix_own_hand on submission_fix as restrictive for insert to congvu_app with check ((by_account = ( SELECT session_person() AS session_person)));
create policy submission_fix_owner on submission_fix as permissive for all to congvu_owner using (true) with check (true);
create policy submission_fix_writers_add on submission_fix as restrictive for insert to congvu_app with check ((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])));
grant insert on submission_fix to congvu_app;
grant select on submission_fix to congvu_app;

-- room: record/intake. One person of one file; what was read stands sealed until it becomes items. Monthly partitions.
create table submission_line (
  submission_id uuid not null,
  round integer not null,
  line_no integer not null,
  at timestamp with time zone not null,
  body_id uuid not null,
  id_hash bytea,
  person_id uuid,
  name text not null,
  verdict text not null,
  comparison text not null,
  sealed bytea not null,
  place jsonb not null,
  constraint submission_line_comparison_check CHECK ((comparison = ANY (ARRAY['new'::text, 'changed'::text, 'unchanged'::text, 'none'::text]))),
  constraint submission_line_pkey PRIMARY KEY (submission_id, round, line_no, at),
  constraint submission_line_verdict_check CHECK ((verdict = ANY (ARRAY['accepted'::text, 'rejected'::text, 'waiting'::text])))
) partition by RANGE (at);
alter table submission_line enable row level security, force row level security;
create policy submission_line_app on submission_line as permissive for all to congvu_app using ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[]))) with check ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
create policy submission_line_drafts on submission_line as restrictive for select to congvu_app using (((body_id = ANY (( SELECT session_making_bodies() AS session_making_bodies)::uuid[])) OR (EXISTS ( SELECT 1
   FROM submission_file f
  WHERE ((f.submission_id = submission_line.submission_id) AND (f.round = submission_line.round))))));
create policy submission_line_kept_apart on submission_line as restrictive for select to congvu_app using ((((person_id IS NULL) OR (NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people)))) AND ((id_hash IS NULL) OR (NOT (id_hash IN ( SELECT session_hidden_numbers() AS session_hidden_numbers))))));
create policy submission_line_owner on submission_line as permissive for all to congvu_owner using (true) with check (true);
create policy submission_line_writers_add on submission_line as restrictive for insert to congvu_app with check ((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])));
create policy submission_line_writers_change on submission_line as restrictive for update to congvu_app using ((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])));
create policy submission_line_writers_clear on submission_line as restrictive for delete to congvu_app using ((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])));
grant delete on submission_line to congvu_app;
grant insert on submission_line to congvu_app;
grant select on submission_line to congvu_app;
grant update (person_id, verdict) on submission_line to congvu_app;

-- room: record/intake. Every problem of a file; value, texts and suggestion are sealed. Monthly partitions.
create table submission_problem (
  submission_id uuid not null,
  round integer not null,
  problem_no integer not null,
  at timestamp with time zone not null,
  body_id uuid not null,
  line_no integer,
  code text not null,
  severity text not null,
  field text,
  sealed bytea not null,
  strength text,
  suggestion_group text,
  place jsonb,
  constraint submission_problem_pkey PRIMARY KEY (submission_id, round, problem_no, at),
  constraint submission_problem_severity_check CHECK ((severity = ANY (ARRAY['error'::text, 'warning'::text, 'corrected'::text]))),
  constraint submission_problem_strength_check CHECK ((strength = ANY (ARRAY['certain'::text, 'guess'::text])))
) partition by RANGE (at);
alter table submission_problem enable row level security, force row level security;
create policy submission_problem_app on submission_problem as permissive for all to congvu_app using ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[]))) with check ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[])));
create policy submission_problem_drafts on submission_problem as restrictive for select to congvu_app using (((body_id = ANY (( SELECT session_making_bodies() AS session_making_bodies)::uuid[])) OR (EXISTS ( SELECT 1
   FROM submission_file f
  WHERE ((f.submission_id = submission_problem.submission_id) AND (f.round = submission_problem.round))))));
create policy submission_problem_owner on submission_problem as permissive for all to congvu_owner using (true) with check (true);
create policy submission_problem_writers_add on submission_problem as restrictive for insert to congvu_app with check ((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])));
create policy submission_problem_writers_clear on submission_problem as restrictive for delete to congvu_app using ((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])));
grant delete on submission_problem to congvu_app;
grant insert on submission_problem to congvu_app;
grant select on submission_problem to congvu_app;

-- room: record/intake. Append only: a step of accepted suggestions that was taken back, by whom and when.
create table submission_undo (
  submission_id uuid not null,
  round integer not null,
  step_no integer not null,
  body_id uuid not null,
  by_account uuid not null,
  at timestamp with time zone not null,
  constraint submission_undo_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint submission_undo_pkey PRIMARY KEY (submission_id, round, step_no),
  constraint submission_undo_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(submission_id)
);
alter table submission_undo enable row level security, force row level security;
create policy submission_undo_app on submission_undo as permissive for all to congvu_app using ((body_id = ANY (( SELECT session_bodies() AS session_bodies)::uuid[]))) with check (((body_id = ANY (( SELECT session_writing_bodies() AS session_writing_bodies)::uuid[])) AND (by_account = ( SELECT session_person() AS session_person))));
create policy submission_undo_drafts on submission_undo as restrictive for select to congvu_app using (((body_id = ANY (( SELECT session_making_bodies() AS session_making_bodies)::uuid[])) OR (EXISTS ( SELECT 1
   FROM submission_file f
  WHERE ((f.submission_id = submission_undo.submission_id) AND (f.round = submission_undo.round))))));
create policy submission_undo_owner on submission_undo as permissive for all to congvu_owner using (true) with check (true);
grant insert on submission_undo to congvu_app;
grant select on submission_undo to congvu_app;

-- room: authority/oversight. The last day of which readers were counted, and when; those before it are whole.
create table unusual_counted (
  only_row boolean default true not null,
  day date,
  at timestamp with time zone,
  constraint unusual_counted_only_row_check CHECK (only_row),
  constraint unusual_counted_pkey PRIMARY KEY (only_row)
);
alter table unusual_counted enable row level security, force row level security;
create policy unusual_counted_count on unusual_counted as permissive for update to congvu_app using (( SELECT session_keeps_log() AS session_keeps_log)) with check (( SELECT session_keeps_log() AS session_keeps_log));
create policy unusual_counted_owner on unusual_counted as permissive for all to congvu_owner using (true) with check (true);
create policy unusual_counted_see on unusual_counted as permissive for select to congvu_app using (true);
grant select on unusual_counted to congvu_app;
grant update (day, at) on unusual_counted to congvu_app;

-- room: authority/oversight. What a reader who stands out over the whole country did on one day in matters of one body (null: of none); counted anew while the day goes on.
create table unusual_reader (
  day date not null,
  actor text not null,
  actor_id uuid not null,
  body_id uuid,
  roles text[] not null,
  event_id uuid not null,
  last_at timestamp with time zone not null,
  refused integer not null,
  denied integer not null,
  empty_lookups integer not null,
  at_night integer not null,
  one_person integer not null,
  unmasked integer not null,
  people integer not null,
  constraint unusual_reader_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES account(account_id),
  constraint unusual_reader_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(body_id),
  constraint unusual_reader_once UNIQUE NULLS NOT DISTINCT (day, actor, body_id)
);
CREATE INDEX unusual_reader_account ON congvu.unusual_reader USING btree (actor_id);
CREATE INDEX unusual_reader_body ON congvu.unusual_reader USING btree (body_id);
alter table unusual_reader enable row level security, force row level security;
create policy unusual_reader_count on unusual_reader as permissive for insert to congvu_app with check (( SELECT session_keeps_log() AS session_keeps_log));
create policy unusual_reader_forget on unusual_reader as permissive for delete to congvu_app using (( SELECT session_keeps_log() AS session_keeps_log));
create policy unusual_reader_owner on unusual_reader as permissive for all to congvu_owner using (true) with check (true);
create policy unusual_reader_see on unusual_reader as permissive for select to congvu_app using ((( SELECT session_keeps_log() AS session_keeps_log) OR (body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['audit.read'::text]) AS session_bodies_that_may)::uuid[])) OR ((body_id IS NULL) AND ( SELECT session_supervises_all() AS session_supervises_all))));
grant delete on unusual_reader to congvu_app;
grant insert on unusual_reader to congvu_app;
grant select on unusual_reader to congvu_app;

-- room: record/value-reports. A value of the own record that its person says is wrong: which, sealed what is wrong and what would be right, last day, who works on it, what came of it.
create table value_report (
  person_id uuid not null,
  report_id uuid not null,
  by_account uuid not null,
  group_code text not null,
  field text,
  line text,
  content_sealed bytea not null,
  made_at timestamp with time zone not null,
  due_on date not null,
  assigned_to uuid,
  outcome text,
  submission_id uuid,
  passed_to text,
  settled_by uuid,
  settled_at timestamp with time zone,
  constraint value_report_assigned_to_fkey FOREIGN KEY (assigned_to) REFERENCES account(account_id),
  constraint value_report_by_account_fkey FOREIGN KEY (by_account) REFERENCES account(account_id),
  constraint value_report_check CHECK ((((outcome IS NULL) = (settled_at IS NULL)) AND ((outcome IS NULL) = (settled_by IS NULL)))),
  constraint value_report_check1 CHECK ((((NOT (outcome IS DISTINCT FROM 'corrected'::text)) = (submission_id IS NOT NULL)) AND ((NOT (outcome IS DISTINCT FROM 'passed-on'::text)) = (passed_to IS NOT NULL)))),
  constraint value_report_check2 CHECK ((settled_by IS DISTINCT FROM by_account)),
  constraint value_report_check3 CHECK (((line IS NULL) OR (field IS NOT NULL))),
  constraint value_report_outcome_check CHECK ((outcome = ANY (ARRAY['corrected'::text, 'refused'::text, 'passed-on'::text]))),
  constraint value_report_passed_to_check CHECK ((passed_to = ANY (ARRAY['population'::text, 'other'::text]))),
  constraint value_report_pkey PRIMARY KEY (person_id, report_id),
  constraint value_report_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES account(account_id),
  constraint value_report_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(submission_id)
);
CREATE INDEX value_report_by_id ON congvu.value_report USING btree (report_id);
CREATE INDEX value_report_open ON congvu.value_report USING btree (due_on, report_id) WHERE (outcome IS NULL);
CREATE INDEX value_report_settled ON congvu.value_report USING btree (settled_at) WHERE (outcome IS NOT NULL);
CREATE UNIQUE INDEX value_report_once ON congvu.value_report USING btree (person_id, group_code, COALESCE(field, ''::text), COALESCE(line, ''::text)) WHERE (outcome IS NULL);
alter table value_report enable row level security, force row level security;
create policy value_report_add on value_report as permissive for insert to congvu_app with check (((by_account = ( SELECT session_person() AS session_person)) AND (person_id = ( SELECT session_own_person() AS session_own_person)) AND (outcome IS NULL) AND (assigned_to IS NULL)));
create policy value_report_change on value_report as permissive for update to congvu_app using (((outcome IS NULL) AND (NOT is_session_human(by_account, NULL::bytea)) AND (EXISTS ( SELECT 1
   FROM person p
  WHERE ((p.person_id = standing_person(value_report.person_id)) AND (p.body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['mismatch.work'::text]) AS session_bodies_that_may)::uuid[]))))))) with check ((((outcome IS NULL) OR (settled_by = ( SELECT session_person() AS session_person))) AND ((submission_id IS NULL) OR (EXISTS ( SELECT 1
   FROM item i
  WHERE ((i.person_id = standing_person(value_report.person_id)) AND (i.submission_id = value_report.submission_id) AND (i.group_code = value_report.group_code) AND (i.state = 'registered'::text) AND (i.decided_at >= value_report.made_at)))))));
create policy value_report_kept_apart on value_report as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy value_report_own on value_report as permissive for select to congvu_app using (((person_id = ( SELECT session_own_person() AS session_own_person)) OR ((by_account = ( SELECT session_person() AS session_person)) AND (( SELECT session_own_person() AS session_own_person) IS NOT NULL))));
create policy value_report_owner on value_report as permissive for all to congvu_owner using (true) with check (true);
create policy value_report_see on value_report as permissive for select to congvu_app using (((EXISTS ( SELECT 1
   FROM person p
  WHERE ((p.person_id = standing_person(value_report.person_id)) AND (p.body_id = ANY (( SELECT session_bodies_that_may(VARIADIC ARRAY['mismatch.work'::text]) AS session_bodies_that_may)::uuid[]))))) AND (NOT is_session_human(by_account, NULL::bytea))));
create policy value_report_system on value_report as permissive for select to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant insert (person_id, report_id, by_account, group_code, field, line, content_sealed, made_at, due_on) on value_report to congvu_app;
grant select on value_report to congvu_app;
grant update (assigned_to, outcome, submission_id, passed_to, settled_by, settled_at) on value_report to congvu_app;

-- room: record/value-reports. What was done about a reported value, by whom; notes are sealed under the salt of the person.
create table value_report_act (
  person_id uuid not null,
  report_id uuid not null,
  act_no integer not null,
  act text not null,
  by_account uuid not null,
  by_name text not null,
  at timestamp with time zone not null,
  note_sealed bytea,
  constraint value_report_act_act_check CHECK ((act = ANY (ARRAY['made'::text, 'assigned'::text, 'released'::text, 'commented'::text, 'corrected'::text, 'refused'::text, 'passed-on'::text]))),
  constraint value_report_act_by_account_fkey FOREIGN KEY (by_account) REFERENCES account(account_id),
  constraint value_report_act_person_id_report_id_fkey FOREIGN KEY (person_id, report_id) REFERENCES value_report(person_id, report_id),
  constraint value_report_act_pkey PRIMARY KEY (person_id, report_id, act_no)
);
alter table value_report_act enable row level security, force row level security;
create policy value_report_act_add on value_report_act as permissive for insert to congvu_app with check (((by_account = ( SELECT session_person() AS session_person)) AND (EXISTS ( SELECT 1
   FROM value_report r
  WHERE ((r.person_id = value_report_act.person_id) AND (r.report_id = value_report_act.report_id))))));
create policy value_report_act_kept_apart on value_report_act as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy value_report_act_owner on value_report_act as permissive for all to congvu_owner using (true) with check (true);
create policy value_report_act_see on value_report_act as permissive for select to congvu_app using ((EXISTS ( SELECT 1
   FROM value_report r
  WHERE ((r.person_id = value_report_act.person_id) AND (r.report_id = value_report_act.report_id)))));
grant insert on value_report_act to congvu_app;
grant select on value_report_act to congvu_app;

-- room: record/value-reports. The paper (PDF) that shows what its person reports as wrong, sealed under their salt.
create table value_report_paper (
  person_id uuid not null,
  report_id uuid not null,
  sha256 text not null,
  size_bytes integer not null,
  pages integer not null,
  from_photo boolean not null,
  scan text not null,
  added_at timestamp with time zone not null,
  content_sealed bytea not null,
  constraint value_report_paper_pages_check CHECK ((pages > 0)),
  constraint value_report_paper_person_id_report_id_fkey FOREIGN KEY (person_id, report_id) REFERENCES value_report(person_id, report_id) ON DELETE CASCADE,
  constraint value_report_paper_pkey PRIMARY KEY (person_id, report_id),
  constraint value_report_paper_scan_check CHECK ((scan = ANY (ARRAY['clean'::text, 'not-scanned'::text]))),
  constraint value_report_paper_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint value_report_paper_size_bytes_check CHECK ((size_bytes > 0))
);
alter table value_report_paper enable row level security, force row level security;
create policy value_report_paper_add on value_report_paper as permissive for insert to congvu_app with check (((person_id = ( SELECT session_own_person() AS session_own_person)) AND (EXISTS ( SELECT 1
   FROM value_report r
  WHERE ((r.person_id = value_report_paper.person_id) AND (r.report_id = value_report_paper.report_id) AND (r.by_account = ( SELECT session_person() AS session_person)) AND (r.outcome IS NULL))))));
create policy value_report_paper_kept_apart on value_report_paper as restrictive for select to congvu_app using ((NOT (person_id IN ( SELECT session_hidden_people() AS session_hidden_people))));
create policy value_report_paper_owner on value_report_paper as permissive for all to congvu_owner using (true) with check (true);
create policy value_report_paper_see on value_report_paper as permissive for select to congvu_app using ((EXISTS ( SELECT 1
   FROM value_report r
  WHERE ((r.person_id = value_report_paper.person_id) AND (r.report_id = value_report_paper.report_id)))));
grant insert on value_report_paper to congvu_app;
grant select on value_report_paper to congvu_app;

-- room: record/declarations. Names (hashes) of updates that came from VNeID, until they are too old to be taken anyway: each makes one declaration. No people.
create table vneid_update (
  jti_hash bytea not null,
  digest bytea not null,
  declaration_id uuid not null,
  taken_at timestamp with time zone not null,
  until timestamp with time zone not null,
  constraint vneid_update_digest_check CHECK ((length(digest) = 32)),
  constraint vneid_update_jti_hash_check CHECK ((length(jti_hash) = 32)),
  constraint vneid_update_pkey PRIMARY KEY (jti_hash)
);
CREATE INDEX vneid_update_old ON congvu.vneid_update USING btree (until);
alter table vneid_update enable row level security, force row level security;
create policy vneid_update_forget on vneid_update as permissive for delete to congvu_app using (((until < now()) AND ( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
create policy vneid_update_owner on vneid_update as permissive for all to congvu_owner using (true) with check (true);
create policy vneid_update_see on vneid_update as permissive for select to congvu_app using ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
create policy vneid_update_take on vneid_update as permissive for insert to congvu_app with check ((( SELECT session_is_system() AS session_is_system) AND ( SELECT session_of_all_bodies() AS session_of_all_bodies)));
grant delete on vneid_update to congvu_app;
grant insert (jti_hash, digest, declaration_id, taken_at, until) on vneid_update to congvu_app;
grant select on vneid_update to congvu_app;

CREATE OR REPLACE FUNCTION congvu.accounts_of_human(asked bytea)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select coalesce(array_agg(b.account_id), '{}') from account b where b.identity = any (array(
    select asked
    union
    select m.id_hash from national_id n join national_id m on m.person_id = n.person_id
     where n.id_hash = asked and n.state in ('registered', 'former') and m.state in ('registered', 'former')))
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.accounts_of_numbers(asked bytea[])
 RETURNS TABLE(at integer, account_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select l.at::int, a.account_id from unnest(asked) with ordinality l (n, at) left join account a on a.identity = l.n
   where session_is_system() or cardinality(session_bodies_that_may('grants.change')) > 0
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.accounts_of_people(people uuid[])
 RETURNS TABLE(person_id uuid, account_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select n.person_id, a.account_id from national_id n join account a on a.identity = n.id_hash
   where session_keeps_log() and n.person_id = any (people) and n.state = 'registered' and a.disabled_at is null
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.accounts_of_person(asked uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select coalesce(array_agg(a.account_id), '{}') from national_id n join account a on a.identity = n.id_hash
   where n.person_id = asked and n.state in ('registered', 'former')
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.accounts_that_approve(of_body uuid)
 RETURNS TABLE(account_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    -- Looked up when it is called: the grants that count, and those that were lent, are known from a later migration on.
    return query select distinct g.account_id
      from role_grant g join account a on a.account_id = g.account_id join access_may m on m.role = g.role
     where session_keeps_log() and a.disabled_at is null and g.body_id = of_body
       and m.act = 'submission.approve' and m.valid_from <= today_in_vietnam() and m.valid_to > today_in_vietnam()
       and exists (select 1 from living_grants(g.account_id) l where l.grant_id = g.grant_id and (l.only_acts is null or m.act = any (l.only_acts)));
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.accounts_that_may(acts text[], over_body uuid)
 RETURNS TABLE(account_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select distinct g.account_id
    from role_grant g join account a on a.account_id = g.account_id join access_may m on m.role = g.role
   where session_keeps_log() and a.disabled_at is null
     and m.act = any ($1) and m.valid_from <= today_in_vietnam() and m.valid_to > today_in_vietnam()
     and g.tx_to = 9223372036854775807 and g.valid_from <= today_in_vietnam() and g.valid_to > today_in_vietnam()
     and g.body_id = any (bodies_above(over_body, today_in_vietnam()))
     and (g.delegated_from is null or (m.act = any (g.acts) and delegation_stands(g.delegated_from, g.delegated_by, g.role, g.body_id)))
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.addition_stands(addition uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (select 1 from code_list_entry e where e.addition_id = addition and e.tx_to = 9223372036854775807)
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.administrators_beside_session(over_body uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with recursive up as (
    select over_body as body_id
    union
    select v.parent_id from body_version v join up on up.body_id = v.body_id
     where v.parent_id is not null and v.tx_to = 9223372036854775807 and v.valid_from <= today_in_vietnam() and v.valid_to > today_in_vietnam())
  select coalesce(array_agg(distinct g.account_id), '{}') from role_grant g join account a using (account_id) join up using (body_id)
   where g.role = 'QT_BNDP' and g.tx_to = 9223372036854775807 and g.valid_from <= today_in_vietnam() and g.valid_to > today_in_vietnam()
     and a.disabled_at is null and not is_session_human(g.account_id, null)
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.agreed_by_both(asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select case when c.kind in ('transfer', 'secondment', 'concurrent') or (c.kind = 'same_human' and c.from_body <> c.to_body)
    then exists (select 1 from person_case_act a join person_case_act b on b.case_id = a.case_id and b.by_identity <> a.by_identity
      where a.case_id = c.case_id and a.act = 'consented' and a.body_id = c.from_body and b.act = 'consented' and b.body_id = c.to_body)
    else exists (select 1 from person_case_act a join person_case_act b on b.case_id = a.case_id and b.by_identity <> a.by_identity
      where a.case_id = c.case_id and a.act = 'opened' and a.body_id = c.to_body and b.act = 'consented' and b.body_id = c.to_body) end
    from person_case c where c.case_id = asked
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.agreed_employments(people uuid[])
 RETURNS TABLE(person_id uuid, kind text, body_id uuid, post text, from_on date, until_on date, codes text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    select c.person_id, c.kind, c.to_body, c.post, c.effective_on, c.until_on, array(select distinct b.code from body_code b where b.body_id = c.to_body and b.scheme <> 'dvhc')
      from person_case c join person p on p.person_id = c.person_id and p.body_id = c.from_body
     where c.person_id = any (people) and c.kind in ('secondment', 'concurrent') and c.state in ('agreed', 'done') and agreed_by_both(c.case_id)
       and (p.body_id = any ((select session_bodies())::uuid[]) or session_is_system() or p.person_id = (select session_own_person()))
     order by c.effective_on, c.case_id
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.ask_for_number(new_id uuid, for_body uuid, person uuid, new_hash bytea, on_instant timestamp with time zone, today date, term_ends date, content bytea)
 RETURNS TABLE(outcome text, case_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    declare held record;
    begin
      if not (for_body = any ((select session_writing_bodies())::uuid[])) then
        raise exception 'E-BODY-NOT-YOURS' using errcode = 'insufficient_privilege';
      end if;
      if not exists (select 1 from person p where p.person_id = person and p.body_id = for_body and p.merged_into is null) then
        return query select 'not-yours'::text, null::uuid; return;
      end if;
      select n.person_id, n.state into held from national_id n where n.id_hash = new_hash and n.state in ('registered', 'former');
      if held.person_id is not null and (held.person_id <> person or held.state = 'registered') then
        return query select case when held.person_id = person then 'same' else 'taken' end, null::uuid; return;
      end if;
      insert into person_case as c (case_id, kind, state, person_id, number_hash, from_body, to_body, opened_by, effective_on, due_on, created_at, sealed)
        values (new_id, 'number_change', 'asked', person, new_hash, for_body, for_body, 'to', today, term_ends, on_instant, content)
        on conflict do nothing;
      if not found then
        return query select 'open'::text, c.case_id from person_case c where c.person_id = person and c.kind = 'number_change' and c.ended_at is null; return;
      end if;
      return query select 'opened'::text, new_id;
    end
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.ask_for_person(new_id uuid, for_body uuid, asked_hash bytea, on_day date, by_clerk boolean, on_instant timestamp with time zone, term_ends date, content bytea, left_states text[])
 RETURNS TABLE(outcome text, case_id uuid, kind text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    declare there record; as_kind text; open_one uuid;
    begin
      if not (for_body = any (case when by_clerk then session_writing_bodies() else session_registering_bodies() end)) then
        raise exception 'E-BODY-NOT-YOURS' using errcode = 'insufficient_privilege';
      end if;
      select n.person_id, n.id_hash, p.body_id, coalesce(p.work_status = any (left_states), false) as has_left into there
        from national_id n join person p on p.person_id = n.person_id where n.id_hash = asked_hash and n.state in ('registered', 'former') and not is_kept_apart(n.person_id);
      if there.person_id is null then
        return query select 'nobody'::text, null::uuid, null::text; return;
      end if;
      if there.body_id = for_body then
        return query select 'mine'::text, null::uuid, null::text; return;
      end if;
      as_kind := case when there.has_left then 're_entry' else 'transfer' end;
      insert into person_case as c (case_id, kind, state, person_id, number_hash, from_body, to_body, opened_by, effective_on, due_on, created_at, sealed)
        values (new_id, as_kind, case when by_clerk and as_kind = 'transfer' then 'prepared' else 'asked' end, there.person_id, there.id_hash, there.body_id, for_body, 'to', on_day, term_ends, on_instant, content)
        on conflict do nothing;
      if not found then
        select c.case_id into open_one from person_case c where c.person_id = there.person_id and c.to_body = for_body and c.kind in ('transfer', 're_entry') and c.ended_at is null;
        return query select 'open'::text, open_one, null::text; return;
      end if;
      return query select 'opened'::text, new_id, as_kind;
    end
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.ask_same_human(new_id uuid, for_body uuid, person uuid, asked_hash bytea, by_clerk boolean, on_instant timestamp with time zone, today date, term_ends date, content bytea)
 RETURNS TABLE(outcome text, case_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    declare there record; waits text[];
    begin
      if not (for_body = any (case when by_clerk then session_writing_bodies() else session_registering_bodies() end)) then
        raise exception 'E-BODY-NOT-YOURS' using errcode = 'insufficient_privilege';
      end if;
      if not exists (select 1 from person p where p.person_id = person and p.body_id = for_body and p.merged_into is null) then
        return query select 'not-yours'::text, null::uuid; return;
      end if;
      select p.person_id, n.id_hash, p.body_id into there
        from national_id n join person p on p.person_id = n.person_id where n.id_hash = asked_hash and n.state in ('registered', 'former') and not is_kept_apart(p.person_id);
      if there.person_id is null then
        return query select 'nobody'::text, null::uuid; return;
      end if;
      if there.person_id = person then
        return query select 'same'::text, null::uuid; return;
      end if;
      if exists (select 1 from person p where p.merged_into = person) then
        return query select 'survivor'::text, null::uuid; return;
      end if;
      waits := under_way(array[person], null);
      if waits <> '{}' then
        return query select case when exists (select 1 from person_case c where c.kind = 'same_human' and c.person_id = person and c.ended_at is null) then 'open' else waits[1] end, null::uuid; return;
      end if;
      insert into person_case as c (case_id, kind, state, person_id, other_person_id, number_hash, from_body, to_body, opened_by, effective_on, due_on, created_at, sealed)
        values (new_id, 'same_human', case when by_clerk and there.body_id <> for_body then 'prepared' else 'asked' end, person, there.person_id, there.id_hash, for_body, there.body_id, 'from', today, term_ends, on_instant, content)
        on conflict do nothing;
      if not found then
        return query select 'open'::text, null::uuid; return;
      end if;
      return query select 'opened'::text, new_id;
    end
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.asked_again_counts(root uuid, since timestamp with time zone)
 RETURNS TABLE(body_id uuid, again integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select a.of_body, count(*)::int
    from (select e.body_id as of_body from people_export e where e.again_reason is not null and e.asked_at >= since
          union all
          select f.body_id from submission_file f where f.again_reason is not null and f.submitted_at >= since
          union all
          select d.body_id from declaration_call d where d.again_reason is not null and d.asked_at >= since) a
   where a.of_body = any (bodies_below(array[root], today_in_vietnam())) and a.of_body = any ((select session_bodies_that_may('board.read'))::uuid[])
   group by a.of_body
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.attestation_to_take(about uuid, asked uuid)
 RETURNS TABLE(body_id uuid, submission_id uuid, at timestamp with time zone, item_ids uuid[], shown_hash text, shown_sealed bytea, jws text, list_id uuid, list_no integer, people integer, items integer, root text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select t.body_id, t.submission_id, t.at, t.item_ids, encode(t.shown_hash, 'hex'), t.shown_sealed, coalesce(t.jws, l.jws),
         t.list_id, t.list_no, l.people, l.items, encode(l.root, 'hex')
    from attestation t left join attestation_list l on l.list_id = t.list_id
   where t.person_id = about and t.attestation_id = asked and session_sees_attestation(about, asked)
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.attestations_seen(about uuid)
 RETURNS TABLE(attestation_id uuid, at timestamp with time zone, signer_name text, body_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select t.attestation_id, t.at, t.signer_name, t.body_id from attestation t
   where t.person_id = about and session_sees_attestation(t.person_id, t.attestation_id)
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.audit_lag_seconds()
 RETURNS double precision
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select coalesce(greatest(extract(epoch from now() - min(w.at)), 0), 0)::double precision from (
    (select e.at from audit_event e, audit_state s where e.log = s.log and (e.tx, e.event_id) > (s.last_tx, s.last_event) order by e.tx, e.event_id limit 1)
    union all
    (select l.at from audit_leaf l where l.leaf_index >= (select coalesce(max(c.size), 0) from audit_checkpoint c where c.log = l.log) order by l.leaf_index limit 1)) w
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.begin_merger(event uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare this_tx bigint := record_tx(); m record;
  begin
    for m in select * from merger_in_force(event, 'merge') loop
      if m.on_day > today_in_vietnam() then raise exception 'a merger is written from its day on'; end if;
      insert into change_scope (event_id, person_id, body_id, managing_body_id, using_body_id)
        select event, p.person_id, p.body_id, p.managing_body_id, p.using_body_id from person p
         where p.managing_body_id = m.source or p.using_body_id = m.source or exists (
           select 1 from person_reach r where r.person_id = p.person_id and r.body_id = m.source and r.why in ('managing', 'using', 'merged') and r.tx_to = 9223372036854775807 and r.valid_to > m.on_day)
        on conflict do nothing;
      update change_event set hash_before = scope_digest(event, bodies_before(m.source, this_tx) || m.target, array[m.source]) where event_id = event;
    end loop;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.bind_national_ids(persons uuid[])
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET jit TO 'off'
AS $function$
    begin
      -- All claims of these numbers, whoever's: two bodies that confirm at the same second come one after the other.
      perform 1 from (select distinct m.id_hash from unnest(persons) as asked (p) join national_id m on m.person_id = asked.p) a
        join national_id n on n.id_hash = a.id_hash order by n.id_hash, n.person_id for update of n;
      update national_id n set state = 'registered', tx = record_tx()
        from (select distinct a.p from unnest(persons) as a (p)) asked
        cross join lateral (select m.id_hash, m.person_id from national_id m
               where m.person_id = asked.p and case m.state when 'claimed' then true end and m.body_id = any ((select session_registering_bodies())::uuid[]) limit 1) c
       where n.id_hash = c.id_hash and n.person_id = c.person_id
         and (select true from national_id x where x.id_hash = c.id_hash and x.state in ('registered', 'former') limit 1) is null;
      return query
        select p.id from unnest(persons) as p (id)
         where (select true from national_id n left join person q on q.person_id = n.person_id
            where n.person_id = p.id and case n.state when 'registered' then true end and coalesce(q.body_id, n.body_id) = any ((select session_registering_bodies())::uuid[]) limit 1) is null;
    end
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.board_counts(root uuid, late_before timestamp with time zone, week_ago timestamp with time zone, two_weeks_ago timestamp with time zone)
 RETURNS TABLE(body_id uuid, registered integer, complete integer, sent integer, confirmed integer, waiting integer, late integer, returned integer, checked integer, to_correct integer, this_week integer, week_before integer, last_sent timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with mine as materialized (
    select b as body_id from unnest(bodies_below(array[root], today_in_vietnam())) as b where b = any ((select session_bodies_that_may('board.read'))::uuid[])),
  people as (
    select p.body_id, count(*)::int as registered,
           count(*) filter (where p.is_complete)::int as complete
      from person p join mine m on m.body_id = p.body_id where p.merged_into is null group by p.body_id),
  of_one as (
    select i.body_id, i.person_id, bool_or(i.state = 'registered') as confirmed, max(i.decided_at) filter (where i.state = 'registered') as confirmed_at,
           min(i.created_at) filter (where i.state in ('waiting-match', 'awaiting-confirmation', 'held')) as waits_since, bool_or(i.state = 'returned') as returned
      from item i join mine m on m.body_id = i.body_id where i.state not in ('withdrawn', 'superseded') group by i.body_id, i.person_id),
  sent as (
    select o.body_id, count(*)::int as sent, count(*) filter (where o.confirmed)::int as confirmed, count(*) filter (where o.waits_since is not null)::int as waiting,
           count(*) filter (where o.waits_since < late_before)::int as late, count(*) filter (where o.returned)::int as returned,
           count(*) filter (where o.confirmed_at >= week_ago)::int as this_week,
           count(*) filter (where o.confirmed_at >= two_weeks_ago and o.confirmed_at < week_ago)::int as week_before
      from of_one o group by o.body_id),
  files as (
    select f.body_id, coalesce(sum(f.accepted) filter (where f.stage = 'checked'), 0)::int as checked,
           coalesce(sum(case f.stage when 'checked' then f.rejected when 'submitted' then f.waiting else 0 end), 0)::int as to_correct, max(f.submitted_at) as last_sent
      from submission s join mine m on m.body_id = s.body_id join submission_file f on f.submission_id = s.submission_id and f.round = s.round group by f.body_id)
  select m.body_id, coalesce(p.registered, 0), coalesce(p.complete, 0), coalesce(s.sent, 0), coalesce(s.confirmed, 0), coalesce(s.waiting, 0), coalesce(s.late, 0),
         coalesce(s.returned, 0), coalesce(f.checked, 0), coalesce(f.to_correct, 0), coalesce(s.this_week, 0), coalesce(s.week_before, 0), f.last_sent
    from mine m left join people p on p.body_id = m.body_id left join sent s on s.body_id = m.body_id left join files f on f.body_id = m.body_id
   where p.registered > 0 or s.sent > 0 or f.body_id is not null
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.bodies_above(body uuid, on_day date)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with recursive t as (
    select body as body_id
    union
    select v.parent_id from body_version v join t using (body_id)
     where v.parent_id is not null and v.valid_from <= on_day and v.valid_to > on_day and v.tx_to = 9223372036854775807)
  select array_agg(body_id) from t where body_id is not null
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.bodies_around(asked uuid, from_day date, to_day date)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with recursive up as (
    select asked as body_id
    union
    select v.parent_id from body_version v join up on up.body_id = v.body_id
     where v.parent_id is not null and v.tx_to = 9223372036854775807 and v.valid_from < to_day and v.valid_to > from_day),
  down as (
    select asked as body_id
    union
    select v.body_id from body_version v join down on v.parent_id = down.body_id
     where v.tx_to = 9223372036854775807 and v.valid_from < to_day and v.valid_to > from_day)
  select array_agg(body_id) from (select body_id from up union select body_id from down) around
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.bodies_before(top uuid, at_tx bigint)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with recursive t as (
    select top as body_id
    union
    select v.body_id from body_version v join t on v.parent_id = t.body_id where v.tx_from < at_tx and v.tx_to >= at_tx)
  select array_agg(body_id) from t
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.bodies_below(roots uuid[], on_day date)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with recursive t as (
    select unnest(roots) as body_id
    union
    select v.body_id from body_version v join t on v.parent_id = t.body_id
     where v.valid_from <= on_day and v.valid_to > on_day and v.tx_to = 9223372036854775807)
  select coalesce(array_agg(body_id), '{}') from t where body_id is not null
$function$;
-- may be called by: anybody

CREATE OR REPLACE FUNCTION congvu.bodies_hold(asked uuid[], on_day date, OUT body_id uuid, OUT people integer, OUT accounts integer, OUT submissions integer)
 RETURNS SETOF record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select b.id,
    (select count(distinct r.person_id)::int from person_reach r where r.body_id = b.id and r.why in ('managing', 'using') and r.tx_to = 9223372036854775807
       and r.valid_from <= on_day and r.valid_to > on_day),
    (select count(distinct g.account_id)::int from role_grant g where g.body_id = b.id and g.tx_to = 9223372036854775807 and g.valid_to > on_day),
    (select count(distinct s.submission_id)::int from submission s where s.body_id = b.id and exists (
       select 1 from item i where i.submission_id = s.submission_id and i.state in ('waiting-match', 'awaiting-confirmation', 'held', 'returned')))
   from unnest(asked) b(id)
   where cardinality((select session_bodies_that_may('bodies.change'))::uuid[]) > 0
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.body_born_by(asked uuid, event uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (select 1 from body b where b.body_id = asked and b.born_by = event)
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.body_ever_within(asked uuid, above uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with recursive up as (
    select asked as body_id
    union
    select v.parent_id from body_version v join up using (body_id) where v.parent_id is not null and v.tx_to = 9223372036854775807)
  select exists (select 1 from up where body_id = above)
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.body_stands_for(named uuid, since bigint)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with recursive s as (
    select named as body_id, since as tx, 0 as step
    union all
    select l.to_id, e.tx, s.step + 1 from s join change_link l on l.from_id = s.body_id and l.relation = 'sap_nhap' join change_event e using (event_id)
     where e.kind = 'merge' and e.tx > s.tx and s.step < 50 and not exists (select 1 from change_event u where u.reverses = e.event_id))
  select body_id from s order by step desc limit 1
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.body_stays_below(asked uuid, above uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (select 1 from body_version v where v.body_id = asked and v.parent_id = above and v.closed_by = session_change())
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.case_is_about(asked uuid, identity bytea)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (select 1 from person_case c join national_id n on n.person_id in (c.person_id, c.other_person_id)
    where c.case_id = asked and n.id_hash = identity and n.state <> 'claimed' and (c.from_body = any ((select session_bodies())::uuid[]) or c.to_body = any ((select session_bodies())::uuid[])))
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.claim_national_ids(hashes bytea[], persons uuid[], seals bytea[], for_body uuid, by_submission uuid)
 RETURNS TABLE(id_hash bytea, person_id uuid, outcome text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET jit TO 'off'
AS $function$
    begin
      if not (for_body = any ((select session_bodies())::uuid[])) then
        raise exception 'E-BODY-NOT-YOURS' using errcode = 'insufficient_privilege';
      end if;
      -- Whoever binds or lets go one of these numbers is waited for; always in one order, so that nobody waits in a circle.
      perform 1 from (select distinct asked.h from unnest(hashes) as asked (h)) a join national_id n on n.id_hash = a.h order by n.id_hash, n.person_id for update of n;
      insert into national_id as n (id_hash, person_id, body_id, sealed, claimed_by)
        select c.h, c.p, for_body, c.s, by_submission
          from unnest(hashes, persons, seals) as c (h, p, s)
         where (select true from national_id x where x.id_hash = c.h and x.state in ('registered', 'former') limit 1) is null
         order by c.h
        on conflict do nothing;
      return query
        select asked.h,
               coalesce(case when coalesce(p.body_id, r.body_id) = for_body and r.state = 'registered' then r.person_id end, case when r.id_hash is null then o.person_id end),
               case when coalesce(p.body_id, r.body_id) = for_body and r.state = 'registered' or r.id_hash is null and o.id_hash is not null then 'mine' else 'elsewhere' end
          from unnest(hashes) as asked (h)
          left join lateral (select n.id_hash, n.person_id, n.body_id, n.state from national_id n
                              where n.id_hash = asked.h and n.state in ('registered', 'former') limit 1) r on true
          left join person p on p.person_id = r.person_id
          left join lateral (select n.id_hash, n.person_id from national_id n where n.id_hash = asked.h and n.state = 'claimed' and n.body_id = for_body limit 1) o on true;
    end
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.consent_not_needed(asked text, for_body uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select for_body = any ((select session_bodies_that_may('consent.use'))::uuid[]) and exists (
    select 1 from consent_code c join person_reach r on r.person_id = c.person_id
     where c.code_hash = asked and c.taken_by is null and c.expires_at > now()
       and r.body_id = for_body and r.why not in ('former', 'merged') and r.tx_to = 9223372036854775807
       and r.valid_from <= today_in_vietnam() and r.valid_to > today_in_vietnam())
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.consented_versions(asked uuid)
 RETURNS TABLE(person_id uuid, version integer, tx bigint, valid_from date, groups text[], document text, sealed jsonb, source text, submission_id uuid, attestation_id uuid, list_edition integer, retracted_tx bigint, salt bytea, managing_body_id uuid, using_body_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select v.person_id, v.version, v.tx, v.valid_from, array(select g from unnest(v.groups) g where g = any (c.covers)),
         (select coalesce(jsonb_object_agg(d.key, d.value), '{}') from jsonb_each(v.document::jsonb) d where d.key = any (c.covers))::text,
         (select coalesce(jsonb_object_agg(d.key, d.value), '{}') from jsonb_each(v.sealed) d where d.key = any (c.covers)),
         v.source, v.submission_id, v.attestation_id, v.list_edition,
         (select nullif(m.tx_to, 9223372036854775807) from person_merge m where m.into_person = v.person_id and m.written_version = v.version), s.salt,
         case when 'A' = any (c.covers) then v.managing_body_id end, case when 'A' = any (c.covers) then v.using_body_id end
    from consent c join person_version v on v.person_id = standing_person(c.person_id) left join person_salt s on s.person_id = v.person_id
   where not is_kept_apart(c.person_id) and c.consent_id = asked and c.state = 'given' and c.until >= today_in_vietnam()
     and c.body_id = any ((select session_bodies_that_may('consent.use'))::uuid[])
     and exists (select 1 from consent_look l where l.person_id = c.person_id and l.consent_id = c.consent_id and l.by_account = session_person() and l.tx = record_tx())
   order by v.person_id, v.version
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.conversion_by_number(asked text)
 RETURNS TABLE(content text, jws text, record text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select c.content, c.jws, case
      when is_kept_apart(c.person_id) then 'gone'
      when not exists (select 1 from person p where p.person_id = standing_person(c.person_id)) then 'gone'
      when exists (select 1 from person_version v where v.person_id = standing_person(c.person_id) and v.tx > c.known_at) then 'changed'
      else 'same' end
    from conversion c where c.conversion_number = asked
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.conversion_is_of(asked text, number_hash bytea)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (select 1 from conversion c join records_of_humans(array[standing_person(c.person_id)]) r on true
                   join national_id n on n.person_id = r.person_id
                  where c.conversion_number = asked and n.id_hash = number_hash)
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.count_people(wanted jsonb, within uuid[], at_most integer)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare asked uuid[]; beside uuid[]; hidden uuid[] := array(select session_hidden_people());
  begin
    select r.asked, r.beside into asked, beside from session_reach(within) r;
    return least(at_most, (select count(*) filter (where l.person_id <> all (hidden)) from people_listed(asked, beside, wanted - 'sort', null, null, at_most + cardinality(hidden)) l));
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.declaration_call_counts(of_calls uuid[], now_at timestamp with time zone)
 RETURNS TABLE(call_id uuid, done integer, late integer, ended integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select c.call_id, count(*) filter (where c.done_at is not null)::int, count(*) filter (where c.done_at is null and c.void_at is null and c.due_at <= now_at)::int,
         count(*) filter (where c.void_at is not null)::int
    from legal_clock c join declaration_call d using (call_id)
   where c.call_id = any (of_calls) and d.body_id = any ((select session_bodies_that_may('declaration.call'))::uuid[])
   group by c.call_id
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.declaration_call_terms(of_call uuid, people uuid[], clocks uuid[], of_term text, of_start date, of_end timestamp with time zone, edition integer, at timestamp with time zone)
 RETURNS TABLE(clock_id uuid, person_id uuid, body_id uuid)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  insert into legal_clock (person_id, clock_id, term, about, body_id, start_on, last_day, due_at, forecast, list_edition, started_at, call_id)
    select p.person_id, q.clock, of_term, 'record', p.body_id, of_start, d.last_day, of_end, false, edition, at, d.call_id
      from unnest(people, clocks) as q (person, clock) join person p on p.person_id = q.person
      join declaration_call d on d.call_id = of_call and d.asked_by = (select session_person()) and d.asked_tx = (select record_tx())
     where p.body_id = any ((select session_bodies_that_may('declaration.call'))::uuid[]) and p.merged_into is null and p.person_id not in (select session_hidden_people())
    on conflict do nothing
  returning legal_clock.clock_id, legal_clock.person_id, legal_clock.body_id
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.declaration_candidates(of_bodies uuid[], left_states text[], of_term text)
 RETURNS TABLE(person_id uuid, body_id uuid, full_name text, standing text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select p.person_id, p.body_id, coalesce(p.full_name, ''),
         case when exists (select 1 from legal_clock c where c.person_id = p.person_id and c.term = of_term and c.done_at is null and c.void_at is null) then 'running'
              when exists (select 1 from declaration d where d.kind = 'first' and d.sent_at is not null
                             and (d.person_id = p.person_id or d.person_id in (select m.merged_person from person_merge m where m.into_person = p.person_id)))
                or exists (select 1 from legal_clock c where c.person_id = p.person_id and c.call_id is not null) then 'before'
              else 'never' end
    from person p
   where p.body_id = any (of_bodies) and p.body_id = any ((select session_bodies_that_may('declaration.call'))::uuid[])
     and (p.work_status is null or p.work_status <> all (left_states)) and p.merged_into is null and p.person_id not in (select session_hidden_people())
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.declaration_is_of_session(of_person uuid, of_declaration uuid, of_act text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (select 1 from declaration d join submission s on s.submission_id = d.submission_id
    where d.person_id = $1 and d.declaration_id = $2 and s.body_id = any ((select session_bodies_that_may($3))::uuid[])
      and not is_session_human(d.by_account, null) and d.person_id not in (select session_hidden_people()))
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.declaration_take_back(of_declaration uuid, taken_at timestamp with time zone)
 RETURNS TABLE(outcome text, kind text, sent_at timestamp with time zone, submissions jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare
    the_one declaration;
    the_rounds jsonb;
  begin
    select d.* into the_one from declaration d
     where d.declaration_id = of_declaration and d.person_id = any ((select session_own_people())::uuid[]) and d.sent_at is not null and d.withdrawn_at is null
     for update;
    if not found then return; end if;
    perform 1 from declaration_evidence e where e.person_id = the_one.person_id and e.declaration_id = of_declaration for update;
    the_rounds := coalesce((select jsonb_agg(jsonb_build_object('submissionId', r.submission_id, 'round', r.round, 'bodyId', s.body_id)) from (
      select the_one.submission_id, the_one.round where the_one.submission_id is not null
      union select e.submission_id, e.round from declaration_evidence e
       where e.person_id = the_one.person_id and e.declaration_id = of_declaration and e.submission_id is not null) r
      join submission s on s.submission_id = r.submission_id), '[]');
    perform 1 from submission_file f, jsonb_to_recordset(the_rounds) as r ("submissionId" uuid, round int)
      where f.submission_id = r."submissionId" and f.round = r.round order by f.submission_id for update of f;
    if exists (select 1 from jsonb_to_recordset(the_rounds) as r ("submissionId" uuid, round int) join submission s on s.submission_id = r."submissionId" where s.round > r.round)
       or exists (select 1 from jsonb_to_recordset(the_rounds) as r ("submissionId" uuid, round int)
         join item i on i.submission_id = r."submissionId" and i.round = r.round where i.state in ('confirmed', 'registered', 'returned')) then
      return query select 'decided', the_one.kind, the_one.sent_at, '[]'::jsonb;
      return;
    end if;
    update item i set state = 'withdrawn' from jsonb_to_recordset(the_rounds) as r ("submissionId" uuid, round int)
     where i.submission_id = r."submissionId" and i.round = r.round and i.state in ('waiting-match', 'awaiting-confirmation', 'held');
    update submission_file f set stage = 'withdrawn', stage_at = taken_at from jsonb_to_recordset(the_rounds) as r ("submissionId" uuid, round int)
     where f.submission_id = r."submissionId" and f.round = r.round and f.stage in ('queued', 'reading', 'checked', 'refused', 'submitted');
    update declaration d set withdrawn_at = taken_at where d.person_id = the_one.person_id and d.declaration_id = of_declaration;
    return query select 'withdrawn', the_one.kind, the_one.sent_at, the_rounds;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.declarations_of(of_submission uuid)
 RETURNS TABLE(person_id uuid, declaration_id uuid, body_id uuid, is_open boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select d.person_id, d.declaration_id, s.body_id,
         d.withdrawn_at is null and d.round = s.round and (f.stage in ('queued', 'reading', 'checked') or exists (select 1 from item i
           where i.submission_id = d.submission_id and i.round = d.round and i.state in ('waiting-match', 'awaiting-confirmation', 'held', 'returned')))
    from declaration d
    join submission s on s.submission_id = d.submission_id
    join submission_file f on f.submission_id = d.submission_id and f.round = d.round
   where d.submission_id = $1 and s.body_id = any ((select session_bodies_that_may('item.read'))::uuid[])
     and not is_session_human(d.by_account, null) and d.person_id not in (select session_hidden_people())
   order by d.round desc
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.delegation_stands(source uuid, of_account uuid, of_role text, over_body uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (
    select 1 from role_grant s join account a on a.account_id = s.account_id
     where s.grant_id = source and s.account_id = of_account and s.role = of_role and s.delegated_from is null and s.tx_to = 9223372036854775807
       and s.valid_from <= today_in_vietnam() and s.valid_to > today_in_vietnam() and a.disabled_at is null
       and over_body = any (bodies_below(array[s.body_id], today_in_vietnam())))
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.duty_counts(root uuid, now_at timestamp with time zone, late_before timestamp with time zone, month_from timestamp with time zone, month_before timestamp with time zone)
 RETURNS TABLE(body_id uuid, measure text, total integer, late integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
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
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.earliest_true_time()
 RETURNS timestamp with time zone
 LANGUAGE sql
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select clock_timestamp() - make_interval(secs => seconds) from clock_tolerance
$function$;
-- may be called by: anybody

CREATE OR REPLACE FUNCTION congvu.employment_agreed(person uuid, managing uuid, asked text, of_post text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (select 1 from person_case c where c.person_id = person and c.from_body = managing and c.kind || ':' || c.to_body = asked and c.state in ('agreed', 'done')
     and (c.kind = 'secondment' or c.kind = 'concurrent' and c.post = of_post) and agreed_by_both(c.case_id))
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.end_card_copies(of_person uuid, of_card uuid, wallets_too boolean)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare at timestamptz; ended int; of_employment text; beside uuid;
  begin
    select c.ended_at, c.employment into at, of_employment from card c
     where c.person_id = of_person and c.card_id = of_card and c.ended_at is not null and c.body_id = any ((select session_registering_bodies())::uuid[]);
    if at is null then
      raise exception 'E-CARD-NOT-ENDED' using errcode = 'insufficient_privilege';
    end if;
    ended := end_copies(of_person, of_card, at);
    for beside in select c.card_id from card c where c.person_id = of_person and c.employment = of_employment and c.state = 'CHUYEN_TIEP' loop
      ended := ended + coalesce(end_superseded(of_person, beside, (select c.end_reason from card c where c.person_id = of_person and c.card_id = of_card), at), 0);
    end loop;
    if wallets_too then
      update card_wallet_grant g set ended_at = at where g.person_id = of_person and g.employment = of_employment and g.ended_at is null;
      update card_offer o set used_at = at where o.person_id = of_person and o.used_at is null;
    end if;
    insert into card_hold (person_id, hold_id, card_id, body_id, reason, held_at, held_by)
    select c.person_id, gen_random_uuid(), c.card_id, c.body_id, c.end_reason, c.ended_at, session_person()
      from card c where c.person_id = of_person and c.card_id = of_card and c.employment = 'main' and c.end_reason in ('SU_CO', 'CAP_SAI', 'CHO_MUON')
    on conflict (person_id, card_id) do nothing;
    return ended;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.end_card_wallet(of_person uuid, wallet uuid, at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare ended int; of_before boolean; found_wallet boolean;
  begin
    if not (select session_is_system()) or not exists (select 1 from card c where c.person_id = of_person and c.state = 'HIEU_LUC'
         and c.body_id = any ((select session_registering_bodies())::uuid[])) then
      raise exception 'E-CARD-NOT-HELD' using errcode = 'insufficient_privilege';
    end if;
    update card_wallet_grant g set ended_at = at where g.person_id = of_person and g.grant_id = wallet and g.ended_at is null;
    found_wallet := found;
    of_before := exists (select 1 from card_copy c where c.person_id = of_person and c.copy_id = wallet and c.grant_id is null);
    if not found_wallet and not of_before then return null; end if;
    if of_before then
      update card_wallet_grant g set ended_at = at where g.person_id = of_person and g.ended_at is null
         and not exists (select 1 from card_copy c where c.person_id = of_person and c.grant_id = g.grant_id);
    end if;
    update status_slot s set ended_at = at from card_copy c
     where c.person_id = of_person and (c.grant_id = wallet or (c.copy_id = wallet and c.grant_id is null)) and s.list = c.list and s.idx = c.idx and s.ended_at is null;
    get diagnostics ended = row_count;
    if ended = 0 and not found_wallet then return null; end if;
    return ended;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.end_copies(of_person uuid, of_card uuid, at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare ended int;
  begin
    if not exists (select 1 from card c where c.person_id = of_person and c.card_id = of_card and c.body_id = any ((select session_registering_bodies())::uuid[])) then
      raise exception 'E-CARD-NOT-OURS' using errcode = 'insufficient_privilege';
    end if;
    update status_slot s set ended_at = at from card_copy c
     where c.person_id = of_person and c.card_id = of_card and s.list = c.list and s.idx = c.idx and s.ended_at is null;
    get diagnostics ended = row_count;
    return ended;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.end_dual_claims(persons uuid[], how text, why text, on_instant timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    declare ended uuid;
    begin
      for ended in
        select c.case_id from person_case c
         where c.kind = 'dual_claim' and c.state = 'asked' and (c.person_id = any (persons) or c.other_person_id = any (persons))
         order by c.case_id for update
      loop
        update person_case c set state = how, outcome = why, ended_at = on_instant where c.case_id = ended;
        insert into person_case_act (case_id, act_no, act, side, body_id, at)
          select ended, (select max(a.act_no) + 1 from person_case_act a where a.case_id = ended), case how when 'withdrawn' then 'withdrawn' else 'settled' end,
                 case when c.person_id = any (persons) then 'from' else 'to' end,
                 case when c.person_id = any (persons) then c.from_body else c.to_body end, on_instant
            from person_case c where c.case_id = ended;
        return next ended;
      end loop;
    end
  $function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.end_given_of_kept_apart(of_person uuid, ended_now timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare the_people uuid[] := array(select r.person_id from records_of_humans(array[of_person]) r); the_cards int;
  begin
    if not is_kept_apart(of_person) or not exists (select 1 from person p where p.person_id = of_person
        and p.body_id = any ((select session_bodies_that_may('kept-apart.decide'))::uuid[])) then
      raise exception 'E-KEPT-APART-REFUSED' using errcode = 'insufficient_privilege';
    end if;
    update card set state = 'THU_HOI', ended_at = ended_now, end_reason = 'QUAN_LY_RIENG' where person_id = any (the_people) and state in ('HIEU_LUC', 'CHUYEN_TIEP');
    get diagnostics the_cards = row_count;
    insert into card_revocation (person_id, card_id, body_id, reason, confirmed_at, bit_at)
      select c.person_id, c.card_id, c.body_id, 'QUAN_LY_RIENG', ended_now, ended_now from card c
       where c.person_id = any (the_people) and c.ended_at = ended_now and c.end_reason = 'QUAN_LY_RIENG' on conflict do nothing;
    update card_revocation r set bit_at = ended_now where r.person_id = any (the_people) and r.bit_at is null and r.due_at is not null;
    update status_slot s set ended_at = ended_now from card_copy c
     where c.person_id = any (the_people) and s.list = c.list and s.idx = c.idx and s.ended_at is null;
    delete from card_offer where person_id = any (the_people);
    delete from card_wallet_grant where person_id = any (the_people);
    delete from consent_code where person_id = any (the_people) and taken_by is null;
    update people_export set state = 'deleted', file_sealed = null where state = 'ready';
    return the_cards;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.end_sessions_of_provider(asked_issuer text, asked_subject text, asked_sid text, asked_jti text, token_until timestamp with time zone, proof bytea)
 RETURNS TABLE(replayed boolean, session_id uuid, account_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    if not session_keeps_log() or proof is distinct from session_proof(concat_ws('|', 'logout', asked_issuer, coalesce(asked_subject, '-'), coalesce(asked_sid, '-'), asked_jti, extract(epoch from token_until)::bigint)) then
      raise exception 'E-SESSION-PROOF' using errcode = 'insufficient_privilege';
    end if;
    delete from logout_token where until < now();
    insert into logout_token (issuer, jti, until) values (asked_issuer, asked_jti, token_until) on conflict do nothing;
    if not found then return query select true, null::uuid, null::uuid; return; end if;
    return query
      update session s set ended_at = now() from session_provider p
       where p.session_id = s.session_id and s.ended_at is null and p.issuer = asked_issuer
         and (asked_subject is null or p.subject = asked_subject) and (asked_sid is null or p.sid = asked_sid)
         and (asked_subject is not null or asked_sid is not null)
       returning false, s.session_id, s.account_id;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.end_superseded(of_person uuid, of_card uuid, why text, at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare ended int;
  begin
    update card c set state = 'THU_HOI', end_reason = coalesce(why, c.end_reason), ended_at = at
     where c.person_id = of_person and c.card_id = of_card and c.state = 'CHUYEN_TIEP' and c.body_id = any ((select session_registering_bodies())::uuid[]);
    if not found then return null; end if;
    ended := end_copies(of_person, of_card, at);
    if ended > 0 then
      update card_revocation r set bit_at = at where r.person_id = of_person and r.card_id = of_card and r.bit_at is null;
    end if;
    return ended;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.end_wallets(of_person uuid, of_employment text, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    if not exists (select 1 from card c where c.person_id = of_person and c.employment = of_employment and c.body_id = any ((select session_registering_bodies())::uuid[]))
       or exists (select 1 from card c where c.person_id = of_person and c.employment = of_employment and c.state = 'HIEU_LUC') then
      raise exception 'E-CARD-NOT-ENDED' using errcode = 'insufficient_privilege';
    end if;
    update card_wallet_grant g set ended_at = at where g.person_id = of_person and g.employment = of_employment and g.ended_at is null;
    update card_offer o set used_at = at where o.person_id = of_person and o.used_at is null
       and exists (select 1 from card c where c.person_id = o.person_id and c.card_id = o.card_id and c.employment = of_employment);
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.erase_audit_payloads(objects uuid[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    declare gone int;
    begin
      if not session_keeps_log() then
        raise exception 'E-AUDIT-ERASE-REFUSED' using errcode = 'insufficient_privilege';
      end if;
      delete from audit_payload p
       where p.object_id = any (objects)
          or (p.event_id, p.at) in (select e.event_id, e.at from audit_event e where e.listed <> '{}' and e.listed && objects);
      get diagnostics gone = row_count;
      return gone;
    end
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.erase_person(of_person uuid, of_erasure uuid, erased_at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare standing text[];
  begin
    perform 1 from erasure e
      where e.person_id = of_person and e.erasure_id = of_erasure and e.state = 'granted' and e.decided_by <> e.asked_by for update;
    if not found or not session_keeps_log() then
      raise exception 'E-ERASURE-REFUSED' using errcode = 'insufficient_privilege';
    end if;
    standing := erasure_stands_against(of_person);
    if cardinality(standing) > 0 then
      raise exception 'E-ERASURE-STANDS: %', standing using errcode = 'object_not_in_prerequisite_state';
    end if;
    return erase_rows_of(of_person, '{}', erased_at);
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.erase_rows_of(of_person uuid, of_files text[], erased_at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare
    the_people uuid[] := erased_with(of_person);
    the_numbers bytea[] := array(select k.id_hash from national_id k where k.person_id = any (the_people));
    the_files text[] := of_files || erased_files(of_person);
    the_accounts uuid[] := array(select a.account_id from account a where a.identity = any (the_numbers));
    the_ours uuid[];
    the_nothing bytea := decode(repeat('00', 32), 'hex');
    the_counts jsonb := '{}'; the_n bigint; the_one record; the_hashes text[];
    -- What was accepted or undone in their files: values of theirs stand in the log under the submission, and beside others'.
    the_submissions uuid[] := array(select distinct split_part(f, '/', 1)::uuid from unnest(the_files) f);
    the_fixed uuid[] := array(select distinct e.object_id from audit_event e
      where e.object_id = any (the_submissions) and e.act in ('suggestion.accepted', 'suggestion.undone'));
  begin
    -- Accounts that never held a role are the person's own and nothing else.
    the_ours := array(select a from unnest(the_accounts) a where not exists (select 1 from role_grant g where g.account_id = a and g.role <> 'CA_NHAN'));
    the_hashes := array(
      select encode(f.sha256, 'hex') from submission_file f where f.submission_id || '/' || f.round = any (the_files)
        and not exists (select 1 from submission_file o where o.sha256 = f.sha256 and o.content_gone_at is null and o.submission_id || '/' || o.round <> all (the_files))
      union
      select p.sha256 from (
        select c.portrait as sha256 from card c where c.person_id = any (the_people)
        union select v.document::jsonb #>> '{A,anh4x6}' from person_version v where v.person_id = any (the_people)
        union select i.stated::jsonb ->> 'anh4x6' from item i where i.person_id = any (the_people) and i.group_code = 'A' and i.line is null) p
       where p.sha256 ~ '^[0-9a-f]{64}$' and p.sha256 <> repeat('0', 64)
         and not exists (select 1 from person o where o.document #>> '{A,anh4x6}' = p.sha256 and o.person_id <> all (the_people)));

    update card set state = 'THU_HOI', ended_at = erased_at, end_reason = coalesce(end_reason, 'XOA_HO_SO')
     where person_id = any (the_people) and state in ('HIEU_LUC', 'CHUYEN_TIEP');
    get diagnostics the_n = row_count;
    the_counts := the_counts || jsonb_build_object('cards', the_n);
    insert into card_revocation (person_id, card_id, body_id, reason, confirmed_at, bit_at)
      select c.person_id, c.card_id, c.body_id, 'XOA_HO_SO', erased_at, erased_at from card c
       where c.person_id = any (the_people) and c.ended_at = erased_at and c.end_reason = 'XOA_HO_SO' on conflict do nothing;
    update card_revocation r set bit_at = erased_at where r.person_id = any (the_people) and r.bit_at is null and r.due_at is not null;
    update status_slot s set ended_at = erased_at from card_copy c
     where c.person_id = any (the_people) and s.list = c.list and s.idx = c.idx and s.ended_at is null;
    get diagnostics the_n = row_count;
    the_counts := the_counts || jsonb_build_object('copies', the_n);
    update card set claims = '{}', portrait = repeat('0', 64) where person_id = any (the_people);
    update card_copy set holder_key = '', notification_hash = the_nothing, grant_id = null where person_id = any (the_people);
    delete from card_hold where person_id = any (the_people);
    delete from card_offer where person_id = any (the_people);
    delete from card_wallet_grant where person_id = any (the_people);

    for the_one in select f.submission_id, f.round from submission_file f where f.submission_id || '/' || f.round = any (the_files) loop
      delete from submission_problem p where p.submission_id = the_one.submission_id and p.round = the_one.round and p.line_no in (
        select l.line_no from submission_line l where l.submission_id = the_one.submission_id and l.round = the_one.round
          and (l.person_id = any (the_people) or l.id_hash = any (the_numbers) or cardinality(the_numbers) = 0));
      delete from submission_line l where l.submission_id = the_one.submission_id and l.round = the_one.round
        and (l.person_id = any (the_people) or l.id_hash = any (the_numbers) or cardinality(the_numbers) = 0);
      delete from submission_fix where submission_id = the_one.submission_id and round = the_one.round;
      delete from submission_undo where submission_id = the_one.submission_id and round = the_one.round;
      -- The file names others too: their facts stand in their own versions, and the receipt holds its hash.
      update submission_file set content_gone_at = coalesce(content_gone_at, erased_at), name_sealed = null, file_name = '–', report = report - 'ignored',
          stage = case when stage in ('submitted', 'refused') then stage else 'withdrawn' end,
          sender_name = case when sender_kind = 'person' then '' else sender_name end,
          sender_identity = case when sender_identity = any (the_numbers) then the_nothing else sender_identity end,
          submitted_identity = case when submitted_identity = any (the_numbers) then the_nothing else submitted_identity end
       where submission_id = the_one.submission_id and round = the_one.round;
    end loop;
    the_counts := the_counts || jsonb_build_object('files', cardinality(the_files));

    update item set name = '', name_sort = null, stated = null, stated_sealed = null, decision = null,
        maker_identity = case when maker_identity = any (the_numbers) then the_nothing else maker_identity end where person_id = any (the_people);
    get diagnostics the_n = row_count;
    the_counts := the_counts || jsonb_build_object('items', the_n);
    delete from item_suggestion where person_id = any (the_people);
    delete from submission_answer where person_id = any (the_people);
    update attestation set shown_sealed = '' where person_id = any (the_people);
    update confirmation_sample set opened_hash = the_nothing where person_id = any (the_people) and opened_hash is not null;
    update first_load_sample set note_sealed = case when note_sealed is null then null else ''::bytea end, id_hash = the_nothing where id_hash = any (the_numbers);
    update first_load_line l set id_hash = sha256(convert_to(l.load_id || '/' || l.no || gen_random_uuid(), 'UTF8')) where l.id_hash = any (the_numbers);

    delete from match_task where person_id = any (the_people);
    delete from match_result where person_id = any (the_people);
    delete from mismatch_act where person_id = any (the_people);
    delete from mismatch where person_id = any (the_people);
    update person_case set sealed = null, answer_sealed = null, number_hash = the_nothing, post = case when kind = 'concurrent' then '' end
     where person_id = any (the_people) or other_person_id = any (the_people) or number_hash = any (the_numbers);
    update person_merge set number_hash = the_nothing where merged_person = any (the_people) or into_person = any (the_people);
    delete from value_report_act where person_id = any (the_people);
    delete from value_report where person_id = any (the_people);
    update reading_complaint set reason = repeat('-', 10), answer = case when answer is null then null else repeat('-', 10) end where person_id = any (the_people);
    update legal_clock set void_at = erased_at where person_id = any (the_people) and done_at is null and void_at is null;
    update record_reopening set sealed = null where person_id = any (the_people);
    delete from service_end where person_id = any (the_people);
    delete from consent_code where person_id = any (the_people);
    delete from data_request where person_id = any (the_people);
    delete from kept_apart where person_id = any (the_people);
    -- A source is told nothing any more of who was erased; the number of what it was told stays, and says so.
    delete from exchange_bucket b using exchange_person p where p.person_id = any (the_people) and b.body_id = p.body_id and b.bucket = p.bucket;
    delete from exchange_person where person_id = any (the_people);
    delete from exchange_line where person_id = any (the_people);
    update exchange_feed set what = 'void', person_id = null, fact = null, known_tx = null where person_id = any (the_people);
    delete from declaration_message where person_id = any (the_people);
    delete from declaration_group where person_id = any (the_people);
    delete from declaration where person_id = any (the_people) and sent_at is null;
    update declaration set content_sealed = '' where person_id = any (the_people);
    update consent set reason_sealed = '', state = case when state = 'asked' then 'taken-back' when state = 'given' then 'withdrawn' else state end,
        ended_at = coalesce(ended_at, case when state in ('asked', 'given') then erased_at end) where person_id = any (the_people);
    update conversion set blinding = the_nothing, document_jws = null where person_id = any (the_people);
    delete from notice where subject_id = any (the_people) or account_id = any (the_ours);
    delete from notice_address where account_id = any (the_ours);
    delete from identity_link where account_id = any (the_ours);
    update passkey set name = '–' where account_id = any (the_ours);
    -- Lists that were made to be taken along, and are not fetched yet, may name them: they are made anew by who wants them.
    update people_export set state = 'deleted', file_sealed = null where state = 'ready';

    update person_version set groups = '{}', document = '{}', sealed = '{}', employee_kind = null, sector = null, work_status = null, full_name = null,
        full_name_sort = null, full_name_plain = null, birth = null, sex = null, ethnicity = null, religion = null, party_on = null, recruited_on = null,
        payroll_kind = null, "position" = null, job_position = null, grade = null, pay_step = null, coefficient = null, pay_from = null, education = null,
        politics = null, state_management = null, managing_body_id = null, using_body_id = null, job_title = null, job_title_plain = null
     where person_id = any (the_people);
    get diagnostics the_n = row_count;
    the_counts := the_counts || jsonb_build_object('versions', the_n);
    update person_reach set tx_to = record_tx() where person_id = any (the_people) and tx_to = 9223372036854775807;
    delete from person_fact where person_id = any (the_people);
    delete from person where person_id = any (the_people);
    delete from person_salt where person_id = any (the_people);
    delete from national_id where person_id = any (the_people);
    get diagnostics the_n = row_count;
    the_counts := the_counts || jsonb_build_object('numbers', the_n);
    update account set name = '', identity = sha256(convert_to(account_id::text || gen_random_uuid(), 'UTF8')) where account_id = any (the_ours);
    update erasure e set refusal = case when e.state = 'refused' then '–' end, reason_sealed = null, own_account = coalesce(e.own_account, (
        select a from unnest(the_accounts) a limit 1)) where e.person_id = any (the_people);

    delete from audit_payload p where p.object_id = any (the_people || the_ours) or (p.event_id, p.at) in (
      select e.event_id, e.at from audit_event e where e.listed <> '{}' and e.listed && the_people
      union all
      select e.event_id, e.at from audit_event e where e.object_id = any (the_fixed) and e.act in ('suggestion.accepted', 'suggestion.undone'));
    get diagnostics the_n = row_count;
    the_counts := the_counts || jsonb_build_object('payloads', the_n);
    return jsonb_build_object('people', to_jsonb(the_people), 'accounts', to_jsonb(the_ours), 'fixed', to_jsonb(the_fixed), 'files', to_jsonb(the_files), 'bytes', to_jsonb(the_hashes), 'counts', the_counts);
  end
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.erased_files(of_person uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select array(
    select l.submission_id || '/' || l.round from submission_line l
     where l.person_id = any (erased_with(of_person)) or l.id_hash in (select n.id_hash from national_id n where n.person_id = any (erased_with(of_person)))
    union
    select i.submission_id || '/' || i.round from item i where i.person_id = any (erased_with(of_person))
    union
    select d.submission_id || '/' || d.round from declaration d where d.person_id = any (erased_with(of_person)) and d.submission_id is not null
    union
    select e.submission_id || '/' || e.round from declaration_evidence e where e.person_id = any (erased_with(of_person)) and e.submission_id is not null)
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.erased_with(of_person uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select array(select of_person union
    select other.person_id from national_id n join national_id other on other.id_hash = n.id_hash
     where n.person_id = of_person and n.state in ('registered', 'former') and other.state = 'claimed')
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.erasure_files(of_person uuid)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    if not session_keeps_log() then
      raise exception 'E-ERASURE-REFUSED' using errcode = 'insufficient_privilege';
    end if;
    return erased_files(of_person);
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.erasure_forget_bytes(hash text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    if not session_keeps_log() or not exists (select 1 from erasure e where e.state = 'done' and hash = any (e.bytes)) then
      raise exception 'E-ERASURE-REFUSED' using errcode = 'insufficient_privilege';
    end if;
    delete from stored_file where area = 'blobs' and name = left(hash, 2) || '/' || hash;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.erasure_stands_against(of_person uuid)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare the_people uuid[] := erased_with(of_person); the_standing text[] := '{}';
  begin
    if cardinality(session_bodies_that_may('erasure.read')) = 0 and not session_keeps_log() then
      raise exception 'E-ERASURE-REFUSED' using errcode = 'insufficient_privilege';
    end if;
    if exists (select 1 from item i where i.person_id = any (the_people) and i.state in ('waiting-match', 'awaiting-confirmation', 'held', 'confirmed')) then
      the_standing := array_append(the_standing, 'items');
    end if;
    -- Drafts by their number, what was sent by its items: lines of years are not walked for a question.
    if exists (select 1 from submission_file f join submission_line l using (submission_id, round)
         where f.stage not in ('submitted', 'withdrawn', 'refused')
           and (l.person_id = any (the_people) or l.id_hash in (select k.id_hash from national_id k where k.person_id = any (the_people))))
       or exists (select 1 from item mine join item i on i.submission_id = mine.submission_id
         where mine.person_id = any (the_people) and i.state in ('waiting-match', 'awaiting-confirmation', 'held', 'confirmed')) then
      the_standing := array_append(the_standing, 'files');
    end if;
    if exists (select 1 from person_case c where (c.person_id = any (the_people) or c.other_person_id = any (the_people)) and c.ended_at is null) then
      the_standing := array_append(the_standing, 'cases');
    end if;
    if exists (select 1 from person_merge m where (m.merged_person = any (the_people) or m.into_person = any (the_people)) and m.tx_to = 9223372036854775807) then
      the_standing := array_append(the_standing, 'merged');
    end if;
    if exists (select 1 from first_load_line l join first_load f using (load_id) join national_id k on k.id_hash = l.id_hash
         where k.person_id = any (the_people) and f.state not in ('registered', 'withdrawn')) then
      the_standing := array_append(the_standing, 'first-load');
    end if;
    if exists (select 1 from erasure e join person p using (person_id)
         where e.person_id = of_person and e.state in ('asked', 'granted') and e.body_id <> p.body_id) then
      the_standing := array_append(the_standing, 'moved');
    end if;
    return the_standing;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.ever_seconded(person uuid, used_by uuid, managing uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (select 1 from person_case c
    where c.kind = 'secondment' and c.state in ('agreed', 'done', 'undone') and c.person_id = person and c.to_body = used_by and c.from_body = managing and agreed_by_both(c.case_id))
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.evidence_beside(of_submission uuid)
 RETURNS TABLE(submission_id uuid, upload_number text, group_code text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select e.submission_id, s.upload_number, e.group_code
    from declaration d
    join declaration_evidence e on e.person_id = d.person_id and e.declaration_id = d.declaration_id
    join submission s on s.submission_id = e.submission_id
   where d.submission_id = of_submission and s.body_id = any ((select session_bodies())::uuid[])
     and d.person_id not in (select session_hidden_people())
   order by e.added_at, e.evidence_id
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.exchange_begin_again(of_body uuid, at_instant timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    if not exchange_granted(of_body, 'enrol') then raise exception 'E-EXCHANGE-NOT-GRANTED' using errcode = 'insufficient_privilege'; end if;
    update exchange_source s set epoch = s.epoch + 1, enrolled_at = at_instant, ended_at = null, ended_by = null,
           enrolled_by = (select r.asked_by from exchange_request r where r.body_id = of_body and r.kind = 'enrol' and r.granted_in = pg_current_xact_id_if_assigned())
     where s.body_id = of_body and s.ended_at is not null;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.exchange_change_key(of_body uuid, new_kid text, new_key text, old_ends_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    if not exchange_granted(of_body, 'new-key', 'enrol') then raise exception 'E-EXCHANGE-NOT-GRANTED' using errcode = 'insufficient_privilege'; end if;
    insert into exchange_former_key (body_id, kid, public_key, ends_at)
      select s.body_id, s.kid, s.public_key, old_ends_at from exchange_source s where s.body_id = of_body and s.kid <> new_kid
         and not exists (select 1 from exchange_former_key f where f.body_id = of_body and f.kid = new_kid);
    if not found then return false; end if;
    update exchange_source set kid = new_kid, public_key = new_key where body_id = of_body;
    return true;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.exchange_confirmers(of_body uuid)
 RETURNS TABLE(account_id uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select a.account_id, a.name from account a
   where a.disabled_at is null and (session_is_system() or of_body = any ((select session_bodies_that_may('exchange.read'))::uuid[]))
     and exists (select 1 from role_grant h
       join lateral living_grants(a.account_id) g on g.grant_id = h.grant_id
       join access_may m on m.role = g.role and m.act = 'item.confirm' and m.valid_from <= today_in_vietnam() and m.valid_to > today_in_vietnam()
      where h.account_id = a.account_id and h.tx_to = 9223372036854775807 and (g.only_acts is null or m.act = any (g.only_acts))
        and h.body_id = any (bodies_above(of_body, today_in_vietnam())))
   order by a.name collate "C", a.account_id limit 200
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.exchange_end_source(of_body uuid, at_instant timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    if not exchange_granted(of_body, 'end') then raise exception 'E-EXCHANGE-NOT-GRANTED' using errcode = 'insufficient_privilege'; end if;
    update exchange_source set ended_at = at_instant, ended_by = session_person() where body_id = of_body and ended_at is null;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.exchange_granted(of_body uuid, VARIADIC kinds text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (select 1 from exchange_request r where r.body_id = of_body and r.kind = any (kinds) and r.state = 'granted'
      and r.granted_in = pg_current_xact_id_if_assigned() and r.decided_by = session_person() and not is_session_human(r.asked_by, null))
    and of_body = any ((select session_bodies_that_may('exchange.decide'))::uuid[])
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.exchange_key_holders(of_body uuid)
 RETURNS TABLE(kid text, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select k.kid, a.name from exchange_confirming_key k join account a using (account_id)
   where k.body_id = of_body and of_body = any ((select session_bodies_that_may('exchange.read'))::uuid[])
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.export_before(of_body uuid, of_form text, since timestamp with time zone)
 RETURNS TABLE(number text, asked_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select e.number, e.asked_at from people_export e
   where e.body_id = of_body and e.form = of_form and e.asked_at >= since and e.state not in ('refused', 'lapsed', 'failed')
     and not (e.state = 'deleted' and e.copies = 0)
     and not exists (select 1 from reading_allowance a where a.allowance_id = e.allowance_id and a.granted = false)
     and of_body = any ((select session_bodies_that_may('record.export'))::uuid[])
   order by e.asked_at desc, e.export_id desc limit 1
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.export_is_granted(asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select coalesce((select e.allowance_id is null or coalesce(a.granted, false) from people_export e left join reading_allowance a using (allowance_id) where e.export_id = asked), false)
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.facts_newest(people uuid[])
 RETURNS TABLE(person_id uuid, day date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select f.person_id, max(f.valid_from) from person_fact f join person_version v on v.person_id = f.person_id and v.tx = record_tx()
   where f.person_id = any (people) and f.tx_to = 9223372036854775807 group by f.person_id
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.facts_since(said jsonb)
 RETURNS TABLE(person_id uuid, since date)
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select (s ->> 'person_id')::uuid, min((s ->> 'since')::date) from jsonb_array_elements(said) s group by 1
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.file_holds_hidden(of_submission uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (select 1 from submission_line l where l.submission_id = of_submission
      and (l.person_id in (select session_hidden_people()) or l.id_hash in (select session_hidden_numbers())))
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.find_account(asked bytea)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select a.account_id from account a where a.identity = asked and cardinality(session_bodies_that_may('grants.change')) > 0
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.finish_merger(event uuid)
 RETURNS TABLE(people integer, grants integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare this_tx bigint := record_tx(); m record; by_whom uuid := session_person();
  begin
    people := 0; grants := 0;
    for m in select * from merger_in_force(event, 'merge') loop
      people := people + (select count(*)::int from change_scope s where s.event_id = event);
      update person p set body_id = case when p.body_id = m.source then m.target else p.body_id end,
             managing_body_id = case when p.managing_body_id = m.source then m.target else p.managing_body_id end,
             using_body_id = case when p.using_body_id = m.source then m.target else p.using_body_id end
        from change_scope s where s.event_id = event and p.person_id = s.person_id and m.source in (p.body_id, p.managing_body_id, p.using_body_id);
      -- Who was used by the one and managed by the other is managed alone; of two rows that would say the same one stays.
      with ending as (
        update person_reach r set tx_to = this_tx from change_scope s join person p using (person_id)
         where s.event_id = event and r.person_id = s.person_id and r.tx_to = 9223372036854775807 and r.tx_from <> this_tx and r.valid_to > m.on_day
           and ((r.body_id = m.source and r.why in ('managing', 'using', 'merged')) or (r.body_id = m.target and r.why = 'using' and p.body_id = m.target))
        returning r.person_id, r.body_id, r.why, r.valid_from, r.valid_to, r.by_case),
      before as (
        insert into person_reach (person_id, body_id, why, valid_from, valid_to, by_case, tx_from)
          select e.person_id, e.body_id, e.why, e.valid_from, m.on_day, e.by_case, this_tx from ending e where e.valid_from < m.on_day)
      insert into person_reach (person_id, body_id, why, valid_from, valid_to, by_case, tx_from)
        select e.person_id, m.target, e.why, greatest(e.valid_from, m.on_day), e.valid_to, e.by_case, this_tx
          from ending e join person p using (person_id)
         where e.body_id = m.source and (e.why <> 'using' or p.body_id <> m.target)
           and not exists (select 1 from person_reach o where o.person_id = e.person_id and o.body_id = m.target and o.why = e.why and o.tx_to = 9223372036854775807 and o.valid_to > m.on_day)
        on conflict do nothing;
      with ending as (
        update role_grant g set tx_to = this_tx, closed_by = by_whom where g.body_id = m.source and g.tx_to = 9223372036854775807 and g.valid_to > m.on_day
        returning g.*),
      own as (
        insert into role_grant (grant_id, account_id, role, body_id, valid_from, valid_to, granted_by, tx_from)
          select gen_random_uuid(), e.account_id, e.role, m.target, greatest(e.valid_from, m.on_day), e.valid_to, e.granted_by, this_tx from ending e
           where e.role = 'CA_NHAN' and not exists (select 1 from role_grant o where o.account_id = e.account_id and o.role = e.role and o.body_id = m.target and o.tx_to = 9223372036854775807))
      select grants + count(*)::int into grants from ending where role <> 'CA_NHAN';
      update change_event set hash_after = scope_digest(event, bodies_before(m.source, this_tx) || m.target, array[m.source]) where event_id = event;
    end loop;
    return next;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.first_load_is_signed(of_submission uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select coalesce((select l.state in ('registering', 'registered')
      and 2 = (select count(distinct s.signer_identity) from first_load_signature s where s.load_id = l.load_id and s.round = l.round
        and not exists (select 1 from first_load_part q join submission_file f using (submission_id) where q.load_id = l.load_id and q.removed_at is null
          and s.signer_identity in (f.sender_identity, f.submitted_identity)))
    from first_load_part p join first_load l using (load_id) where p.submission_id = of_submission and p.removed_at is null), false)
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.first_load_open(of_body uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (select 1 from first_load_window w where w.body_id = of_body and w.closed_at is null and today_in_vietnam() between w.opens_on and w.last_day)
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.follow_audit_tips(last_event uuid)
 RETURNS uuid[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare taken smallint[]; ended uuid[];
  begin
    select array_agg(t.slot), array_agg(t.event_id) into taken, ended
      from (select slot, event_id from audit_tip where event_id is not null order by slot limit 4 for update skip locked) t;
    if taken is null and not exists (select from audit_tip) then
      -- A backup of an earlier schema was restored: it brought no slots.
      insert into audit_tip select n, null from generate_series(0, 63) n on conflict do nothing;
    end if;
    if taken is null then
      select array[t.slot] into taken from (select slot from audit_tip where event_id is null order by slot limit 1 for update skip locked) t;
      ended := '{}';
    end if;
    if taken is null then return null; end if;
    update audit_tip set event_id = case when slot = taken[1] then last_event end where slot = any (taken);
    return ended;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.given_keys(word text)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'congvu', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'off'
 SET jit TO 'off'
AS $function$
  declare found text[];
  begin
    with recursive given (plain, key) as (
      (select split_part(name_text(p.full_name_plain), ' ', -1), split_part(p.full_name_sort, ' ', 1) from person p
        where p.merged_into is null and split_part(name_text(p.full_name_plain), ' ', -1) >= word and split_part(name_text(p.full_name_plain), ' ', -1) < word || chr(1114111)
        order by split_part(name_text(p.full_name_plain), ' ', -1), split_part(p.full_name_sort, ' ', 1) limit 1)
      union all
      select n.* from given g cross join lateral (
        select split_part(name_text(p.full_name_plain), ' ', -1), split_part(p.full_name_sort, ' ', 1) from person p
         where p.merged_into is null and (split_part(name_text(p.full_name_plain), ' ', -1), split_part(p.full_name_sort, ' ', 1)) > (g.plain, g.key)
           and split_part(name_text(p.full_name_plain), ' ', -1) < word || chr(1114111)
         order by split_part(name_text(p.full_name_plain), ' ', -1), split_part(p.full_name_sort, ' ', 1) limit 1) n)
    select array_agg(distinct g.key order by g.key) into found from given g;
    return coalesce(found, '{}');
  end
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.granted_here(asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (select 1 from list_addition a where a.addition_id = asked and a.state = 'granted' and a.decided_by = session_person())
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.hand_over(person uuid, giving uuid, receiving uuid, because uuid, on_day date, former_until date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    declare own_claim uuid[]; this_tx bigint := record_tx(); day date := least(on_day, today_in_vietnam());
    begin
      perform 1 from national_id n where n.id_hash in (select m.id_hash from national_id m where m.person_id = person) order by n.id_hash, n.person_id for update;
      select array_agg(n.person_id) into own_claim from national_id n
        where n.state = 'claimed' and n.body_id = receiving and n.id_hash in (select m.id_hash from national_id m where m.person_id = person);
      update item i set state = 'withdrawn'
        where (i.person_id = person or i.person_id = any (coalesce(own_claim, '{}')))
          and i.state in ('waiting-match', 'awaiting-confirmation', 'held', 'returned');
      update match_task t set state = 'given-up' where (t.person_id = person or t.person_id = any (coalesce(own_claim, '{}'))) and t.state = 'waiting';
      delete from national_id n where n.person_id = any (coalesce(own_claim, '{}')) and n.state = 'claimed';
      update person p set body_id = receiving where p.person_id = person;
      with ending as (
        update person_reach r set tx_to = this_tx
         where r.person_id = person and r.tx_to = 9223372036854775807 and r.valid_to > day and (r.why = 'managing' or (r.why = 'former' and r.body_id = receiving))
        returning r.body_id, r.why, r.valid_from, r.by_case)
      insert into person_reach (person_id, body_id, why, valid_from, valid_to, by_case, tx_from)
        select person, e.body_id, e.why, e.valid_from, day, e.by_case, this_tx from ending e where e.valid_from < day
        on conflict (person_id, body_id, why, valid_from, tx_from) do update set valid_to = excluded.valid_to, tx_to = 9223372036854775807;
      insert into person_reach (person_id, body_id, why, valid_from, by_case, tx_from) values (person, receiving, 'managing', day, because, this_tx)
        on conflict (person_id, body_id, why, valid_from, tx_from) do update set valid_to = '9999-12-31', tx_to = 9223372036854775807;
      -- The past of records that this one stands for goes with it.
      with ending as (
        update person_reach r set tx_to = this_tx from person q
         where q.merged_into = person and r.person_id = q.person_id and r.why = 'merged' and r.tx_to = 9223372036854775807
        returning r.person_id, r.by_case)
      insert into person_reach (person_id, body_id, why, valid_from, by_case, tx_from)
        select e.person_id, receiving, 'merged', day, e.by_case, this_tx from ending e
        on conflict (person_id, body_id, why, valid_from, tx_from) do update set valid_to = '9999-12-31', tx_to = 9223372036854775807;
      if former_until > day then
        insert into person_reach (person_id, body_id, why, valid_from, valid_to, by_case, tx_from) values (person, giving, 'former', day, former_until, because, this_tx)
          on conflict (person_id, body_id, why, valid_from, tx_from) do update set valid_to = excluded.valid_to, tx_to = 9223372036854775807;
      end if;
    end
  $function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.hold_writers()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    if cardinality((select session_bodies_that_may('bodies.change'))::uuid[]) = 0 then raise exception 'who may change bodies holds writers'; end if;
    lock table person, person_reach, role_grant, item in share row exclusive mode;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.identity_of_account(asked uuid)
 RETURNS bytea
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select a.identity from account a where a.account_id = asked
   and (session_is_system() or cardinality(session_bodies_that_may('grants.change', 'rights.delegate')) > 0)
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.incident_is_closed(incident uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (select 1 from incident_entry e where e.incident_id = incident and e.kind = 'closed')
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.is_kept_apart(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (select 1 from kept_apart_among(array[person]))
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.is_own_reading(asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (select 1 from audit_event e where e.event_id = asked and e.actor_id is not null and is_session_human(e.actor_id, null))
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.is_session_human(asked_account uuid, asked_identity bytea)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select coalesce(session_person() = any (accounts_of_human(coalesce(asked_identity, (select a.identity from account a where a.account_id = asked_account)))), false)
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.is_session_human_of(asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (select 1 from records_of_humans(array[standing_person(asked)]) r join national_id n on n.person_id = r.person_id where is_session_human(null, n.id_hash))
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.judge_grants(numbers bytea[], bodies uuid[], froms date[], tos date[])
 RETURNS TABLE(at integer, account_id uuid, mine boolean, held jsonb, beside integer[], seconds integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
 SET enable_nestloop TO 'off'
AS $function$
  declare reach uuid[] := session_bodies_that_may('grants.change'); everywhere boolean := session_is_system(); me uuid := session_person();
  begin
    perform 1 from account a where a.account_id = any (array(select unnest(accounts_of_human(n)) from (select distinct n from unnest(numbers) n) each)) order by a.account_id for no key update;
    return query
      with line as materialized (
        select l.at::int as no, l.n, l.b, l.f, l.t from unnest(numbers, bodies, froms, tos) with ordinality l (n, b, f, t, at) where everywhere or l.b = any (reach)),
      human as materialized (select each.n, h.accounts, (select x from unnest(h.accounts) x order by x limit 1) as who
        from (select distinct n from line) each cross join lateral (select accounts_of_human(each.n) as accounts) h),
      around as materialized (select each.b, each.f, each.t, bodies_around(each.b, each.f, each.t) as ids from (select distinct b, f, t from line) each),
      deciders as materialized (select each.b, administrators_beside_session(each.b) as accounts from (select distinct b from line) each),
      whole as materialized (select line.*, human.accounts, human.who, around.ids from line join human using (n) join around using (b, f, t)),
      pairs as materialized (select w.no, array_agg(o.no order by o.no) as others from whole w join whole o on o.who = w.who
        where o.no <> w.no and o.f < w.t and o.t > w.f and o.b = any (w.ids) group by w.no)
      select w.no, own.account_id, coalesce(me = any (w.accounts), false),
        (select jsonb_agg(jsonb_build_object('role', g.role, 'from', greatest(g.valid_from, w.f), 'to', least(g.valid_to, w.t)))
           from role_grant g where g.account_id = any (w.accounts) and g.tx_to = 9223372036854775807 and g.valid_from < w.t and g.valid_to > w.f and g.body_id = any (w.ids)),
        pairs.others,
        (select count(*)::int from unnest(d.accounts) x where x <> all (w.accounts))
       from whole w join deciders d on d.b = w.b join account own on own.identity = w.n left join pairs on pairs.no = w.no;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.keep_facts(said jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare this_tx bigint := record_tx();
  begin
    if exists (select 1 from jsonb_array_elements(said) s where not exists (
        select 1 from person_version v where v.person_id = (s ->> 'person_id')::uuid and v.tx = this_tx)) then
      raise exception 'facts are written with a version';
    end if;
    -- Of a stretch that begins before, what stands before the day goes on.
    insert into person_fact select f.person_id, f.valid_from, c.since, this_tx, f.tx_to, f.birth_last, f.employee_kind, f.sector, f.work_status, f.sex, f.ethnicity,
        f.religion, f.party_on, f.recruited_on, f.payroll_kind, f."position", f.job_position, f.grade, f.pay_step, f.coefficient, f.pay_from, f.education,
        f.politics, f.state_management, f.using_body_id
      from person_fact f join facts_since(said) c using (person_id)
     where f.tx_to = 9223372036854775807 and f.valid_to > c.since and f.valid_from < c.since and f.tx_from <> this_tx;
    -- Said twice in one transaction: what was said first was never known to anybody.
    update person_fact f set valid_to = c.since from facts_since(said) c
     where f.person_id = c.person_id and f.tx_from = this_tx and f.valid_from < c.since and f.valid_to > c.since;
    delete from person_fact f using facts_since(said) c where f.person_id = c.person_id and f.tx_from = this_tx and f.valid_from >= c.since;
    update person_fact f set tx_to = this_tx from facts_since(said) c
     where f.person_id = c.person_id and f.tx_to = 9223372036854775807 and f.tx_from <> this_tx and f.valid_to > c.since;
    insert into person_fact select r.* from jsonb_populate_recordset(null::person_fact,
      (select jsonb_agg(s || jsonb_build_object('tx_from', this_tx, 'tx_to', 9223372036854775807)) from jsonb_array_elements(said) s)) r;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.keep_reach(fresh uuid[], known uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare this_tx bigint := record_tx(); bodies uuid[] := session_registering_bodies(); today date := today_in_vietnam();
  begin
    insert into person_reach (person_id, body_id, why, valid_from, tx_from)
      select p.person_id, p.body_id, 'managing', least(coalesce((p.heads #>> '{A,from}')::date, (p.heads #>> '{B,from}')::date, today), today), this_tx
        from person p
       where p.person_id = any (fresh) and p.tx = this_tx and p.body_id = any (bodies) and not exists (select 1 from person_reach r where r.person_id = p.person_id);
    -- Ended: who is not named any more, or until another day. The end is the day of what was stated now.
    with ending as (
      update person_reach r set tx_to = this_tx from person p
       where r.person_id = any (known) and r.why in ('using', 'seconded') and r.tx_to = 9223372036854775807 and r.valid_to > today
         and p.person_id = r.person_id and p.tx = this_tx and p.body_id = any (bodies)
         and not exists (select 1 from named_employers(array[p.person_id]) n where n.body_id = r.body_id and n.why = r.why and n.valid_to = r.valid_to)
      returning r.person_id, r.body_id, r.why, r.valid_from, r.by_case, case when (p.heads #>> '{A,v}')::int = p.version then least((p.heads #>> '{A,from}')::date, today) else today end as day)
    insert into person_reach (person_id, body_id, why, valid_from, valid_to, by_case, tx_from)
      select e.person_id, e.body_id, e.why, e.valid_from, e.day, e.by_case, this_tx from ending e where e.valid_from < e.day
      on conflict (person_id, body_id, why, valid_from, tx_from) do update set valid_to = excluded.valid_to, tx_to = 9223372036854775807;
    insert into person_reach (person_id, body_id, why, valid_from, valid_to, by_case, tx_from)
      select n.person_id, n.body_id, n.why, n.valid_from, n.valid_to, n.by_case, this_tx
        from named_employers(array(select p.person_id from person p where p.person_id = any (fresh || known) and p.tx = this_tx and p.body_id = any (bodies)
               and (p.managing_body_id <> p.body_id or p.using_body_id <> p.body_id))) n
       where n.valid_from < n.valid_to
         and not exists (select 1 from person_reach r where r.person_id = n.person_id and r.body_id = n.body_id and r.why = n.why and r.valid_to = n.valid_to and r.tx_to = 9223372036854775807)
      on conflict (person_id, body_id, why, valid_from, tx_from) do update set valid_to = excluded.valid_to, tx_to = 9223372036854775807;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.kept_apart_among(people uuid[])
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 10
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    if not exists (select 1 from kept_apart k where k.kind = 'mark' and k.state = 'granted') then return; end if;
    return query select a from kept_apart_people() a where a = any (people);
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.kept_apart_people()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 10
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with recursive apart (person_id) as (
    select k.person_id from kept_apart k where k.kind = 'mark' and k.state = 'granted'
       and not exists (select 1 from kept_apart e where e.ends = k.request_id and e.kind = 'end' and e.state = 'granted')
    union
    select o.person_id from apart a cross join lateral (
      select p.merged_into as person_id from person p where p.person_id = a.person_id and p.merged_into is not null
      union all
      select p.person_id from person p where p.merged_into = a.person_id) o)
  select a.person_id from apart a
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.latest_true_time()
 RETURNS timestamp with time zone
 LANGUAGE sql
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select clock_timestamp() + make_interval(secs => seconds) from clock_tolerance
$function$;
-- may be called by: anybody

CREATE OR REPLACE FUNCTION congvu.leavers_among(people uuid[])
 RETURNS TABLE(person_id uuid, left_body uuid, end_id uuid, body_id uuid, on_day date, reason text, state text, has_roles boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select p.id, (select r.body_id from person_reach r where r.person_id = p.id and r.why = 'managing' and r.tx_to = record_tx() limit 1),
      e.end_id, e.body_id, e.on_day, e.reason, e.state, h.has_roles
    from unnest(people) p (id)
    left join lateral (select s.* from service_end s where s.person_id = p.id order by s.made_at desc, s.end_id desc limit 1) e on true
    cross join lateral (select exists (select 1 from role_grant g where g.account_id = any (accounts_of_person(p.id)) and g.tx_to = 9223372036854775807 and g.valid_to > today_in_vietnam() and g.role <> 'CA_NHAN') as has_roles) h
   where registers_now(p.id) and (h.has_roles or e.end_id is not null)
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.leaves_beside_attestation(about uuid, asked uuid)
 RETURNS TABLE(no integer, leaf bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select p.list_no,
         sha256('\x00'::bytea || convert_to(format('{"items":[%s],"personId":"%s","shownHash":"%s","v":1}',
           (select string_agg(format('"%s"', i.id), ',' order by i.place) from unnest(p.item_ids) with ordinality as i (id, place)),
           p.person_id, encode(p.shown_hash, 'hex')), 'UTF8'))
    from attestation t join attestation p on p.list_id = t.list_id
   where t.person_id = about and t.attestation_id = asked and session_sees_attestation(about, asked)
   order by p.list_no
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.legal_clock_counts(root uuid, now_at timestamp with time zone)
 RETURNS TABLE(body_id uuid, running integer, late integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with mine as materialized (
    select b as body_id from unnest(bodies_below(array[root], today_in_vietnam())) as b where b = any ((select session_bodies_that_may('board.read'))::uuid[]))
  select c.body_id, count(*)::int, count(*) filter (where c.due_at <= now_at)::int
    from legal_clock c join mine m on m.body_id = c.body_id where c.done_at is null and c.void_at is null group by c.body_id
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.legal_clock_declared(at timestamp with time zone, of_term text)
 RETURNS TABLE(clock_id uuid, person_id uuid, body_id uuid, term text, about text, late boolean)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  update legal_clock c set done_at = $1
   where c.person_id = any ((select session_own_people())::uuid[]) and c.term = $2 and c.about = 'record' and c.done_at is null and c.void_at is null
     and exists (select 1 from declaration d where d.person_id = (select session_own_person()) and d.sent_tx = (select record_tx()))
  returning c.clock_id, c.person_id, c.body_id, c.term, c.about, c.due_at <= $1
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.legal_clock_done(at timestamp with time zone, people uuid[], terms text[], abouts text[])
 RETURNS TABLE(clock_id uuid, person_id uuid, body_id uuid, term text, about text, late boolean)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  update legal_clock c set done_at = $1
    from unnest($2, $3, $4) as asked (person_id, term, about)
   where c.person_id = asked.person_id and c.term = asked.term and c.about = asked.about and c.done_at is null and c.void_at is null
     and legal_clock_of_session(c.body_id, c.person_id)
  returning c.clock_id, c.person_id, c.body_id, c.term, c.about, c.due_at <= $1
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.legal_clock_hand_over(people uuid[], of_term text)
 RETURNS TABLE(clock_id uuid, person_id uuid, body_id uuid, term text, about text, last_day date, from_body uuid)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  update legal_clock c set body_id = p.body_id
    from legal_clock was join person p on p.person_id = standing_person(was.person_id)
   where was.person_id = c.person_id and was.clock_id = c.clock_id and c.person_id = any (people) and c.term = of_term
     and c.done_at is null and c.void_at is null and c.body_id <> p.body_id and legal_clock_of_session(c.body_id, c.person_id)
  returning c.clock_id, c.person_id, c.body_id, c.term, c.about, c.last_day, was.body_id
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.legal_clock_of_session(of_body uuid, of_person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with mine as materialized (
    select unnest(session_writing_bodies()) as body_id union select unnest(session_registering_bodies())
     union select unnest(session_bodies_that_may('mismatch.work', 'case.decide')))
  select exists (select 1 from mine where mine.body_id = of_body)
      or exists (select 1 from person p join mine on mine.body_id = p.body_id where p.person_id = standing_person(of_person))
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.legal_clock_run_on(of_declaration uuid, of_term text)
 RETURNS TABLE(clock_id uuid, person_id uuid, body_id uuid, term text, about text, start_on date, last_day date, forecast boolean)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  update legal_clock c set done_at = null
    from declaration d
   where d.declaration_id = $1 and d.kind = 'first' and d.withdrawn_at is not null and d.let_go_at is null and d.person_id = any ((select session_own_people())::uuid[])
     and c.person_id = d.person_id and c.term = $2 and c.about = 'record' and c.done_at >= d.sent_at and c.void_at is null
     and not exists (select 1 from legal_clock o where o.person_id = c.person_id and o.term = c.term and o.about = c.about and o.done_at is null and o.void_at is null)
  returning c.clock_id, c.person_id, c.body_id, c.term, c.about, c.start_on, c.last_day, c.forecast
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.legal_clock_void(at timestamp with time zone, of_submission uuid, people uuid[], of_term text)
 RETURNS TABLE(clock_id uuid, person_id uuid, body_id uuid, term text, about text, late boolean)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  update legal_clock c set void_at = $1
   where c.done_at is null and c.void_at is null and ($2 is not null or $3 is not null)
     and ($2 is null or c.submission_id = $2) and ($3 is null or c.person_id = any ($3)) and ($4 is null or c.term = $4)
     and legal_clock_of_session(c.body_id, c.person_id)
  returning c.clock_id, c.person_id, c.body_id, c.term, c.about, c.due_at <= $1
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.living_grants(asked uuid)
 RETURNS TABLE(grant_id uuid, role text, body_id uuid, only_acts text[], delegated_from uuid, delegated_by uuid, valid_from date, valid_to date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select g.grant_id, g.role, g.body_id, g.acts, g.delegated_from, g.delegated_by, g.valid_from, g.valid_to
    from role_grant g
   where g.account_id = asked and g.tx_to = 9223372036854775807 and g.valid_from <= today_in_vietnam() and g.valid_to > today_in_vietnam()
     and (g.delegated_from is null or delegation_stands(g.delegated_from, g.delegated_by, g.role, g.body_id))
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.log_rows_of_attestation(about uuid, asked uuid)
 RETURNS TABLE(event_id uuid, at timestamp with time zone, tx bigint, log text, actor text, body_id uuid, role text, purpose text, act text, object text, revision integer, payload_commit bytea, leaf_index bigint, salt bytea, sealed bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select e.event_id, e.at, e.tx, e.log, e.actor, e.body_id, e.role, e.purpose, e.act, e.object, e.revision, e.payload_commit, l.leaf_index, p.salt, p.sealed
    from attestation t
    join audit_event e on e.object_id = case when t.list_id is null then t.person_id else t.submission_id end
     and e.act = case when t.list_id is null then 'item.confirmed' else 'list.confirmed' end
     and e.at >= t.at and e.at < t.at + interval '1 hour'
    join audit_payload p on p.event_id = e.event_id and p.at = e.at
    left join audit_leaf l on l.event_id = e.event_id and l.log = e.log
   where t.person_id = about and t.attestation_id = asked and session_sees_attestation(about, asked)
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.log_rows_of_consent(asked uuid)
 RETURNS TABLE(event_id uuid, at timestamp with time zone, tx bigint, log text, actor text, body_id uuid, role text, purpose text, act text, object text, revision integer, payload_commit bytea, leaf_index bigint, salt bytea, sealed bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select e.event_id, e.at, e.tx, e.log, e.actor, e.body_id, e.role, e.purpose, e.act, e.object, e.revision, e.payload_commit, l.leaf_index, p.salt, p.sealed
    from consent c join audit_event e on e.object_id = c.person_id and e.act = 'consent.given' and e.at >= c.answered_at and e.at < c.answered_at + interval '1 minute'
    join audit_payload p on p.event_id = e.event_id and p.at = e.at
    left join audit_leaf l on l.event_id = e.event_id and l.log = e.log
   where c.consent_id = asked and c.person_id = any ((select session_own_people())::uuid[])
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.log_stands_still(most integer)
 RETURNS double precision
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare until timestamptz; lag double precision;
  begin
    select s.complete_until into until from audit_state s where s.log = 'act';
    if until is not null and until <= now() + interval '1 minute' and until > now() - make_interval(secs => most) then return null; end if;
    lag := audit_lag_seconds();
    lag := case when until is null then lag - (select seconds from clock_tolerance) else least(lag, extract(epoch from now() - until)) end;
    return case when lag > most then lag end;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.look_up_national_ids(hashes bytea[], for_body uuid)
 RETURNS TABLE(id_hash bytea, person_id uuid, outcome text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET jit TO 'off'
AS $function$
    select asked.h,
           case when coalesce(p.body_id, r.body_id, o.body_id) = for_body then coalesce(r.person_id, o.person_id) end,
           case when coalesce(p.body_id, r.body_id) = for_body then case r.state when 'former' then 'former' else 'mine' end
                when r.body_id is not null then 'elsewhere'
                when o.body_id is not null then 'mine' else 'free' end
      from unnest(hashes) as asked (h)
      left join lateral (select n.person_id, n.body_id, n.state from national_id n where n.id_hash = asked.h and n.state in ('registered', 'former') limit 1) r on true
      left join person p on p.person_id = r.person_id
      left join lateral (select n.person_id, n.body_id from national_id n where n.id_hash = asked.h and n.state = 'claimed' and n.body_id = for_body limit 1) o on true
     where for_body = any ((select session_bodies())::uuid[])
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.makes_way_here(addition uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (select 1 from list_addition a where a.changes = addition and a.state = 'granted' and a.decided_by = session_person()
    and not exists (select 1 from code_list_entry e where e.addition_id = a.addition_id))
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.mark_slots_listed(of_list integer, indexes integer[], at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare marked int;
  begin
    if not session_is_system() then
      raise exception 'E-NOT-ALLOWED' using errcode = 'insufficient_privilege';
    end if;
    update status_slot s set listed_at = at where s.list = of_list and s.idx = any (indexes) and s.ended_at is not null and s.listed_at is null;
    get diagnostics marked = row_count;
    return marked;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.may_be_delegated(source uuid, by_account uuid, to_account uuid, of_role text, over_body uuid, of_acts text[], until date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select delegation_stands(source, by_account, of_role, over_body)
     and until <= (select s.valid_to from role_grant s where s.grant_id = source)
     and of_acts <@ (select coalesce(array_agg(m.act), '{}') from access_may m
                      where m.role = of_role and m.valid_from <= today_in_vietnam() and m.valid_to > today_in_vietnam())
     and exists (select 1 from access_may m where m.role = of_role and m.act = 'rights.delegate' and m.valid_from <= today_in_vietnam() and m.valid_to > today_in_vietnam())
     and not coalesce(by_account = any (accounts_of_human((select a.identity from account a where a.account_id = to_account))), true)
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.merge_people(asked uuid, hashes bytea[], seals bytea[], gone_version integer, stays_version integer, on_instant timestamp with time zone, former_until date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    declare c person_case; gone person; stays person; this_tx bigint := record_tx(); day date := today_in_vietnam(); current_number bytea;
    begin
      select * into c from person_case k where k.case_id = asked for update;
      if not session_is_system() or c.case_id is null or c.kind <> 'same_human' or c.state <> 'agreed' or not agreed_by_both(asked) then
        raise exception 'E-CASE-NOT-AGREED' using errcode = 'insufficient_privilege';
      end if;
      perform 1 from person p where p.person_id in (c.person_id, c.other_person_id) order by p.person_id for update;
      perform 1 from national_id n where n.person_id in (c.person_id, c.other_person_id) order by n.id_hash, n.person_id for update;
      select * into gone from person p where p.person_id = c.person_id;
      select * into stays from person p where p.person_id = c.other_person_id;
      select n.id_hash into current_number from national_id n where n.person_id = gone.person_id and n.state = 'registered';
      if gone.body_id is distinct from c.from_body or stays.body_id is distinct from c.to_body or gone.version is distinct from gone_version or stays.version is distinct from stays_version
         or current_number is null or under_way_of_case(asked) <> '{}' then
        return false;
      end if;
      if (select count(*) from national_id n where n.person_id = gone.person_id and n.state in ('registered', 'former')) <> cardinality(hashes)
         or exists (select 1 from unnest(hashes) as h (x) where not exists (select 1 from national_id n where n.person_id = gone.person_id and n.id_hash = h.x)) then
        raise exception 'E-CASE-NUMBERS' using errcode = 'data_exception';
      end if;
      update national_id n set state = 'merged' where n.person_id = gone.person_id and n.state in ('registered', 'former');
      insert into national_id (id_hash, person_id, body_id, sealed, state, claimed_by)
        select m.h, stays.person_id, stays.body_id, m.s, 'former', asked from unnest(hashes, seals) as m (h, s);
      insert into person_merge (case_id, merged_person, into_person, merged_version, kept_version, written_version, number_hash, at, tx_from)
        values (asked, gone.person_id, stays.person_id, gone.version, stays.version, stays.version + 1, current_number, on_instant, this_tx);
      update person p set merged_into = stays.person_id where p.person_id = gone.person_id;
      with ending as (
        update person_reach r set tx_to = this_tx where r.person_id = gone.person_id and r.tx_to = 9223372036854775807 and r.valid_to > day
        returning r.body_id, r.why, r.valid_from, r.by_case)
      insert into person_reach (person_id, body_id, why, valid_from, valid_to, by_case, tx_from)
        select gone.person_id, e.body_id, e.why, e.valid_from, day, e.by_case, this_tx from ending e where e.valid_from < day
        on conflict (person_id, body_id, why, valid_from, tx_from) do update set valid_to = excluded.valid_to, tx_to = 9223372036854775807;
      insert into person_reach (person_id, body_id, why, valid_from, by_case, tx_from) values (gone.person_id, stays.body_id, 'merged', day, asked, this_tx);
      if gone.body_id <> stays.body_id and former_until > day then
        insert into person_reach (person_id, body_id, why, valid_from, valid_to, by_case, tx_from) values (gone.person_id, gone.body_id, 'former', day, former_until, asked, this_tx);
      end if;
      return true;
    end
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.merger_in_force(event uuid, kind_of text)
 RETURNS TABLE(source uuid, target uuid, undone uuid, on_day date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    if event is distinct from session_change() then raise exception 'a merger is written by who put it in force'; end if;
    return query select (o ->> 'bodyId')::uuid, (o ->> 'intoId')::uuid, (o ->> 'changeId')::uuid, c.on_day
      from body_change c cross join lateral jsonb_array_elements(c.operations) o where c.change_id = event and o ->> 'kind' = kind_of;
    if not session_changes_country() and exists (
        select 1 from body_change c cross join lateral jsonb_array_elements(c.operations) o where c.change_id = event and o ->> 'kind' = kind_of
           and ((o ->> 'bodyId')::uuid <> all ((select session_bodies_that_may('bodies.change'))::uuid[])
             or coalesce((o ->> 'intoId')::uuid <> all ((select session_bodies_that_may('bodies.change'))::uuid[]), false)
             or (o ->> 'bodyId')::uuid = any (national_bodies()))) then
      raise exception 'a merger of bodies beyond the own reach';
    end if;
  end
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.merger_of(gone uuid, on_day date, OUT people integer, OUT grants integer, OUT cards integer, OUT submissions integer, OUT seconded integer, OUT cases integer, OUT lines integer)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select
    (select count(*)::int from (
       select r.person_id from person_reach r where r.body_id = gone and r.why in ('managing', 'using', 'merged') and r.tx_to = 9223372036854775807 and r.valid_to > on_day
       union select p.person_id from person p where p.managing_body_id = gone or p.using_body_id = gone) x),
    (select count(*)::int from role_grant g where g.body_id = gone and g.role <> 'CA_NHAN' and g.tx_to = 9223372036854775807 and g.valid_to > on_day),
    (select count(*)::int from card c where c.using_body_id = gone and c.state = 'HIEU_LUC'),
    (select count(distinct s.submission_id)::int from submission s where s.body_id = gone and exists (
       select 1 from item i where i.submission_id = s.submission_id and i.state in ('waiting-match', 'awaiting-confirmation', 'held', 'returned'))),
    (select count(distinct r.person_id)::int from person_reach r where r.body_id = gone and r.why in ('seconded', 'concurrent', 'duty') and r.tx_to = 9223372036854775807 and r.valid_to > on_day),
    (select count(*)::int from person_case c where (c.from_body = gone or c.to_body = gone) and c.ended_at is null),
    (select count(*)::int from exchange_source e where e.body_id = gone and e.ended_at is null)
   where cardinality((select session_bodies_that_may('bodies.change'))::uuid[]) > 0
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.met_claims(by_submission uuid)
 RETURNS TABLE(person_id uuid, other_person_id uuid, other_body uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    select mine.person_id, other.person_id, other.body_id
      from national_id mine join national_id other on other.id_hash = mine.id_hash and other.state = 'claimed' and other.body_id <> mine.body_id
     where mine.claimed_by = by_submission and mine.state = 'claimed' and mine.body_id = any ((select session_writing_bodies())::uuid[])
       and not exists (select 1 from person_case c where c.kind = 'dual_claim' and c.state = 'asked'
             and least(c.person_id, c.other_person_id) = least(mine.person_id, other.person_id)
             and greatest(c.person_id, c.other_person_id) = greatest(mine.person_id, other.person_id))
     order by mine.person_id, other.person_id
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.mismatch_officers(of_body uuid)
 RETURNS TABLE(account_id uuid, name text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    if not (of_body = any ((select session_bodies_that_may('mismatch.work'))::uuid[])) then return; end if;
    return query select distinct a.account_id, a.name
      from role_grant g join account a on a.account_id = g.account_id join access_may m on m.role = g.role
     where a.disabled_at is null and m.act = 'mismatch.work' and m.valid_from <= today_in_vietnam() and m.valid_to > today_in_vietnam()
       and g.body_id = any (bodies_above(of_body, today_in_vietnam()))
       and exists (select 1 from living_grants(g.account_id) l where l.grant_id = g.grant_id and (l.only_acts is null or m.act = any (l.only_acts)));
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.move_person(asked uuid, left_states text[], former_until date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    declare c person_case; now_in uuid; status text;
    begin
      select * into c from person_case k where k.case_id = asked for update;
      if not session_is_system() or c.case_id is null or c.kind not in ('transfer', 're_entry') or c.state <> 'agreed' or not agreed_by_both(asked) then
        raise exception 'E-CASE-NOT-AGREED' using errcode = 'insufficient_privilege';
      end if;
      select p.body_id, p.work_status into now_in, status from person p where p.person_id = c.person_id for update;
      if now_in is distinct from c.from_body or (c.kind = 're_entry' and not coalesce(status = any (left_states), false)) then
        return false;
      end if;
      perform hand_over(c.person_id, c.from_body, c.to_body, c.case_id, c.effective_on, former_until);
      return true;
    end
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.move_person_back(asked uuid, on_day date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    declare c person_case; p person;
    begin
      select * into c from person_case k where k.case_id = asked for update;
      if not session_is_system() or c.case_id is null or c.kind not in ('transfer', 're_entry') or c.state <> 'undone' or c.written_version is null
         or not exists (select 1 from person_case_act a where a.case_id = asked and a.act = 'undone' and a.body_id = c.to_body) then
        raise exception 'E-CASE-NOT-AGREED' using errcode = 'insufficient_privilege';
      end if;
      select * into p from person q where q.person_id = c.person_id for update;
      if p.body_id <> c.to_body or p.version <> c.written_version then
        return false;
      end if;
      perform hand_over(c.person_id, c.to_body, c.from_body, c.case_id, on_day, null);
      return true;
    end
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.name_text(plain text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select ' ' || translate(plain, '''’ʼ-', '    ') $function$;
-- may be called by: anybody

CREATE OR REPLACE FUNCTION congvu.named_employers(people uuid[])
 RETURNS TABLE(person_id uuid, body_id uuid, why text, valid_from date, valid_to date, by_case uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    select p.person_id, e.body_id, case when c.case_id is null then 'using' else 'seconded' end,
           least(coalesce((p.heads #>> '{A,from}')::date, today_in_vietnam()), today_in_vietnam()), coalesce(c.until_on + 1, '9999-12-31'), c.case_id
      from person p
     cross join lateral (select x.body_id from (values (p.managing_body_id), (p.using_body_id)) as x (body_id) where x.body_id <> p.body_id group by x.body_id) e
      left join lateral (
        select k.case_id, k.until_on from person_case k
         where k.kind = 'secondment' and k.person_id = p.person_id and k.from_body = p.body_id and k.to_body = e.body_id and k.state in ('agreed', 'done') and agreed_by_both(k.case_id)
         order by k.until_on desc, k.case_id limit 1) c on true
     where p.person_id = any (people) and (p.managing_body_id <> p.body_id or p.using_body_id <> p.body_id) and p.body_id = any ((select session_bodies())::uuid[])
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.names_by_parts(asked uuid[], beside uuid[], pattern text, but_given boolean, after_key text, after_id uuid, at_most integer)
 RETURNS TABLE(person_id uuid, sort_key text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'congvu', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
 SET enable_indexonlyscan TO 'off'
 SET jit TO 'off'
AS $function$
  begin
    if but_given then
      return query select p.person_id, p.full_name_sort from person p
         where substring(name_text(p.full_name_plain) from '^(.*) ') like pattern and p.merged_into is null and (p.full_name_sort, p.person_id) > (after_key, after_id)
           and (p.body_id in (select unnest(asked)) or p.person_id in (select unnest(beside)))
         order by p.full_name_sort, p.person_id limit at_most;
    else
      return query select p.person_id, p.full_name_sort from person p
         where name_text(p.full_name_plain) like pattern and p.merged_into is null and (p.full_name_sort, p.person_id) > (after_key, after_id)
           and (p.body_id in (select unnest(asked)) or p.person_id in (select unnest(beside)))
         order by p.full_name_sort, p.person_id limit at_most;
    end if;
  end
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.names_in_delegations(asked uuid[])
 RETURNS TABLE(account_id uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select a.account_id, a.name from account a
   where a.account_id = any (asked) and (
     exists (select 1 from role_grant g where g.delegated_from is not null
        and ((g.account_id = a.account_id and g.delegated_by = session_person()) or (g.delegated_by = a.account_id and g.account_id = session_person())))
     or exists (select 1 from grant_request w where w.delegated_from is not null
        and ((w.account_id = a.account_id and w.asked_by = session_person()) or (w.asked_by = a.account_id and w.account_id = session_person()))))
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.names_in_order(asked uuid[], beside uuid[], pattern text, after_key text, after_id uuid, up_to text, steps integer)
 RETURNS TABLE(person_id uuid, sort_key text, is_named boolean, is_near boolean)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'congvu', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'off'
 SET jit TO 'off'
AS $function$
  declare loose text := replace(pattern, ' ', '');
  begin
    return query
      select p.person_id, p.full_name_sort, case when p.full_name_plain like loose then name_text(p.full_name_plain) like pattern else false end,
             p.body_id in (select unnest(asked)) or p.person_id in (select unnest(beside))
        from person p
       where p.merged_into is null and (p.full_name_sort, p.person_id) > (after_key, after_id) and p.full_name_sort < up_to
       order by p.full_name_sort, p.person_id limit steps;
  end
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.names_of_bodies(asked uuid[], beside uuid[], pattern text, after_key text, after_id uuid, at_most integer)
 RETURNS TABLE(person_id uuid, sort_key text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'congvu', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'off'
 SET jit TO 'off'
AS $function$
  declare loose text := replace(pattern, ' ', '');
  begin
    return query
      select h.person_id, h.full_name_sort from (
        select p.person_id, p.full_name_sort, p.full_name_plain from person p
         where p.body_id = any (asked) and p.merged_into is null and p.full_name_plain || '' like loose offset 0) h
       where name_text(h.full_name_plain) like pattern and (h.full_name_sort, h.person_id) > (after_key, after_id)
      union
      select p.person_id, p.full_name_sort from person p
       where p.person_id = any (beside) and p.merged_into is null and name_text(p.full_name_plain) like pattern and (p.full_name_sort, p.person_id) > (after_key, after_id)
      order by 2, 1 limit at_most;
  end
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.names_sampled(asked uuid[], beside uuid[], pattern text, steps integer)
 RETURNS TABLE(people double precision, named double precision, near double precision)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'congvu', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET jit TO 'off'
AS $function$
  declare loose text := replace(pattern, ' ', ''); rows_about float8 := pg_relation_size('person') / 2000.0;
  begin
    return query
      select rows_about,
             (count(*) filter (where case when h.full_name_plain like loose then substring(name_text(h.full_name_plain) from '^(.*) ') like pattern else false end))::float8 / greatest(count(*), 1),
             (count(*) filter (where h.body_id in (select unnest(asked)) or h.person_id in (select unnest(beside))))::float8 / greatest(count(*), 1)
        from (select p.person_id, p.body_id, p.full_name_plain, p.merged_into from person p tablesample system (least(100, 10.0 * steps / greatest(rows_about, 1)))) h
       where h.merged_into is null;
  end
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.names_walked(asked uuid[], beside uuid[], pattern text, after_key text, after_id uuid, up_to text, steps integer, at_most integer)
 RETURNS TABLE(ids uuid[], keys text[], walked integer, end_key text, end_id uuid)
 LANGUAGE sql
 STABLE
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    select coalesce((array_agg(h.person_id order by h.n) filter (where h.is_named and h.is_near))[:at_most], '{}'),
           coalesce((array_agg(h.sort_key order by h.n) filter (where h.is_named and h.is_near))[:at_most], '{}'),
           count(*)::int, (array_agg(h.sort_key order by h.n desc))[1], (array_agg(h.person_id order by h.n desc))[1]
      from names_in_order(asked, beside, pattern, after_key, after_id, up_to, steps) with ordinality h (person_id, sort_key, is_named, is_near, n)
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.national_bodies()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct v.body_id), '{}') from body_version v join body_version p on p.body_id = v.parent_id
   where p.parent_id is null and v.tx_to = 9223372036854775807 and p.tx_to = 9223372036854775807 and v.valid_to > today_in_vietnam()
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.next_list_version(list_name text, at_least bigint)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare made bigint;
  begin
    if not (select session_is_system()) then raise exception 'lists are numbered by the background alone'; end if;
    -- A number that nobody could follow would stop every list for ever.
    if at_least is null or at_least < 0 or at_least > 1000000000000 then raise exception 'no number for a list: %', at_least; end if;
    insert into list_version as held (name, version) values (list_name, at_least + 1)
      on conflict (name) do update set version = greatest(held.version, at_least) + 1 returning version into made;
    return made;
  end $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.offer_concurrent(new_id uuid, for_body uuid, person uuid, receiving uuid, of_post text, on_day date, last_day date, by_clerk boolean, on_instant timestamp with time zone, term_ends date, content bytea)
 RETURNS TABLE(outcome text, case_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    declare number bytea;
    begin
      if not (for_body = any (case when by_clerk then session_writing_bodies() else session_registering_bodies() end)) then
        raise exception 'E-BODY-NOT-YOURS' using errcode = 'insufficient_privilege';
      end if;
      select n.id_hash into number from person p join national_id n on n.person_id = p.person_id and n.state = 'registered' where p.person_id = person and p.body_id = for_body;
      if number is null then
        return query select 'not-yours'::text, null::uuid; return;
      end if;
      if receiving = for_body then
        return query select 'same'::text, null::uuid; return;
      end if;
      insert into person_case as c (case_id, kind, state, person_id, number_hash, from_body, to_body, opened_by, effective_on, until_on, due_on, created_at, sealed, post)
        values (new_id, 'concurrent', case when by_clerk then 'prepared' else 'asked' end, person, number, for_body, receiving, 'from', on_day, last_day, term_ends, on_instant, content, of_post)
        on conflict do nothing;
      if not found then
        return query select 'open'::text, null::uuid; return;
      end if;
      return query select 'opened'::text, new_id;
    end
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.offer_person(new_id uuid, for_body uuid, person uuid, receiving uuid, on_day date, by_clerk boolean, on_instant timestamp with time zone, term_ends date, content bytea)
 RETURNS TABLE(outcome text, case_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    declare number bytea;
    begin
      if not (for_body = any (case when by_clerk then session_writing_bodies() else session_registering_bodies() end)) then
        raise exception 'E-BODY-NOT-YOURS' using errcode = 'insufficient_privilege';
      end if;
      select n.id_hash into number from person p join national_id n on n.person_id = p.person_id and n.state = 'registered' where p.person_id = person and p.body_id = for_body;
      if number is null then
        return query select 'not-yours'::text, null::uuid; return;
      end if;
      if receiving = for_body then
        return query select 'same'::text, null::uuid; return;
      end if;
      insert into person_case as c (case_id, kind, state, person_id, number_hash, from_body, to_body, opened_by, effective_on, due_on, created_at, sealed)
        values (new_id, 'transfer', case when by_clerk then 'prepared' else 'asked' end, person, number, for_body, receiving, 'from', on_day, term_ends, on_instant, content)
        on conflict do nothing;
      if not found then
        return query select 'open'::text, c.case_id from person_case c where c.person_id = person and c.to_body = receiving and c.kind in ('transfer', 're_entry') and c.ended_at is null;
        return;
      end if;
      return query select 'opened'::text, new_id;
    end
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.offer_secondment(new_id uuid, for_body uuid, person uuid, receiving uuid, on_day date, last_day date, by_clerk boolean, on_instant timestamp with time zone, term_ends date, content bytea)
 RETURNS TABLE(outcome text, case_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    declare number bytea;
    begin
      if not (for_body = any (case when by_clerk then session_writing_bodies() else session_registering_bodies() end)) then
        raise exception 'E-BODY-NOT-YOURS' using errcode = 'insufficient_privilege';
      end if;
      select n.id_hash into number from person p join national_id n on n.person_id = p.person_id and n.state = 'registered' where p.person_id = person and p.body_id = for_body;
      if number is null then
        return query select 'not-yours'::text, null::uuid; return;
      end if;
      if receiving = for_body then
        return query select 'same'::text, null::uuid; return;
      end if;
      insert into person_case as c (case_id, kind, state, person_id, number_hash, from_body, to_body, opened_by, effective_on, until_on, due_on, created_at, sealed)
        values (new_id, 'secondment', case when by_clerk then 'prepared' else 'asked' end, person, number, for_body, receiving, 'from', on_day, last_day, term_ends, on_instant, content)
        on conflict do nothing;
      if not found then
        return query select 'open'::text, null::uuid; return;
      end if;
      return query select 'opened'::text, new_id;
    end
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.offered_record(asked uuid)
 RETURNS TABLE(person_id uuid, version integer, document jsonb, sealed jsonb, salt bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    select p.person_id, p.version, p.document, p.sealed, s.salt
      from person_case c join person p on p.person_id = c.person_id left join person_salt s on s.person_id = p.person_id
     where not is_kept_apart(c.person_id) and c.case_id = asked and c.kind = 'same_human' and c.state = 'asked' and c.to_body = any ((select session_registering_bodies())::uuid[]) and p.body_id = c.from_body
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.open_dual_claims(case_ids uuid[], firsts uuid[], seconds uuid[], on_instant timestamp with time zone, term_ends date)
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    with opened as (
      insert into person_case as c (case_id, kind, state, person_id, other_person_id, number_hash, from_body, to_body, opened_by, due_on, created_at)
        select m.case_id, 'dual_claim', 'asked', a.person_id, b.person_id, a.id_hash, a.body_id, b.body_id, 'to', term_ends, on_instant
          from unnest(case_ids, firsts, seconds) as m (case_id, first, second)
          join national_id a on a.person_id = m.first and a.state = 'claimed'
          join national_id b on b.person_id = m.second and b.state = 'claimed' and b.id_hash = a.id_hash and b.body_id <> a.body_id
         where b.body_id = any ((select session_writing_bodies())::uuid[])
        on conflict do nothing
      returning c.case_id, c.to_body)
    insert into person_case_act (case_id, act_no, act, side, body_id, at) select o.case_id, 1, 'opened', 'to', o.to_body, on_instant from opened o
    returning case_id
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.operations_facts()
 RETURNS TABLE(backup_at timestamp with time zone, restored_at timestamp with time zone, log_size bigint, log_waiting bigint, database_bytes bigint, signed_in integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select (select max(e.at) from audit_event e where e.act = 'backup.made'), (select max(e.at) from audit_event e where e.act = 'backup.restored'),
         s.size, (select count(*) from audit_event e where e.log = s.log and (e.tx, e.event_id) > (s.last_tx, s.last_event)),
         pg_database_size(current_database()),
         (select count(*)::int from session t where t.kind = 'person' and t.ended_at is null and t.ends_at > now() and t.seen_at + make_interval(secs => t.idle_seconds) > now())
    from audit_state s where (select session_keeps_log()) or cardinality((select session_bodies_that_may('operations.read'))) > 0 limit 1
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.other_move_agreed(asked uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    declare person uuid;
    begin
      select c.person_id into person from person_case c
       where c.case_id = asked and (c.from_body = any ((select session_bodies())::uuid[]) or c.to_body = any ((select session_bodies())::uuid[]));
      perform 1 from person_case o where o.person_id = person and o.ended_at is null order by o.case_id for update;
      return exists (select 1 from person_case o where o.person_id = person and o.case_id <> asked and o.kind in ('transfer', 're_entry') and o.state = 'agreed');
    end
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.overtake_cases(asked uuid, on_instant timestamp with time zone)
 RETURNS TABLE(case_id uuid, from_body uuid, to_body uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    begin
      if not session_is_system() then
        raise exception 'E-CASE-NOT-AGREED' using errcode = 'insufficient_privilege';
      end if;
      return query
        with ended as (
          update person_case k set state = 'lapsed', outcome = 'overtaken', ended_at = on_instant
            from person_case c
           where c.case_id = asked and k.person_id = c.person_id and k.case_id <> c.case_id and k.kind <> 'dual_claim' and k.ended_at is null
          returning k.case_id, k.from_body, k.to_body),
        noted as (
          insert into person_case_act (case_id, act_no, act, at)
            select e.case_id, (select max(a.act_no) + 1 from person_case_act a where a.case_id = e.case_id), 'lapsed', on_instant from ended e)
        select e.case_id, e.from_body, e.to_body from ended e;
    end
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.own_attestations()
 RETURNS TABLE(attestation_id uuid, at timestamp with time zone, signer_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    select t.attestation_id, t.at, t.signer_name from attestation t where t.person_id = (select session_own_person())
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.own_card_wallets()
 RETURNS TABLE(wallet_id uuid, kind text, taken_at timestamp with time zone, last_used_at timestamp with time zone, good_until timestamp with time zone, card_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with copies as (
    select c.grant_id, c.copy_id, c.issued_at, least(c.expires_at, d.overlap_until) as expires_at, d.employment
      from card_copy c join card d on d.person_id = c.person_id and d.card_id = c.card_id and d.state in ('HIEU_LUC', 'CHUYEN_TIEP')
      join status_slot s on s.list = c.list and s.idx = c.idx
     where c.person_id = (select session_own_person()) and s.ended_at is null and c.expires_at > now() and c.notified is distinct from 'credential_deleted'),
  living as (select d.card_id, d.employment from card d where d.person_id = (select session_own_person()) and d.state = 'HIEU_LUC')
  select g.grant_id, g.wallet_kind, g.created_at, g.last_used_at, (select max(c.expires_at) from copies c where c.grant_id = g.grant_id),
         (select l.card_id from living l where l.employment = g.employment)
    from card_wallet_grant g where g.person_id = (select session_own_person()) and g.ended_at is null and g.refresh_expires_at > now()
  union all
  select c.copy_id, 'unknown', c.issued_at, c.issued_at, c.expires_at, (select l.card_id from living l where l.employment = c.employment) from copies c where c.grant_id is null
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.own_corrections()
 RETURNS TABLE(report_id uuid, upload_number text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select r.report_id, s.upload_number from value_report r join submission s on s.submission_id = r.submission_id
   where (select session_own_person()) is not null and (r.person_id = (select session_own_person()) or r.by_account = session_person())
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.own_declarations()
 RETURNS TABLE(declaration_id uuid, upload_number text, stage text, rejected integer, receipt text, waiting integer, returned integer, withdrawn integer, registered integer, open_groups text[], replaced boolean, reasons jsonb, problems text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select d.declaration_id, s.upload_number, f.stage, f.rejected,
         (select r.receipt_number from receipt r where r.submission_id = d.submission_id and r.round = d.round and r.kind = 'R1' limit 1),
         i.waiting, i.returned, i.withdrawn, i.registered,
         -- Once it is sent on, what has no item changes nothing, and what is registered is done.
         case when f.stage = 'submitted' then coalesce((
           select array_agg(distinct it.group_code) from item it
            where it.submission_id = d.submission_id and it.round = d.round and it.person_id in (d.person_id, standing_person(d.person_id)) and it.state <> 'registered'), '{}') end,
         -- Whatever was sent after it came back has what came back in it. A record that moved away took no day along: then it is what came to another body.
         d.round < s.round or exists (
           select 1 from declaration n left join submission m on m.submission_id = n.submission_id
            where n.person_id = d.person_id and n.sent_at > d.sent_at
              and case when i.withdrawn > 0 then m.body_id is distinct from s.body_id
                       when f.stage in ('refused', 'withdrawn') or (f.stage = 'checked' and f.rejected > 0) then n.sent_at >= f.stage_at
                       else n.sent_at >= i.returned_at end),
         i.reasons,
         (select coalesce(array_agg(distinct p.code), '{}') from submission_problem p
           where p.submission_id = d.submission_id and p.round = d.round and p.severity = 'error')
    from declaration d
    join submission s on s.submission_id = d.submission_id
    join submission_file f on f.submission_id = d.submission_id and f.round = d.round
    cross join lateral (
      select count(*) filter (where it.state not in ('registered', 'returned', 'withdrawn', 'superseded'))::int as waiting,
             count(*) filter (where it.state = 'returned')::int as returned,
             max(it.decided_at) filter (where it.state = 'returned') as returned_at,
             count(*) filter (where it.state = 'withdrawn')::int as withdrawn,
             count(*) filter (where it.state = 'registered')::int as registered,
             coalesce(jsonb_agg(jsonb_build_object('group', it.group_code, 'decision', it.decision)) filter (where it.state = 'returned'), '[]') as reasons
        from item it where it.submission_id = d.submission_id and it.round = d.round and it.person_id in (d.person_id, standing_person(d.person_id))) i
   where d.person_id = any ((select session_own_people())::uuid[])
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.own_evidence()
 RETURNS TABLE(evidence_id uuid, upload_number text, stage text, rejected integer, waiting integer, returned integer, withdrawn integer, registered integer, reasons jsonb, problems text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
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
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.own_items()
 RETURNS TABLE(group_code text, state text, since timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    select i.group_code, i.state, min(i.created_at) from item i
     where i.person_id = (select session_own_person())
       and i.state in ('received', 'checked', 'waiting-match', 'awaiting-confirmation', 'held', 'confirmed', 'returned', 'quarantined')
     group by i.group_code, i.state
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.own_kept_apart(OUT body_id uuid, OUT from_day date)
 RETURNS SETOF record
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select p.body_id, k.from_day from person p join kept_apart k on k.person_id in (select r.person_id from records_of_humans(array[p.person_id]) r)
   where p.person_id = session_own_person() and k.kind = 'mark' and k.state = 'granted'
     and not exists (select 1 from kept_apart e where e.ends = k.request_id and e.kind = 'end' and e.state = 'granted')
   order by k.from_day limit 1
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.own_matches()
 RETURNS TABLE(fields jsonb, compared jsonb, at timestamp with time zone, source text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    select m.fields, m.compared, m.at, m.source from match_result m where m.person_id = (select session_own_person())
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.own_reading(asked uuid)
 RETURNS TABLE(body_id uuid, at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select coalesce(e.body_id, p.body_id), e.at
    from person p join audit_event e on e.event_id = asked and e.kind = 'read' and (e.object_id = p.person_id or e.listed @> array[p.person_id])
   where p.person_id = (select session_own_person()) and e.purpose <> 'OWN_RECORD' and e.actor_id is distinct from session_person()
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.passkey_add(new_id uuid, new_credential bytea, new_key bytea, new_counter bigint, new_transports text[], new_model uuid, new_synced boolean, new_name text, proof bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    if session_person() is null or proof is distinct from session_proof(concat_ws('|', 'passkey', (session_row()).session_id, new_id, encode(new_credential, 'hex'), encode(new_key, 'hex'), new_counter)) then
      raise exception 'E-SESSION-PROOF' using errcode = 'insufficient_privilege';
    end if;
    insert into passkey (passkey_id, account_id, credential_id, public_key, counter, transports, model, is_synced, name, added_at)
      values (new_id, session_person(), new_credential, new_key, new_counter, new_transports, new_model, new_synced, new_name, now())
      on conflict (credential_id) do nothing;
    if not found then return false; end if;
    update passkey_release set used_at = now() where account_id = session_person() and used_at is null;
    return true;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.people_listed(asked uuid[], beside uuid[], wanted jsonb, after_key text, after_id uuid, at_most integer, few_at_most integer DEFAULT 5000)
 RETURNS TABLE(person_id uuid, sort_key text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare
    is_few boolean := (select count(*) from (select 1 from person p where p.body_id = any (asked) and p.merged_into is null limit few_at_most + 1) x) <= few_at_most;
    key text := case wanted ->> 'sort' when 'birth' then 'coalesce(p.birth, ''~'') || '' '' || p.full_name_sort' when 'grade' then 'coalesce(p.grade, ''~'') || '' '' || p.full_name_sort'
                     else 'p.full_name_sort' end;
    near text := case when is_few then 'p.body_id = any ($1)' else 'p.body_id in (select unnest($1))' end;
    inner_is text := ''; outer_is text := ''; statement text;
  begin
    if cardinality(beside) > 0 then near := '(' || near || case when is_few then ' or p.person_id = any ($2))' else ' or p.person_id in (select unnest($2)))' end; end if;
    if wanted ? 'name' then
      inner_is := inner_is || ' and case when p.full_name_plain like replace($3 ->> ''name'', '' '', '''') then name_text(p.full_name_plain) like $3 ->> ''name'' else false end';
    end if;
    if wanted ? 'title' then
      inner_is := inner_is || ' and (p.position = any (array(select jsonb_array_elements_text($3 -> ''posts''))) or p.grade = any (array(select jsonb_array_elements_text($3 -> ''grades''))) or case when p.job_title_plain like replace($3 ->> ''title'', '' '', '''')
        then name_text(p.job_title_plain) like $3 ->> ''title'' else false end)';
    end if;
    if wanted ? 'kind' then inner_is := inner_is || ' and p.employee_kind = $3 ->> ''kind'''; end if;
    if wanted ? 'status' then inner_is := inner_is || ' and p.work_status = $3 ->> ''status'''; end if;
    if wanted ? 'grade' then inner_is := inner_is || ' and p.grade = $3 ->> ''grade'''; end if;
    if wanted ? 'match' then inner_is := inner_is || ' and p.identity_level = $3 ->> ''match'''; end if;
    if wanted ? 'missing' then
      -- The bit is a number of the statement: only letters of groups come here, and `ascii` makes nothing else of any other.
      inner_is := inner_is || ' and coalesce(p.groups_held & ' || (1 << (ascii(wanted ->> 'missing') - 65)) || ', 0) = 0';
      -- Who has no keys yet is looked at in the row.
      outer_is := outer_is || ' and case when h.held is null then not exists (select 1 from person w where w.person_id = h.person_id and w.heads ? ($3 ->> ''missing'')) else true end';
    end if;
    if wanted ? 'unconfirmed' then
      inner_is := inner_is || ' and coalesce(p.has_unconfirmed, true)';
      outer_is := outer_is || ' and case when h.held is null then exists (select 1 from person w cross join lateral jsonb_each(w.heads) g join person_version v on v.person_id = w.person_id and v.version = (g.value ->> ''v'')::int
        where w.person_id = h.person_id and v.attestation_id is null) else true end';
    end if;
    if wanted ? 'incomplete' then inner_is := inner_is || ' and not p.is_complete'; end if;
    -- What stands elsewhere is looked at last, and only of those who are left.
    if wanted ? 'card' then
      outer_is := outer_is || ' and exists (select 1 from card c where c.person_id = h.person_id and c.state = ''HIEU_LUC'') = ($3 ->> ''card'')::boolean';
    end if;
    if $4 is not null then inner_is := inner_is || ' and (' || key || ', p.person_id) > ($4, $5)'; end if;
    statement := 'select h.person_id, h.sort_key from (select p.person_id, (' || key || ') collate "C" as sort_key, p.groups_held as held from person p where p.merged_into is null and ' || near || inner_is
      || ' order by ' || key || ' collate "C", p.person_id offset 0) h where true' || outer_is || ' order by h.sort_key, h.person_id limit $6';
    if is_few then return query select * from people_of_bodies(statement, asked, beside, wanted, after_key, after_id, at_most);
    else return query select * from people_walked(statement, asked, beside, wanted, after_key, after_id, at_most);
    end if;
  end
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.people_of_bodies(statement text, asked uuid[], beside uuid[], wanted jsonb, after_key text, after_id uuid, at_most integer)
 RETURNS TABLE(person_id uuid, sort_key text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'congvu', 'pg_temp'
 SET jit TO 'off'
AS $function$
  begin return query execute statement using asked, beside, wanted, after_key, after_id, at_most; end
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.people_of_consents(asked uuid[])
 RETURNS TABLE(consent_id uuid, salt bytea, full_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select c.consent_id, s.salt, case when not is_kept_apart(c.person_id) and c.state = 'given' and c.until >= today_in_vietnam() then p.full_name end
    from consent c join person_salt s on s.person_id = c.person_id left join person p on p.person_id = standing_person(c.person_id)
   where c.consent_id = any (asked) and (c.body_id = any ((select session_bodies_that_may('consent.use'))::uuid[]) or c.person_id = any ((select session_own_people())::uuid[]))
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.people_to_delegate(source uuid, from_day date, to_day date, at_most integer)
 RETURNS TABLE(account_id uuid, name text, identity bytea, held jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with own as materialized (
    select s.body_id, bodies_around(s.body_id, from_day, to_day) as around from role_grant s
     where s.grant_id = source and s.account_id = session_person() and delegation_stands(s.grant_id, s.account_id, s.role, s.body_id)),
  near as materialized (
    select o.body_id from own o
    union
    select v.body_id from own o join body_version v on v.parent_id = o.body_id
     where v.tx_to = 9223372036854775807 and v.valid_from <= today_in_vietnam() and v.valid_to > today_in_vietnam())
  select a.account_id, a.name, a.identity,
         (select coalesce(jsonb_agg(jsonb_build_object('role', h.role, 'from', greatest(h.valid_from, from_day), 'to', least(h.valid_to, to_day))), '[]')
            from role_grant h, own o
           where h.account_id = any (accounts_of_human(a.identity)) and h.tx_to = 9223372036854775807
             and h.valid_from < to_day and h.valid_to > from_day and h.body_id = any (o.around))
    from account a
   where a.disabled_at is null and a.account_id is distinct from session_person() and exists (
     select 1 from role_grant g where g.account_id = a.account_id and g.body_id in (select n.body_id from near n)
        and g.delegated_from is null and g.tx_to = 9223372036854775807 and g.valid_from <= today_in_vietnam() and g.valid_to > today_in_vietnam())
   order by a.name, a.account_id limit at_most
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.people_walked(statement text, asked uuid[], beside uuid[], wanted jsonb, after_key text, after_id uuid, at_most integer)
 RETURNS TABLE(person_id uuid, sort_key text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'congvu', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'off'
 SET jit TO 'off'
AS $function$
  begin return query execute statement using asked, beside, wanted, after_key, after_id, at_most; end
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.plan_measured(now_at timestamp with time zone)
 RETURNS TABLE(body_id uuid, measure text, part integer, whole integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with asked as materialized (
    select a.body_id from body_attribute a
     where a.name = 'nhom_bndp' and a.tx_to = 9223372036854775807 and a.valid_from <= today_in_vietnam() and a.valid_to > today_in_vietnam()
    union select root_of_installation()),
  allowed as materialized (select a.body_id from asked a where a.body_id is not null and (select session_is_system()) and (select session_of_all_bodies())),
  below as materialized (select a.body_id as top, b as body_id from allowed a cross join lateral unnest(bodies_below(array[a.body_id], today_in_vietnam())) as b),
  people as materialized (
    select b.top, count(p.person_id)::int as n, count(p.person_id) filter (where not coalesce(p.has_unconfirmed, true))::int as confirmed,
           count(p.person_id) filter (where p.identity_level = 'KHOP')::int as known
      from below b left join person p on p.body_id = b.body_id and p.merged_into is null group by b.top),
  granted as (
    select e.body_id, sum(e.posts)::int as posts from establishment e
     where e.tx_to = 9223372036854775807 and e.year = (
       select max(y.year) from establishment y where y.body_id = e.body_id and y.tx_to = 9223372036854775807 and y.year <= extract(year from today_in_vietnam()))
     group by e.body_id),
  -- What was granted to the agency itself counts for all below it; else what was granted to those below.
  posts as materialized (
    select a.body_id as top, coalesce((select g.posts from granted g where g.body_id = a.body_id),
           (select sum(g.posts)::int from below b join granted g on g.body_id = b.body_id where b.top = a.body_id), 0) as n from allowed a),
  lines as (
    select b.top, count(*)::int as n,
           count(*) filter (where exists (select 1 from exchange_batch t where t.body_id = s.body_id)
             and exists (select 1 from exchange_caller c where c.body_id = s.body_id and (c.ended_at is null or c.ended_at > now_at)
               and (c.valid_to is null or c.valid_to > now_at + interval '30 days')))::int as open,
           count(*) filter (where exists (select 1 from exchange_batch t where t.body_id = s.body_id and t.judged_at > now_at - interval '7 days'))::int as in_step
      from below b join exchange_source s on s.body_id = b.body_id where s.ended_at is null or s.ended_at > now_at group by b.top)
  select p.top, 'confirmed', least(p.confirmed, q.n), q.n from people p join posts q on q.top = p.top
  union all
  select q.top, 'by-line', least(q.n, (select count(*)::int from below b join exchange_person e on e.body_id = b.body_id where b.top = q.top)), q.n from posts q
  union all
  select p.top, 'identity', p.known, p.n from people p
  union all
  select p.top, 'returned', p.n - (select count(distinct i.person_id)::int from below b join item i on i.body_id = b.body_id
      join person o on o.person_id = i.person_id and o.body_id = b.body_id and o.merged_into is null
     where b.top = p.top and i.state = 'returned'
       and not exists (select 1 from item l where l.person_id = i.person_id and l.group_code = i.group_code and l.created_at > i.created_at)), p.n from people p
  union all
  select p.top, 'own-updates', (select count(distinct d.person_id)::int from declaration d join person o on o.person_id = d.person_id and o.merged_into is null
     join below b on b.body_id = o.body_id where b.top = p.top and d.sent_at > now_at - interval '1 year'), p.n from people p
  union all
  select p.top, 'cards', (select count(distinct c.person_id)::int from card c join person o on o.person_id = c.person_id and o.merged_into is null
     join below b on b.body_id = o.body_id where b.top = p.top and c.state = 'HIEU_LUC'), p.n from people p
  union all
  select p.top, 'matched', (select count(distinct m.person_id)::int from match_result m join person o on o.person_id = m.person_id and o.merged_into is null
     join below b on b.body_id = o.body_id where b.top = p.top and m.at > now_at - interval '90 days'), p.n from people p
  union all
  select x.top, 'network', count(*) filter (where x.passed)::int, count(*)::int from (
    select b.top, (select c.passed from network_check c where c.body_id = b.body_id and c.at > now_at - interval '30 days' order by c.at desc, c.check_id desc limit 1) is true as passed
      from below b where exists (select 1 from person p where p.body_id = b.body_id and p.merged_into is null)) x group by x.top
  union all
  select a.body_id, 'line-open', coalesce(l.open, 0), coalesce(l.n, 1) from allowed a left join lines l on l.top = a.body_id
  union all
  select a.body_id, 'line-in-step', coalesce(l.in_step, 0), coalesce(l.n, 1) from allowed a left join lines l on l.top = a.body_id
  union all
  select a.body_id, 'restore-drill', (exists (select 1 from audit_event e where e.act = 'backup.restored' and e.at > now_at - interval '90 days'))::int, 1
    from allowed a where a.body_id = root_of_installation()
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.provision_counts(root uuid, since timestamp with time zone)
 RETURNS TABLE(body_id uuid, kind text, given integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with mine as materialized (
    select b as body_id from unnest(bodies_below(array[root], today_in_vietnam())) as b where b = any ((select session_bodies_that_may('board.read'))::uuid[])),
  whole as materialized (
    select v.body_id from body_version v join mine m on m.body_id = v.body_id
     where v.body_id = root and v.parent_id is null and v.tx_to = 9223372036854775807 and v.valid_from <= today_in_vietnam() and v.valid_to > today_in_vietnam())
  select n.body_id, n.provision, count(*)::int
    from (select coalesce(e.body_id, (select w.body_id from whole w)) as body_id, e.provision from audit_event e where e.at >= since and e.provision is not null) n
    join mine m on m.body_id = n.body_id group by n.body_id, n.provision
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.reach_of_reads(person uuid, readings uuid[])
 RETURNS TABLE(event_id uuid, why text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with reach as materialized (
    select r.why, r.tx_from, r.tx_to, r.valid_from, r.valid_to, bodies_above(r.body_id, today_in_vietnam()) as above from person_reach r where r.person_id = person)
  select e.event_id, (
      select r.why from reach r join role_grant g on g.body_id = any (r.above)
       where g.account_id = e.actor_id and g.role = any (string_to_array(e.role, '+')) and g.tx_from <= e.tx and g.tx_to > e.tx
         and r.tx_from <= e.tx and r.tx_to > e.tx and r.valid_from <= (e.at at time zone 'Asia/Ho_Chi_Minh')::date and r.valid_to > (e.at at time zone 'Asia/Ho_Chi_Minh')::date
       order by case r.why when 'managing' then 0 when 'former' then 2 when 'merged' then 2 else 1 end limit 1)
    from audit_event e
   where person = session_own_person() and e.event_id = any (readings) and e.kind = 'read' and (e.object_id = person or e.listed @> array[person])
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.reader_of_event(asked uuid)
 RETURNS TABLE(account_id uuid, name text, body_id uuid, at timestamp with time zone, role text, act text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select a.account_id, coalesce((select g.named from role_grant g where g.account_id = a.account_id and g.named is not null order by g.tx_from desc, g.grant_id desc limit 1), a.name),
         e.body_id, e.at, e.role, e.act
    from audit_event e join account a on a.account_id = e.actor_id
   where e.event_id = asked and (e.kind = 'read' or e.act in ('reading.refused', 'access.refused', 'lookup.empty'))
     and (e.body_id = any ((select session_bodies_that_may('readers.name'))::uuid[])
          or (e.body_id is null and cardinality((select session_bodies_that_may('readers.name'))) > 0 and session_supervises_all()))
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.reads_of_person(person uuid, since timestamp with time zone)
 RETURNS TABLE(event_id uuid, at timestamp with time zone, role text, body_id uuid, purpose text, act text, listed boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    with seen as materialized (
      select e.event_id, e.at, e.tx, e.role, e.actor_id, e.body_id, e.purpose, e.act, e.object_id is distinct from person as listed
        from audit_event e
       where e.kind = 'read' and person not in (select session_hidden_people()) and (e.object_id = person or (e.listed <> '{}' and e.listed @> array[person])) and e.at >= since
         and (session_keeps_log() or person = session_own_person() or exists (
           select 1 from person_reach m where m.person_id = person and m.why = 'managing' and m.tx_to = 9223372036854775807
              and m.valid_from <= (select today_in_vietnam()) and m.valid_to > (select today_in_vietnam()) and m.body_id = any ((select session_bodies())::uuid[])))),
    above as materialized (
      select d.body_id, bodies_above(d.body_id, today_in_vietnam()) as bodies from (select distinct s.body_id from seen s where s.body_id is not null) d)
    select s.event_id, s.at, s.role, coalesce(g.body_id, s.body_id), s.purpose, s.act, s.listed
      from seen s
      left join above a on a.body_id = s.body_id
      left join lateral (
        select r.body_id from role_grant r
         where r.account_id = s.actor_id and r.role = any (string_to_array(s.role, '+')) and r.tx_from <= s.tx and r.tx_to > s.tx
         order by coalesce(r.body_id = any (a.bodies), false) desc, r.grant_id limit 1) g on true
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.receipt_by_number(asked text)
 RETURNS TABLE(content text, jws text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select r.content, r.jws from receipt r where r.receipt_number = asked
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.record_tx()
 RETURNS bigint
 LANGUAGE sql
 STABLE
 SET search_path TO 'congvu', 'pg_temp'
AS $function$ select base + pg_current_xact_id()::text::bigint from record_base $function$;
-- may be called by: anybody

CREATE OR REPLACE FUNCTION congvu.records_of_humans(asked uuid[])
 RETURNS TABLE(standing uuid, person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with recursive r as (
    select a as standing, a as person_id from unnest(asked) a
    union
    select r.standing, p.person_id from r join person p on p.merged_into = r.person_id)
  select r.standing, r.person_id from r
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.register_standing(hashes bytea[], for_body uuid, left_states text[])
 RETURNS TABLE(id_hash bytea, closed boolean, elsewhere boolean, employed_elsewhere boolean, moving boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    select n.id_hash,
           p.body_id = for_body and coalesce(p.work_status = any (left_states), false)
             and not exists (select 1 from record_reopening r where r.person_id = p.person_id and r.version = p.version and r.body_id = p.body_id),
           p.body_id <> for_body,
           p.body_id <> for_body and not coalesce(p.work_status = any (left_states), false),
           exists (select 1 from person_case c
                    where c.person_id = p.person_id and c.kind in ('transfer', 're_entry') and c.ended_at is null and c.state <> 'prepared'
                      and for_body in (c.from_body, c.to_body))
      from national_id n
      join person p on p.person_id = n.person_id
     where n.id_hash = any (hashes) and n.state in ('registered', 'former') and for_body = any ((select session_bodies())::uuid[])
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.registers_now(asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (select 1 from person_version v where v.person_id = asked and v.tx = record_tx())
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.release_national_ids(by_submission uuid, persons uuid[], on_instant timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    declare gone uuid[];
    begin
      perform 1 from national_id n where n.state = 'claimed' and n.person_id = any (persons) order by n.id_hash, n.person_id for update;
      with let_go as (
        delete from national_id n
         where n.state = 'claimed' and n.person_id = any (persons)
           and n.body_id = any ((select session_writing_bodies())::uuid[])
           and not exists (select 1 from item o where o.person_id = n.person_id and o.submission_id <> by_submission
                              and o.state not in ('withdrawn', 'superseded'))
        returning n.person_id)
      select array_agg(l.person_id) into gone from let_go l;
      return query select * from end_dual_claims(coalesce(gone, '{}'), 'withdrawn', 'claim-withdrawn', on_instant);
    end
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.replace_number(asked uuid, seal bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    declare c person_case; now_in uuid;
    begin
      select * into c from person_case k where k.case_id = asked for update;
      if not session_is_system() or c.case_id is null or c.kind <> 'number_change' or c.state <> 'agreed' or not agreed_by_both(asked) then
        raise exception 'E-CASE-NOT-AGREED' using errcode = 'insufficient_privilege';
      end if;
      select p.body_id into now_in from person p where p.person_id = c.person_id for update;
      perform 1 from national_id n where n.person_id = c.person_id or n.id_hash = c.number_hash order by n.id_hash, n.person_id for update;
      if now_in is distinct from c.to_body
         or exists (select 1 from national_id n where n.id_hash = c.number_hash and n.state in ('registered', 'former') and n.person_id <> c.person_id) then
        return false;
      end if;
      update national_id n set state = 'former' where n.person_id = c.person_id and n.state = 'registered';
      insert into national_id (id_hash, person_id, body_id, sealed, state, claimed_by) values (c.number_hash, c.person_id, c.to_body, seal, 'registered', c.case_id)
        on conflict (id_hash, person_id) do update set state = 'registered', sealed = excluded.sealed, body_id = excluded.body_id;
      return true;
    end
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.report_causes(root uuid, valid_on date, tree_on date, known_at bigint, until bigint)
 RETURNS TABLE(facts integer, moves integer, events integer, erased integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with scope as materialized (
    select array(select unnest(report_scope(root, valid_on, tree_on, known_at)) union select unnest(report_scope(root, valid_on, tree_on, until))) as bodies
     where root = any ((select session_bodies_that_may('reports.make'))::uuid[])
        or exists (select 1 from unnest((select session_bodies_that_may('reports.make'))::uuid[]) m where body_ever_within(root, m))),
  people as materialized (
    select distinct r.person_id from person_reach r, scope s where r.why = 'managing' and r.body_id = any (s.bodies) and r.valid_from <= valid_on and r.valid_to > valid_on)
  select (select count(distinct f.person_id)::int from person_fact f join people using (person_id)
           where f.valid_from <= valid_on and f.valid_to > valid_on and (f.tx_from > known_at and f.tx_from <= until or f.tx_to > known_at and f.tx_to <= until)),
         (select count(distinct r.person_id)::int from person_reach r join people using (person_id)
           where r.why = 'managing' and (r.tx_from > known_at and r.tx_from <= until or r.tx_to > known_at and r.tx_to <= until)
             and exists (select 1 from person_fact e where e.person_id = r.person_id and e.tx_from <= known_at)),
         (select count(*)::int from change_event e where e.tx > known_at and e.tx <= until and e.kind <> 'lien_he'),
         (select count(distinct e.object_id)::int from audit_event e join act a on a.tx = e.tx where e.act = 'person.erased' and e.tx > known_at and e.tx <= until)
   from scope
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.report_cells(root uuid, valid_on date, tree_on date, known_at bigint, by_names text[], columns jsonb, population jsonb)
 RETURNS TABLE(body_id uuid, keys text[], counts bigint[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
 SET work_mem TO '128MB'
AS $function$
  declare scope uuid[]; keys_sql text; counts_sql text; sums_sql text;
  begin
    if known_at > settled_tx() then raise exception 'not settled'; end if;
    -- Over a body that stood before too, whoever may over one that it stood below.
    if not exists (select 1 from unnest(session_bodies_that_may('reports.make')) m where m = root or body_ever_within(root, m)) then return; end if;
    if exists (select 1 from unnest(by_names) n where report_expression(n) is null) then raise exception 'unknown dimension'; end if;
    scope := report_scope(root, valid_on, tree_on, known_at);
    select coalesce(string_agg(', (' || report_expression(n) || ')::text as k' || i, '' order by i), '') into keys_sql from unnest(by_names) with ordinality as b (n, i);
    select coalesce(string_agg(', count(*) filter (where ' || report_conditions(c) || ') as n' || i, '' order by i), '') ,
           coalesce(string_agg('sum(c.n' || i || ')::bigint', ', ' order by i), '')
      into counts_sql, sums_sql from jsonb_array_elements(columns) with ordinality as x (c, i);
    return query execute 'with b as materialized (
        select v.body_id, coalesce(m.place, v.body_id) as place, t.level, t.kind from (select distinct w.body_id from body_version w) v
          left join report_places($2, $3, $4) m on m.body_id = v.body_id
          left join body_version t on t.body_id = coalesce(m.place, v.body_id) and t.valid_from <= $3 and t.valid_to > $3 and t.tx_from <= $4 and t.tx_to > $4
         where coalesce(m.place, v.body_id) = any ($1)),
      c as (select r.body_id' || keys_sql || counts_sql || '
        from person_reach r join b t on t.body_id = r.body_id
        join person_fact f on f.person_id = r.person_id and f.valid_from <= $2 and f.valid_to > $2 and f.tx_from <= $4 and f.tx_to > $4
       where r.why = ''managing'' and r.valid_from <= $2 and r.valid_to > $2 and r.tx_from <= $4 and r.tx_to > $4
         and not exists (select 1 from person_merge g where g.merged_person = f.person_id and g.tx_from <= $4 and g.tx_to > $4)
         and ' || report_conditions(population) || ' group by r.body_id' || (select coalesce(string_agg(', ' || 1 + i, '' order by i), '') from generate_series(1, cardinality(by_names)) i) || ')
      select t.place, array[' || (select coalesce(string_agg('c.k' || i, ', ' order by i), '') from generate_series(1, cardinality(by_names)) i) || ']::text[], array[' || sums_sql || ']
        from c join b t on t.body_id = c.body_id group by 1, 2'
      using scope, valid_on, tree_on, known_at;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.report_condition(one jsonb)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare what text; said text := '';
  begin
    if one ? 'any' then
      return coalesce((select '(' || string_agg('(' || report_conditions(l) || ')', ' or ') || ')' from jsonb_array_elements(one -> 'any') l), 'false');
    end if;
    what := report_expression(one ->> 'of');
    if what is null then raise exception 'unknown dimension'; end if;
    if one ? 'in' then said := said || format(' and %s = any (%L::text[])', what, array(select jsonb_array_elements_text(one -> 'in'))); end if;
    if one ? 'notIn' then said := said || format(' and (%s = any (%L::text[])) is not true', what, array(select jsonb_array_elements_text(one -> 'notIn'))); end if;
    if one ? 'from' then said := said || format(' and %s >= %L::int', what, (one ->> 'from')::int); end if;
    if one ? 'to' then said := said || format(' and %s <= %L::int', what, (one ->> 'to')::int); end if;
    if one ? 'stated' then said := said || format(' and (%s is not null) = %L::boolean', what, (one ->> 'stated')::boolean); end if;
    return 'true' || said;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.report_conditions(all_of jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select coalesce(string_agg('(' || report_condition(c) || ')', ' and '), 'true') from jsonb_array_elements(coalesce(all_of, '[]')) c
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.report_expression(name text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    return case name
      when 'kind' then 'f.employee_kind' when 'sector' then 'f.sector' when 'status' then 'f.work_status' when 'payroll' then 'f.payroll_kind'
      when 'sex' then 'f.sex' when 'ethnicity' then 'f.ethnicity' when 'religion' then 'f.religion' when 'party' then 'case when f.party_on <= $2 then ''1'' end'
      when 'position' then 'f."position"' when 'jobPosition' then 'f.job_position' when 'grade' then 'f.grade' when 'education' then 'f.education'
      when 'politics' then 'f.politics' when 'stateManagement' then 'f.state_management' when 'level' then 't.level' when 'bodyKind' then 't.kind'
      when 'age' then 'extract(year from age($2, f.birth_last))::int' when 'birthYear' then 'extract(year from f.birth_last)::int'
      when 'birthMonth' then '(extract(year from f.birth_last) * 100 + extract(month from f.birth_last))::int'
      when 'payStep' then 'f.pay_step' when 'recruitedYear' then 'extract(year from f.recruited_on)::int'
      when 'payMonths' then '(extract(year from age($2, f.pay_from)) * 12 + extract(month from age($2, f.pay_from)))::int' end;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.report_people(bodies uuid[], valid_on date, tree_on date, known_at bigint, conditions jsonb, at_most integer)
 RETURNS TABLE(person_id uuid, full_name text, body_id uuid, seen bigint)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    return query execute 'select y.person_id, y.full_name, y.place, count(*) over () from (
      select f.person_id, p.full_name, p.full_name_sort, x.place from (
        select coalesce(m.place, r.body_id) as place, r.person_id from person_reach r left join report_places($2, $3, $4) m on m.body_id = r.body_id
         where r.why = ''managing'' and r.valid_from <= $2 and r.valid_to > $2 and r.tx_from <= $4 and r.tx_to > $4) x
      join person_fact f on f.person_id = x.person_id and f.valid_from <= $2 and f.valid_to > $2 and f.tx_from <= $4 and f.tx_to > $4
      join person p on p.person_id = f.person_id and p.merged_into is null
      left join body_version t on t.body_id = x.place and t.valid_from <= $3 and t.valid_to > $3 and t.tx_from <= $4 and t.tx_to > $4
      where x.place = any ($1) and ' || report_conditions(conditions) || ') y
      order by y.full_name_sort, y.person_id limit $5'
      using bodies, valid_on, tree_on, known_at, at_most;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.report_places(valid_on date, tree_on date, known_at bigint)
 RETURNS TABLE(body_id uuid, place uuid)
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with recursive standing as (
    select v.body_id from body_version v where v.valid_from <= tree_on and v.valid_to > tree_on and v.tx_from <= known_at and v.tx_to > known_at),
  gone as (
    select v.body_id from body_version v where v.valid_from <= valid_on and v.valid_to > valid_on and v.tx_from <= known_at and v.tx_to > known_at
    except select s.body_id from standing s),
  links as (
    select case when tree_on > valid_on then l.from_id else l.to_id end as a, case when tree_on > valid_on then l.to_id else l.from_id end as b
      from change_link l join change_event e using (event_id) where e.tx <= known_at
       and e.effective_on > least(valid_on, tree_on) and e.effective_on <= greatest(valid_on, tree_on)
       and not exists (select 1 from change_event u where u.reverses = e.event_id and u.tx <= known_at)),
  walk as (
    select g.body_id, g.body_id as at from gone g
    union select w.body_id, l.b from walk w join links l on l.a = w.at where not exists (select 1 from standing s where s.body_id = w.at)),
  ends as (select w.body_id, w.at from walk w join standing s on s.body_id = w.at)
  select s.body_id, s.body_id from standing s
  union all
  select g.body_id, (select (array_agg(e.at))[1] from ends e where e.body_id = g.body_id having count(*) = 1) from gone g
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.report_scope(root uuid, valid_on date, tree_on date, known_at bigint)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with recursive by_tree as (
    select root as body_id
    union select v.body_id from body_version v join by_tree t on v.parent_id = t.body_id
     where v.valid_from <= tree_on and v.valid_to > tree_on and v.tx_from <= known_at and v.tx_to > known_at),
  by_day as (
    select root as body_id
    union select v.body_id from body_version v join by_day t on v.parent_id = t.body_id
     where v.valid_from <= valid_on and v.valid_to > valid_on and v.tx_from <= known_at and v.tx_to > known_at)
  select array(select t.body_id from by_tree t
    union select t.body_id from by_day t join report_places(valid_on, tree_on, known_at) p on p.body_id = t.body_id where p.place is null)
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.retention_bytes()
 RETURNS SETOF text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    if not session_keeps_log() then
      raise exception 'E-RETENTION-REFUSED' using errcode = 'insufficient_privilege';
    end if;
    return query select distinct encode(f.sha256, 'hex') from submission_file f
      where f.content_gone_at > now() - interval '7 days'
        and not exists (select 1 from submission_file other where other.sha256 = f.sha256 and other.content_gone_at is null)
        and not exists (select 1 from body_change_file b where b.sha256 = encode(f.sha256, 'hex'))
        and not exists (select 1 from body_change c where encode(f.sha256, 'hex') in (c.list_sha256, c.decision_sha256));
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.retention_due(kind text, before timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    return case kind
      when 'sessions' then (select count(*) from session where least(coalesce(ended_at, ends_at), ends_at) < before)
      when 'passkey-challenges' then (select count(*) from passkey_challenge where made_at < before)
      when 'logout-tokens' then (select count(*) from logout_token where until < before)
      when 'card-single-use' then (select count(*) from card_nonce where expires_at < before) + (select count(*) from card_dpop_jti where expires_at < before)
      when 'network-check-codes' then (select count(*) from network_check_token where ends_at < before)
      when 'reading-counts' then (select count(*) from reading_budget where hour < before)
      when 'people-exports' then (select count(*) from people_export where state in ('failed', 'refused', 'lapsed', 'deleted') and ends_at < before)
      when 'unsent-files' then (select count(*) from submission_file
        where submitted_at is null and stage in ('withdrawn', 'refused') and stage_at < before and content_gone_at is null)
    end;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.retention_forget_bytes(hash text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    if not exists (select 1 from retention_bytes() b where b = hash) then
      raise exception 'E-RETENTION-REFUSED' using errcode = 'insufficient_privilege';
    end if;
    delete from stored_file where area = 'blobs' and (name = left(hash, 2) || '/' || hash or starts_with(name, left(hash, 2) || '/' || hash || '.spoilt-'));
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.retention_remove(kind text, before timestamp with time zone, most integer)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare gone bigint := 0; more bigint; old uuid[]; one record;
  begin
    if not session_keeps_log() then
      raise exception 'E-RETENTION-REFUSED' using errcode = 'insufficient_privilege';
    end if;
    case kind
      when 'sessions' then
        old := array(select session_id from session where least(coalesce(ended_at, ends_at), ends_at) < before limit most);
        delete from passkey_challenge where session_id = any (old);
        delete from session where session_id = any (old);
        get diagnostics gone = row_count;
      when 'passkey-challenges' then
        delete from passkey_challenge where made_at < before;
        get diagnostics gone = row_count;
      when 'logout-tokens' then
        delete from logout_token where until < before;
        get diagnostics gone = row_count;
      when 'card-single-use' then
        delete from card_nonce where expires_at < before;
        get diagnostics more = row_count;
        delete from card_dpop_jti where expires_at < before;
        get diagnostics gone = row_count;
        gone := gone + more;
      when 'network-check-codes' then
        delete from network_check_token where ends_at < before;
        get diagnostics gone = row_count;
      when 'reading-counts' then
        delete from reading_budget where hour < before;
        get diagnostics gone = row_count;
      when 'people-exports' then
        delete from people_export where export_id = any (array(
          select export_id from people_export where state in ('failed', 'refused', 'lapsed', 'deleted') and ends_at < before limit most));
        get diagnostics gone = row_count;
      when 'unsent-files' then
        for one in select submission_id, round from submission_file
            where submitted_at is null and stage in ('withdrawn', 'refused') and stage_at < before and content_gone_at is null
            order by stage_at limit most for update skip locked loop
          delete from submission_line where submission_id = one.submission_id and round = one.round;
          delete from submission_problem where submission_id = one.submission_id and round = one.round;
          delete from submission_fix where submission_id = one.submission_id and round = one.round;
          delete from submission_undo where submission_id = one.submission_id and round = one.round;
          update submission_file set content_gone_at = now(), name_sealed = null,
              report = case when report ? 'refusal' then jsonb_build_object('refusal', report -> 'refusal') else '{}' end
           where submission_id = one.submission_id and round = one.round;
          gone := gone + 1;
        end loop;
    end case;
    return gone;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.role_is_given_over(asked text, over_body uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select asked = any (roles_of_a_body())
    or (over_body = root_of_installation() and exists (select 1 from access_role r where r.role = asked and not r.given_by_body))
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.roles_held_around(asked_identity bytea, over_body uuid, from_day date, to_day date)
 RETURNS TABLE(role text, valid_from date, valid_to date)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare human uuid[] := accounts_of_human(asked_identity);
  begin
    if not (session_is_system() or over_body = any ((select session_bodies_that_may('grants.change', 'rights.delegate'))::uuid[])) then return; end if;
    perform 1 from account a where a.account_id = any (human) order by a.account_id for no key update;
    return query
      select g.role, greatest(g.valid_from, from_day), least(g.valid_to, to_day) from role_grant g
       where g.account_id = any (human) and g.tx_to = 9223372036854775807 and g.valid_from < to_day and g.valid_to > from_day
         and g.body_id = any (bodies_around(over_body, from_day, to_day));
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.roles_of_a_body()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select coalesce(array_agg(role order by position), '{}') from access_role where given_by_body
$function$;
-- may be called by: anybody

CREATE OR REPLACE FUNCTION congvu.root_of_installation()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select coalesce(
    (select c.body_id from installation i join body_code c on c.code = i.value
      where i.name = 'root' and c.tx_to = 9223372036854775807 and c.valid_from <= today_in_vietnam() and c.valid_to > today_in_vietnam()
      order by (c.scheme = 'ma_dinh_danh') desc limit 1),
    (select v.body_id from body_version v
      where v.parent_id is null and v.tx_to = 9223372036854775807 and v.valid_from <= today_in_vietnam() and v.valid_to > today_in_vietnam()
      order by v.body_id limit 1))
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.scope_digest(event uuid, bodies uuid[], sources uuid[])
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select string_agg(part || ':' || encode(sha256(coalesce(said, '')), 'hex'), ' ' order by part) from (
    select 'attribute' as part, (select string_agg(d, ''::bytea order by d) from (select sha256(convert_to(row(body_id, name, value, valid_from, valid_to, confidence)::text, 'UTF8')) d
       from body_attribute where body_id = any (bodies) and tx_to = 9223372036854775807 and name not like 'lien\_he\_%') x) as said
    union all select 'body', (select string_agg(d, ''::bytea order by d) from (select sha256(convert_to(row(body_id, parent_id, managing_id, name, short_name, kind, level, valid_from, valid_to, source, confidence)::text, 'UTF8')) d
       from body_version where body_id = any (bodies) and tx_to = 9223372036854775807) x)
    union all select 'code', (select string_agg(d, ''::bytea order by d) from (select sha256(convert_to(row(body_id, scheme, code, valid_from, valid_to, confidence, source)::text, 'UTF8')) d
       from body_code where body_id = any (bodies) and tx_to = 9223372036854775807) x)
    union all select 'grant', (select string_agg(d, ''::bytea order by d) from (select sha256(convert_to(row(account_id, role, body_id, valid_from, valid_to, acts, named, delegated_by, basis)::text, 'UTF8')) d
       from role_grant where body_id = any (sources) and tx_to = 9223372036854775807) x)
    union all select 'person', (select string_agg(d, ''::bytea order by d) from (select sha256(convert_to(row(p.person_id, p.body_id, p.managing_body_id, p.using_body_id)::text, 'UTF8')) d
       from person p join change_scope s using (person_id) where s.event_id = event) x)
    union all select 'posts', (select string_agg(d, ''::bytea order by d) from (select sha256(convert_to(row(body_id, kind, year, posts, decision::text, valid_from, valid_to)::text, 'UTF8')) d
       from establishment where body_id = any (bodies) and tx_to = 9223372036854775807) x)
    union all select 'reach', (select string_agg(d, ''::bytea order by d) from (select sha256(convert_to(row(r.person_id, r.body_id, r.why, r.valid_from, r.valid_to, r.by_case)::text, 'UTF8')) d
       from person_reach r join change_scope s using (person_id) where s.event_id = event and r.tx_to = 9223372036854775807) x)) parts
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.search_names(asked uuid[], beside uuid[], pattern text, after_key text, after_id uuid, at_most integer, steps integer DEFAULT 20000)
 RETURNS TABLE(person_id uuid, sort_key text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET jit TO 'off'
AS $function$
  declare
    no_id constant uuid := '00000000-0000-0000-0000-000000000000';
    key text collate "C" := coalesce(after_key, ''); id uuid := coalesce(after_id, no_id); given text collate "C"; left_steps int := steps; more int; walked int := 0;
    seen record; w record; found_ids uuid[] := '{}'; found_keys text[] := '{}'; given_ids uuid[] := '{}'; of_given text[] := '{}';
  begin
    -- Few within reach: they are looked through.
    if (select count(*) from (select 1 from person p where p.body_id = any (asked) and p.merged_into is null limit steps / 4 + 1) x) <= steps / 4 then
      return query select * from names_of_bodies(asked, beside, pattern, key, id, at_most);
      return;
    end if;
    -- What many are called stands soon in the list. Walking goes on as long as that seems the shortest way (microseconds a person, measured: 0.8 a step of the list,
    -- 6 by parts of names, 0.5 of those within reach), and never beyond three times `steps`.
    more := steps / 10;
    loop
      select * into w from names_walked(asked, beside, pattern, key, id, chr(1114111), more, at_most);
      found_ids := found_ids || w.ids; found_keys := found_keys || w.keys;
      if w.walked < more or cardinality(found_ids) >= at_most then
        return query select * from unnest(found_ids, found_keys) limit at_most;
        return;
      end if;
      key := w.end_key; id := w.end_id; walked := walked + w.walked;
      if seen is null then select * into seen from names_sampled(asked, beside, pattern, steps); end if;
      more := least((at_most - cardinality(found_ids)) / greatest(seen.named * seen.near, 1e-6), 1e6);
      exit when walked + more > 3 * steps or 0.8 * more > least(6 * seen.named, 0.5 * seen.near) * seen.people;
      more := greatest(more, steps / 10);
    end loop;
    if 0.5 * seen.near < 6 * seen.named then
      return query select * from unnest(found_ids, found_keys) union all
        (select * from names_of_bodies(asked, beside, pattern, key, id, at_most - cardinality(found_ids)));
      return;
    end if;
    -- Whoever is left has the last word as given name, and stands together with those of that name; or has all words before it, and they are few.
    -- A given name of many with words that few of them have: not walked through either, but found by parts.
    foreach given in array given_keys(replace(split_part(rtrim(pattern, '%'), ' ', -1), '\', '')) loop
      continue when given || '!' < key;
      more := least(left_steps + 1, steps / 10);
      select * into w from names_walked(asked, beside, pattern, greatest(key, given), case when key >= given then id else no_id end, given || '!', more, at_most);
      if w.walked = more and cardinality(given_ids) + cardinality(w.ids) < at_most then
        more := left_steps + 1;
        select * into w from names_walked(asked, beside, pattern, greatest(key, given), case when key >= given then id else no_id end, given || '!', more, at_most);
      end if;
      given_ids := given_ids || w.ids; of_given := of_given || w.keys;
      left_steps := left_steps - w.walked;
      exit when cardinality(given_ids) >= at_most or left_steps < 0;
    end loop;
    -- Namesakes were walked through in vain: few of them are within reach, or what stands before their given name comes late among them. Where a tenth of a second
    -- (microseconds, as above) suffices for all within reach they are looked through.
    if left_steps < 0 and cardinality(given_ids) < at_most and 0.5 * seen.near * seen.people < 5 * steps then
      return query select * from unnest(found_ids, found_keys) union all
        (select * from names_of_bodies(asked, beside, pattern, key, id, at_most - cardinality(found_ids)));
      return;
    end if;
    return query
      select * from unnest(found_ids, found_keys) union all
      (select u.a, u.b from (
        select * from unnest(given_ids, of_given) as f (a, b)
        union select * from names_by_parts(asked, beside, pattern, left_steps >= 0 or cardinality(given_ids) >= at_most, key, id, at_most) f) u
       order by u.b collate "C", u.a limit at_most - cardinality(found_ids));
  end
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.search_people(wanted jsonb, number_hash bytea, within uuid[], after_key text, after_id uuid, at_most integer)
 RETURNS TABLE(person_id uuid, name text, birth text, body_id uuid, post text, job_title text, grade text, employee_kind text, work_status text, identity_level text, sort_key text, number_sealed bytea, salt bytea, by_body uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare asked uuid[]; beside uuid[]; today date := today_in_vietnam(); ids uuid[]; keys text[]; hidden uuid[] := array(select session_hidden_people()); most int := least(at_most, 201) + cardinality(hidden);
  begin
    select r.asked, r.beside into asked, beside from session_reach(within) r;
    if number_hash is not null then
      select array_agg(p.person_id), array_agg(p.full_name_sort) into ids, keys from person p
       where p.merged_into is null and (p.body_id = any (asked) or p.person_id = any (beside))
         and p.person_id = (select i.person_id from national_id i where i.id_hash = number_hash and i.state in ('registered', 'former'))
         and p.person_id in (select l.person_id from people_listed('{}', array[p.person_id], wanted - 'sort', null, null, 1) l);
    elsif wanted ? 'name' and (wanted - 'name') = '{}' then
      select array_agg(n.person_id), array_agg(n.sort_key) into ids, keys from search_names(asked, beside, wanted ->> 'name', after_key, after_id, most) n;
    else
      select array_agg(l.person_id), array_agg(l.sort_key) into ids, keys from people_listed(asked, beside, wanted, after_key, after_id, most) l;
    end if;
    return query
      select p.person_id, p.full_name, p.birth, p.body_id, p.position, p.job_title, p.grade, p.employee_kind, p.work_status, p.identity_level, h.key, n.sealed, s.salt,
             case when p.body_id = any (asked) then p.body_id else (
               select r.body_id from person_reach r where r.person_id = p.person_id and r.body_id = any (asked) and r.why not in ('managing', 'former')
                  and r.tx_to = 9223372036854775807 and r.valid_from <= today and r.valid_to > today order by r.body_id limit 1) end
        from (select u.id, u.key from unnest(ids, keys) with ordinality u (id, key, at) where u.id <> all (hidden) order by u.at limit least(at_most, 201)) h join person p on p.person_id = h.id
        left join national_id n on n.person_id = p.person_id and n.state = 'registered' left join person_salt s on s.person_id = p.person_id
       order by h.key collate "C", p.person_id;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.second_administrators(over_body uuid, beside bytea)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with recursive up as (
    select over_body as body_id
    union
    select v.parent_id from body_version v join up on up.body_id = v.body_id
     where v.parent_id is not null and v.tx_to = 9223372036854775807 and v.valid_from <= today_in_vietnam() and v.valid_to > today_in_vietnam())
  select count(distinct g.account_id)::int from role_grant g join account a using (account_id) join up using (body_id)
   where g.role = 'QT_BNDP' and g.tx_to = 9223372036854775807 and g.valid_from <= today_in_vietnam() and g.valid_to > today_in_vietnam()
     and a.disabled_at is null and not is_session_human(g.account_id, null)
     and (beside is null or not g.account_id = any (accounts_of_human(beside)))
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.seconded_people(people uuid[], managing uuid, on_day date)
 RETURNS TABLE(person_id uuid, body_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    select c.person_id, c.to_body from person_case c
     where c.kind = 'secondment' and c.state in ('agreed', 'done') and c.person_id = any (people) and c.from_body = managing
       and c.effective_on <= on_day and on_day <= c.until_on and agreed_by_both(c.case_id)
       and (managing = any ((select session_bodies())::uuid[]) or session_is_system())
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.sending_needs_approval(of_body uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select coalesce((select r.approval from sending_rule r
    where r.body_id = of_body and r.set_at <= at and r.valid_from <= (at at time zone 'Asia/Ho_Chi_Minh')::date order by r.rule_no desc limit 1), false)
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.sending_was_approved(of_submission uuid, of_round integer, by_identity bytea)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (select 1 from sending_request r where r.submission_id = of_submission and r.round = of_round and r.state = 'approved' and r.decided_identity = by_identity)
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.separate_people(asked uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    declare c person_case; m person_merge; this_tx bigint := record_tx();
    begin
      select * into c from person_case k where k.case_id = asked for update;
      if not session_is_system() or c.case_id is null or c.kind <> 'same_human' or c.state <> 'undone' or c.written_version is null
         or not exists (select 1 from person_case_act a join person_case_act b on b.case_id = a.case_id and b.by_identity <> a.by_identity and b.act_no > a.act_no
              where a.case_id = asked and a.act = 'undo_asked' and b.act = 'undone'
                and ((a.body_id = c.from_body and b.body_id = c.to_body) or (a.body_id = c.to_body and b.body_id = c.from_body))
                and not exists (select 1 from person_case_act later where later.case_id = asked and later.act in ('undo_asked', 'kept') and later.act_no > a.act_no)) then
        raise exception 'E-CASE-NOT-AGREED' using errcode = 'insufficient_privilege';
      end if;
      perform 1 from person p where p.person_id in (c.person_id, c.other_person_id) order by p.person_id for update;
      perform 1 from national_id n where n.person_id in (c.person_id, c.other_person_id) order by n.id_hash, n.person_id for update;
      select * into m from person_merge x where x.case_id = asked and x.tx_to = 9223372036854775807 for update;
      if m.case_id is null or stands_on_merge(asked) <> '{}' then
        return false;
      end if;
      update person_merge x set tx_to = this_tx where x.case_id = asked;
      update person p set merged_into = null where p.person_id = m.merged_person;
      delete from national_id n where n.person_id = m.into_person and n.claimed_by = asked and n.state = 'former';
      update national_id n set state = case when n.id_hash = m.number_hash then 'registered' else 'former' end where n.person_id = m.merged_person and n.state = 'merged';
      -- What the merge said of who sees the record is known no more; what it had ended is known again.
      update person_reach r set tx_to = this_tx where r.person_id = m.merged_person and r.tx_from = m.tx_from and r.tx_to = 9223372036854775807;
      insert into person_reach (person_id, body_id, why, valid_from, valid_to, by_case, tx_from)
        select r.person_id, r.body_id, r.why, r.valid_from, r.valid_to, r.by_case, this_tx from person_reach r where r.person_id = m.merged_person and r.tx_to = m.tx_from;
      return true;
    end
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.service_end_settle(asked uuid, waits boolean)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare e service_end; accounts uuid[]; bodies uuid[]; one uuid; closed jsonb; withdrawn jsonb; ended int;
  begin
    select * into e from service_end s where s.end_id = asked for update;
    if e.end_id is null or e.state <> 'waiting' then return null; end if;
    if e.on_day > today_in_vietnam() or not (session_is_system() or registers_now(e.person_id)) then
      raise exception 'E-SERVICE-END-EARLY' using errcode = 'insufficient_privilege';
    end if;
    accounts := accounts_of_person(e.person_id);
    bodies := bodies_below(array[e.body_id], today_in_vietnam()) || e.body_id || case when e.whole then bodies_above(e.body_id, today_in_vietnam()) else '{}' end;
    foreach one in array (select coalesce(array_agg(x order by x), '{}') from unnest(accounts) x) loop
      -- The same lock as `rights.ts`: a role is taken when the acts under way in it are over.
      if waits then perform pg_advisory_xact_lock(hashtextextended('rights:' || one::text, 0));
      elsif not pg_try_advisory_xact_lock(hashtextextended('rights:' || one::text, 0)) then return null;
      end if;
    end loop;
    with taken as (
      update role_grant g set tx_to = record_tx(), closed_by = session_person()
       where g.account_id = any (accounts) and g.body_id = any (bodies) and g.tx_to = 9223372036854775807 and g.valid_to > today_in_vietnam() and g.role <> 'CA_NHAN'
       returning g.grant_id, g.account_id, g.role, g.body_id, g.closed_by)
    select coalesce(jsonb_agg(jsonb_build_object('grantId', t.grant_id, 'accountId', t.account_id, 'role', t.role, 'bodyId', t.body_id, 'closedBy', t.closed_by)), '[]')
      into closed from taken t;
    with gone as (
      update grant_request w set state = 'withdrawn', decided_at = now()
       where w.account_id = any (accounts) and w.body_id = any (bodies) and w.state = 'waiting' returning w.request_id)
    select coalesce(jsonb_agg(request_id), '[]') into withdrawn from gone;
    update session s set ended_at = now() where s.account_id = any (accounts) and s.ended_at is null and jsonb_array_length(closed) > 0;
    get diagnostics ended = row_count;
    update service_end s set state = 'done', settled_at = now(), roles = jsonb_array_length(closed) where s.end_id = asked;
    return jsonb_build_object('grants', closed, 'requests', withdrawn, 'sessions', ended);
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.service_end_take_back(asked uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    update service_end s set state = 'taken-back', settled_at = now() where s.end_id = asked and s.state <> 'taken-back' and registers_now(s.person_id);
    if not found then raise exception 'E-NOT-REGISTERED-NOW' using errcode = 'insufficient_privilege'; end if;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.service_end_write(new_id uuid, of_person uuid, of_body uuid, day date, why text, is_whole boolean, of_version integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    if not registers_now(of_person) then raise exception 'E-NOT-REGISTERED-NOW' using errcode = 'insufficient_privilege'; end if;
    insert into service_end (end_id, person_id, body_id, on_day, reason, whole, version, made_at) values (new_id, of_person, of_body, day, why, is_whole, of_version, now());
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.session_administers(asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select asked is distinct from session_person() and coalesce(bool_and(g.body_id = any ((select session_bodies_that_may('grants.change'))::uuid[])), false)
    from role_grant g where g.account_id = asked and g.tx_to = 9223372036854775807
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.session_bodies()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    return case when session_is_system() then session_bodies_with(null) else session_bodies_that_may('record.search') end;
  end
$function$;
-- may be called by: anybody

CREATE OR REPLACE FUNCTION congvu.session_bodies_that_may(VARIADIC acts text[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare
    s session := session_row();
    slot text;
    bodies uuid[];
  begin
    if s.handle_hash is null or s.kind = 'system' then return '{}'; end if;
    slot := 'congvu.reach_acts_' || md5(array_to_string(acts, ','));
    bodies := session_kept(s.handle_hash, slot);
    if bodies is not null then return bodies; end if;
    return session_keep(s.handle_hash, slot, bodies_below((select coalesce(array_agg(distinct g.body_id), '{}') from living_grants(s.account_id) g
      join access_may m on m.role = g.role and m.act = any (acts) and m.valid_from <= today_in_vietnam() and m.valid_to > today_in_vietnam()
      where g.only_acts is null or m.act = any (g.only_acts)), today_in_vietnam()));
  end
$function$;
-- may be called by: anybody

CREATE OR REPLACE FUNCTION congvu.session_bodies_with(roles text[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare
    s session := session_row();
    slot text;
    bodies uuid[];
  begin
    if s.handle_hash is null then return '{}'; end if;
    if s.kind = 'system' then
      if roles is not null then return '{}'; end if;
      if s.body_id is null then return (select coalesce(array_agg(b.body_id), '{}') from body b); end if;
      return array[s.body_id];
    end if;
    slot := 'congvu.reach_roles_' || md5(coalesce(array_to_string(roles, ','), '*'));
    bodies := session_kept(s.handle_hash, slot);
    if bodies is not null then return bodies; end if;
    return session_keep(s.handle_hash, slot, bodies_below((select coalesce(array_agg(distinct g.body_id), '{}') from living_grants(s.account_id) g
      where roles is null or (g.only_acts is null and g.role = any (roles))), today_in_vietnam()));
  end
$function$;
-- may be called by: anybody

CREATE OR REPLACE FUNCTION congvu.session_change()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select change_id from body_change where state = 'in-force' and tx = record_tx() and decided_by = session_person()
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.session_changes_country()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (select 1 from body_version v where v.body_id = any ((select session_bodies_that_may('bodies.change'))::uuid[])
    and v.parent_id is null and v.tx_to = 9223372036854775807 and v.valid_from <= today_in_vietnam() and v.valid_to > today_in_vietnam())
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.session_decides_readings()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct g.account_id), '{}') from role_grant g
   where g.tx_to = 9223372036854775807 and g.account_id is distinct from session_person()
     and g.body_id = any ((select session_bodies_that_may('audit.read'))::uuid[])
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.session_grants()
 RETURNS TABLE(grant_id uuid, role text, body_id uuid, only_acts text[], delegated_by uuid, valid_from date, valid_to date, delegator_identity bytea, delegator_name text, delegator_body uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select g.grant_id, g.role, g.body_id, g.only_acts, g.delegated_by, g.valid_from, g.valid_to, a.identity, a.name, s.body_id
    from living_grants(session_person()) g
    left join account a on a.account_id = g.delegated_by
    left join role_grant s on s.grant_id = g.delegated_from
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.session_hidden_numbers()
 RETURNS SETOF bytea
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 10
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select n.id_hash from session_hidden_people() h join national_id n on n.person_id = h
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.session_hidden_people()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 10
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare
    s session;
    bodies uuid[];
    hidden uuid[];
  begin
    -- Without a mark, as almost everywhere, this one look at an index is all.
    if not exists (select 1 from kept_apart k where k.kind = 'mark' and k.state = 'granted') then return; end if;
    s := session_row();
    if s.kind = 'system' then return; end if;
    if s.handle_hash is not null then hidden := session_kept(s.handle_hash, 'congvu.kept_apart'); end if;
    if hidden is null then
      bodies := session_bodies_that_may('kept-apart.read');
      hidden := array(select a from kept_apart_people() a left join person p on p.person_id = a
        where p.person_id is null or coalesce(p.body_id <> all (bodies), true));
      if s.handle_hash is not null then hidden := session_keep(s.handle_hash, 'congvu.kept_apart', hidden); end if;
    end if;
    return query select unnest(hidden);
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.session_is_system()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select coalesce((session_row()).kind = 'system', false)
$function$;
-- may be called by: anybody

CREATE OR REPLACE FUNCTION congvu.session_keep(handle bytea, slot text, bodies uuid[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    perform set_config(slot, session_seal(handle, slot, bodies::text) || bodies::text, true);
    return bodies;
  end
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.session_keeps_lists()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (select 1 from body_version v where v.body_id = any ((select session_bodies_that_may('lists.decide'))::uuid[])
    and v.parent_id is null and v.tx_to = 9223372036854775807 and v.valid_from <= today_in_vietnam() and v.valid_to > today_in_vietnam())
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.session_keeps_log()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select coalesce((select s.kind = 'system' and s.body_id is null from session_row() s), false)
$function$;
-- may be called by: anybody

CREATE OR REPLACE FUNCTION congvu.session_kept(handle bytea, slot text)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare kept text := current_setting(slot, true);
  begin
    if kept <> '' and left(kept, 64) = session_seal(handle, slot, substr(kept, 65)) then return substr(kept, 65)::uuid[]; end if;
    return null;
  end
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.session_making_bodies()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare s session := session_row();
  begin
    if s.handle_hash is null then return '{}'; end if;
    if s.kind = 'system' then return session_bodies_with(null); end if;
    return (select coalesce(array_agg(distinct g.body_id), '{}') from living_grants(s.account_id) g
      join access_may m on m.role = g.role and m.act = 'submission.read' and m.valid_from <= today_in_vietnam() and m.valid_to > today_in_vietnam()
      where g.only_acts is null or m.act = any (g.only_acts));
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.session_of_all_bodies()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select coalesce((select s.kind = 'system' and s.body_id is null from session_row() s), false)
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.session_open(new_hash bytea, new_id uuid, new_kind text, for_account uuid, for_body uuid, why text, user_agent text, level integer, idle integer, ends timestamp with time zone, proof bytea)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    if proof is distinct from session_proof(concat_ws('|', encode(new_hash, 'hex'), new_id, new_kind, coalesce(for_account::text, '-'), coalesce(for_body::text, '-'), level, idle, extract(epoch from ends)::bigint)) then
      raise exception 'E-SESSION-PROOF' using errcode = 'insufficient_privilege';
    end if;
    if for_account is not null and not exists (select 1 from account a where a.account_id = for_account and a.disabled_at is null) then
      raise exception 'E-ACCOUNT-DISABLED' using errcode = 'insufficient_privilege';
    end if;
    insert into session (handle_hash, session_id, kind, account_id, body_id, purpose, agent, identity_level, started_at, seen_at, idle_seconds, ends_at)
      values (new_hash, new_id, new_kind, for_account, for_body, why, left(user_agent, 120), level, now(), now(), idle, ends);
    return new_id;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.session_own_people()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with recursive mine as (
    select session_own_person() as person_id where session_own_person() is not null
    union
    select p.person_id from mine m join person p on p.merged_into = m.person_id)
  select coalesce(array_agg(m.person_id), '{}') from mine m
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.session_own_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select n.person_id from session_row() s join account a on a.account_id = s.account_id join national_id n on n.id_hash = a.identity
   where current_setting('congvu.own_record', true) = 'on' and s.kind = 'person' and s.identity_level >= 2 and n.state in ('registered', 'former')
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.session_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select (session_row()).account_id
$function$;
-- may be called by: anybody

CREATE OR REPLACE FUNCTION congvu.session_proof(message text)
 RETURNS bytea
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select sha256(secret || sha256(secret || convert_to(message, 'UTF8'))) from session_secret
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.session_reach(within uuid[], OUT asked uuid[], OUT beside uuid[])
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare today date := today_in_vietnam(); bodies uuid[] := session_bodies();
  begin
    asked := case when within is null then bodies else array(select unnest(bodies) intersect select unnest(within)) end;
    select coalesce(array_agg(distinct r.person_id), '{}') into beside from person_reach r join person p on p.person_id = r.person_id
     where r.body_id = any (asked) and r.why not in ('managing', 'former') and r.tx_to = 9223372036854775807 and r.valid_from <= today and r.valid_to > today
       and p.body_id <> all (asked);
  end
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.session_registering_bodies()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select case when session_is_system() then session_bodies_with(null) else session_bodies_that_may('item.confirm') end
$function$;
-- may be called by: anybody

CREATE OR REPLACE FUNCTION congvu.session_role_bodies(role text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select session_bodies_with(array[role])
$function$;
-- may be called by: anybody

CREATE OR REPLACE FUNCTION congvu.session_roles()
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare s session := session_row();
  begin
    if s.handle_hash is null then return '{}'; end if;
    -- Whoever signs in is also a person with pages of their own.
    return array['NONE', 'CA_NHAN'] || case when s.kind = 'system' then array['SYSTEM'] else '{}' end
      || (select coalesce(array_agg(distinct g.role), '{}') from living_grants(s.account_id) g);
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.session_row()
 RETURNS session
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select s.* from session s left join account a using (account_id)
   where s.handle_hash = sha256(convert_to(coalesce(current_setting('congvu.session', true), ''), 'UTF8'))
     and s.ended_at is null and s.ends_at > now() and s.seen_at + make_interval(secs => s.idle_seconds) > now()
     and (s.kind = 'system' or a.disabled_at is null)
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.session_seal(handle bytea, slot text, bodies text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select encode(session_proof(concat_ws(' ', 'reach', pg_backend_pid(), now(), encode(handle, 'hex'), slot, bodies)), 'hex')
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.session_sees_attestation(about uuid, asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (
    select 1 from attestation t
     where t.person_id not in (select session_hidden_people()) and t.person_id = about and t.attestation_id = asked
       and (t.person_id = (select session_own_person())
         or (select session_of_all_bodies())
         or exists (select 1 from person_reach r
                     where r.person_id = t.person_id and (r.why <> 'former' or r.body_id = t.body_id) and r.tx_to = 9223372036854775807
                       and r.valid_from <= (select today_in_vietnam()) and r.valid_to > (select today_in_vietnam())
                       and r.body_id = any ((select session_bodies())::uuid[]))))
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.session_signed(attestation uuid, person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (select 1 from attestation t where t.attestation_id = session_signed.attestation and t.person_id = session_signed.person and t.signer_id = session_person())
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.session_step_up(of_passkey uuid, new_counter bigint, proof bytea)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare s session := session_row();
  begin
    if s.account_id is null or proof is distinct from session_proof(concat_ws('|', 'step-up', s.session_id, of_passkey, new_counter)) then
      raise exception 'E-SESSION-PROOF' using errcode = 'insufficient_privilege';
    end if;
    update passkey set counter = new_counter, used_at = now()
      where passkey_id = of_passkey and account_id = s.account_id and ended_at is null and (new_counter > counter or (new_counter = 0 and counter = 0));
    if not found then raise exception 'E-PASSKEY-ENDED' using errcode = 'insufficient_privilege'; end if;
    update session set stepped_up_at = now(), stepped_up_by = of_passkey where handle_hash = s.handle_hash;
    return now();
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.session_supervises_all()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (select 1 from body_version v
                  where v.body_id = any ((select session_role_bodies('GIAM_SAT'))::uuid[]) and v.parent_id is null and v.tx_to = 9223372036854775807
                    and v.valid_from <= today_in_vietnam() and v.valid_to > today_in_vietnam())
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.session_touch()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  update session set seen_at = now() where handle_hash = (session_row()).handle_hash and seen_at < now() - interval '30 seconds'
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.session_writing_bodies()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select case when session_is_system() then session_bodies_with(null) else session_bodies_that_may('submission.submit', 'item.return', 'item.confirm') end
$function$;
-- may be called by: anybody

CREATE OR REPLACE FUNCTION congvu.set_spoilt_blob_aside(asked text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    if asked !~ '^[0-9a-f]{2}/[0-9a-f]{64}$' then
      raise exception 'E-NAME-OF-NO-BLOB' using errcode = 'invalid_parameter_value';
    end if;
    update stored_file set name = asked || '.spoilt-' || replace(gen_random_uuid()::text, '-', '') where area = 'blobs' and name = asked;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.settle_dual_claims(persons uuid[], on_instant timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    begin
      return query select * from end_dual_claims(
        array(select n.person_id from national_id n left join person q on q.person_id = n.person_id
           where n.person_id = any (persons) and n.state = 'registered' and coalesce(q.body_id, n.body_id) = any ((select session_registering_bodies())::uuid[])),
        'settled', 'registered-first', on_instant);
    end
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.settled_tx()
 RETURNS bigint
 LANGUAGE sql
 STABLE
 SET search_path TO 'congvu', 'pg_temp'
AS $function$ select base + pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1 from record_base $function$;
-- may be called by: anybody

CREATE OR REPLACE FUNCTION congvu.sign_in_account(asked bytea, asked_issuer text, asked_subject text, proof bytea)
 RETURNS TABLE(account_id uuid, outcome text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare found account; linked uuid; named text;
  begin
    if proof is distinct from session_proof(concat_ws('|', 'account', encode(asked, 'hex'), asked_issuer, asked_subject)) then
      raise exception 'E-SESSION-PROOF' using errcode = 'insufficient_privilege';
    end if;
    select a.* into found from account a where a.identity = asked;
    if found.account_id is null then return query select null::uuid, 'none'; return; end if;
    if found.disabled_at is not null then return query select null::uuid, 'disabled'; return; end if;
    insert into identity_link (issuer, subject, account_id, linked_at) select asked_issuer, asked_subject, found.account_id, now()
      where not exists (select 1 from identity_link l where l.issuer = asked_issuer and l.account_id = found.account_id)
      on conflict do nothing;
    select l.account_id into linked from identity_link l where l.issuer = asked_issuer and l.subject = asked_subject;
    select l.subject into named from identity_link l where l.issuer = asked_issuer and l.account_id = found.account_id;
    if linked is distinct from found.account_id or named is distinct from asked_subject then
      return query select null::uuid, 'linked-elsewhere'; return;
    end if;
    return query select found.account_id, 'found';
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.sign_ins_of_staff(since timestamp with time zone, at_most integer)
 RETURNS TABLE(event_id uuid, at timestamp with time zone, account_id uuid, act text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with staff as materialized (
    select distinct g.account_id from role_grant g
     where g.tx_to = 9223372036854775807 and g.body_id = any ((select session_bodies_that_may('grants.read'))::uuid[]) and session_administers(g.account_id))
  select e.event_id, e.at, e.actor_id, e.act from audit_event e join staff s on s.account_id = e.actor_id
   where e.act in ('session.opened', 'session.closed', 'session.refused') and e.at >= since
   order by e.at desc, e.event_id desc limit at_most
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.signs_for(person uuid, body uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select coalesce((select r.body_id = signs_for.body from person_reach r where r.person_id = signs_for.person and r.why = 'managing' and r.tx_to = 9223372036854775807 and r.valid_to = '9999-12-31'),
    exists (select 1 from national_id n where n.person_id = signs_for.person and n.body_id = signs_for.body and n.state <> 'merged'))
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.spend_reading(now_opened integer, now_listed integer)
 RETURNS TABLE(opened_hour integer, opened_day integer, listed_hour integer, listed_day integer, allowed integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
    declare me uuid := session_person();
    begin
      if me is null or now_opened < 0 or now_listed < 0 then return; end if;
      insert into reading_budget as b (account_id, hour, opened, listed) values (me, date_trunc('hour', now()), now_opened, now_listed)
        on conflict (account_id, hour) do update set opened = b.opened + excluded.opened, listed = b.listed + excluded.listed;
      return query
        select coalesce(sum(b.opened) filter (where b.hour > now() - interval '1 hour'), 0)::int, coalesce(sum(b.opened), 0)::int,
               coalesce(sum(b.listed) filter (where b.hour > now() - interval '1 hour'), 0)::int, coalesce(sum(b.listed), 0)::int,
               (select coalesce(sum(a.people), 0)::int from reading_allowance a
                 where a.account_id = me and a.granted and a.decided_at + make_interval(hours => a.hours) > now())
          from reading_budget b where b.account_id = me and b.hour > now() - interval '1 day';
    end
  $function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.standing_person(asked uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with recursive t as (
    select p.person_id, p.merged_into from person p where p.person_id = asked
    union
    select p.person_id, p.merged_into from t join person p on p.person_id = t.merged_into)
  select t.person_id from t where t.merged_into is null
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.stands_on_merge(asked uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select array_remove(array[
      case when p.version <> m.written_version or p.body_id <> c.to_body then 'version' end,
      case when exists (select 1 from item i where i.person_id in (c.person_id, c.other_person_id)
        and i.state in ('received', 'checked', 'waiting-match', 'awaiting-confirmation', 'held', 'returned', 'confirmed')) then 'item' end,
      case when exists (select 1 from person_case o where (o.person_id in (c.person_id, c.other_person_id) or o.other_person_id in (c.person_id, c.other_person_id))
        and o.case_id <> c.case_id and o.ended_at is null) then 'case' end,
      case when exists (select 1 from card_copy k where k.person_id = c.other_person_id and k.issued_at >= m.at) then 'card' end,
      case when p.merged_into is not null then 'merge' end], null)
    from person_case c join person_merge m on m.case_id = c.case_id and m.tx_to = 9223372036854775807 join person p on p.person_id = m.into_person
   where c.case_id = asked and (c.from_body = any ((select session_bodies())::uuid[]) or c.to_body = any ((select session_bodies())::uuid[]))
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.stands_on_nothing(asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select exists (
    select 1 from person_case c join person p on p.person_id = c.person_id
     where c.case_id = asked and c.state = 'done' and p.body_id = c.to_body and p.version = c.written_version
       and (c.from_body = any ((select session_bodies())::uuid[]) or c.to_body = any ((select session_bodies())::uuid[]))
       and not exists (select 1 from item i where i.person_id = p.person_id
         and i.state in ('received', 'checked', 'waiting-match', 'awaiting-confirmation', 'held', 'confirmed'))
       and not exists (select 1 from person_case o where o.person_id = p.person_id and o.case_id <> c.case_id and o.kind <> 'dual_claim' and o.ended_at is null))
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.submission_hidden_draft(of_body uuid, bytes bytea, of_submission uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select of_body = any ((select session_bodies())::uuid[]) and exists (select 1 from submission_file f
    where f.body_id = of_body and f.submitted_at is null and f.stage <> 'withdrawn' and (f.sha256 = bytes or f.submission_id = of_submission)
      and not (f.body_id = any ((select session_making_bodies())::uuid[]) or f.sender_id = (select session_person())))
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.supersede_card(of_person uuid, of_card uuid, why text, at timestamp with time zone, until timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  begin
    if at > latest_true_time() then
      raise exception 'E-CLOCK-AHEAD' using errcode = 'insufficient_privilege';
    end if;
    update card c set state = 'CHUYEN_TIEP', end_reason = why, superseded_at = at, overlap_until = until
     where c.person_id = of_person and c.card_id = of_card and c.state = 'HIEU_LUC' and c.body_id = any ((select session_registering_bodies())::uuid[]);
    return found;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.take_consent_code(asked text)
 RETURNS TABLE(person_id uuid, salt bytea)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with taken as (
    update consent_code c set taken_by = session_person(), taken_tx = record_tx()
     where not is_kept_apart(c.person_id) and c.code_hash = asked and c.taken_by is null and c.expires_at > now() and cardinality(session_bodies_that_may('consent.use')) > 0
    returning c.person_id)
  select t.person_id, s.salt from taken t join person_salt s on s.person_id = t.person_id
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.today_in_vietnam()
 RETURNS date
 LANGUAGE sql
 STABLE
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select (now() at time zone 'Asia/Ho_Chi_Minh')::date
$function$;
-- may be called by: anybody

CREATE OR REPLACE FUNCTION congvu.touched_by_merger(event uuid)
 RETURNS TABLE(person_id uuid, body_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select s.person_id, p.body_id from change_scope s join person p using (person_id) where s.event_id = event and event = session_change() order by s.person_id
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.under_way(people uuid[], beside uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select array_remove(array[
    case when exists (select 1 from item i where i.person_id = any (people)
      and i.state in ('received', 'checked', 'waiting-match', 'awaiting-confirmation', 'held', 'returned', 'confirmed')) then 'item' end,
    case when exists (select 1 from person_case c where (c.person_id = any (people) or c.other_person_id = any (people)) and c.case_id is distinct from beside and c.ended_at is null) then 'case' end,
    case when exists (select 1 from person_case c where c.kind = 'secondment' and c.person_id = any (people) and c.state = 'done') then 'secondment' end,
    case when exists (select 1 from person_case c where c.kind = 'concurrent' and c.person_id = any (people) and c.state = 'done') then 'concurrent' end], null)
$function$;
-- may be called by: its owner alone

CREATE OR REPLACE FUNCTION congvu.under_way_of_case(asked uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  select under_way(array[c.person_id, c.other_person_id], asked) || array_remove(array[case when exists (select 1 from person p
      where (p.person_id in (c.person_id, c.other_person_id) and p.merged_into is not null) or p.merged_into = c.person_id) then 'merged' end], null)
    from person_case c where c.case_id = asked and c.kind = 'same_human' and (c.from_body = any ((select session_bodies())::uuid[]) or c.to_body = any ((select session_bodies())::uuid[]))
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.undo_held(undone uuid, OUT people integer, OUT events integer, OUT done boolean)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with e as (select * from change_event where event_id = undone),
  l as (select from_id, to_id from change_link where event_id = undone),
  scope as (select bodies_before(l.from_id, e.tx) || l.to_id as bodies from e, l),
  wrote as (select r.* from e, l, change_scope s join person_reach r using (person_id) where s.event_id = undone and r.tx_from = e.tx and r.body_id in (l.from_id, l.to_id)),
  lost as (
    select w.person_id from wrote w where not exists (select 1 from person_reach n where n.person_id = w.person_id and n.body_id = w.body_id and n.why = w.why
       and n.valid_from = w.valid_from and n.valid_to = w.valid_to and n.tx_to = 9223372036854775807)
    union
    select s.person_id from l, change_scope s join person p using (person_id) where s.event_id = undone and (
       p.body_id is distinct from case when s.body_id = l.from_id then l.to_id else s.body_id end
       or p.managing_body_id is distinct from case when s.managing_body_id = l.from_id then l.to_id else s.managing_body_id end
       or p.using_body_id is distinct from case when s.using_body_id = l.from_id then l.to_id else s.using_body_id end)),
  touched as (
    select by_event as id from body_version, scope where body_id = any (bodies) union select closed_by from body_version, scope where body_id = any (bodies)
    union select by_event from body_code, scope where body_id = any (bodies) union select closed_by from body_code, scope where body_id = any (bodies)
    union select by_event from establishment, scope where body_id = any (bodies) union select closed_by from establishment, scope where body_id = any (bodies)
    union select by_event from body_attribute, scope where body_id = any (bodies) union select closed_by from body_attribute, scope where body_id = any (bodies))
  select (select count(*)::int from lost),
    (select count(*)::int from touched t join change_event o on o.event_id = t.id, e where o.tx > e.tx and o.kind <> 'lien_he' and o.reverses is null
       and not exists (select 1 from change_event u where u.reverses = o.event_id)),
    exists (select 1 from change_event u where u.reverses = undone)
   where cardinality((select session_bodies_that_may('bodies.change'))::uuid[]) > 0
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.undo_merger(event uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  declare this_tx bigint := record_tx(); u record; e change_event; l change_link; now_is text;
  begin
    for u in select * from merger_in_force(event, 'undo') loop
      select * into e from change_event where event_id = u.undone;
      select * into l from change_link where event_id = u.undone;
      if l.to_id is distinct from u.source or not exists (select 1 from change_event where event_id = event and reverses = u.undone) then
        raise exception 'an undo names its merger';
      end if;
      -- Bodies: what the merger wrote ends, by its content, for a later change and its undo may have written it again; what it closed is written again.
      update body_version n set tx_to = this_tx, closed_by = event from body_version w
       where w.by_event = u.undone and n.body_id = w.body_id and n.tx_to = 9223372036854775807
         and (n.parent_id, n.managing_id, n.name, n.short_name, n.kind, n.level, n.valid_from, n.valid_to) is not distinct from (w.parent_id, w.managing_id, w.name, w.short_name, w.kind, w.level, w.valid_from, w.valid_to);
      insert into body_version (body_id, version, parent_id, managing_id, name, short_name, kind, level, valid_from, valid_to, tx_from, by_event, source, confidence)
        select r.body_id, (select max(v.version) from body_version v where v.body_id = r.body_id) + row_number() over (partition by r.body_id order by r.valid_from),
               r.parent_id, r.managing_id, r.name, r.short_name, r.kind, r.level, r.valid_from, r.valid_to, this_tx, event, r.source, r.confidence
          from body_version r where r.closed_by = u.undone;
      update body_code n set tx_to = this_tx, closed_by = event from body_code w
       where w.by_event = u.undone and (n.scheme, n.code, n.body_id, n.valid_from, n.valid_to) = (w.scheme, w.code, w.body_id, w.valid_from, w.valid_to) and n.tx_to = 9223372036854775807;
      insert into body_code (scheme, code, body_id, valid_from, valid_to, tx_from, by_event, confidence, source)
        select r.scheme, r.code, r.body_id, r.valid_from, r.valid_to, this_tx, event, r.confidence, r.source from body_code r where r.closed_by = u.undone;
      update body_attribute n set tx_to = this_tx, closed_by = event from body_attribute w
       where w.by_event = u.undone and (n.body_id, n.name, n.value, n.valid_from, n.valid_to) = (w.body_id, w.name, w.value, w.valid_from, w.valid_to) and n.tx_to = 9223372036854775807;
      insert into body_attribute (body_id, name, value, valid_from, valid_to, tx_from, by_event, confidence)
        select r.body_id, r.name, r.value, r.valid_from, r.valid_to, this_tx, event, r.confidence from body_attribute r where r.closed_by = u.undone;
      update establishment n set tx_to = this_tx, closed_by = event from establishment w
       where w.by_event = u.undone and (n.body_id, n.kind, n.year, n.posts, n.valid_from, n.valid_to) = (w.body_id, w.kind, w.year, w.posts, w.valid_from, w.valid_to) and n.tx_to = 9223372036854775807;
      insert into establishment (body_id, kind, year, posts, decision, valid_from, valid_to, tx_from, by_event)
        select r.body_id, r.kind, r.year, r.posts, r.decision, r.valid_from, r.valid_to, this_tx, event from establishment r where r.closed_by = u.undone;
      insert into change_scope select event, p.person_id, p.body_id, p.managing_body_id, p.using_body_id from change_scope s join person p using (person_id) where s.event_id = u.undone;
      update person p set body_id = s.body_id, managing_body_id = s.managing_body_id, using_body_id = s.using_body_id
        from change_scope s where s.event_id = u.undone and p.person_id = s.person_id
         and (p.body_id, p.managing_body_id, p.using_body_id) is distinct from (s.body_id, s.managing_body_id, s.using_body_id);
      update person_reach n set tx_to = this_tx from change_scope s join person_reach w using (person_id)
       where s.event_id = u.undone and w.tx_from = e.tx and w.body_id in (l.from_id, l.to_id)
         and n.person_id = w.person_id and n.body_id = w.body_id and n.why = w.why and n.valid_from = w.valid_from and n.valid_to = w.valid_to and n.tx_to = 9223372036854775807;
      insert into person_reach (person_id, body_id, why, valid_from, valid_to, by_case, tx_from)
        select r.person_id, r.body_id, r.why, r.valid_from, r.valid_to, r.by_case, this_tx from change_scope s join person_reach r using (person_id)
         where s.event_id = u.undone and r.tx_to = e.tx and r.tx_from <> e.tx and r.body_id in (l.from_id, l.to_id);
      update role_grant n set tx_to = this_tx, closed_by = session_person() from role_grant w
       where w.tx_from = e.tx and w.body_id = l.to_id and w.role = 'CA_NHAN' and n.account_id = w.account_id and n.role = w.role and n.body_id = w.body_id and n.tx_to = 9223372036854775807;
      with old as (select g.*, gen_random_uuid() as fresh from role_grant g where g.body_id = l.from_id and g.tx_to = e.tx)
      insert into role_grant (grant_id, account_id, role, body_id, valid_from, valid_to, granted_by, named, acts, delegated_from, delegated_by, basis, tx_from)
        select o.fresh, o.account_id, o.role, o.body_id, o.valid_from, o.valid_to, o.granted_by, o.named, o.acts,
               coalesce((select f.fresh from old f where f.grant_id = o.delegated_from), o.delegated_from), o.delegated_by, o.basis, this_tx from old o;
      now_is := scope_digest(u.undone, bodies_before(l.from_id, e.tx) || l.to_id, array[l.from_id]);
      update change_event set hash_before = e.hash_after, hash_after = now_is where event_id = event;
      if now_is is distinct from e.hash_before then
        raise exception 'an undo would leave another state than there was: % instead of %', now_is, e.hash_before;
      end if;
    end loop;
    return now_is;
  end
$function$;
-- may be called by: congvu_app

CREATE OR REPLACE FUNCTION congvu.value_report_counts(root uuid)
 RETURNS TABLE(body_id uuid, reported integer, reported_late integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $function$
  with mine as materialized (
    select b as body_id from unnest(bodies_below(array[root], today_in_vietnam())) as b where b = any ((select session_bodies_that_may('board.read'))::uuid[]))
  select p.body_id, count(*)::int, count(*) filter (where r.due_on < today_in_vietnam())::int
    from value_report r join person p on p.person_id = standing_person(r.person_id) join mine m on m.body_id = p.body_id
   where r.outcome is null group by p.body_id
$function$;
-- may be called by: congvu_app
