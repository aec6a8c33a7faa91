-- Up Migration
-- The audit log: events written with their act, the place each has in the tree, signed heads. Append only.
-- Nothing here is updated or deleted by the app but the sequencer's state and, by an act of erasure, payloads.

create table audit_event (
  event_id uuid not null,
  at timestamptz(3) not null,
  tx bigint not null default record_tx(),
  kind text not null check (kind in ('act', 'read')),
  log text not null,
  actor text,
  body_id uuid,
  role text not null,
  purpose text not null,
  act text not null,
  object text,
  revision int not null,
  payload_commit bytea not null check (octet_length(payload_commit) = 32),
  actor_id uuid,
  object_id uuid,
  listed uuid[] not null default '{}',
  primary key (event_id, at)
) partition by range (at);
comment on table audit_event is 'room: authority/audit. One act or one reading; the leaf is rebuilt from the columns up to payload_commit, the rest finds it (actor_id, object_id, listed). Monthly partitions.';
create index audit_event_order on audit_event (tx, event_id);
create index audit_event_object on audit_event (object_id, at) where object_id is not null;
create index audit_event_body on audit_event (body_id, at);
create index audit_event_actor on audit_event (actor_id, at);
create index audit_event_listed on audit_event using gin (listed) where listed <> '{}';

create table audit_payload (
  event_id uuid not null,
  at timestamptz(3) not null,
  body_id uuid,
  object_id uuid,
  salt bytea not null check (octet_length(salt) = 32),
  sealed bytea not null,
  primary key (event_id, at)
) partition by range (at);
comment on table audit_payload is 'room: authority/audit. What was done or shown, sealed under its own salt; apart from the event, so that erasing it leaves the log verifiable. Monthly partitions.';
create index audit_payload_object on audit_payload (object_id) where object_id is not null;

create table audit_leaf (
  log text not null,
  leaf_index bigint not null check (leaf_index >= 0),
  event_id uuid not null unique,
  at timestamptz(3) not null,
  leaf_hash bytea not null check (octet_length(leaf_hash) = 32),
  primary key (log, leaf_index)
);
comment on table audit_leaf is 'room: authority/audit. The place of an event in the tree: dense from 0, given once by the sequencer.';

create table audit_checkpoint (
  log text not null,
  size bigint not null,
  root bytea not null check (octet_length(root) = 32),
  note text not null,
  at timestamptz not null,
  primary key (log, size)
);
comment on table audit_checkpoint is 'room: authority/audit. Every head that was signed, kept before it is published.';

create table audit_state (
  log text primary key,
  term bigint not null,
  size bigint not null,
  frontier bytea[] not null,
  last_tx bigint not null,
  last_event uuid not null
);
comment on table audit_state is 'room: authority/audit. The sequencer''s place: fencing term, size and right edge of the tree, last event taken.';
insert into audit_state values ('act', 0, 0, '{}', -1, '00000000-0000-0000-0000-000000000000');

alter table audit_event enable row level security;      alter table audit_event force row level security;
alter table audit_payload enable row level security;    alter table audit_payload force row level security;
alter table audit_leaf enable row level security;       alter table audit_leaf force row level security;
alter table audit_checkpoint enable row level security; alter table audit_checkpoint force row level security;
alter table audit_state enable row level security;      alter table audit_state force row level security;

-- The one who keeps the log: a system session for the whole installation. A job for one body writes events and reads none.
create function session_keeps_log() returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select coalesce((select s.kind = 'system' and s.body_id is null from session_row() s), false)
$$;

-- One's own acts, the bodies that one supervises, or everything for background work. Nobody writes in another's name.
create policy audit_event_see on audit_event for select to congvu_app using (
  actor_id = (select session_person())
  or body_id = any ((select session_role_bodies('GIAM_SAT'))::uuid[])
  or body_id = any ((select session_role_bodies('QT_BNDP'))::uuid[])
  or (select session_keeps_log()));
create policy audit_event_add on audit_event for insert to congvu_app with check (
  actor_id = (select session_person()) or (select session_is_system()));
create policy audit_payload_see on audit_payload for select to congvu_app using (
  body_id = any ((select session_role_bodies('GIAM_SAT'))::uuid[])
  or body_id = any ((select session_role_bodies('QT_BNDP'))::uuid[])
  or (select session_keeps_log()));
create policy audit_payload_add on audit_payload for insert to congvu_app with check (
  (select session_person()) is not null or (select session_is_system()));
-- Hashes and signed heads are public; only the sequencer makes them.
create policy audit_leaf_see on audit_leaf for select to congvu_app using (true);
create policy audit_leaf_add on audit_leaf for insert to congvu_app with check ((select session_keeps_log()));
create policy audit_checkpoint_see on audit_checkpoint for select to congvu_app using (true);
create policy audit_checkpoint_add on audit_checkpoint for insert to congvu_app with check ((select session_keeps_log()));
create policy audit_state_see on audit_state for select to congvu_app using (true);
create policy audit_state_move on audit_state for update to congvu_app using ((select session_keeps_log())) with check ((select session_keeps_log()));
-- A backup reads, a restore writes, as the owner; the functions below run as the owner.
create policy audit_event_owner on audit_event to congvu_owner using (true) with check (true);
create policy audit_payload_owner on audit_payload to congvu_owner using (true) with check (true);
create policy audit_leaf_owner on audit_leaf to congvu_owner using (true) with check (true);
create policy audit_checkpoint_owner on audit_checkpoint to congvu_owner using (true) with check (true);
create policy audit_state_owner on audit_state to congvu_owner using (true) with check (true);

grant select on audit_event, audit_payload, audit_leaf, audit_checkpoint, audit_state to congvu_app;
-- Not tx: the transaction that writes a row is the one that the row says.
grant insert (event_id, at, kind, log, actor, body_id, role, purpose, act, object, revision, payload_commit, actor_id, object_id, listed) on audit_event to congvu_app;
grant insert on audit_payload, audit_leaf, audit_checkpoint to congvu_app;
grant update (term, size, frontier, last_tx, last_event) on audit_state to congvu_app;

-- Who viewed this person: for whoever may see the person today, that is, whose bodies hold the body that the last registering act was done for.
-- A list's row belongs to the body of the one who searched, so the policies alone would hide it here.
create function reads_of_person(person uuid, since timestamptz)
  returns table (at timestamptz, role text, body_id uuid, purpose text, act text, listed boolean)
  language sql stable security definer set search_path = congvu, pg_temp as $$
    select e.at, e.role, e.body_id, e.purpose, e.act, e.object_id is distinct from person
      from audit_event e
     where e.kind = 'read' and (e.object_id = person or (e.listed <> '{}' and e.listed @> array[person])) and e.at >= since
       and (session_keeps_log() or (
         select r.body_id from audit_event r where r.object_id = person and r.act = 'record.registered'
          order by r.at desc, r.event_id desc limit 1) = any (session_bodies()))
  $$;

-- Destroys payloads and salts about these objects, pages of hits that list them included. Events, leaves and signed heads stay as they are.
create function erase_audit_payloads(objects uuid[])
  returns int language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
    declare gone int;
    begin
      if not session_keeps_log() then
        raise exception 'E-AUDIT-ERASE-REFUSED' using errcode = 'insufficient_privilege';
      end if;
      delete from audit_payload p
       where p.object_id = any (objects)
          or (p.event_id, p.at) in (select e.event_id, e.at from audit_event e where e.listed <> '{}' and e.listed && objects);
      get diagnostics gone = row_count;
      return gone;
    end
  $$;
-- Seconds that the oldest event waits for a signed head; 0 when none waits. Says nothing of anybody, so health checks ask without a session.
create function audit_lag_seconds() returns double precision language sql stable security definer set search_path = congvu, pg_temp as $$
  select coalesce(greatest(extract(epoch from now() - min(w.at)), 0), 0)::double precision from (
    (select e.at from audit_event e, audit_state s where e.log = s.log and (e.tx, e.event_id) > (s.last_tx, s.last_event) order by e.tx, e.event_id limit 1)
    union all
    (select l.at from audit_leaf l where l.leaf_index >= (select coalesce(max(c.size), 0) from audit_checkpoint c where c.log = l.log) order by l.leaf_index limit 1)) w
$$;

revoke all on function audit_lag_seconds(), reads_of_person(uuid, timestamptz), erase_audit_payloads(uuid[]) from public;
grant execute on function audit_lag_seconds(), reads_of_person(uuid, timestamptz), erase_audit_payloads(uuid[]) to congvu_app;
