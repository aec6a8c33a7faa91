-- Up Migration
-- The ground: schema, record time, acts. Roles congvu_owner (runs this) and congvu_app (log-in of the product) exist already.

grant usage on schema congvu to congvu_app;

create table record_base (
  only_row boolean primary key default true check (only_row),
  base bigint not null
);
comment on table record_base is 'room: base/database. Raised at a restore so that record time never falls.';
insert into record_base (base) values (0);
grant select on record_base to congvu_app;

-- Record time of the writing transaction (ARCHITECTURE §6): base + its own id.
create function record_tx() returns bigint language sql stable
  set search_path = congvu, pg_temp
  as $$ select base + pg_current_xact_id()::text::bigint from record_base $$;

-- The greatest point below which nothing can still appear; "known at" may only be such a point.
create function settled_tx() returns bigint language sql stable
  set search_path = congvu, pg_temp
  as $$ select base + pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1 from record_base $$;

create table act (
  tx bigint primary key default record_tx(),
  at timestamptz not null default now(),
  actor_id uuid
);
comment on table act is 'room: authority/audit. The instant of each writing transaction, by its record time.';
grant select, insert on act to congvu_app;
