-- Up Migration
-- A person and their own record. Beside what a session sees by its roles, it sees the rows of its own person, in a transaction of the personal
-- door only. That a transaction is the door's says `congvu.own_record`: no secret and no wall, it only keeps a person's own rows out of the lists
-- that officers work through. Whose rows they are says the citizen number of the account, and nothing that anybody can set.

-- The registered person of this session: whose number the account has, when somebody signed in with an identity of level 2. Null otherwise.
create function session_own_person() returns uuid language sql stable security definer set search_path = congvu, pg_temp as $$
  select n.person_id from session_row() s join account a on a.account_id = s.account_id join national_id n on n.id_hash = a.identity
   where current_setting('congvu.own_record', true) = 'on' and s.kind = 'person' and s.identity_level >= 2 and n.state = 'registered'
$$;
revoke all on function session_own_person() from public;
grant execute on function session_own_person() to congvu_app;

-- Reading alone: no policy for own rows lets anything be written.
create policy national_id_own on national_id for select to congvu_app using (person_id = (select session_own_person()));
create policy person_salt_own on person_salt for select to congvu_app using (person_id = (select session_own_person()));
create policy person_own on person for select to congvu_app using (person_id = (select session_own_person()));
create policy person_version_own on person_version for select to congvu_app using (person_id = (select session_own_person()));
create policy card_own on card for select to congvu_app using (person_id = (select session_own_person()));
create policy card_copy_own on card_copy for select to congvu_app using (person_id = (select session_own_person()));

-- What is on its way: which groups and since when, not what was stated nor by whom.
create function own_items() returns table (group_code text, state text, since timestamptz)
  language sql stable security definer set search_path = congvu, pg_temp as $$
    select i.group_code, i.state, min(i.created_at) from item i
     where i.person_id = (select session_own_person())
       and i.state in ('received', 'checked', 'waiting-match', 'awaiting-confirmation', 'held', 'confirmed', 'returned', 'quarantined')
     group by i.group_code, i.state
  $$;

-- Who confirmed and when, without what was shown and without the signature.
create function own_attestations() returns table (attestation_id uuid, at timestamptz, signer_name text)
  language sql stable security definer set search_path = congvu, pg_temp as $$
    select t.attestation_id, t.at, t.signer_name from attestation t where t.person_id = (select session_own_person())
  $$;
revoke all on function own_items(), own_attestations() from public;
grant execute on function own_items(), own_attestations() to congvu_app;

-- A body and all above it, as believed now and valid on the day.
create function bodies_above(body uuid, on_day date) returns uuid[] language sql stable security definer set search_path = congvu, pg_temp as $$
  with recursive t as (
    select body as body_id
    union
    select v.parent_id from body_version v join t using (body_id)
     where v.parent_id is not null and v.valid_from <= on_day and v.valid_to > on_day and v.tx_to = 9223372036854775807)
  select array_agg(body_id) from t where body_id is not null
$$;
revoke all on function bodies_above(uuid, date) from public;

-- Who viewed this person (0030), for the person too. The body is the one that the reader acted for: where the role that was used had been given,
-- of several the one above the record as the tree is today; of a reading by the system the body whose matter it was.
create or replace function reads_of_person(person uuid, since timestamptz)
  returns table (at timestamptz, role text, body_id uuid, purpose text, act text, listed boolean)
  language sql stable security definer set search_path = congvu, pg_temp as $$
    with seen as materialized (
      select e.at, e.tx, e.role, e.actor_id, e.body_id, e.purpose, e.act, e.object_id is distinct from person as listed
        from audit_event e
       where e.kind = 'read' and (e.object_id = person or (e.listed <> '{}' and e.listed @> array[person])) and e.at >= since
         and (session_keeps_log() or person = session_own_person() or (
           select r.body_id from audit_event r where r.object_id = person and r.act = 'record.registered'
            order by r.at desc, r.event_id desc limit 1) = any (session_bodies()))),
    above as materialized (
      select d.body_id, bodies_above(d.body_id, today_in_vietnam()) as bodies from (select distinct s.body_id from seen s where s.body_id is not null) d)
    select s.at, s.role, coalesce(g.body_id, s.body_id), s.purpose, s.act, s.listed
      from seen s
      left join above a on a.body_id = s.body_id
      left join lateral (
        select r.body_id from role_grant r
         where r.account_id = s.actor_id and r.role = any (string_to_array(s.role, '+')) and r.tx_from <= s.tx and r.tx_to > s.tx
         order by coalesce(r.body_id = any (a.bodies), false) desc, r.grant_id limit 1) g on true
  $$;
