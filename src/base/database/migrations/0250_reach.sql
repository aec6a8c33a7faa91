-- Up Migration
-- Who may see a person is a dated fact beside the record, and not the body that a row was written by: that stays as provenance. Policies ask `person_reach` for the bodies of
-- the session and for today, both once a statement; the body of a row is asked only of people to be, whom nobody has registered yet. Decision 0022.

do $$ declare t text; begin
  foreach t in array array['person_version', 'attestation', 'match_result', 'card', 'card_copy', 'card_revocation'] loop
    execute format('drop policy %I on %I', t || '_come', t);
    execute format('drop policy %I on %I', t || '_gone', t);
  end loop;
end $$;
drop function session_people_come(), session_people_gone();

alter table person_reach drop constraint person_reach_pkey, drop constraint person_reach_why_check, drop constraint person_reach_body_id_fkey, drop constraint person_reach_by_case_fkey;
alter table person_reach alter column by_case drop not null;
alter table person_reach add column valid_to date not null default '9999-12-31';
-- What stood before, told by the versions: each spell of a body begins with the version that it wrote first. A move of before left the old body nothing: its time is over.
update person_reach set valid_to = greatest(valid_from + 1, today_in_vietnam()) where why = 'former' and tx_to = 9223372036854775807;
create temporary table spell on commit drop as
  select b.person_id, b.body_id, least(b.valid_from, today_in_vietnam()) as valid_from, b.tx,
         lead(least(b.valid_from, today_in_vietnam())) over w as until, lead(b.tx) over w as until_tx, r.by_case
    from (select v.person_id, v.version, v.body_id, v.valid_from, v.tx, lag(v.body_id) over (partition by v.person_id order by v.version) as before from person_version v) b
    left join person_reach r on r.person_id = b.person_id and r.body_id = b.body_id and r.why = 'managing' and r.tx_from = b.tx
   where b.before is distinct from b.body_id
  window w as (partition by b.person_id order by b.version);
delete from person_reach where why = 'managing';
insert into person_reach (person_id, body_id, why, valid_from, by_case, tx_from, tx_to)
  select person_id, body_id, 'managing', valid_from, by_case, tx, coalesce(until_tx, 9223372036854775807) from spell;
insert into person_reach (person_id, body_id, why, valid_from, valid_to, by_case, tx_from)
  select person_id, body_id, 'managing', valid_from, until, by_case, until_tx from spell where valid_from < until;
insert into person_reach (person_id, body_id, why, valid_from, tx_from)
  select p.person_id, p.body_id, 'managing', today_in_vietnam(), p.tx from person p
   where not exists (select 1 from person_reach r where r.person_id = p.person_id and r.why = 'managing' and r.tx_to = 9223372036854775807 and r.valid_to = '9999-12-31');

-- concurrent and duty have no act yet that makes them.
alter table person_reach add constraint person_reach_why_check check (why in ('managing', 'using', 'seconded', 'concurrent', 'former', 'duty'));
alter table person_reach add constraint person_reach_days_check check (valid_from < valid_to);
alter table person_reach add primary key (person_id, body_id, why, valid_from, tx_from);
drop index person_reach_body;
comment on table person_reach is 'room: record/register. Who may see a person, from day to day: the body that manages, others that the employment names (using, seconded until a day), the one that let them go (former, until the last day of its term). Append only: a row that does not hold any more gets its tx_to, once, and one with its end beside it.';
comment on column person_reach.by_case is 'the case that brought it; null: a version of the record';
comment on column person_reach.body_id is 'no foreign keys here: what they would look up for each row is copied from rows that have them, and neither bodies nor cases are deleted';

-- Bodies that the employment of these people names beside the one that manages: since when, until when.
create function named_employers(people uuid[]) returns table (person_id uuid, body_id uuid, why text, valid_from date, valid_to date, by_case uuid)
  language sql stable security definer set search_path = congvu, pg_temp as $$
    select p.person_id, e.body_id, case when c.case_id is null then 'using' else 'seconded' end,
           least(coalesce((p.heads #>> '{A,from}')::date, today_in_vietnam()), today_in_vietnam()), coalesce(c.until_on + 1, '9999-12-31'), c.case_id
      from person p
     cross join lateral (select x.body_id from (values (p.managing_body_id), (p.using_body_id)) as x (body_id) where x.body_id <> p.body_id group by x.body_id) e
      left join lateral (
        select k.case_id, k.until_on from person_case k
         where k.kind = 'secondment' and k.person_id = p.person_id and k.from_body = p.body_id and k.to_body = e.body_id and k.state in ('agreed', 'done') and agreed_by_both(k.case_id)
         order by k.until_on desc, k.case_id limit 1) c on true
     where p.person_id = any (people) and (p.managing_body_id <> p.body_id or p.using_body_id <> p.body_id) and p.body_id = any ((select session_bodies())::uuid[])
  $$;

-- What the versions that this transaction wrote mean for who may see their people. Nothing is said by the caller but who they are: all of it is read from rows that stand under
-- the walls of the register. `fresh`: people who were never registered before.
create function keep_reach(fresh uuid[], known uuid[]) returns void language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  declare this_tx bigint := record_tx(); bodies uuid[] := session_registering_bodies(); today date := today_in_vietnam();
  begin
    insert into person_reach (person_id, body_id, why, valid_from, tx_from)
      select p.person_id, p.body_id, 'managing', least(coalesce((p.heads #>> '{A,from}')::date, (p.heads #>> '{B,from}')::date, today), today), this_tx
        from person p
       where p.person_id = any (fresh) and p.tx = this_tx and p.body_id = any (bodies) and not exists (select 1 from person_reach r where r.person_id = p.person_id);
    -- Ended: who is not named any more, or until another day. The end is the day of what was stated now.
    with ending as (
      update person_reach r set tx_to = this_tx from person p
       where r.person_id = any (known) and r.why in ('using', 'seconded') and r.tx_to = 9223372036854775807 and r.valid_to > today
         and p.person_id = r.person_id and p.tx = this_tx and p.body_id = any (bodies)
         and not exists (select 1 from named_employers(array[p.person_id]) n where n.body_id = r.body_id and n.why = r.why and n.valid_to = r.valid_to)
      returning r.person_id, r.body_id, r.why, r.valid_from, r.by_case, case when (p.heads #>> '{A,v}')::int = p.version then least((p.heads #>> '{A,from}')::date, today) else today end as day)
    insert into person_reach (person_id, body_id, why, valid_from, valid_to, by_case, tx_from)
      select e.person_id, e.body_id, e.why, e.valid_from, e.day, e.by_case, this_tx from ending e where e.valid_from < e.day
      on conflict (person_id, body_id, why, valid_from, tx_from) do update set valid_to = excluded.valid_to, tx_to = 9223372036854775807;
    insert into person_reach (person_id, body_id, why, valid_from, valid_to, by_case, tx_from)
      select n.person_id, n.body_id, n.why, n.valid_from, n.valid_to, n.by_case, this_tx
        from named_employers(array(select p.person_id from person p where p.person_id = any (fresh || known) and p.tx = this_tx and p.body_id = any (bodies)
               and (p.managing_body_id <> p.body_id or p.using_body_id <> p.body_id))) n
       where n.valid_from < n.valid_to
         and not exists (select 1 from person_reach r where r.person_id = n.person_id and r.body_id = n.body_id and r.why = n.why and r.valid_to = n.valid_to and r.tx_to = 9223372036854775807)
      on conflict (person_id, body_id, why, valid_from, tx_from) do update set valid_to = excluded.valid_to, tx_to = 9223372036854775807;
  end
$$;
revoke all on function named_employers(uuid[]), keep_reach(uuid[], uuid[]) from public;
grant execute on function named_employers(uuid[]), keep_reach(uuid[], uuid[]) to congvu_app;

insert into person_reach (person_id, body_id, why, valid_from, valid_to, by_case, tx_from)
  select p.person_id, e.body_id, case when c.case_id is null then 'using' else 'seconded' end, e.since, coalesce(c.until_on + 1, '9999-12-31'), c.case_id,
         (select v.tx from person_version v where v.person_id = p.person_id and v.version = (p.heads #>> '{A,v}')::int)
    from person p
   cross join lateral (select x.body_id, least((p.heads #>> '{A,from}')::date, today_in_vietnam()) as since
      from (values (p.managing_body_id), (p.using_body_id)) as x (body_id) where x.body_id <> p.body_id group by x.body_id) e
    left join lateral (
      select k.case_id, k.until_on from person_case k
       where k.kind = 'secondment' and k.person_id = p.person_id and k.from_body = p.body_id and k.to_body = e.body_id and k.state in ('agreed', 'done') and agreed_by_both(k.case_id)
       order by k.until_on desc, k.case_id limit 1) c on true
   where e.since < coalesce(c.until_on + 1, '9999-12-31');

-- A move of a person: reach goes from one body to the other, the row of today follows, and what was open about them is let go. Number, key, versions, attestations, matches and cards
-- stay as they were written. `former_until`: the day from which the giving body sees nothing more; null leaves it nothing at once.
drop function hand_over(uuid, uuid, uuid, uuid, date);
drop function move_person(uuid, text[]);
create function hand_over(person uuid, giving uuid, receiving uuid, because uuid, on_day date, former_until date) returns void
  language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
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
      if former_until > day then
        insert into person_reach (person_id, body_id, why, valid_from, valid_to, by_case, tx_from) values (person, giving, 'former', day, former_until, because, this_tx)
          on conflict (person_id, body_id, why, valid_from, tx_from) do update set valid_to = excluded.valid_to, tx_to = 9223372036854775807;
      end if;
    end
  $$;
revoke all on function hand_over(uuid, uuid, uuid, uuid, date, date) from public;

create function move_person(asked uuid, left_states text[], former_until date)
  returns boolean
  language plpgsql
  security definer
  set search_path = congvu, pg_temp
as $$
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
      perform hand_over(c.person_id, c.from_body, c.to_body, c.case_id, c.effective_on, former_until);
      return true;
    end
  $$;

revoke all on function move_person(uuid, text[], date) from public;
grant execute on function move_person(uuid, text[], date) to congvu_app;

create or replace function move_person_back(asked uuid, on_day date)
  returns boolean
  language plpgsql
  security definer
  set search_path = congvu, pg_temp
as $$
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
      perform hand_over(c.person_id, c.to_body, c.from_body, c.case_id, on_day, null);
      return true;
    end
  $$;

-- Whose number it is follows from who manages the person; the body beside the number is the one that sent it.

create or replace function bind_national_ids(persons uuid[])
  returns SETOF uuid
  language plpgsql
  security definer
  set search_path = congvu, pg_temp
as $$
    begin
      -- All claims of these numbers, whoever's: two bodies that confirm at the same second come one after the other.
      perform 1 from national_id n
        where n.id_hash in (select m.id_hash from national_id m where m.person_id = any (persons)) order by n.id_hash, n.person_id for update;
      update national_id n set state = 'registered', tx = record_tx()
       where n.person_id = any (persons) and n.state = 'claimed' and n.body_id = any ((select session_registering_bodies())::uuid[])
         and not exists (select 1 from national_id x where x.id_hash = n.id_hash and x.state in ('registered', 'former'));
      return query
        select p.id from unnest(persons) as p (id)
         where not exists (select 1 from national_id n left join person q on q.person_id = n.person_id
            where n.person_id = p.id and n.state = 'registered' and coalesce(q.body_id, n.body_id) = any ((select session_registering_bodies())::uuid[]));
    end
  $$;

create or replace function claim_national_ids(hashes bytea[], persons uuid[], seals bytea[], for_body uuid, by_submission uuid)
  returns table (id_hash bytea, person_id uuid, outcome text)
  language plpgsql
  security definer
  set search_path = congvu, pg_temp
as $$
    begin
      if not (for_body = any ((select session_bodies())::uuid[])) then
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
               coalesce(case when coalesce(p.body_id, r.body_id) = for_body and r.state = 'registered' then r.person_id end, case when r.id_hash is null then o.person_id end),
               case when coalesce(p.body_id, r.body_id) = for_body and r.state = 'registered' or r.id_hash is null and o.id_hash is not null then 'mine' else 'elsewhere' end
          from unnest(hashes) as asked (h)
          left join national_id r on r.id_hash = asked.h and r.state in ('registered', 'former')
          left join person p on p.person_id = r.person_id
          left join national_id o on o.id_hash = asked.h and o.state = 'claimed' and o.body_id = for_body;
    end
  $$;

create or replace function look_up_national_ids(hashes bytea[], for_body uuid)
  returns table (id_hash bytea, person_id uuid, outcome text)
  language sql
  stable security definer
  set search_path = congvu, pg_temp
as $$
    select asked.h,
           case when coalesce(p.body_id, r.body_id, o.body_id) = for_body then coalesce(r.person_id, o.person_id) end,
           case when coalesce(p.body_id, r.body_id) = for_body then case r.state when 'former' then 'former' else 'mine' end
                when r.body_id is not null then 'elsewhere'
                when o.body_id is not null then 'mine' else 'free' end
      from unnest(hashes) as asked (h)
      left join national_id r on r.id_hash = asked.h and r.state in ('registered', 'former')
      left join person p on p.person_id = r.person_id
      left join national_id o on o.id_hash = asked.h and o.state = 'claimed' and o.body_id = for_body
     where for_body = any ((select session_bodies())::uuid[])
  $$;

create or replace function settle_dual_claims(persons uuid[], on_instant timestamptz)
  returns SETOF uuid
  language plpgsql
  security definer
  set search_path = congvu, pg_temp
as $$
    begin
      return query select * from end_dual_claims(
        array(select n.person_id from national_id n left join person q on q.person_id = n.person_id
           where n.person_id = any (persons) and n.state = 'registered' and coalesce(q.body_id, n.body_id) = any ((select session_registering_bodies())::uuid[])),
        'settled', 'registered-first', on_instant);
    end
  $$;

-- Who viewed a person is told to the body that manages them today.
create or replace function reads_of_person(person uuid, since timestamptz)
  returns table (at timestamptz, role text, body_id uuid, purpose text, act text, listed boolean)
  language sql
  stable security definer
  set search_path = congvu, pg_temp
as $$
    with seen as materialized (
      select e.at, e.tx, e.role, e.actor_id, e.body_id, e.purpose, e.act, e.object_id is distinct from person as listed
        from audit_event e
       where e.kind = 'read' and (e.object_id = person or (e.listed <> '{}' and e.listed @> array[person])) and e.at >= since
         and (session_keeps_log() or person = session_own_person() or exists (
           select 1 from person_reach m where m.person_id = person and m.why = 'managing' and m.tx_to = 9223372036854775807
              and m.valid_from <= (select today_in_vietnam()) and m.valid_to > (select today_in_vietnam()) and m.body_id = any ((select session_bodies())::uuid[])))),
    above as materialized (
      select d.body_id, bodies_above(d.body_id, today_in_vietnam()) as bodies from (select distinct s.body_id from seen s where s.body_id is not null) d)
    select s.at, s.role, coalesce(g.body_id, s.body_id), s.purpose, s.act, s.listed
      from seen s
      left join above a on a.body_id = s.body_id
      left join lateral (
        select r.body_id from role_grant r
         where r.account_id = s.actor_id and r.role = any (string_to_array(s.role, '+')) and r.tx_from <= s.tx and r.tx_to > s.tx
         order by coalesce(r.body_id = any (a.bodies), false) desc, r.grant_id limit 1) g on true
  $$;

-- The search lists whom the session's bodies manage or use; beside each the body by which it reaches them. Who was let go is on no list. Who is managed says the row of today, so
-- that a list of names is walked without a second look; those whom another body manages are found first, and are few.
create index person_reach_beside on person_reach (body_id, person_id) where tx_to = 9223372036854775807 and why not in ('managing', 'former');
drop function search_people(text, bytea, uuid, text, text, uuid, int);
create function search_people(name_pattern text, number_hash bytea, in_body uuid, of_title text, after_key text, after_id uuid, at_most int)
  returns table (person_id uuid, name text, birth text, body_id uuid, title text, sort_key text, number_sealed bytea, salt bytea, by_body uuid)
  language plpgsql stable security definer set search_path = congvu, pg_temp as $$
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
            where ' || within || '
              and ($2 is null or p.full_name_plain like $2)
              and ($3 is null or p.person_id = (select i.person_id from national_id i where i.id_hash = $3 and i.state in (''registered'', ''former'')))
              and ($5 is null or p.position = $5 or p.job_position = $5)
              and ($6 is null or (p.full_name_sort, p.person_id) > ($6, $7))
            order by p.full_name_sort, p.person_id limit $8) h
         left join national_id n on n.person_id = h.person_id and n.state = ''registered'' left join person_salt s on s.person_id = h.person_id
        order by h.full_name_sort, h.person_id'
      using asked, name_pattern, number_hash, beside, of_title, after_key, after_id, least(at_most, 201), today;
  end
$$;
revoke all on function search_people(text, bytea, uuid, text, text, uuid, int) from public;
grant execute on function search_people(text, bytea, uuid, text, text, uuid, int) to congvu_app;

-- Work of the system on every body (jobs, the verifier) sees rows that nobody reaches too.
create function session_of_all_bodies() returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select coalesce((select s.kind = 'system' and s.body_id is null from session_row() s), false)
$$;
revoke all on function session_of_all_bodies() from public;
grant execute on function session_of_all_bodies() to congvu_app;

-- The walls. person_reach itself shows a session the rows of its own bodies: the policies of people's tables look through that. "is true" keeps thousands of bodies out of
-- the look into an index, where they would be sorted for each person.
-- "offset 0" keeps each question one look into the index of the person: without it the planner may read all of reach for a batch of people, and does so while a table is young.
drop policy person_reach_see on person_reach;
create policy person_reach_see on person_reach for select to congvu_app using ((body_id = any ((select session_bodies())::uuid[])) is true);

drop policy person_app on person;
create policy person_see on person for select to congvu_app using (exists (select 1 from person_reach r where r.person_id = person.person_id and r.why <> 'former'
    and r.tx_to = 9223372036854775807 and r.valid_from <= (select today_in_vietnam()) and r.valid_to > (select today_in_vietnam()) offset 0)
  or (select session_of_all_bodies()));
create policy person_add on person for insert to congvu_app with check (body_id = any ((select session_bodies())::uuid[]));
create policy person_change on person for update to congvu_app using (body_id = any ((select session_bodies())::uuid[])) with check (body_id = any ((select session_bodies())::uuid[]));
-- Whom a person belongs to is changed by a case alone.
revoke update (body_id) on person from congvu_app;

drop policy person_version_app on person_version;
-- Who let a person go sees what was known then, and nothing that was written with the move or after it.
create policy person_version_see on person_version for select to congvu_app using (exists (select 1 from person_reach r where r.person_id = person_version.person_id and (r.why <> 'former' or person_version.tx < r.tx_from)
    and r.tx_to = 9223372036854775807 and r.valid_from <= (select today_in_vietnam()) and r.valid_to > (select today_in_vietnam()) offset 0)
  or (select session_of_all_bodies()));
create policy person_version_add on person_version for insert to congvu_app with check (body_id = any ((select session_bodies())::uuid[]));
-- Rows are seen by person now: so nobody writes one about a person of another body.
create policy person_version_of_its_manager on person_version as restrictive for insert to congvu_app with check (
  exists (select 1 from person_reach r where r.person_id = person_version.person_id and r.body_id = person_version.body_id and r.why = 'managing'
    and r.tx_to = 9223372036854775807 and r.valid_to = '9999-12-31' offset 0));

drop policy attestation_app on attestation;
create policy attestation_see on attestation for select to congvu_app using (exists (select 1 from person_reach r where r.person_id = attestation.person_id and (r.why <> 'former' or r.body_id = attestation.body_id)
    and r.tx_to = 9223372036854775807 and r.valid_from <= (select today_in_vietnam()) and r.valid_to > (select today_in_vietnam()) offset 0)
  or (select session_of_all_bodies()));
create policy attestation_add on attestation for insert to congvu_app with check (body_id = any ((select session_bodies())::uuid[]));
-- May this body sign for the person: it manages them, or nobody does yet and it has sent their number.
create function signs_for(person uuid, body uuid) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select coalesce((select r.body_id = signs_for.body from person_reach r where r.person_id = signs_for.person and r.why = 'managing' and r.tx_to = 9223372036854775807 and r.valid_to = '9999-12-31'),
    exists (select 1 from national_id n where n.person_id = signs_for.person and n.body_id = signs_for.body))
$$;
revoke all on function signs_for(uuid, uuid) from public;
grant execute on function signs_for(uuid, uuid) to congvu_app;
create policy attestation_of_its_manager on attestation as restrictive for insert to congvu_app with check (signs_for(person_id, body_id));

-- What there is of somebody whom nobody has registered is the sending body's; once somebody is registered, reach says it.
drop policy national_id_app on national_id;
create policy national_id_see on national_id for select to congvu_app using (exists (select 1 from person_reach r where r.person_id = national_id.person_id
    and r.tx_to = 9223372036854775807 and r.valid_from <= (select today_in_vietnam()) and r.valid_to > (select today_in_vietnam()) offset 0) or (body_id = any ((select session_bodies())::uuid[]) and not exists (select 1 from person_reach r where r.person_id = national_id.person_id offset 0))
  or (select session_of_all_bodies()));
drop policy person_salt_app on person_salt;
create policy person_salt_see on person_salt for select to congvu_app using (exists (select 1 from person_reach r where r.person_id = person_salt.person_id
    and r.tx_to = 9223372036854775807 and r.valid_from <= (select today_in_vietnam()) and r.valid_to > (select today_in_vietnam()) offset 0) or (body_id = any ((select session_bodies())::uuid[]) and not exists (select 1 from person_reach r where r.person_id = person_salt.person_id offset 0))
  or (select session_of_all_bodies()));
create policy person_salt_add on person_salt for insert to congvu_app with check (body_id = any ((select session_bodies())::uuid[]));
drop policy match_result_app on match_result;
create policy match_result_see on match_result for select to congvu_app using (exists (select 1 from person_reach r where r.person_id = match_result.person_id and (r.why <> 'former' or match_result.tx < r.tx_from)
    and r.tx_to = 9223372036854775807 and r.valid_from <= (select today_in_vietnam()) and r.valid_to > (select today_in_vietnam()) offset 0) or (body_id = any ((select session_bodies())::uuid[]) and not exists (select 1 from person_reach r where r.person_id = match_result.person_id offset 0))
  or (select session_of_all_bodies()));
create policy match_result_add on match_result for insert to congvu_app with check (body_id = any ((select session_bodies())::uuid[]));

-- A card belongs to the record; who let the person go sees the cards of their own time.
drop policy card_see on card;
create policy card_see on card for select to congvu_app using (exists (select 1 from person_reach r where r.person_id = card.person_id and (r.why <> 'former' or r.body_id = card.body_id)
    and r.tx_to = 9223372036854775807 and r.valid_from <= (select today_in_vietnam()) and r.valid_to > (select today_in_vietnam()) offset 0)
  or (select session_of_all_bodies()));
drop policy card_copy_see on card_copy;
create policy card_copy_see on card_copy for select to congvu_app using (exists (select 1 from person_reach r where r.person_id = card_copy.person_id and (r.why <> 'former' or r.body_id = card_copy.body_id)
    and r.tx_to = 9223372036854775807 and r.valid_from <= (select today_in_vietnam()) and r.valid_to > (select today_in_vietnam()) offset 0)
  or (select session_of_all_bodies()));
drop policy card_revocation_see on card_revocation;
create policy card_revocation_see on card_revocation for select to congvu_app using (exists (select 1 from person_reach r where r.person_id = card_revocation.person_id and (r.why <> 'former' or r.body_id = card_revocation.body_id)
    and r.tx_to = 9223372036854775807 and r.valid_from <= (select today_in_vietnam()) and r.valid_to > (select today_in_vietnam()) offset 0)
  or (select session_of_all_bodies()));
drop policy record_reopening_see on record_reopening;
create policy record_reopening_see on record_reopening for select to congvu_app using (exists (select 1 from person_reach r where r.person_id = record_reopening.person_id and r.why <> 'former'
    and r.tx_to = 9223372036854775807 and r.valid_from <= (select today_in_vietnam()) and r.valid_to > (select today_in_vietnam()) offset 0));