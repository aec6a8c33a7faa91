-- Up Migration
-- The card: what it says, its copies in wallets, the status list's places, offers and wallets' keys, the clock of a revocation.
-- What may happen once (an end, a bit, a used code) can happen only once: the product has no right to undo it.

-- A number that was given stays given, whoever had it: no person stands beside it.
create table card_number (
  number text primary key check (number ~ '^[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z*~$=]$'),
  tx bigint not null default record_tx()
);
comment on table card_number is 'room: uses/card. Every card number that was ever given; never given again. No people.';

create table card (
  person_id uuid not null,
  card_id uuid not null,
  body_id uuid not null references body (body_id),
  number text not null references card_number (number),
  state text not null check (state in ('HIEU_LUC', 'THU_HOI', 'HET_HAN')),
  version int not null,
  claims text not null,
  portrait text not null check (portrait ~ '^[0-9a-f]{64}$'),
  issued_on date not null,
  valid_until date not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  primary key (person_id, card_id),
  check ((state = 'HIEU_LUC') = (ended_at is null) and (ended_at is null) = (end_reason is null))
);
comment on table card is 'room: uses/card. One legal card: one person × body × position as registered. claims = JSON of what it says, without the portrait (by its SHA-256); version = of the register, that made it.';
create unique index card_live on card (person_id) where state = 'HIEU_LUC';
create index card_due on card (valid_until) where state = 'HIEU_LUC';
create index card_body on card (body_id);

-- A list of 2^20 bits; places are taken at random. Filled: no more are taken. Retired: the last copy in it has expired.
create table status_list (
  list int primary key check (list >= 0),
  opened_at timestamptz not null,
  filled_at timestamptz,
  retired_at timestamptz,
  signed_at timestamptz
);
comment on table status_list is 'room: uses/card. The published status lists. No people.';

create table status_slot (
  list int not null references status_list (list),
  idx int not null check (idx >= 0 and idx < 1048576),
  taken_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  listed_at timestamptz,
  primary key (list, idx),
  check (listed_at is null or ended_at is not null)
);
comment on table status_slot is 'room: uses/card. A taken place of a status list; ended_at = its bit is set, for good; listed_at = a signed list says so. No people. Changed only by end_card_copies and mark_slots_listed.';
create index status_slot_unlisted on status_slot (list) where ended_at is not null and listed_at is null;

create table card_copy (
  person_id uuid not null,
  copy_id uuid not null,
  card_id uuid not null,
  body_id uuid not null references body (body_id),
  list int not null,
  idx int not null,
  holder_key text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  notification_hash bytea not null,
  notified text check (notified in ('credential_accepted', 'credential_failure', 'credential_deleted')),
  notified_at timestamptz,
  primary key (person_id, copy_id),
  foreign key (person_id, card_id) references card (person_id, card_id),
  foreign key (list, idx) references status_slot (list, idx)
);
comment on table card_copy is 'room: uses/card. A card as issued to one wallet: its place in a status list and the thumbprint of the holder key; the credential itself is not kept.';
create unique index card_copy_place on card_copy (list, idx);
create index card_copy_card on card_copy (person_id, card_id);

create table card_offer (
  person_id uuid not null,
  offer_id uuid not null,
  card_id uuid not null,
  body_id uuid not null references body (body_id),
  code_hash bytea not null,
  tx_code_hash bytea not null,
  tries int not null default 0 check (tries between 0 and 5),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (person_id, offer_id)
);
comment on table card_offer is 'room: uses/card. An offer of a card: hashes of the pre-authorized code and of the transaction code; used once, five tries, five minutes.';
create unique index card_offer_code on card_offer (code_hash);

create table card_wallet_grant (
  person_id uuid not null,
  grant_id uuid not null,
  body_id uuid not null references body (body_id),
  dpop_key text not null,
  access_hash bytea not null,
  access_expires_at timestamptz not null,
  refresh_hash bytea not null,
  refresh_expires_at timestamptz not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (person_id, grant_id)
);
comment on table card_wallet_grant is 'room: uses/card. A wallet that may fetch copies for a person: hashes of its tokens, bound to the thumbprint of its DPoP key.';
create unique index card_wallet_grant_access on card_wallet_grant (access_hash);
create unique index card_wallet_grant_refresh on card_wallet_grant (refresh_hash);

-- What was used once and must not be used again, until it would have expired anyway.
create table card_nonce (
  nonce_hash bytea primary key,
  expires_at timestamptz not null
);
comment on table card_nonce is 'room: uses/card. Nonces of credential requests that were used. No people.';
create index card_nonce_old on card_nonce (expires_at);
create table card_dpop_jti (
  jti_hash bytea primary key,
  expires_at timestamptz not null
);
comment on table card_dpop_jti is 'room: uses/card. DPoP proofs that were seen (RFC 9449 §11.1). No people.';
create index card_dpop_jti_old on card_dpop_jti (expires_at);

create table card_revocation (
  person_id uuid not null,
  card_id uuid not null,
  body_id uuid not null references body (body_id),
  reason text not null,
  signed_on date,
  effective_on date,
  entered_at timestamptz,
  confirmed_at timestamptz not null,
  bit_at timestamptz,
  listed_at timestamptz,
  primary key (person_id, card_id),
  foreign key (person_id, card_id) references card (person_id, card_id)
);
comment on table card_revocation is 'room: uses/card. The clock of a revocation: decision signed, effective, entered, confirmed, bit set, list published. Null: not known, or no copy was out.';
create index card_revocation_unlisted on card_revocation (bit_at) where bit_at is not null and listed_at is null;

alter table card enable row level security;              alter table card force row level security;
alter table card_copy enable row level security;         alter table card_copy force row level security;
alter table card_offer enable row level security;        alter table card_offer force row level security;
alter table card_wallet_grant enable row level security; alter table card_wallet_grant force row level security;
alter table card_revocation enable row level security;   alter table card_revocation force row level security;
create policy card_owner on card to congvu_owner using (true) with check (true);
create policy card_copy_owner on card_copy to congvu_owner using (true) with check (true);
create policy card_offer_owner on card_offer to congvu_owner using (true) with check (true);
create policy card_wallet_grant_owner on card_wallet_grant to congvu_owner using (true) with check (true);
create policy card_revocation_owner on card_revocation to congvu_owner using (true) with check (true);

-- Cards are made and ended where the register is written: by who confirms, and by background work. An ended card stays ended.
create policy card_see on card for select to congvu_app using (body_id = any ((select session_bodies())::uuid[]));
create policy card_add on card for insert to congvu_app with check (body_id = any ((select session_registering_bodies())::uuid[]) and state = 'HIEU_LUC');
create policy card_end on card for update to congvu_app
  using (body_id = any ((select session_registering_bodies())::uuid[]) and state = 'HIEU_LUC') with check (state <> 'HIEU_LUC');
create policy card_revocation_see on card_revocation for select to congvu_app using (body_id = any ((select session_bodies())::uuid[]));
create policy card_revocation_add on card_revocation for insert to congvu_app with check (body_id = any ((select session_registering_bodies())::uuid[]));
create policy card_revocation_list on card_revocation for update to congvu_app
  using (listed_at is null and (select session_is_system())) with check (listed_at is not null);
-- Copies, offers and wallets' grants are the issuer's own work, under a session of the system; officers see copies.
create policy card_copy_see on card_copy for select to congvu_app using (body_id = any ((select session_bodies())::uuid[]));
create policy card_copy_add on card_copy for insert to congvu_app with check ((select session_is_system()) and body_id = any ((select session_bodies())::uuid[]));
create policy card_copy_note on card_copy for update to congvu_app using ((select session_is_system()) and body_id = any ((select session_bodies())::uuid[]));
create policy card_offer_app on card_offer to congvu_app
  using ((select session_is_system()) and body_id = any ((select session_bodies())::uuid[]))
  with check ((select session_is_system()) and body_id = any ((select session_bodies())::uuid[]));
create policy card_wallet_grant_app on card_wallet_grant to congvu_app
  using ((select session_is_system()) and body_id = any ((select session_bodies())::uuid[]))
  with check ((select session_is_system()) and body_id = any ((select session_bodies())::uuid[]));

grant select, insert on card_number, card, status_list, status_slot, card_copy, card_offer, card_wallet_grant, card_nonce, card_dpop_jti, card_revocation to congvu_app;
grant update (state, ended_at, end_reason) on card to congvu_app;
grant update (filled_at, retired_at, signed_at) on status_list to congvu_app;
grant update (notified, notified_at) on card_copy to congvu_app;
grant update (tries, used_at, expires_at) on card_offer to congvu_app;
grant update (access_hash, access_expires_at, ended_at) on card_wallet_grant to congvu_app;
grant update (listed_at) on card_revocation to congvu_app;
grant delete on card_nonce, card_dpop_jti to congvu_app;

-- Sets the bits of all copies of a card that has ended, and lets no wallet fetch another by what it holds of it (unless it goes on with the next card).
-- From null to the end's own instant, never back; the only way to change a place.
create function end_card_copies(of_person uuid, of_card uuid, wallets_too boolean)
  returns int language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  declare at timestamptz; ended int;
  begin
    select c.ended_at into at from card c
     where c.person_id = of_person and c.card_id = of_card and c.ended_at is not null and c.body_id = any (session_registering_bodies());
    if at is null then
      raise exception 'E-CARD-NOT-ENDED' using errcode = 'insufficient_privilege';
    end if;
    update status_slot s set ended_at = at from card_copy c
     where c.person_id = of_person and c.card_id = of_card and s.list = c.list and s.idx = c.idx and s.ended_at is null;
    get diagnostics ended = row_count;
    if wallets_too then
      update card_wallet_grant g set ended_at = at where g.person_id = of_person and g.ended_at is null;
      update card_offer o set used_at = at where o.person_id = of_person and o.used_at is null;
    end if;
    return ended;
  end
$$;

-- A signed list says these bits now.
create function mark_slots_listed(of_list int, indexes int[], at timestamptz)
  returns int language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  declare marked int;
  begin
    if not session_is_system() then
      raise exception 'E-NOT-ALLOWED' using errcode = 'insufficient_privilege';
    end if;
    update status_slot s set listed_at = at where s.list = of_list and s.idx = any (indexes) and s.ended_at is not null and s.listed_at is null;
    get diagnostics marked = row_count;
    return marked;
  end
$$;

revoke all on function end_card_copies(uuid, uuid, boolean), mark_slots_listed(int, int[], timestamptz) from public;
grant execute on function end_card_copies(uuid, uuid, boolean), mark_slots_listed(int, int[], timestamptz) to congvu_app;
