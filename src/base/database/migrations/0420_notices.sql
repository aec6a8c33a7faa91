-- Up Migration
-- Notices: what an account is told of what happened to its work, in the portal always and by mail at most once a day. Decision 0041.

create table notice (
  account_id uuid not null references account (account_id),
  notice_id uuid not null,
  matter text not null,
  subject_id uuid not null,
  facts jsonb not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  seen_at timestamptz,
  mail_day date,
  primary key (account_id, notice_id),
  constraint notice_facts_are_small check (jsonb_typeof(facts) = 'object' and octet_length(facts::text) <= 500)
);
comment on table notice is 'room: uses/notices. What an account is told: a matter, what it is about, and the figures it was computed from; nothing of people. mail_day = of the digest that told it.';
-- One open notice of a matter about a subject: what happens meanwhile changes its figures, and is no second notice.
create unique index notice_open on notice (account_id, matter, subject_id) where seen_at is null;
create index notice_to_mail on notice (account_id) where seen_at is null and mail_day is null;
create index notice_lately on notice (account_id, changed_at desc, notice_id);

create table notice_address (
  account_id uuid primary key references account (account_id),
  salt bytea not null,
  address_sealed bytea not null,
  wants_mail boolean not null,
  refusals int not null default 0,
  changed_at timestamptz not null,
  constraint notice_address_refusals check (refusals >= 0)
);
comment on table notice_address is 'room: uses/notices. Where an account wants its digest sent, sealed; set by its holder alone. refusals = times in a row that its server refused for good.';

create table notice_mail (
  account_id uuid not null references account (account_id),
  day date not null,
  state text not null,
  facts jsonb not null,
  at timestamptz not null,
  settled_at timestamptz,
  detail text,
  primary key (account_id, day),
  constraint notice_mail_state check (state in ('sending', 'accepted', 'refused', 'failed')),
  constraint notice_mail_settled check ((state = 'sending') = (settled_at is null)),
  constraint notice_mail_detail check (length(detail) <= 40)
);
comment on table notice_mail is 'room: uses/notices. One digest of an account and day, written before it is handed to the mail server: what stays at sending was cut off, and is never sent again.';

create table notice_cursor (
  only_row boolean primary key default true check (only_row),
  tx bigint not null,
  event_id uuid not null,
  overdue_on date
);
comment on table notice_cursor is 'room: uses/notices. How far the log was looked through for what somebody is to be told; overdue_on = the last day on which waiting work was counted.';
insert into notice_cursor (tx, event_id) select coalesce(max(tx), 0), 'ffffffff-ffff-ffff-ffff-ffffffffffff' from audit_event;

do $do$
  declare t text;
begin
  foreach t in array array['notice', 'notice_address', 'notice_mail', 'notice_cursor'] loop
    execute format('alter table %I enable row level security; alter table %I force row level security;', t, t);
    execute format('create policy %I on %I for all to congvu_owner using (true) with check (true)', t || '_owner', t);
  end loop;
end $do$;

create policy notice_see on notice for select to congvu_app using (account_id = (select session_person()) or (select session_keeps_log()));
create policy notice_add on notice for insert to congvu_app with check ((select session_keeps_log()) and seen_at is null);
create policy notice_change on notice for update to congvu_app
  using (seen_at is null and (account_id = (select session_person()) or (select session_keeps_log())))
  with check (account_id = (select session_person()) or (select session_keeps_log()));
create policy notice_forget on notice for delete to congvu_app using ((select session_keeps_log()) and seen_at is not null);
grant select, insert, delete on notice to congvu_app;
grant update (facts, changed_at, seen_at, mail_day) on notice to congvu_app;

create policy notice_address_own on notice_address for all to congvu_app
  using (account_id = (select session_person())) with check (account_id = (select session_person()) and refusals = 0);
create policy notice_address_see on notice_address for select to congvu_app using ((select session_keeps_log()));
create policy notice_address_refused on notice_address for update to congvu_app using ((select session_keeps_log())) with check ((select session_keeps_log()));
grant select, insert on notice_address to congvu_app;
grant update (salt, address_sealed, wants_mail, refusals, changed_at) on notice_address to congvu_app;

create policy notice_mail_see on notice_mail for select to congvu_app using (account_id = (select session_person()) or (select session_keeps_log()));
create policy notice_mail_add on notice_mail for insert to congvu_app with check ((select session_keeps_log()) and state = 'sending');
create policy notice_mail_settle on notice_mail for update to congvu_app
  using ((select session_keeps_log()) and state = 'sending') with check ((select session_keeps_log()) and state <> 'sending');
create policy notice_mail_forget on notice_mail for delete to congvu_app using ((select session_keeps_log()));
grant select, insert, delete on notice_mail to congvu_app;
grant update (state, settled_at, detail) on notice_mail to congvu_app;

create policy notice_cursor_system on notice_cursor for all to congvu_app using ((select session_keeps_log())) with check ((select session_keeps_log()));
grant select on notice_cursor to congvu_app;
grant update (tx, event_id, overdue_on) on notice_cursor to congvu_app;

-- Who may do one of these acts for a body today, by a role held over it or above it; asked by the background alone.
create function accounts_that_may(acts text[], over_body uuid) returns table (account_id uuid)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select distinct g.account_id
    from role_grant g join account a on a.account_id = g.account_id join access_may m on m.role = g.role
   where session_keeps_log() and a.disabled_at is null
     and m.act = any (acts) and m.valid_from <= today_in_vietnam() and m.valid_to > today_in_vietnam()
     and g.tx_to = 9223372036854775807 and g.valid_from <= today_in_vietnam() and g.valid_to > today_in_vietnam()
     and g.body_id = any (bodies_above(over_body, today_in_vietnam()))
$$;
revoke all on function accounts_that_may(text[], uuid) from public;
grant execute on function accounts_that_may(text[], uuid) to congvu_app;
