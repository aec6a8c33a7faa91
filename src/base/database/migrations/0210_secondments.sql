-- Up Migration
-- Secondment (biệt phái): another body uses a person, the one that manages stays. A case of two sides: offered by the managing body, agreed to by the using one, in force
-- from a day to a last day, ended earlier by either side. Until the using body has agreed, no row names it as one that uses the person. Decision 0020.

alter table person_case drop constraint person_case_kind_check;
alter table person_case add constraint person_case_kind_check check (kind in ('transfer', 're_entry', 'dual_claim', 'number_change', 'secondment'));
-- secondment: its last day. done = in force; undone = ended.
alter table person_case add column until_on date;
alter table person_case add constraint person_case_secondment_check
  check ((kind = 'secondment') = (until_on is not null) and (kind <> 'secondment' or (opened_by = 'from' and effective_on is not null and until_on >= effective_on)));
-- The body that manages lends a person to one body at a time.
create unique index person_case_seconding on person_case (person_id, from_body) where kind = 'secondment' and state in ('prepared', 'asked', 'agreed', 'done');

create or replace function agreed_by_both(asked uuid) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select case when c.kind in ('transfer', 'secondment')
    then exists (select 1 from person_case_act a join person_case_act b on b.case_id = a.case_id and b.by_identity <> a.by_identity
      where a.case_id = c.case_id and a.act = 'consented' and a.body_id = c.from_body and b.act = 'consented' and b.body_id = c.to_body)
    else exists (select 1 from person_case_act a join person_case_act b on b.case_id = a.case_id and b.by_identity <> a.by_identity
      where a.case_id = c.case_id and a.act = 'opened' and a.body_id = c.to_body and b.act = 'consented' and b.body_id = c.to_body) end
    from person_case c where c.case_id = asked
$$;

-- The body that manages offers the use of a person. outcome: opened · not-yours · same · open (one is open or in force)
create function offer_secondment(new_id uuid, for_body uuid, person uuid, receiving uuid, on_day date, last_day date, by_clerk boolean, on_instant timestamptz, term_ends date, content bytea)
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
      insert into person_case as c (case_id, kind, state, person_id, number_hash, from_body, to_body, opened_by, effective_on, until_on, due_on, created_at, sealed)
        values (new_id, 'secondment', case when by_clerk then 'prepared' else 'asked' end, person, number, for_body, receiving, 'from', on_day, last_day, term_ends, on_instant, content)
        on conflict do nothing;
      if not found then
        return query select 'open'::text, null::uuid; return;
      end if;
      return query select 'opened'::text, new_id;
    end
  $$;

-- Who uses these people of this body on a day by a secondment that both sides agreed to.
create function seconded_people(people uuid[], managing uuid, on_day date) returns table (person_id uuid, body_id uuid)
  language sql stable security definer set search_path = congvu, pg_temp as $$
    select c.person_id, c.to_body from person_case c
     where c.kind = 'secondment' and c.state in ('agreed', 'done') and c.person_id = any (people) and c.from_body = managing
       and c.effective_on <= on_day and on_day <= c.until_on and agreed_by_both(c.case_id)
       and (managing = any (session_bodies()) or session_is_system())
  $$;

-- The second wall: has this body ever used the person by a secondment from that one, agreed to by both? Without a day, as body_ever_within.
create function ever_seconded(person uuid, used_by uuid, managing uuid) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select exists (select 1 from person_case c
    where c.kind = 'secondment' and c.state in ('agreed', 'done', 'undone') and c.person_id = person and c.to_body = used_by and c.from_body = managing and agreed_by_both(c.case_id))
$$;
revoke all on function offer_secondment(uuid, uuid, uuid, uuid, date, date, boolean, timestamptz, date, bytea), seconded_people(uuid[], uuid, date), ever_seconded(uuid, uuid, uuid) from public;
grant execute on function offer_secondment(uuid, uuid, uuid, uuid, date, date, boolean, timestamptz, date, bytea), seconded_people(uuid[], uuid, date), ever_seconded(uuid, uuid, uuid) to congvu_app;

alter policy person_employers_add on person with check (
  (managing_body_id is null or managing_body_id = body_id or body_ever_within(managing_body_id, body_id))
  and (using_body_id is null or using_body_id = body_id or body_ever_within(using_body_id, body_id) or ever_seconded(person_id, using_body_id, body_id)));
alter policy person_employers_change on person with check (
  (managing_body_id is null or managing_body_id = body_id or body_ever_within(managing_body_id, body_id))
  and (using_body_id is null or using_body_id = body_id or body_ever_within(using_body_id, body_id) or ever_seconded(person_id, using_body_id, body_id)));
alter policy person_version_employers_add on person_version with check (
  (managing_body_id is null or managing_body_id = body_id or body_ever_within(managing_body_id, body_id))
  and (using_body_id is null or using_body_id = body_id or body_ever_within(using_body_id, body_id) or ever_seconded(person_id, using_body_id, body_id)));
