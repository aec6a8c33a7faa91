-- Up Migration
-- Who may act for whom. The context of a transaction is an unguessable handle, resolved here; never a list that anybody can set.

create table account (
  account_id uuid primary key,
  identity bytea not null unique,
  name text not null,
  created_at timestamptz not null,
  disabled_at timestamptz
);
comment on table account is 'room: authority/access. A person of the office; identity = keyed hash of the citizen number.';

create table identity_link (
  issuer text not null,
  subject text not null,
  account_id uuid not null references account (account_id),
  linked_at timestamptz not null,
  primary key (issuer, subject)
);
comment on table identity_link is 'room: authority/access. Which account an identity provider means; linked by issuer, subject and citizen number, never by e-mail.';

create table role_grant (
  grant_id uuid primary key,
  account_id uuid not null references account (account_id),
  role text not null,
  body_id uuid not null references body (body_id),
  valid_from date not null,
  valid_to date not null default '9999-12-31',
  granted_by uuid,
  tx_from bigint not null default record_tx(),
  tx_to bigint not null default 9223372036854775807,
  closed_by uuid
);
comment on table role_grant is 'room: authority/access. A role of vai_tro over a body and all below it, from day to day.';
create index role_grant_account on role_grant (account_id);

create table session (
  handle_hash bytea primary key,
  session_id uuid not null unique,
  kind text not null check (kind in ('person', 'system')),
  account_id uuid references account (account_id),
  body_id uuid references body (body_id),
  purpose text not null,
  agent text not null default '',
  identity_level int not null default 0,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  idle_seconds int not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  check ((kind = 'person') = (account_id is not null))
);
comment on table session is 'room: authority/access. Only the SHA-256 of a handle is kept. A system session acts for one body, or for all (body_id null).';
create index session_account on session (account_id) where ended_at is null;

create table session_secret (
  only_row boolean primary key default true check (only_row),
  secret bytea not null
);
comment on table session_secret is 'room: authority/access. Shared with the product''s process only: without it nobody opens a session, not even with stolen SQL.';

alter table account enable row level security;       alter table account force row level security;
alter table identity_link enable row level security; alter table identity_link force row level security;
alter table role_grant enable row level security;    alter table role_grant force row level security;
alter table session enable row level security;       alter table session force row level security;
create policy account_owner on account to congvu_owner using (true) with check (true);
create policy identity_link_owner on identity_link to congvu_owner using (true) with check (true);
create policy role_grant_owner on role_grant to congvu_owner using (true) with check (true);
create policy session_owner on session to congvu_owner using (true) with check (true);

-- The living session of this transaction: not ended, not idle too long, of an account that is not disabled.
create function session_row() returns session language sql stable security definer set search_path = congvu, pg_temp as $$
  select s.* from session s left join account a using (account_id)
   where s.handle_hash = sha256(convert_to(coalesce(current_setting('congvu.session', true), ''), 'UTF8'))
     and s.ended_at is null and s.ends_at > now() and s.seen_at + make_interval(secs => s.idle_seconds) > now()
     and (s.kind = 'system' or a.disabled_at is null)
$$;

create function session_person() returns uuid language sql stable security definer set search_path = congvu, pg_temp as $$
  select (session_row()).account_id
$$;

create function session_is_system() returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select coalesce((session_row()).kind = 'system', false)
$$;

-- Bodies below (and with) these, as believed now and valid today.
create function bodies_below(roots uuid[], on_day date) returns uuid[] language sql stable security definer set search_path = congvu, pg_temp as $$
  with recursive t as (
    select unnest(roots) as body_id
    union
    select v.body_id from body_version v join t on v.parent_id = t.body_id
     where v.valid_from <= on_day and v.valid_to > on_day and v.tx_to = 9223372036854775807)
  select coalesce(array_agg(body_id), '{}') from t where body_id is not null
$$;

create function today_in_vietnam() returns date language sql stable set search_path = congvu, pg_temp as $$
  select (now() at time zone 'Asia/Ho_Chi_Minh')::date
$$;

-- Bodies over which the session holds one of these roles today (any role when null). A system session has its body, or all.
create function session_bodies_with(roles text[]) returns uuid[] language plpgsql stable security definer set search_path = congvu, pg_temp as $$
  declare s session := session_row();
  begin
    if s.handle_hash is null then return '{}'; end if;
    if s.kind = 'system' then
      if roles is not null then return '{}'; end if;
      if s.body_id is null then return (select coalesce(array_agg(b.body_id), '{}') from body b); end if;
      return array[s.body_id];
    end if;
    return bodies_below((select coalesce(array_agg(distinct g.body_id), '{}') from role_grant g
      where g.account_id = s.account_id and (roles is null or g.role = any (roles)) and g.tx_to = 9223372036854775807
        and g.valid_from <= today_in_vietnam() and g.valid_to > today_in_vietnam()), today_in_vietnam());
  end
$$;

-- Roles that read or write people's data. The operator (TTTT) and the auditor (GIAM_SAT) do not: their sessions see no row of a person.
create function session_bodies() returns uuid[] language sql stable security definer set search_path = congvu, pg_temp as $$
  select case when session_is_system() then session_bodies_with(null)
    else session_bodies_with(array['NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN', 'QT_BNDP', 'VU_CCVC']) end
$$;

create function session_role_bodies(role text) returns uuid[] language sql stable security definer set search_path = congvu, pg_temp as $$
  select session_bodies_with(array[role])
$$;

-- Keyed hash (a hash of a hash, so that nothing can be appended): only the product's process can make it.
create function session_proof(message text) returns bytea language sql stable security definer set search_path = congvu, pg_temp as $$
  select sha256(secret || sha256(secret || convert_to(message, 'UTF8'))) from session_secret
$$;
revoke all on function session_proof(text) from public;

-- Opens a session when the proof is right. Returns its public id.
create function session_open(new_hash bytea, new_id uuid, new_kind text, for_account uuid, for_body uuid, why text, user_agent text, level int, idle int, ends timestamptz, proof bytea)
  returns uuid language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  begin
    if proof is distinct from session_proof(concat_ws('|', encode(new_hash, 'hex'), new_id, new_kind, coalesce(for_account::text, '-'), coalesce(for_body::text, '-'), level, idle, extract(epoch from ends)::bigint)) then
      raise exception 'E-SESSION-PROOF' using errcode = 'insufficient_privilege';
    end if;
    if for_account is not null and not exists (select 1 from account a where a.account_id = for_account and a.disabled_at is null) then
      raise exception 'E-ACCOUNT-DISABLED' using errcode = 'insufficient_privilege';
    end if;
    insert into session (handle_hash, session_id, kind, account_id, body_id, purpose, agent, identity_level, started_at, seen_at, idle_seconds, ends_at)
      values (new_hash, new_id, new_kind, for_account, for_body, why, left(user_agent, 120), level, now(), now(), idle, ends);
    return new_id;
  end
$$;

-- Notes that a session was used; at most once in half a minute.
create function session_touch() returns void language sql volatile security definer set search_path = congvu, pg_temp as $$
  update session set seen_at = now() where handle_hash = (session_row()).handle_hash and seen_at < now() - interval '30 seconds'
$$;

-- Which account an identity means, for the sign-in itself (there is no session yet): asked with a proof.
create function account_for_identity(asked bytea, proof bytea) returns uuid language plpgsql stable security definer set search_path = congvu, pg_temp as $$
  begin
    if proof is distinct from session_proof('account|' || encode(asked, 'hex')) then
      raise exception 'E-SESSION-PROOF' using errcode = 'insufficient_privilege';
    end if;
    return (select account_id from account where identity = asked and disabled_at is null);
  end
$$;

revoke all on function session_row(), session_open(bytea, uuid, text, uuid, uuid, text, text, int, int, timestamptz, bytea), session_touch(), account_for_identity(bytea, bytea) from public;
grant execute on function session_row(), session_open(bytea, uuid, text, uuid, uuid, text, text, int, int, timestamptz, bytea), session_touch(), account_for_identity(bytea, bytea) to congvu_app;

-- People see their own account, grants and sessions; an administrator those of the bodies under them.
create policy account_app on account for select to congvu_app
  using (account_id = (select session_person()) or (select session_is_system())
    or account_id in (select g.account_id from role_grant g where g.body_id = any ((select session_role_bodies('QT_BNDP'))::uuid[])));
create policy account_disable on account for update to congvu_app
  using (account_id in (select g.account_id from role_grant g where g.body_id = any ((select session_role_bodies('QT_BNDP'))::uuid[])))
  with check (true);
create policy account_add on account for insert to congvu_app with check ((select session_is_system()) or cardinality((select session_role_bodies('QT_BNDP'))::uuid[]) > 0);
create policy identity_link_app on identity_link to congvu_app using (account_id = (select session_person())) with check (account_id = (select session_person()));
create policy role_grant_app on role_grant for select to congvu_app
  using (account_id = (select session_person()) or (select session_is_system()) or body_id = any ((select session_role_bodies('QT_BNDP'))::uuid[]));
-- Nobody grants above the own scope, nor to themselves.
create policy role_grant_add on role_grant for insert to congvu_app
  with check ((body_id = any ((select session_role_bodies('QT_BNDP'))::uuid[]) and account_id <> (select session_person())) or (select session_is_system()));
create policy role_grant_close on role_grant for update to congvu_app
  using (body_id = any ((select session_role_bodies('QT_BNDP'))::uuid[])) with check (body_id = any ((select session_role_bodies('QT_BNDP'))::uuid[]));
create policy session_app on session for select to congvu_app using (account_id = (select session_person()) or (select session_is_system()));
create policy session_end on session for update to congvu_app using (account_id = (select session_person())) with check (account_id = (select session_person()));

grant select, insert on account, identity_link, role_grant to congvu_app;
grant update (disabled_at) on account to congvu_app;
grant update (tx_to, closed_by) on role_grant to congvu_app;
grant select on session to congvu_app;
grant update (ended_at) on session to congvu_app;
