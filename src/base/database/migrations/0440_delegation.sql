-- Up Migration
-- Delegation: the right to decide is lent for a time. A delegation is a dated grant that names the grant it comes from: whatever asks who may what
-- (decide, these walls, may) sees it as a grant, and as no more than that one. Decision 0044.

alter table role_grant
  add column acts text[],
  add column delegated_from uuid references role_grant (grant_id),
  add column delegated_by uuid references account (account_id),
  add column basis jsonb,
  add constraint role_grant_delegated_whole check (
    (delegated_from is null) = (delegated_by is null) and (delegated_from is null) = (acts is null) and (delegated_from is null) = (basis is null)),
  add constraint role_grant_delegated_less check (delegated_from is null or (
    account_id <> delegated_by and valid_to - valid_from <= 366 and cardinality(acts) > 0 and not acts && array['grants.change', 'rights.delegate'])),
  add constraint role_grant_basis check (basis is null or (jsonb_typeof(basis) = 'object' and octet_length(basis::text) <= 2000));
comment on column role_grant.acts is 'of a delegation: the acts of the role that it holds, and no others';
comment on column role_grant.basis is 'of a delegation: number and day of the decision, or the reason';
create index role_grant_delegated on role_grant (delegated_from) where delegated_from is not null;
create index role_grant_delegator on role_grant (delegated_by) where delegated_by is not null;

alter table grant_request
  add column valid_to date not null default '9999-12-31',
  add column acts text[],
  add column delegated_from uuid references role_grant (grant_id),
  add column basis jsonb,
  add constraint grant_request_times check (valid_from < valid_to),
  add constraint grant_request_delegated_whole check ((delegated_from is null) = (acts is null) and (delegated_from is null) = (basis is null)),
  add constraint grant_request_basis check (basis is null or (jsonb_typeof(basis) = 'object' and octet_length(basis::text) <= 2000)),
  drop constraint grant_request_state_check,
  add constraint grant_request_state_check check (state in ('waiting', 'granted', 'refused', 'lapsed', 'withdrawn'));
grant insert (acts, delegated_from, delegated_by, basis) on role_grant to congvu_app;
grant insert (valid_to, acts, delegated_from, basis) on grant_request to congvu_app;

-- Does what a delegation comes from still stand: the grant, its holder's account, and the body below the body of that grant?
create function delegation_stands(source uuid, of_account uuid, of_role text, over_body uuid) returns boolean
  language sql stable security definer set search_path to 'congvu', 'pg_temp' as $$
  select exists (
    select 1 from role_grant s join account a on a.account_id = s.account_id
     where s.grant_id = source and s.account_id = of_account and s.role = of_role and s.delegated_from is null and s.tx_to = 9223372036854775807
       and s.valid_from <= today_in_vietnam() and s.valid_to > today_in_vietnam() and a.disabled_at is null
       and over_body = any (bodies_below(array[s.body_id], today_in_vietnam())))
$$;
-- Grants of an account that count today.
create function living_grants(asked uuid)
  returns table (grant_id uuid, role text, body_id uuid, only_acts text[], delegated_from uuid, delegated_by uuid, valid_from date, valid_to date)
  language sql stable security definer set search_path to 'congvu', 'pg_temp' as $$
  select g.grant_id, g.role, g.body_id, g.acts, g.delegated_from, g.delegated_by, g.valid_from, g.valid_to
    from role_grant g
   where g.account_id = asked and g.tx_to = 9223372036854775807 and g.valid_from <= today_in_vietnam() and g.valid_to > today_in_vietnam()
     and (g.delegated_from is null or delegation_stands(g.delegated_from, g.delegated_by, g.role, g.body_id))
$$;
revoke all on function delegation_stands(uuid, uuid, text, uuid), living_grants(uuid) from public;
-- Those of the session's person, with whose right a delegation is.
create function session_grants()
  returns table (grant_id uuid, role text, body_id uuid, only_acts text[], delegated_by uuid, valid_from date, valid_to date,
    delegator_identity bytea, delegator_name text, delegator_body uuid)
  language sql stable security definer set search_path to 'congvu', 'pg_temp' as $$
  select g.grant_id, g.role, g.body_id, g.only_acts, g.delegated_by, g.valid_from, g.valid_to, a.identity, a.name, s.body_id
    from living_grants(session_person()) g
    left join account a on a.account_id = g.delegated_by
    left join role_grant s on s.grant_id = g.delegated_from
$$;
revoke all on function session_grants() from public;
grant execute on function session_grants() to congvu_app;

-- What asked role_grant asks the living grants. What is asked by the name of a role is asked of roles that are held whole.
create or replace function session_bodies_with(roles text[]) returns uuid[] language plpgsql stable security definer set search_path to 'congvu', 'pg_temp' as $$
  declare
    s session := session_row();
    slot text;
    bodies uuid[];
  begin
    if s.handle_hash is null then return '{}'; end if;
    if s.kind = 'system' then
      if roles is not null then return '{}'; end if;
      if s.body_id is null then return (select coalesce(array_agg(b.body_id), '{}') from body b); end if;
      return array[s.body_id];
    end if;
    slot := 'congvu.reach_roles_' || md5(coalesce(array_to_string(roles, ','), '*'));
    bodies := session_kept(s.handle_hash, slot);
    if bodies is not null then return bodies; end if;
    return session_keep(s.handle_hash, slot, bodies_below((select coalesce(array_agg(distinct g.body_id), '{}') from living_grants(s.account_id) g
      where roles is null or (g.only_acts is null and g.role = any (roles))), today_in_vietnam()));
  end
$$;
create or replace function session_bodies_that_may(variadic acts text[]) returns uuid[] language plpgsql stable security definer set search_path to 'congvu', 'pg_temp' as $$
  declare
    s session := session_row();
    slot text;
    bodies uuid[];
  begin
    if s.handle_hash is null or s.kind = 'system' then return '{}'; end if;
    slot := 'congvu.reach_acts_' || md5(array_to_string(acts, ','));
    bodies := session_kept(s.handle_hash, slot);
    if bodies is not null then return bodies; end if;
    return session_keep(s.handle_hash, slot, bodies_below((select coalesce(array_agg(distinct g.body_id), '{}') from living_grants(s.account_id) g
      join access_may m on m.role = g.role and m.act = any (acts) and m.valid_from <= today_in_vietnam() and m.valid_to > today_in_vietnam()
      where g.only_acts is null or m.act = any (g.only_acts)), today_in_vietnam()));
  end
$$;
create or replace function session_making_bodies() returns uuid[] language plpgsql stable security definer set search_path to 'congvu', 'pg_temp' as $$
  declare s session := session_row();
  begin
    if s.handle_hash is null then return '{}'; end if;
    if s.kind = 'system' then return session_bodies_with(null); end if;
    return (select coalesce(array_agg(distinct g.body_id), '{}') from living_grants(s.account_id) g
      join access_may m on m.role = g.role and m.act = 'submission.read' and m.valid_from <= today_in_vietnam() and m.valid_to > today_in_vietnam()
      where g.only_acts is null or m.act = any (g.only_acts));
  end
$$;
create or replace function session_roles() returns text[] language plpgsql stable security definer set search_path to 'congvu', 'pg_temp' as $$
  declare s session := session_row();
  begin
    if s.handle_hash is null then return '{}'; end if;
    -- Whoever signs in is also a person with pages of their own.
    return array['NONE', 'CA_NHAN'] || case when s.kind = 'system' then array['SYSTEM'] else '{}' end
      || (select coalesce(array_agg(distinct g.role), '{}') from living_grants(s.account_id) g);
  end
$$;
create or replace function accounts_that_may(acts text[], over_body uuid) returns table (account_id uuid)
  language sql stable security definer set search_path to 'congvu', 'pg_temp' as $$
  select distinct g.account_id
    from role_grant g join account a on a.account_id = g.account_id join access_may m on m.role = g.role
   where session_keeps_log() and a.disabled_at is null
     and m.act = any ($1) and m.valid_from <= today_in_vietnam() and m.valid_to > today_in_vietnam()
     and g.tx_to = 9223372036854775807 and g.valid_from <= today_in_vietnam() and g.valid_to > today_in_vietnam()
     and g.body_id = any (bodies_above(over_body, today_in_vietnam()))
     and (g.delegated_from is null or (m.act = any (g.acts) and delegation_stands(g.delegated_from, g.delegated_by, g.role, g.body_id)))
$$;

-- Whoever may lend a right asks the same of the one who gets it as whoever gives one.
create or replace function roles_held_around(asked_identity bytea, over_body uuid, from_day date, to_day date)
  returns table (role text, valid_from date, valid_to date) language plpgsql volatile security definer set search_path to 'congvu', 'pg_temp' as $$
  declare human uuid[] := accounts_of_human(asked_identity);
  begin
    if not (session_is_system() or over_body = any ((select session_bodies_that_may('grants.change', 'rights.delegate'))::uuid[])) then return; end if;
    perform 1 from account a where a.account_id = any (human) order by a.account_id for no key update;
    return query
      select g.role, greatest(g.valid_from, from_day), least(g.valid_to, to_day) from role_grant g
       where g.account_id = any (human) and g.tx_to = 9223372036854775807 and g.valid_from < to_day and g.valid_to > from_day
         and g.body_id = any (bodies_around(over_body, from_day, to_day));
  end
$$;
create or replace function identity_of_account(asked uuid) returns bytea language sql stable security definer set search_path to 'congvu', 'pg_temp' as $$
  select a.identity from account a where a.account_id = asked
   and (session_is_system() or cardinality(session_bodies_that_may('grants.change', 'rights.delegate')) > 0)
$$;

-- May this right be lent so? Held by the lender, whole, to the end of the time; over a body below; acts of the role; to another human.
create function may_be_delegated(source uuid, by_account uuid, to_account uuid, of_role text, over_body uuid, of_acts text[], until date) returns boolean
  language sql stable security definer set search_path to 'congvu', 'pg_temp' as $$
  select delegation_stands(source, by_account, of_role, over_body)
     and until <= (select s.valid_to from role_grant s where s.grant_id = source)
     and of_acts <@ (select coalesce(array_agg(m.act), '{}') from access_may m
                      where m.role = of_role and m.valid_from <= today_in_vietnam() and m.valid_to > today_in_vietnam())
     and exists (select 1 from access_may m where m.role = of_role and m.act = 'rights.delegate' and m.valid_from <= today_in_vietnam() and m.valid_to > today_in_vietnam())
     and not coalesce(by_account = any (accounts_of_human((select a.identity from account a where a.account_id = to_account))), true)
$$;
-- People of the body of a grant and of its own units who hold a role there: whom its holder may choose from.
create function people_to_delegate(source uuid, from_day date, to_day date, at_most int)
  returns table (account_id uuid, name text, identity bytea, held jsonb)
  language sql stable security definer set search_path to 'congvu', 'pg_temp' as $$
  with own as materialized (
    select s.body_id, bodies_around(s.body_id, from_day, to_day) as around from role_grant s
     where s.grant_id = source and s.account_id = session_person() and delegation_stands(s.grant_id, s.account_id, s.role, s.body_id)),
  near as materialized (
    select o.body_id from own o
    union
    select v.body_id from own o join body_version v on v.parent_id = o.body_id
     where v.tx_to = 9223372036854775807 and v.valid_from <= today_in_vietnam() and v.valid_to > today_in_vietnam())
  select a.account_id, a.name, a.identity,
         (select coalesce(jsonb_agg(jsonb_build_object('role', h.role, 'from', greatest(h.valid_from, from_day), 'to', least(h.valid_to, to_day))), '[]')
            from role_grant h, own o
           where h.account_id = any (accounts_of_human(a.identity)) and h.tx_to = 9223372036854775807
             and h.valid_from < to_day and h.valid_to > from_day and h.body_id = any (o.around))
    from account a
   where a.disabled_at is null and a.account_id is distinct from session_person() and exists (
     select 1 from role_grant g where g.account_id = a.account_id and g.body_id in (select n.body_id from near n)
        and g.delegated_from is null and g.tx_to = 9223372036854775807 and g.valid_from <= today_in_vietnam() and g.valid_to > today_in_vietnam())
   order by a.name, a.account_id limit at_most
$$;
-- Names of those with whom the session's person has a delegation, either way.
create function names_in_delegations(asked uuid[]) returns table (account_id uuid, name text)
  language sql stable security definer set search_path to 'congvu', 'pg_temp' as $$
  select a.account_id, a.name from account a
   where a.account_id = any (asked) and (
     exists (select 1 from role_grant g where g.delegated_from is not null
        and ((g.account_id = a.account_id and g.delegated_by = session_person()) or (g.delegated_by = a.account_id and g.account_id = session_person())))
     or exists (select 1 from grant_request w where w.delegated_from is not null
        and ((w.account_id = a.account_id and w.asked_by = session_person()) or (w.asked_by = a.account_id and w.account_id = session_person()))))
$$;
revoke all on function may_be_delegated(uuid, uuid, uuid, text, uuid, text[], date), people_to_delegate(uuid, date, date, int), names_in_delegations(uuid[]) from public;
grant execute on function may_be_delegated(uuid, uuid, uuid, text, uuid, text[], date), people_to_delegate(uuid, date, date, int), names_in_delegations(uuid[]) to congvu_app;

-- Lending: by the holder in their own name, or granted by the second person whom the role asks for, exactly as it was asked.
create policy role_grant_see_delegated on role_grant for select to congvu_app using (delegated_by = (select session_person()));
create policy role_grant_delegate on role_grant for insert to congvu_app with check (
  delegated_by = (select session_person()) and granted_by = (select session_person()));
create policy role_grant_as_delegated on role_grant as restrictive for insert to congvu_app with check (
  delegated_from is null or (may_be_delegated(delegated_from, delegated_by, account_id, role, body_id, acts, valid_to)
    and (delegated_by = (select session_person()) or exists (
      select 1 from grant_request w where w.grant_id = role_grant.grant_id and w.state = 'granted' and w.decided_by = (select session_person())
         and w.delegated_from = role_grant.delegated_from and w.asked_by = role_grant.delegated_by and w.acts = role_grant.acts and w.valid_to = role_grant.valid_to))));
drop policy role_grant_by_second on role_grant;
create policy role_grant_by_second on role_grant as restrictive for insert to congvu_app with check ((select session_is_system())
  or (not is_session_human(account_id, null) and (role not in ('XAC_NHAN', 'QT_BNDP') or exists (
    select 1 from grant_request w where w.grant_id = role_grant.grant_id and w.state = 'granted' and w.decided_by = (select session_person())
       and w.account_id = role_grant.account_id and w.role = role_grant.role and w.body_id = role_grant.body_id and w.valid_from <= role_grant.valid_from
       and w.valid_to = role_grant.valid_to and w.delegated_from is not distinct from role_grant.delegated_from))));
-- Ended early by either.
create policy role_grant_end_delegated on role_grant for update to congvu_app
  using (tx_to = 9223372036854775807 and delegated_from is not null and (select session_person()) in (account_id, delegated_by))
  with check (tx_to = record_tx() and closed_by = (select session_person()));

create policy grant_request_see_own on grant_request for select to congvu_app
  using (delegated_from is not null and (select session_person()) in (asked_by, account_id));
create policy grant_request_delegate on grant_request for insert to congvu_app with check (
  delegated_from is not null and asked_by = (select session_person()) and state = 'waiting');
create policy grant_request_as_delegated on grant_request as restrictive for insert to congvu_app with check (
  delegated_from is null or may_be_delegated(delegated_from, asked_by, account_id, role, body_id, acts, valid_to));
create policy grant_request_withdraw on grant_request for update to congvu_app
  using (state = 'waiting' and delegated_from is not null and asked_by = (select session_person()))
  with check (state = 'withdrawn' and decided_by is null);
