-- Up Migration
-- Whom the change that this transaction put in force touched, and who manages them now: each of them has a row in the log, also who is kept apart from whoever decided it. Ids alone.
create function touched_by_merger(event uuid) returns table (person_id uuid, body_id uuid) language sql stable security definer set search_path = congvu, pg_temp as $$
  select s.person_id, p.body_id from change_scope s join person p using (person_id) where s.event_id = event and event = session_change() order by s.person_id
$$;
revoke all on function touched_by_merger(uuid) from public;
grant execute on function touched_by_merger(uuid) to congvu_app;
