-- Up Migration
-- A level belongs to the value that was compared: with it stands a mark of that value (a keyed hash under the person's salt), so that a value which
-- changed since is told as not compared. Matches of before have no marks: of what stands today nobody can say that it was compared.
-- Beside an item that waits stands why nobody asks the source for it, where that is not a matter of time.

alter table match_result add column compared jsonb not null default '{}';
comment on column match_result.compared is 'field → mark of the value that was compared; a field that is not there was not compared';

alter table match_task add column held_by text;
comment on column match_task.held_by is 'code of the problem for which the source is not asked (E-…); null when it is';
grant update (held_by) on match_task to congvu_app;

-- What the population database was found to say of the own record: levels and days, no value.
create function own_matches() returns table (fields jsonb, compared jsonb, at timestamptz, source text)
  language sql stable security definer set search_path = congvu, pg_temp as $$
    select m.fields, m.compared, m.at, m.source from match_result m where m.person_id = (select session_own_person())
  $$;
revoke all on function own_matches() from public;
grant execute on function own_matches() to congvu_app;
