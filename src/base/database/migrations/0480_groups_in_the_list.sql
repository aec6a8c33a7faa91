-- Up Migration
-- Which groups somebody has, and whether some stand unconfirmed, beside what conditions look at in the index of the list: a condition that nobody fulfils read the
-- wide row of everybody within reach (0.8 s for missing groups, 0.4 s for what is unconfirmed, among 200,000). Decision 0056.

-- Bit 0 is group A, bit 25 group Z. Null in rows of before until the product has filled them (`register/group-keys.ts`); a search then looks at the row itself.
alter table person add column groups_held int, add column has_unconfirmed boolean;
grant update (groups_held, has_unconfirmed) on person to congvu_app;

drop index person_name_order;
create index person_name_order on person (full_name_sort, person_id)
  include (full_name_plain, body_id, employee_kind, work_status, position, grade, birth, identity_level, job_title_plain, groups_held, has_unconfirmed) where merged_into is null;
create index person_without_group_keys on person (person_id) where groups_held is null;

-- People within reach of whom all that is wanted is true, in the order that is wanted, after a place in it.
create or replace function people_listed(asked uuid[], beside uuid[], wanted jsonb, after_key text, after_id uuid, at_most int, few_at_most int default 5000)
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
      inner_is := inner_is || ' and (p.position = any (array(select jsonb_array_elements_text($3 -> ''posts''))) or p.grade = any (array(select jsonb_array_elements_text($3 -> ''grades''))) or case when p.job_title_plain like replace($3 ->> ''title'', '' '', '''')
        then name_text(p.job_title_plain) like $3 ->> ''title'' else false end)';
    end if;
    if wanted ? 'kind' then inner_is := inner_is || ' and p.employee_kind = $3 ->> ''kind'''; end if;
    if wanted ? 'status' then inner_is := inner_is || ' and p.work_status = $3 ->> ''status'''; end if;
    if wanted ? 'grade' then inner_is := inner_is || ' and p.grade = $3 ->> ''grade'''; end if;
    if wanted ? 'match' then inner_is := inner_is || ' and p.identity_level = $3 ->> ''match'''; end if;
    if wanted ? 'missing' then
      -- The bit is a number of the statement: only letters of groups come here, and `ascii` makes nothing else of any other.
      inner_is := inner_is || ' and coalesce(p.groups_held & ' || (1 << (ascii(wanted ->> 'missing') - 65)) || ', 0) = 0';
      -- Who has no keys yet is looked at in the row.
      outer_is := outer_is || ' and case when h.held is null then not exists (select 1 from person w where w.person_id = h.person_id and w.heads ? ($3 ->> ''missing'')) else true end';
    end if;
    if wanted ? 'unconfirmed' then
      inner_is := inner_is || ' and coalesce(p.has_unconfirmed, true)';
      outer_is := outer_is || ' and case when h.held is null then exists (select 1 from person w cross join lateral jsonb_each(w.heads) g join person_version v on v.person_id = w.person_id and v.version = (g.value ->> ''v'')::int
        where w.person_id = h.person_id and v.attestation_id is null) else true end';
    end if;
    -- What stands elsewhere is looked at last, and only of those who are left.
    if wanted ? 'card' then
      outer_is := outer_is || ' and exists (select 1 from card c where c.person_id = h.person_id and c.state = ''HIEU_LUC'') = ($3 ->> ''card'')::boolean';
    end if;
    if $4 is not null then inner_is := inner_is || ' and (' || key || ', p.person_id) > ($4, $5)'; end if;
    statement := 'select h.person_id, h.sort_key from (select p.person_id, (' || key || ') collate "C" as sort_key, p.groups_held as held from person p where p.merged_into is null and ' || near || inner_is
      || ' order by ' || key || ' collate "C", p.person_id offset 0) h where true' || outer_is || ' order by h.sort_key, h.person_id limit $6';
    if is_few then return query select * from people_of_bodies(statement, asked, beside, wanted, after_key, after_id, at_most);
    else return query select * from people_walked(statement, asked, beside, wanted, after_key, after_id, at_most);
    end if;
  end
$$;
