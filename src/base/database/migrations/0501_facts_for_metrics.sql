-- Up Migration
-- What the information centre sees of the installation, its metrics say too: asked by the background of the whole installation.
create or replace function operations_facts() returns table (backup_at timestamptz, restored_at timestamptz, log_size bigint, log_waiting bigint, database_bytes bigint, signed_in int)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select (select max(e.at) from audit_event e where e.act = 'backup.made'), (select max(e.at) from audit_event e where e.act = 'backup.restored'),
         s.size, (select count(*) from audit_event e where e.log = s.log and (e.tx, e.event_id) > (s.last_tx, s.last_event)),
         pg_database_size(current_database()),
         (select count(*)::int from session t where t.kind = 'person' and t.ended_at is null and t.ends_at > now() and t.seen_at + make_interval(secs => t.idle_seconds) > now())
    from audit_state s where (select session_keeps_log()) or cardinality((select session_bodies_that_may('operations.read'))) > 0 limit 1
$$;
