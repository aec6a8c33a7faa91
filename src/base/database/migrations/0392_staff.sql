-- Up Migration
-- Sign-ins of the accounts that a session administers: who came, when, or was refused. They are no body's matter in the log, and so hidden from who administers one body.
create function sign_ins_of_staff(since timestamptz, at_most int) returns table (event_id uuid, at timestamptz, account_id uuid, act text)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  with staff as materialized (
    select distinct g.account_id from role_grant g
     where g.tx_to = 9223372036854775807 and g.body_id = any ((select session_bodies_that_may('grants.read'))::uuid[]) and session_administers(g.account_id))
  select e.event_id, e.at, e.actor_id, e.act from audit_event e join staff s on s.account_id = e.actor_id
   where e.act in ('session.opened', 'session.closed', 'session.refused') and e.at >= since
   order by e.at desc, e.event_id desc limit at_most
$$;
revoke all on function sign_ins_of_staff(timestamptz, int) from public;
grant execute on function sign_ins_of_staff(timestamptz, int) to congvu_app;
