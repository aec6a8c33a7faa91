-- Up Migration
-- Oversight: who viewed is told with the row it stands in, so that one reading can be asked about; who reads is named to whom the table of access lets, and a person
-- complains about one reading of the own record.

drop function reads_of_person(uuid, timestamptz);
create function reads_of_person(person uuid, since timestamptz)
  returns table (event_id uuid, at timestamptz, role text, body_id uuid, purpose text, act text, listed boolean)
  language sql
  stable security definer
  set search_path = congvu, pg_temp
as $$
    with seen as materialized (
      select e.event_id, e.at, e.tx, e.role, e.actor_id, e.body_id, e.purpose, e.act, e.object_id is distinct from person as listed
        from audit_event e
       where e.kind = 'read' and (e.object_id = person or (e.listed <> '{}' and e.listed @> array[person])) and e.at >= since
         and (session_keeps_log() or person = session_own_person() or exists (
           select 1 from person_reach m where m.person_id = person and m.why = 'managing' and m.tx_to = 9223372036854775807
              and m.valid_from <= (select today_in_vietnam()) and m.valid_to > (select today_in_vietnam()) and m.body_id = any ((select session_bodies())::uuid[])))),
    above as materialized (
      select d.body_id, bodies_above(d.body_id, today_in_vietnam()) as bodies from (select distinct s.body_id from seen s where s.body_id is not null) d)
    select s.event_id, s.at, s.role, coalesce(g.body_id, s.body_id), s.purpose, s.act, s.listed
      from seen s
      left join above a on a.body_id = s.body_id
      left join lateral (
        select r.body_id from role_grant r
         where r.account_id = s.actor_id and r.role = any (string_to_array(s.role, '+')) and r.tx_from <= s.tx and r.tx_to > s.tx
         order by coalesce(r.body_id = any (a.bodies), false) desc, r.grant_id limit 1) g on true
  $$;
revoke all on function reads_of_person(uuid, timestamptz) from public;
grant execute on function reads_of_person(uuid, timestamptz) to congvu_app;

-- Who stands behind the pseudonym of a reading, or of one that was refused: for who may be told, in a matter of their bodies; what is no body's, over the whole country alone.
create function reader_of_event(asked uuid) returns table (account_id uuid, name text, body_id uuid, at timestamptz, role text, act text)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select a.account_id, coalesce((select g.named from role_grant g where g.account_id = a.account_id and g.named is not null order by g.tx_from desc, g.grant_id desc limit 1), a.name),
         e.body_id, e.at, e.role, e.act
    from audit_event e join account a on a.account_id = e.actor_id
   where e.event_id = asked and (e.kind = 'read' or e.act in ('reading.refused', 'access.refused', 'lookup.empty'))
     and (e.body_id = any ((select session_bodies_that_may('readers.name'))::uuid[])
          or (e.body_id is null and cardinality((select session_bodies_that_may('readers.name'))) > 0 and session_supervises_all()))
$$;
revoke all on function reader_of_event(uuid) from public;
grant execute on function reader_of_event(uuid) to congvu_app;

-- A reading of the own record by somebody else: whose matter it was and when; nothing of who.
create function own_reading(asked uuid) returns table (body_id uuid, at timestamptz)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select coalesce(e.body_id, p.body_id), e.at
    from person p join audit_event e on e.event_id = asked and e.kind = 'read' and (e.object_id = p.person_id or e.listed @> array[p.person_id])
   where p.person_id = (select session_own_person()) and e.purpose <> 'OWN_RECORD' and e.actor_id is distinct from session_person()
$$;
revoke all on function own_reading(uuid) from public;
grant execute on function own_reading(uuid) to congvu_app;

-- Did the session's own human make this reading? They do not answer what is asked about it.
create function is_own_reading(asked uuid) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select exists (select 1 from audit_event e where e.event_id = asked and e.actor_id is not null and is_session_human(e.actor_id, null))
$$;
revoke all on function is_own_reading(uuid) from public;
grant execute on function is_own_reading(uuid) to congvu_app;

create table reading_complaint (
  complaint_id uuid primary key,
  event_id uuid not null,
  person_id uuid not null,
  by_account uuid not null references account (account_id),
  body_id uuid not null references body (body_id),
  reading_at timestamptz not null,
  reason text not null check (length(reason) between 10 and 1000),
  at timestamptz not null,
  due_on date not null,
  verdict text check (verdict in ('lawful', 'unlawful')),
  answer text check (length(answer) between 10 and 2000),
  answered_by uuid references account (account_id),
  answered_at timestamptz,
  check ((verdict is null) = (answer is null) and (verdict is null) = (answered_by is null) and (verdict is null) = (answered_at is null)),
  check (answered_by is distinct from by_account)
);
create unique index reading_complaint_once on reading_complaint (person_id, event_id);
create index reading_complaint_open on reading_complaint (body_id, due_on) where verdict is null;
comment on table reading_complaint is 'room: authority/oversight. A person asks whether one reading of the own record was right; answered once, by the administrator of the body or the auditor.';
alter table reading_complaint enable row level security;
alter table reading_complaint force row level security;
create policy reading_complaint_owner on reading_complaint to congvu_owner using (true) with check (true);
create policy reading_complaint_see on reading_complaint for select to congvu_app
  using (by_account = (select session_person()) or body_id = any ((select session_bodies_that_may('complaints.answer'))::uuid[]));
create policy reading_complaint_add on reading_complaint for insert to congvu_app
  with check (by_account = (select session_person()) and person_id = (select session_own_person()) and verdict is null
    and exists (select 1 from own_reading(event_id) r where r.body_id = reading_complaint.body_id and r.at = reading_complaint.reading_at));
create policy reading_complaint_answer on reading_complaint for update to congvu_app
  using (verdict is null and body_id = any ((select session_bodies_that_may('complaints.answer'))::uuid[]) and not is_own_reading(event_id)
    and not is_session_human(by_account, null))
  with check (verdict is not null and answered_by = (select session_person()));
grant select on reading_complaint to congvu_app;
grant insert (complaint_id, event_id, person_id, by_account, body_id, reading_at, reason, at, due_on) on reading_complaint to congvu_app;
grant update (verdict, answer, answered_by, answered_at) on reading_complaint to congvu_app;
