-- Up Migration
-- Asked at every call of the exchange: which batches the intake has not read yet. Few at a time, whatever was ever received. Decision 0111.
create index submission_file_exchange_unread on submission_file (submission_id) where door = 'exchange' and stage in ('queued', 'reading');
create index exchange_batch_of_submission on exchange_batch (submission_id);
comment on column exchange_lane.waiting is 'batches that the intake had not read when the lane last moved';
