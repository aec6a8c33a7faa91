-- Up Migration
-- Hot columns of the dictionary, written by tools/write-hot-migration.ts.

alter table person
  add column job_title text collate "C",
  add column job_title_plain text collate "C";

alter table person_version
  add column job_title text collate "C",
  add column job_title_plain text collate "C";

grant update (job_title, job_title_plain) on person to congvu_app;
