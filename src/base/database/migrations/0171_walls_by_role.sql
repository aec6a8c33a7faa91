-- Up Migration
-- The second wall knows who, not only where: what SQL injected into the product could write was bounded by the body of the session alone. Restrictive policies
-- stand in front of those of each table; they ask once a statement (InitPlan), never once a row, but where a row must name its signer.

-- Two clocks write times here, the product's and the database's: further apart than this, one of them is wrong or somebody writes a time of their own.
create table clock_tolerance (
  only_row boolean primary key default true check (only_row),
  seconds int not null check (seconds > 0)
);
comment on table clock_tolerance is 'room: base/database. Seconds by which a written time may differ from the database''s clock. Changed by the owner alone.';
insert into clock_tolerance (seconds) values (60);
grant select on clock_tolerance to congvu_app;
create function earliest_true_time() returns timestamptz language sql volatile set search_path = congvu, pg_temp as $$
  select clock_timestamp() - make_interval(secs => seconds) from clock_tolerance
$$;
create function latest_true_time() returns timestamptz language sql volatile set search_path = congvu, pg_temp as $$
  select clock_timestamp() + make_interval(secs => seconds) from clock_tolerance
$$;

-- An attestation is signed by the person of the session, who may confirm for that body, now. The system attests nothing.
create policy attestation_by_its_signer on attestation as restrictive for insert to congvu_app with check (
  signer_id = (select session_person()) and body_id = any ((select session_role_bodies('XAC_NHAN'))::uuid[])
  and at between (select earliest_true_time()) and (select latest_true_time()));

-- A receipt of confirmation is of whoever may confirm; every receipt is of now.
create policy receipt_by_role on receipt as restrictive for insert to congvu_app with check (
  (kind = 'R1' or body_id = any ((select session_role_bodies('XAC_NHAN'))::uuid[]))
  and at between (select earliest_true_time()) and (select latest_true_time()));

-- A version comes with the attestation of this very session's person, or from the system (a first load). Nobody registers without having signed.
create function session_signed(attestation uuid, person uuid) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select exists (select 1 from attestation t where t.attestation_id = session_signed.attestation and t.person_id = session_signed.person and t.signer_id = session_person())
$$;
revoke all on function session_signed(uuid, uuid) from public;
grant execute on function session_signed(uuid, uuid) to congvu_app;
create policy person_version_by_its_signer on person_version as restrictive for insert to congvu_app with check (
  (select session_is_system()) or (attestation_id is not null and session_signed(attestation_id, person_id)));

-- What the population database answered is written by the work in the background, which asked it.
create policy match_result_by_system on match_result as restrictive for insert to congvu_app with check ((select session_is_system()));

-- An item is decided in the decider's own name, by a role that may.
create policy item_by_its_decider on item as restrictive for update to congvu_app using (true) with check (
  state not in ('confirmed', 'registered', 'returned')
  or (state = 'returned' and (select session_is_system()))
  or ((decided_by is null or decided_by = (select session_person()))
      and body_id = any (case when state = 'returned' then (select session_bodies_with(array['XAC_NHAN', 'DOI_SOAT'])) else (select session_role_bodies('XAC_NHAN')) end)));

-- The log is written now, and in a role that one holds.
create function session_roles() returns text[] language plpgsql stable security definer set search_path = congvu, pg_temp as $$
  declare s session := session_row();
  begin
    if s.handle_hash is null then return '{}'; end if;
    -- Whoever signs in is also a person with pages of their own.
    return array['NONE', 'CA_NHAN'] || case when s.kind = 'system' then array['SYSTEM'] else '{}' end
      || (select coalesce(array_agg(distinct g.role), '{}') from role_grant g
           where g.account_id = s.account_id and g.tx_to = 9223372036854775807 and g.valid_from <= today_in_vietnam() and g.valid_to > today_in_vietnam());
  end
$$;
revoke all on function session_roles() from public;
grant execute on function session_roles() to congvu_app;
create policy audit_event_now on audit_event as restrictive for insert to congvu_app with check (
  at between (select earliest_true_time()) and (select latest_true_time())
  and string_to_array(role, '+') <@ (select session_roles()));

-- The instant of a transaction is noted by a session, in the name of its person, now. It is read by everybody.
alter table act enable row level security; alter table act force row level security;
create policy act_owner on act to congvu_owner using (true) with check (true);
create policy act_see on act for select to congvu_app using (true);
create policy act_note on act for insert to congvu_app with check (
  actor_id is not distinct from (select session_person()) and 'NONE' = any ((select session_roles())::text[])
  and at between (select earliest_true_time()) and (select latest_true_time()));

-- How a source stands is told by the work in the background.
alter table source_state enable row level security; alter table source_state force row level security;
create policy source_state_owner on source_state to congvu_owner using (true) with check (true);
create policy source_state_see on source_state for select to congvu_app using (true);
create policy source_state_add on source_state for insert to congvu_app with check ((select session_is_system()));
create policy source_state_change on source_state for update to congvu_app using ((select session_is_system())) with check ((select session_is_system()));
