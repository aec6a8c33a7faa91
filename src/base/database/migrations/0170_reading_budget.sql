-- Up Migration
-- How many people's data an officer has seen, hour by hour, counted in the database: whatever process answers, whenever it was started anew.

create table reading_budget (
  account_id uuid not null references account (account_id),
  hour timestamptz not null,
  opened int not null default 0,
  listed int not null default 0,
  primary key (account_id, hour)
);
comment on table reading_budget is 'room: authority/access. People seen by an account in each hour: opened one by one, and on lists. Counted with the reading, in its transaction.';

create table reading_allowance (
  allowance_id uuid primary key,
  account_id uuid not null references account (account_id),
  people int not null check (people between 1 and 100000),
  hours int not null check (hours between 1 and 72),
  reason text not null check (length(reason) between 10 and 500),
  asked_at timestamptz not null default now(),
  decided_by uuid references account (account_id),
  decided_at timestamptz,
  granted boolean,
  check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (granted is null)),
  check (decided_by is distinct from account_id)
);
comment on table reading_allowance is 'room: authority/access. More people for some hours, asked for with a reason and granted by a second person.';
create index reading_allowance_account on reading_allowance (account_id, decided_at);

alter table reading_budget enable row level security;    alter table reading_budget force row level security;
alter table reading_allowance enable row level security; alter table reading_allowance force row level security;
create policy reading_budget_owner on reading_budget to congvu_owner using (true) with check (true);
create policy reading_allowance_owner on reading_allowance to congvu_owner using (true) with check (true);
create policy reading_budget_see on reading_budget for select to congvu_app using (account_id = (select session_person()));

-- Whose wishes the session may decide: of accounts that act within the bodies it administers or supervises, never its own.
create function session_decides_readings() returns uuid[] language sql stable security definer set search_path = congvu, pg_temp as $$
  select coalesce(array_agg(distinct g.account_id), '{}') from role_grant g
   where g.tx_to = 9223372036854775807 and g.account_id is distinct from session_person()
     and (g.body_id = any (session_role_bodies('QT_BNDP')) or g.body_id = any (session_role_bodies('GIAM_SAT')))
$$;
create policy reading_allowance_see on reading_allowance for select to congvu_app
  using (account_id = (select session_person()) or account_id = any ((select session_decides_readings())::uuid[]));
create policy reading_allowance_ask on reading_allowance for insert to congvu_app
  with check (account_id = (select session_person()) and decided_by is null);
create policy reading_allowance_decide on reading_allowance for update to congvu_app
  using (decided_by is null and account_id = any ((select session_decides_readings())::uuid[]))
  with check (decided_by = (select session_person()) and account_id <> (select session_person()));
grant select on reading_budget, reading_allowance to congvu_app;
grant insert (allowance_id, account_id, people, hours, reason) on reading_allowance to congvu_app;
grant update (decided_by, decided_at, granted) on reading_allowance to congvu_app;

-- Counts what this session has just seen, and tells what it has seen by now and what it was allowed beyond its role. Only adds; a system session counts for nobody.
create function spend_reading(now_opened int, now_listed int)
  returns table (opened_hour int, opened_day int, listed_hour int, listed_day int, allowed int)
  language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
    declare me uuid := session_person();
    begin
      if me is null or now_opened < 0 or now_listed < 0 then return; end if;
      insert into reading_budget as b (account_id, hour, opened, listed) values (me, date_trunc('hour', now()), now_opened, now_listed)
        on conflict (account_id, hour) do update set opened = b.opened + excluded.opened, listed = b.listed + excluded.listed;
      return query
        select coalesce(sum(b.opened) filter (where b.hour > now() - interval '1 hour'), 0)::int, coalesce(sum(b.opened), 0)::int,
               coalesce(sum(b.listed) filter (where b.hour > now() - interval '1 hour'), 0)::int, coalesce(sum(b.listed), 0)::int,
               (select coalesce(sum(a.people), 0)::int from reading_allowance a
                 where a.account_id = me and a.granted and a.decided_at + make_interval(hours => a.hours) > now())
          from reading_budget b where b.account_id = me and b.hour > now() - interval '1 day';
    end
  $$;
revoke all on function spend_reading(int, int), session_decides_readings() from public;
grant execute on function spend_reading(int, int), session_decides_readings() to congvu_app;
