-- Up Migration
-- What 0241 copied goes; and a state of submissions that was written once and never read: it is told from the file and the items.

alter table submission_line drop column sheet_row;
alter table submission_problem drop column sheet, drop column row_no, drop column column_letter;
alter table submission_fix drop column sheet, drop column row_no, drop column column_letter;
alter table submission drop column state;
comment on table submission is 'room: record/intake. One sending of a body, over all its correction rounds. Its state is told from its latest file and its items.';
