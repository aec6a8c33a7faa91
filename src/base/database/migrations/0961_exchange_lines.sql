-- Up Migration
-- A line of a section goes by the key that its sender gave it: the number of the register is ours. Decision 0119.
create table exchange_line (
  person_id uuid not null,
  body_id uuid not null references exchange_source,
  section text not null,
  key text not null check (length(key) between 1 and 200),
  line text not null,
  primary key (person_id, body_id, section, key),
  unique (person_id, body_id, section, line)
);
comment on table exchange_line is 'room: doors/exchange. How a source calls a line that it added: its own key, and the number that the register gave it.';
alter table exchange_line enable row level security;
alter table exchange_line force row level security;
create policy exchange_line_owner on exchange_line for all to congvu_owner using (true) with check (true);
-- Read by whoever checks a batch of the body, written by who judges it.
create policy exchange_line_see on exchange_line for select to congvu_app using ((select session_is_system()) and body_id = any ((select session_bodies())::uuid[]));
create policy exchange_line_add on exchange_line for insert to congvu_app with check ((select session_is_system()) and (select session_of_all_bodies()));
create policy exchange_line_kept_apart on exchange_line as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
grant select, insert on exchange_line to congvu_app;

-- What a person's erasure reaches, the newest of all: with the keys of their lines.
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
