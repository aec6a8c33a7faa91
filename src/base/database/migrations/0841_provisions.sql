-- Up Migration
-- Each row of the log by which data was provided to a body says of which kind of provision it is (NĐ 27/2026/NĐ-CP, article 15.1): the payload commits to it, this column is what is
-- counted by. Decision 0091.
alter table audit_event add column provision text check (provision ~ '^[a-z]{2,20}$');
comment on column audit_event.provision is 'kind of provision (cung cấp dữ liệu) by which data was given to a body; null: none was, or the row is of before kinds were kept. The payload says the same.';
create index audit_event_provision on audit_event (at) include (body_id, provision) where provision is not null;
grant insert (provision) on audit_event to congvu_app;

-- How often each kind was provided since then, by the body whose matter it was: for whoever sees the board. Rows of no body stand with the root of the country, for who sees all of it.
create function provision_counts(root uuid, since timestamptz) returns table (body_id uuid, kind text, given int)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  with mine as materialized (
    select b as body_id from unnest(bodies_below(array[root], today_in_vietnam())) as b where b = any ((select session_bodies_that_may('board.read'))::uuid[])),
  whole as materialized (
    select v.body_id from body_version v join mine m on m.body_id = v.body_id
     where v.body_id = root and v.parent_id is null and v.tx_to = 9223372036854775807 and v.valid_from <= today_in_vietnam() and v.valid_to > today_in_vietnam())
  select n.body_id, n.provision, count(*)::int
    from (select coalesce(e.body_id, (select w.body_id from whole w)) as body_id, e.provision from audit_event e where e.at >= since and e.provision is not null) n
    join mine m on m.body_id = n.body_id group by n.body_id, n.provision
$$;
revoke all on function provision_counts(uuid, timestamptz) from public;
grant execute on function provision_counts(uuid, timestamptz) to congvu_app;
