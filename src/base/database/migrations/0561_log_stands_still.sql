-- Up Migration
-- The log that stands still is noticed by the act itself, and an event names those before it, so that none vanishes before it has its place. Decision 0068.

-- What the last events are that nothing follows yet. As many slots as transactions may record at one time; none waits for another.
create table audit_tip (
  slot smallint primary key,
  event_id uuid
);
comment on table audit_tip is 'room: authority/audit. The last events, which no later one follows yet: a slot for each transaction that records at one time; null is a free one.';
insert into audit_tip select n, null from generate_series(0, 63) n;
alter table audit_tip enable row level security; alter table audit_tip force row level security;
create policy audit_tip_owner on audit_tip to congvu_owner using (true) with check (true);
create policy audit_tip_see on audit_tip for select to congvu_app using ((select session_keeps_log()));
grant select on audit_tip to congvu_app;

alter table audit_event add column follows uuid[];
grant insert (follows) on audit_event to congvu_app;

-- Takes up to four last events that no other transaction is taking now, and puts this one in their place. Never waits: a slot that is held is passed over.
-- '{}': there was none to take; null: every slot is held, this event follows nothing and nothing follows it. Asks for no session: the owner's commands
-- record too, and a name that leads nowhere is found by the verifier.
create function follow_audit_tips(last_event uuid) returns uuid[] language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  declare taken smallint[]; ended uuid[];
  begin
    select array_agg(t.slot), array_agg(t.event_id) into taken, ended
      from (select slot, event_id from audit_tip where event_id is not null order by slot limit 4 for update skip locked) t;
    if taken is null and not exists (select from audit_tip) then
      -- A backup of an earlier schema was restored: it brought no slots.
      insert into audit_tip select n, null from generate_series(0, 63) n on conflict do nothing;
    end if;
    if taken is null then
      select array[t.slot] into taken from (select slot from audit_tip where event_id is null order by slot limit 1 for update skip locked) t;
      ended := '{}';
    end if;
    if taken is null then return null; end if;
    update audit_tip set event_id = case when slot = taken[1] then last_event end where slot = any (taken);
    return ended;
  end
$$;

-- Up to when every event stands under a signed head, by the database's clock: the sequencer says it, a few times a minute.
alter table audit_state add column complete_until timestamptz;
grant update (complete_until) on audit_state to congvu_app;

-- Seconds that the log has stood still, when that is longer than `most`; null when it goes on. One look at one row as long as the sequencer works;
-- the question in full only when it has not said so lately. Where no sequencer ever worked, the time of an event is what its program said.
create function log_stands_still(most int) returns double precision language plpgsql stable security definer set search_path = congvu, pg_temp as $$
  declare until timestamptz; lag double precision;
  begin
    select s.complete_until into until from audit_state s where s.log = 'act';
    if until is not null and until <= now() + interval '1 minute' and until > now() - make_interval(secs => most) then return null; end if;
    lag := audit_lag_seconds();
    lag := case when until is null then lag - (select seconds from clock_tolerance) else least(lag, extract(epoch from now() - until)) end;
    return case when lag > most then lag end;
  end
$$;

revoke all on function follow_audit_tips(uuid), log_stands_still(int) from public;
grant execute on function follow_audit_tips(uuid), log_stands_still(int) to congvu_app;
