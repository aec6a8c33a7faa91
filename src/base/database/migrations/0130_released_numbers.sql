-- Up Migration
-- A number that was only claimed is let go with the last submission that states the person, not with the first: a second file about somebody who is
-- not in the register yet waits for the first (`held`), and goes on when that one is withdrawn.

create or replace function release_national_ids(by_submission uuid, persons uuid[])
  returns int language sql volatile security definer set search_path = congvu, pg_temp as $$
    with gone as (
      delete from national_id n
       where n.state = 'claimed' and n.person_id = any (persons)
         and n.body_id = any ((select session_bodies())::uuid[])
         and not exists (select 1 from item o where o.person_id = n.person_id and o.submission_id <> by_submission
                            and o.state not in ('withdrawn', 'superseded'))
      returning 1)
    select count(*)::int from gone
  $$;
