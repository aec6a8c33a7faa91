-- Up Migration
-- The index of parts of whole names again. Migration 0351 held that what stands before a given name finds the same people, and so it does: for "van hung" it went
-- through every Văn of three million people, 4.5 to 6.7 s of processor, for the Văn of a frequent given name stand late among their namesakes and are not met by
-- walking. Of the words together there are few, and this index knows it: 0.25 s.

create index person_name_parts on person using gin (name_text(full_name_plain) public.gin_trgm_ops) where merged_into is null;
drop function names_by_parts(uuid[], uuid[], text, text, text, uuid, int);
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
revoke all on function names_by_parts(uuid[], uuid[], text, boolean, text, uuid, int) from public;

create or replace function search_names(asked uuid[], beside uuid[], pattern text, after_key text, after_id uuid, at_most int, steps int default 20000)
  returns table (person_id uuid, sort_key text) language plpgsql stable security definer set search_path = congvu, pg_temp set plan_cache_mode = force_generic_plan set jit = off as $$
  declare
    no_id constant uuid := '00000000-0000-0000-0000-000000000000';
    key text collate "C" := coalesce(after_key, ''); id uuid := coalesce(after_id, no_id); given text collate "C"; left_steps int := steps; more int; walked int := 0;
    seen record; w record; found_ids uuid[] := '{}'; found_keys text[] := '{}'; given_ids uuid[] := '{}'; of_given text[] := '{}'; t timestamptz := clock_timestamp();
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
