-- Up Migration
-- How a declaration stands: what moved away with its record, what is not registered yet, and what a later one has answered. Decision 0104.
drop function own_declarations();
create function own_declarations() returns table (declaration_id uuid, upload_number text, stage text, rejected int, receipt text, waiting int, returned int, withdrawn int, registered int,
    open_groups text[], replaced boolean, reasons jsonb, problems text[])
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select d.declaration_id, s.upload_number, f.stage, f.rejected,
         (select r.receipt_number from receipt r where r.submission_id = d.submission_id and r.round = d.round and r.kind = 'R1' limit 1),
         i.waiting, i.returned, i.withdrawn, i.registered,
         -- Once it is sent on, what has no item changes nothing, and what is registered is done.
         case when f.stage = 'submitted' then coalesce((
           select array_agg(distinct it.group_code) from item it
            where it.submission_id = d.submission_id and it.round = d.round and it.person_id in (d.person_id, standing_person(d.person_id)) and it.state <> 'registered'), '{}') end,
         -- Whatever was sent after it came back has what came back in it. A record that moved away took no day along: then it is what came to another body.
         d.round < s.round or exists (
           select 1 from declaration n left join submission m on m.submission_id = n.submission_id
            where n.person_id = d.person_id and n.sent_at > d.sent_at
              and case when i.withdrawn > 0 then m.body_id is distinct from s.body_id
                       when f.stage in ('refused', 'withdrawn') or (f.stage = 'checked' and f.rejected > 0) then n.sent_at >= f.stage_at
                       else n.sent_at >= i.returned_at end),
         i.reasons,
         (select coalesce(array_agg(distinct p.code), '{}') from submission_problem p
           where p.submission_id = d.submission_id and p.round = d.round and p.severity = 'error')
    from declaration d
    join submission s on s.submission_id = d.submission_id
    join submission_file f on f.submission_id = d.submission_id and f.round = d.round
    cross join lateral (
      select count(*) filter (where it.state not in ('registered', 'returned', 'withdrawn', 'superseded'))::int as waiting,
             count(*) filter (where it.state = 'returned')::int as returned,
             max(it.decided_at) filter (where it.state = 'returned') as returned_at,
             count(*) filter (where it.state = 'withdrawn')::int as withdrawn,
             count(*) filter (where it.state = 'registered')::int as registered,
             coalesce(jsonb_agg(jsonb_build_object('group', it.group_code, 'decision', it.decision)) filter (where it.state = 'returned'), '[]') as reasons
        from item it where it.submission_id = d.submission_id and it.round = d.round and it.person_id in (d.person_id, standing_person(d.person_id))) i
   where d.person_id = any ((select session_own_people())::uuid[])
$$;
revoke all on function own_declarations() from public;
grant execute on function own_declarations() to congvu_app;

-- A declaration that could not be read has no line that names its person: its file is theirs all the same.
create or replace function erased_files(of_person uuid) returns text[] language sql stable security definer set search_path = congvu, pg_temp as $$
  select array(
    select l.submission_id || '/' || l.round from submission_line l
     where l.person_id = any (erased_with(of_person)) or l.id_hash in (select n.id_hash from national_id n where n.person_id = any (erased_with(of_person)))
    union
    select i.submission_id || '/' || i.round from item i where i.person_id = any (erased_with(of_person))
    union
    select d.submission_id || '/' || d.round from declaration d where d.person_id = any (erased_with(of_person)) and d.submission_id is not null)
$$;
