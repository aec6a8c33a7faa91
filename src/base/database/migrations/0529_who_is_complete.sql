-- Up Migration
-- Whether a record has what the board counts as complete, in one place: the board counts it, an agency looks for who is not.
alter table person add column is_complete boolean generated always as (birth is not null and sex is not null and employee_kind is not null and recruited_on is not null
  and coalesce("position", job_position) is not null and grade is not null and education is not null) stored;

drop index person_name_order;
create index person_name_order on person (full_name_sort, person_id)
  include (full_name_plain, body_id, employee_kind, work_status, position, grade, birth, identity_level, job_title_plain, groups_held, has_unconfirmed, is_complete) where merged_into is null;

create or replace function board_counts(root uuid, late_before timestamptz, week_ago timestamptz, two_weeks_ago timestamptz)
  returns table (body_id uuid, registered int, complete int, sent int, confirmed int, waiting int, late int, returned int, checked int, to_correct int,
                 this_week int, week_before int, last_sent timestamptz)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  with mine as materialized (
    select b as body_id from unnest(bodies_below(array[root], today_in_vietnam())) as b where b = any ((select session_bodies_that_may('board.read'))::uuid[])),
  people as (
    select p.body_id, count(*)::int as registered,
           count(*) filter (where p.is_complete)::int as complete
      from person p join mine m on m.body_id = p.body_id where p.merged_into is null group by p.body_id),
  of_one as (
    select i.body_id, i.person_id, bool_or(i.state = 'registered') as confirmed, max(i.decided_at) filter (where i.state = 'registered') as confirmed_at,
           min(i.created_at) filter (where i.state in ('waiting-match', 'awaiting-confirmation', 'held')) as waits_since, bool_or(i.state = 'returned') as returned
      from item i join mine m on m.body_id = i.body_id where i.state not in ('withdrawn', 'superseded') group by i.body_id, i.person_id),
  sent as (
    select o.body_id, count(*)::int as sent, count(*) filter (where o.confirmed)::int as confirmed, count(*) filter (where o.waits_since is not null)::int as waiting,
           count(*) filter (where o.waits_since < late_before)::int as late, count(*) filter (where o.returned)::int as returned,
           count(*) filter (where o.confirmed_at >= week_ago)::int as this_week,
           count(*) filter (where o.confirmed_at >= two_weeks_ago and o.confirmed_at < week_ago)::int as week_before
      from of_one o group by o.body_id),
  files as (
    select f.body_id, coalesce(sum(f.accepted) filter (where f.stage = 'checked'), 0)::int as checked,
           coalesce(sum(case f.stage when 'checked' then f.rejected when 'submitted' then f.waiting else 0 end), 0)::int as to_correct, max(f.submitted_at) as last_sent
      from submission s join mine m on m.body_id = s.body_id join submission_file f on f.submission_id = s.submission_id and f.round = s.round group by f.body_id)
  select m.body_id, coalesce(p.registered, 0), coalesce(p.complete, 0), coalesce(s.sent, 0), coalesce(s.confirmed, 0), coalesce(s.waiting, 0), coalesce(s.late, 0),
         coalesce(s.returned, 0), coalesce(f.checked, 0), coalesce(f.to_correct, 0), coalesce(s.this_week, 0), coalesce(s.week_before, 0), f.last_sent
    from mine m left join people p on p.body_id = m.body_id left join sent s on s.body_id = m.body_id left join files f on f.body_id = m.body_id
   where p.registered > 0 or s.sent > 0 or f.body_id is not null
$$;

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
    if wanted ? 'incomplete' then inner_is := inner_is || ' and not p.is_complete'; end if;
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
