-- Up Migration
-- Who left the service of a body by their confirmed record holds no role there from that day on. Decision 0052.

create table service_end (
  end_id uuid primary key,
  person_id uuid not null,
  -- the managing body that they left
  body_id uuid not null references body (body_id),
  on_day date not null,
  -- the state of employment that the record says (`trang_thai_cong_tac`), or MOVED: another body manages them
  reason text not null check (reason ~ '^[A-Z_]{2,20}$'),
  -- left the service altogether: roles over bodies above the managing one end too
  whole boolean not null,
  -- the version of the record that says so
  version int not null,
  made_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'taken-back')),
  settled_at timestamptz,
  -- how many roles ended
  roles int,
  check ((state = 'waiting') = (settled_at is null))
);
comment on table service_end is 'room: uses/leaving. A person left the service of a body by their record: the roles of their accounts there end on that day. What was ended stays ended; a record that is corrected is told to who administers.';
create index service_end_of on service_end (person_id);
create index service_end_due on service_end (on_day) where state = 'waiting';

alter table service_end enable row level security; alter table service_end force row level security;
create policy service_end_owner on service_end to congvu_owner using (true) with check (true);
create policy service_end_see on service_end for select to congvu_app
  using ((select session_is_system()) or body_id = any ((select session_bodies_that_may('grants.change', 'audit.read'))::uuid[]));
grant select on service_end to congvu_app;

-- Does this transaction register that person? What follows from a registering is written by nothing else.
create function registers_now(asked uuid) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select exists (select 1 from person_version v where v.person_id = asked and v.tx = record_tx())
$$;
create function accounts_of_person(asked uuid) returns uuid[] language sql stable security definer set search_path = congvu, pg_temp as $$
  select coalesce(array_agg(a.account_id), '{}') from national_id n join account a on a.identity = n.id_hash
   where n.person_id = asked and n.state in ('registered', 'former')
$$;
revoke all on function registers_now(uuid), accounts_of_person(uuid) from public;

-- Of the people whom this transaction registers: who has roles or is to lose some, what was written of them last, and the body that let them go in this transaction.
create function leavers_among(people uuid[]) returns table (person_id uuid, left_body uuid, end_id uuid, body_id uuid, on_day date, reason text, state text, has_roles boolean)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select p.id, (select r.body_id from person_reach r where r.person_id = p.id and r.why = 'managing' and r.tx_to = record_tx() limit 1),
      e.end_id, e.body_id, e.on_day, e.reason, e.state, h.has_roles
    from unnest(people) p (id)
    left join lateral (select s.* from service_end s where s.person_id = p.id order by s.made_at desc, s.end_id desc limit 1) e on true
    cross join lateral (select exists (select 1 from role_grant g where g.account_id = any (accounts_of_person(p.id)) and g.tx_to = 9223372036854775807 and g.valid_to > today_in_vietnam()) as has_roles) h
   where registers_now(p.id) and (h.has_roles or e.end_id is not null)
$$;
create function service_end_write(new_id uuid, of_person uuid, of_body uuid, day date, why text, is_whole boolean, of_version int) returns void
  language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  begin
    if not registers_now(of_person) then raise exception 'E-NOT-REGISTERED-NOW' using errcode = 'insufficient_privilege'; end if;
    insert into service_end (end_id, person_id, body_id, on_day, reason, whole, version, made_at) values (new_id, of_person, of_body, day, why, is_whole, of_version, now());
  end
$$;
create function service_end_take_back(asked uuid) returns void language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  begin
    update service_end s set state = 'taken-back', settled_at = now() where s.end_id = asked and s.state <> 'taken-back' and registers_now(s.person_id);
    if not found then raise exception 'E-NOT-REGISTERED-NOW' using errcode = 'insufficient_privilege'; end if;
  end
$$;
-- Ends the roles: over the body and what is below it, with `whole` over what is above it too; sessions of the accounts, requests that wait. By what registers the
-- person, or by the system once the day has come. Null: an act of one of the accounts is under way, and only who `waits` waits for it; or it is settled already.
create function service_end_settle(asked uuid, waits boolean) returns jsonb language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
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
       where g.account_id = any (accounts) and g.body_id = any (bodies) and g.tx_to = 9223372036854775807 and g.valid_to > today_in_vietnam()
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
revoke all on function leavers_among(uuid[]), service_end_write(uuid, uuid, uuid, date, text, boolean, int), service_end_take_back(uuid), service_end_settle(uuid, boolean) from public;
grant execute on function leavers_among(uuid[]), service_end_write(uuid, uuid, uuid, date, text, boolean, int), service_end_take_back(uuid), service_end_settle(uuid, boolean) to congvu_app;
