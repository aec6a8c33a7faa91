-- Up Migration
-- What a person typed in VNeID comes as a declaration that was sent, once. Decision 0126.
alter table declaration add column origin text not null default 'portal' check (origin in ('portal', 'vneid'));
alter table declaration add constraint declaration_from_elsewhere check (origin = 'portal' or sent_at is not null);
comment on column declaration.origin is 'where its person typed it: on the own pages, or in VNeID';
create policy declaration_from_vneid on declaration for insert to congvu_app with check (origin = 'vneid' and kind = 'update' and sent_tx = (select record_tx())
  and submission_id is null and withdrawn_at is null and (select session_is_system()) and (select session_of_all_bodies())
  and body_id = (select p.body_id from person p where p.person_id = declaration.person_id));
grant insert (origin, sent_at, sent_tx, as_of_version, truth, changed_groups, content_sealed) on declaration to congvu_app;
create policy declaration_group_from_vneid on declaration_group for insert to congvu_app with check (exists (select 1 from declaration d
  where d.person_id = declaration_group.person_id and d.declaration_id = declaration_group.declaration_id and d.origin = 'vneid' and d.sent_tx = (select record_tx()))
  and (select session_is_system()) and (select session_of_all_bodies()));

create table vneid_update (
  jti_hash bytea primary key check (length(jti_hash) = 32),
  digest bytea not null check (length(digest) = 32),
  declaration_id uuid not null,
  taken_at timestamptz not null,
  until timestamptz not null
);
comment on table vneid_update is 'room: record/declarations. Names (hashes) of updates that came from VNeID, until they are too old to be taken anyway: each makes one declaration. No people.';
create index vneid_update_old on vneid_update (until);
alter table vneid_update enable row level security;
alter table vneid_update force row level security;
create policy vneid_update_owner on vneid_update for all to congvu_owner using (true) with check (true);
create policy vneid_update_see on vneid_update for select to congvu_app using ((select session_is_system()) and (select session_of_all_bodies()));
create policy vneid_update_take on vneid_update for insert to congvu_app with check ((select session_is_system()) and (select session_of_all_bodies()));
create policy vneid_update_forget on vneid_update for delete to congvu_app using (until < now() and (select session_is_system()) and (select session_of_all_bodies()));
grant select, delete on vneid_update to congvu_app;
grant insert (jti_hash, digest, declaration_id, taken_at, until) on vneid_update to congvu_app;
