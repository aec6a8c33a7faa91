-- Up Migration
-- What is taken along may be the template of an agency with what its people's records say (decision 0064): asked for, granted, kept and deleted as a list is.
alter table people_export
  add column form text not null default 'list' check (form in ('list', 'filled-template')),
  drop constraint people_export_columns_check,
  add constraint people_export_columns_check check ((form = 'list') = (cardinality(columns) > 0));
comment on column people_export.form is 'list: chosen columns of a search; filled-template: the workbook template of body_id, which has all columns';
alter table people_export add constraint people_export_template_body check (form = 'list' or body_id is not null);
grant insert (form) on people_export to congvu_app;
