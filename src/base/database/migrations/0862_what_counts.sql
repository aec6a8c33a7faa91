-- Up Migration
-- What a person declares is attested by that person: no file that a head approves. Counts are those of 0832 otherwise.
create or replace function duty_counts(root uuid, now_at timestamptz, late_before timestamptz, month_from timestamptz, month_before timestamptz)
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
   where f.submitted_at >= month_from and f.submitted_at < month_before and f.door <> 'declaration' group by f.body_id
$$;

-- A list that nobody took before it was deleted asked nobody for anything. The rest as in 0842.
create or replace function export_before(of_body uuid, of_form text, since timestamptz) returns table (number text, asked_at timestamptz)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select e.number, e.asked_at from people_export e
   where e.body_id = of_body and e.form = of_form and e.asked_at >= since and e.state not in ('refused', 'lapsed', 'failed')
     and not (e.state = 'deleted' and e.copies = 0)
     and not exists (select 1 from reading_allowance a where a.allowance_id = e.allowance_id and a.granted = false)
     and of_body = any ((select session_bodies_that_may('record.export'))::uuid[])
   order by e.asked_at desc, e.export_id desc limit 1
$$;
