-- Up Migration
-- Search by accent-free name. LIKE is not leakproof, so under row-level security its index would not be used:
-- this function passes the wall as the owner and puts the session's bodies into the statement itself.

create index person_name_plain on person using gin (full_name_plain public.gin_trgm_ops);
create index person_name_order on person (full_name_sort, person_id);

create function search_people(name_pattern text, number_hash bytea, in_body uuid, of_title text, after_key text, after_id uuid, at_most int)
  returns table (person_id uuid, name text, birth text, body_id uuid, title text, sort_key text, number_sealed bytea, salt bytea)
  language plpgsql stable security definer set search_path = congvu, pg_temp as $$
  declare
    reach uuid[] := session_bodies();
  begin
    return query
      select p.person_id, p.full_name, p.birth, p.body_id, coalesce(p.position, p.job_position), p.full_name_sort, n.sealed, s.salt
        from person p left join national_id n on n.person_id = p.person_id left join person_salt s on s.person_id = p.person_id
       where p.body_id = any (reach)
         and (name_pattern is null or p.full_name_plain like name_pattern)
         and (number_hash is null or p.person_id = (select i.person_id from national_id i where i.id_hash = number_hash))
         and (in_body is null or p.body_id = in_body)
         and (of_title is null or p.position = of_title or p.job_position = of_title)
         and (after_key is null or (p.full_name_sort, p.person_id) > (after_key, after_id))
       order by p.full_name_sort, p.person_id limit least(at_most, 201);
  end
$$;
revoke all on function search_people(text, bytea, uuid, text, text, uuid, int) from public;
grant execute on function search_people(text, bytea, uuid, text, text, uuid, int) to congvu_app;
