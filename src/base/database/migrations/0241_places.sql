-- Up Migration
-- Where a value stands in what was sent is told by the door that read it, and kept as that door's JSON: this schema knows no sheet, row or column.
-- Here the new columns come and are filled; 0242 takes the old ones away. What an old column did not say, the place does not say either.

alter table submission_line add column place jsonb;
update submission_line set place = jsonb_build_object('row', sheet_row);
alter table submission_line alter column place set not null;
comment on column submission_line.place is 'where the person as a whole stands, in the words of the door of the file';

alter table submission_problem add column place jsonb;
update submission_problem set place = jsonb_strip_nulls(jsonb_build_object('sheet', sheet, 'row', row_no, 'column', column_letter))
  where sheet is not null or row_no is not null or column_letter is not null;
comment on column submission_problem.place is 'where it is wrong, in the words of the door of the file; null = of no place';

-- The order of values accepted in one step was that of their cells; now it is a number.
alter table submission_fix add column place jsonb, add column no int;
update submission_fix f set
    place = jsonb_build_object('sheet', f.sheet, 'row', f.row_no, 'column', f.column_letter),
    no = o.no
  from (select submission_id, round, step_no, sheet, row_no, column_letter,
               row_number() over (partition by submission_id, round, step_no order by sheet, row_no, length(column_letter), column_letter) as no
          from submission_fix) o
  where (f.submission_id, f.round, f.step_no, f.sheet, f.row_no, f.column_letter) = (o.submission_id, o.round, o.step_no, o.sheet, o.row_no, o.column_letter);
alter table submission_fix alter column place set not null, alter column no set not null;
alter table submission_fix drop constraint submission_fix_pkey;
alter table submission_fix add primary key (submission_id, round, step_no, no);
create unique index submission_fix_place on submission_fix (submission_id, round, step_no, place);
comment on column submission_fix.place is 'over what the value is laid, in the words of the door of the file';

update submission_file set report = jsonb_set(report, '{ignored}', coalesce((
    select jsonb_agg(jsonb_build_object('kind', e -> 'kind', 'why', e -> 'why',
                     'place', jsonb_strip_nulls(jsonb_build_object('sheet', e -> 'sheet', 'row', e -> 'row', 'column', e -> 'column'))) order by n)
      from jsonb_array_elements(report -> 'ignored') with ordinality as x (e, n)), '[]'))
  where report ? 'ignored';

-- Which door read a file is that door's key, of whatever doors there will be; by which way a submission came is one of few.
alter table submission_file drop constraint submission_file_kind_check;
alter table submission_file rename column kind to door;
alter table submission_file alter column door drop default;
alter table submission_file add constraint submission_file_door_check check (door ~ '^[a-z][a-z0-9-]{0,39}$');
comment on column submission_file.door is 'key of the door that reads the file';

update submission set source = case source when 'EXCEL' then 'workbook' when 'CONG' then 'portraits' else 'initial' end;
alter table submission add constraint submission_source_check
  check (source in ('workbook', 'portraits', 'exchange', 'person', 'decision', 'merger', 'initial'));
