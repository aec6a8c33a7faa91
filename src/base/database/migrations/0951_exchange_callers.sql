-- Up Migration
-- By what a source is recognised when it calls: a certificate by its fingerprint, a member of X-Road, a client of a provincial platform. Decision 0117.
create table exchange_caller (
  carrier text not null check (carrier in ('mtls', 'x-road', 'lgsp')),
  name text not null check (length(name) between 1 and 200),
  body_id uuid not null references exchange_source,
  networks text[] not null default '{}',
  certificate text,
  valid_from timestamptz,
  valid_to timestamptz,
  enrolled_by uuid not null references account,
  enrolled_at timestamptz not null,
  ended_by uuid references account,
  ended_at timestamptz,
  primary key (carrier, name),
  check ((carrier = 'mtls') = (certificate is not null)),
  check ((certificate is null) = (valid_from is null) and (certificate is null) = (valid_to is null)),
  check (carrier <> 'mtls' or name ~ '^[0-9a-f]{64}$'),
  check ((ended_by is null) = (ended_at is null))
);
comment on table exchange_caller is 'room: doors/exchange. By what a source is recognised when it calls, and from where it may: certificates by fingerprint with their term, members of X-Road, clients of a platform. One that ended is no one else''s afterwards.';
create index exchange_caller_of_body on exchange_caller (body_id);
alter table exchange_caller enable row level security;
alter table exchange_caller force row level security;
create policy exchange_caller_owner on exchange_caller for all to congvu_owner using (true) with check (true);
create policy exchange_caller_system on exchange_caller for all to congvu_app using ((select session_is_system()) and (select session_of_all_bodies()))
  with check ((select session_is_system()) and (select session_of_all_bodies()));
grant select, insert on exchange_caller to congvu_app;
grant update (ended_by, ended_at) on exchange_caller to congvu_app;
