-- Up Migration
-- The holder ends the card on one phone: a copy is known by the wallet that fetched it, a wallet by its kind and by when it last asked. Decision 0057.
alter table card_wallet_grant
  add column wallet_kind text not null default 'unknown' check (wallet_kind in ('android', 'ios', 'browser', 'unknown')),
  add column last_used_at timestamptz not null default now();
update card_wallet_grant set last_used_at = created_at;
grant update (last_used_at) on card_wallet_grant to congvu_app;
-- Null: issued before wallets were kept beside their copies; such a copy runs out within its few days.
alter table card_copy add column grant_id uuid, add foreign key (person_id, grant_id) references card_wallet_grant;
create index card_copy_grant on card_copy (person_id, grant_id) where grant_id is not null;

-- The wallets that hold a copy of the own card, or may fetch one: nothing of their keys and tokens. A copy of before stands by itself.
create function own_card_wallets() returns table (wallet_id uuid, kind text, taken_at timestamptz, last_used_at timestamptz, good_until timestamptz)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  with copies as (
    select c.grant_id, c.copy_id, c.issued_at, c.expires_at
      from card_copy c join card d on d.person_id = c.person_id and d.card_id = c.card_id and d.state = 'HIEU_LUC' join status_slot s on s.list = c.list and s.idx = c.idx
     where c.person_id = (select session_own_person()) and s.ended_at is null and c.expires_at > now() and c.notified is distinct from 'credential_deleted')
  select g.grant_id, g.wallet_kind, g.created_at, g.last_used_at, (select max(c.expires_at) from copies c where c.grant_id = g.grant_id)
    from card_wallet_grant g where g.person_id = (select session_own_person()) and g.ended_at is null and g.refresh_expires_at > now()
  union all
  select c.copy_id, 'unknown', c.issued_at, c.issued_at, c.expires_at from copies c where c.grant_id is null
$$;
revoke all on function own_card_wallets() from public;
grant execute on function own_card_wallets() to congvu_app;

-- Ends the card in one wallet: its token first, so that nothing more is issued to it, then the bit of each copy that it holds. How many bits were set; null when there is no such wallet.
-- A copy of before ends by itself, and with it every wallet that has fetched nothing since: which of them holds it is not known.
create function end_card_wallet(of_person uuid, wallet uuid, at timestamptz) returns int
  language plpgsql security definer set search_path = congvu, pg_temp as $$
  declare ended int; of_before boolean; found_wallet boolean;
  begin
    if not (select session_is_system()) or not exists (select 1 from card c where c.person_id = of_person and c.state = 'HIEU_LUC'
         and c.body_id = any ((select session_registering_bodies())::uuid[])) then
      raise exception 'E-CARD-NOT-HELD' using errcode = 'insufficient_privilege';
    end if;
    update card_wallet_grant g set ended_at = at where g.person_id = of_person and g.grant_id = wallet and g.ended_at is null;
    found_wallet := found;
    of_before := exists (select 1 from card_copy c where c.person_id = of_person and c.copy_id = wallet and c.grant_id is null);
    if not found_wallet and not of_before then return null; end if;
    if of_before then
      update card_wallet_grant g set ended_at = at where g.person_id = of_person and g.ended_at is null
         and not exists (select 1 from card_copy c where c.person_id = of_person and c.grant_id = g.grant_id);
    end if;
    update status_slot s set ended_at = at from card_copy c
     where c.person_id = of_person and (c.grant_id = wallet or (c.copy_id = wallet and c.grant_id is null)) and s.list = c.list and s.idx = c.idx and s.ended_at is null;
    get diagnostics ended = row_count;
    if ended = 0 and not found_wallet then return null; end if;
    return ended;
  end
$$;
revoke all on function end_card_wallet(uuid, uuid, timestamptz) from public;
grant execute on function end_card_wallet(uuid, uuid, timestamptz) to congvu_app;
