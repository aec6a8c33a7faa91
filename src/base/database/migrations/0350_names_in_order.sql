-- Up Migration
-- Search by name whose cost does not grow with how many people bear a frequent name, nor with how many the session reaches. The planner guessed: for "nguyen"
-- in a province it gathered two hundred thousand people by parts of the name and sorted them, for a name nobody has it read the whole list. Now what is cheap is
-- tried first and told when to stop, and what follows is chosen by looking at a few thousand people. Decision 0031.
-- A typed word begins a word of the name: "yen" is Yến and no longer every Nguyễn.

-- The words of a name, each with a blank in front: signs within a name (H'Hen, Tôn-Nữ) part words, as they do when somebody types.
create function name_text(plain text) returns text language sql immutable parallel safe as $$ select ' ' || translate(plain, '''’ʼ-', '    ') $$;

drop index person_name_order, person_name_plain;
-- The list in its order, and the people of a body in theirs, with all that a search looks at: neither touches the wide rows of people.
create index person_name_order on person (full_name_sort, person_id) include (full_name_plain, body_id) where merged_into is null;
create index person_body_names on person (body_id, full_name_sort, person_id) include (full_name_plain) where merged_into is null;
-- Parts of names: of whole ones, and of all before the last word; and which given names there are.
create index person_name_parts on person using gin (name_text(full_name_plain) public.gin_trgm_ops) where merged_into is null;
create index person_name_before_given on person using gin ((substring(name_text(full_name_plain) from '^(.*) ')) public.gin_trgm_ops) where merged_into is null;
create index person_given_names on person ((split_part(name_text(full_name_plain), ' ', -1)), (split_part(full_name_sort, ' ', 1))) where merged_into is null;

-- Ways to people of a name whom the session reaches, each held to its index: plans are made once and for all arrays alike, for a plan that looks at an array of
-- twenty thousand bodies takes longer than the search. `loose`: a pattern that every match fits, and that costs a tenth.

-- All people of these bodies, looked through: for a small reach.
create function names_of_bodies(asked uuid[], beside uuid[], pattern text, after_key text, after_id uuid, at_most int)
  returns table (person_id uuid, sort_key text) language plpgsql stable set search_path = congvu, pg_temp
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off set jit = off as $$
  declare loose text := replace(pattern, ' ', '');
  begin
    return query
      select h.person_id, h.full_name_sort from (
        select p.person_id, p.full_name_sort, p.full_name_plain from person p
         where p.body_id = any (asked) and p.merged_into is null and p.full_name_plain || '' like loose offset 0) h
       where name_text(h.full_name_plain) like pattern and (h.full_name_sort, h.person_id) > (after_key, after_id)
      union
      select p.person_id, p.full_name_sort from person p
       where p.person_id = any (beside) and p.merged_into is null and name_text(p.full_name_plain) like pattern and (p.full_name_sort, p.person_id) > (after_key, after_id)
      order by 2, 1 limit at_most;
  end
$$;

-- The list in its order, so many steps from a place: whether each is named so, whether each is within reach.
create function names_in_order(asked uuid[], beside uuid[], pattern text, after_key text, after_id uuid, up_to text, steps int)
  returns table (person_id uuid, sort_key text, is_named boolean, is_near boolean) language plpgsql stable set search_path = congvu, pg_temp
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off set jit = off as $$
  declare loose text := replace(pattern, ' ', '');
  begin
    return query
      select p.person_id, p.full_name_sort, case when p.full_name_plain like loose then name_text(p.full_name_plain) like pattern else false end,
             p.body_id in (select unnest(asked)) or p.person_id in (select unnest(beside))
        from person p
       where p.merged_into is null and (p.full_name_sort, p.person_id) > (after_key, after_id) and p.full_name_sort < up_to
       order by p.full_name_sort, p.person_id limit steps;
  end
$$;

create function names_walked(asked uuid[], beside uuid[], pattern text, after_key text, after_id uuid, up_to text, steps int, at_most int)
  returns table (ids uuid[], keys text[], walked int, end_key text, end_id uuid) language sql stable set search_path = congvu, pg_temp as $$
    select coalesce((array_agg(h.person_id order by h.n) filter (where h.is_named and h.is_near))[:at_most], '{}'),
           coalesce((array_agg(h.sort_key order by h.n) filter (where h.is_named and h.is_near))[:at_most], '{}'),
           count(*)::int, (array_agg(h.sort_key order by h.n desc))[1], (array_agg(h.person_id order by h.n desc))[1]
      from names_in_order(asked, beside, pattern, after_key, after_id, up_to, steps) with ordinality h (person_id, sort_key, is_named, is_near, n)
$$;

-- By parts of names, wherever they stand; `but_given`: only by what stands before the last word.
create function names_by_parts(asked uuid[], beside uuid[], pattern text, but_given boolean, after_key text, after_id uuid, at_most int)
  returns table (person_id uuid, sort_key text) language plpgsql stable set search_path = congvu, pg_temp
  set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off set jit = off as $$
  begin
    if but_given then
      return query select p.person_id, p.full_name_sort from person p
         where substring(name_text(p.full_name_plain) from '^(.*) ') like pattern and p.merged_into is null and (p.full_name_sort, p.person_id) > (after_key, after_id)
           and (p.body_id in (select unnest(asked)) or p.person_id in (select unnest(beside)))
         order by p.full_name_sort, p.person_id limit at_most;
    else
      return query select p.person_id, p.full_name_sort from person p
         where name_text(p.full_name_plain) like pattern and p.merged_into is null and (p.full_name_sort, p.person_id) > (after_key, after_id)
           and (p.body_id in (select unnest(asked)) or p.person_id in (select unnest(beside)))
         order by p.full_name_sort, p.person_id limit at_most;
    end if;
  end
$$;

-- Keys of the given names that begin so, in the order of the list: one step of an index for each.
create function given_keys(word text)
  returns text[] language plpgsql stable set search_path = congvu, pg_temp
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off set jit = off as $$
  declare found text[];
  begin
    with recursive given (plain, key) as (
      (select split_part(name_text(p.full_name_plain), ' ', -1), split_part(p.full_name_sort, ' ', 1) from person p
        where p.merged_into is null and split_part(name_text(p.full_name_plain), ' ', -1) >= word and split_part(name_text(p.full_name_plain), ' ', -1) < word || chr(1114111)
        order by split_part(name_text(p.full_name_plain), ' ', -1), split_part(p.full_name_sort, ' ', 1) limit 1)
      union all
      select n.* from given g cross join lateral (
        select split_part(name_text(p.full_name_plain), ' ', -1), split_part(p.full_name_sort, ' ', 1) from person p
         where p.merged_into is null and (split_part(name_text(p.full_name_plain), ' ', -1), split_part(p.full_name_sort, ' ', 1)) > (g.plain, g.key)
           and split_part(name_text(p.full_name_plain), ' ', -1) < word || chr(1114111)
         order by split_part(name_text(p.full_name_plain), ' ', -1), split_part(p.full_name_sort, ' ', 1) limit 1) n)
    select array_agg(distinct g.key order by g.key) into found from given g;
    return coalesce(found, '{}');
  end
$$;

-- A few people of anywhere: how many there are about, what share of them is named so before the given name, what share is within reach.
create function names_sampled(asked uuid[], beside uuid[], pattern text, steps int)
  returns table (people float8, named float8, near float8) language plpgsql stable set search_path = congvu, pg_temp set plan_cache_mode = force_generic_plan set jit = off as $$
  declare loose text := replace(pattern, ' ', ''); rows_about float8 := pg_relation_size('person') / 2000.0;
  begin
    return query
      select rows_about,
             (count(*) filter (where case when h.full_name_plain like loose then substring(name_text(h.full_name_plain) from '^(.*) ') like pattern else false end))::float8 / greatest(count(*), 1),
             (count(*) filter (where h.body_id in (select unnest(asked)) or h.person_id in (select unnest(beside))))::float8 / greatest(count(*), 1)
        from (select p.person_id, p.body_id, p.full_name_plain, p.merged_into from person p tablesample system (least(100, 10.0 * steps / greatest(rows_about, 1)))) h
       where h.merged_into is null;
  end
$$;

-- The people of a name within reach, in the order of the list, after a place in it. The answer is the same whatever way is taken; `steps` is there for tests of all ways.
create function search_names(asked uuid[], beside uuid[], pattern text, after_key text, after_id uuid, at_most int, steps int default 20000)
  returns table (person_id uuid, sort_key text) language plpgsql stable security definer set search_path = congvu, pg_temp set plan_cache_mode = force_generic_plan set jit = off as $$
  declare
    no_id constant uuid := '00000000-0000-0000-0000-000000000000';
    key text collate "C" := coalesce(after_key, ''); id uuid := coalesce(after_id, no_id); given text collate "C"; left_steps int := steps; more int; walked int := 0;
    seen record; w record; found_ids uuid[] := '{}'; found_keys text[] := '{}'; given_ids uuid[] := '{}'; of_given text[] := '{}';
  begin
    -- Few within reach: they are looked through.
    if (select count(*) from (select 1 from person p where p.body_id = any (asked) and p.merged_into is null limit steps / 4 + 1) x) <= steps / 4 then
      return query select * from names_of_bodies(asked, beside, pattern, key, id, at_most);
      return;
    end if;
    -- What many are called stands soon in the list. Walking goes on as long as that seems the shortest way (microseconds a person, measured: 0.8 a step of the list,
    -- 6 by parts of names, 0.5 of those within reach), and never beyond three times `steps`.
    more := steps / 10;
    loop
      select * into w from names_walked(asked, beside, pattern, key, id, chr(1114111), more, at_most);
      found_ids := found_ids || w.ids; found_keys := found_keys || w.keys;
      if w.walked < more or cardinality(found_ids) >= at_most then
        return query select * from unnest(found_ids, found_keys) limit at_most;
        return;
      end if;
      key := w.end_key; id := w.end_id; walked := walked + w.walked;
      if seen is null then select * into seen from names_sampled(asked, beside, pattern, steps); end if;
      more := least((at_most - cardinality(found_ids)) / greatest(seen.named * seen.near, 1e-6), 1e6);
      exit when walked + more > 3 * steps or 0.8 * more > least(6 * seen.named, 0.5 * seen.near) * seen.people;
      more := greatest(more, steps / 10);
    end loop;
    if 0.5 * seen.near < 6 * seen.named then
      return query select * from unnest(found_ids, found_keys) union all
        (select * from names_of_bodies(asked, beside, pattern, key, id, at_most - cardinality(found_ids)));
      return;
    end if;
    -- Whoever is left has the last word as given name, and stands together with those of that name; or has all words before it, and they are few.
    -- A given name of many with words that few of them have: not walked through either, but found by parts.
    foreach given in array given_keys(replace(split_part(rtrim(pattern, '%'), ' ', -1), '\', '')) loop
      continue when given || '!' < key;
      more := least(left_steps + 1, steps / 10);
      select * into w from names_walked(asked, beside, pattern, greatest(key, given), case when key >= given then id else no_id end, given || '!', more, at_most);
      if w.walked = more and cardinality(given_ids) + cardinality(w.ids) < at_most then
        more := left_steps + 1;
        select * into w from names_walked(asked, beside, pattern, greatest(key, given), case when key >= given then id else no_id end, given || '!', more, at_most);
      end if;
      given_ids := given_ids || w.ids; of_given := of_given || w.keys;
      left_steps := left_steps - w.walked;
      exit when cardinality(given_ids) >= at_most or left_steps < 0;
    end loop;
    -- Namesakes were walked through in vain: few of them are within reach, or what stands before their given name comes late among them. Where a tenth of a second
    -- (microseconds, as above) suffices for all within reach they are looked through.
    if left_steps < 0 and cardinality(given_ids) < at_most and 0.5 * seen.near * seen.people < 5 * steps then
      return query select * from unnest(found_ids, found_keys) union all
        (select * from names_of_bodies(asked, beside, pattern, key, id, at_most - cardinality(found_ids)));
      return;
    end if;
    return query
      select * from unnest(found_ids, found_keys) union all
      (select u.a, u.b from (
        select * from unnest(given_ids, of_given) as f (a, b)
        union select * from names_by_parts(asked, beside, pattern, left_steps >= 0 or cardinality(given_ids) >= at_most, key, id, at_most) f) u
       order by u.b collate "C", u.a limit at_most - cardinality(found_ids));
  end
$$;

grant execute on function name_text(text) to congvu_app;
revoke all on function names_of_bodies(uuid[], uuid[], text, text, uuid, int), names_in_order(uuid[], uuid[], text, text, uuid, text, int),
  names_walked(uuid[], uuid[], text, text, uuid, text, int, int), names_by_parts(uuid[], uuid[], text, boolean, text, uuid, int), given_keys(text),
  names_sampled(uuid[], uuid[], text, int), search_names(uuid[], uuid[], text, text, uuid, int, int) from public;

create or replace function search_people(name_pattern text, number_hash bytea, in_body uuid, of_title text, after_key text, after_id uuid, at_most integer)
  returns table (person_id uuid, name text, birth text, body_id uuid, title text, sort_key text, number_sealed bytea, salt bytea, by_body uuid)
  language plpgsql stable security definer set search_path = congvu, pg_temp as $function$
  declare bodies uuid[] := session_bodies(); asked uuid[]; today date := today_in_vietnam(); beside uuid[]; page uuid[]; within text := 'p.body_id = any ($1)';
  begin
    asked := case when in_body is null then bodies when in_body = any (bodies) then array[in_body] else '{}' end;
    select array_agg(distinct r.person_id) into beside from person_reach r join person p on p.person_id = r.person_id
     where r.body_id = any (asked) and r.why not in ('managing', 'former') and r.tx_to = 9223372036854775807 and r.valid_from <= today and r.valid_to > today
       and p.body_id <> all (asked);
    if name_pattern is not null and number_hash is null and of_title is null then
      select coalesce(array_agg(n.person_id), '{}') into page from search_names(asked, coalesce(beside, '{}'), name_pattern, after_key, after_id, least(at_most, 201)) n;
    else
      if beside is not null then within := '(p.body_id = any ($1) or p.person_id = any ($4))'; end if;
      execute
        'select coalesce(array_agg(h.person_id), ''{}'') from (
           select p.person_id from person p
            where p.merged_into is null and ' || within || '
              and ($2 is null or name_text(p.full_name_plain) like $2)
              and ($3 is null or p.person_id = (select i.person_id from national_id i where i.id_hash = $3 and i.state in (''registered'', ''former'')))
              and ($5 is null or p.position = $5 or p.job_position = $5)
              and ($6 is null or (p.full_name_sort, p.person_id) > ($6, $7))
            order by p.full_name_sort, p.person_id limit $8) h'
        into page using asked, name_pattern, number_hash, beside, of_title, after_key, after_id, least(at_most, 201);
    end if;
    return query
      select p.person_id, p.full_name, p.birth, p.body_id, coalesce(p.position, p.job_position), p.full_name_sort, n.sealed, s.salt,
             case when p.body_id = any (asked) then p.body_id else (
               select r.body_id from person_reach r where r.person_id = p.person_id and r.body_id = any (asked) and r.why not in ('managing', 'former')
                  and r.tx_to = 9223372036854775807 and r.valid_from <= today and r.valid_to > today order by r.body_id limit 1) end
        from unnest(page) as h (id) join person p on p.person_id = h.id
        left join national_id n on n.person_id = p.person_id and n.state = 'registered' left join person_salt s on s.person_id = p.person_id
       order by p.full_name_sort, p.person_id;
  end
$function$;
