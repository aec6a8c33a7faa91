-- Up Migration
-- Incidents of security and breaches of personal data: what was found, when, and which reports went out. Entries are added, never changed. Decision 0109.
create table incident_entry (
  incident_id uuid not null,
  entry_id uuid not null,
  -- 1 opens the incident
  number int not null check (number >= 1),
  kind text not null check (kind in ('opened', 'found', 'reported', 'closed')),
  facts jsonb not null,
  at timestamptz not null,
  account_id uuid not null references account (account_id),
  primary key (incident_id, number),
  unique (entry_id),
  check ((number = 1) = (kind = 'opened'))
);
comment on table incident_entry is 'room: authority/incidents. What was entered of an incident, one entry after the other: opened, found out since, reported to an authority, closed. Holds nothing of people but how many are touched.';
create index incident_entry_opened on incident_entry (at desc, incident_id desc) where kind = 'opened';

alter table incident_entry enable row level security;
alter table incident_entry force row level security;
create policy incident_entry_owner on incident_entry to congvu_owner using (true) with check (true);
create policy incident_entry_see on incident_entry for select to congvu_app using (
  cardinality((select session_bodies_that_may('incident.read', 'incident.keep'))::uuid[]) > 0);
create function incident_is_closed(incident uuid) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select exists (select 1 from incident_entry e where e.incident_id = incident and e.kind = 'closed')
$$;
revoke all on function incident_is_closed(uuid) from public;
grant execute on function incident_is_closed(uuid) to congvu_app;
-- Whoever keeps the register adds; an incident that was closed takes no more.
create policy incident_entry_add on incident_entry for insert to congvu_app with check (
  cardinality((select session_bodies_that_may('incident.keep'))::uuid[]) > 0 and account_id = (select session_person())
  and not incident_is_closed(incident_id));
grant select on incident_entry to congvu_app;
grant insert (incident_id, entry_id, number, kind, facts, at, account_id) on incident_entry to congvu_app;
