-- Up Migration
-- What the provider of sign-in calls a session, so that it may end it (OpenID Connect Back-Channel Logout 1.0). Names are kept as keyed hashes.

create table session_provider (
  session_id uuid primary key references session (session_id) on delete cascade,
  issuer text not null,
  subject text not null,
  -- null: the provider names no session; then all of the person's end together
  sid text
);
comment on table session_provider is 'room: authority/access. By which names (keyed hashes) the provider of sign-in knows a session.';
create index session_provider_sid on session_provider (sid) where sid is not null;
create index session_provider_subject on session_provider (subject);
create table logout_token (
  issuer text not null,
  jti text not null,
  until timestamptz not null,
  primary key (issuer, jti)
);
comment on table logout_token is 'room: authority/access. Logout tokens that were taken (keyed hashes), until they are too old to be taken anyway: each ends sessions once.';

alter table session_provider enable row level security; alter table session_provider force row level security;
alter table logout_token enable row level security;     alter table logout_token force row level security;
create policy session_provider_owner on session_provider to congvu_owner using (true) with check (true);
create policy logout_token_owner on logout_token to congvu_owner using (true) with check (true);
create policy session_provider_own on session_provider for insert to congvu_app
  with check (session_id = (select (session_row()).session_id));
grant insert on session_provider to congvu_app;

-- Ends what the provider says is over, when the product's process vouches that it said so. By the name of a session that one alone; without, all of the subject.
-- Null: this token was taken before. In a system session, so that each end has its row.
create function end_sessions_of_provider(asked_issuer text, asked_subject text, asked_sid text, asked_jti text, token_until timestamptz, proof bytea)
  returns table (replayed boolean, session_id uuid, account_id uuid) language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  begin
    if not session_keeps_log() or proof is distinct from session_proof(concat_ws('|', 'logout', asked_issuer, coalesce(asked_subject, '-'), coalesce(asked_sid, '-'), asked_jti, extract(epoch from token_until)::bigint)) then
      raise exception 'E-SESSION-PROOF' using errcode = 'insufficient_privilege';
    end if;
    delete from logout_token where until < now();
    insert into logout_token (issuer, jti, until) values (asked_issuer, asked_jti, token_until) on conflict do nothing;
    if not found then return query select true, null::uuid, null::uuid; return; end if;
    return query
      update session s set ended_at = now() from session_provider p
       where p.session_id = s.session_id and s.ended_at is null and p.issuer = asked_issuer
         and (asked_subject is null or p.subject = asked_subject) and (asked_sid is null or p.sid = asked_sid)
         and (asked_subject is not null or asked_sid is not null)
       returning false, s.session_id, s.account_id;
  end
$$;
revoke all on function end_sessions_of_provider(text, text, text, text, timestamptz, bytea) from public;
grant execute on function end_sessions_of_provider(text, text, text, text, timestamptz, bytea) to congvu_app;

-- Whether somebody signed in by this browser before is asked of their own sessions.
create index session_of_account on session (account_id, started_at) where kind = 'person';
create index session_stepped on session (stepped_up_by, stepped_up_at) where stepped_up_by is not null;

-- Passkeys may be ended by who runs the server, for somebody whom no administrator is left to help: no account did it then.
alter table passkey drop constraint passkey_check;
alter table passkey drop constraint passkey_end_reason_check;
alter table passkey add constraint passkey_end_reason_check check (end_reason in ('removed', 'lost', 'cloned', 'operator'));
alter table passkey add constraint passkey_check check ((ended_at is null) = (end_reason is null) and (ended_at is null or (end_reason = 'operator') = (ended_by is null)) and (ended_at is not null or ended_by is null));
alter table passkey_release alter column released_by drop not null;
