-- Up Migration
-- A receipt is shown around: whoever has its number is told what it says and whether it is signed. It names no person; a number has 50 bits of chance.
create function receipt_by_number(asked text) returns table (content text, jws text)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select r.content, r.jws from receipt r where r.receipt_number = asked
$$;
revoke all on function receipt_by_number(text) from public;
grant execute on function receipt_by_number(text) to congvu_app;
