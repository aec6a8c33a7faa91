-- Up Migration
-- Functions that are asked about some thousand numbers or people of a table that grows while they are asked. Their plans are kept, and one that was made while the
-- table was young reads all of it each time, or holds every claim of the body against every number that was asked: claiming the numbers of 20,000 people took 31 s,
-- half of sending them, and grew with the square; binding them at registering did the same. They go by their indexes, one number after the other, whatever the planner knows of the table: each of the two
-- kinds of row is unique for a number (and body), and "limit 1" keeps the planner from turning the question round. Without just-in-time compiling: servers before 18
-- say that a way is closed by an enormous cost, and would compile for it at each call.

create or replace function claim_national_ids(hashes bytea[], persons uuid[], seals bytea[], for_body uuid, by_submission uuid)
  returns table (id_hash bytea, person_id uuid, outcome text) language plpgsql security definer set search_path = congvu, pg_temp
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
    begin
      if not (for_body = any ((select session_bodies())::uuid[])) then
        raise exception 'E-BODY-NOT-YOURS' using errcode = 'insufficient_privilege';
      end if;
      -- Whoever binds or lets go one of these numbers is waited for; always in one order, so that nobody waits in a circle.
      perform 1 from (select distinct asked.h from unnest(hashes) as asked (h)) a join national_id n on n.id_hash = a.h order by n.id_hash, n.person_id for update of n;
      insert into national_id as n (id_hash, person_id, body_id, sealed, claimed_by)
        select c.h, c.p, for_body, c.s, by_submission
          from unnest(hashes, persons, seals) as c (h, p, s)
         where (select true from national_id x where x.id_hash = c.h and x.state in ('registered', 'former') limit 1) is null
         order by c.h
        on conflict do nothing;
      return query
        select asked.h,
               coalesce(case when coalesce(p.body_id, r.body_id) = for_body and r.state = 'registered' then r.person_id end, case when r.id_hash is null then o.person_id end),
               case when coalesce(p.body_id, r.body_id) = for_body and r.state = 'registered' or r.id_hash is null and o.id_hash is not null then 'mine' else 'elsewhere' end
          from unnest(hashes) as asked (h)
          left join lateral (select n.id_hash, n.person_id, n.body_id, n.state from national_id n
                              where n.id_hash = asked.h and n.state in ('registered', 'former') limit 1) r on true
          left join person p on p.person_id = r.person_id
          left join lateral (select n.id_hash, n.person_id from national_id n where n.id_hash = asked.h and n.state = 'claimed' and n.body_id = for_body limit 1) o on true;
    end
  $$;

create or replace function bind_national_ids(persons uuid[])
  returns setof uuid language plpgsql security definer set search_path = congvu, pg_temp
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
    begin
      -- All claims of these numbers, whoever's: two bodies that confirm at the same second come one after the other.
      perform 1 from (select distinct m.id_hash from unnest(persons) as asked (p) join national_id m on m.person_id = asked.p) a
        join national_id n on n.id_hash = a.id_hash order by n.id_hash, n.person_id for update of n;
      update national_id n set state = 'registered', tx = record_tx()
        from (select distinct a.p from unnest(persons) as a (p)) asked
        cross join lateral (select m.id_hash, m.person_id from national_id m
               where m.person_id = asked.p and m.state = 'claimed' and m.body_id = any ((select session_registering_bodies())::uuid[]) limit 1) c
       where n.id_hash = c.id_hash and n.person_id = c.person_id
         and (select true from national_id x where x.id_hash = c.id_hash and x.state in ('registered', 'former') limit 1) is null;
      return query
        select p.id from unnest(persons) as p (id)
         where (select true from national_id n left join person q on q.person_id = n.person_id
            where n.person_id = p.id and n.state = 'registered' and coalesce(q.body_id, n.body_id) = any ((select session_registering_bodies())::uuid[]) limit 1) is null;
    end
  $$;

create or replace function look_up_national_ids(hashes bytea[], for_body uuid)
  returns table (id_hash bytea, person_id uuid, outcome text) language sql stable security definer set search_path = congvu, pg_temp
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
    select asked.h,
           case when coalesce(p.body_id, r.body_id, o.body_id) = for_body then coalesce(r.person_id, o.person_id) end,
           case when coalesce(p.body_id, r.body_id) = for_body then case r.state when 'former' then 'former' else 'mine' end
                when r.body_id is not null then 'elsewhere'
                when o.body_id is not null then 'mine' else 'free' end
      from unnest(hashes) as asked (h)
      left join lateral (select n.person_id, n.body_id, n.state from national_id n where n.id_hash = asked.h and n.state in ('registered', 'former') limit 1) r on true
      left join person p on p.person_id = r.person_id
      left join lateral (select n.person_id, n.body_id from national_id n where n.id_hash = asked.h and n.state = 'claimed' and n.body_id = for_body limit 1) o on true
     where for_body = any ((select session_bodies())::uuid[])
  $$;

-- The unique index begins with the same columns.
drop index item_submission;
