-- Up Migration
-- As in 1104: what an event said of who goes on as whom is not followed once it was undone, as known at the point.
create or replace function report_places(valid_on date, tree_on date, known_at bigint) returns table (body_id uuid, place uuid)
  language sql stable parallel safe security definer set search_path = congvu, pg_temp as $$
  with recursive standing as (
    select v.body_id from body_version v where v.valid_from <= tree_on and v.valid_to > tree_on and v.tx_from <= known_at and v.tx_to > known_at),
  gone as (
    select v.body_id from body_version v where v.valid_from <= valid_on and v.valid_to > valid_on and v.tx_from <= known_at and v.tx_to > known_at
    except select s.body_id from standing s),
  links as (
    select case when tree_on > valid_on then l.from_id else l.to_id end as a, case when tree_on > valid_on then l.to_id else l.from_id end as b
      from change_link l join change_event e using (event_id) where e.tx <= known_at
       and e.effective_on > least(valid_on, tree_on) and e.effective_on <= greatest(valid_on, tree_on)
       and not exists (select 1 from change_event u where u.reverses = e.event_id and u.tx <= known_at)),
  walk as (
    select g.body_id, g.body_id as at from gone g
    union select w.body_id, l.b from walk w join links l on l.a = w.at where not exists (select 1 from standing s where s.body_id = w.at)),
  ends as (select w.body_id, w.at from walk w join standing s on s.body_id = w.at)
  select s.body_id, s.body_id from standing s
  union all
  select g.body_id, (select (array_agg(e.at))[1] from ends e where e.body_id = g.body_id having count(*) = 1) from gone g
$$;
