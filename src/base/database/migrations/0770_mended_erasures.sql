-- Up Migration
-- What was found in erasures, consents and terms (decisions 0093, 0097, 0099): a record that went to another agency is not erased by a question of the one before; values that stand in
-- the log under a submission go too; a code is not taken where no consent is needed; the term of a reported value goes along with its person.

create or replace function erasure_stands_against(of_person uuid) returns text[] language plpgsql stable security definer set search_path = congvu, pg_temp as $$
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
$$;

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
    update consent set reason_sealed = '', state = case when state = 'asked' then 'taken-back' when state = 'given' then 'withdrawn' else state end,
        ended_at = coalesce(ended_at, case when state in ('asked', 'given') then erased_at end) where person_id = any (the_people);
    update conversion set blinding = the_nothing where person_id = any (the_people);
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

-- In a restored copy an erasure stands as it stood then: what the list beside the tables carries out again may not have been decided there yet. What was granted about
-- somebody who then went to another agency lapses.
alter table erasure drop constraint erasure_decided;
alter table erasure add constraint erasure_decided check (
  (state not in ('granted', 'refused') or decided_by is not null) and (state not in ('asked', 'withdrawn') or decided_by is null)
  and (decided_by is null) = (decided_at is null));

-- Does this body see whoever made the code by its own authority? Asked before the code is taken; of no code, and of no body of the session, nothing is said.
create function consent_not_needed(asked text, for_body uuid) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select for_body = any ((select session_bodies_that_may('consent.use'))::uuid[]) and exists (
    select 1 from consent_code c join person_reach r on r.person_id = c.person_id
     where c.code_hash = asked and c.taken_by is null and c.expires_at > now()
       and r.body_id = for_body and r.why not in ('former', 'merged') and r.tx_to = 9223372036854775807
       and r.valid_from <= today_in_vietnam() and r.valid_to > today_in_vietnam())
$$;
revoke all on function consent_not_needed(text, uuid) from public;
grant execute on function consent_not_needed(text, uuid) to congvu_app;

-- Terms that go along with their person become the duty of the body that manages them now. For whoever may end them.
create function legal_clock_hand_over(people uuid[], of_term text)
  returns table (clock_id uuid, person_id uuid, body_id uuid, term text, about text, last_day date, from_body uuid)
  language sql volatile security definer set search_path = congvu, pg_temp as $$
  update legal_clock c set body_id = p.body_id
    from legal_clock was join person p on p.person_id = standing_person(was.person_id)
   where was.person_id = c.person_id and was.clock_id = c.clock_id and c.person_id = any (people) and c.term = of_term
     and c.done_at is null and c.void_at is null and c.body_id <> p.body_id and legal_clock_of_session(c.body_id, c.person_id)
  returning c.clock_id, c.person_id, c.body_id, c.term, c.about, c.last_day, was.body_id
$$;
revoke all on function legal_clock_hand_over(uuid[], text) from public;
grant execute on function legal_clock_hand_over(uuid[], text) to congvu_app;
