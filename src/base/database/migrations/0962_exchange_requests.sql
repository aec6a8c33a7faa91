-- Up Migration
-- What a body's software is enrolled with, and how a line is released: asked by one person, granted by a second, written in the transaction of the grant
-- and in no other. Who reads lines reads them by their rights over the body. Decision 0127.
create table exchange_request (
  body_id uuid not null references body,
  request_id uuid not null,
  kind text not null check (kind in ('enrol', 'new-key', 'add-caller', 'end-caller', 'enrol-confirmer', 'end-confirmer', 'confirms', 'release', 'end')),
  asked jsonb not null check (jsonb_typeof(asked) = 'object' and octet_length(asked::text) <= 20000),
  reason text not null check (length(reason) between 1 and 500),
  asked_by uuid not null references account (account_id),
  asked_name text not null,
  asked_at timestamptz not null,
  state text not null default 'asked' check (state in ('asked', 'granted', 'refused', 'withdrawn')),
  decided_by uuid references account (account_id),
  decided_name text,
  decided_at timestamptz,
  refusal text check (length(refusal) between 1 and 500),
  granted_in xid8,
  primary key (body_id, request_id),
  constraint exchange_request_decided check ((state in ('granted', 'refused')) = (decided_by is not null) and (decided_by is null) = (decided_at is null)),
  constraint exchange_request_refused check ((state = 'refused') = (refusal is not null)),
  constraint exchange_request_granted check ((state = 'granted') = (granted_in is not null)),
  constraint exchange_request_officer check ((kind = 'enrol-confirmer') = (asked ? 'officer')),
  constraint exchange_request_two check (decided_by is distinct from asked_by)
);
comment on table exchange_request is 'room: doors/exchange. What somebody asked about the line of a body, why, and what a second person decided: software, keys, what it is recognised by, who confirms, the release of a frozen source, its end. Names no record; what is decided is never changed.';
create unique index exchange_request_open on exchange_request (body_id, kind) where state = 'asked';
create index exchange_request_by_day on exchange_request (body_id, asked_at desc, request_id desc);

-- A key that signed until another took its place. It verifies what it signed for ever, and takes nothing new after its day.
create table exchange_former_key (
  body_id uuid not null references exchange_source,
  kid text not null,
  public_key text not null,
  ends_at timestamptz not null,
  primary key (body_id, kid)
);
comment on table exchange_former_key is 'room: doors/exchange. Public halves of keys that a source had before, each with the instant after which nothing signed by it is taken any more.';

alter table exchange_source add column ended_at timestamptz;
alter table exchange_source add column ended_by uuid references account (account_id);

-- Was this granted in this very transaction, by whom this session is? What is asked of the rows that a grant writes.
create function exchange_granted(of_body uuid, variadic kinds text[]) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select exists (select 1 from exchange_request r where r.body_id = of_body and r.kind = any (kinds) and r.state = 'granted'
      and r.granted_in = pg_current_xact_id_if_assigned() and r.decided_by = session_person() and not is_session_human(r.asked_by, null))
    and of_body = any ((select session_bodies_that_may('exchange.decide'))::uuid[])
$$;
revoke execute on function exchange_granted(uuid, text[]) from public;
grant execute on function exchange_granted(uuid, text[]) to congvu_app;

-- Officers who may confirm for this body today, by name: whom a confirming key may be enrolled for. Told to who reads its line.
create function exchange_confirmers(of_body uuid) returns table (account_id uuid, name text) language sql stable security definer set search_path = congvu, pg_temp as $$
  select a.account_id, a.name from account a
   where a.disabled_at is null and (session_is_system() or of_body = any ((select session_bodies_that_may('exchange.read'))::uuid[]))
     and exists (select 1 from role_grant h
       join lateral living_grants(a.account_id) g on g.grant_id = h.grant_id
       join access_may m on m.role = g.role and m.act = 'item.confirm' and m.valid_from <= today_in_vietnam() and m.valid_to > today_in_vietnam()
      where h.account_id = a.account_id and h.tx_to = 9223372036854775807 and (g.only_acts is null or m.act = any (g.only_acts))
        and h.body_id = any (bodies_above(of_body, today_in_vietnam())))
   order by a.name collate "C", a.account_id limit 200
$$;
revoke execute on function exchange_confirmers(uuid) from public;
grant execute on function exchange_confirmers(uuid) to congvu_app;

-- Who holds the confirming keys of a body, by name.
create function exchange_key_holders(of_body uuid) returns table (kid text, name text) language sql stable security definer set search_path = congvu, pg_temp as $$
  select k.kid, a.name from exchange_confirming_key k join account a using (account_id)
   where k.body_id = of_body and of_body = any ((select session_bodies_that_may('exchange.read'))::uuid[])
$$;
revoke execute on function exchange_key_holders(uuid) from public;
grant execute on function exchange_key_holders(uuid) to congvu_app;

alter table exchange_request enable row level security;
alter table exchange_request force row level security;
create policy exchange_request_owner on exchange_request for all to congvu_owner using (true) with check (true);
create policy exchange_request_see on exchange_request for select to congvu_app using (
  (select session_of_all_bodies()) or body_id = any ((select session_bodies_that_may('exchange.read'))::uuid[]));
create policy exchange_request_ask on exchange_request for insert to congvu_app with check (
  body_id = any ((select session_bodies_that_may('exchange.ask'))::uuid[]) and asked_by = (select session_person()) and state = 'asked'
  and (kind <> 'enrol-confirmer' or not is_session_human((asked ->> 'officer')::uuid, null)));
create policy exchange_request_decide on exchange_request for update to congvu_app using (
  state = 'asked' and body_id = any ((select session_bodies_that_may('exchange.decide'))::uuid[]) and not is_session_human(asked_by, null)
  and (kind <> 'enrol-confirmer' or not is_session_human((asked ->> 'officer')::uuid, null)))
  with check (state in ('granted', 'refused') and decided_by = (select session_person())
  and (state = 'refused' or granted_in = pg_current_xact_id_if_assigned())
  and body_id = any ((select session_bodies_that_may('exchange.decide'))::uuid[]) and not is_session_human(asked_by, null)
  and (kind <> 'enrol-confirmer' or not is_session_human((asked ->> 'officer')::uuid, null)));
create policy exchange_request_take_back on exchange_request for update to congvu_app using (
  state = 'asked' and asked_by = (select session_person())) with check (state = 'withdrawn' and asked_by = (select session_person()));
grant select on exchange_request to congvu_app;
grant insert (body_id, request_id, kind, asked, reason, asked_by, asked_name, asked_at) on exchange_request to congvu_app;
grant update (state, decided_by, decided_name, decided_at, refusal, granted_in) on exchange_request to congvu_app;

alter table exchange_former_key enable row level security;
alter table exchange_former_key force row level security;
create policy exchange_former_key_owner on exchange_former_key for all to congvu_owner using (true) with check (true);
create policy exchange_former_key_system on exchange_former_key for select to congvu_app using ((select session_is_system()) and (select session_of_all_bodies()));
create policy exchange_former_key_see on exchange_former_key for select to congvu_app using (body_id = any ((select session_bodies_that_may('exchange.read'))::uuid[]));
grant select on exchange_former_key to congvu_app;

-- People read the lines of their bodies.
create policy exchange_source_see on exchange_source for select to congvu_app using (body_id = any ((select session_bodies_that_may('exchange.read'))::uuid[]));
create policy exchange_lane_see on exchange_lane for select to congvu_app using (body_id = any ((select session_bodies_that_may('exchange.read'))::uuid[]));
create policy exchange_batch_see on exchange_batch for select to congvu_app using (body_id = any ((select session_bodies_that_may('exchange.read'))::uuid[]));
create policy exchange_freeze_see on exchange_freeze for select to congvu_app using (body_id = any ((select session_bodies_that_may('exchange.read'))::uuid[]));
create policy exchange_change_see on exchange_change for select to congvu_app using (body_id = any ((select session_bodies_that_may('exchange.read'))::uuid[]));
create policy exchange_caller_see on exchange_caller for select to congvu_app using (body_id = any ((select session_bodies_that_may('exchange.read'))::uuid[]));
create policy exchange_confirming_key_see on exchange_confirming_key for select to congvu_app using (body_id = any ((select session_bodies_that_may('exchange.read'))::uuid[]));

-- And write of them what was granted, while it is granted.
create policy exchange_source_granted on exchange_source for insert to congvu_app with check (exchange_granted(body_id, 'enrol'));
create policy exchange_source_changed on exchange_source for update to congvu_app
  using (exchange_granted(body_id, 'confirms', 'release')) with check (exchange_granted(body_id, 'confirms', 'release'));
create policy exchange_lane_granted on exchange_lane for insert to congvu_app with check (exchange_granted(body_id, 'enrol'));
create policy exchange_lane_changed on exchange_lane for update to congvu_app
  using (exchange_granted(body_id, 'enrol', 'release')) with check (exchange_granted(body_id, 'enrol', 'release'));
create policy exchange_freeze_released on exchange_freeze for update to congvu_app
  using (exchange_granted(body_id, 'release')) with check (exchange_granted(body_id, 'release') and released_with = (select session_person()));
create policy exchange_caller_granted on exchange_caller for insert to congvu_app with check (exchange_granted(body_id, 'enrol', 'add-caller'));
create policy exchange_caller_changed on exchange_caller for update to congvu_app
  using (exchange_granted(body_id, 'end-caller', 'end')) with check (exchange_granted(body_id, 'end-caller', 'end'));
create policy exchange_confirming_key_granted on exchange_confirming_key for insert to congvu_app with check (
  exchange_granted(body_id, 'enrol-confirmer') and account_id in (select c.account_id from exchange_confirmers(body_id) c));
create policy exchange_confirming_key_changed on exchange_confirming_key for update to congvu_app
  using (exchange_granted(body_id, 'end-confirmer', 'end')) with check (exchange_granted(body_id, 'end-confirmer', 'end'));

-- Of a source its key, its end and its new beginning are written by these alone, for the product may write none of these columns: not even its own work.
create function exchange_change_key(of_body uuid, new_kid text, new_key text, old_ends_at timestamptz) returns boolean language plpgsql security definer set search_path = congvu, pg_temp as $$
  begin
    if not exchange_granted(of_body, 'new-key', 'enrol') then raise exception 'E-EXCHANGE-NOT-GRANTED' using errcode = 'insufficient_privilege'; end if;
    insert into exchange_former_key (body_id, kid, public_key, ends_at)
      select s.body_id, s.kid, s.public_key, old_ends_at from exchange_source s where s.body_id = of_body and s.kid <> new_kid
         and not exists (select 1 from exchange_former_key f where f.body_id = of_body and f.kid = new_kid);
    if not found then return false; end if;
    update exchange_source set kid = new_kid, public_key = new_key where body_id = of_body;
    return true;
  end
$$;
create function exchange_end_source(of_body uuid, at_instant timestamptz) returns void language plpgsql security definer set search_path = congvu, pg_temp as $$
  begin
    if not exchange_granted(of_body, 'end') then raise exception 'E-EXCHANGE-NOT-GRANTED' using errcode = 'insufficient_privilege'; end if;
    update exchange_source set ended_at = at_instant, ended_by = session_person() where body_id = of_body and ended_at is null;
  end
$$;
create function exchange_begin_again(of_body uuid, at_instant timestamptz) returns void language plpgsql security definer set search_path = congvu, pg_temp as $$
  begin
    if not exchange_granted(of_body, 'enrol') then raise exception 'E-EXCHANGE-NOT-GRANTED' using errcode = 'insufficient_privilege'; end if;
    update exchange_source s set epoch = s.epoch + 1, enrolled_at = at_instant, ended_at = null, ended_by = null,
           enrolled_by = (select r.asked_by from exchange_request r where r.body_id = of_body and r.kind = 'enrol' and r.granted_in = pg_current_xact_id_if_assigned())
     where s.body_id = of_body and s.ended_at is not null;
  end
$$;
revoke execute on function exchange_change_key(uuid, text, text, timestamptz), exchange_end_source(uuid, timestamptz), exchange_begin_again(uuid, timestamptz) from public;
grant execute on function exchange_change_key(uuid, text, text, timestamptz), exchange_end_source(uuid, timestamptz), exchange_begin_again(uuid, timestamptz) to congvu_app;
