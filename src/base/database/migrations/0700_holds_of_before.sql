-- Up Migration
-- Who is held back from a card, completed: by whom where that was before holds were kept, at whichever server the card ends, and seen by whoever sees the person. Decision 0085.

-- The row of the log is written some milliseconds after the end of the card.
update card_hold h set held_by = (
    select a.account_id from audit_event e join account a on a.account_id = e.actor_id
     where e.act = 'card.ended' and e.object_id = h.person_id and e.at >= h.held_at and e.at < h.held_at + interval '1 minute'
     order by e.at limit 1)
 where h.held_by is null and h.released_at is null;

-- Whoever sees the person is told why there is no card; person_see decides that.
drop policy card_hold_see on card_hold;
create policy card_hold_see on card_hold for select to congvu_app using (
  (select session_of_all_bodies()) or standing_person(person_id) = (select session_own_person())
  or exists (select 1 from person p where p.person_id = standing_person(card_hold.person_id)));

-- Only servers of the version before call it, and they know of no hold: what is ended for mistrust there holds back, too.
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
    insert into card_hold (person_id, hold_id, card_id, body_id, reason, held_at, held_by)
    select c.person_id, gen_random_uuid(), c.card_id, c.body_id, c.end_reason, c.ended_at, session_person()
      from card c where c.person_id = of_person and c.card_id = of_card and c.employment = 'main' and c.end_reason in ('SU_CO', 'CAP_SAI', 'CHO_MUON')
    on conflict (person_id, card_id) do nothing;
    return ended;
  end
$$;
