-- Up Migration
-- Whoever leaves the service goes on reading their own record and what became of their card: the role of one's own pages was given to a person, not for an
-- office, and the session of who holds no other goes on (decision 0052).
create or replace function leavers_among(people uuid[]) returns table (person_id uuid, left_body uuid, end_id uuid, body_id uuid, on_day date, reason text, state text, has_roles boolean)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select p.id, (select r.body_id from person_reach r where r.person_id = p.id and r.why = 'managing' and r.tx_to = record_tx() limit 1),
      e.end_id, e.body_id, e.on_day, e.reason, e.state, h.has_roles
    from unnest(people) p (id)
    left join lateral (select s.* from service_end s where s.person_id = p.id order by s.made_at desc, s.end_id desc limit 1) e on true
    cross join lateral (select exists (select 1 from role_grant g where g.account_id = any (accounts_of_person(p.id)) and g.tx_to = 9223372036854775807 and g.valid_to > today_in_vietnam() and g.role <> 'CA_NHAN') as has_roles) h
   where registers_now(p.id) and (h.has_roles or e.end_id is not null)
$$;
create or replace function service_end_settle(asked uuid, waits boolean) returns jsonb language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  declare e service_end; accounts uuid[]; bodies uuid[]; one uuid; closed jsonb; withdrawn jsonb; ended int;
  begin
    select * into e from service_end s where s.end_id = asked for update;
    if e.end_id is null or e.state <> 'waiting' then return null; end if;
    if e.on_day > today_in_vietnam() or not (session_is_system() or registers_now(e.person_id)) then
      raise exception 'E-SERVICE-END-EARLY' using errcode = 'insufficient_privilege';
    end if;
    accounts := accounts_of_person(e.person_id);
    bodies := bodies_below(array[e.body_id], today_in_vietnam()) || e.body_id || case when e.whole then bodies_above(e.body_id, today_in_vietnam()) else '{}' end;
    foreach one in array (select coalesce(array_agg(x order by x), '{}') from unnest(accounts) x) loop
      -- The same lock as `rights.ts`: a role is taken when the acts under way in it are over.
      if waits then perform pg_advisory_xact_lock(hashtextextended('rights:' || one::text, 0));
      elsif not pg_try_advisory_xact_lock(hashtextextended('rights:' || one::text, 0)) then return null;
      end if;
    end loop;
    with taken as (
      update role_grant g set tx_to = record_tx(), closed_by = session_person()
       where g.account_id = any (accounts) and g.body_id = any (bodies) and g.tx_to = 9223372036854775807 and g.valid_to > today_in_vietnam() and g.role <> 'CA_NHAN'
       returning g.grant_id, g.account_id, g.role, g.body_id, g.closed_by)
    select coalesce(jsonb_agg(jsonb_build_object('grantId', t.grant_id, 'accountId', t.account_id, 'role', t.role, 'bodyId', t.body_id, 'closedBy', t.closed_by)), '[]')
      into closed from taken t;
    with gone as (
      update grant_request w set state = 'withdrawn', decided_at = now()
       where w.account_id = any (accounts) and w.body_id = any (bodies) and w.state = 'waiting' returning w.request_id)
    select coalesce(jsonb_agg(request_id), '[]') into withdrawn from gone;
    update session s set ended_at = now() where s.account_id = any (accounts) and s.ended_at is null and jsonb_array_length(closed) > 0;
    get diagnostics ended = row_count;
    update service_end s set state = 'done', settled_at = now(), roles = jsonb_array_length(closed) where s.end_id = asked;
    return jsonb_build_object('grants', closed, 'requests', withdrawn, 'sessions', ended);
  end
$$;
