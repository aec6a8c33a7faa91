-- Up Migration
-- An item states a group as a whole, or one act on one line of it. Two items hold each other only on the same group, and there only where one of them is of
-- the whole group or both are of the same line (decision 0026). What was sent before states groups as a whole: `line` is null.

alter table item add column line text check (line <> '');
comment on column item.line is 'the one line that it touches: section/id, or section/submission.no of a line that is added; null = the group as a whole';

drop index item_once;
create unique index item_once on item (submission_id, round, person_id, group_code, (coalesce(line, '')));

drop index item_open;
create unique index item_open on item (person_id, group_code)
  where line is null and state in ('waiting-match', 'awaiting-confirmation', 'confirmed');
create unique index item_open_line on item (person_id, group_code, line)
  where line is not null and state in ('waiting-match', 'awaiting-confirmation', 'confirmed');
