-- Up Migration
-- Erasing a person (hủy dữ liệu cá nhân) on a ground of the law: asked by who confirms for the managing body, decided by an administrator above, carried
-- out by the installation. Decision 0093. New tables and functions alone: servers of the release before go on beside.

-- The list of erasures is kept beside the tables and outlives them: it is added to, never changed or taken away by the product.
alter table stored_file drop constraint stored_file_area_check;
alter table stored_file add constraint stored_file_area_check check (area in ('blobs', 'audit', 'card', 'erasures'));
drop policy stored_file_remove on stored_file;
drop policy stored_file_replace on stored_file;
create policy stored_file_remove on stored_file for delete to congvu_app using (area not in ('blobs', 'erasures'));
create policy stored_file_replace on stored_file for update to congvu_app using (area not in ('blobs', 'erasures')) with check (area not in ('blobs', 'erasures'));

create table erasure (
  person_id uuid not null,
  erasure_id uuid not null,
  body_id uuid not null references body,
  ground text not null check (ground ~ '^[A-Z_]{2,30}$'),
  paper jsonb not null check (jsonb_typeof(paper) = 'object'),
  reason_sealed bytea,
  asked_by uuid not null references account (account_id),
  asked_name text not null,
  asked_at timestamptz not null,
  ends_at timestamptz not null,
  state text not null default 'asked' check (state in ('asked', 'granted', 'done', 'refused', 'withdrawn', 'lapsed')),
  decided_by uuid references account (account_id),
  decided_name text,
  decided_at timestamptz,
  refusal text check (length(refusal) between 1 and 500),
  done_at timestamptz,
  counts jsonb,
  bytes text[] not null default '{}',
  own_account uuid,
  primary key (person_id, erasure_id),
  constraint erasure_decided check ((state in ('granted', 'done', 'refused')) = (decided_by is not null) and (decided_by is null) = (decided_at is null)),
  constraint erasure_refused check ((state = 'refused') = (refusal is not null)),
  constraint erasure_done check ((state = 'done') = (done_at is not null)),
  check (decided_by is distinct from asked_by)
);
comment on table erasure is 'room: record/erasure. That somebody is to be erased: on which ground and paper, asked and decided by whom, what was destroyed. The reason is sealed under the key of the person and goes with it.';
create unique index erasure_open on erasure (person_id) where state in ('asked', 'granted');
create index erasure_of_body on erasure (body_id, asked_at desc);
create index erasure_due on erasure (asked_at) where state in ('asked', 'granted');
create index erasure_of_account on erasure (own_account) where own_account is not null;
alter table erasure enable row level security;
alter table erasure force row level security;
create policy erasure_owner on erasure to congvu_owner using (true) with check (true);
create policy erasure_see on erasure for select to congvu_app using (
  body_id = any ((select session_bodies_that_may('erasure.read'))::uuid[])
  or own_account = (select session_person()) or (select session_keeps_log()));
create policy erasure_ask on erasure for insert to congvu_app with check (
  body_id = any ((select session_bodies_that_may('erasure.ask'))::uuid[])
  and asked_by = (select session_person()) and state = 'asked' and not is_session_human_of(person_id)
  and exists (select 1 from person p where p.person_id = erasure.person_id and p.body_id = erasure.body_id));
create policy erasure_decide on erasure for update to congvu_app using (
  state = 'asked' and body_id = any ((select session_bodies_that_may('erasure.decide'))::uuid[])
  and not is_session_human(asked_by, null) and not is_session_human_of(person_id))
  with check (state in ('granted', 'refused') and decided_by = (select session_person())
  and body_id = any ((select session_bodies_that_may('erasure.decide'))::uuid[])
  and not is_session_human(asked_by, null) and not is_session_human_of(person_id));
create policy erasure_take_back on erasure for update to congvu_app using (
  state = 'asked' and body_id = any ((select session_bodies_that_may('erasure.ask'))::uuid[]))
  with check (state = 'withdrawn' and body_id = any ((select session_bodies_that_may('erasure.ask'))::uuid[]));
create policy erasure_end on erasure for update to congvu_app using ((select session_keeps_log()))
  with check ((select session_keeps_log()) and state in ('granted', 'done', 'lapsed'));
grant select on erasure to congvu_app;
grant insert (person_id, erasure_id, body_id, ground, paper, reason_sealed, asked_by, asked_name, asked_at, ends_at) on erasure to congvu_app;
grant update (state, decided_by, decided_name, decided_at, refusal, done_at, counts, bytes, own_account) on erasure to congvu_app;

-- Whose rows go with a person: the record itself, and what other bodies had claimed of the same number and nobody registered.
create function erased_with(of_person uuid) returns uuid[] language sql stable security definer set search_path = congvu, pg_temp as $$
  select array(select of_person union
    select other.person_id from national_id n join national_id other on other.id_hash = n.id_hash
     where n.person_id = of_person and n.state in ('registered', 'former') and other.state = 'claimed')
$$;

-- The files in which somebody was sent, each as submission/round.
create function erased_files(of_person uuid) returns text[] language sql stable security definer set search_path = congvu, pg_temp as $$
  select array(
    select l.submission_id || '/' || l.round from submission_line l
     where l.person_id = any (erased_with(of_person)) or l.id_hash in (select n.id_hash from national_id n where n.person_id = any (erased_with(of_person)))
    union
    select i.submission_id || '/' || i.round from item i where i.person_id = any (erased_with(of_person)))
$$;

-- The same for the installation's own session: what the list of erasures says beside the tables.
create function erasure_files(of_person uuid) returns text[] language plpgsql stable security definer set search_path = congvu, pg_temp as $$
  begin
    if not session_keeps_log() then
      raise exception 'E-ERASURE-REFUSED' using errcode = 'insufficient_privilege';
    end if;
    return erased_files(of_person);
  end
$$;

-- What of somebody's matters is not over; each is settled first. Names of kinds alone.
create function erasure_stands_against(of_person uuid) returns text[] language plpgsql stable security definer set search_path = congvu, pg_temp as $$
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
    return the_standing;
  end
$$;

-- Destroys what the tables hold of somebody; rows that acts of the log speak of stay without content. As the owner alone: `erase_person` and a restore.
-- of_files: files in which they were sent, as the list of erasures has them: in an older copy nobody may be claimed by them yet.
create function erase_rows_of(of_person uuid, of_files text[], erased_at timestamptz) returns jsonb language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  declare
    the_people uuid[] := erased_with(of_person);
    the_numbers bytea[] := array(select k.id_hash from national_id k where k.person_id = any (the_people));
    the_files text[] := of_files || erased_files(of_person);
    the_accounts uuid[] := array(select a.account_id from account a where a.identity = any (the_numbers));
    the_ours uuid[];
    the_nothing bytea := decode(repeat('00', 32), 'hex');
    the_counts jsonb := '{}'; the_n bigint; the_one record; the_hashes text[];
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
    update person_case set sealed = null, answer_sealed = null, number_hash = the_nothing
     where person_id = any (the_people) or other_person_id = any (the_people) or number_hash = any (the_numbers);
    update person_merge set number_hash = the_nothing where merged_person = any (the_people) or into_person = any (the_people);
    delete from value_report_act where person_id = any (the_people);
    delete from value_report where person_id = any (the_people);
    update reading_complaint set reason = repeat('-', 10), answer = case when answer is null then null else repeat('-', 10) end where person_id = any (the_people);
    update legal_clock set void_at = erased_at where person_id = any (the_people) and done_at is null and void_at is null;
    update record_reopening set sealed = null where person_id = any (the_people);
    delete from service_end where person_id = any (the_people);
    delete from notice where subject_id = any (the_people) or account_id = any (the_ours);
    delete from notice_address where account_id = any (the_ours);
    delete from identity_link where account_id = any (the_ours);
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
      select e.event_id, e.at from audit_event e where e.listed <> '{}' and e.listed && the_people);
    get diagnostics the_n = row_count;
    the_counts := the_counts || jsonb_build_object('payloads', the_n);
    return jsonb_build_object('people', to_jsonb(the_people), 'accounts', to_jsonb(the_ours), 'files', to_jsonb(the_files), 'bytes', to_jsonb(the_hashes), 'counts', the_counts);
  end
$$;

-- Carries out what two people decided. By the installation's own session, once.
create function erase_person(of_person uuid, of_erasure uuid, erased_at timestamptz) returns jsonb language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
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
$$;

-- Where bytes stand in the database, the product may not take them away by itself: only those that a carried out erasure names.
create function erasure_forget_bytes(hash text) returns void language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  begin
    if not session_keeps_log() or not exists (select 1 from erasure e where e.state = 'done' and hash = any (e.bytes)) then
      raise exception 'E-ERASURE-REFUSED' using errcode = 'insufficient_privilege';
    end if;
    delete from stored_file where area = 'blobs' and name = left(hash, 2) || '/' || hash;
  end
$$;

revoke all on function erased_with(uuid), erased_files(uuid), erasure_files(uuid), erasure_stands_against(uuid), erase_rows_of(uuid, text[], timestamptz),
  erase_person(uuid, uuid, timestamptz), erasure_forget_bytes(text) from public;
grant execute on function erasure_files(uuid), erasure_stands_against(uuid), erase_person(uuid, uuid, timestamptz), erasure_forget_bytes(text) to congvu_app;
