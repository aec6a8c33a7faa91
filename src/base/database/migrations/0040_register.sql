-- Up Migration
-- The register: whose number it is, the person as it stands today, and every version that ever stood.
-- person_id is made by the app (uuid v7) and is the first part of every primary key of a person's tables.
-- Functions here run as congvu_owner: the policies "…_owner" let them see past the wall; congvu_app cannot become the owner.

create table national_id (
  id_hash bytea primary key,
  person_id uuid not null,
  body_id uuid not null references body (body_id),
  sealed bytea not null,
  state text not null default 'claimed' check (state in ('claimed', 'registered')),
  claimed_by uuid not null,
  tx bigint not null default record_tx()
);
comment on table national_id is 'room: record/register. Keyed hash of the citizen number → person; claimed before the person is written, so that two bodies cannot both have it.';
create index national_id_person on national_id (person_id);

create table person_salt (
  person_id uuid primary key,
  body_id uuid not null references body (body_id),
  salt bytea not null
);
comment on table person_salt is 'room: record/register. Salt of the person''s encryption keys; deleting it erases what was sealed.';

create table person (
  person_id uuid primary key,
  body_id uuid not null references body (body_id),
  version int not null,
  tx bigint not null,
  heads jsonb not null,
  document jsonb not null,
  sealed jsonb not null default '{}',
  identity_level text not null default 'CHUA',
  identity_locked boolean not null default false
);
comment on table person is 'room: record/register. The person as it stands today: a projection of person_version that can be rebuilt. heads: group → {v: version that states it, from: valid from}.';
create index person_body on person (body_id);

create table person_version (
  person_id uuid not null,
  version int not null,
  body_id uuid not null references body (body_id),
  tx bigint not null default record_tx(),
  valid_from date not null,
  groups text[] not null,
  document text not null,
  sealed jsonb not null default '{}',
  source text not null,
  submission_id uuid,
  attestation_id uuid,
  dictionary_version text not null,
  primary key (person_id, version)
);
comment on table person_version is 'room: record/register. Append only: what was confirmed, group by group, valid from a day, known from a transaction.';

alter table national_id enable row level security;
alter table national_id force row level security;
alter table person_salt enable row level security;
alter table person_salt force row level security;
alter table person enable row level security;
alter table person force row level security;
alter table person_version enable row level security;
alter table person_version force row level security;

create policy national_id_owner on national_id to congvu_owner using (true) with check (true);
create policy national_id_app on national_id to congvu_app
  using (body_id = any ((select session_bodies())::uuid[])) with check (body_id = any ((select session_bodies())::uuid[]));
create policy person_salt_app on person_salt to congvu_app
  using (body_id = any ((select session_bodies())::uuid[])) with check (body_id = any ((select session_bodies())::uuid[]));
create policy person_app on person to congvu_app
  using (body_id = any ((select session_bodies())::uuid[])) with check (body_id = any ((select session_bodies())::uuid[]));
create policy person_version_app on person_version to congvu_app
  using (body_id = any ((select session_bodies())::uuid[])) with check (body_id = any ((select session_bodies())::uuid[]));
-- A backup reads, a restore writes, as the owner.
create policy person_salt_owner on person_salt to congvu_owner using (true) with check (true);
create policy person_owner on person to congvu_owner using (true) with check (true);
create policy person_version_owner on person_version to congvu_owner using (true) with check (true);

grant select on national_id to congvu_app;
grant select, insert on person_salt to congvu_app;
grant select, insert on person to congvu_app;
grant update (body_id, version, tx, heads, document, sealed, identity_level, identity_locked) on person to congvu_app;
grant select, insert on person_version to congvu_app;

-- Whose are these numbers, seen from one body? 'elsewhere' never says where.
create function look_up_national_ids(hashes bytea[], for_body uuid)
  returns table (id_hash bytea, person_id uuid, outcome text)
  language sql stable security definer set search_path = congvu, pg_temp as $$
    select asked.h,
           case when n.body_id = for_body then n.person_id end,
           case when n.id_hash is null then 'free' when n.body_id = for_body then 'mine' else 'elsewhere' end
      from unnest(hashes) as asked (h)
      left join national_id n on n.id_hash = asked.h
     where for_body = any ((select session_bodies())::uuid[])
  $$;

-- Claims numbers for a body in one statement; a number that is taken keeps its owner. Returns what each number is now.
create function claim_national_ids(hashes bytea[], persons uuid[], seals bytea[], for_body uuid, by_submission uuid)
  returns table (id_hash bytea, person_id uuid, outcome text)
  language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
    begin
      if not (for_body = any (session_bodies())) then
        raise exception 'E-BODY-NOT-YOURS' using errcode = 'insufficient_privilege';
      end if;
      -- Sorted: two bodies claiming the same numbers at the same second must not wait for each other in a circle.
      insert into national_id as n (id_hash, person_id, body_id, sealed, claimed_by)
        select c.h, c.p, for_body, c.s, by_submission
          from unnest(hashes, persons, seals) as c (h, p, s) order by c.h
        on conflict on constraint national_id_pkey do nothing;
      return query
        select n.id_hash, case when n.body_id = for_body then n.person_id end,
               case when n.body_id <> for_body then 'elsewhere' else 'mine' end
          from national_id n where n.id_hash = any (hashes);
    end
  $$;

-- A number that was only claimed is let go when its submission is withdrawn or the person is refused.
create function release_national_ids(by_submission uuid, persons uuid[])
  returns int language sql volatile security definer set search_path = congvu, pg_temp as $$
    with gone as (
      delete from national_id n
       where n.claimed_by = by_submission and n.state = 'claimed' and n.person_id = any (persons)
         and n.body_id = any ((select session_bodies())::uuid[])
      returning 1)
    select count(*)::int from gone
  $$;

create function mark_national_ids_registered(persons uuid[])
  returns void language sql volatile security definer set search_path = congvu, pg_temp as $$
    update national_id n set state = 'registered'
     where n.person_id = any (persons) and n.state = 'claimed' and n.body_id = any ((select session_bodies())::uuid[])
  $$;

revoke all on function look_up_national_ids(bytea[], uuid), claim_national_ids(bytea[], uuid[], bytea[], uuid, uuid),
  release_national_ids(uuid, uuid[]), mark_national_ids_registered(uuid[]) from public;
grant execute on function look_up_national_ids(bytea[], uuid), claim_national_ids(bytea[], uuid[], bytea[], uuid, uuid),
  release_national_ids(uuid, uuid[]), mark_national_ids_registered(uuid[]) to congvu_app;
