-- Up Migration
-- Facts of a plan, by agency and day: what each task is judged by. No state is kept and none is typed; thresholds are applied at reading. Decision 0155.
create table plan_day (
  body_id uuid not null references body,
  measure text not null check (measure ~ '^[a-z-]{1,40}$'),
  day date not null,
  part int not null check (part >= 0),
  whole int not null check (whole >= 0 and part <= whole),
  at timestamptz not null,
  primary key (body_id, measure, day)
);
comment on table plan_day is 'room: uses/plan. What was counted of an agency with all below it on a day: so many of so many; none of none where there is nothing to count. Numbers, no person.';

alter table plan_day enable row level security, force row level security;
create policy plan_day_owner on plan_day for all to congvu_owner using (true) with check (true);
create policy plan_day_see on plan_day for select to congvu_app
  using (body_id = any ((select session_bodies_that_may('board.read'))::uuid[]) or ((select session_is_system()) and (select session_of_all_bodies())));
-- Facts are counted by the system alone, each day's until the day is over: a past day stands as it was counted.
create policy plan_day_add on plan_day for insert to congvu_app
  with check (day = today_in_vietnam() and (select session_is_system()) and (select session_of_all_bodies()));
create policy plan_day_count on plan_day for update to congvu_app
  using (day = today_in_vietnam() and (select session_is_system()) and (select session_of_all_bodies()))
  with check (day = today_in_vietnam() and (select session_is_system()) and (select session_of_all_bodies()));
grant select, insert on plan_day to congvu_app;
grant update (part, whole, at) on plan_day to congvu_app;

-- Counted of each agency to which a plan gives a group, and of the root of the installation: so many of so many, with all below.
create function plan_measured(now_at timestamptz) returns table (body_id uuid, measure text, part int, whole int)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  with asked as materialized (
    select a.body_id from body_attribute a
     where a.name = 'nhom_bndp' and a.tx_to = 9223372036854775807 and a.valid_from <= today_in_vietnam() and a.valid_to > today_in_vietnam()
    union select root_of_installation()),
  allowed as materialized (select a.body_id from asked a where a.body_id is not null and (select session_is_system()) and (select session_of_all_bodies())),
  below as materialized (select a.body_id as top, b as body_id from allowed a cross join lateral unnest(bodies_below(array[a.body_id], today_in_vietnam())) as b),
  people as materialized (
    select b.top, count(p.person_id)::int as n, count(p.person_id) filter (where not coalesce(p.has_unconfirmed, true))::int as confirmed,
           count(p.person_id) filter (where p.identity_level = 'KHOP')::int as known
      from below b left join person p on p.body_id = b.body_id and p.merged_into is null group by b.top),
  granted as (
    select e.body_id, sum(e.posts)::int as posts from establishment e
     where e.tx_to = 9223372036854775807 and e.year = (
       select max(y.year) from establishment y where y.body_id = e.body_id and y.tx_to = 9223372036854775807 and y.year <= extract(year from today_in_vietnam()))
     group by e.body_id),
  -- What was granted to the agency itself counts for all below it; else what was granted to those below.
  posts as materialized (
    select a.body_id as top, coalesce((select g.posts from granted g where g.body_id = a.body_id),
           (select sum(g.posts)::int from below b join granted g on g.body_id = b.body_id where b.top = a.body_id), 0) as n from allowed a),
  lines as (
    select b.top, count(*)::int as n,
           count(*) filter (where exists (select 1 from exchange_batch t where t.body_id = s.body_id)
             and exists (select 1 from exchange_caller c where c.body_id = s.body_id and (c.ended_at is null or c.ended_at > now_at)
               and (c.valid_to is null or c.valid_to > now_at + interval '30 days')))::int as open,
           count(*) filter (where exists (select 1 from exchange_batch t where t.body_id = s.body_id and t.judged_at > now_at - interval '7 days'))::int as in_step
      from below b join exchange_source s on s.body_id = b.body_id where s.ended_at is null or s.ended_at > now_at group by b.top)
  select p.top, 'confirmed', least(p.confirmed, q.n), q.n from people p join posts q on q.top = p.top
  union all
  select q.top, 'by-line', least(q.n, (select count(*)::int from below b join exchange_person e on e.body_id = b.body_id where b.top = q.top)), q.n from posts q
  union all
  select p.top, 'identity', p.known, p.n from people p
  union all
  select p.top, 'returned', p.n - (select count(distinct i.person_id)::int from below b join item i on i.body_id = b.body_id
      join person o on o.person_id = i.person_id and o.body_id = b.body_id and o.merged_into is null
     where b.top = p.top and i.state = 'returned'
       and not exists (select 1 from item l where l.person_id = i.person_id and l.group_code = i.group_code and l.created_at > i.created_at)), p.n from people p
  union all
  select p.top, 'own-updates', (select count(distinct d.person_id)::int from declaration d join person o on o.person_id = d.person_id and o.merged_into is null
     join below b on b.body_id = o.body_id where b.top = p.top and d.sent_at > now_at - interval '1 year'), p.n from people p
  union all
  select p.top, 'cards', (select count(distinct c.person_id)::int from card c join person o on o.person_id = c.person_id and o.merged_into is null
     join below b on b.body_id = o.body_id where b.top = p.top and c.state = 'HIEU_LUC'), p.n from people p
  union all
  select p.top, 'matched', (select count(distinct m.person_id)::int from match_result m join person o on o.person_id = m.person_id and o.merged_into is null
     join below b on b.body_id = o.body_id where b.top = p.top and m.at > now_at - interval '90 days'), p.n from people p
  union all
  select x.top, 'network', count(*) filter (where x.passed)::int, count(*)::int from (
    select b.top, (select c.passed from network_check c where c.body_id = b.body_id and c.at > now_at - interval '30 days' order by c.at desc, c.check_id desc limit 1) is true as passed
      from below b where exists (select 1 from person p where p.body_id = b.body_id and p.merged_into is null)) x group by x.top
  union all
  select a.body_id, 'line-open', coalesce(l.open, 0), coalesce(l.n, 1) from allowed a left join lines l on l.top = a.body_id
  union all
  select a.body_id, 'line-in-step', coalesce(l.in_step, 0), coalesce(l.n, 1) from allowed a left join lines l on l.top = a.body_id
  union all
  select a.body_id, 'restore-drill', (exists (select 1 from audit_event e where e.act = 'backup.restored' and e.at > now_at - interval '90 days'))::int, 1
    from allowed a where a.body_id = root_of_installation()
$$;
revoke all on function plan_measured(timestamptz) from public;
grant execute on function plan_measured(timestamptz) to congvu_app;
