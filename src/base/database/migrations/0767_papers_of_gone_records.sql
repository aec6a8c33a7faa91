-- Up Migration
-- Of a paper whose record was erased neither "nothing has changed" nor "it is somebody else's" is true. Decisions 0093, 0101.

drop function conversion_by_number(text);
create function conversion_by_number(asked text) returns table (content text, jws text, record text)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select c.content, c.jws, case
      when not exists (select 1 from person p where p.person_id = standing_person(c.person_id)) then 'gone'
      when exists (select 1 from person_version v where v.person_id = standing_person(c.person_id) and v.tx > c.known_at) then 'changed'
      else 'same' end
    from conversion c where c.conversion_number = asked
$$;
revoke all on function conversion_by_number(text) from public;
grant execute on function conversion_by_number(text) to congvu_app;
