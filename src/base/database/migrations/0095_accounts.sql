-- Up Migration
-- Administrators manage accounts over HTTP: the name under which the population database knows an officer (MaCanBo, domain §5.1).

alter table account add column population_user text;
comment on column account.population_user is 'MaCanBo of this officer at the population database; null = not mapped yet, look-ups then name the account itself';
grant insert (population_user), update (population_user) on account to congvu_app;

-- Has this citizen number an account here? Asked by an administrator who gives a role to somebody: a second account for one human is refused by the
-- unique identity, and an account that acts only for other bodies is not seen. Tells nothing but the id.
create function find_account(asked bytea) returns uuid language sql stable security definer set search_path = congvu, pg_temp as $$
  select a.account_id from account a where a.identity = asked and cardinality(session_role_bodies('QT_BNDP')) > 0
$$;
revoke all on function find_account(bytea) from public;
grant execute on function find_account(bytea) to congvu_app;
