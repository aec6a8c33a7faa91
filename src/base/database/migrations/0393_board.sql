-- Up Migration
-- How far each body is, in numbers alone: for who may look at the board, of their bodies. Counted without asking row by row who may see whom; no person comes out.
create function board_counts(root uuid, late_before timestamptz, week_ago timestamptz, two_weeks_ago timestamptz)
  returns table (body_id uuid, registered int, complete int, sent int, confirmed int, waiting int, late int, returned int, checked int, to_correct int,
                 this_week int, week_before int, last_sent timestamptz)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  with mine as materialized (
    select b as body_id from unnest(bodies_below(array[root], today_in_vietnam())) as b where b = any ((select session_bodies_that_may('board.read'))::uuid[])),
  people as (
    select p.body_id, count(*)::int as registered,
           count(*) filter (where p.birth is not null and p.sex is not null and p.employee_kind is not null and p.recruited_on is not null
             and coalesce(p."position", p.job_position) is not null and p.grade is not null and p.education is not null)::int as complete
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
revoke all on function board_counts(uuid, timestamptz, timestamptz, timestamptz) from public;
grant execute on function board_counts(uuid, timestamptz, timestamptz, timestamptz) to congvu_app;

-- What keeps the installation running, for who operates it: instants and sizes alone.
create function operations_facts() returns table (backup_at timestamptz, restored_at timestamptz, log_size bigint, log_waiting bigint, database_bytes bigint, signed_in int)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select (select max(e.at) from audit_event e where e.act = 'backup.made'), (select max(e.at) from audit_event e where e.act = 'backup.restored'),
         s.size, (select count(*) from audit_event e where e.log = s.log and (e.tx, e.event_id) > (s.last_tx, s.last_event)),
         pg_database_size(current_database()),
         (select count(*)::int from session t where t.kind = 'person' and t.ended_at is null and t.ends_at > now() and t.seen_at + make_interval(secs => t.idle_seconds) > now())
    from audit_state s where cardinality((select session_bodies_that_may('operations.read'))) > 0 limit 1
$$;
revoke all on function operations_facts() from public;
grant execute on function operations_facts() to congvu_app;
