-- Up Migration
-- A body outside somebody's personnel work looks into the record by that person's consent, and by nothing else: asked by a code that the person hands over, given, withdrawn,
-- ended by its last day. Decision 0099.

-- The own person and the records that were joined to it: what was consented to before a merger holds after it.
create function session_own_people() returns uuid[] language sql stable security definer set search_path = congvu, pg_temp as $$
  with recursive mine as (
    select session_own_person() as person_id where session_own_person() is not null
    union
    select p.person_id from mine m join person p on p.merged_into = m.person_id)
  select coalesce(array_agg(m.person_id), '{}') from mine m
$$;
revoke all on function session_own_people() from public;
grant execute on function session_own_people() to congvu_app;

create table consent_code (
  person_id uuid not null primary key,
  code_hash text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  taken_by uuid references account,
  taken_tx bigint,
  check (expires_at > made_at and expires_at <= made_at + interval '1 hour'),
  check ((taken_by is null) = (taken_tx is null))
);
comment on table consent_code is 'room: record/consent. The code by which a person lets somebody ask for consent: one at a time, short-lived, taken once; only its keyed hash.';

create index consent_code_by_hash on consent_code (code_hash);

create table consent (
  person_id uuid not null,
  consent_id uuid not null,
  body_id uuid not null references body,
  asked_by uuid not null references account,
  asked_by_name text not null,
  purpose text not null,
  reason_sealed bytea not null,
  groups text[] not null,
  fields text[] not null,
  until date not null,
  asked_at timestamptz not null,
  answer_by date not null,
  state text not null default 'asked' check (state in ('asked', 'given', 'refused', 'withdrawn', 'taken-back')),
  given_groups text[],
  given_fields text[],
  covers text[],
  answered_at timestamptz,
  ended_at timestamptz,
  primary key (person_id, consent_id),
  check (cardinality(groups) + cardinality(fields) > 0),
  check ((state in ('given', 'withdrawn')) = (covers is not null)),
  check ((covers is null) = (given_groups is null) and (covers is null) = (given_fields is null)),
  check (covers is null or cardinality(covers) > 0),
  check (given_groups <@ groups and given_fields <@ fields and given_groups <@ covers),
  check ((state in ('given', 'refused', 'withdrawn')) = (answered_at is not null)),
  check ((state in ('withdrawn', 'taken-back')) = (ended_at is not null))
);
comment on table consent is 'room: record/consent. What a body asks of a person to be shown, for what and until when; what the person gave of it, and when they withdrew it.';
create index consent_by_id on consent (consent_id);
create index consent_of_body on consent (body_id, asked_at desc, consent_id);

create table consent_look (
  person_id uuid not null,
  consent_id uuid not null,
  event_id uuid not null,
  by_account uuid not null references account,
  by_name text not null,
  at timestamptz not null,
  tx bigint not null default record_tx(),
  primary key (person_id, consent_id, event_id),
  foreign key (person_id, consent_id) references consent
);
comment on table consent_look is 'room: record/consent. A look into a record by a consent: the row of the log that it left. Without one of this transaction no value is read.';
create index consent_look_event on consent_look (event_id);

do $do$
  declare t text;
begin
  foreach t in array array['consent_code', 'consent', 'consent_look'] loop
    execute format('alter table %I enable row level security; alter table %I force row level security;', t, t);
    execute format('create policy %I on %I for all to congvu_owner using (true) with check (true)', t || '_owner', t);
  end loop;
end $do$;

-- A code is its person's; whoever took it sees that it was taken, in that transaction alone.
create policy consent_code_own on consent_code for all to congvu_app using (person_id = (select session_own_person()))
  with check (person_id = (select session_own_person()) and taken_by is null);
create policy consent_code_taken on consent_code for select to congvu_app using (taken_by = (select session_person()) and taken_tx = (select record_tx()));
grant select, delete on consent_code to congvu_app;
grant insert (person_id, code_hash, made_at, expires_at) on consent_code to congvu_app;
grant update (code_hash, made_at, expires_at, taken_by, taken_tx) on consent_code to congvu_app;

-- Takes a code: once, in time, and only for who may ask. The salt is for sealing the reason; it opens nothing that the taker has.
create function take_consent_code(asked text) returns table (person_id uuid, salt bytea) language sql volatile security definer set search_path = congvu, pg_temp as $$
  with taken as (
    update consent_code c set taken_by = session_person(), taken_tx = record_tx()
     where c.code_hash = asked and c.taken_by is null and c.expires_at > now() and cardinality(session_bodies_that_may('consent.use')) > 0
    returning c.person_id)
  select t.person_id, s.salt from taken t join person_salt s on s.person_id = t.person_id
$$;
revoke all on function take_consent_code(text) from public;
grant execute on function take_consent_code(text) to congvu_app;

create policy consent_see on consent for select to congvu_app using (body_id = any ((select session_bodies_that_may('consent.use'))::uuid[]));
create policy consent_own on consent for select to congvu_app using (person_id = any ((select session_own_people())::uuid[]));
-- Nobody asks about somebody whose code they did not take in this very transaction.
create policy consent_ask on consent for insert to congvu_app with check (state = 'asked' and asked_by = (select session_person())
  and body_id = any ((select session_bodies_that_may('consent.use'))::uuid[]) and until > (select today_in_vietnam()) - 1
  and exists (select 1 from consent_code c where c.person_id = consent.person_id and c.taken_by = (select session_person()) and c.taken_tx = (select record_tx())));
create policy consent_take_back on consent for update to congvu_app
  using (state = 'asked' and body_id = any ((select session_bodies_that_may('consent.use'))::uuid[])) with check (state = 'taken-back');
create policy consent_answer on consent for update to congvu_app
  using (state in ('asked', 'given') and person_id = any ((select session_own_people())::uuid[]))
  with check (state in ('given', 'refused', 'withdrawn') and person_id = any ((select session_own_people())::uuid[]));
-- Only its person gives: what stands as given was written through the own door.
create policy consent_given_by_its_person on consent as restrictive for update to congvu_app using (true)
  with check (state = 'taken-back' or person_id = any ((select session_own_people())::uuid[]));
grant select on consent to congvu_app;
grant insert (person_id, consent_id, body_id, asked_by, asked_by_name, purpose, reason_sealed, groups, fields, until, asked_at, answer_by) on consent to congvu_app;
grant update (state, given_groups, given_fields, covers, answered_at, ended_at) on consent to congvu_app;

create policy consent_look_see on consent_look for select to congvu_app using (exists (select 1 from consent c where c.person_id = consent_look.person_id and c.consent_id = consent_look.consent_id));
-- A look is one that the log has: a reading of this person by this account in this transaction.
create policy consent_look_add on consent_look for insert to congvu_app with check (by_account = (select session_person())
  and exists (select 1 from consent c where c.person_id = consent_look.person_id and c.consent_id = consent_look.consent_id and c.state = 'given'
    and c.until >= (select today_in_vietnam()) and c.body_id = any ((select session_bodies_that_may('consent.use'))::uuid[]))
  and exists (select 1 from audit_event e where e.event_id = consent_look.event_id and e.act = 'consent.looked' and e.actor_id = (select session_person())
    and e.object_id = standing_person(consent_look.person_id) and e.tx = (select record_tx())));
grant select on consent_look to congvu_app;
grant insert (person_id, consent_id, event_id, by_account, by_name, at) on consent_look to congvu_app;

-- What the body that asked may be told beside its consents: the salt of the reason, and the name while the consent holds.
create function people_of_consents(asked uuid[]) returns table (consent_id uuid, salt bytea, full_name text)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select c.consent_id, s.salt, case when c.state = 'given' and c.until >= today_in_vietnam() then p.full_name end
    from consent c join person_salt s on s.person_id = c.person_id left join person p on p.person_id = standing_person(c.person_id)
   where c.consent_id = any (asked) and (c.body_id = any ((select session_bodies_that_may('consent.use'))::uuid[]) or c.person_id = any ((select session_own_people())::uuid[]))
$$;
revoke all on function people_of_consents(uuid[]) from public;
grant execute on function people_of_consents(uuid[]) to congvu_app;

-- The record as far as the consent reaches, while it holds, to who may use it and has left the row of the look in this transaction. No policy of people's tables says
-- anything of consents: searches, lists, exports and statistics have no way here.
create function consented_versions(asked uuid) returns table (person_id uuid, version int, tx bigint, valid_from date, groups text[], document text, sealed jsonb, source text,
    submission_id uuid, attestation_id uuid, list_edition int, retracted_tx bigint, salt bytea, managing_body_id uuid, using_body_id uuid)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select v.person_id, v.version, v.tx, v.valid_from, array(select g from unnest(v.groups) g where g = any (c.covers)),
         (select coalesce(jsonb_object_agg(d.key, d.value), '{}') from jsonb_each(v.document::jsonb) d where d.key = any (c.covers))::text,
         (select coalesce(jsonb_object_agg(d.key, d.value), '{}') from jsonb_each(v.sealed) d where d.key = any (c.covers)),
         v.source, v.submission_id, v.attestation_id, v.list_edition,
         (select nullif(m.tx_to, 9223372036854775807) from person_merge m where m.into_person = v.person_id and m.written_version = v.version), s.salt,
         case when 'A' = any (c.covers) then v.managing_body_id end, case when 'A' = any (c.covers) then v.using_body_id end
    from consent c join person_version v on v.person_id = standing_person(c.person_id) left join person_salt s on s.person_id = v.person_id
   where c.consent_id = asked and c.state = 'given' and c.until >= today_in_vietnam()
     and c.body_id = any ((select session_bodies_that_may('consent.use'))::uuid[])
     and exists (select 1 from consent_look l where l.person_id = c.person_id and l.consent_id = c.consent_id and l.by_account = session_person() and l.tx = record_tx())
   order by v.person_id, v.version
$$;
revoke all on function consented_versions(uuid) from public;
grant execute on function consented_versions(uuid) to congvu_app;

-- The row of the log that keeps the giving, with what it says: for the message that the person takes along.
create function log_rows_of_consent(asked uuid) returns table (event_id uuid, at timestamptz, tx bigint, log text, actor text, body_id uuid, role text, purpose text, act text, object text,
    revision int, payload_commit bytea, leaf_index bigint, salt bytea, sealed bytea)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select e.event_id, e.at, e.tx, e.log, e.actor, e.body_id, e.role, e.purpose, e.act, e.object, e.revision, e.payload_commit, l.leaf_index, p.salt, p.sealed
    from consent c join audit_event e on e.object_id = c.person_id and e.act = 'consent.given' and e.at >= c.answered_at and e.at < c.answered_at + interval '1 minute'
    join audit_payload p on p.event_id = e.event_id and p.at = e.at
    left join audit_leaf l on l.event_id = e.event_id and l.log = e.log
   where c.consent_id = asked and c.person_id = any ((select session_own_people())::uuid[])
$$;
revoke all on function log_rows_of_consent(uuid) from public;
grant execute on function log_rows_of_consent(uuid) to congvu_app;
