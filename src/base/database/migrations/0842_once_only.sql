-- Up Migration
-- Once only (Decree 27/2026, art. 20.3): what a body asked its people's records for is not asked again within a term without a reason, and is counted. Decision 0108.
alter table people_export add column again_reason text check (length(again_reason) between 10 and 300);
comment on column people_export.again_reason is 'why the same was asked again within the term; null: it was not';
grant insert (again_reason) on people_export to congvu_app;

-- The last one of the same form about a body since an instant, whoever asked: for who may export there. What was refused, or nobody decided, gave nothing.
create function export_before(of_body uuid, of_form text, since timestamptz) returns table (number text, asked_at timestamptz)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select e.number, e.asked_at from people_export e
   where e.body_id = of_body and e.form = of_form and e.asked_at >= since and e.state not in ('refused', 'lapsed', 'failed')
     and not exists (select 1 from reading_allowance a where a.allowance_id = e.allowance_id and a.granted = false)
     and of_body = any ((select session_bodies_that_may('record.export'))::uuid[])
   order by e.asked_at desc, e.export_id desc limit 1
$$;
revoke all on function export_before(uuid, text, timestamptz) from public;
grant execute on function export_before(uuid, text, timestamptz) to congvu_app;

-- How often something was asked again since an instant, by body: for whoever sees the board.
create function asked_again_counts(root uuid, since timestamptz) returns table (body_id uuid, again int)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select e.body_id, count(*)::int from people_export e
   where e.again_reason is not null and e.asked_at >= since
     and e.body_id = any (bodies_below(array[root], today_in_vietnam())) and e.body_id = any ((select session_bodies_that_may('board.read'))::uuid[])
   group by e.body_id
$$;
revoke all on function asked_again_counts(uuid, timestamptz) from public;
grant execute on function asked_again_counts(uuid, timestamptz) to congvu_app;
