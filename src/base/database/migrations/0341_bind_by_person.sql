-- Up Migration
-- The last question of binding numbers went by the index of registered numbers, which looks empty while nobody is registered: in the act that registers the first
-- thousands it read all of it for each person, and grew with the square (18 of 42 s of a list of 10,000). A condition that no partial index answers leaves the index of people.

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
               where m.person_id = asked.p and case m.state when 'claimed' then true end and m.body_id = any ((select session_registering_bodies())::uuid[]) limit 1) c
       where n.id_hash = c.id_hash and n.person_id = c.person_id
         and (select true from national_id x where x.id_hash = c.id_hash and x.state in ('registered', 'former') limit 1) is null;
      return query
        select p.id from unnest(persons) as p (id)
         where (select true from national_id n left join person q on q.person_id = n.person_id
            where n.person_id = p.id and case n.state when 'registered' then true end and coalesce(q.body_id, n.body_id) = any ((select session_registering_bodies())::uuid[]) limit 1) is null;
    end
  $$;
