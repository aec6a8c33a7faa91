-- Up Migration
-- A change of bodies is planned once: its rows stand beside it, with what they were planned on, until it is put in force, refused or taken back.

alter table body_change
  -- the rows as text: their hash is over these letters
  add column plan text,
  add column plan_sha256 text check (plan_sha256 ~ '^[0-9a-f]{64}$'),
  -- form of the plan, lists that judged, state of the tables of bodies
  add column planned_on text,
  -- bodies that end or get another managing body: who holds on to them is asked again
  add column plan_touches uuid[],
  add constraint body_change_plan_whole check (plan is null or (plan_sha256 is not null and planned_on is not null and plan_touches is not null));
grant insert (plan, plan_sha256, planned_on, plan_touches) on body_change to congvu_app;
grant update (plan, plan_sha256, planned_on, plan_touches, over) on body_change to congvu_app;
