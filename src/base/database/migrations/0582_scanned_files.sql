-- Up Migration
-- What a scanner for malware said of a file when it came. Null: it came before there was one, and was not scanned.
alter table submission_file add column scan text;
alter table submission_file add constraint submission_file_scan check (scan in ('clean', 'not-scanned'));
grant insert (scan) on submission_file to congvu_app;
