-- Up Migration
-- Who employs a person is what the register found, not a code that somebody typed: the bodies of the employment by their identity.
-- What stands already is resolved as a registering resolves it: by the code on the day of the fact, and only from that body itself or from
-- one above it; what that does not give stays null (no card, nobody's list) until it is stated anew.

create function employer_of(asked text, sender uuid, on_day date) returns uuid language sql stable set search_path = congvu, pg_temp as $$
  select case when count(distinct c.body_id) = 1 then min(c.body_id::text)::uuid end from body_code c
   where c.code = asked and c.scheme <> 'dvhc' and c.valid_from <= on_day and c.valid_to > on_day and c.tx_to = 9223372036854775807
     and c.body_id = any (bodies_below(array[sender], on_day))
$$;

update person p set
    managing_body_id = employer_of(p.document #>> '{A,coQuanQuanLy}', p.body_id, (p.heads #>> '{A,from}')::date),
    using_body_id = employer_of(p.document #>> '{A,coQuanSuDung}', p.body_id, (p.heads #>> '{A,from}')::date)
 where p.document ? 'A' and p.heads ? 'A';
update person_version v set
    managing_body_id = employer_of(v.document::jsonb #>> '{A,coQuanQuanLy}', v.body_id, v.valid_from),
    using_body_id = employer_of(v.document::jsonb #>> '{A,coQuanSuDung}', v.body_id, v.valid_from)
 where 'A' = any (v.groups);
-- A version that says nothing of the employment repeats what stood, as every hot column does.
update person_version v set managing_body_id = a.managing_body_id, using_body_id = a.using_body_id
  from person_version a
 where not 'A' = any (v.groups) and a.person_id = v.person_id
   and a.version = (select max(o.version) from person_version o where o.person_id = v.person_id and o.version < v.version and 'A' = any (o.groups));

drop function employer_of(text, uuid, date);
-- The code as typed stands in the document; as a column it was taken for what the register knows.
revoke update (using_body) on person from congvu_app;
alter table person drop column using_body;
alter table person_version drop column using_body;

alter table person add foreign key (managing_body_id) references body (body_id), add foreign key (using_body_id) references body (body_id);
create index person_using_body on person (using_body_id);

-- The second wall. Has this body ever stood below (or been) that one? Without a day: what was resolved on the day of the fact must not fall
-- when bodies are moved later. Nobody writes an employer that never belonged to the body whose row it is.
create function body_ever_within(asked uuid, above uuid) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  with recursive up as (
    select asked as body_id
    union
    select v.parent_id from body_version v join up using (body_id) where v.parent_id is not null and v.tx_to = 9223372036854775807)
  select exists (select 1 from up where body_id = above)
$$;
revoke all on function body_ever_within(uuid, uuid) from public;
grant execute on function body_ever_within(uuid, uuid) to congvu_app;

create policy person_employers_add on person as restrictive for insert to congvu_app with check (
  (managing_body_id is null or managing_body_id = body_id or body_ever_within(managing_body_id, body_id))
  and (using_body_id is null or using_body_id = body_id or body_ever_within(using_body_id, body_id)));
create policy person_employers_change on person as restrictive for update to congvu_app using (true) with check (
  (managing_body_id is null or managing_body_id = body_id or body_ever_within(managing_body_id, body_id))
  and (using_body_id is null or using_body_id = body_id or body_ever_within(using_body_id, body_id)));
create policy person_version_employers_add on person_version as restrictive for insert to congvu_app with check (
  (managing_body_id is null or managing_body_id = body_id or body_ever_within(managing_body_id, body_id))
  and (using_body_id is null or using_body_id = body_id or body_ever_within(using_body_id, body_id)));

-- A card names the bodies that the register knows, under a code of theirs; cards of before keep what they say.
alter table card add column managing_body_id uuid references body (body_id), add column using_body_id uuid references body (body_id);
comment on column card.using_body_id is 'who the body is that the card names: its code and name in the claims are those of the day of issue';
create policy card_employers_add on card as restrictive for insert to congvu_app with check (
  exists (select 1 from person p where p.person_id = card.person_id and p.body_id = card.body_id
             and p.using_body_id = card.using_body_id and p.managing_body_id = card.managing_body_id)
  and exists (select 1 from body_code c where c.body_id = card.using_body_id and c.code = card.claims::jsonb #>> '{co_quan,ma}')
  and exists (select 1 from body_code c where c.body_id = card.managing_body_id and c.code = card.claims::jsonb #>> '{co_quan_quan_ly,ma}'));
