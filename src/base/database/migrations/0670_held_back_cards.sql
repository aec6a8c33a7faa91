-- Up Migration
-- A card that was ended for a reason of mistrust comes back by the release of a second person alone, never with a change of the record. Decision 0085.
create table card_hold (
  person_id uuid not null,
  hold_id uuid not null,
  card_id uuid not null,
  body_id uuid not null references body,
  reason text not null,
  held_at timestamptz not null,
  held_by uuid references account,
  released_at timestamptz,
  released_by uuid references account,
  release_reason text,
  release_paper text check (length(release_paper) between 1 and 60),
  primary key (person_id, hold_id),
  foreign key (person_id, card_id) references card (person_id, card_id),
  check ((released_at is null) = (released_by is null) and (released_at is null) = (release_reason is null) and (released_at is null) = (release_paper is null)),
  check (released_by is distinct from held_by or released_by is null)
);
comment on table card_hold is 'room: uses/card. A person is held back from having a card: ended for a reason of mistrust by one officer, released by another.';
create unique index card_hold_of_card on card_hold (person_id, card_id);
create index card_hold_standing on card_hold (held_at, hold_id) where released_at is null;

-- Whoever held a card before such holds were kept, and lost it for one of these reasons, is held back as well; who ended it stands in the log.
insert into card_hold (person_id, hold_id, card_id, body_id, reason, held_at, held_by)
select c.person_id, gen_random_uuid(), c.card_id, c.body_id, c.end_reason, c.ended_at,
       (select a.account_id from audit_event e join account a on a.account_id = e.actor_id
         where e.act = 'card.ended' and e.object_id = c.person_id and e.at = c.ended_at limit 1)
  from card c
 where c.end_reason in ('SU_CO', 'CAP_SAI', 'CHO_MUON') and not exists (select 1 from card later where later.person_id = c.person_id and later.created_at >= c.ended_at and later.card_id <> c.card_id);

-- The records of each of these humans: the one that stands, and those that were merged into it.
create function records_of_humans(asked uuid[]) returns table (standing uuid, person_id uuid)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  with recursive r as (
    select a as standing, a as person_id from unnest(asked) a
    union
    select r.standing, p.person_id from r join person p on p.merged_into = r.person_id)
  select r.standing, r.person_id from r
$$;
revoke all on function records_of_humans(uuid[]) from public;
grant execute on function records_of_humans(uuid[]) to congvu_app;

-- Is this session the human of whom the record is?
create function is_session_human_of(asked uuid) returns boolean
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select exists (select 1 from records_of_humans(array[standing_person(asked)]) r join national_id n on n.person_id = r.person_id where is_session_human(null, n.id_hash))
$$;
revoke all on function is_session_human_of(uuid) from public;
grant execute on function is_session_human_of(uuid) to congvu_app;

alter table card_hold enable row level security, force row level security;
create policy card_hold_owner on card_hold for all to congvu_owner using (true) with check (true);
create policy card_hold_see on card_hold for select to congvu_app using (
  (select session_of_all_bodies()) or standing_person(person_id) = (select session_own_person())
  or exists (select 1 from person p where p.person_id = standing_person(card_hold.person_id) and p.body_id = any ((select session_bodies())::uuid[])));
create policy card_hold_add on card_hold for insert to congvu_app with check (
  released_at is null and held_by is not distinct from (select session_person()) and body_id = any ((select session_registering_bodies())::uuid[])
  and exists (select 1 from card c where c.person_id = card_hold.person_id and c.card_id = card_hold.card_id and c.body_id = card_hold.body_id and c.end_reason = card_hold.reason));
-- Neither who held it back nor whose card it is.
create policy card_hold_release on card_hold for update to congvu_app
  using (released_at is null and not (select session_is_system()) and not is_session_human(held_by, null) and not is_session_human_of(person_id)
    and exists (select 1 from person p where p.person_id = standing_person(card_hold.person_id) and p.body_id = any ((select session_bodies_that_may('card.release'))::uuid[])))
  with check (released_by = (select session_person()));
grant select, insert on card_hold to congvu_app;
grant update (released_at, released_by, release_reason, release_paper) on card_hold to congvu_app;

-- No card begins of somebody who is held back, whatever asks for it.
create policy card_not_held_back on card as restrictive for insert to congvu_app with check (
  not exists (select 1 from card_hold h join records_of_humans(array[card.person_id]) r on r.person_id = h.person_id where h.released_at is null));
