-- Up Migration
-- Cases: what is opened, agreed to by people of both sides, and done by the register on its day. Functions here look past the wall; each asks again who asks, and on what it stands.

-- Who may see a person who went from one body to another: from that day on the body that manages them, and no more the one that let them go. Rows stand here of people who moved;
-- of all others the body of the row says it. Decision 0015.
create table person_reach (
  person_id uuid not null,
  body_id uuid not null references body (body_id),
  why text not null check (why in ('managing', 'former')),
  valid_from date not null,
  by_case uuid not null references person_case (case_id),
  tx_from bigint not null default record_tx(),
  tx_to bigint not null default 9223372036854775807,
  primary key (person_id, body_id, why, tx_from)
);
comment on table person_reach is 'room: record/cases. Who manages a person who moved (managing), who did before (former); tx_to is set once, when another move or its undo takes the place.';
create index person_reach_body on person_reach (body_id) where tx_to = 9223372036854775807;
alter table person_reach enable row level security; alter table person_reach force row level security;
create policy person_reach_owner on person_reach to congvu_owner using (true) with check (true);
create policy person_reach_see on person_reach for select to congvu_app using (body_id = any ((select session_bodies())::uuid[]));
grant select on person_reach to congvu_app;

-- People who came to this session's bodies from elsewhere, and who went from them: once a statement, never by row.
create function session_people_come() returns setof uuid language sql stable security definer set search_path = congvu, pg_temp as $$
  select r.person_id from person_reach r
   where r.why = 'managing' and r.tx_to = 9223372036854775807 and r.body_id = any (session_bodies())
$$;
create function session_people_gone() returns setof uuid language sql stable security definer set search_path = congvu, pg_temp as $$
  select r.person_id from person_reach r
   where r.why = 'former' and r.tx_to = 9223372036854775807 and r.body_id = any (session_bodies())
     and not exists (select 1 from person_reach m where m.person_id = r.person_id and m.why = 'managing' and m.tx_to = 9223372036854775807 and m.body_id = any (session_bodies()))
$$;
revoke all on function session_people_come(), session_people_gone() from public;
grant execute on function session_people_come(), session_people_gone() to congvu_app;

create policy person_version_come on person_version for select to congvu_app using (person_id in (select session_people_come()));
create policy attestation_come on attestation for select to congvu_app using (person_id in (select session_people_come()));
create policy match_result_come on match_result for select to congvu_app using (person_id in (select session_people_come()));
create policy card_come on card for select to congvu_app using (person_id in (select session_people_come()));
create policy card_copy_come on card_copy for select to congvu_app using (person_id in (select session_people_come()));
create policy card_revocation_come on card_revocation for select to congvu_app using (person_id in (select session_people_come()));
create policy person_version_gone on person_version as restrictive for select to congvu_app
  using (person_id not in (select session_people_gone()) or person_id = (select session_own_person()));
create policy attestation_gone on attestation as restrictive for select to congvu_app using (person_id not in (select session_people_gone()));
create policy match_result_gone on match_result as restrictive for select to congvu_app using (person_id not in (select session_people_gone()));
create policy card_gone on card as restrictive for select to congvu_app
  using (person_id not in (select session_people_gone()) or person_id = (select session_own_person()));
create policy card_copy_gone on card_copy as restrictive for select to congvu_app
  using (person_id not in (select session_people_gone()) or person_id = (select session_own_person()));
create policy card_revocation_gone on card_revocation as restrictive for select to congvu_app using (person_id not in (select session_people_gone()));

-- A number that is being made anew is matched before anybody agrees to it: the case asks, in the place of a submission and of a person.
alter table match_task drop constraint match_task_submission_id_fkey;
alter table match_result drop constraint match_result_submission_id_fkey;
comment on column match_task.submission_id is 'the submission that states the person, or the case that asks about a new number';

-- Who in the act list stands for a side: those who agreed for it, by citizen number. Agreed for both, and never by one human.
create function agreed_by_both(asked uuid) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select case c.kind
    when 'transfer' then exists (select 1 from person_case_act a join person_case_act b on b.case_id = a.case_id and b.by_identity <> a.by_identity
      where a.case_id = c.case_id and a.act = 'consented' and a.body_id = c.from_body and b.act = 'consented' and b.body_id = c.to_body)
    else exists (select 1 from person_case_act a join person_case_act b on b.case_id = a.case_id and b.by_identity <> a.by_identity
      where a.case_id = c.case_id and a.act = 'opened' and a.body_id = c.to_body and b.act = 'consented' and b.body_id = c.to_body) end
    from person_case c where c.case_id = asked
$$;
revoke all on function agreed_by_both(uuid) from public;

-- Opens a case about a person of this number: asked for by the body that takes over, whoever has the person now is found here and not told.
-- outcome: opened · nobody (no record has the number) · mine (this body manages the person already) · open (this body has asked already; case_id says which)
create function ask_for_person(new_id uuid, for_body uuid, asked_hash bytea, on_day date, by_clerk boolean, on_instant timestamptz, term_ends date, content bytea, left_states text[])
  returns table (outcome text, case_id uuid, kind text) language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
    declare there record; as_kind text; open_one uuid;
    begin
      if not (for_body = any (case when by_clerk then session_writing_bodies() else session_registering_bodies() end)) then
        raise exception 'E-BODY-NOT-YOURS' using errcode = 'insufficient_privilege';
      end if;
      select n.person_id, n.id_hash, p.body_id, coalesce(p.work_status = any (left_states), false) as has_left into there
        from national_id n join person p on p.person_id = n.person_id where n.id_hash = asked_hash and n.state in ('registered', 'former');
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

-- The body that manages offers the person to another. outcome: opened · not-yours · same · open
create function offer_person(new_id uuid, for_body uuid, person uuid, receiving uuid, on_day date, by_clerk boolean, on_instant timestamptz, term_ends date, content bytea)
  returns table (outcome text, case_id uuid) language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
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
  $$;

-- A person's number was made anew. outcome: opened · not-yours · taken (somebody else has or had the new number) · same · open
create function ask_for_number(new_id uuid, for_body uuid, person uuid, new_hash bytea, on_instant timestamptz, today date, term_ends date, content bytea)
  returns table (outcome text, case_id uuid) language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
    declare held record;
    begin
      if not (for_body = any (session_writing_bodies())) then
        raise exception 'E-BODY-NOT-YOURS' using errcode = 'insufficient_privilege';
      end if;
      if not exists (select 1 from person p where p.person_id = person and p.body_id = for_body) then
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
  $$;

-- Moves a person whom both sides agreed to move: number and key go to the new body, what the old body had open about them is let go, and so is what the new body had sent
-- of them as of somebody unknown. Only the system does it, only of an agreed case. Returns false when the register stands otherwise by now.
create function move_person(asked uuid, left_states text[]) returns boolean
  language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
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
      perform hand_over(c.person_id, c.from_body, c.to_body, c.case_id, c.effective_on);
      return true;
    end
  $$;

-- Number, key, row and reach of a person go to another body; what was open about them is let go.
create function hand_over(person uuid, giving uuid, receiving uuid, because uuid, on_day date) returns void
  language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
    declare own_claim uuid[];
    begin
      perform 1 from national_id n where n.id_hash in (select m.id_hash from national_id m where m.person_id = person) order by n.id_hash, n.person_id for update;
      select array_agg(n.person_id) into own_claim from national_id n
        where n.state = 'claimed' and n.body_id = receiving and n.id_hash in (select m.id_hash from national_id m where m.person_id = person);
      update item i set state = 'withdrawn'
        where (i.person_id = person or i.person_id = any (coalesce(own_claim, '{}')))
          and i.state in ('received', 'checked', 'waiting-match', 'awaiting-confirmation', 'held', 'returned', 'quarantined');
      update match_task t set state = 'given-up' where (t.person_id = person or t.person_id = any (coalesce(own_claim, '{}'))) and t.state = 'waiting';
      delete from national_id n where n.person_id = any (coalesce(own_claim, '{}')) and n.state = 'claimed';
      update national_id n set body_id = receiving where n.person_id = person;
      update person_salt s set body_id = receiving where s.person_id = person;
      update person p set body_id = receiving where p.person_id = person;
      update person_reach r set tx_to = record_tx() where r.person_id = person and r.tx_to = 9223372036854775807
        and (r.why = 'managing' or (r.why = 'former' and r.body_id = receiving));
      insert into person_reach (person_id, body_id, why, valid_from, by_case) values (person, receiving, 'managing', on_day, because), (person, giving, 'former', on_day, because)
        on conflict do nothing;
    end
  $$;
revoke all on function hand_over(uuid, uuid, uuid, uuid, date) from public;

-- Gives a person back while nothing stands on the move. Only the system does it, of a case that the receiving side undid.
create function move_person_back(asked uuid, on_day date) returns boolean
  language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
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
      perform hand_over(c.person_id, c.to_body, c.from_body, c.case_id, on_day);
      return true;
    end
  $$;

-- Is nothing built on what this case did? The person stands as it left them, and nothing about them is under way.
create function stands_on_nothing(asked uuid) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select exists (
    select 1 from person_case c join person p on p.person_id = c.person_id
     where c.case_id = asked and c.state = 'done' and p.body_id = c.to_body and p.version = c.written_version
       and (c.from_body = any (session_bodies()) or c.to_body = any (session_bodies()))
       and not exists (select 1 from item i where i.person_id = p.person_id
         and i.state in ('received', 'checked', 'waiting-match', 'awaiting-confirmation', 'held', 'confirmed'))
       and not exists (select 1 from person_case o where o.person_id = p.person_id and o.case_id <> c.case_id and o.kind <> 'dual_claim' and o.ended_at is null))
$$;

-- The new number becomes the person's; the one they had stays theirs. Only the system does it, of an agreed case. Returns false when the number is somebody's by now, or the person has moved.
create function replace_number(asked uuid, seal bytea) returns boolean
  language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
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
  $$;

-- Ends whatever else was open about a person whom a case has moved or renumbered: what it was asked of is not so any more. Returns the cases.
create function overtake_cases(asked uuid, on_instant timestamptz) returns table (case_id uuid, from_body uuid, to_body uuid)
  language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
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
  $$;

-- Is another move of the person of this case agreed to? Holds every open move of theirs, in one order, until the end of the transaction: who agrees to one decides on all.
create function other_move_agreed(asked uuid) returns boolean language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
    declare person uuid;
    begin
      select c.person_id into person from person_case c
       where c.case_id = asked and (c.from_body = any (session_bodies()) or c.to_body = any (session_bodies()));
      perform 1 from person_case o where o.person_id = person and o.ended_at is null order by o.case_id for update;
      return exists (select 1 from person_case o where o.person_id = person and o.case_id <> asked and o.kind in ('transfer', 're_entry') and o.state = 'agreed');
    end
  $$;

revoke all on function ask_for_person(uuid, uuid, bytea, date, boolean, timestamptz, date, bytea, text[]), offer_person(uuid, uuid, uuid, uuid, date, boolean, timestamptz, date, bytea),
  ask_for_number(uuid, uuid, uuid, bytea, timestamptz, date, date, bytea), move_person(uuid, text[]), move_person_back(uuid, date), stands_on_nothing(uuid), replace_number(uuid, bytea),
  overtake_cases(uuid, timestamptz), other_move_agreed(uuid) from public;
grant execute on function ask_for_person(uuid, uuid, bytea, date, boolean, timestamptz, date, bytea, text[]), offer_person(uuid, uuid, uuid, uuid, date, boolean, timestamptz, date, bytea),
  ask_for_number(uuid, uuid, uuid, bytea, timestamptz, date, date, bytea), move_person(uuid, text[]), move_person_back(uuid, date), stands_on_nothing(uuid), replace_number(uuid, bytea),
  overtake_cases(uuid, timestamptz), other_move_agreed(uuid) to congvu_app;

-- Each body asks for a person in its own case; that one of them is agreed to ends the others.
drop index person_case_moving;
create unique index person_case_moving on person_case (person_id, to_body) where kind in ('transfer', 're_entry') and state in ('prepared', 'asked', 'agreed');
create unique index person_case_agreed on person_case (person_id) where kind in ('transfer', 're_entry') and state = 'agreed';
drop policy person_case_change on person_case;
create policy person_case_change on person_case for update to congvu_app
  using (ended_at is null or state in ('done', 'undone'))
  with check (from_body = any ((select session_writing_bodies())::uuid[]) or to_body = any ((select session_writing_bodies())::uuid[]));
revoke update on person_case from congvu_app;
grant update (state, ended_at, outcome, written_version) on person_case to congvu_app;
-- Who agrees or refuses confirms for that side; who opens and takes back works there.
create policy person_case_act_agree on person_case_act as restrictive for insert to congvu_app
  with check (act not in ('consented', 'refused', 'undone') or body_id = any ((select session_registering_bodies())::uuid[]));
