-- Up Migration
-- A master key may be followed by another (decision 0070): which of them an epoch of a signing key is derived from.
alter table signing_key add column generation int not null default 1 check (generation >= 1);
comment on column signing_key.generation is 'number of the master key that this epoch is derived from';

-- Which master keys are used here stands in the row `master-keys`, by names that tell nothing of them: a server with the keys of another installation is told at
-- its start. The owner's log-in writes it; the product's neither makes nor changes it.
drop policy installation_write on installation;
create policy installation_write on installation for insert to congvu_app with check (name <> 'master-keys');
drop policy installation_change on installation;
create policy installation_change on installation for update to congvu_app
  using (name not in ('root', 'master-keys')) with check (name not in ('root', 'master-keys'));
