-- Up Migration
-- What a person declares about the own record, with the sentence of truth: kept group by group until it is sent, then brought into the intake. Decision 0104.
create table declaration (
  person_id uuid not null,
  declaration_id uuid not null,
  body_id uuid not null references body,
  by_account uuid not null references account,
  kind text not null check (kind in ('first', 'update')),
  opened_at timestamptz not null,
  sent_at timestamptz,
  sent_tx bigint,
  as_of_version int,
  truth text,
  right_groups text[] not null default '{}',
  changed_groups text[] not null default '{}',
  content_sealed bytea,
  submission_id uuid references submission,
  round int,
  primary key (person_id, declaration_id),
  check ((sent_at is null) = (content_sealed is null) and (sent_at is null) = (truth is null) and (sent_at is null) = (sent_tx is null)),
  check ((sent_at is null) = (as_of_version is null)),
  check ((submission_id is null) = (round is null) and (submission_id is null or sent_at is not null))
);
comment on table declaration is 'room: record/declarations. What a person declares of the own record and attests as true: a draft until it is sent, then sealed as it was sent, and the submission that brought it in.';
comment on column declaration.as_of_version is 'the version of the record that the person saw when they attested';
comment on column declaration.truth is 'code of the sentence of truth (dated data)';
comment on column declaration.changed_groups is 'groups in which something was filled in or changed';
create unique index declaration_one_draft on declaration (person_id) where sent_at is null;
create index declaration_to_bring on declaration (sent_at) where sent_at is not null and submission_id is null;
create index declaration_submission on declaration (submission_id) where submission_id is not null;

create table declaration_group (
  person_id uuid not null,
  declaration_id uuid not null,
  group_code text not null,
  mark text not null check (mark in ('right', 'changed')),
  cells_sealed bytea not null,
  saved_at timestamptz not null,
  primary key (person_id, declaration_id, group_code),
  foreign key (person_id, declaration_id) references declaration
);
comment on table declaration_group is 'room: record/declarations. One group of a draft: seen and right, or what was filled in, sealed under the salt of the person.';

do $do$
  declare t text;
begin
  foreach t in array array['declaration', 'declaration_group'] loop
    execute format('alter table %I enable row level security; alter table %I force row level security;', t, t);
    execute format('create policy %I on %I for all to congvu_owner using (true) with check (true)', t || '_owner', t);
  end loop;
end $do$;

create policy declaration_own on declaration for select to congvu_app using (person_id = any ((select session_own_people())::uuid[]));
create policy declaration_system on declaration for select to congvu_app using ((select session_is_system()) and (select session_of_all_bodies()));
-- Only its person opens, fills in and sends it; what was sent is never changed by them.
create policy declaration_open on declaration for insert to congvu_app with check (person_id = (select session_own_person()) and by_account = (select session_person())
  and sent_at is null and submission_id is null and body_id = (select p.body_id from person p where p.person_id = declaration.person_id));
create policy declaration_send on declaration for update to congvu_app
  using (person_id = (select session_own_person()) and sent_at is null)
  with check (person_id = (select session_own_person()) and submission_id is null and (sent_tx is null or sent_tx = (select record_tx())));
-- The background brings it in, once.
create policy declaration_bring on declaration for update to congvu_app
  using (sent_at is not null and submission_id is null and (select session_is_system()) and (select session_of_all_bodies()))
  with check (submission_id is not null);
grant select on declaration to congvu_app;
grant insert (person_id, declaration_id, body_id, by_account, kind, opened_at) on declaration to congvu_app;
grant update (sent_at, sent_tx, as_of_version, truth, right_groups, changed_groups, content_sealed, submission_id, round) on declaration to congvu_app;

create policy declaration_group_own on declaration_group for select to congvu_app using (person_id = any ((select session_own_people())::uuid[]));
create policy declaration_group_write on declaration_group for insert to congvu_app with check (exists (select 1 from declaration d
  where d.person_id = declaration_group.person_id and d.declaration_id = declaration_group.declaration_id and d.sent_at is null and d.person_id = (select session_own_person())));
create policy declaration_group_change on declaration_group for update to congvu_app using (exists (select 1 from declaration d
  where d.person_id = declaration_group.person_id and d.declaration_id = declaration_group.declaration_id and d.sent_at is null and d.person_id = (select session_own_person())));
grant select on declaration_group to congvu_app;
grant insert (person_id, declaration_id, group_code, mark, cells_sealed, saved_at) on declaration_group to congvu_app;
grant update (mark, cells_sealed, saved_at) on declaration_group to congvu_app;

-- How what was sent stands in the intake: numbers, stages and counts for its person; nothing of who works on it.
create function own_declarations() returns table (declaration_id uuid, upload_number text, stage text, rejected int, receipt text, waiting int, returned int, registered int, reasons jsonb, problems text[])
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select d.declaration_id, s.upload_number, f.stage, f.rejected,
         (select r.receipt_number from receipt r where r.submission_id = d.submission_id and r.round = d.round and r.kind = 'R1' limit 1),
         i.waiting, i.returned, i.registered, i.reasons,
         (select coalesce(array_agg(distinct p.code), '{}') from submission_problem p
           where p.submission_id = d.submission_id and p.round = d.round and p.severity = 'error')
    from declaration d
    join submission s on s.submission_id = d.submission_id
    join submission_file f on f.submission_id = d.submission_id and f.round = d.round
    cross join lateral (
      select count(*) filter (where it.state not in ('registered', 'returned', 'withdrawn', 'superseded'))::int as waiting,
             count(*) filter (where it.state = 'returned')::int as returned,
             count(*) filter (where it.state = 'registered')::int as registered,
             coalesce(jsonb_agg(jsonb_build_object('group', it.group_code, 'decision', it.decision)) filter (where it.state = 'returned'), '[]') as reasons
        from item it where it.submission_id = d.submission_id and it.round = d.round and it.person_id = standing_person(d.person_id)) i
   where d.person_id = any ((select session_own_people())::uuid[])
$$;
revoke all on function own_declarations() from public;
grant execute on function own_declarations() to congvu_app;

-- What a person declares ends their own term for it, in the transaction that sends it and in no other.
create function legal_clock_declared(at timestamptz, of_term text)
  returns table (clock_id uuid, person_id uuid, body_id uuid, term text, about text, late boolean)
  language sql volatile security definer set search_path = congvu, pg_temp as $$
  update legal_clock c set done_at = $1
   where c.person_id = any ((select session_own_people())::uuid[]) and c.term = $2 and c.about = 'record' and c.done_at is null and c.void_at is null
     and exists (select 1 from declaration d where d.person_id = (select session_own_person()) and d.sent_tx = (select record_tx()))
  returning c.clock_id, c.person_id, c.body_id, c.term, c.about, c.due_at <= $1
$$;
revoke all on function legal_clock_declared(timestamptz, text) from public;
grant execute on function legal_clock_declared(timestamptz, text) to congvu_app;

-- What a person sends in their own name waits for no head of the body: nobody holds back what the law asks of them.
alter policy submission_file_approved on submission_file
  with check (stage <> 'submitted' or (door = 'declaration' and (select session_is_system())) or not sending_needs_approval(body_id, submitted_at)
    or sending_was_approved(submission_id, round, approved_identity));

-- Whoever is erased has no draft, and of what they declared only that they did. Decision 0093.
create or replace function erase_rows_of(of_person uuid, of_files text[], erased_at timestamptz) returns jsonb language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
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
$$;
