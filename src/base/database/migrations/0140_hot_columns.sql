-- Up Migration
-- Hot columns of the dictionary, written by tools/write-hot-migration.ts.

alter table person
  add column managing_body_id uuid,
  add column using_body_id uuid;

alter table person_version
  add column managing_body_id uuid,
  add column using_body_id uuid;

grant update (managing_body_id, using_body_id) on person to congvu_app;
