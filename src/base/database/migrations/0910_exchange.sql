-- Up Migration
-- The centre's end of the exchange: sources, their lanes, what was received of them, and what froze one. What people said stands in the submissions that
-- batches become; here are numbers, digests and signatures alone. Decision 0111.
create table exchange_source (
  body_id uuid primary key references body,
  source text not null unique check (source ~ '^[A-Za-z0-9._-]{1,60}$'),
  kid text not null check (kid <> ''),
  public_key text not null,
  epoch int not null default 1 check (epoch > 0),
  enrolled_by uuid not null references account,
  enrolled_at timestamptz not null
);
comment on table exchange_source is 'room: doors/exchange. A body whose own software sends: the name and key of its node, and the epoch in which it numbers. What it sends comes in the name of who enrolled it.';

create table exchange_lane (
  body_id uuid not null references exchange_source,
  lane text not null check (lane in ('daily', 'correction', 'load')),
  expected bigint not null default 1 check (expected > 0),
  previous text check (previous ~ '^[0-9a-f]{64}$'),
  waiting int not null default 0 check (waiting >= 0),
  primary key (body_id, lane)
);
comment on table exchange_lane is 'room: doors/exchange. Where a lane of a source stands in its epoch: the next number, the digest of the batch before it, batches that are not judged.';

create table exchange_batch (
  body_id uuid not null references exchange_source,
  epoch int not null check (epoch > 0),
  lane text not null check (lane in ('daily', 'correction', 'load')),
  first bigint not null check (first > 0),
  last bigint not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  manifest text not null,
  manifest_signature text not null,
  receipt text not null,
  receipt_signature text not null,
  received_at timestamptz not null,
  submission_id uuid not null,
  primary key (body_id, epoch, lane, first),
  check (last >= first)
);
comment on table exchange_batch is 'room: doors/exchange. A batch that was received, with its manifest as it was signed and its receipt as it is given for ever; its lines are the file of the submission.';

create table exchange_freeze (
  body_id uuid not null references exchange_source,
  epoch int not null,
  lane text not null check (lane in ('daily', 'correction', 'load')),
  first bigint not null,
  held text,
  held_signature text,
  offered text not null,
  offered_signature text not null,
  at timestamptz not null,
  released_at timestamptz,
  released_by uuid references account,
  released_with uuid references account,
  primary key (body_id, epoch),
  check ((held is null) = (held_signature is null)),
  check ((released_at is null) = (released_by is null) and (released_at is null) = (released_with is null) and released_by <> released_with)
);
comment on table exchange_freeze is 'room: doors/exchange. Two batches that cannot both be, as their sender signed them: the evidence for which a source was frozen, and the two people who released it.';

alter table exchange_source enable row level security;
alter table exchange_source force row level security;
alter table exchange_lane enable row level security;
alter table exchange_lane force row level security;
alter table exchange_batch enable row level security;
alter table exchange_batch force row level security;
alter table exchange_freeze enable row level security;
alter table exchange_freeze force row level security;
create policy exchange_source_owner on exchange_source for all to congvu_owner using (true) with check (true);
create policy exchange_lane_owner on exchange_lane for all to congvu_owner using (true) with check (true);
create policy exchange_batch_owner on exchange_batch for all to congvu_owner using (true) with check (true);
create policy exchange_freeze_owner on exchange_freeze for all to congvu_owner using (true) with check (true);
-- Programs speak here, no people: only the product itself reads and writes, and nothing that was received is changed.
create policy exchange_source_system on exchange_source for all to congvu_app using ((select session_is_system()) and (select session_of_all_bodies()))
  with check ((select session_is_system()) and (select session_of_all_bodies()));
create policy exchange_lane_system on exchange_lane for all to congvu_app using ((select session_is_system()) and (select session_of_all_bodies()))
  with check ((select session_is_system()) and (select session_of_all_bodies()));
create policy exchange_batch_system on exchange_batch for all to congvu_app using ((select session_is_system()) and (select session_of_all_bodies()))
  with check ((select session_is_system()) and (select session_of_all_bodies()));
create policy exchange_freeze_system on exchange_freeze for all to congvu_app using ((select session_is_system()) and (select session_of_all_bodies()))
  with check ((select session_is_system()) and (select session_of_all_bodies()));
grant select, insert on exchange_source, exchange_lane, exchange_batch, exchange_freeze to congvu_app;
grant update (epoch) on exchange_source to congvu_app;
grant update (expected, previous, waiting) on exchange_lane to congvu_app;
grant update (released_at, released_by, released_with) on exchange_freeze to congvu_app;
