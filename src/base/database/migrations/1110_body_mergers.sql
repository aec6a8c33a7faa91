-- Up Migration
-- A body goes into another one with its people, and that is undone. Rows of people's records stay as they were written: reach moves, and the row of today follows (decision 0139).
create table change_scope (
  event_id uuid not null references change_event,
  person_id uuid not null,
  body_id uuid not null,
  managing_body_id uuid,
  using_body_id uuid,
  primary key (person_id, event_id)
);
comment on table change_scope is 'room: authority/organisations. Who was touched by an event of bodies, and the bodies of their row as they were before it: what its undo writes again. Ids alone.';
create index change_scope_event on change_scope (event_id);
alter table change_scope enable row level security, force row level security;
create policy change_scope_owner on change_scope for all to congvu_owner using (true) with check (true);
create policy change_scope_see on change_scope for select to congvu_app using (exists (select 1 from person p where p.person_id = change_scope.person_id));
create policy change_scope_kept_apart on change_scope as restrictive for select to congvu_app using (not (person_id in (select session_hidden_people())));
grant select on change_scope to congvu_app;

alter table body_change drop constraint body_change_kind_check;
alter table body_change add constraint body_change_kind_check
  check (kind in ('make', 'rename', 'move', 'describe', 'end', 'give-code', 'take-code', 'attribute', 'establish', 'merge', 'undo', 'list'));
create policy change_link_of_change on change_link for insert to congvu_app with check (event_id = (select session_change()));

-- What goes along when a body goes into another one, and what stands in the way of it. Counts alone.
create function merger_of(gone uuid, on_day date, out people int, out grants int, out cards int, out submissions int, out seconded int, out cases int, out lines int)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select
    (select count(*)::int from (
       select r.person_id from person_reach r where r.body_id = gone and r.why in ('managing', 'using', 'merged') and r.tx_to = 9223372036854775807 and r.valid_to > on_day
       union select p.person_id from person p where p.managing_body_id = gone or p.using_body_id = gone) x),
    (select count(*)::int from role_grant g where g.body_id = gone and g.role <> 'CA_NHAN' and g.tx_to = 9223372036854775807 and g.valid_to > on_day),
    (select count(*)::int from card c where c.using_body_id = gone and c.state = 'HIEU_LUC'),
    (select count(distinct s.submission_id)::int from submission s where s.body_id = gone and exists (
       select 1 from item i where i.submission_id = s.submission_id and i.state in ('waiting-match', 'awaiting-confirmation', 'held', 'returned'))),
    (select count(distinct r.person_id)::int from person_reach r where r.body_id = gone and r.why in ('seconded', 'concurrent', 'duty') and r.tx_to = 9223372036854775807 and r.valid_to > on_day),
    (select count(*)::int from person_case c where (c.from_body = gone or c.to_body = gone) and c.ended_at is null),
    (select count(*)::int from exchange_source e where e.body_id = gone and e.ended_at is null)
   where cardinality((select session_bodies_that_may('bodies.change'))::uuid[]) > 0
$$;

-- Bodies at and below one, as believed just before a transaction.
create function bodies_before(top uuid, at_tx bigint) returns uuid[] language sql stable security definer set search_path = congvu, pg_temp as $$
  with recursive t as (
    select top as body_id
    union
    select v.body_id from body_version v join t on v.parent_id = t.body_id where v.tx_from < at_tx and v.tx_to >= at_tx)
  select array_agg(body_id) from t
$$;

-- What is believed now of an event's scope, a digest a part: bodies, codes, attributes, posts, reach, rows of today, roles. No version, transaction or event is part of it.
create function scope_digest(event uuid, bodies uuid[], sources uuid[]) returns text language sql stable security definer set search_path = congvu, pg_temp as $$
  select string_agg(part || ':' || encode(sha256(coalesce(said, '')), 'hex'), ' ' order by part) from (
    select 'attribute' as part, (select string_agg(d, ''::bytea order by d) from (select sha256(convert_to(row(body_id, name, value, valid_from, valid_to, confidence)::text, 'UTF8')) d
       from body_attribute where body_id = any (bodies) and tx_to = 9223372036854775807 and name not like 'lien\_he\_%') x) as said
    union all select 'body', (select string_agg(d, ''::bytea order by d) from (select sha256(convert_to(row(body_id, parent_id, managing_id, name, short_name, kind, level, valid_from, valid_to, source, confidence)::text, 'UTF8')) d
       from body_version where body_id = any (bodies) and tx_to = 9223372036854775807) x)
    union all select 'code', (select string_agg(d, ''::bytea order by d) from (select sha256(convert_to(row(body_id, scheme, code, valid_from, valid_to, confidence, source)::text, 'UTF8')) d
       from body_code where body_id = any (bodies) and tx_to = 9223372036854775807) x)
    union all select 'grant', (select string_agg(d, ''::bytea order by d) from (select sha256(convert_to(row(account_id, role, body_id, valid_from, valid_to, acts, named, delegated_by, basis)::text, 'UTF8')) d
       from role_grant where body_id = any (sources) and tx_to = 9223372036854775807) x)
    union all select 'person', (select string_agg(d, ''::bytea order by d) from (select sha256(convert_to(row(p.person_id, p.body_id, p.managing_body_id, p.using_body_id)::text, 'UTF8')) d
       from person p join change_scope s using (person_id) where s.event_id = event) x)
    union all select 'posts', (select string_agg(d, ''::bytea order by d) from (select sha256(convert_to(row(body_id, kind, year, posts, decision::text, valid_from, valid_to)::text, 'UTF8')) d
       from establishment where body_id = any (bodies) and tx_to = 9223372036854775807) x)
    union all select 'reach', (select string_agg(d, ''::bytea order by d) from (select sha256(convert_to(row(r.person_id, r.body_id, r.why, r.valid_from, r.valid_to, r.by_case)::text, 'UTF8')) d
       from person_reach r join change_scope s using (person_id) where s.event_id = event and r.tx_to = 9223372036854775807) x)) parts
$$;

-- The merger that this transaction put in force; nobody but who decided it gets one.
create function merger_in_force(event uuid, kind_of text) returns table (source uuid, target uuid, undone uuid, on_day date) language plpgsql stable security definer set search_path = congvu, pg_temp as $$
  begin
    if event is distinct from session_change() then raise exception 'a merger is written by who put it in force'; end if;
    return query select (o ->> 'bodyId')::uuid, (o ->> 'intoId')::uuid, (o ->> 'changeId')::uuid, c.on_day
      from body_change c cross join lateral jsonb_array_elements(c.operations) o where c.change_id = event and o ->> 'kind' = kind_of;
    if not session_changes_country() and exists (
        select 1 from body_change c cross join lateral jsonb_array_elements(c.operations) o where c.change_id = event and o ->> 'kind' = kind_of
           and ((o ->> 'bodyId')::uuid <> all ((select session_bodies_that_may('bodies.change'))::uuid[])
             or coalesce((o ->> 'intoId')::uuid <> all ((select session_bodies_that_may('bodies.change'))::uuid[]), false)
             or (o ->> 'bodyId')::uuid = any (national_bodies()))) then
      raise exception 'a merger of bodies beyond the own reach';
    end if;
  end
$$;

-- Nobody is registered, moved or given a role while a merger is planned for the last time and written: late writers wait for its end.
create function hold_writers() returns void language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  begin
    if cardinality((select session_bodies_that_may('bodies.change'))::uuid[]) = 0 then raise exception 'who may change bodies holds writers'; end if;
    lock table person, person_reach, role_grant, item in share row exclusive mode;
  end
$$;

-- Before rows of bodies are written: who is touched, and what is believed of it. The row of the event stands already.
create function begin_merger(event uuid) returns void language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  declare this_tx bigint := record_tx(); m record;
  begin
    for m in select * from merger_in_force(event, 'merge') loop
      if m.on_day > today_in_vietnam() then raise exception 'a merger is written from its day on'; end if;
      insert into change_scope (event_id, person_id, body_id, managing_body_id, using_body_id)
        select event, p.person_id, p.body_id, p.managing_body_id, p.using_body_id from person p
         where p.managing_body_id = m.source or p.using_body_id = m.source or exists (
           select 1 from person_reach r where r.person_id = p.person_id and r.body_id = m.source and r.why in ('managing', 'using', 'merged') and r.tx_to = 9223372036854775807 and r.valid_to > m.on_day)
        on conflict do nothing;
      update change_event set hash_before = scope_digest(event, bodies_before(m.source, this_tx) || m.target, array[m.source]) where event_id = event;
    end loop;
  end
$$;

-- After rows of bodies: reach and the row of today go over, roles at the source end, the own pages of people stay theirs.
create function finish_merger(event uuid) returns table (people int, grants int) language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  declare this_tx bigint := record_tx(); m record; by_whom uuid := session_person();
  begin
    people := 0; grants := 0;
    for m in select * from merger_in_force(event, 'merge') loop
      people := people + (select count(*)::int from change_scope s where s.event_id = event);
      update person p set body_id = case when p.body_id = m.source then m.target else p.body_id end,
             managing_body_id = case when p.managing_body_id = m.source then m.target else p.managing_body_id end,
             using_body_id = case when p.using_body_id = m.source then m.target else p.using_body_id end
        from change_scope s where s.event_id = event and p.person_id = s.person_id and m.source in (p.body_id, p.managing_body_id, p.using_body_id);
      -- Who was used by the one and managed by the other is managed alone; of two rows that would say the same one stays.
      with ending as (
        update person_reach r set tx_to = this_tx from change_scope s join person p using (person_id)
         where s.event_id = event and r.person_id = s.person_id and r.tx_to = 9223372036854775807 and r.tx_from <> this_tx and r.valid_to > m.on_day
           and ((r.body_id = m.source and r.why in ('managing', 'using', 'merged')) or (r.body_id = m.target and r.why = 'using' and p.body_id = m.target))
        returning r.person_id, r.body_id, r.why, r.valid_from, r.valid_to, r.by_case),
      before as (
        insert into person_reach (person_id, body_id, why, valid_from, valid_to, by_case, tx_from)
          select e.person_id, e.body_id, e.why, e.valid_from, m.on_day, e.by_case, this_tx from ending e where e.valid_from < m.on_day)
      insert into person_reach (person_id, body_id, why, valid_from, valid_to, by_case, tx_from)
        select e.person_id, m.target, e.why, greatest(e.valid_from, m.on_day), e.valid_to, e.by_case, this_tx
          from ending e join person p using (person_id)
         where e.body_id = m.source and (e.why <> 'using' or p.body_id <> m.target)
           and not exists (select 1 from person_reach o where o.person_id = e.person_id and o.body_id = m.target and o.why = e.why and o.tx_to = 9223372036854775807 and o.valid_to > m.on_day)
        on conflict do nothing;
      with ending as (
        update role_grant g set tx_to = this_tx, closed_by = by_whom where g.body_id = m.source and g.tx_to = 9223372036854775807 and g.valid_to > m.on_day
        returning g.*),
      own as (
        insert into role_grant (grant_id, account_id, role, body_id, valid_from, valid_to, granted_by, tx_from)
          select gen_random_uuid(), e.account_id, e.role, m.target, greatest(e.valid_from, m.on_day), e.valid_to, e.granted_by, this_tx from ending e
           where e.role = 'CA_NHAN' and not exists (select 1 from role_grant o where o.account_id = e.account_id and o.role = e.role and o.body_id = m.target and o.tx_to = 9223372036854775807))
      select grants + count(*)::int into grants from ending where role <> 'CA_NHAN';
      update change_event set hash_after = scope_digest(event, bodies_before(m.source, this_tx) || m.target, array[m.source]) where event_id = event;
    end loop;
    return next;
  end
$$;

-- What stands in the way of an undo: people whom a later act moved or placed otherwise; later events of the same bodies; whether it was undone already.
create function undo_held(undone uuid, out people int, out events int, out done boolean) language sql stable security definer set search_path = congvu, pg_temp as $$
  with e as (select * from change_event where event_id = undone),
  l as (select from_id, to_id from change_link where event_id = undone),
  scope as (select bodies_before(l.from_id, e.tx) || l.to_id as bodies from e, l),
  wrote as (select r.* from e, l, change_scope s join person_reach r using (person_id) where s.event_id = undone and r.tx_from = e.tx and r.body_id in (l.from_id, l.to_id)),
  lost as (
    select w.person_id from wrote w where not exists (select 1 from person_reach n where n.person_id = w.person_id and n.body_id = w.body_id and n.why = w.why
       and n.valid_from = w.valid_from and n.valid_to = w.valid_to and n.tx_to = 9223372036854775807)
    union
    select s.person_id from l, change_scope s join person p using (person_id) where s.event_id = undone and (
       p.body_id is distinct from case when s.body_id = l.from_id then l.to_id else s.body_id end
       or p.managing_body_id is distinct from case when s.managing_body_id = l.from_id then l.to_id else s.managing_body_id end
       or p.using_body_id is distinct from case when s.using_body_id = l.from_id then l.to_id else s.using_body_id end)),
  touched as (
    select by_event as id from body_version, scope where body_id = any (bodies) union select closed_by from body_version, scope where body_id = any (bodies)
    union select by_event from body_code, scope where body_id = any (bodies) union select closed_by from body_code, scope where body_id = any (bodies)
    union select by_event from establishment, scope where body_id = any (bodies) union select closed_by from establishment, scope where body_id = any (bodies)
    union select by_event from body_attribute, scope where body_id = any (bodies) union select closed_by from body_attribute, scope where body_id = any (bodies))
  select (select count(*)::int from lost),
    (select count(*)::int from touched t join change_event o on o.event_id = t.id, e where o.tx > e.tx and o.kind <> 'lien_he' and o.reverses is null
       and not exists (select 1 from change_event u where u.reverses = o.event_id)),
    exists (select 1 from change_event u where u.reverses = undone)
   where cardinality((select session_bodies_that_may('bodies.change'))::uuid[]) > 0
$$;

-- Rows of bodies, reach, the row of today and roles as they were. It is kept only when every part has the digest of before.
create function undo_merger(event uuid) returns text language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  declare this_tx bigint := record_tx(); u record; e change_event; l change_link; now_is text;
  begin
    for u in select * from merger_in_force(event, 'undo') loop
      select * into e from change_event where event_id = u.undone;
      select * into l from change_link where event_id = u.undone;
      if l.to_id is distinct from u.source or not exists (select 1 from change_event where event_id = event and reverses = u.undone) then
        raise exception 'an undo names its merger';
      end if;
      -- Bodies: what the merger wrote ends, by its content, for a later change and its undo may have written it again; what it closed is written again.
      update body_version n set tx_to = this_tx, closed_by = event from body_version w
       where w.by_event = u.undone and n.body_id = w.body_id and n.tx_to = 9223372036854775807
         and (n.parent_id, n.managing_id, n.name, n.short_name, n.kind, n.level, n.valid_from, n.valid_to) is not distinct from (w.parent_id, w.managing_id, w.name, w.short_name, w.kind, w.level, w.valid_from, w.valid_to);
      insert into body_version (body_id, version, parent_id, managing_id, name, short_name, kind, level, valid_from, valid_to, tx_from, by_event, source, confidence)
        select r.body_id, (select max(v.version) from body_version v where v.body_id = r.body_id) + row_number() over (partition by r.body_id order by r.valid_from),
               r.parent_id, r.managing_id, r.name, r.short_name, r.kind, r.level, r.valid_from, r.valid_to, this_tx, event, r.source, r.confidence
          from body_version r where r.closed_by = u.undone;
      update body_code n set tx_to = this_tx, closed_by = event from body_code w
       where w.by_event = u.undone and (n.scheme, n.code, n.body_id, n.valid_from, n.valid_to) = (w.scheme, w.code, w.body_id, w.valid_from, w.valid_to) and n.tx_to = 9223372036854775807;
      insert into body_code (scheme, code, body_id, valid_from, valid_to, tx_from, by_event, confidence, source)
        select r.scheme, r.code, r.body_id, r.valid_from, r.valid_to, this_tx, event, r.confidence, r.source from body_code r where r.closed_by = u.undone;
      update body_attribute n set tx_to = this_tx, closed_by = event from body_attribute w
       where w.by_event = u.undone and (n.body_id, n.name, n.value, n.valid_from, n.valid_to) = (w.body_id, w.name, w.value, w.valid_from, w.valid_to) and n.tx_to = 9223372036854775807;
      insert into body_attribute (body_id, name, value, valid_from, valid_to, tx_from, by_event, confidence)
        select r.body_id, r.name, r.value, r.valid_from, r.valid_to, this_tx, event, r.confidence from body_attribute r where r.closed_by = u.undone;
      update establishment n set tx_to = this_tx, closed_by = event from establishment w
       where w.by_event = u.undone and (n.body_id, n.kind, n.year, n.posts, n.valid_from, n.valid_to) = (w.body_id, w.kind, w.year, w.posts, w.valid_from, w.valid_to) and n.tx_to = 9223372036854775807;
      insert into establishment (body_id, kind, year, posts, decision, valid_from, valid_to, tx_from, by_event)
        select r.body_id, r.kind, r.year, r.posts, r.decision, r.valid_from, r.valid_to, this_tx, event from establishment r where r.closed_by = u.undone;
      insert into change_scope select event, p.person_id, p.body_id, p.managing_body_id, p.using_body_id from change_scope s join person p using (person_id) where s.event_id = u.undone;
      update person p set body_id = s.body_id, managing_body_id = s.managing_body_id, using_body_id = s.using_body_id
        from change_scope s where s.event_id = u.undone and p.person_id = s.person_id
         and (p.body_id, p.managing_body_id, p.using_body_id) is distinct from (s.body_id, s.managing_body_id, s.using_body_id);
      update person_reach n set tx_to = this_tx from change_scope s join person_reach w using (person_id)
       where s.event_id = u.undone and w.tx_from = e.tx and w.body_id in (l.from_id, l.to_id)
         and n.person_id = w.person_id and n.body_id = w.body_id and n.why = w.why and n.valid_from = w.valid_from and n.valid_to = w.valid_to and n.tx_to = 9223372036854775807;
      insert into person_reach (person_id, body_id, why, valid_from, valid_to, by_case, tx_from)
        select r.person_id, r.body_id, r.why, r.valid_from, r.valid_to, r.by_case, this_tx from change_scope s join person_reach r using (person_id)
         where s.event_id = u.undone and r.tx_to = e.tx and r.tx_from <> e.tx and r.body_id in (l.from_id, l.to_id);
      update role_grant n set tx_to = this_tx, closed_by = session_person() from role_grant w
       where w.tx_from = e.tx and w.body_id = l.to_id and w.role = 'CA_NHAN' and n.account_id = w.account_id and n.role = w.role and n.body_id = w.body_id and n.tx_to = 9223372036854775807;
      with old as (select g.*, gen_random_uuid() as fresh from role_grant g where g.body_id = l.from_id and g.tx_to = e.tx)
      insert into role_grant (grant_id, account_id, role, body_id, valid_from, valid_to, granted_by, named, acts, delegated_from, delegated_by, basis, tx_from)
        select o.fresh, o.account_id, o.role, o.body_id, o.valid_from, o.valid_to, o.granted_by, o.named, o.acts,
               coalesce((select f.fresh from old f where f.grant_id = o.delegated_from), o.delegated_from), o.delegated_by, o.basis, this_tx from old o;
      now_is := scope_digest(u.undone, bodies_before(l.from_id, e.tx) || l.to_id, array[l.from_id]);
      update change_event set hash_before = e.hash_after, hash_after = now_is where event_id = event;
      if now_is is distinct from e.hash_before then
        raise exception 'an undo would leave another state than there was: % instead of %', now_is, e.hash_before;
      end if;
    end loop;
    return now_is;
  end
$$;

-- The body that stands for another one today, for what a version of that transaction named: mergers since then that were not undone.
create function body_stands_for(named uuid, since bigint) returns uuid language sql stable security definer set search_path = congvu, pg_temp as $$
  with recursive s as (
    select named as body_id, since as tx, 0 as step
    union all
    select l.to_id, e.tx, s.step + 1 from s join change_link l on l.from_id = s.body_id and l.relation = 'sap_nhap' join change_event e using (event_id)
     where e.kind = 'merge' and e.tx > s.tx and s.step < 50 and not exists (select 1 from change_event u where u.reverses = e.event_id))
  select body_id from s order by step desc limit 1
$$;

revoke all on function merger_of(uuid, date), bodies_before(uuid, bigint), scope_digest(uuid, uuid[], uuid[]), merger_in_force(uuid, text), hold_writers(), begin_merger(uuid),
  finish_merger(uuid), undo_held(uuid), undo_merger(uuid), body_stands_for(uuid, bigint) from public;
grant execute on function merger_of(uuid, date), hold_writers(), begin_merger(uuid), finish_merger(uuid), undo_held(uuid), undo_merger(uuid), body_stands_for(uuid, bigint) to congvu_app;
