-- Up Migration
-- A citizen number is bound to a person by a confirmation, and by nothing before it. A file that was sent only claims: every body has its own claim, with its own
-- person to be, so that no order of sendings, errors and withdrawals keeps another body out. The first confirmation wins; a number that a person had before is theirs for ever.

alter table national_id drop constraint national_id_pkey;
alter table national_id add primary key (id_hash, person_id);
alter table national_id drop constraint national_id_state_check;
alter table national_id add constraint national_id_state_check check (state in ('claimed', 'registered', 'former'));
create unique index national_id_one_person on national_id (id_hash) where state in ('registered', 'former');
create unique index national_id_one_claim on national_id (id_hash, body_id) where state = 'claimed';
create unique index national_id_current on national_id (person_id) where state <> 'former';
comment on table national_id is 'room: record/register. Keyed hash of the citizen number → person. claimed: a body sent it, others may too; registered: it is this person''s; former: it was, before it was made anew.';

-- Where two bodies name one person, and where a person goes from one body to another, or gets a new number: a case with two sides, a term and an outcome.
create table person_case (
  case_id uuid primary key,
  kind text not null check (kind in ('transfer', 're_entry', 'dual_claim', 'number_change')),
  state text not null check (state in ('prepared', 'asked', 'agreed', 'done', 'settled', 'refused', 'withdrawn', 'lapsed', 'undone')),
  -- transfer, re_entry, number_change: the registered person. dual_claim: the person to be of the body that sent first
  person_id uuid not null,
  -- dual_claim: the person to be of the body that sent second
  other_person_id uuid,
  number_hash bytea not null,
  -- the body that manages, or that sent first; of a number_change the same as to_body
  from_body uuid not null references body (body_id),
  to_body uuid not null references body (body_id),
  -- which side began
  opened_by text not null check (opened_by in ('from', 'to')),
  effective_on date,
  due_on date not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  outcome text,
  -- version of the person that the act wrote; it can be undone while nothing stands on it
  written_version int,
  -- decision, reason, numbers: under a key of the case
  sealed bytea,
  tx bigint not null default record_tx(),
  check ((kind = 'dual_claim') = (other_person_id is not null)),
  check (kind <> 'number_change' or from_body = to_body),
  check (kind = 'number_change' or from_body <> to_body),
  check ((ended_at is null) = (state in ('prepared', 'asked', 'agreed')))
);
comment on table person_case is 'room: record/cases. A matter of one person over time: a transfer between bodies, a return after leaving, two bodies that claim one number, a number made anew.';
create unique index person_case_moving on person_case (person_id) where kind in ('transfer', 're_entry') and state in ('prepared', 'asked', 'agreed');
create unique index person_case_number on person_case (person_id) where kind = 'number_change' and state in ('prepared', 'asked', 'agreed');
create unique index person_case_claims on person_case (least(person_id, other_person_id), greatest(person_id, other_person_id)) where kind = 'dual_claim' and state = 'asked';
create index person_case_due on person_case (due_on) where state in ('prepared', 'asked', 'agreed');
create index person_case_from on person_case (from_body, created_at desc);
create index person_case_to on person_case (to_body, created_at desc);
create index person_case_other on person_case (other_person_id) where other_person_id is not null;

-- What was done in a case, by whom. Append only.
create table person_case_act (
  case_id uuid not null references person_case (case_id),
  act_no int not null,
  act text not null check (act in ('opened', 'consented', 'refused', 'withdrawn', 'completed', 'settled', 'lapsed', 'undone')),
  side text check (side in ('from', 'to')),
  body_id uuid references body (body_id),
  by_account uuid,
  by_identity bytea,
  by_name text,
  at timestamptz not null,
  primary key (case_id, act_no)
);
comment on table person_case_act is 'room: record/cases. Each act of a case: which side, who by citizen number, when; null = the system, at a day.';

alter table person_case enable row level security;     alter table person_case force row level security;
alter table person_case_act enable row level security; alter table person_case_act force row level security;
create policy person_case_owner on person_case to congvu_owner using (true) with check (true);
create policy person_case_act_owner on person_case_act to congvu_owner using (true) with check (true);
-- The other side learns of a transfer when the side that began it stands by it: what a clerk only prepared is nobody's matter yet.
create policy person_case_see on person_case for select to congvu_app
  using (case when state = 'prepared' or (state in ('withdrawn', 'lapsed') and outcome = 'never-asked')
    then case opened_by when 'from' then from_body else to_body end = any ((select session_bodies())::uuid[])
    else from_body = any ((select session_bodies())::uuid[]) or to_body = any ((select session_bodies())::uuid[]) end);
create policy person_case_change on person_case for update to congvu_app
  using (ended_at is null or state = 'done')
  with check (from_body = any ((select session_writing_bodies())::uuid[]) or to_body = any ((select session_writing_bodies())::uuid[]));
create policy person_case_act_see on person_case_act for select to congvu_app using (exists (select 1 from person_case c where c.case_id = person_case_act.case_id));
create policy person_case_act_add on person_case_act for insert to congvu_app
  with check (case when (select session_is_system()) then by_account is null
    else by_account = (select session_person()) and body_id = any ((select session_writing_bodies())::uuid[])
      and by_identity = (select a.identity from account a where a.account_id = by_account) end);
grant select on person_case to congvu_app;
grant update (state, ended_at, outcome, written_version, effective_on) on person_case to congvu_app;
grant select, insert on person_case_act to congvu_app;

-- Whose are these numbers, seen from one body? 'elsewhere' never says where, and is said of registered people alone: what others have only sent is nobody's yet.
-- 'former': this body's person had that number before.
create or replace function look_up_national_ids(hashes bytea[], for_body uuid)
  returns table (id_hash bytea, person_id uuid, outcome text)
  language sql stable security definer set search_path = congvu, pg_temp as $$
    select asked.h,
           case when coalesce(r.body_id, o.body_id) = for_body then coalesce(r.person_id, o.person_id) end,
           case when r.body_id = for_body then case r.state when 'former' then 'former' else 'mine' end
                when r.body_id is not null then 'elsewhere'
                when o.body_id is not null then 'mine' else 'free' end
      from unnest(hashes) as asked (h)
      left join national_id r on r.id_hash = asked.h and r.state in ('registered', 'former')
      left join national_id o on o.id_hash = asked.h and o.state = 'claimed' and o.body_id = for_body
     where for_body = any ((select session_bodies())::uuid[])
  $$;

-- Claims numbers for a body in one statement, beside whoever else claims them; a number that is registered keeps its person. Returns what each number is to this body now.
create or replace function claim_national_ids(hashes bytea[], persons uuid[], seals bytea[], for_body uuid, by_submission uuid)
  returns table (id_hash bytea, person_id uuid, outcome text)
  language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
    begin
      if not (for_body = any (session_bodies())) then
        raise exception 'E-BODY-NOT-YOURS' using errcode = 'insufficient_privilege';
      end if;
      -- Whoever binds or lets go one of these numbers is waited for; always in one order, so that nobody waits in a circle.
      perform 1 from national_id n where n.id_hash = any (hashes) order by n.id_hash, n.person_id for update;
      insert into national_id as n (id_hash, person_id, body_id, sealed, claimed_by)
        select c.h, c.p, for_body, c.s, by_submission
          from unnest(hashes, persons, seals) as c (h, p, s)
         where not exists (select 1 from national_id x where x.id_hash = c.h and x.state in ('registered', 'former'))
         order by c.h
        on conflict do nothing;
      return query
        select asked.h,
               coalesce(case when r.body_id = for_body and r.state = 'registered' then r.person_id end, case when r.id_hash is null then o.person_id end),
               case when r.body_id = for_body and r.state = 'registered' or r.id_hash is null and o.id_hash is not null then 'mine' else 'elsewhere' end
          from unnest(hashes) as asked (h)
          left join national_id r on r.id_hash = asked.h and r.state in ('registered', 'former')
          left join national_id o on o.id_hash = asked.h and o.state = 'claimed' and o.body_id = for_body;
    end
  $$;

-- Ends, for these people to be, the cases in which they met another body's claim.
create function end_dual_claims(persons uuid[], how text, why text, on_instant timestamptz) returns setof uuid
  language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
    declare ended uuid;
    begin
      for ended in
        select c.case_id from person_case c
         where c.kind = 'dual_claim' and c.state = 'asked' and (c.person_id = any (persons) or c.other_person_id = any (persons))
         order by c.case_id for update
      loop
        update person_case c set state = how, outcome = why, ended_at = on_instant where c.case_id = ended;
        insert into person_case_act (case_id, act_no, act, side, body_id, at)
          select ended, (select max(a.act_no) + 1 from person_case_act a where a.case_id = ended), case how when 'withdrawn' then 'withdrawn' else 'settled' end,
                 case when c.person_id = any (persons) then 'from' else 'to' end,
                 case when c.person_id = any (persons) then c.from_body else c.to_body end, on_instant
            from person_case c where c.case_id = ended;
        return next ended;
      end loop;
    end
  $$;
revoke all on function end_dual_claims(uuid[], text, text, timestamptz) from public;

-- A number that was only claimed is let go with the last submission of its body that states the person.
drop function release_national_ids(uuid, uuid[]);
create function release_national_ids(by_submission uuid, persons uuid[], on_instant timestamptz)
  returns setof uuid language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
    declare gone uuid[];
    begin
      perform 1 from national_id n where n.state = 'claimed' and n.person_id = any (persons) order by n.id_hash, n.person_id for update;
      with let_go as (
        delete from national_id n
         where n.state = 'claimed' and n.person_id = any (persons)
           and n.body_id = any (session_writing_bodies())
           and not exists (select 1 from item o where o.person_id = n.person_id and o.submission_id <> by_submission
                              and o.state not in ('withdrawn', 'superseded'))
        returning n.person_id)
      select array_agg(l.person_id) into gone from let_go l;
      return query select * from end_dual_claims(coalesce(gone, '{}'), 'withdrawn', 'claim-withdrawn', on_instant);
    end
  $$;

-- Binds the numbers of people who are being confirmed: compare-and-set, the first confirmation wins. Returns those whose number is another person's by now
-- (or who went over to another body meanwhile): nothing of theirs may be written.
drop function mark_national_ids_registered(uuid[]);
create function bind_national_ids(persons uuid[])
  returns setof uuid language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
    begin
      -- All claims of these numbers, whoever's: two bodies that confirm at the same second come one after the other.
      perform 1 from national_id n
        where n.id_hash in (select m.id_hash from national_id m where m.person_id = any (persons)) order by n.id_hash, n.person_id for update;
      update national_id n set state = 'registered', tx = record_tx()
       where n.person_id = any (persons) and n.state = 'claimed' and n.body_id = any (session_registering_bodies())
         and not exists (select 1 from national_id x where x.id_hash = n.id_hash and x.state in ('registered', 'former'));
      return query
        select p.id from unnest(persons) as p (id)
         where not exists (select 1 from national_id n where n.person_id = p.id and n.state = 'registered' and n.body_id = any (session_registering_bodies()));
    end
  $$;

-- The cases of people who are registered now end: the other side learns that this one was confirmed first.
create function settle_dual_claims(persons uuid[], on_instant timestamptz)
  returns setof uuid language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
    begin
      return query select * from end_dual_claims(
        array(select n.person_id from national_id n where n.person_id = any (persons) and n.state = 'registered' and n.body_id = any (session_registering_bodies())),
        'settled', 'registered-first', on_instant);
    end
  $$;

-- The claims of others that the claims of one submission meet, where there is no case yet. Asked when its claims have been committed: of two bodies that send in
-- the same second, the later to ask sees both.
create function met_claims(by_submission uuid)
  returns table (person_id uuid, other_person_id uuid, other_body uuid) language sql stable security definer set search_path = congvu, pg_temp as $$
    select mine.person_id, other.person_id, other.body_id
      from national_id mine join national_id other on other.id_hash = mine.id_hash and other.state = 'claimed' and other.body_id <> mine.body_id
     where mine.claimed_by = by_submission and mine.state = 'claimed' and mine.body_id = any (session_writing_bodies())
       and not exists (select 1 from person_case c where c.kind = 'dual_claim' and c.state = 'asked'
             and least(c.person_id, c.other_person_id) = least(mine.person_id, other.person_id)
             and greatest(c.person_id, c.other_person_id) = greatest(mine.person_id, other.person_id))
     order by mine.person_id, other.person_id
  $$;

-- A case between two bodies that have sent one number. Returns those that were opened now.
create function open_dual_claims(case_ids uuid[], firsts uuid[], seconds uuid[], on_instant timestamptz, term_ends date)
  returns setof uuid language sql volatile security definer set search_path = congvu, pg_temp as $$
    with opened as (
      insert into person_case as c (case_id, kind, state, person_id, other_person_id, number_hash, from_body, to_body, opened_by, due_on, created_at)
        select m.case_id, 'dual_claim', 'asked', a.person_id, b.person_id, a.id_hash, a.body_id, b.body_id, 'to', term_ends, on_instant
          from unnest(case_ids, firsts, seconds) as m (case_id, first, second)
          join national_id a on a.person_id = m.first and a.state = 'claimed'
          join national_id b on b.person_id = m.second and b.state = 'claimed' and b.id_hash = a.id_hash and b.body_id <> a.body_id
         where b.body_id = any (session_writing_bodies())
        on conflict do nothing
      returning c.case_id, c.to_body)
    insert into person_case_act (case_id, act_no, act, side, body_id, at) select o.case_id, 1, 'opened', 'to', o.to_body, on_instant from opened o
    returning case_id
  $$;

revoke all on function release_national_ids(uuid, uuid[], timestamptz), bind_national_ids(uuid[]), settle_dual_claims(uuid[], timestamptz),
  met_claims(uuid), open_dual_claims(uuid[], uuid[], uuid[], timestamptz, date) from public;
grant execute on function release_national_ids(uuid, uuid[], timestamptz), bind_national_ids(uuid[]), settle_dual_claims(uuid[], timestamptz),
  met_claims(uuid), open_dual_claims(uuid[], uuid[], uuid[], timestamptz, date) to congvu_app;

-- The search: by a number that somebody has or had, and by nobody's mere claim; the number shown is the one of today.
create or replace function search_people(name_pattern text, number_hash bytea, in_body uuid, of_title text, after_key text, after_id uuid, at_most int)
  returns table (person_id uuid, name text, birth text, body_id uuid, title text, sort_key text, number_sealed bytea, salt bytea)
  language plpgsql stable security definer set search_path = congvu, pg_temp as $$
  begin
    return query execute
      'select h.person_id, h.full_name, h.birth, h.body_id, h.title, h.full_name_sort, n.sealed, s.salt
         from (
           select p.person_id, p.full_name, p.birth, p.body_id, coalesce(p.position, p.job_position) as title, p.full_name_sort
             from person p
            where p.body_id = any ($1)
              and ($2 is null or p.full_name_plain like $2)
              and ($3 is null or p.person_id = (select i.person_id from national_id i where i.id_hash = $3 and i.state in (''registered'', ''former'')))
              and ($4 is null or p.body_id = $4)
              and ($5 is null or p.position = $5 or p.job_position = $5)
              and ($6 is null or (p.full_name_sort, p.person_id) > ($6, $7))
            order by p.full_name_sort, p.person_id limit $8) h
         left join national_id n on n.person_id = h.person_id and n.state = ''registered'' left join person_salt s on s.person_id = h.person_id
        order by h.full_name_sort, h.person_id'
      using session_bodies(), name_pattern, number_hash, in_body, of_title, after_key, after_id, least(at_most, 201);
  end
$$;
