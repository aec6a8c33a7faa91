-- Up Migration
-- The room of what was sent is called record/intake: its tables say so.

comment on table submission is 'room: record/intake. One sending of a body, over all its correction rounds; state = the least advanced of its items.';
comment on table submission_file is 'room: record/intake. The file of one round: its bytes stand under sha256 in the blob store before this row commits.';
comment on table submission_line is 'room: record/intake. One person of one file; what was read stands sealed until it becomes items. Monthly partitions.';
comment on table submission_problem is 'room: record/intake. Every problem of a file; value, texts and suggestion are sealed. Monthly partitions.';
comment on table submission_fix is 'room: record/intake. A suggestion that the body accepted: laid over the cell at the next check where the cell still holds the value as typed; the file stays as it was sent. One acceptance is one step.';
comment on table submission_undo is 'room: record/intake. Append only: a step of accepted suggestions that was taken back, by whom and when.';
comment on table item_suggestion is 'room: record/intake. Append only: a suggestion accepted in what became items of a person, and who accepted it (a maker of these items).';
