-- Up Migration
-- Changes of bodies: made by one administrator, put in force by another; rows of bodies are written by what is put in force alone. Decision 0050.

create table body_change_file (
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  kept_by uuid not null references account (account_id),
  file_name text not null check (length(file_name) <= 200),
  media_type text not null,
  size_bytes int not null,
  kept_at timestamptz not null,
  primary key (sha256, kept_by)
);
comment on table body_change_file is 'room: authority/organisations. Scanned decisions: who brought which bytes; they stand under their hash in the blob store before this row commits.';

create table body_change (
  change_id uuid primary key,
  kind text not null check (kind in ('make', 'rename', 'move', 'describe', 'end', 'give-code', 'take-code', 'attribute', 'establish', 'list')),
  on_day date not null,
  operations jsonb not null,
  operation_count int not null,
  -- of a list: what is wrong, cell by cell
  problems jsonb not null default '[]',
  problem_count int not null default 0,
  counts jsonb not null,
  -- the file that a list was read from
  list_sha256 text,
  list_name text check (length(list_name) <= 200),
  decision jsonb,
  decision_sha256 text,
  -- an administrator of all of these may put it in force
  over uuid[] not null,
  bodies uuid[] not null,
  made_by uuid not null references account (account_id),
  made_at timestamptz not null,
  sent_at timestamptz,
  state text not null default 'draft' check (state in ('draft', 'waiting', 'in-force', 'refused', 'withdrawn')),
  plan_hash text,
  decided_by uuid references account (account_id),
  decided_at timestamptz,
  refusal text check (length(refusal) between 1 and 500),
  tx bigint,
  check ((state in ('in-force', 'refused')) = (decided_by is not null)),
  check ((state = 'refused') = (refusal is not null)),
  check (decided_by is distinct from made_by),
  check (state not in ('waiting', 'in-force') or (decision is not null and problem_count = 0 and cardinality(over) > 0))
);
comment on table body_change is 'room: authority/organisations. What is to change of bodies, on which decision: made, sent, put in force or refused by a second person. In force it is the change_event of the same id.';
create index body_change_bodies on body_change using gin (bodies);
create index body_change_state on body_change (state, made_at desc);

-- Posts of one kind may change twice in a year.
alter table establishment drop constraint establishment_pkey;
alter table establishment add primary key (body_id, kind, year, valid_from, tx_from);

-- The change that this session put in force in this very transaction; rows of bodies are written in its name alone.
create function session_change() returns uuid language sql stable security definer set search_path = congvu, pg_temp as $$
  select change_id from body_change where state = 'in-force' and tx = record_tx() and decided_by = session_person()
$$;
-- The top of the tree is administered by who administers all of it.
create function session_changes_country() returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select exists (select 1 from body_version v where v.body_id = any ((select session_bodies_that_may('bodies.change'))::uuid[])
    and v.parent_id is null and v.tx_to = 9223372036854775807 and v.valid_from <= today_in_vietnam() and v.valid_to > today_in_vietnam())
$$;
-- Bodies directly below the top, on any day: theirs is the matter of the top.
create function national_bodies() returns uuid[] language sql stable security definer set search_path = congvu, pg_temp as $$
  select coalesce(array_agg(distinct v.body_id), '{}') from body_version v join body_version p on p.body_id = v.parent_id
   where p.parent_id is null and v.tx_to = 9223372036854775807 and p.tx_to = 9223372036854775807 and v.valid_to > today_in_vietnam()
$$;
create function body_stays_below(asked uuid, above uuid) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select exists (select 1 from body_version v where v.body_id = asked and v.parent_id = above and v.closed_by = session_change())
$$;
create function body_born_by(asked uuid, event uuid) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select exists (select 1 from body b where b.body_id = asked and b.born_by = event)
$$;
-- What holds on to bodies on a day: people, roles, submissions that are open. Counts alone.
create function bodies_hold(asked uuid[], on_day date, out body_id uuid, out people int, out accounts int, out submissions int)
  returns setof record language sql stable security definer set search_path = congvu, pg_temp as $$
  select b.id,
    (select count(distinct r.person_id)::int from person_reach r where r.body_id = b.id and r.why in ('managing', 'using') and r.tx_to = 9223372036854775807
       and r.valid_from <= on_day and r.valid_to > on_day),
    (select count(distinct g.account_id)::int from role_grant g where g.body_id = b.id and g.tx_to = 9223372036854775807 and g.valid_to > on_day),
    (select count(distinct s.submission_id)::int from submission s where s.body_id = b.id and exists (
       select 1 from item i where i.submission_id = s.submission_id and i.state in ('waiting-match', 'awaiting-confirmation', 'held', 'returned')))
   from unnest(asked) b(id)
   where cardinality((select session_bodies_that_may('bodies.change'))::uuid[]) > 0
$$;
revoke all on function session_change(), session_changes_country(), national_bodies(), body_stays_below(uuid, uuid), body_born_by(uuid, uuid), bodies_hold(uuid[], date) from public;
grant execute on function session_change(), session_changes_country(), national_bodies(), body_stays_below(uuid, uuid), body_born_by(uuid, uuid), bodies_hold(uuid[], date) to congvu_app;

alter table body_change enable row level security; alter table body_change force row level security;
create policy body_change_owner on body_change to congvu_owner using (true) with check (true);
create policy body_change_see on body_change for select to congvu_app using (state = 'in-force' or (select session_is_system())
  or made_by = (select session_person()) or (cardinality(over) > 0 and over <@ (select session_bodies_that_may('bodies.change'))::uuid[]));
create policy body_change_make on body_change for insert to congvu_app with check (
  state = 'draft' and made_by = (select session_person()) and over <@ (select session_bodies_that_may('bodies.change'))::uuid[]);
create policy body_change_own on body_change for update to congvu_app
  using (state in ('draft', 'waiting') and is_session_human(made_by, null))
  with check (state in ('draft', 'waiting', 'withdrawn') and is_session_human(made_by, null) and decided_by is null
    and over <@ (select session_bodies_that_may('bodies.change'))::uuid[]);
create policy body_change_decide on body_change for update to congvu_app
  using (state = 'waiting' and not is_session_human(made_by, null) and over <@ (select session_bodies_that_may('bodies.change'))::uuid[])
  with check (state in ('in-force', 'refused') and decided_by = (select session_person()) and not is_session_human(made_by, null)
    and over <@ (select session_bodies_that_may('bodies.change'))::uuid[] and (state = 'refused' or tx = record_tx()));
grant select on body_change to congvu_app;
grant insert (change_id, kind, on_day, operations, operation_count, problems, problem_count, counts, list_sha256, list_name, decision, decision_sha256, over, bodies, made_by, made_at) on body_change to congvu_app;
grant update (state, sent_at, decision, decision_sha256, plan_hash, decided_by, decided_at, refusal, tx) on body_change to congvu_app;

alter table body_change_file enable row level security; alter table body_change_file force row level security;
create policy body_change_file_owner on body_change_file to congvu_owner using (true) with check (true);
create policy body_change_file_see on body_change_file for select to congvu_app using (kept_by = (select session_person())
  or exists (select 1 from body_change c where c.decision_sha256 = sha256 and c.made_by = kept_by));
create policy body_change_file_keep on body_change_file for insert to congvu_app with check (kept_by = (select session_person())
  and cardinality((select session_bodies_that_may('bodies.change'))::uuid[]) > 0);
grant select on body_change_file to congvu_app;
grant insert on body_change_file to congvu_app;

-- The walls of the tree: a system session (the lists of the product), or the change that was put in force here, within the reach of who did it.
drop policy body_add on body;
drop policy body_version_add on body_version;
drop policy body_code_add on body_code;
drop policy body_attribute_add on body_attribute;
drop policy establishment_add on establishment;
drop policy change_event_add on change_event;
drop policy body_version_close on body_version;
drop policy body_code_close on body_code;
drop policy body_attribute_close on body_attribute;
drop policy establishment_close on establishment;
create policy body_add on body for insert to congvu_app with check ((select session_is_system()) or born_by = (select session_change()));
create policy change_event_add on change_event for insert to congvu_app with check ((select session_is_system()) or event_id = (select session_change()));
create policy body_version_add on body_version for insert to congvu_app with check ((select session_is_system()) or (by_event = (select session_change())
  and ((select session_changes_country()) or (
    body_id <> all ((select national_bodies())::uuid[])
    and (body_id = any ((select session_bodies_that_may('bodies.change'))::uuid[]) or body_born_by(body_id, by_event))
    and (parent_id = any ((select session_bodies_that_may('bodies.change'))::uuid[]) or body_born_by(parent_id, by_event) or body_stays_below(body_id, parent_id))))));
create policy body_code_add on body_code for insert to congvu_app with check ((select session_is_system()) or (by_event = (select session_change())
  and ((select session_changes_country()) or (body_id <> all ((select national_bodies())::uuid[])
    and (body_id = any ((select session_bodies_that_may('bodies.change'))::uuid[]) or body_born_by(body_id, by_event))))));
-- Whom to call at a body is said by its administrator alone, without a decision.
create policy body_attribute_add on body_attribute for insert to congvu_app with check ((select session_is_system()) or (name like 'lien\_he\_%' and body_id = any ((select session_bodies_that_may('grants.change'))::uuid[])) or (by_event = (select session_change())
  and ((select session_changes_country()) or (body_id <> all ((select national_bodies())::uuid[])
    and (body_id = any ((select session_bodies_that_may('bodies.change'))::uuid[]) or body_born_by(body_id, by_event))))));
create policy establishment_add on establishment for insert to congvu_app with check ((select session_is_system()) or (by_event = (select session_change())
  and ((select session_changes_country()) or (body_id <> all ((select national_bodies())::uuid[])
    and (body_id = any ((select session_bodies_that_may('bodies.change'))::uuid[]) or body_born_by(body_id, by_event))))));
create policy body_version_close on body_version for update to congvu_app using (tx_to = 9223372036854775807 and ((select session_is_system())
    or (select session_changes_country()) or (body_id = any ((select session_bodies_that_may('bodies.change'))::uuid[]) and body_id <> all ((select national_bodies())::uuid[]))))
  with check (tx_to = record_tx() and closed_by is not null and ((select session_is_system()) or closed_by = (select session_change())));
create policy body_code_close on body_code for update to congvu_app using (tx_to = 9223372036854775807 and ((select session_is_system())
    or (select session_changes_country()) or (body_id = any ((select session_bodies_that_may('bodies.change'))::uuid[]) and body_id <> all ((select national_bodies())::uuid[]))))
  with check (tx_to = record_tx() and closed_by is not null and ((select session_is_system()) or closed_by = (select session_change())));
create policy body_attribute_close on body_attribute for update to congvu_app using (tx_to = 9223372036854775807 and ((select session_is_system())
    or (name like 'lien\_he\_%' and body_id = any ((select session_bodies_that_may('grants.change'))::uuid[])) or (select session_changes_country()) or (body_id = any ((select session_bodies_that_may('bodies.change'))::uuid[]) and body_id <> all ((select national_bodies())::uuid[]))))
  with check (tx_to = record_tx() and closed_by is not null and ((select session_is_system()) or closed_by = (select session_change()) or (name like 'lien\_he\_%' and body_id = any ((select session_bodies_that_may('grants.change'))::uuid[]))));
create policy establishment_close on establishment for update to congvu_app using (tx_to = 9223372036854775807 and ((select session_is_system())
    or (select session_changes_country()) or (body_id = any ((select session_bodies_that_may('bodies.change'))::uuid[]) and body_id <> all ((select national_bodies())::uuid[]))))
  with check (tx_to = record_tx() and closed_by is not null and ((select session_is_system()) or closed_by = (select session_change())));
