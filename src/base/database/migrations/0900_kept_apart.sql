-- Up Migration
-- A person's record is kept apart (Decree 27/2026, article 22): marked and unmarked by two people on a document; from then on nobody finds it but whoever
-- keeps such records for the body that manages it. The register holds no secret: the mark alone. Decision 0107.
create table kept_apart (
  person_id uuid not null,
  request_id uuid not null,
  kind text not null check (kind in ('mark', 'end')),
  ends uuid,
  body_id uuid not null references body,
  class text check (class ~ '^[A-Z_]{2,30}$'),
  paper jsonb not null check (jsonb_typeof(paper) = 'object'),
  from_day date not null,
  asked_by uuid not null references account (account_id),
  asked_name text not null,
  asked_at timestamptz not null,
  state text not null default 'asked' check (state in ('asked', 'granted', 'refused', 'withdrawn')),
  decided_by uuid references account (account_id),
  decided_name text,
  decided_at timestamptz,
  refusal text check (length(refusal) between 1 and 500),
  primary key (person_id, request_id),
  constraint kept_apart_kind check ((kind = 'mark') = (class is not null) and (kind = 'end') = (ends is not null)),
  constraint kept_apart_decided check ((state in ('granted', 'refused')) = (decided_by is not null) and (decided_by is null) = (decided_at is null)),
  constraint kept_apart_refused check ((state = 'refused') = (refusal is not null)),
  constraint kept_apart_two check (decided_by is distinct from asked_by)
);
comment on table kept_apart is 'room: record/kept-apart. That a record is to be kept apart, or is no more: on which document, of which class, asked and decided by whom. What is granted is never changed; a mark stands until an end of it is granted.';
create unique index kept_apart_open on kept_apart (person_id) where state = 'asked';
create unique index kept_apart_end on kept_apart (person_id, ends) where state = 'granted' and kind = 'end';
create index kept_apart_ended on kept_apart (ends) where state = 'granted' and kind = 'end';
create index kept_apart_marks on kept_apart (request_id) include (person_id) where state = 'granted' and kind = 'mark';
create index kept_apart_by_day on kept_apart (asked_at desc, request_id desc);

-- Ids under which a record that is kept apart stands: its own, the one that it was merged into, and those that were merged into it.
create function kept_apart_people() returns setof uuid language sql stable security definer rows 10 set search_path = congvu, pg_temp as $$
  with recursive apart (person_id) as (
    select k.person_id from kept_apart k where k.kind = 'mark' and k.state = 'granted'
       and not exists (select 1 from kept_apart e where e.ends = k.request_id and e.kind = 'end' and e.state = 'granted')
    union
    select o.person_id from apart a cross join lateral (
      select p.merged_into as person_id from person p where p.person_id = a.person_id and p.merged_into is not null
      union all
      select p.person_id from person p where p.merged_into = a.person_id) o)
  select a.person_id from apart a
$$;
revoke execute on function kept_apart_people() from public;

-- Whom this session does not find: all of them but those whose managing body it keeps such records for. Asked once a statement and table. Work of the
-- system is about everybody; what it brings out asks `kept_apart_among`.
create function session_hidden_people() returns setof uuid language plpgsql stable security definer rows 10 set search_path = congvu, pg_temp as $$
  declare bodies uuid[];
  begin
    if not exists (select 1 from kept_apart k where k.kind = 'mark' and k.state = 'granted') or session_is_system() then return; end if;
    bodies := session_bodies_that_may('kept-apart.read');
    return query select a from kept_apart_people() a left join person p on p.person_id = a
      where p.person_id is null or coalesce(p.body_id <> all (bodies), true);
  end
$$;
revoke execute on function session_hidden_people() from public;
grant execute on function session_hidden_people() to congvu_app;

-- Their numbers, by which lines of files go that are nobody's yet.
create function session_hidden_numbers() returns setof bytea language sql stable security definer rows 10 set search_path = congvu, pg_temp as $$
  select n.id_hash from session_hidden_people() h join national_id n on n.person_id = h
$$;
revoke execute on function session_hidden_numbers() from public;
grant execute on function session_hidden_numbers() to congvu_app;

-- Which of these records are kept apart, whoever asks: an outlet refuses them to everybody.
create function kept_apart_among(people uuid[]) returns setof uuid language plpgsql stable security definer rows 10 set search_path = congvu, pg_temp as $$
  begin
    if not exists (select 1 from kept_apart k where k.kind = 'mark' and k.state = 'granted') then return; end if;
    return query select a from kept_apart_people() a where a = any (people);
  end
$$;
revoke execute on function kept_apart_among(uuid[]) from public;
grant execute on function kept_apart_among(uuid[]) to congvu_app;
create function is_kept_apart(person uuid) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select exists (select 1 from kept_apart_among(array[person]))
$$;
revoke execute on function is_kept_apart(uuid) from public;
grant execute on function is_kept_apart(uuid) to congvu_app;

-- That the own record is kept apart, since when, and by which body: all that the person is told.
create function own_kept_apart(out body_id uuid, out from_day date) returns setof record language sql stable security definer rows 1 set search_path = congvu, pg_temp as $$
  select p.body_id, k.from_day from person p join kept_apart k on k.person_id in (select r.person_id from records_of_humans(array[p.person_id]) r)
   where p.person_id = session_own_person() and k.kind = 'mark' and k.state = 'granted'
     and not exists (select 1 from kept_apart e where e.ends = k.request_id and e.kind = 'end' and e.state = 'granted')
   order by k.from_day limit 1
$$;
revoke execute on function own_kept_apart() from public;
grant execute on function own_kept_apart() to congvu_app;

-- Files that hold a line of somebody whom this session does not find: they are not handed out whole.
create function file_holds_hidden(of_submission uuid) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select exists (select 1 from submission_line l where l.submission_id = of_submission
      and (l.person_id in (select session_hidden_people()) or l.id_hash in (select session_hidden_numbers())))
$$;
revoke execute on function file_holds_hidden(uuid) from public;
grant execute on function file_holds_hidden(uuid) to congvu_app;

-- What was given out of the record and is still good ends with the mark: cards with every copy, offers, codes of consents, lists that may name the person and
-- are not fetched yet. Of a granted mark alone, by who may grant it.
create function end_given_of_kept_apart(of_person uuid, ended_now timestamptz) returns int language plpgsql security definer set search_path = congvu, pg_temp as $$
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
$$;
revoke execute on function end_given_of_kept_apart(uuid, timestamptz) from public;
grant execute on function end_given_of_kept_apart(uuid, timestamptz) to congvu_app;

alter table kept_apart enable row level security;
alter table kept_apart force row level security;
create policy kept_apart_owner on kept_apart for all to congvu_owner using (true) with check (true);
create policy kept_apart_see on kept_apart for select to congvu_app using (
  (select session_of_all_bodies()) or exists (select 1 from person p where p.person_id = standing_person(kept_apart.person_id)
    and p.body_id = any ((select session_bodies_that_may('kept-apart.read'))::uuid[])));
create policy kept_apart_ask on kept_apart for insert to congvu_app with check (
  body_id = any ((select session_bodies_that_may('kept-apart.ask'))::uuid[]) and asked_by = (select session_person()) and state = 'asked'
  and not is_session_human_of(person_id) and exists (select 1 from person p where p.person_id = kept_apart.person_id and p.body_id = kept_apart.body_id)
  and (kind = 'end') = is_kept_apart(person_id));
create policy kept_apart_decide on kept_apart for update to congvu_app using (
  state = 'asked' and body_id = any ((select session_bodies_that_may('kept-apart.decide'))::uuid[])
  and not is_session_human(asked_by, null) and not is_session_human_of(person_id))
  with check (state in ('granted', 'refused') and decided_by = (select session_person())
  and body_id = any ((select session_bodies_that_may('kept-apart.decide'))::uuid[])
  and not is_session_human(asked_by, null) and not is_session_human_of(person_id));
create policy kept_apart_take_back on kept_apart for update to congvu_app using (
  state = 'asked' and asked_by = (select session_person()))
  with check (state = 'withdrawn' and asked_by = (select session_person()));
grant select on kept_apart to congvu_app;
grant insert (person_id, request_id, kind, ends, body_id, class, paper, from_day, asked_by, asked_name, asked_at) on kept_apart to congvu_app;
grant update (state, decided_by, decided_name, decided_at, refusal) on kept_apart to congvu_app;

-- Walls, on every table that holds rows of a person: whatever role, reach or route shows them, and whatever SQL asks.
create policy attestation_kept_apart on attestation as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy card_kept_apart on card as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy card_copy_kept_apart on card_copy as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy card_hold_kept_apart on card_hold as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy card_revocation_kept_apart on card_revocation as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy confirmation_sample_kept_apart on confirmation_sample as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy consent_kept_apart on consent as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy consent_code_kept_apart on consent_code as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy consent_look_kept_apart on consent_look as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy conversion_kept_apart on conversion as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy data_request_kept_apart on data_request as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy declaration_kept_apart on declaration as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy declaration_group_kept_apart on declaration_group as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy erasure_kept_apart on erasure as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy item_kept_apart on item as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy item_suggestion_kept_apart on item_suggestion as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy legal_clock_kept_apart on legal_clock as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy match_result_kept_apart on match_result as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy match_task_kept_apart on match_task as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy mismatch_kept_apart on mismatch as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy mismatch_act_kept_apart on mismatch_act as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy national_id_kept_apart on national_id as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy notice_kept_apart on notice as restrictive for select to congvu_app using (subject_id not in (select session_hidden_people()));
create policy person_kept_apart on person as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy person_case_kept_apart on person_case as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()) and (other_person_id is null or other_person_id not in (select session_hidden_people())));
create policy person_merge_kept_apart on person_merge as restrictive for select to congvu_app using (merged_person not in (select session_hidden_people()) and into_person not in (select session_hidden_people()));
create policy person_reach_kept_apart on person_reach as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy person_salt_kept_apart on person_salt as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy person_version_kept_apart on person_version as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy reading_complaint_kept_apart on reading_complaint as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy record_reopening_kept_apart on record_reopening as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy service_end_kept_apart on service_end as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy submission_answer_kept_apart on submission_answer as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy submission_line_kept_apart on submission_line as restrictive for select to congvu_app using ((person_id is null or person_id not in (select session_hidden_people())) and (id_hash is null or id_hash not in (select session_hidden_numbers())));
create policy value_report_kept_apart on value_report as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
create policy value_report_act_kept_apart on value_report_act as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
-- The log shows them to nobody else either; whoever keeps the log sees all, or it could not be checked.
create policy audit_event_kept_apart on audit_event as restrictive for select to congvu_app using (
  actor_id = (select session_person()) or object_id is null or object_id not in (select session_hidden_people()));
create policy audit_payload_kept_apart on audit_payload as restrictive for select to congvu_app using (
  object_id is null or object_id not in (select session_hidden_people()));
-- And no card begins for them.
create policy card_of_kept_apart on card as restrictive for insert to congvu_app with check (not is_kept_apart(person_id));

-- Nobody finds who is kept apart but whoever keeps them: the list is asked for as much longer as it may lose, so that no page ends early.
create or replace function search_people(wanted jsonb, number_hash bytea, within uuid[], after_key text, after_id uuid, at_most integer)
 RETURNS TABLE(person_id uuid, name text, birth text, body_id uuid, post text, job_title text, grade text, employee_kind text, work_status text, identity_level text, sort_key text, number_sealed bytea, salt bytea, by_body uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $$
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
$$;

create or replace function count_people(wanted jsonb, within uuid[], at_most integer)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $$
  declare asked uuid[]; beside uuid[]; hidden uuid[] := array(select session_hidden_people());
  begin
    select r.asked, r.beside into asked, beside from session_reach(within) r;
    return least(at_most, (select count(*) filter (where l.person_id <> all (hidden)) from people_listed(asked, beside, wanted - 'sort', null, null, at_most + cardinality(hidden)) l));
  end
$$;

-- By a consent nothing of them is seen, and no code of theirs is taken.
create or replace function consented_versions(asked uuid)
 RETURNS TABLE(person_id uuid, version integer, tx bigint, valid_from date, groups text[], document text, sealed jsonb, source text, submission_id uuid, attestation_id uuid, list_edition integer, retracted_tx bigint, salt bytea, managing_body_id uuid, using_body_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $$
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
$$;

create or replace function take_consent_code(asked text)
 RETURNS TABLE(person_id uuid, salt bytea)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $$
  with taken as (
    update consent_code c set taken_by = session_person(), taken_tx = record_tx()
     where not is_kept_apart(c.person_id) and c.code_hash = asked and c.taken_by is null and c.expires_at > now() and cardinality(session_bodies_that_may('consent.use')) > 0
    returning c.person_id)
  select t.person_id, s.salt from taken t join person_salt s on s.person_id = t.person_id
$$;

create or replace function people_of_consents(asked uuid[])
 RETURNS TABLE(consent_id uuid, salt bytea, full_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $$
  select c.consent_id, s.salt, case when not is_kept_apart(c.person_id) and c.state = 'given' and c.until >= today_in_vietnam() then p.full_name end
    from consent c join person_salt s on s.person_id = c.person_id left join person p on p.person_id = standing_person(c.person_id)
   where c.consent_id = any (asked) and (c.body_id = any ((select session_bodies_that_may('consent.use'))::uuid[]) or c.person_id = any ((select session_own_people())::uuid[]))
$$;

create or replace function offered_record(asked uuid)
 RETURNS TABLE(person_id uuid, version integer, document jsonb, sealed jsonb, salt bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $$
    select p.person_id, p.version, p.document, p.sealed, s.salt
      from person_case c join person p on p.person_id = c.person_id left join person_salt s on s.person_id = p.person_id
     where not is_kept_apart(c.person_id) and c.case_id = asked and c.kind = 'same_human' and c.state = 'asked' and c.to_body = any ((select session_registering_bodies())::uuid[]) and p.body_id = c.from_body
  $$;

create or replace function session_sees_attestation(about uuid, asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $$
  select exists (
    select 1 from attestation t
     where t.person_id not in (select session_hidden_people()) and t.person_id = about and t.attestation_id = asked
       and (t.person_id = (select session_own_person())
         or (select session_of_all_bodies())
         or exists (select 1 from person_reach r
                     where r.person_id = t.person_id and (r.why <> 'former' or r.body_id = t.body_id) and r.tx_to = 9223372036854775807
                       and r.valid_from <= (select today_in_vietnam()) and r.valid_to > (select today_in_vietnam())
                       and r.body_id = any ((select session_bodies())::uuid[]))))
$$;

create or replace function reads_of_person(person uuid, since timestamp with time zone)
 RETURNS TABLE(event_id uuid, at timestamp with time zone, role text, body_id uuid, purpose text, act text, listed boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $$
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
  $$;

create or replace function conversion_by_number(asked text)
 RETURNS TABLE(content text, jws text, record text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $$
  select c.content, c.jws, case
      when is_kept_apart(c.person_id) then 'gone'
      when not exists (select 1 from person p where p.person_id = standing_person(c.person_id)) then 'gone'
      when exists (select 1 from person_version v where v.person_id = standing_person(c.person_id) and v.tx > c.known_at) then 'changed'
      else 'same' end
    from conversion c where c.conversion_number = asked
$$;

-- Nobody asks another body for them by their number.
create or replace function ask_for_person(new_id uuid, for_body uuid, asked_hash bytea, on_day date, by_clerk boolean, on_instant timestamp with time zone, term_ends date, content bytea, left_states text[])
 RETURNS TABLE(outcome text, case_id uuid, kind text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $$
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
  $$;

create or replace function ask_same_human(new_id uuid, for_body uuid, person uuid, asked_hash bytea, by_clerk boolean, on_instant timestamp with time zone, today date, term_ends date, content bytea)
 RETURNS TABLE(outcome text, case_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'congvu', 'pg_temp'
AS $$
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
  $$;

-- Whoever is erased was kept apart by nobody. Decision 0093.
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
