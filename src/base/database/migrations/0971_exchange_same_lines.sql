-- Up Migration
-- A batch is named by its epoch, lane and numbers, and held once by those: the same lines under another name are another batch, with a submission of its own. Decision 0118.
drop index submission_file_once;
create unique index submission_file_once on submission_file (body_id, sha256) where stage <> 'withdrawn' and door not in ('documents', 'exchange');
