-- Up Migration
-- A door asks a phone (OpenID4VP): what was asked, and for less than a minute the encrypted answer, which nobody here can read. Decision 0083.
-- Unlogged: neither the journal of the database, nor a replica, nor a backup ever holds an answer; a crash empties it, and the guard asks again.
create unlogged table card_ask (
  ask_hash bytea primary key check (octet_length(ask_hash) = 32),
  collect_hash bytea not null check (octet_length(collect_hash) = 32),
  state_hash bytea not null check (octet_length(state_hash) = 32),
  asked text not null check (octet_length(asked) <= 4096),
  made_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > made_at and ends_at <= made_at + interval '5 minutes'),
  answer text check (octet_length(answer) <= 131072),
  refusal text check (refusal ~ '^[a-z_]{1,60}$'),
  check (answer is null or refusal is null)
);
comment on table card_ask is 'room: uses/card. Questions of doors to phones, by hashes, and for less than a minute the answer, encrypted to a key of the door''s own browser. No people: what it says of one nobody here can read.';
create index card_ask_old on card_ask (ends_at);

alter table card_ask enable row level security, force row level security;
create policy card_ask_owner on card_ask for all to congvu_owner using (true) with check (true);
create policy card_ask_system on card_ask for all to congvu_app using ((select session_is_system()) and (select session_of_all_bodies()))
  with check ((select session_is_system()) and (select session_of_all_bodies()));
grant select, insert, delete on card_ask to congvu_app;
grant update (answer, refusal, ends_at) on card_ask to congvu_app;
