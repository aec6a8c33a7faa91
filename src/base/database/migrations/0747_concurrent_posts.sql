-- Up Migration
-- Concurrent posts (kiêm nhiệm) at another body: a case of two sides like a secondment, offered by the managing body, agreed to by the body of the post, in force from a day until its
-- last day, or until either side ends it. And what a card of such an employment stands on: both words, of both bodies, never one. Decision 0092.

alter table person_case drop constraint person_case_kind_check, drop constraint person_case_secondment_check;
alter table person_case add constraint person_case_kind_check check (kind in ('transfer', 're_entry', 'dual_claim', 'number_change', 'secondment', 'same_human', 'concurrent'));
alter table person_case add column post text;
comment on column person_case.post is 'concurrent: the post as both bodies agreed to it, a code of chuc_vu or words; null of every other kind';
alter table person_case add constraint person_case_secondment_check check (
  (kind <> 'secondment' or (opened_by = 'from' and effective_on is not null and until_on is not null and until_on >= effective_on))
  and (kind <> 'concurrent' or (opened_by = 'from' and effective_on is not null and (until_on is null or until_on >= effective_on)))
  and (kind in ('secondment', 'concurrent') or until_on is null) and (kind = 'concurrent') = (post is not null));
-- One post of a person at a body at a time.
create unique index person_case_beside on person_case (person_id, from_body, to_body) where kind = 'concurrent' and state in ('prepared', 'asked', 'agreed', 'done');

-- What cards ask for with each registering.
create index person_case_employments on person_case (person_id) where kind in ('secondment', 'concurrent') and state in ('agreed', 'done');

create or replace function agreed_by_both(asked uuid) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select case when c.kind in ('transfer', 'secondment', 'concurrent') or (c.kind = 'same_human' and c.from_body <> c.to_body)
    then exists (select 1 from person_case_act a join person_case_act b on b.case_id = a.case_id and b.by_identity <> a.by_identity
      where a.case_id = c.case_id and a.act = 'consented' and a.body_id = c.from_body and b.act = 'consented' and b.body_id = c.to_body)
    else exists (select 1 from person_case_act a join person_case_act b on b.case_id = a.case_id and b.by_identity <> a.by_identity
      where a.case_id = c.case_id and a.act = 'opened' and a.body_id = c.to_body and b.act = 'consented' and b.body_id = c.to_body) end
    from person_case c where c.case_id = asked
$$;

-- The body that manages offers its person for a post at another body. outcome: opened · not-yours · same · open (one at that body is open or in force)
create function offer_concurrent(new_id uuid, for_body uuid, person uuid, receiving uuid, of_post text, on_day date, last_day date, by_clerk boolean, on_instant timestamptz, term_ends date, content bytea)
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
      insert into person_case as c (case_id, kind, state, person_id, number_hash, from_body, to_body, opened_by, effective_on, until_on, due_on, created_at, sealed, post)
        values (new_id, 'concurrent', case when by_clerk then 'prepared' else 'asked' end, person, number, for_body, receiving, 'from', on_day, last_day, term_ends, on_instant, content, of_post)
        on conflict do nothing;
      if not found then
        return query select 'open'::text, null::uuid; return;
      end if;
      return query select 'opened'::text, new_id;
    end
  $$;
revoke all on function offer_concurrent(uuid, uuid, uuid, uuid, text, date, date, boolean, timestamptz, date, bytea) from public;
grant execute on function offer_concurrent(uuid, uuid, uuid, uuid, text, date, date, boolean, timestamptz, date, bytea) to congvu_app;

-- Employments beside or in place of the main one that both bodies agreed to, of people whom the offering body still manages: by its session, the system's, or the person's own.
-- `codes`: every code that the body ever had, by which a line of the record names it. Days are for the caller to judge.
create function agreed_employments(people uuid[]) returns table (person_id uuid, kind text, body_id uuid, post text, from_on date, until_on date, codes text[])
  language sql stable security definer set search_path = congvu, pg_temp as $$
    select c.person_id, c.kind, c.to_body, c.post, c.effective_on, c.until_on, array(select distinct b.code from body_code b where b.body_id = c.to_body and b.scheme <> 'dvhc')
      from person_case c join person p on p.person_id = c.person_id and p.body_id = c.from_body
     where c.person_id = any (people) and c.kind in ('secondment', 'concurrent') and c.state in ('agreed', 'done') and agreed_by_both(c.case_id)
       and (p.body_id = any ((select session_bodies())::uuid[]) or session_is_system() or p.person_id = (select session_own_person()))
     order by c.effective_on, c.case_id
$$;
revoke all on function agreed_employments(uuid[]) from public;
grant execute on function agreed_employments(uuid[]) to congvu_app;

-- The second wall: has the body of this employment agreed to it, and to this very post? Without a day, as ever_seconded.
create function employment_agreed(person uuid, managing uuid, asked text, of_post text) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select exists (select 1 from person_case c where c.person_id = person and c.from_body = managing and c.kind || ':' || c.to_body = asked and c.state in ('agreed', 'done')
     and (c.kind = 'secondment' or c.kind = 'concurrent' and c.post = of_post) and agreed_by_both(c.case_id))
$$;
revoke all on function employment_agreed(uuid, uuid, text, text) from public;
grant execute on function employment_agreed(uuid, uuid, text, text) to congvu_app;

alter policy card_employers_add on card with check (
  exists (select 1 from person p where p.person_id = card.person_id and p.body_id = card.body_id and p.managing_body_id = card.managing_body_id
     and (card.employment like 'concurrent:%' or p.using_body_id = card.using_body_id))
  and (card.employment = 'main' or (card.employment in ('secondment:' || card.using_body_id, 'concurrent:' || card.using_body_id)
     and employment_agreed(card.person_id, card.body_id, card.employment, coalesce(card.claims::jsonb #>> '{chuc_vu,ma}', card.claims::jsonb #>> '{chuc_vu,ten}'))))
  and exists (select 1 from body_code c where c.body_id = card.using_body_id and c.code = card.claims::jsonb #>> '{co_quan,ma}')
  and exists (select 1 from body_code c where c.body_id = card.managing_body_id and c.code = card.claims::jsonb #>> '{co_quan_quan_ly,ma}'));

-- Cards of people who are seconded stood as main ones so far; with them go the wallets that fetch them.
update card c set employment = 'secondment:' || c.using_body_id
 where c.employment = 'main' and c.state in ('HIEU_LUC', 'CHUYEN_TIEP') and exists (select 1 from person_case k
    where k.kind = 'secondment' and k.state = 'done' and k.person_id = c.person_id and k.from_body = c.body_id and k.to_body = c.using_body_id);
update card_wallet_grant g set employment = c.employment from card c
 where g.employment = 'main' and g.ended_at is null and c.person_id = g.person_id and c.state = 'HIEU_LUC' and c.employment like 'secondment:%';

-- What is agreed with another body about a record stands in the way of merging it, as a secondment does.
create or replace function under_way(people uuid[], beside uuid) returns text[] language sql stable security definer set search_path = congvu, pg_temp as $$
  select array_remove(array[
    case when exists (select 1 from item i where i.person_id = any (people)
      and i.state in ('received', 'checked', 'waiting-match', 'awaiting-confirmation', 'held', 'returned', 'confirmed')) then 'item' end,
    case when exists (select 1 from person_case c where (c.person_id = any (people) or c.other_person_id = any (people)) and c.case_id is distinct from beside and c.ended_at is null) then 'case' end,
    case when exists (select 1 from person_case c where c.kind = 'secondment' and c.person_id = any (people) and c.state = 'done') then 'secondment' end,
    case when exists (select 1 from person_case c where c.kind = 'concurrent' and c.person_id = any (people) and c.state = 'done') then 'concurrent' end], null)
$$;

-- No card is superseded by an instant that the database does not have: its copies would stay good past their three days.
create or replace function supersede_card(of_person uuid, of_card uuid, why text, at timestamptz, until timestamptz) returns boolean
  language plpgsql security definer set search_path = congvu, pg_temp as $$
  begin
    if at > latest_true_time() then
      raise exception 'E-CLOCK-AHEAD' using errcode = 'insufficient_privilege';
    end if;
    update card c set state = 'CHUYEN_TIEP', end_reason = why, superseded_at = at, overlap_until = until
     where c.person_id = of_person and c.card_id = of_card and c.state = 'HIEU_LUC' and c.body_id = any ((select session_registering_bodies())::uuid[]);
    return found;
  end
$$;

-- Which of several cards a wallet fetches copies of.
drop function own_card_wallets();
create function own_card_wallets() returns table (wallet_id uuid, kind text, taken_at timestamptz, last_used_at timestamptz, good_until timestamptz, card_id uuid)
  language sql stable security definer set search_path = congvu, pg_temp as $$
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
$$;
revoke all on function own_card_wallets() from public;
grant execute on function own_card_wallets() to congvu_app;
