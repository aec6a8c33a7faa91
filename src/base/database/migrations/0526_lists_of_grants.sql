-- Up Migration
-- Roles by a list of many lines are judged in one statement; and roles of the whole country are given at the root of the installation, by two administrators.

-- The agency that this installation is for; of a demo, which has none, the body above all others. Null: there is no body yet.
create function root_of_installation() returns uuid language sql stable security definer set search_path = congvu, pg_temp as $$
  select coalesce(
    (select c.body_id from installation i join body_code c on c.code = i.value
      where i.name = 'root' and c.tx_to = 9223372036854775807 and c.valid_from <= today_in_vietnam() and c.valid_to > today_in_vietnam()
      order by (c.scheme = 'ma_dinh_danh') desc limit 1),
    (select v.body_id from body_version v
      where v.parent_id is null and v.tx_to = 9223372036854775807 and v.valid_from <= today_in_vietnam() and v.valid_to > today_in_vietnam()
      order by v.body_id limit 1))
$$;
-- May an administrator give this role over this body at all? Roles of the country are given over the root alone.
create function role_is_given_over(asked text, over_body uuid) returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select asked = any (roles_of_a_body())
    or (over_body = root_of_installation() and exists (select 1 from access_role r where r.role = asked and not r.given_by_body))
$$;
revoke all on function root_of_installation(), role_is_given_over(text, uuid) from public;
grant execute on function root_of_installation(), role_is_given_over(text, uuid) to congvu_app;

drop policy grant_request_ask on grant_request;
create policy grant_request_ask on grant_request for insert to congvu_app
  with check (body_id = any ((select session_bodies_that_may('grants.change'))::uuid[]) and role_is_given_over(role, body_id)
    and asked_by = (select session_person()) and state = 'waiting' and not is_session_human(account_id, null));
drop policy role_grant_add on role_grant;
create policy role_grant_add on role_grant for insert to congvu_app
  with check ((select session_is_system()) or (
    body_id = any ((select session_bodies_that_may('grants.change'))::uuid[]) and account_id <> (select session_person())
    and granted_by = (select session_person()) and role_is_given_over(role, body_id)));
-- What confirms, administers, or is over the whole country stands only by a request that another human than the giver made.
drop policy role_grant_by_second on role_grant;
create policy role_grant_by_second on role_grant as restrictive for insert to congvu_app
  with check ((select session_is_system()) or (not is_session_human(account_id, null) and (
    (role <> all (array['XAC_NHAN', 'QT_BNDP']) and role = any ((select roles_of_a_body())::text[]))
    or exists (select 1 from grant_request w
      where w.grant_id = role_grant.grant_id and w.state = 'granted' and w.decided_by = (select session_person())
        and w.account_id = role_grant.account_id and w.role = role_grant.role and w.body_id = role_grant.body_id
        and w.valid_from <= role_grant.valid_from and w.valid_to = role_grant.valid_to
        and w.delegated_from is not distinct from role_grant.delegated_from))));

-- Administrators of a body and of those above it today, as accounts; without the session's human.
create function administrators_beside_session(over_body uuid) returns uuid[] language sql stable security definer set search_path = congvu, pg_temp as $$
  with recursive up as (
    select over_body as body_id
    union
    select v.parent_id from body_version v join up on up.body_id = v.body_id
     where v.parent_id is not null and v.tx_to = 9223372036854775807 and v.valid_from <= today_in_vietnam() and v.valid_to > today_in_vietnam())
  select coalesce(array_agg(distinct g.account_id), '{}') from role_grant g join account a using (account_id) join up using (body_id)
   where g.role = 'QT_BNDP' and g.tx_to = 9223372036854775807 and g.valid_from <= today_in_vietnam() and g.valid_to > today_in_vietnam()
     and a.disabled_at is null and not is_session_human(g.account_id, null)
$$;
revoke all on function administrators_beside_session(uuid) from public;

-- Accounts by citizen number (keyed hashes), for whoever gives roles; null where there is none. In the order asked.
create function accounts_of_numbers(asked bytea[]) returns table (at int, account_id uuid) language sql stable security definer set search_path = congvu, pg_temp as $$
  select l.at::int, a.account_id from unnest(asked) with ordinality l (n, at) left join account a on a.identity = l.n
   where session_is_system() or cardinality(session_bodies_that_may('grants.change')) > 0
$$;

-- The same answer as before, by the index: with "or" each number read every account.
create or replace function accounts_of_human(asked bytea) returns uuid[] language sql stable security definer set search_path = congvu, pg_temp as $$
  select coalesce(array_agg(b.account_id), '{}') from account b where b.identity = any (array(
    select asked
    union
    select m.id_hash from national_id n join national_id m on m.person_id = n.person_id
     where n.id_hash = asked and n.state in ('registered', 'former') and m.state in ('registered', 'former')))
$$;

-- What stands against each line of a list, whose accounts are all there: the same questions as `roles_held_around`, `is_session_human` and `second_administrators`
-- ask of one. `beside`: other lines of the list for the same human, over the same body or one above or below it, at the same time. A line over a body that the
-- session does not administer is missing. Whoever else gives to these humans waits until the transaction ends. Lines are joined by hashing: nobody knows
-- beforehand how many there are, and ten thousand by ten thousand would be compared one by one.
create function judge_grants(numbers bytea[], bodies uuid[], froms date[], tos date[])
  returns table (at int, account_id uuid, mine boolean, held jsonb, beside int[], seconds int) language plpgsql volatile security definer
  set search_path = congvu, pg_temp set enable_nestloop = off as $$
  declare reach uuid[] := session_bodies_that_may('grants.change'); everywhere boolean := session_is_system(); me uuid := session_person();
  begin
    perform 1 from account a where a.account_id = any (array(select unnest(accounts_of_human(n)) from (select distinct n from unnest(numbers) n) each)) order by a.account_id for no key update;
    return query
      with line as materialized (
        select l.at::int as no, l.n, l.b, l.f, l.t from unnest(numbers, bodies, froms, tos) with ordinality l (n, b, f, t, at) where everywhere or l.b = any (reach)),
      human as materialized (select each.n, h.accounts, (select x from unnest(h.accounts) x order by x limit 1) as who
        from (select distinct n from line) each cross join lateral (select accounts_of_human(each.n) as accounts) h),
      around as materialized (select each.b, each.f, each.t, bodies_around(each.b, each.f, each.t) as ids from (select distinct b, f, t from line) each),
      deciders as materialized (select each.b, administrators_beside_session(each.b) as accounts from (select distinct b from line) each),
      whole as materialized (select line.*, human.accounts, human.who, around.ids from line join human using (n) join around using (b, f, t)),
      pairs as materialized (select w.no, array_agg(o.no order by o.no) as others from whole w join whole o on o.who = w.who
        where o.no <> w.no and o.f < w.t and o.t > w.f and o.b = any (w.ids) group by w.no)
      select w.no, own.account_id, coalesce(me = any (w.accounts), false),
        (select jsonb_agg(jsonb_build_object('role', g.role, 'from', greatest(g.valid_from, w.f), 'to', least(g.valid_to, w.t)))
           from role_grant g where g.account_id = any (w.accounts) and g.tx_to = 9223372036854775807 and g.valid_from < w.t and g.valid_to > w.f and g.body_id = any (w.ids)),
        pairs.others,
        (select count(*)::int from unnest(d.accounts) x where x <> all (w.accounts))
       from whole w join deciders d on d.b = w.b join account own on own.identity = w.n left join pairs on pairs.no = w.no;
  end
$$;
revoke all on function accounts_of_numbers(bytea[]), judge_grants(bytea[], uuid[], date[], date[]) from public;
grant execute on function accounts_of_numbers(bytea[]), judge_grants(bytea[], uuid[], date[], date[]) to congvu_app;
