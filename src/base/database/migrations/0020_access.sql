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
comment on table identity_link is 'room: authority/access. Which account an identity provider means; linked by issuer, subject (as a keyed hash) and citizen number, never by e-mail.';
create unique index identity_link_account on identity_link (issuer, account_id);

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
  closed_by uuid,
  check (valid_from < valid_to)
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

-- Which account an identity means, for the sign-in itself (there is no session yet): asked with a proof. The provider's name for the person is
-- tied to the account at the first sign-in; later another number under that name, or another name under that number, is refused (threat T13).
create function sign_in_account(asked bytea, asked_issuer text, asked_subject text, proof bytea)
  returns table (account_id uuid, outcome text) language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  declare found account; linked uuid; named text;
  begin
    if proof is distinct from session_proof(concat_ws('|', 'account', encode(asked, 'hex'), asked_issuer, asked_subject)) then
      raise exception 'E-SESSION-PROOF' using errcode = 'insufficient_privilege';
    end if;
    select a.* into found from account a where a.identity = asked;
    if found.account_id is null then return query select null::uuid, 'none'; return; end if;
    if found.disabled_at is not null then return query select null::uuid, 'disabled'; return; end if;
    insert into identity_link (issuer, subject, account_id, linked_at) select asked_issuer, asked_subject, found.account_id, now()
      where not exists (select 1 from identity_link l where l.issuer = asked_issuer and l.account_id = found.account_id)
      on conflict do nothing;
    select l.account_id into linked from identity_link l where l.issuer = asked_issuer and l.subject = asked_subject;
    select l.subject into named from identity_link l where l.issuer = asked_issuer and l.account_id = found.account_id;
    if linked is distinct from found.account_id or named is distinct from asked_subject then
      return query select null::uuid, 'linked-elsewhere'; return;
    end if;
    return query select found.account_id, 'found';
  end
$$;

-- May the session's person manage this account? An administrator of every body that the account acts for, and never of the own one.
create function session_administers(asked uuid) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select asked is distinct from session_person() and coalesce(bool_and(g.body_id = any (session_role_bodies('QT_BNDP'))), false)
    from role_grant g where g.account_id = asked and g.tx_to = 9223372036854775807
$$;

-- Roles that an administrator of a body may give. Those of the ministry (monitoring, operation, supervision) are given by the system alone.
create function roles_of_a_body() returns text[] language sql immutable set search_path = congvu, pg_temp as $$
  select array['CA_NHAN', 'NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN', 'QT_BNDP']
$$;

revoke all on function session_row(), session_open(bytea, uuid, text, uuid, uuid, text, text, int, int, timestamptz, bytea), session_touch(), sign_in_account(bytea, text, text, bytea), session_administers(uuid) from public;
grant execute on function session_row(), session_open(bytea, uuid, text, uuid, uuid, text, text, int, int, timestamptz, bytea), session_touch(), sign_in_account(bytea, text, text, bytea), session_administers(uuid) to congvu_app;

-- People see their own account, grants and sessions; an administrator those of the accounts that act for the bodies under them.
create policy account_see on account for select to congvu_app using (account_id = (select session_person()) or (select session_is_system())
  or account_id in (select g.account_id from role_grant g where g.body_id = any ((select session_role_bodies('QT_BNDP'))::uuid[])));
create policy account_disable on account for update to congvu_app
  using (session_administers(account_id) or (select session_is_system())) with check (session_administers(account_id) or (select session_is_system()));
create policy account_add on account for insert to congvu_app with check ((select session_is_system()) or cardinality((select session_role_bodies('QT_BNDP'))::uuid[]) > 0);
create policy identity_link_see on identity_link for select to congvu_app using (account_id = (select session_person()));
create policy role_grant_see on role_grant for select to congvu_app
  using (account_id = (select session_person()) or (select session_is_system()) or body_id = any ((select session_role_bodies('QT_BNDP'))::uuid[]));
-- Nobody grants above the own scope, nor to themselves, nor in another's name.
create policy role_grant_add on role_grant for insert to congvu_app with check ((select session_is_system())
  or (body_id = any ((select session_role_bodies('QT_BNDP'))::uuid[]) and account_id <> (select session_person()) and granted_by = (select session_person()) and role = any (roles_of_a_body())));
-- A grant is closed once, by the transaction that closes it; nothing else of it changes.
create policy role_grant_close on role_grant for update to congvu_app
  using (tx_to = 9223372036854775807 and ((select session_is_system()) or (body_id = any ((select session_role_bodies('QT_BNDP'))::uuid[]) and account_id <> (select session_person()))))
  with check (tx_to = record_tx() and ((select session_is_system()) or closed_by = (select session_person())));
create policy session_see on session for select to congvu_app using (account_id = (select session_person()) or (select session_is_system()) or session_administers(account_id));
-- A session that has ended stays ended.
create policy session_end on session for update to congvu_app
  using (ended_at is null and (account_id = (select session_person()) or session_administers(account_id))) with check (ended_at is not null);

grant select on account, identity_link, role_grant to congvu_app;
grant insert (account_id, identity, name, created_at) on account to congvu_app;
grant insert (grant_id, account_id, role, body_id, valid_from, valid_to, granted_by) on role_grant to congvu_app;
grant update (disabled_at) on account to congvu_app;
grant update (tx_to, closed_by) on role_grant to congvu_app;
grant select on session to congvu_app;
grant update (ended_at) on session to congvu_app;

-- Bodies (0010): everyone may know them; they are written by acts of the system, an attribute by the administrator of the body too.
-- A row is closed once, by the transaction that closes it.
alter table body enable row level security;           alter table body force row level security;
alter table body_version enable row level security;   alter table body_version force row level security;
alter table body_code enable row level security;      alter table body_code force row level security;
alter table body_attribute enable row level security; alter table body_attribute force row level security;
alter table establishment enable row level security;  alter table establishment force row level security;
alter table change_event enable row level security;   alter table change_event force row level security;
alter table change_link enable row level security;    alter table change_link force row level security;
create policy body_owner on body to congvu_owner using (true) with check (true);
create policy body_version_owner on body_version to congvu_owner using (true) with check (true);
create policy body_code_owner on body_code to congvu_owner using (true) with check (true);
create policy body_attribute_owner on body_attribute to congvu_owner using (true) with check (true);
create policy establishment_owner on establishment to congvu_owner using (true) with check (true);
create policy change_event_owner on change_event to congvu_owner using (true) with check (true);
create policy change_link_owner on change_link to congvu_owner using (true) with check (true);
create policy body_see on body for select to congvu_app using (true);
create policy body_version_see on body_version for select to congvu_app using (true);
create policy body_code_see on body_code for select to congvu_app using (true);
create policy body_attribute_see on body_attribute for select to congvu_app using (true);
create policy establishment_see on establishment for select to congvu_app using (true);
create policy change_event_see on change_event for select to congvu_app using (true);
create policy change_link_see on change_link for select to congvu_app using (true);
create policy body_add on body for insert to congvu_app with check ((select session_is_system()));
create policy body_version_add on body_version for insert to congvu_app with check ((select session_is_system()));
create policy body_code_add on body_code for insert to congvu_app with check ((select session_is_system()));
create policy body_attribute_add on body_attribute for insert to congvu_app with check ((select session_is_system()) or body_id = any ((select session_role_bodies('QT_BNDP'))::uuid[]));
create policy establishment_add on establishment for insert to congvu_app with check ((select session_is_system()));
create policy change_event_add on change_event for insert to congvu_app with check ((select session_is_system()));
create policy change_link_add on change_link for insert to congvu_app with check ((select session_is_system()));
create policy body_version_close on body_version for update to congvu_app using (tx_to = 9223372036854775807 and (select session_is_system())) with check (tx_to = record_tx() and closed_by is not null);
create policy body_code_close on body_code for update to congvu_app using (tx_to = 9223372036854775807 and (select session_is_system())) with check (tx_to = record_tx() and closed_by is not null);
create policy body_attribute_close on body_attribute for update to congvu_app
  using (tx_to = 9223372036854775807 and ((select session_is_system()) or body_id = any ((select session_role_bodies('QT_BNDP'))::uuid[]))) with check (tx_to = record_tx() and closed_by is not null);
create policy establishment_close on establishment for update to congvu_app using (tx_to = 9223372036854775807 and (select session_is_system())) with check (tx_to = record_tx() and closed_by is not null);
