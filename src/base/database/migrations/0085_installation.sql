-- Up Migration
-- Facts about this installation itself, such as "this is a demo".

create table installation (
  name text primary key,
  value text not null,
  tx bigint not null default record_tx()
);
comment on table installation is 'room: start. Facts about this installation; no people.';
grant select, insert on installation to congvu_app;
grant update (value) on installation to congvu_app;
