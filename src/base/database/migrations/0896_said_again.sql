-- Up Migration
-- Once only (Decree 27/2026, art. 20.3): a file that says of the same people again what the register holds is sent with a reason, and counted. Decision 0113.
alter table submission_file add column again_reason text check (length(again_reason) between 10 and 300);
comment on column submission_file.again_reason is 'why what the register holds was gathered and sent again within the term; null: it was not, or nobody had to say';
grant update (again_reason) on submission_file to congvu_app;

-- Forms that were made again, and files that were sent again, since an instant, by body: for whoever sees the board.
create or replace function asked_again_counts(root uuid, since timestamptz) returns table (body_id uuid, again int)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select a.of_body, count(*)::int
    from (select e.body_id as of_body from people_export e where e.again_reason is not null and e.asked_at >= since
          union all
          select f.body_id from submission_file f where f.again_reason is not null and f.submitted_at >= since) a
   where a.of_body = any (bodies_below(array[root], today_in_vietnam())) and a.of_body = any ((select session_bodies_that_may('board.read'))::uuid[])
   group by a.of_body
$$;
