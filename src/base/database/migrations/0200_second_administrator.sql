-- Up Migration
-- Power has two hands: some roles are asked for by one administrator and granted by another; roles that check each other are not held by one human.

create table grant_wish (
  wish_id uuid primary key,
  account_id uuid not null references account (account_id),
  role text not null,
  body_id uuid not null references body (body_id),
  valid_from date not null,
  named text not null,
  asked_by uuid not null references account (account_id),
  asked_at timestamptz not null,
  ends_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'granted', 'refused', 'lapsed')),
  decided_by uuid references account (account_id),
  decided_at timestamptz,
  grant_id uuid,
  check (asked_by <> account_id and decided_by is distinct from asked_by and decided_by is distinct from account_id),
  check ((state in ('granted', 'refused')) = (decided_by is not null)),
  check ((state = 'granted') = (grant_id is not null))
);
comment on table grant_wish is 'room: authority/access. A role asked for by one administrator, granted or refused by a second one; lapsed when nobody decides.';
comment on column grant_wish.named is 'the person as the administrator who asked named them; never what another body knows';
create unique index grant_wish_waiting on grant_wish (account_id, role, body_id) where state = 'waiting';

-- How a giver named the person: what an administrator is shown, so that nobody learns a name by typing a number.
alter table role_grant add column named text;
grant insert (named) on role_grant to congvu_app;

-- The accounts of one human: of the citizen number, and of any other number under which the register knows the same person.
create function accounts_of_human(asked bytea) returns uuid[] language sql stable security definer set search_path = congvu, pg_temp as $$
  select coalesce(array_agg(b.account_id), '{}') from account b where b.identity = asked or b.identity in (
    select m.id_hash from national_id n join national_id m on m.person_id = n.person_id
     where n.id_hash = asked and n.state in ('registered', 'former') and m.state in ('registered', 'former'))
$$;
revoke all on function accounts_of_human(bytea) from public;

-- Is the session's person the human of this account, or of this number?
create function is_session_human(asked_account uuid, asked_identity bytea) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select coalesce(session_person() = any (accounts_of_human(coalesce(asked_identity, (select a.identity from account a where a.account_id = asked_account)))), false)
$$;

-- A body with all above it, or all below it, in any tree that holds on some day of a time.
create function bodies_around(asked uuid, from_day date, to_day date) returns uuid[] language sql stable security definer set search_path = congvu, pg_temp as $$
  with recursive up as (
    select asked as body_id
    union
    select v.parent_id from body_version v join up on up.body_id = v.body_id
     where v.parent_id is not null and v.tx_to = 9223372036854775807 and v.valid_from < to_day and v.valid_to > from_day),
  down as (
    select asked as body_id
    union
    select v.body_id from body_version v join down on v.parent_id = down.body_id
     where v.tx_to = 9223372036854775807 and v.valid_from < to_day and v.valid_to > from_day)
  select array_agg(body_id) from (select body_id from up union select body_id from down) around
$$;
revoke all on function bodies_around(uuid, date, date) from public;

-- Roles that a human holds over a body, above or below it, and when, within a time; asked by whoever may give roles there. Two givers of one human
-- wait for each other, so that neither gives what the other makes forbidden.
create function roles_held_around(asked_identity bytea, over_body uuid, from_day date, to_day date)
  returns table (role text, valid_from date, valid_to date) language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  declare human uuid[] := accounts_of_human(asked_identity);
  begin
    if not (session_is_system() or over_body = any (session_role_bodies('QT_BNDP'))) then return; end if;
    perform 1 from account a where a.account_id = any (human) order by a.account_id for no key update;
    return query
      select g.role, greatest(g.valid_from, from_day), least(g.valid_to, to_day) from role_grant g
       where g.account_id = any (human) and g.tx_to = 9223372036854775807 and g.valid_from < to_day and g.valid_to > from_day
         and g.body_id = any (bodies_around(over_body, from_day, to_day));
  end
$$;

-- The identity of an account that the session administers.
create function identity_of_account(asked uuid) returns bytea language sql stable security definer set search_path = congvu, pg_temp as $$
  select a.identity from account a where a.account_id = asked
   and (session_is_system() or cardinality(session_role_bodies('QT_BNDP')) > 0)
$$;

-- Administrators over a body today who are another human than the session's and than the one asked about: who could decide as the second.
create function second_administrators(over_body uuid, beside bytea) returns int language sql stable security definer set search_path = congvu, pg_temp as $$
  with recursive up as (
    select over_body as body_id
    union
    select v.parent_id from body_version v join up on up.body_id = v.body_id
     where v.parent_id is not null and v.tx_to = 9223372036854775807 and v.valid_from <= today_in_vietnam() and v.valid_to > today_in_vietnam())
  select count(distinct g.account_id)::int from role_grant g join account a using (account_id) join up using (body_id)
   where g.role = 'QT_BNDP' and g.tx_to = 9223372036854775807 and g.valid_from <= today_in_vietnam() and g.valid_to > today_in_vietnam()
     and a.disabled_at is null and not is_session_human(g.account_id, null)
     and (beside is null or not g.account_id = any (accounts_of_human(beside)))
$$;

revoke all on function is_session_human(uuid, bytea), roles_held_around(bytea, uuid, date, date), identity_of_account(uuid), second_administrators(uuid, bytea) from public;
grant execute on function is_session_human(uuid, bytea), roles_held_around(bytea, uuid, date, date), identity_of_account(uuid), second_administrators(uuid, bytea) to congvu_app;

alter table grant_wish enable row level security; alter table grant_wish force row level security;
create policy grant_wish_owner on grant_wish to congvu_owner using (true) with check (true);
create policy grant_wish_see on grant_wish for select to congvu_app using ((select session_is_system())
  or body_id = any ((select session_role_bodies('QT_BNDP'))::uuid[]) or body_id = any ((select session_role_bodies('GIAM_SAT'))::uuid[]));
create policy grant_wish_ask on grant_wish for insert to congvu_app with check (
  body_id = any ((select session_role_bodies('QT_BNDP'))::uuid[]) and role = any (roles_of_a_body()) and asked_by = (select session_person())
  and state = 'waiting' and not is_session_human(account_id, null));
-- Nobody decides what they asked for, nor about themselves, under whatever number.
create policy grant_wish_decide on grant_wish for update to congvu_app
  using (state = 'waiting' and body_id = any ((select session_role_bodies('QT_BNDP'))::uuid[])
    and not is_session_human(asked_by, null) and not is_session_human(account_id, null))
  with check (state in ('granted', 'refused') and decided_by = (select session_person()));
create policy grant_wish_lapse on grant_wish for update to congvu_app
  using (state = 'waiting' and (select session_is_system())) with check (state = 'lapsed' and decided_by is null);
grant select on grant_wish to congvu_app;
grant insert (wish_id, account_id, role, body_id, valid_from, named, asked_by, asked_at, ends_at) on grant_wish to congvu_app;
grant update (state, decided_by, decided_at, grant_id) on grant_wish to congvu_app;

-- The second wall: an administrator gives these two only what another administrator asked for, and nothing to the own second number.
create policy role_grant_by_second on role_grant as restrictive for insert to congvu_app with check ((select session_is_system())
  or (not is_session_human(account_id, null) and (role not in ('XAC_NHAN', 'QT_BNDP') or exists (
    select 1 from grant_wish w where w.grant_id = role_grant.grant_id and w.state = 'granted' and w.decided_by = (select session_person())
       and w.account_id = role_grant.account_id and w.role = role_grant.role and w.body_id = role_grant.body_id and w.valid_from <= role_grant.valid_from))));
