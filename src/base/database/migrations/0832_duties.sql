-- Up Migration
-- How far the duties of an agency by the law are met: how many there are of each measure, and how many of them are late. Numbers by body, no person.
create function duty_counts(root uuid, now_at timestamptz, late_before timestamptz, month_from timestamptz, month_before timestamptz)
  returns table (body_id uuid, measure text, total int, late int)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  with mine as materialized (
    select b as body_id from unnest(bodies_below(array[root], today_in_vietnam())) as b where b = any ((select session_bodies_that_may('duties.read'))::uuid[])),
  people as (
    select p.body_id, count(*)::int as n, count(*) filter (where coalesce(p.has_unconfirmed, true))::int as unconfirmed,
           count(*) filter (where not p.is_complete)::int as incomplete, count(*) filter (where p.identity_level = 'CHUA')::int as unmatched
      from person p join mine m on m.body_id = p.body_id where p.merged_into is null group by p.body_id),
  waits as (
    select i.body_id, i.person_id, min(i.created_at) as since from item i join mine m on m.body_id = i.body_id
     where i.state in ('waiting-match', 'awaiting-confirmation', 'held') group by i.body_id, i.person_id)
  select p.body_id, x.measure, p.n, x.late from people p
    cross join lateral (values ('unconfirmed', p.unconfirmed), ('incomplete', p.incomplete), ('unmatched', p.unmatched)) as x (measure, late)
  union all
  select w.body_id, 'waiting', count(*)::int, count(*) filter (where w.since < late_before)::int from waits w group by w.body_id
  union all
  select s.body_id, 'mismatches', count(*)::int, count(*) filter (where s.due_on < today_in_vietnam())::int
    from mismatch s join mine m on m.body_id = s.body_id where s.closed_at is null group by s.body_id
  union all
  select p.body_id, 'reports', count(*)::int, count(*) filter (where r.due_on < today_in_vietnam())::int
    from value_report r join person p on p.person_id = standing_person(r.person_id) join mine m on m.body_id = p.body_id
   where r.outcome is null group by p.body_id
  union all
  select c.body_id, 'term:' || c.term, count(*)::int, count(*) filter (where c.done_at is null and c.due_at <= now_at)::int
    from legal_clock c join mine m on m.body_id = c.body_id where c.void_at is null group by c.body_id, c.term
  union all
  select f.body_id, 'unapproved', count(*)::int, count(*) filter (where f.approved_identity is null)::int
    from submission_file f join mine m on m.body_id = f.body_id
   where f.submitted_at >= month_from and f.submitted_at < month_before group by f.body_id
$$;
revoke all on function duty_counts(uuid, timestamptz, timestamptz, timestamptz, timestamptz) from public;
grant execute on function duty_counts(uuid, timestamptz, timestamptz, timestamptz, timestamptz) to congvu_app;
