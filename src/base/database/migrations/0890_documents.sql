-- Up Migration
-- PDFs come as attached documents of registered people (group X). The same paper is often about many: it is sent for each of them. Decision 0103.
alter table submission drop constraint submission_source_check;
alter table submission add constraint submission_source_check
  check (source in ('workbook', 'portraits', 'documents', 'exchange', 'person', 'decision', 'merger', 'initial'));
drop index submission_file_once;
create unique index submission_file_once on submission_file (body_id, sha256) where stage <> 'withdrawn' and door <> 'documents';
