-- Up Migration
-- Portraits come as files too: a zip of pictures or one picture, read by another door than workbooks. A lone picture is named by
-- the citizen number of its person: the name as it came stands sealed, and only masked where names of files are shown.

alter table submission_file add column kind text not null default 'workbook' check (kind in ('workbook', 'portraits'));
alter table submission_file add column name_sealed bytea;
comment on column submission_file.kind is 'which door reads the file: workbook, or portraits (a zip of pictures, one picture)';
comment on column submission_file.name_sealed is 'name of the file as it came, sealed under a key of the submission; file_name shows it without long numbers. null = it holds none';
