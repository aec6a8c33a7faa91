-- Up Migration
-- What becomes of a batch: a verdict for each change, kept with the result as it was signed, and the body's own confirmation of it. No word about anybody
-- stands here: what a change says is in the file of its submission, what became of it in the register. Decision 0118.
create table exchange_result (
  body_id uuid not null references exchange_source,
  epoch int not null,
  lane text not null,
  first bigint not null,
  result text not null,
  result_signature text not null,
  judged_at timestamptz not null,
  primary key (body_id, epoch, lane, first),
  foreign key (body_id, epoch, lane, first) references exchange_batch
);
comment on table exchange_result is 'room: doors/exchange. Append only: what became of each change of a batch, as it was signed, and is given for ever. Problems stand in it by their codes and words, without a value of anybody.';

create table exchange_change (
  body_id uuid not null references exchange_source,
  epoch int not null,
  lane text not null,
  seq bigint not null check (seq > 0),
  submission_id uuid not null,
  line_no int,
  item_id uuid,
  name bytea not null check (length(name) = 32),
  verdict text not null check (verdict in ('accepted', 'duplicate', 'quarantined', 'conflict', 'rejected')),
  was text check (was in ('accepted', 'duplicate', 'quarantined', 'conflict', 'rejected')),
  problems jsonb not null default '[]' check (jsonb_typeof(problems) = 'array'),
  final text check (final in ('accepted', 'rejected')),
  final_at timestamptz,
  primary key (body_id, epoch, lane, seq),
  check ((verdict = 'duplicate') = (was is not null)),
  check ((final is null) = (final_at is null))
);
comment on table exchange_change is 'room: doors/exchange. What was judged of one change, by its keyed name (the same in every epoch), the item in which it waits, and what became of it in the end.';
create index exchange_change_named on exchange_change (body_id, name);
create index exchange_change_of_submission on exchange_change (submission_id);
create index exchange_change_open on exchange_change (body_id) where verdict in ('quarantined', 'conflict') and final is null;

create table exchange_confirming_key (
  body_id uuid not null references exchange_source,
  kid text not null check (kid ~ '^[A-Za-z0-9._-]{1,60}$'),
  public_key text not null,
  account_id uuid not null references account,
  maker text not null check (length(maker) between 1 and 200),
  enrolled_by uuid not null references account,
  enrolled_with uuid not null references account,
  enrolled_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references account,
  primary key (body_id, kid),
  check (enrolled_by <> enrolled_with and account_id not in (enrolled_by, enrolled_with)),
  check ((ended_at is null) = (ended_by is null))
);
comment on table exchange_confirming_key is 'room: doors/exchange. The public half of a key by which a named officer confirms batches in the software of the body, what that software calls them, and the two people who enrolled it.';

create table exchange_confirmation (
  body_id uuid not null references exchange_source,
  epoch int not null,
  lane text not null,
  first bigint not null,
  kid text not null,
  confirmation text not null,
  confirmation_signature text not null,
  received_at timestamptz not null,
  done_at timestamptz,
  primary key (body_id, epoch, lane, first),
  foreign key (body_id, epoch, lane, first) references exchange_batch,
  foreign key (body_id, kid) references exchange_confirming_key
);
comment on table exchange_confirmation is 'room: doors/exchange. That an officer of the body confirms exactly this batch, as the officer''s key signed it, and when everything that it could confirm was confirmed.';

-- Who confirms what comes over the line: our officers'' queue until the body chooses otherwise.
alter table exchange_source add column confirms text not null default 'queue' check (confirms in ('queue', 'own-key'));

-- When every change of a batch had its verdict; until then it is looked at again.
alter table exchange_batch add column judged_at timestamptz;
create index exchange_batch_unjudged on exchange_batch (received_at) where judged_at is null;
grant update (judged_at) on exchange_batch to congvu_app;

alter table exchange_result enable row level security;
alter table exchange_result force row level security;
alter table exchange_change enable row level security;
alter table exchange_change force row level security;
alter table exchange_confirming_key enable row level security;
alter table exchange_confirming_key force row level security;
alter table exchange_confirmation enable row level security;
alter table exchange_confirmation force row level security;
create policy exchange_result_owner on exchange_result for all to congvu_owner using (true) with check (true);
create policy exchange_change_owner on exchange_change for all to congvu_owner using (true) with check (true);
create policy exchange_confirming_key_owner on exchange_confirming_key for all to congvu_owner using (true) with check (true);
create policy exchange_confirmation_owner on exchange_confirmation for all to congvu_owner using (true) with check (true);
create policy exchange_result_system on exchange_result for all to congvu_app using ((select session_is_system()) and (select session_of_all_bodies()))
  with check ((select session_is_system()) and (select session_of_all_bodies()));
create policy exchange_change_system on exchange_change for all to congvu_app using ((select session_is_system()) and (select session_of_all_bodies()))
  with check ((select session_is_system()) and (select session_of_all_bodies()));
create policy exchange_confirming_key_system on exchange_confirming_key for all to congvu_app using ((select session_is_system()) and (select session_of_all_bodies()))
  with check ((select session_is_system()) and (select session_of_all_bodies()));
create policy exchange_confirmation_system on exchange_confirmation for all to congvu_app using ((select session_is_system()) and (select session_of_all_bodies()))
  with check ((select session_is_system()) and (select session_of_all_bodies()));
grant select, insert on exchange_result, exchange_change, exchange_confirming_key, exchange_confirmation to congvu_app;
grant update (item_id, verdict, was, problems, final, final_at) on exchange_change to congvu_app;
grant update (ended_at, ended_by) on exchange_confirming_key to congvu_app;
grant update (done_at) on exchange_confirmation to congvu_app;
grant update (confirms) on exchange_source to congvu_app;
