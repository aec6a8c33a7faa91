-- Up Migration
-- A photo or PDF that shows what a person reports as wrong: one a report, sealed under their salt, seen by whom sees the report. Decision 0129.
create table value_report_paper (
  person_id uuid not null,
  report_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes int not null check (size_bytes > 0),
  pages int not null check (pages > 0),
  from_photo boolean not null,
  scan text not null check (scan in ('clean', 'not-scanned')),
  added_at timestamptz not null,
  content_sealed bytea not null,
  primary key (person_id, report_id),
  foreign key (person_id, report_id) references value_report on delete cascade
);
comment on table value_report_paper is 'room: record/value-reports. The paper (PDF) that shows what its person reports as wrong, sealed under their salt.';
comment on column value_report_paper.from_photo is 'it came as a photo and was drawn anew, without what the camera wrote beside it';
comment on column value_report_paper.scan is 'what a scanner said of what was sent';
comment on column value_report_paper.content_sealed is 'the PDF under the salt of the person';

alter table value_report_paper enable row level security;
alter table value_report_paper force row level security;
create policy value_report_paper_owner on value_report_paper for all to congvu_owner using (true) with check (true);
-- Whoever sees the report: its person, and who reconciles over the body that manages the record today.
create policy value_report_paper_see on value_report_paper for select to congvu_app
  using (exists (select 1 from value_report r where r.person_id = value_report_paper.person_id and r.report_id = value_report_paper.report_id));
-- A record that is kept apart has no papers for anybody else (decision 0107).
create policy value_report_paper_kept_apart on value_report_paper as restrictive for select to congvu_app using (person_id not in (select session_hidden_people()));
-- Only its person adds it, while the report is open.
create policy value_report_paper_add on value_report_paper for insert to congvu_app with check (person_id = (select session_own_person())
  and exists (select 1 from value_report r where r.person_id = value_report_paper.person_id and r.report_id = value_report_paper.report_id
    and r.by_account = (select session_person()) and r.outcome is null));
grant select, insert on value_report_paper to congvu_app;
