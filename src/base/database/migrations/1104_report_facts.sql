-- Up Migration
-- What reports count: facts of people over two times, a row a stretch of days as known from one transaction to another. Derived from the versions (record/register/facts.ts);
-- who manages somebody is person_reach. And reports that were made: a value with its hash, kept. Decision 0146.
create table person_fact (
  person_id uuid not null,
  valid_from date not null,
  valid_to date not null default '9999-12-31',
  tx_from bigint not null default record_tx(),
  tx_to bigint not null default 9223372036854775807,
  birth_last date,
  employee_kind text collate "C",
  sector text collate "C",
  work_status text collate "C",
  sex text collate "C",
  ethnicity text collate "C",
  religion text collate "C",
  party_on date,
  recruited_on date,
  payroll_kind text collate "C",
  "position" text collate "C",
  job_position text collate "C",
  grade text collate "C",
  pay_step int,
  coefficient numeric(4,2),
  pay_from date,
  education text collate "C",
  politics text collate "C",
  state_management text collate "C",
  using_body_id uuid,
  primary key (person_id, valid_from, tx_from),
  constraint person_fact_days check (valid_from < valid_to)
);
comment on table person_fact is 'room: record/register. What reports count of a person, over two times; derived from person_version, rebuilt at will.';
comment on column person_fact.birth_last is 'the last day that the stated birth may mean: of a year alone 31 December';
comment on column person_fact.valid_to is 'first day on which it does not hold any more';
alter table person_fact enable row level security, force row level security;
create policy person_fact_owner on person_fact for all to congvu_owner using (true) with check (true);
-- Whoever sees the person today: only to look at the rows behind a figure.
create policy person_fact_see on person_fact for select to congvu_app using (
  exists (select 1 from person p where p.person_id = person_fact.person_id));
create policy person_fact_kept_apart on person_fact as restrictive for select to congvu_app using (not (person_id in (select session_hidden_people())));
grant select on person_fact to congvu_app;

-- From which day on each of these people is said.
create function facts_since(said jsonb) returns table (person_id uuid, since date) language sql immutable set search_path = congvu, pg_temp as $$
  select (s ->> 'person_id')::uuid, min((s ->> 'since')::date) from jsonb_array_elements(said) s group by 1
$$;
-- The believed days of these people from a day on are now these rows. Only of people of whom this transaction wrote a version, or took a merge back.
create function keep_facts(said jsonb) returns void language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  declare this_tx bigint := record_tx();
  begin
    if exists (select 1 from jsonb_array_elements(said) s where not exists (
        select 1 from person_version v where v.person_id = (s ->> 'person_id')::uuid and v.tx = this_tx)) then
      raise exception 'facts are written with a version';
    end if;
    -- Of a stretch that begins before, what stands before the day goes on.
    insert into person_fact select f.person_id, f.valid_from, c.since, this_tx, f.tx_to, f.birth_last, f.employee_kind, f.sector, f.work_status, f.sex, f.ethnicity,
        f.religion, f.party_on, f.recruited_on, f.payroll_kind, f."position", f.job_position, f.grade, f.pay_step, f.coefficient, f.pay_from, f.education,
        f.politics, f.state_management, f.using_body_id
      from person_fact f join facts_since(said) c using (person_id)
     where f.tx_to = 9223372036854775807 and f.valid_to > c.since and f.valid_from < c.since and f.tx_from <> this_tx;
    -- Said twice in one transaction: what was said first was never known to anybody.
    update person_fact f set valid_to = c.since from facts_since(said) c
     where f.person_id = c.person_id and f.tx_from = this_tx and f.valid_from < c.since and f.valid_to > c.since;
    delete from person_fact f using facts_since(said) c where f.person_id = c.person_id and f.tx_from = this_tx and f.valid_from >= c.since;
    update person_fact f set tx_to = this_tx from facts_since(said) c
     where f.person_id = c.person_id and f.tx_to = 9223372036854775807 and f.tx_from <> this_tx and f.valid_to > c.since;
    insert into person_fact select r.* from jsonb_populate_recordset(null::person_fact,
      (select jsonb_agg(s || jsonb_build_object('tx_from', this_tx, 'tx_to', 9223372036854775807)) from jsonb_array_elements(said) s)) r;
  end
$$;
revoke all on function facts_since(jsonb), keep_facts(jsonb) from public;
grant execute on function keep_facts(jsonb) to congvu_app;

-- The day from which the newest believed stretch of each of these people holds: of those of whom this transaction wrote a version.
create function facts_newest(people uuid[]) returns table (person_id uuid, day date) language sql stable security definer set search_path = congvu, pg_temp as $$
  select f.person_id, max(f.valid_from) from person_fact f join person_version v on v.person_id = f.person_id and v.tx = record_tx()
   where f.person_id = any (people) and f.tx_to = 9223372036854775807 group by f.person_id
$$;
revoke all on function facts_newest(uuid[]) from public;
grant execute on function facts_newest(uuid[]) to congvu_app;

-- A name of what is counted by, as the expression of the row it stands for. No other text comes into a statement of this function's callers.
create function report_expression(name text) returns text language plpgsql immutable set search_path = congvu, pg_temp as $$
  begin
    return case name
      when 'kind' then 'f.employee_kind' when 'sector' then 'f.sector' when 'status' then 'f.work_status' when 'payroll' then 'f.payroll_kind'
      when 'sex' then 'f.sex' when 'ethnicity' then 'f.ethnicity' when 'religion' then 'f.religion' when 'party' then 'case when f.party_on <= $2 then ''1'' end'
      when 'position' then 'f."position"' when 'jobPosition' then 'f.job_position' when 'grade' then 'f.grade' when 'education' then 'f.education'
      when 'politics' then 'f.politics' when 'stateManagement' then 'f.state_management' when 'level' then 't.level' when 'bodyKind' then 't.kind'
      when 'age' then 'extract(year from age($2, f.birth_last))::int' when 'birthYear' then 'extract(year from f.birth_last)::int'
      when 'payStep' then 'f.pay_step' when 'recruitedYear' then 'extract(year from f.recruited_on)::int'
      when 'payMonths' then '(extract(year from age($2, f.pay_from)) * 12 + extract(month from age($2, f.pay_from)))::int' end;
  end
$$;

-- One condition as SQL: {"of": name, "in": [texts]} · {"of", "notIn"} (what is not stated passes) · {"of", "from", "to"} (whole numbers, both included) · {"of", "stated": bool}.
create function report_condition(one jsonb) returns text language plpgsql immutable set search_path = congvu, pg_temp as $$
  declare what text := report_expression(one ->> 'of'); said text := '';
  begin
    if what is null then raise exception 'unknown dimension'; end if;
    if one ? 'in' then said := said || format(' and %s = any (%L::text[])', what, array(select jsonb_array_elements_text(one -> 'in'))); end if;
    if one ? 'notIn' then said := said || format(' and (%s = any (%L::text[])) is not true', what, array(select jsonb_array_elements_text(one -> 'notIn'))); end if;
    if one ? 'from' then said := said || format(' and %s >= %L::int', what, (one ->> 'from')::int); end if;
    if one ? 'to' then said := said || format(' and %s <= %L::int', what, (one ->> 'to')::int); end if;
    if one ? 'stated' then said := said || format(' and (%s is not null) = %L::boolean', what, (one ->> 'stated')::boolean); end if;
    return 'true' || said;
  end
$$;
create function report_conditions(all_of jsonb) returns text language sql immutable set search_path = congvu, pg_temp as $$
  select coalesce(string_agg('(' || report_condition(c) || ')', ' and '), 'true') from jsonb_array_elements(coalesce(all_of, '[]')) c
$$;

-- Which body of the tree of one day a body of another day is: itself while it stands there, else the only one that its links lead to; null when they lead to none or to several.
create function report_places(valid_on date, tree_on date, known_at bigint) returns table (body_id uuid, place uuid)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  with recursive standing as (
    select v.body_id from body_version v where v.valid_from <= tree_on and v.valid_to > tree_on and v.tx_from <= known_at and v.tx_to > known_at),
  gone as (
    select v.body_id from body_version v where v.valid_from <= valid_on and v.valid_to > valid_on and v.tx_from <= known_at and v.tx_to > known_at
    except select s.body_id from standing s),
  links as (
    select case when tree_on > valid_on then l.from_id else l.to_id end as a, case when tree_on > valid_on then l.to_id else l.from_id end as b
      from change_link l join change_event e using (event_id) where e.tx <= known_at
       and e.effective_on > least(valid_on, tree_on) and e.effective_on <= greatest(valid_on, tree_on)),
  walk as (
    select g.body_id, g.body_id as at from gone g
    union select w.body_id, l.b from walk w join links l on l.a = w.at where not exists (select 1 from standing s where s.body_id = w.at)),
  ends as (select w.body_id, w.at from walk w join standing s on s.body_id = w.at)
  select s.body_id, s.body_id from standing s
  union all
  select g.body_id, (select (array_agg(e.at))[1] from ends e where e.body_id = g.body_id having count(*) = 1) from gone g
$$;

-- Counts of people believed at a point to be managed, on a day, by a body or one below it in the tree of another day. Numbers by body and key, no person.
-- $1 bodies of the scope, $2 the day, $3 the day of the tree, $4 the point.
create function report_cells(root uuid, valid_on date, tree_on date, known_at bigint, by_names text[], columns jsonb, population jsonb)
  returns table (body_id uuid, keys text[], counts bigint[])
  language plpgsql stable security definer set search_path = congvu, pg_temp as $$
  declare scope uuid[]; keys_sql text; counts_sql text;
  begin
    if known_at > settled_tx() then raise exception 'not settled'; end if;
    -- Over a body that stood before too, whoever may over one that it stood below.
    if not exists (select 1 from unnest(session_bodies_that_may('reports.make')) m where m = root or body_ever_within(root, m)) then return; end if;
    scope := report_scope(root, valid_on, tree_on, known_at);
    select coalesce(string_agg('(' || report_expression(n) || ')::text', ', ' order by i), '') into keys_sql from unnest(by_names) with ordinality as b (n, i);
    select coalesce(string_agg('count(*) filter (where ' || report_conditions(c) || ')', ', ' order by i), '') into counts_sql
      from jsonb_array_elements(columns) with ordinality as x (c, i);
    if keys_sql is null or exists (select 1 from unnest(by_names) n where report_expression(n) is null) then raise exception 'unknown dimension'; end if;
    return query execute 'select x.place, array[' || keys_sql || ']::text[], array[' || counts_sql || ']::bigint[]
      from (select coalesce(m.place, r.body_id) as place, r.person_id from person_reach r left join report_places($2, $3, $4) m on m.body_id = r.body_id
             where r.why = ''managing'' and r.valid_from <= $2 and r.valid_to > $2 and r.tx_from <= $4 and r.tx_to > $4) x
      join person_fact f on f.person_id = x.person_id and f.valid_from <= $2 and f.valid_to > $2 and f.tx_from <= $4 and f.tx_to > $4
      left join body_version t on t.body_id = x.place and t.valid_from <= $3 and t.valid_to > $3 and t.tx_from <= $4 and t.tx_to > $4
      where x.place = any ($1) and not exists (select 1 from person_merge g where g.merged_person = f.person_id and g.tx_from <= $4 and g.tx_to > $4)
        and ' || report_conditions(population) || ' group by 1, 2'
      using scope, valid_on, tree_on, known_at;
  end
$$;

-- A body and all below it in the tree of a day as known at a point; and what was below it on the other day and has no one place in that tree.
create function report_scope(root uuid, valid_on date, tree_on date, known_at bigint) returns uuid[]
  language sql stable security definer set search_path = congvu, pg_temp as $$
  with recursive by_tree as (
    select root as body_id
    union select v.body_id from body_version v join by_tree t on v.parent_id = t.body_id
     where v.valid_from <= tree_on and v.valid_to > tree_on and v.tx_from <= known_at and v.tx_to > known_at),
  by_day as (
    select root as body_id
    union select v.body_id from body_version v join by_day t on v.parent_id = t.body_id
     where v.valid_from <= valid_on and v.valid_to > valid_on and v.tx_from <= known_at and v.tx_to > known_at)
  select array(select t.body_id from by_tree t
    union select t.body_id from by_day t join report_places(valid_on, tree_on, known_at) p on p.body_id = t.body_id where p.place is null)
$$;
-- What was said after one point and up to another that a report of this scope and day may differ by.
create function report_causes(root uuid, valid_on date, tree_on date, known_at bigint, until bigint) returns table (facts int, moves int, events int, erased int)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  with scope as materialized (
    select array(select unnest(report_scope(root, valid_on, tree_on, known_at)) union select unnest(report_scope(root, valid_on, tree_on, until))) as bodies
     where root = any ((select session_bodies_that_may('reports.make'))::uuid[])
        or exists (select 1 from unnest((select session_bodies_that_may('reports.make'))::uuid[]) m where body_ever_within(root, m))),
  people as materialized (
    select distinct r.person_id from person_reach r, scope s where r.why = 'managing' and r.body_id = any (s.bodies) and r.valid_from <= valid_on and r.valid_to > valid_on)
  select (select count(distinct f.person_id)::int from person_fact f join people using (person_id)
           where f.valid_from <= valid_on and f.valid_to > valid_on and (f.tx_from > known_at and f.tx_from <= until or f.tx_to > known_at and f.tx_to <= until)),
         (select count(distinct r.person_id)::int from person_reach r join people using (person_id)
           where r.why = 'managing' and (r.tx_from > known_at and r.tx_from <= until or r.tx_to > known_at and r.tx_to <= until)
             and exists (select 1 from person_fact e where e.person_id = r.person_id and e.tx_from <= known_at)),
         (select count(*)::int from change_event e where e.tx > known_at and e.tx <= until and e.kind <> 'lien_he'),
         (select count(distinct e.object_id)::int from audit_event e join act a on a.tx = e.tx where e.act = 'person.erased' and e.tx > known_at and e.tx <= until)
   from scope
$$;
revoke all on function report_expression(text), report_condition(jsonb), report_conditions(jsonb), report_places(date, date, bigint),
  report_scope(uuid, date, date, bigint), report_cells(uuid, date, date, bigint, text[], jsonb, jsonb), report_causes(uuid, date, date, bigint, bigint) from public;
grant execute on function report_cells(uuid, date, date, bigint, text[], jsonb, jsonb), report_causes(uuid, date, date, bigint, bigint) to congvu_app;

create table report_run (
  report_id uuid primary key,
  number text not null unique check (number ~ '^BC-[0-9A-Z]{5}-[0-9A-Z]{5}$'),
  definition text not null check (length(definition) between 1 and 20),
  body_id uuid not null references body,
  valid_on date not null,
  known_at bigint not null,
  at timestamptz not null,
  by_account uuid not null references account,
  content text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  jws text not null check (length(jws) < 8000)
);
comment on table report_run is 'room: uses/reports. A report that was made: its value as canonical JSON, the hash of it, the signature over the hash; append-only. Names no person.';
comment on column report_run.known_at is 'the settled point of record time up to which it knows; numbers below it never change';
create index report_run_body on report_run (body_id, at desc);
alter table report_run enable row level security, force row level security;
create policy report_run_owner on report_run for all to congvu_owner using (true) with check (true);
create policy report_run_see on report_run for select to congvu_app using (
  by_account = (select session_person()) or body_id = any ((select session_bodies_that_may('reports.make'))::uuid[]));
create policy report_run_add on report_run for insert to congvu_app with check (
  by_account = (select session_person()) and body_id = any ((select session_bodies_that_may('reports.make'))::uuid[]) and known_at <= settled_tx()
  and at >= (select earliest_true_time()) and at <= (select latest_true_time()));
grant select, insert on report_run to congvu_app;

create or replace function erase_rows_of(of_person uuid, of_files text[], erased_at timestamptz) returns jsonb language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  declare
    the_people uuid[] := erased_with(of_person);
    the_numbers bytea[] := array(select k.id_hash from national_id k where k.person_id = any (the_people));
    the_files text[] := of_files || erased_files(of_person);
    the_accounts uuid[] := array(select a.account_id from account a where a.identity = any (the_numbers));
    the_ours uuid[];
    the_nothing bytea := decode(repeat('00', 32), 'hex');
    the_counts jsonb := '{}'; the_n bigint; the_one record; the_hashes text[];
    -- What was accepted or undone in their files: values of theirs stand in the log under the submission, and beside others'.
    the_submissions uuid[] := array(select distinct split_part(f, '/', 1)::uuid from unnest(the_files) f);
    the_fixed uuid[] := array(select distinct e.object_id from audit_event e
      where e.object_id = any (the_submissions) and e.act in ('suggestion.accepted', 'suggestion.undone'));
  begin
    -- Accounts that never held a role are the person's own and nothing else.
    the_ours := array(select a from unnest(the_accounts) a where not exists (select 1 from role_grant g where g.account_id = a and g.role <> 'CA_NHAN'));
    the_hashes := array(
      select encode(f.sha256, 'hex') from submission_file f where f.submission_id || '/' || f.round = any (the_files)
        and not exists (select 1 from submission_file o where o.sha256 = f.sha256 and o.content_gone_at is null and o.submission_id || '/' || o.round <> all (the_files))
      union
      select p.sha256 from (
        select c.portrait as sha256 from card c where c.person_id = any (the_people)
        union select v.document::jsonb #>> '{A,anh4x6}' from person_version v where v.person_id = any (the_people)
        union select i.stated::jsonb ->> 'anh4x6' from item i where i.person_id = any (the_people) and i.group_code = 'A' and i.line is null) p
       where p.sha256 ~ '^[0-9a-f]{64}$' and p.sha256 <> repeat('0', 64)
         and not exists (select 1 from person o where o.document #>> '{A,anh4x6}' = p.sha256 and o.person_id <> all (the_people)));

    update card set state = 'THU_HOI', ended_at = erased_at, end_reason = coalesce(end_reason, 'XOA_HO_SO')
     where person_id = any (the_people) and state in ('HIEU_LUC', 'CHUYEN_TIEP');
    get diagnostics the_n = row_count;
    the_counts := the_counts || jsonb_build_object('cards', the_n);
    insert into card_revocation (person_id, card_id, body_id, reason, confirmed_at, bit_at)
      select c.person_id, c.card_id, c.body_id, 'XOA_HO_SO', erased_at, erased_at from card c
       where c.person_id = any (the_people) and c.ended_at = erased_at and c.end_reason = 'XOA_HO_SO' on conflict do nothing;
    update card_revocation r set bit_at = erased_at where r.person_id = any (the_people) and r.bit_at is null and r.due_at is not null;
    update status_slot s set ended_at = erased_at from card_copy c
     where c.person_id = any (the_people) and s.list = c.list and s.idx = c.idx and s.ended_at is null;
    get diagnostics the_n = row_count;
    the_counts := the_counts || jsonb_build_object('copies', the_n);
    update card set claims = '{}', portrait = repeat('0', 64) where person_id = any (the_people);
    update card_copy set holder_key = '', notification_hash = the_nothing, grant_id = null where person_id = any (the_people);
    delete from card_hold where person_id = any (the_people);
    delete from card_offer where person_id = any (the_people);
    delete from card_wallet_grant where person_id = any (the_people);

    for the_one in select f.submission_id, f.round from submission_file f where f.submission_id || '/' || f.round = any (the_files) loop
      delete from submission_problem p where p.submission_id = the_one.submission_id and p.round = the_one.round and p.line_no in (
        select l.line_no from submission_line l where l.submission_id = the_one.submission_id and l.round = the_one.round
          and (l.person_id = any (the_people) or l.id_hash = any (the_numbers) or cardinality(the_numbers) = 0));
      delete from submission_line l where l.submission_id = the_one.submission_id and l.round = the_one.round
        and (l.person_id = any (the_people) or l.id_hash = any (the_numbers) or cardinality(the_numbers) = 0);
      delete from submission_fix where submission_id = the_one.submission_id and round = the_one.round;
      delete from submission_undo where submission_id = the_one.submission_id and round = the_one.round;
      -- The file names others too: their facts stand in their own versions, and the receipt holds its hash.
      update submission_file set content_gone_at = coalesce(content_gone_at, erased_at), name_sealed = null, file_name = '–', report = report - 'ignored',
          stage = case when stage in ('submitted', 'refused') then stage else 'withdrawn' end,
          sender_name = case when sender_kind = 'person' then '' else sender_name end,
          sender_identity = case when sender_identity = any (the_numbers) then the_nothing else sender_identity end,
          submitted_identity = case when submitted_identity = any (the_numbers) then the_nothing else submitted_identity end
       where submission_id = the_one.submission_id and round = the_one.round;
    end loop;
    the_counts := the_counts || jsonb_build_object('files', cardinality(the_files));

    update item set name = '', name_sort = null, stated = null, stated_sealed = null, decision = null,
        maker_identity = case when maker_identity = any (the_numbers) then the_nothing else maker_identity end where person_id = any (the_people);
    get diagnostics the_n = row_count;
    the_counts := the_counts || jsonb_build_object('items', the_n);
    delete from item_suggestion where person_id = any (the_people);
    delete from submission_answer where person_id = any (the_people);
    update attestation set shown_sealed = '' where person_id = any (the_people);
    update confirmation_sample set opened_hash = the_nothing where person_id = any (the_people) and opened_hash is not null;
    update first_load_sample set note_sealed = case when note_sealed is null then null else ''::bytea end, id_hash = the_nothing where id_hash = any (the_numbers);
    update first_load_line l set id_hash = sha256(convert_to(l.load_id || '/' || l.no || gen_random_uuid(), 'UTF8')) where l.id_hash = any (the_numbers);

    delete from match_task where person_id = any (the_people);
    delete from match_result where person_id = any (the_people);
    delete from mismatch_act where person_id = any (the_people);
    delete from mismatch where person_id = any (the_people);
    update person_case set sealed = null, answer_sealed = null, number_hash = the_nothing, post = case when kind = 'concurrent' then '' end
     where person_id = any (the_people) or other_person_id = any (the_people) or number_hash = any (the_numbers);
    update person_merge set number_hash = the_nothing where merged_person = any (the_people) or into_person = any (the_people);
    delete from value_report_act where person_id = any (the_people);
    delete from value_report where person_id = any (the_people);
    update reading_complaint set reason = repeat('-', 10), answer = case when answer is null then null else repeat('-', 10) end where person_id = any (the_people);
    update legal_clock set void_at = erased_at where person_id = any (the_people) and done_at is null and void_at is null;
    update record_reopening set sealed = null where person_id = any (the_people);
    delete from service_end where person_id = any (the_people);
    delete from consent_code where person_id = any (the_people);
    delete from data_request where person_id = any (the_people);
    delete from kept_apart where person_id = any (the_people);
    -- A source is told nothing any more of who was erased; the number of what it was told stays, and says so.
    delete from exchange_bucket b using exchange_person p where p.person_id = any (the_people) and b.body_id = p.body_id and b.bucket = p.bucket;
    delete from exchange_person where person_id = any (the_people);
    delete from exchange_line where person_id = any (the_people);
    update exchange_feed set what = 'void', person_id = null, fact = null, known_tx = null where person_id = any (the_people);
    delete from declaration_message where person_id = any (the_people);
    delete from declaration_group where person_id = any (the_people);
    delete from declaration where person_id = any (the_people) and sent_at is null;
    update declaration set content_sealed = '' where person_id = any (the_people);
    update consent set reason_sealed = '', state = case when state = 'asked' then 'taken-back' when state = 'given' then 'withdrawn' else state end,
        ended_at = coalesce(ended_at, case when state in ('asked', 'given') then erased_at end) where person_id = any (the_people);
    update conversion set blinding = the_nothing, document_jws = null where person_id = any (the_people);
    delete from notice where subject_id = any (the_people) or account_id = any (the_ours);
    delete from notice_address where account_id = any (the_ours);
    delete from identity_link where account_id = any (the_ours);
    update passkey set name = '–' where account_id = any (the_ours);
    -- Lists that were made to be taken along, and are not fetched yet, may name them: they are made anew by who wants them.
    update people_export set state = 'deleted', file_sealed = null where state = 'ready';

    update person_version set groups = '{}', document = '{}', sealed = '{}', employee_kind = null, sector = null, work_status = null, full_name = null,
        full_name_sort = null, full_name_plain = null, birth = null, sex = null, ethnicity = null, religion = null, party_on = null, recruited_on = null,
        payroll_kind = null, "position" = null, job_position = null, grade = null, pay_step = null, coefficient = null, pay_from = null, education = null,
        politics = null, state_management = null, managing_body_id = null, using_body_id = null, job_title = null, job_title_plain = null
     where person_id = any (the_people);
    get diagnostics the_n = row_count;
    the_counts := the_counts || jsonb_build_object('versions', the_n);
    update person_reach set tx_to = record_tx() where person_id = any (the_people) and tx_to = 9223372036854775807;
    delete from person_fact where person_id = any (the_people);
    delete from person where person_id = any (the_people);
    delete from person_salt where person_id = any (the_people);
    delete from national_id where person_id = any (the_people);
    get diagnostics the_n = row_count;
    the_counts := the_counts || jsonb_build_object('numbers', the_n);
    update account set name = '', identity = sha256(convert_to(account_id::text || gen_random_uuid(), 'UTF8')) where account_id = any (the_ours);
    update erasure e set refusal = case when e.state = 'refused' then '–' end, reason_sealed = null, own_account = coalesce(e.own_account, (
        select a from unnest(the_accounts) a limit 1)) where e.person_id = any (the_people);

    delete from audit_payload p where p.object_id = any (the_people || the_ours) or (p.event_id, p.at) in (
      select e.event_id, e.at from audit_event e where e.listed <> '{}' and e.listed && the_people
      union all
      select e.event_id, e.at from audit_event e where e.object_id = any (the_fixed) and e.act in ('suggestion.accepted', 'suggestion.undone'));
    get diagnostics the_n = row_count;
    the_counts := the_counts || jsonb_build_object('payloads', the_n);
    return jsonb_build_object('people', to_jsonb(the_people), 'accounts', to_jsonb(the_ours), 'fixed', to_jsonb(the_fixed), 'files', to_jsonb(the_files), 'bytes', to_jsonb(the_hashes), 'counts', the_counts);
  end
$$;
