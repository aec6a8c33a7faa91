-- Up Migration
-- Who confirmed or returned, by name as of that day: the sending body sees no accounts of another body, and a name may change later.

alter table item add column decided_by_name text;
grant update (decided_by_name) on item to congvu_app;
alter table attestation add column signer_name text;
