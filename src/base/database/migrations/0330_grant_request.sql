-- Up Migration
-- A role that one administrator asks for is a request, in the database as everywhere (GLOSSARY.md).
alter table grant_wish rename to grant_request;
alter table grant_request rename column wish_id to request_id;
alter index grant_wish_waiting rename to grant_request_waiting;
do $$
declare one record;
begin
  for one in select conname from pg_constraint where conrelid = 'grant_request'::regclass and conname like 'grant\_wish%' loop
    execute format('alter table grant_request rename constraint %I to %I', one.conname, replace(one.conname, 'grant_wish', 'grant_request'));
  end loop;
  for one in select polname from pg_policy where polrelid = 'grant_request'::regclass and polname like 'grant\_wish%' loop
    execute format('alter policy %I on grant_request rename to %I', one.polname, replace(one.polname, 'grant_wish', 'grant_request'));
  end loop;
end $$;
