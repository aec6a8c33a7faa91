-- Up Migration
-- Hot columns of the dictionary, written by tools/write-hot-migration.ts.

alter table person
  add column using_body text collate "C",
  add column employee_kind text collate "C",
  add column sector text collate "C",
  add column work_status text collate "C",
  add column full_name text collate "C",
  add column full_name_sort text collate "C",
  add column full_name_plain text collate "C",
  add column birth text collate "C",
  add column sex text collate "C",
  add column ethnicity text collate "C",
  add column religion text collate "C",
  add column party_on date,
  add column recruited_on date,
  add column payroll_kind text collate "C",
  add column position text collate "C",
  add column job_position text collate "C",
  add column grade text collate "C",
  add column pay_step integer,
  add column coefficient numeric(4,2),
  add column pay_from date,
  add column education text collate "C",
  add column politics text collate "C",
  add column state_management text collate "C";

alter table person_version
  add column using_body text collate "C",
  add column employee_kind text collate "C",
  add column sector text collate "C",
  add column work_status text collate "C",
  add column full_name text collate "C",
  add column full_name_sort text collate "C",
  add column full_name_plain text collate "C",
  add column birth text collate "C",
  add column sex text collate "C",
  add column ethnicity text collate "C",
  add column religion text collate "C",
  add column party_on date,
  add column recruited_on date,
  add column payroll_kind text collate "C",
  add column position text collate "C",
  add column job_position text collate "C",
  add column grade text collate "C",
  add column pay_step integer,
  add column coefficient numeric(4,2),
  add column pay_from date,
  add column education text collate "C",
  add column politics text collate "C",
  add column state_management text collate "C";

grant update (using_body, employee_kind, sector, work_status, full_name, full_name_sort, full_name_plain, birth, sex, ethnicity, religion, party_on, recruited_on, payroll_kind, position, job_position, grade, pay_step, coefficient, pay_from, education, politics, state_management) on person to congvu_app;
