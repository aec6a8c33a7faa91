-- Up Migration
-- Checks of the network from desks: what each body's last one found, and short codes by which a desk without a session sends one. Decision 0067.
create table network_check (
  check_id uuid primary key,
  body_id uuid not null references body,
  at timestamptz not null,
  kind text not null check (kind in ('desk', 'browser')),
  passed boolean not null,
  codes text[] not null check (cardinality(codes) <= 20),
  measured jsonb not null
);
comment on table network_check is 'room: uses/netcheck. What a check of the network from a desk of a body found; measurements without an address or a name of anybody.';
create index network_check_last on network_check (body_id, at desc, check_id desc);

create table network_check_token (
  token_sha256 bytea primary key check (octet_length(token_sha256) = 32),
  body_id uuid not null references body,
  made_by uuid not null references account,
  made_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > made_at and ends_at <= made_at + interval '24 hours'),
  uses_left int not null check (uses_left between 0 and 20)
);
comment on table network_check_token is 'room: uses/netcheck. Short codes, kept as hashes, by which desks of a body send what their check found; for a day, and for a few desks.';

alter table network_check enable row level security, force row level security;
alter table network_check_token enable row level security, force row level security;
create policy network_check_owner on network_check for all to congvu_owner using (true) with check (true);
create policy network_check_token_owner on network_check_token for all to congvu_owner using (true) with check (true);
create policy network_check_see on network_check for select to congvu_app using (body_id = any ((select session_bodies_that_may('bodies.read'))::uuid[]));
create policy network_check_add on network_check for insert to congvu_app with check (
  body_id = any ((select session_bodies_that_may('bodies.read'))::uuid[]) or ((select session_is_system()) and (select session_of_all_bodies())));
create policy network_check_token_make on network_check_token for insert to congvu_app with check (
  made_by = (select session_person()) and body_id = any ((select session_bodies_that_may('bodies.read'))::uuid[]));
create policy network_check_token_find on network_check_token for select to congvu_app using ((select session_is_system()) and (select session_of_all_bodies()));
create policy network_check_token_use on network_check_token for update to congvu_app
  using (uses_left > 0 and (select session_is_system()) and (select session_of_all_bodies())) with check ((select session_is_system()) and (select session_of_all_bodies()));
grant select, insert on network_check to congvu_app;
grant select, insert on network_check_token to congvu_app;
grant update (uses_left) on network_check_token to congvu_app;
