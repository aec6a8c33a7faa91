-- Up Migration
-- Over which body roles of the whole country are given is written once, by the installation: what says so is not changed by the product's log-in.
alter table installation enable row level security, force row level security;
create policy installation_owner on installation for all to congvu_owner using (true) with check (true);
create policy installation_see on installation for select to congvu_app using (true);
create policy installation_write on installation for insert to congvu_app with check (true);
create policy installation_change on installation for update to congvu_app using (name <> 'root') with check (name <> 'root');
