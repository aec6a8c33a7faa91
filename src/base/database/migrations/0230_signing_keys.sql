-- Up Migration
-- Which key signs since when. Public halves are derived from the installation's keys, so that a row alone can publish nobody else's key.

create table signing_key (
  purpose text not null check (purpose in ('receipt', 'attestation', 'checkpoint')),
  body_id uuid references body (body_id),
  epoch int not null check (epoch >= 1),
  kid text not null unique,
  since timestamptz not null,
  ended timestamptz,
  check ((purpose = 'attestation') = (body_id is not null)),
  unique nulls not distinct (purpose, body_id, epoch)
);
comment on table signing_key is 'room: authority/keys. Every key that signed a receipt, an attestation or a head of the log, for ever; a new epoch follows when a key is rotated.';
create unique index signing_key_active on signing_key (purpose, body_id) nulls not distinct where ended is null;
alter table signing_key enable row level security;
alter table signing_key force row level security;
create policy signing_key_read on signing_key for select to congvu_app using (true);
-- The first epoch begins with the first act that needs it; later ones by a command alone.
create policy signing_key_begin on signing_key for insert to congvu_app
  with check (ended is null and (epoch = 1 or (select session_is_system())));
create policy signing_key_end on signing_key for update to congvu_app
  using (ended is null and (select session_is_system())) with check (ended is not null and (select session_is_system()));
create policy signing_key_owner on signing_key to congvu_owner using (true) with check (true);
grant select, insert, update (ended) on signing_key to congvu_app;
