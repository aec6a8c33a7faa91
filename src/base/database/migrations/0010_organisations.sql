-- Up Migration
-- Bodies over two times: identity, dated versions and dated codes apart. Valid dates are half-open; rows are never changed but to be closed once.

create table body (
  body_id uuid primary key,
  born_by uuid not null
);
comment on table body is 'room: authority/organisations. Identity only: meaningless, never reused.';

create table body_version (
  body_id uuid not null references body (body_id),
  version int not null,
  parent_id uuid references body (body_id),
  managing_id uuid not null references body (body_id),
  name text not null,
  short_name text,
  kind text not null,
  level text not null,
  seat jsonb,
  valid_from date not null,
  valid_to date not null default '9999-12-31',
  tx_from bigint not null default record_tx(),
  tx_to bigint not null default 9223372036854775807,
  by_event uuid not null,
  closed_by uuid,
  source text not null,
  confidence text not null,
  check (valid_from < valid_to),
  primary key (body_id, version)
);
comment on table body_version is 'room: authority/organisations. What a body is called, stands under and is managed by, from day to day.';
create index body_version_parent on body_version (parent_id);
create index body_version_managing on body_version (managing_id);

create table body_code (
  scheme text not null,
  code text not null,
  body_id uuid not null references body (body_id),
  valid_from date not null,
  valid_to date not null default '9999-12-31',
  tx_from bigint not null default record_tx(),
  tx_to bigint not null default 9223372036854775807,
  by_event uuid not null,
  closed_by uuid,
  confidence text not null,
  check (valid_from < valid_to),
  primary key (scheme, code, body_id, valid_from, tx_from)
);
comment on table body_code is 'room: authority/organisations. Codes of bodies by date; a code is never an identity: codes are taken over and given anew.';

create index body_code_body on body_code (body_id);

create table body_attribute (
  body_id uuid not null references body (body_id),
  name text not null,
  value text not null,
  valid_from date not null,
  valid_to date not null default '9999-12-31',
  tx_from bigint not null default record_tx(),
  tx_to bigint not null default 9223372036854775807,
  by_event uuid not null,
  closed_by uuid,
  confidence text not null,
  check (valid_from < valid_to),
  primary key (body_id, name, valid_from, tx_from)
);
comment on table body_attribute is 'room: authority/organisations. Dated attributes that an administrator sets, such as the group 26 or 70 of QĐ 72; demo data are marked.';

create table establishment (
  body_id uuid not null references body (body_id),
  kind text not null,
  year int not null,
  posts int not null,
  decision jsonb,
  valid_from date not null,
  valid_to date not null default '9999-12-31',
  tx_from bigint not null default record_tx(),
  tx_to bigint not null default 9223372036854775807,
  by_event uuid not null,
  closed_by uuid,
  primary key (body_id, kind, year, tx_from)
);
comment on table establishment is 'room: authority/organisations. Posts granted to a body for a year.';

create table change_event (
  event_id uuid primary key,
  kind text not null,
  reason text,
  effective_on date not null,
  operational_on date,
  decision jsonb not null,
  state text not null,
  plan_hash text,
  hash_before text,
  hash_after text,
  counts jsonb,
  tx bigint not null default record_tx(),
  undone_by uuid,
  reverses uuid,
  parent_event uuid
);
comment on table change_event is 'room: authority/organisations. The envelope of a change of bodies: which decision, from which day.';

create table change_link (
  event_id uuid not null references change_event (event_id),
  from_id uuid not null references body (body_id),
  to_id uuid not null references body (body_id),
  relation text not null,
  share text not null,
  rule jsonb,
  primary key (event_id, from_id, to_id)
);
comment on table change_link is 'room: authority/organisations. Who goes on as whom: tiep_tuc, sap_nhap, hop_nhat, tach_phan, chia, doi_cap_tren, chuyen_ve, chuyen_chuc_nang.';

-- Everyone may know the bodies. Writing takes an act of the system or of an administrator; a row is closed once, by the transaction that closes it.
-- tx_from, tx_to are not for the writer to choose: record time is the transaction's own.
grant select on body, body_version, body_code, body_attribute, establishment, change_event, change_link to congvu_app;
grant insert on body, change_link to congvu_app;
grant insert (body_id, version, parent_id, managing_id, name, short_name, kind, level, valid_from, valid_to, by_event, source, confidence) on body_version to congvu_app;
grant insert (scheme, code, body_id, valid_from, valid_to, by_event, confidence) on body_code to congvu_app;
grant insert (body_id, name, value, valid_from, valid_to, by_event, confidence) on body_attribute to congvu_app;
grant insert (body_id, kind, year, posts, decision, valid_from, valid_to, by_event) on establishment to congvu_app;
grant insert (event_id, kind, reason, effective_on, decision, state, counts, reverses, parent_event) on change_event to congvu_app;
grant update (tx_to, closed_by) on body_version, body_code, body_attribute, establishment to congvu_app;
