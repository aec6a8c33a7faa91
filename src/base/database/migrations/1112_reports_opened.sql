-- Up Migration
-- A figure opens its people under the walls, conditions may be one of several, and figures are published once rounded. Decision 0147.
create or replace function report_expression(name text) returns text language plpgsql immutable set search_path = congvu, pg_temp as $$
  begin
    return case name
      when 'kind' then 'f.employee_kind' when 'sector' then 'f.sector' when 'status' then 'f.work_status' when 'payroll' then 'f.payroll_kind'
      when 'sex' then 'f.sex' when 'ethnicity' then 'f.ethnicity' when 'religion' then 'f.religion' when 'party' then 'case when f.party_on <= $2 then ''1'' end'
      when 'position' then 'f."position"' when 'jobPosition' then 'f.job_position' when 'grade' then 'f.grade' when 'education' then 'f.education'
      when 'politics' then 'f.politics' when 'stateManagement' then 'f.state_management' when 'level' then 't.level' when 'bodyKind' then 't.kind'
      when 'age' then 'extract(year from age($2, f.birth_last))::int' when 'birthYear' then 'extract(year from f.birth_last)::int'
      when 'birthMonth' then '(extract(year from f.birth_last) * 100 + extract(month from f.birth_last))::int'
      when 'payStep' then 'f.pay_step' when 'recruitedYear' then 'extract(year from f.recruited_on)::int'
      when 'payMonths' then '(extract(year from age($2, f.pay_from)) * 12 + extract(month from age($2, f.pay_from)))::int' end;
  end
$$;

-- As in 1104, and {"any": [[conditions], …]}: the conditions of one of these lists hold.
create or replace function report_condition(one jsonb) returns text language plpgsql immutable set search_path = congvu, pg_temp as $$
  declare what text; said text := '';
  begin
    if one ? 'any' then
      return coalesce((select '(' || string_agg('(' || report_conditions(l) || ')', ' or ') || ')' from jsonb_array_elements(one -> 'any') l), 'false');
    end if;
    what := report_expression(one ->> 'of');
    if what is null then raise exception 'unknown dimension'; end if;
    if one ? 'in' then said := said || format(' and %s = any (%L::text[])', what, array(select jsonb_array_elements_text(one -> 'in'))); end if;
    if one ? 'notIn' then said := said || format(' and (%s = any (%L::text[])) is not true', what, array(select jsonb_array_elements_text(one -> 'notIn'))); end if;
    if one ? 'from' then said := said || format(' and %s >= %L::int', what, (one ->> 'from')::int); end if;
    if one ? 'to' then said := said || format(' and %s <= %L::int', what, (one ->> 'to')::int); end if;
    if one ? 'stated' then said := said || format(' and (%s is not null) = %L::boolean', what, (one ->> 'stated')::boolean); end if;
    return 'true' || said;
  end
$$;

alter function report_places(date, date, bigint) parallel safe;
-- As in 1104, in one pass by the body that manages, and led to the place of the tree only then: so it is counted in parallel, without a sort of everybody.
create or replace function report_cells(root uuid, valid_on date, tree_on date, known_at bigint, by_names text[], columns jsonb, population jsonb)
  returns table (body_id uuid, keys text[], counts bigint[])
  language plpgsql stable security definer set search_path = congvu, pg_temp set work_mem = '128MB' as $$
  declare scope uuid[]; keys_sql text; counts_sql text; sums_sql text;
  begin
    if known_at > settled_tx() then raise exception 'not settled'; end if;
    -- Over a body that stood before too, whoever may over one that it stood below.
    if not exists (select 1 from unnest(session_bodies_that_may('reports.make')) m where m = root or body_ever_within(root, m)) then return; end if;
    if exists (select 1 from unnest(by_names) n where report_expression(n) is null) then raise exception 'unknown dimension'; end if;
    scope := report_scope(root, valid_on, tree_on, known_at);
    select coalesce(string_agg(', (' || report_expression(n) || ')::text as k' || i, '' order by i), '') into keys_sql from unnest(by_names) with ordinality as b (n, i);
    select coalesce(string_agg(', count(*) filter (where ' || report_conditions(c) || ') as n' || i, '' order by i), '') ,
           coalesce(string_agg('sum(c.n' || i || ')::bigint', ', ' order by i), '')
      into counts_sql, sums_sql from jsonb_array_elements(columns) with ordinality as x (c, i);
    return query execute 'with b as materialized (
        select v.body_id, coalesce(m.place, v.body_id) as place, t.level, t.kind from (select distinct w.body_id from body_version w) v
          left join report_places($2, $3, $4) m on m.body_id = v.body_id
          left join body_version t on t.body_id = coalesce(m.place, v.body_id) and t.valid_from <= $3 and t.valid_to > $3 and t.tx_from <= $4 and t.tx_to > $4
         where coalesce(m.place, v.body_id) = any ($1)),
      c as (select r.body_id' || keys_sql || counts_sql || '
        from person_reach r join b t on t.body_id = r.body_id
        join person_fact f on f.person_id = r.person_id and f.valid_from <= $2 and f.valid_to > $2 and f.tx_from <= $4 and f.tx_to > $4
       where r.why = ''managing'' and r.valid_from <= $2 and r.valid_to > $2 and r.tx_from <= $4 and r.tx_to > $4
         and not exists (select 1 from person_merge g where g.merged_person = f.person_id and g.tx_from <= $4 and g.tx_to > $4)
         and ' || report_conditions(population) || ' group by r.body_id' || (select coalesce(string_agg(', ' || 1 + i, '' order by i), '') from generate_series(1, cardinality(by_names)) i) || ')
      select t.place, array[' || (select coalesce(string_agg('c.k' || i, ', ' order by i), '') from generate_series(1, cardinality(by_names)) i) || ']::text[], array[' || sums_sql || ']
        from c join b t on t.body_id = c.body_id group by 1, 2'
      using scope, valid_on, tree_on, known_at;
  end
$$;

-- People behind a figure, as far as the session sees them: asked under the walls of whoever asks, never beside them.
create function report_people(bodies uuid[], valid_on date, tree_on date, known_at bigint, conditions jsonb, at_most int)
  returns table (person_id uuid, full_name text, body_id uuid, seen bigint)
  language plpgsql stable set search_path = congvu, pg_temp as $$
  begin
    return query execute 'select y.person_id, y.full_name, y.place, count(*) over () from (
      select f.person_id, p.full_name, p.full_name_sort, x.place from (
        select coalesce(m.place, r.body_id) as place, r.person_id from person_reach r left join report_places($2, $3, $4) m on m.body_id = r.body_id
         where r.why = ''managing'' and r.valid_from <= $2 and r.valid_to > $2 and r.tx_from <= $4 and r.tx_to > $4) x
      join person_fact f on f.person_id = x.person_id and f.valid_from <= $2 and f.valid_to > $2 and f.tx_from <= $4 and f.tx_to > $4
      join person p on p.person_id = f.person_id and p.merged_into is null
      left join body_version t on t.body_id = x.place and t.valid_from <= $3 and t.valid_to > $3 and t.tx_from <= $4 and t.tx_to > $4
      where x.place = any ($1) and ' || report_conditions(conditions) || ') y
      order by y.full_name_sort, y.person_id limit $5'
      using bodies, valid_on, tree_on, known_at, at_most;
  end
$$;
revoke all on function report_people(uuid[], date, date, bigint, jsonb, int) from public;
grant execute on function report_people(uuid[], date, date, bigint, jsonb, int), report_expression(text), report_condition(jsonb), report_conditions(jsonb),
  report_places(date, date, bigint), report_scope(uuid, date, date, bigint) to congvu_app;

create table report_published (
  number text primary key references report_run (number),
  at timestamptz not null,
  by_account uuid not null references account,
  content text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  revises text references report_published (number),
  reason text check (length(reason) between 10 and 300),
  check ((revises is null) = (reason is null))
);
comment on table report_published is 'room: uses/reports. A report as anybody may read it: figures rounded, few and sensitive ones withheld; which one it takes the place of, and why. Append-only.';
alter table report_published enable row level security, force row level security;
create policy report_published_owner on report_published for all to congvu_owner using (true) with check (true);
create policy report_published_see on report_published for select to congvu_app using (true);
-- By a second person, who may make reports of that body.
create policy report_published_add on report_published for insert to congvu_app with check (
  by_account = (select session_person())
  and at >= (select earliest_true_time()) and at <= (select latest_true_time())
  and exists (select 1 from report_run r where r.number = report_published.number and r.by_account <> report_published.by_account
    and r.body_id = any ((select session_bodies_that_may('reports.make'))::uuid[])));
grant select, insert on report_published to congvu_app;
