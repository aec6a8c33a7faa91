-- Up Migration
-- One quota over all processes, why a source is down, and how old its word is.

alter table source_state add column reason text;
alter table source_state add column paced_to timestamptz;
comment on column source_state.reason is 'why the last call failed: a word or code of ours, never a text of the answer; null = it did not';
comment on column source_state.paced_to is 'calls made so far are paid for until then (token bucket as one instant)';
grant update (reason, paced_to) on source_state to congvu_app;

comment on column match_task.next_at is 'due from then; while a worker asks, the end of its claim: another asks again when it died';
