-- Up Migration
-- Two records of one human become one, and can be made two again exactly. Nothing of either is rewritten: the record that goes keeps its id, its row, its versions and its key; a dated
-- row says which record stands for it, its reach ends, its numbers find the other. Undoing takes that row back, and the one version that the merge wrote counts no more. Decision 0027.

alter table person_case drop constraint person_case_kind_check, drop constraint person_case_state_check, drop constraint person_case_check, drop constraint person_case_check2, drop constraint person_case_check3;
alter table person_case add constraint person_case_kind_check check (kind in ('transfer', 're_entry', 'dual_claim', 'number_change', 'secondment', 'same_human'));
alter table person_case add constraint person_case_state_check
  check (state in ('prepared', 'asked', 'agreed', 'done', 'settled', 'refused', 'withdrawn', 'lapsed', 'undone', 'undo_asked'));
alter table person_case add constraint person_case_check check ((kind in ('dual_claim', 'same_human')) = (other_person_id is not null));
alter table person_case add constraint person_case_check2 check (kind in ('number_change', 'same_human') or from_body <> to_body);
alter table person_case add constraint person_case_check3 check ((ended_at is null) = (state in ('prepared', 'asked', 'agreed', 'undo_asked')));
-- same_human: person_id is the record that goes, other_person_id the one that stays; from_body manages the first, to_body the second (the same body, or another).
alter table person_case add column undo_by text check (undo_by in ('from', 'to'));
comment on column person_case.undo_by is 'same_human: the side that asks for the undoing; the other one answers';
alter table person_case add column answer_sealed bytea;
comment on column person_case.answer_sealed is 'same_human: what the deciding side took over, and from which versions; under a key of the case';
alter table person_case add constraint person_case_undo_check check ((undo_by is null or kind = 'same_human') and (answer_sealed is null or kind = 'same_human'));
grant update (undo_by, answer_sealed, due_on) on person_case to congvu_app;
create unique index person_case_same on person_case (person_id) where kind = 'same_human' and state in ('prepared', 'asked', 'agreed', 'done', 'undo_asked');
alter table person_case_act drop constraint person_case_act_act_check;
alter table person_case_act add constraint person_case_act_act_check
  check (act in ('opened', 'consented', 'refused', 'withdrawn', 'completed', 'settled', 'lapsed', 'undone', 'undo_asked', 'kept'));
drop policy person_case_act_agree on person_case_act;
create policy person_case_act_agree on person_case_act as restrictive for insert to congvu_app
  with check (act not in ('consented', 'refused', 'undone', 'undo_asked', 'kept') or body_id = any ((select session_registering_bodies())::uuid[]));

create table person_merge (
  case_id uuid primary key references person_case (case_id),
  merged_person uuid not null,
  into_person uuid not null,
  -- the version at which the merged record stands still
  merged_version int not null,
  -- the version of the other record before, and the one that the merge wrote
  kept_version int not null,
  written_version int not null,
  -- the number that the merged record had; it finds the other one now
  number_hash bytea not null,
  at timestamptz not null,
  tx_from bigint not null default record_tx(),
  tx_to bigint not null default 9223372036854775807,
  check (merged_person <> into_person)
);
comment on table person_merge is 'room: record/register. Which record stands for another of the same human, and since when it is known. Append only: undoing gives the row its tx_to, once.';
create unique index person_merge_stands on person_merge (merged_person) where tx_to = 9223372036854775807;
create index person_merge_into on person_merge (into_person, written_version);
alter table person_merge enable row level security; alter table person_merge force row level security;
create policy person_merge_owner on person_merge to congvu_owner using (true) with check (true);
create policy person_merge_see on person_merge for select to congvu_app using (exists (select 1 from person_reach r where r.person_id in (person_merge.merged_person, person_merge.into_person)
    and r.tx_to = 9223372036854775807 and r.valid_from <= (select today_in_vietnam()) and r.valid_to > (select today_in_vietnam()) offset 0)
  or into_person = (select session_own_person()) or (select session_of_all_bodies()));
grant select on person_merge to congvu_app;

-- A projection of person_merge, as body_id is of who manages: written by the two functions below alone.
alter table person add column merged_into uuid;
comment on column person.merged_into is 'the record that stands for this one; null: none does';
create index person_merged on person (merged_into) where merged_into is not null;

-- merged: a number of a record that another one stands for; it stands again beside the other as a former one.
alter table national_id drop constraint national_id_state_check;
alter table national_id add constraint national_id_state_check check (state in ('claimed', 'registered', 'former', 'merged'));
drop index national_id_current;
create unique index national_id_current on national_id (person_id) where state in ('claimed', 'registered');
comment on table national_id is 'room: record/register. Keyed hash of the citizen number → person. claimed: a body sent it, others may too; registered: it is this person''s; former: it was, before it was made anew or before two records became one; merged: a record that is merged away had it.';

-- merged (of reach): the body that manages the record which stands for this one sees its past.
alter table person_reach drop constraint person_reach_why_check;
alter table person_reach add constraint person_reach_why_check check (why in ('managing', 'using', 'seconded', 'concurrent', 'former', 'duty', 'merged'));
alter policy person_see on person using (exists (select 1 from person_reach r where r.person_id = person.person_id and r.why not in ('former', 'merged')
    and r.tx_to = 9223372036854775807 and r.valid_from <= (select today_in_vietnam()) and r.valid_to > (select today_in_vietnam()) offset 0)
  or (select session_of_all_bodies()));
alter policy record_reopening_see on record_reopening using (exists (select 1 from person_reach r where r.person_id = record_reopening.person_id and r.why not in ('former', 'merged')
    and r.tx_to = 9223372036854775807 and r.valid_from <= (select today_in_vietnam()) and r.valid_to > (select today_in_vietnam()) offset 0));

-- Two records of one body are its own second person's to join; of two bodies, each agrees.
create or replace function agreed_by_both(asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 set search_path = congvu, pg_temp
AS $function$
  select case when c.kind in ('transfer', 'secondment') or (c.kind = 'same_human' and c.from_body <> c.to_body)
    then exists (select 1 from person_case_act a join person_case_act b on b.case_id = a.case_id and b.by_identity <> a.by_identity
      where a.case_id = c.case_id and a.act = 'consented' and a.body_id = c.from_body and b.act = 'consented' and b.body_id = c.to_body)
    else exists (select 1 from person_case_act a join person_case_act b on b.case_id = a.case_id and b.by_identity <> a.by_identity
      where a.case_id = c.case_id and a.act = 'opened' and a.body_id = c.to_body and b.act = 'consented' and b.body_id = c.to_body) end
    from person_case c where c.case_id = asked
$function$;

-- Lists show the record that stands.
create or replace function search_people(name_pattern text, number_hash bytea, in_body uuid, of_title text, after_key text, after_id uuid, at_most integer)
 RETURNS TABLE(person_id uuid, name text, birth text, body_id uuid, title text, sort_key text, number_sealed bytea, salt bytea, by_body uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 set search_path = congvu, pg_temp
AS $function$
  declare bodies uuid[] := session_bodies(); asked uuid[]; today date := today_in_vietnam(); beside uuid[]; within text := 'p.body_id = any ($1)';
  begin
    asked := case when in_body is null then bodies when in_body = any (bodies) then array[in_body] else '{}' end;
    select array_agg(distinct r.person_id) into beside from person_reach r join person p on p.person_id = r.person_id
     where r.body_id = any (asked) and r.why not in ('managing', 'former') and r.tx_to = 9223372036854775807 and r.valid_from <= today and r.valid_to > today
       and p.body_id <> all (asked);
    if beside is not null then within := '(p.body_id = any ($1) or p.person_id = any ($4))'; end if;
    return query execute
      'select h.person_id, h.full_name, h.birth, h.body_id, h.title, h.full_name_sort, n.sealed, s.salt,
              case when h.body_id = any ($1) then h.body_id else (
                select r.body_id from person_reach r where r.person_id = h.person_id and r.body_id = any ($1) and r.why not in (''managing'', ''former'')
                   and r.tx_to = 9223372036854775807 and r.valid_from <= $9 and r.valid_to > $9 order by r.body_id limit 1) end
         from (
           select p.person_id, p.full_name, p.birth, p.body_id, coalesce(p.position, p.job_position) as title, p.full_name_sort
             from person p
            where p.merged_into is null and ' || within || '
              and ($2 is null or p.full_name_plain like $2)
              and ($3 is null or p.person_id = (select i.person_id from national_id i where i.id_hash = $3 and i.state in (''registered'', ''former'')))
              and ($5 is null or p.position = $5 or p.job_position = $5)
              and ($6 is null or (p.full_name_sort, p.person_id) > ($6, $7))
            order by p.full_name_sort, p.person_id limit $8) h
         left join national_id n on n.person_id = h.person_id and n.state = ''registered'' left join person_salt s on s.person_id = h.person_id
        order by h.full_name_sort, h.person_id'
      using asked, name_pattern, number_hash, beside, of_title, after_key, after_id, least(at_most, 201), today;
  end
$function$;

-- Whoever signs in under a number of before comes to the record that stands.
create or replace function session_own_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 set search_path = congvu, pg_temp
AS $function$
  select n.person_id from session_row() s join account a on a.account_id = s.account_id join national_id n on n.id_hash = a.identity
   where current_setting('congvu.own_record', true) = 'on' and s.kind = 'person' and s.identity_level >= 2 and n.state in ('registered', 'former')
$function$;

-- Nobody signs for a record that is merged away.
create or replace function signs_for(person uuid, body uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 set search_path = congvu, pg_temp
AS $function$
  select coalesce((select r.body_id = signs_for.body from person_reach r where r.person_id = signs_for.person and r.why = 'managing' and r.tx_to = 9223372036854775807 and r.valid_to = '9999-12-31'),
    exists (select 1 from national_id n where n.person_id = signs_for.person and n.body_id = signs_for.body and n.state <> 'merged'))
$function$;

create or replace function ask_for_number(new_id uuid, for_body uuid, person uuid, new_hash bytea, on_instant timestamp with time zone, today date, term_ends date, content bytea)
 RETURNS TABLE(outcome text, case_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 set search_path = congvu, pg_temp
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

create or replace function hand_over(person uuid, giving uuid, receiving uuid, because uuid, on_day date, former_until date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 set search_path = congvu, pg_temp
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

-- What is under way about these records: nothing may be, when two of them become one. item · case · secondment · merged (another record stands for it, or it for another)
create function under_way(people uuid[], beside uuid) returns text[] language sql stable security definer set search_path = congvu, pg_temp as $$
  select array_remove(array[
    case when exists (select 1 from item i where i.person_id = any (people)
      and i.state in ('received', 'checked', 'waiting-match', 'awaiting-confirmation', 'held', 'returned', 'confirmed')) then 'item' end,
    case when exists (select 1 from person_case c where (c.person_id = any (people) or c.other_person_id = any (people)) and c.case_id is distinct from beside and c.ended_at is null) then 'case' end,
    case when exists (select 1 from person_case c where c.kind = 'secondment' and c.person_id = any (people) and c.state = 'done') then 'secondment' end], null)
$$;

-- A body says that a record of its own and the one under a number are of one human; its own is to go. outcome: opened · not-yours · nobody · same · open · survivor (another
-- record was merged into it: it is the one that stays) · item · case · secondment (under way about the own record)
create function ask_same_human(new_id uuid, for_body uuid, person uuid, asked_hash bytea, by_clerk boolean, on_instant timestamptz, today date, term_ends date, content bytea)
  returns table (outcome text, case_id uuid) language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
    declare there record; waits text[];
    begin
      if not (for_body = any (case when by_clerk then session_writing_bodies() else session_registering_bodies() end)) then
        raise exception 'E-BODY-NOT-YOURS' using errcode = 'insufficient_privilege';
      end if;
      if not exists (select 1 from person p where p.person_id = person and p.body_id = for_body and p.merged_into is null) then
        return query select 'not-yours'::text, null::uuid; return;
      end if;
      select p.person_id, n.id_hash, p.body_id into there
        from national_id n join person p on p.person_id = n.person_id where n.id_hash = asked_hash and n.state in ('registered', 'former');
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

-- The record that is offered, to who decides on the side of the one that stays: by offering it, its body tells it. Nothing while it is only prepared, or when it is over.
create function offered_record(asked uuid) returns table (person_id uuid, version int, document jsonb, sealed jsonb, salt bytea)
  language sql stable security definer set search_path = congvu, pg_temp as $$
    select p.person_id, p.version, p.document, p.sealed, s.salt
      from person_case c join person p on p.person_id = c.person_id left join person_salt s on s.person_id = p.person_id
     where c.case_id = asked and c.kind = 'same_human' and c.state = 'asked' and c.to_body = any ((select session_registering_bodies())::uuid[]) and p.body_id = c.from_body
  $$;

-- Is this the human whom a case is about, under any number of either record?
create function case_is_about(asked uuid, identity bytea) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select exists (select 1 from person_case c join national_id n on n.person_id in (c.person_id, c.other_person_id)
    where c.case_id = asked and n.id_hash = identity and n.state <> 'claimed' and (c.from_body = any ((select session_bodies())::uuid[]) or c.to_body = any ((select session_bodies())::uuid[])))
$$;

-- What is under way about the two records of a case, for its two sides.
create function under_way_of_case(asked uuid) returns text[] language sql stable security definer set search_path = congvu, pg_temp as $$
  select under_way(array[c.person_id, c.other_person_id], asked) || array_remove(array[case when exists (select 1 from person p
      where (p.person_id in (c.person_id, c.other_person_id) and p.merged_into is not null) or p.merged_into = c.person_id) then 'merged' end], null)
    from person_case c where c.case_id = asked and c.kind = 'same_human' and (c.from_body = any ((select session_bodies())::uuid[]) or c.to_body = any ((select session_bodies())::uuid[]))
$$;

-- Makes two records of one human one: the other stands for the one that goes. Its numbers find the other (sealed anew for it: `hashes`, `seals`), its reach ends; its own body sees it as it stood
-- for a term, the body that keeps the other sees its past. Only the system does it, of a case that both sides agreed to. false: the register stands otherwise by now.
create function merge_people(asked uuid, hashes bytea[], seals bytea[], gone_version int, stays_version int, on_instant timestamptz, former_until date) returns boolean
  language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
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
  $$;

-- What stands on a merge, so that it cannot be undone: version · item · case · card (a copy went into a wallet) · merge. Null for who is no side of it.
create function stands_on_merge(asked uuid) returns text[] language sql stable security definer set search_path = congvu, pg_temp as $$
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
$$;

-- Makes them two again, as they were. Only the system does it, of a case that two people undid. false: something stands on the merge by now.
create function separate_people(asked uuid) returns boolean language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
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
  $$;

revoke all on function under_way(uuid[], uuid), ask_same_human(uuid, uuid, uuid, bytea, boolean, timestamptz, date, date, bytea), offered_record(uuid), case_is_about(uuid, bytea), under_way_of_case(uuid),
  merge_people(uuid, bytea[], bytea[], int, int, timestamptz, date), stands_on_merge(uuid), separate_people(uuid) from public;
grant execute on function ask_same_human(uuid, uuid, uuid, bytea, boolean, timestamptz, date, date, bytea), offered_record(uuid), case_is_about(uuid, bytea), under_way_of_case(uuid),
  merge_people(uuid, bytea[], bytea[], int, int, timestamptz, date), stands_on_merge(uuid), separate_people(uuid) to congvu_app;
