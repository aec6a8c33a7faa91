-- Up Migration
-- One living card for each employment of a person, and a card that a neutral change superseded beside it for a few days. Decisions 0086, 0087.
alter table card
  add column employment text not null default 'main' check (employment ~ '^(main|(concurrent|secondment):[0-9a-f-]{36})$'),
  add column superseded_at timestamptz,
  add column overlap_until timestamptz;
comment on column card.employment is 'of the person: main, or concurrent or secondment with the body that uses them so';
comment on column card.overlap_until is 'copies of a card that was superseded stay good until then';
alter table card drop constraint card_check, drop constraint card_state_check;
alter table card
  add constraint card_state_check check (state in ('HIEU_LUC', 'CHUYEN_TIEP', 'THU_HOI', 'HET_HAN')),
  add constraint card_ends check ((state in ('HIEU_LUC', 'CHUYEN_TIEP')) = (ended_at is null) and (state = 'HIEU_LUC') = (end_reason is null)),
  -- No copy outlives what its card says by more than three days, whatever the product is told.
  add constraint card_overlap check ((superseded_at is null) = (overlap_until is null) and (state <> 'CHUYEN_TIEP' or overlap_until is not null)
    and (overlap_until is null or (overlap_until > superseded_at and overlap_until <= superseded_at + interval '72 hours')));
-- What was superseded is ended, and locked for that, like a card that holds.
drop policy card_end on card;
create policy card_end on card for update to congvu_app
  using (body_id = any ((select session_registering_bodies())::uuid[]) and state in ('HIEU_LUC', 'CHUYEN_TIEP')) with check (state <> 'HIEU_LUC');
drop index card_live;
create unique index card_living on card (person_id, employment) where state = 'HIEU_LUC';
create index card_overlapping on card (overlap_until) where state = 'CHUYEN_TIEP';
-- Which bodies living cards name, and how: each pair once is found by jumps.
create index card_bodies on card (using_body_id, managing_body_id, md5((claims::jsonb -> 'co_quan')::text || (claims::jsonb -> 'co_quan_quan_ly')::text || (claims::jsonb ->> 'cap')))
  where state = 'HIEU_LUC' and using_body_id is not null;

-- A wallet fetches the card of one employment, the one that its offer named.
alter table card_wallet_grant add column employment text not null default 'main' check (employment ~ '^(main|(concurrent|secondment):[0-9a-f-]{36})$');
alter table card_revocation add column due_at timestamptz;
comment on column card_revocation.due_at is 'superseded: the bits are set then at the latest; null: they were set at once';

-- The bits of all copies of a card, whatever its state: of one that ended, and of one that is locked. How many were set.
create function end_copies(of_person uuid, of_card uuid, at timestamptz) returns int
  language plpgsql security definer set search_path = congvu, pg_temp as $$
  declare ended int;
  begin
    if not exists (select 1 from card c where c.person_id = of_person and c.card_id = of_card and c.body_id = any ((select session_registering_bodies())::uuid[])) then
      raise exception 'E-CARD-NOT-OURS' using errcode = 'insufficient_privilege';
    end if;
    update status_slot s set ended_at = at from card_copy c
     where c.person_id = of_person and c.card_id = of_card and s.list = c.list and s.idx = c.idx and s.ended_at is null;
    get diagnostics ended = row_count;
    return ended;
  end
$$;
revoke all on function end_copies(uuid, uuid, timestamptz) from public;
grant execute on function end_copies(uuid, uuid, timestamptz) to congvu_app;

-- Whoever fetched copies of the card of this employment, or was offered it, fetches no more. Its card MUST not hold.
create function end_wallets(of_person uuid, of_employment text, at timestamptz) returns void
  language plpgsql security definer set search_path = congvu, pg_temp as $$
  begin
    if not exists (select 1 from card c where c.person_id = of_person and c.employment = of_employment and c.body_id = any ((select session_registering_bodies())::uuid[]))
       or exists (select 1 from card c where c.person_id = of_person and c.employment = of_employment and c.state = 'HIEU_LUC') then
      raise exception 'E-CARD-NOT-ENDED' using errcode = 'insufficient_privilege';
    end if;
    update card_wallet_grant g set ended_at = at where g.person_id = of_person and g.employment = of_employment and g.ended_at is null;
    update card_offer o set used_at = at where o.person_id = of_person and o.used_at is null
       and exists (select 1 from card c where c.person_id = o.person_id and c.card_id = o.card_id and c.employment = of_employment);
  end
$$;
revoke all on function end_wallets(uuid, text, timestamptz) from public;
grant execute on function end_wallets(uuid, text, timestamptz) to congvu_app;

-- A card that holds gives way to another one, and its copies stay good until then. Once: what was superseded is never given longer. Is it done?
create function supersede_card(of_person uuid, of_card uuid, why text, at timestamptz, until timestamptz) returns boolean
  language plpgsql security definer set search_path = congvu, pg_temp as $$
  begin
    update card c set state = 'CHUYEN_TIEP', end_reason = why, superseded_at = at, overlap_until = until
     where c.person_id = of_person and c.card_id = of_card and c.state = 'HIEU_LUC' and c.body_id = any ((select session_registering_bodies())::uuid[]);
    return found;
  end
$$;
revoke all on function supersede_card(uuid, uuid, text, timestamptz, timestamptz) from public;
grant execute on function supersede_card(uuid, uuid, text, timestamptz, timestamptz) to congvu_app;

-- One that was superseded ends: at the end of its days, or at once for another reason. How many copies were still good; null when it had ended.
create function end_superseded(of_person uuid, of_card uuid, why text, at timestamptz) returns int
  language plpgsql security definer set search_path = congvu, pg_temp as $$
  declare ended int;
  begin
    update card c set state = 'THU_HOI', end_reason = coalesce(why, c.end_reason), ended_at = at
     where c.person_id = of_person and c.card_id = of_card and c.state = 'CHUYEN_TIEP' and c.body_id = any ((select session_registering_bodies())::uuid[]);
    if not found then return null; end if;
    ended := end_copies(of_person, of_card, at);
    if ended > 0 then
      update card_revocation r set bit_at = at where r.person_id = of_person and r.card_id = of_card and r.bit_at is null;
    end if;
    return ended;
  end
$$;
revoke all on function end_superseded(uuid, uuid, text, timestamptz) from public;
grant execute on function end_superseded(uuid, uuid, text, timestamptz) to congvu_app;

-- A server of the version before knows of no overlap and of one employment: whatever it ends, ends with all that was superseded beside it.
create or replace function end_card_copies(of_person uuid, of_card uuid, wallets_too boolean) returns int
  language plpgsql security definer set search_path = congvu, pg_temp as $$
  declare at timestamptz; ended int; of_employment text; beside uuid;
  begin
    select c.ended_at, c.employment into at, of_employment from card c
     where c.person_id = of_person and c.card_id = of_card and c.ended_at is not null and c.body_id = any ((select session_registering_bodies())::uuid[]);
    if at is null then
      raise exception 'E-CARD-NOT-ENDED' using errcode = 'insufficient_privilege';
    end if;
    ended := end_copies(of_person, of_card, at);
    for beside in select c.card_id from card c where c.person_id = of_person and c.employment = of_employment and c.state = 'CHUYEN_TIEP' loop
      ended := ended + coalesce(end_superseded(of_person, beside, (select c.end_reason from card c where c.person_id = of_person and c.card_id = of_card), at), 0);
    end loop;
    if wallets_too then
      update card_wallet_grant g set ended_at = at where g.person_id = of_person and g.employment = of_employment and g.ended_at is null;
      update card_offer o set used_at = at where o.person_id = of_person and o.used_at is null;
    end if;
    return ended;
  end
$$;

create or replace function own_card_wallets() returns table (wallet_id uuid, kind text, taken_at timestamptz, last_used_at timestamptz, good_until timestamptz)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  with copies as (
    select c.grant_id, c.copy_id, c.issued_at, least(c.expires_at, d.overlap_until) as expires_at
      from card_copy c join card d on d.person_id = c.person_id and d.card_id = c.card_id and d.state in ('HIEU_LUC', 'CHUYEN_TIEP')
      join status_slot s on s.list = c.list and s.idx = c.idx
     where c.person_id = (select session_own_person()) and s.ended_at is null and c.expires_at > now() and c.notified is distinct from 'credential_deleted')
  select g.grant_id, g.wallet_kind, g.created_at, g.last_used_at, (select max(c.expires_at) from copies c where c.grant_id = g.grant_id)
    from card_wallet_grant g where g.person_id = (select session_own_person()) and g.ended_at is null and g.refresh_expires_at > now()
  union all
  select c.copy_id, 'unknown', c.issued_at, c.issued_at, c.expires_at from copies c where c.grant_id is null
$$;
