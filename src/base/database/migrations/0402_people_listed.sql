-- Up Migration
-- Search by words of titles and by codes (kind, grade, status, match …), in any reach. What is looked at stands in the index of the list in its order, so that a
-- condition that few fulfil reads no wide rows: one pass over an index, or over the people of a small reach. Decision 0037.

-- People of before, and of a backup of before, get title and key by the product (`register/title-keys.ts`), which makes all keys. Here are those who have none.
create index person_title_without_key on person (person_id) where job_title_plain is null;

drop index person_name_order;
create index person_name_order on person (full_name_sort, person_id)
  include (full_name_plain, body_id, employee_kind, work_status, position, grade, birth, identity_level, job_title_plain) where merged_into is null;

-- Runs one of the statements below. In the order of the list: held to that index, whatever the planner thinks of the conditions.
create function people_walked(statement text, asked uuid[], beside uuid[], wanted jsonb, after_key text, after_id uuid, at_most int)
  returns table (person_id uuid, sort_key text) language plpgsql stable set search_path = congvu, pg_temp
  set enable_seqscan = off set enable_bitmapscan = off set jit = off as $$
  begin return query execute statement using asked, beside, wanted, after_key, after_id, at_most; end
$$;
-- Few within reach: by their bodies.
create function people_of_bodies(statement text, asked uuid[], beside uuid[], wanted jsonb, after_key text, after_id uuid, at_most int)
  returns table (person_id uuid, sort_key text) language plpgsql stable set search_path = congvu, pg_temp set jit = off as $$
  begin return query execute statement using asked, beside, wanted, after_key, after_id, at_most; end
$$;

-- People within reach of whom all that is wanted is true, in the order that is wanted, after a place in it.
create function people_listed(asked uuid[], beside uuid[], wanted jsonb, after_key text, after_id uuid, at_most int, few_at_most int default 5000)
  returns table (person_id uuid, sort_key text) language plpgsql stable set search_path = congvu, pg_temp as $$
  declare
    is_few boolean := (select count(*) from (select 1 from person p where p.body_id = any (asked) and p.merged_into is null limit few_at_most + 1) x) <= few_at_most;
    key text := case wanted ->> 'sort' when 'birth' then 'coalesce(p.birth, ''~'') || '' '' || p.full_name_sort' when 'grade' then 'coalesce(p.grade, ''~'') || '' '' || p.full_name_sort'
                     else 'p.full_name_sort' end;
    near text := case when is_few then 'p.body_id = any ($1)' else 'p.body_id in (select unnest($1))' end;
    inner_is text := ''; outer_is text := ''; statement text;
  begin
    if cardinality(beside) > 0 then near := '(' || near || case when is_few then ' or p.person_id = any ($2))' else ' or p.person_id in (select unnest($2)))' end; end if;
    if wanted ? 'name' then
      inner_is := inner_is || ' and case when p.full_name_plain like replace($3 ->> ''name'', '' '', '''') then name_text(p.full_name_plain) like $3 ->> ''name'' else false end';
    end if;
    if wanted ? 'title' then
      inner_is := inner_is || ' and (p.position = any (array(select jsonb_array_elements_text($3 -> ''posts''))) or case when p.job_title_plain like replace($3 ->> ''title'', '' '', '''')
        then name_text(p.job_title_plain) like $3 ->> ''title'' else false end)';
    end if;
    if wanted ? 'kind' then inner_is := inner_is || ' and p.employee_kind = $3 ->> ''kind'''; end if;
    if wanted ? 'status' then inner_is := inner_is || ' and p.work_status = $3 ->> ''status'''; end if;
    if wanted ? 'grade' then inner_is := inner_is || ' and p.grade = $3 ->> ''grade'''; end if;
    if wanted ? 'match' then inner_is := inner_is || ' and p.identity_level = $3 ->> ''match'''; end if;
    -- What stands elsewhere is looked at last, and only of those who are left.
    if wanted ? 'missing' then outer_is := outer_is || ' and not exists (select 1 from person w where w.person_id = h.person_id and w.heads ? ($3 ->> ''missing''))'; end if;
    if wanted ? 'unconfirmed' then
      outer_is := outer_is || ' and exists (select 1 from person w cross join lateral jsonb_each(w.heads) g join person_version v on v.person_id = w.person_id and v.version = (g.value ->> ''v'')::int
        where w.person_id = h.person_id and v.attestation_id is null)';
    end if;
    if wanted ? 'card' then
      outer_is := outer_is || ' and exists (select 1 from card c where c.person_id = h.person_id and c.state = ''HIEU_LUC'') = ($3 ->> ''card'')::boolean';
    end if;
    if $4 is not null then inner_is := inner_is || ' and (' || key || ', p.person_id) > ($4, $5)'; end if;
    statement := 'select h.person_id, h.sort_key from (select p.person_id, (' || key || ') collate "C" as sort_key from person p where p.merged_into is null and ' || near || inner_is
      || ' order by ' || key || ' collate "C", p.person_id offset 0) h where true' || outer_is || ' order by h.sort_key, h.person_id limit $6';
    if is_few then return query select * from people_of_bodies(statement, asked, beside, wanted, after_key, after_id, at_most);
    else return query select * from people_walked(statement, asked, beside, wanted, after_key, after_id, at_most);
    end if;
  end
$$;

-- Whom this session reaches beside the people whom its bodies manage, and these bodies: all, or those among `within`.
create function session_reach(within uuid[], out asked uuid[], out beside uuid[])
  language plpgsql stable security definer set search_path = congvu, pg_temp as $$
  declare today date := today_in_vietnam(); bodies uuid[] := session_bodies();
  begin
    asked := case when within is null then bodies else array(select unnest(bodies) intersect select unnest(within)) end;
    select coalesce(array_agg(distinct r.person_id), '{}') into beside from person_reach r join person p on p.person_id = r.person_id
     where r.body_id = any (asked) and r.why not in ('managing', 'former') and r.tx_to = 9223372036854775807 and r.valid_from <= today and r.valid_to > today
       and p.body_id <> all (asked);
  end
$$;

drop function search_people(text, bytea, uuid, text, text, uuid, int);
create function search_people(wanted jsonb, number_hash bytea, within uuid[], after_key text, after_id uuid, at_most int)
  returns table (person_id uuid, name text, birth text, body_id uuid, post text, job_title text, grade text, employee_kind text, work_status text, identity_level text, sort_key text,
    number_sealed bytea, salt bytea, by_body uuid)
  language plpgsql stable security definer set search_path = congvu, pg_temp as $function$
  declare asked uuid[]; beside uuid[]; today date := today_in_vietnam(); ids uuid[]; keys text[]; most int := least(at_most, 201);
  begin
    select r.asked, r.beside into asked, beside from session_reach(within) r;
    if number_hash is not null then
      select array_agg(p.person_id), array_agg(p.full_name_sort) into ids, keys from person p
       where p.merged_into is null and (p.body_id = any (asked) or p.person_id = any (beside))
         and p.person_id = (select i.person_id from national_id i where i.id_hash = number_hash and i.state in ('registered', 'former'))
         and p.person_id in (select l.person_id from people_listed('{}', array[p.person_id], wanted - 'sort', null, null, 1) l);
    elsif wanted ? 'name' and (wanted - 'name') = '{}' then
      select array_agg(n.person_id), array_agg(n.sort_key) into ids, keys from search_names(asked, beside, wanted ->> 'name', after_key, after_id, most) n;
    else
      select array_agg(l.person_id), array_agg(l.sort_key) into ids, keys from people_listed(asked, beside, wanted, after_key, after_id, most) l;
    end if;
    return query
      select p.person_id, p.full_name, p.birth, p.body_id, p.position, p.job_title, p.grade, p.employee_kind, p.work_status, p.identity_level, h.key, n.sealed, s.salt,
             case when p.body_id = any (asked) then p.body_id else (
               select r.body_id from person_reach r where r.person_id = p.person_id and r.body_id = any (asked) and r.why not in ('managing', 'former')
                  and r.tx_to = 9223372036854775807 and r.valid_from <= today and r.valid_to > today order by r.body_id limit 1) end
        from unnest(ids, keys) as h (id, key) join person p on p.person_id = h.id
        left join national_id n on n.person_id = p.person_id and n.state = 'registered' left join person_salt s on s.person_id = p.person_id
       order by h.key collate "C", p.person_id;
  end
$function$;

-- How many there are, up to a bound: a whole country is not counted for a number that nobody reads.
create function count_people(wanted jsonb, within uuid[], at_most int) returns int
  language plpgsql stable security definer set search_path = congvu, pg_temp as $function$
  declare asked uuid[]; beside uuid[];
  begin
    select r.asked, r.beside into asked, beside from session_reach(within) r;
    return (select count(*) from people_listed(asked, beside, wanted - 'sort', null, null, at_most));
  end
$function$;

revoke all on function people_walked(text, uuid[], uuid[], jsonb, text, uuid, int), people_of_bodies(text, uuid[], uuid[], jsonb, text, uuid, int),
  people_listed(uuid[], uuid[], jsonb, text, uuid, int, int), session_reach(uuid[]), search_people(jsonb, bytea, uuid[], text, uuid, int), count_people(jsonb, uuid[], int) from public;
grant execute on function search_people(jsonb, bytea, uuid[], text, uuid, int), count_people(jsonb, uuid[], int) to congvu_app;
