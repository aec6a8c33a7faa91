-- Up Migration
-- People of earlier files of a submission who were never sent, and whom the file of this round does not name: they wait for the next one.
alter table submission_file add column earlier int not null default 0 check (earlier >= 0);
-- Name of who brought the file, as it stood in the account that day; null: before names were kept, or no account.
alter table submission_file add column sender_name text;
grant update (earlier) on submission_file to congvu_app;
-- What of a submission somebody still has to do, or what waits for another: few of all items, and asked for at each home.
create index item_unsettled on item (submission_id, state) where state in ('waiting-match', 'returned');
