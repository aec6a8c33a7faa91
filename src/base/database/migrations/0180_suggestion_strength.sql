-- Up Migration
-- Whether a suggestion is the same fact by construction (certain) or another one until a person says so (guess); null where there is none.

alter table submission_problem add column strength text check (strength in ('certain', 'guess'));
alter table submission_problem drop column confidence;
