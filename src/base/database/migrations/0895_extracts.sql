-- Up Migration
-- Extracts (NĐ 27/2026/NĐ-CP, article 15.1c): chosen fields of many people on a day (trích ngang), one person's record over time (trích dọc). Asked for, kept and deleted as lists are, and
-- always granted by a second person, however few they are of. Decision 0110.
alter table people_export
  add column fields text[] not null default '{}',
  add column as_of date,
  add column ground text check (length(ground) between 10 and 300),
  drop constraint people_export_form_check,
  drop constraint people_export_columns_check,
  drop constraint people_export_template_body;
alter table people_export
  add constraint people_export_form_check check (form in ('list', 'filled-template', 'cross-extract', 'person-extract')),
  add constraint people_export_columns_check check ((form = 'list') = (cardinality(columns) > 0)),
  add constraint people_export_fields_check check ((form = 'cross-extract') = (cardinality(fields) > 0)),
  add constraint people_export_template_body check (form <> 'filled-template' or body_id is not null),
  add constraint people_export_extract check ((form in ('cross-extract', 'person-extract')) = (as_of is not null and ground is not null)),
  add constraint people_export_extract_granted check (form not in ('cross-extract', 'person-extract') or allowance_id is not null);
comment on column people_export.form is 'list: chosen columns of a search; filled-template: the workbook template of body_id, which has all columns; cross-extract (trích ngang): fields of many people as of a day; person-extract (trích dọc): one person over time, named in what was wanted';
comment on column people_export.ground is 'the document that an extract is made by (căn cứ)';
grant insert (fields, as_of, ground) on people_export to congvu_app;
