-- Up Migration
-- Passkeys (W3C WebAuthn), by which who decides is asked again at the moment of deciding: a session says that it was, for a short while. Decision 0060.
alter table session add column stepped_up_at timestamptz;
alter table session add column stepped_up_by uuid;
comment on column session.stepped_up_at is 'when a passkey last vouched for who sits there; null: never in this session';

create table passkey (
  passkey_id uuid primary key,
  account_id uuid not null references account (account_id),
  credential_id bytea not null unique check (octet_length(credential_id) between 1 and 1023),
  public_key bytea not null,
  counter bigint not null check (counter >= 0),
  transports text[] not null,
  model uuid not null,
  is_synced boolean not null,
  name text not null check (length(name) between 1 and 60),
  added_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  ended_by uuid references account (account_id),
  end_reason text check (end_reason in ('removed', 'lost', 'cloned')),
  check ((ended_at is null) = (end_reason is null) and (ended_at is null) = (ended_by is null))
);
comment on table passkey is 'room: authority/passkeys. The public half of what an account proves itself with; the secret half never leaves the device.';
comment on column passkey.public_key is 'COSE_Key (RFC 9052)';
comment on column passkey.model is 'AAGUID: the make of the device, the same for all of it';
comment on column passkey.is_synced is 'kept by a cloud of its maker on several devices';
create index passkey_of on passkey (account_id);
alter table session add foreign key (stepped_up_by) references passkey (passkey_id);

create table passkey_challenge (
  session_id uuid not null references session (session_id),
  purpose text not null check (purpose in ('add', 'step-up')),
  challenge bytea not null check (octet_length(challenge) = 32),
  made_at timestamptz not null,
  primary key (session_id, purpose)
);
comment on table passkey_challenge is 'room: authority/passkeys. What the device must sign, once: taken away by the first answer, whatever it is.';

create table passkey_release (
  release_id uuid primary key,
  account_id uuid not null references account (account_id),
  released_by uuid not null references account (account_id),
  reason text not null check (length(reason) between 10 and 300),
  released_at timestamptz not null,
  used_at timestamptz
);
comment on table passkey_release is 'room: authority/passkeys. An administrator lets somebody who lost all their passkeys add one again, for a day.';
create index passkey_release_of on passkey_release (account_id);

alter table passkey enable row level security;           alter table passkey force row level security;
alter table passkey_challenge enable row level security; alter table passkey_challenge force row level security;
alter table passkey_release enable row level security;   alter table passkey_release force row level security;
create policy passkey_owner on passkey to congvu_owner using (true) with check (true);
create policy passkey_challenge_owner on passkey_challenge to congvu_owner using (true) with check (true);
create policy passkey_release_owner on passkey_release to congvu_owner using (true) with check (true);

create policy passkey_see on passkey for select to congvu_app
  using (account_id = (select session_person()) or (select session_is_system()) or session_administers(account_id));
-- One's own are removed; those of somebody whom one administers are lost. What has ended stays ended.
create policy passkey_end on passkey for update to congvu_app
  using (ended_at is null and (account_id = (select session_person()) or session_administers(account_id)))
  with check (ended_by = (select session_person()) and (end_reason = 'lost') = (account_id <> (select session_person())));
create policy passkey_challenge_own on passkey_challenge for all to congvu_app
  using (session_id = (select (session_row()).session_id)) with check (session_id = (select (session_row()).session_id));
create policy passkey_release_see on passkey_release for select to congvu_app
  using (account_id = (select session_person()) or session_administers(account_id));
create policy passkey_release_give on passkey_release for insert to congvu_app
  with check (released_by = (select session_person()) and session_administers(account_id));
grant select on passkey, passkey_release to congvu_app;
grant update (ended_at, ended_by, end_reason) on passkey to congvu_app;
grant select, insert, update, delete on passkey_challenge to congvu_app;
grant insert (release_id, account_id, released_by, reason, released_at) on passkey_release to congvu_app;

-- Takes a passkey for the person of the session, when the product's process vouches that the device proved itself. A release is used up. False: the device's
-- key is somebody's already.
create function passkey_add(new_id uuid, new_credential bytea, new_key bytea, new_counter bigint, new_transports text[], new_model uuid, new_synced boolean, new_name text, proof bytea)
  returns boolean language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  begin
    if session_person() is null or proof is distinct from session_proof(concat_ws('|', 'passkey', (session_row()).session_id, new_id, encode(new_credential, 'hex'), encode(new_key, 'hex'), new_counter)) then
      raise exception 'E-SESSION-PROOF' using errcode = 'insufficient_privilege';
    end if;
    insert into passkey (passkey_id, account_id, credential_id, public_key, counter, transports, model, is_synced, name, added_at)
      values (new_id, session_person(), new_credential, new_key, new_counter, new_transports, new_model, new_synced, new_name, now())
      on conflict (credential_id) do nothing;
    if not found then return false; end if;
    update passkey_release set used_at = now() where account_id = session_person() and used_at is null;
    return true;
  end
$$;
-- Says of the session that a passkey of its person vouched for them now; its counter goes on with it.
create function session_step_up(of_passkey uuid, new_counter bigint, proof bytea)
  returns timestamptz language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  declare s session := session_row();
  begin
    if s.account_id is null or proof is distinct from session_proof(concat_ws('|', 'step-up', s.session_id, of_passkey, new_counter)) then
      raise exception 'E-SESSION-PROOF' using errcode = 'insufficient_privilege';
    end if;
    update passkey set counter = new_counter, used_at = now()
      where passkey_id = of_passkey and account_id = s.account_id and ended_at is null and (new_counter > counter or (new_counter = 0 and counter = 0));
    if not found then raise exception 'E-PASSKEY-ENDED' using errcode = 'insufficient_privilege'; end if;
    update session set stepped_up_at = now(), stepped_up_by = of_passkey where handle_hash = s.handle_hash;
    return now();
  end
$$;
revoke all on function passkey_add(uuid, bytea, bytea, bigint, text[], uuid, boolean, text, bytea), session_step_up(uuid, bigint, bytea) from public;
grant execute on function passkey_add(uuid, bytea, bytea, bigint, text[], uuid, boolean, text, bytea), session_step_up(uuid, bigint, bytea) to congvu_app;
