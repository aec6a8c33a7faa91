-- Up Migration
-- By what somebody saw a person at the moment of a reading: the reach of the body that their role was over, then. It follows from facts that keep both times (reach, roles, the log),
-- so it holds for every reading that was ever logged. For the person alone. Decision 0100.

create function reach_of_reads(person uuid, readings uuid[]) returns table (event_id uuid, why text) language sql stable security definer set search_path = congvu, pg_temp as $$
  with reach as materialized (
    select r.why, r.tx_from, r.tx_to, r.valid_from, r.valid_to, bodies_above(r.body_id, today_in_vietnam()) as above from person_reach r where r.person_id = person)
  select e.event_id, (
      select r.why from reach r join role_grant g on g.body_id = any (r.above)
       where g.account_id = e.actor_id and g.role = any (string_to_array(e.role, '+')) and g.tx_from <= e.tx and g.tx_to > e.tx
         and r.tx_from <= e.tx and r.tx_to > e.tx and r.valid_from <= (e.at at time zone 'Asia/Ho_Chi_Minh')::date and r.valid_to > (e.at at time zone 'Asia/Ho_Chi_Minh')::date
       order by case r.why when 'managing' then 0 when 'former' then 2 when 'merged' then 2 else 1 end limit 1)
    from audit_event e
   where person = session_own_person() and e.event_id = any (readings) and e.kind = 'read' and (e.object_id = person or e.listed @> array[person])
$$;
revoke all on function reach_of_reads(uuid, uuid[]) from public;
grant execute on function reach_of_reads(uuid, uuid[]) to congvu_app;
