-- Up Migration
-- "Duyệt trước khi gửi": a body may want that what its clerks send is approved by its head first. Decision 0042.
create table sending_rule (
  body_id uuid not null references body,
  rule_no int not null,
  approval boolean not null,
  valid_from date not null,
  reason text not null,
  set_by uuid not null,
  set_identity bytea not null,
  set_name text not null,
  set_at timestamptz not null,
  primary key (body_id, rule_no),
  constraint sending_rule_reason check (length(reason) between 1 and 500)
);
comment on table sending_rule is 'room: record/intake. Does a body want what it sends approved first, from which day, why, and who set it. Append only: of the rules whose day has come the newest holds.';
alter table sending_rule enable row level security;
alter table sending_rule force row level security;
create policy sending_rule_owner on sending_rule to congvu_owner using (true) with check (true);
create policy sending_rule_see on sending_rule for select to congvu_app using (body_id = any ((select session_bodies())::uuid[]));
create policy sending_rule_add on sending_rule for insert to congvu_app
  with check (body_id = any ((select session_bodies_that_may('sending.change'))::uuid[]) and set_by = (select session_person())
    and set_identity = (select a.identity from account a where a.account_id = set_by) and valid_from >= today_in_vietnam());
grant select, insert on sending_rule to congvu_app;

-- At an instant: asked for the moment of sending, so that a rule that was set later asks nothing of what was sent before.
create function sending_needs_approval(of_body uuid, at timestamptz) returns boolean language sql stable security definer set search_path to 'congvu', 'pg_temp' as $$
  select coalesce((select r.approval from sending_rule r
    where r.body_id = of_body and r.set_at <= at and r.valid_from <= (at at time zone 'Asia/Ho_Chi_Minh')::date order by r.rule_no desc limit 1), false)
$$;
revoke all on function sending_needs_approval(uuid, timestamptz) from public;
grant execute on function sending_needs_approval(uuid, timestamptz) to congvu_app;

create table sending_request (
  request_id uuid primary key,
  submission_id uuid not null,
  round int not null,
  body_id uuid not null references body,
  checks int not null,
  as_of date not null,
  acknowledged text[] not null,
  partial boolean not null,
  shown_hash bytea not null,
  asked_by uuid not null,
  asked_identity bytea not null,
  asked_name text not null,
  asked_at timestamptz not null,
  state text not null,
  decided_by uuid,
  decided_identity bytea,
  decided_name text,
  decided_at timestamptz,
  reason_sealed bytea,
  foreign key (submission_id, round) references submission_file (submission_id, round),
  constraint sending_request_state check (state in ('asked', 'approved', 'returned', 'withdrawn', 'void')),
  constraint sending_request_decided check ((state in ('approved', 'returned')) = (decided_identity is not null)),
  constraint sending_request_reason check ((state = 'returned') = (reason_sealed is not null)),
  -- Told apart by citizen number: two accounts of one human are one.
  constraint sending_request_two_people check (decided_identity is null or decided_identity <> asked_identity)
);
comment on table sending_request is 'room: record/intake. Somebody asks that a checked file may be sent; the head of the body approves exactly what was shown, or sends it back with a reason (sealed). checks = of the file when it was asked: checked again since, the request is void.';
create unique index sending_request_open on sending_request (submission_id) where state = 'asked';
create index sending_request_of on sending_request (submission_id, round, asked_at);
create index sending_request_waiting on sending_request (body_id, asked_at) where state = 'asked';
alter table sending_request enable row level security;
alter table sending_request force row level security;
create policy sending_request_owner on sending_request to congvu_owner using (true) with check (true);
-- Seen with the file that it is about: a draft is the body's own.
create policy sending_request_see on sending_request for select to congvu_app using (body_id = any ((select session_bodies())::uuid[])
  and exists (select 1 from submission_file f where f.submission_id = sending_request.submission_id and f.round = sending_request.round));
create policy sending_request_add on sending_request for insert to congvu_app
  with check (body_id = any ((select session_writing_bodies())::uuid[]) and state = 'asked' and asked_by = (select session_person())
    and asked_identity = (select a.identity from account a where a.account_id = asked_by));
create policy sending_request_change on sending_request for update to congvu_app
  using (body_id = any ((select session_writing_bodies())::uuid[]) and state = 'asked')
  with check (body_id = any ((select session_writing_bodies())::uuid[]) and state <> 'asked');
create policy sending_request_decide on sending_request as restrictive for update to congvu_app using (true)
  with check (state not in ('approved', 'returned') or (body_id = any ((select session_bodies_that_may('submission.approve'))::uuid[])
    and decided_by = (select session_person()) and decided_identity = (select a.identity from account a where a.account_id = decided_by)));
grant select, insert on sending_request to congvu_app;
grant update (state, decided_by, decided_identity, decided_name, decided_at, reason_sealed) on sending_request to congvu_app;

alter table submission_file add column approved_by uuid, add column approved_identity bytea, add column approved_name text;
grant update (approved_by, approved_identity, approved_name) on submission_file to congvu_app;
-- Asked by a policy of the file itself, which may not look at a table that looks at the file.
create function sending_was_approved(of_submission uuid, of_round int, by_identity bytea) returns boolean language sql stable security definer set search_path to 'congvu', 'pg_temp' as $$
  select exists (select 1 from sending_request r where r.submission_id = of_submission and r.round = of_round and r.state = 'approved' and r.decided_identity = by_identity)
$$;
revoke all on function sending_was_approved(uuid, int, bytea) from public;
grant execute on function sending_was_approved(uuid, int, bytea) to congvu_app;
-- The second wall: where approval is asked for, no row becomes a file that was sent unless its request was approved, whichever door wrote it.
create policy submission_file_approved on submission_file as restrictive for all to congvu_app using (true)
  with check (stage <> 'submitted' or not sending_needs_approval(body_id, submitted_at)
    or sending_was_approved(submission_id, round, approved_identity));

-- Who approves for this very body today: a draft is seen by whom its own body made its head (decision 0034). Asked by the background alone.
create function accounts_that_approve(of_body uuid) returns table (account_id uuid) language plpgsql stable security definer set search_path = congvu, pg_temp as $$
  begin
    -- Looked up when it is called: the grants that count, and those that were lent, are known from a later migration on.
    return query select distinct g.account_id
      from role_grant g join account a on a.account_id = g.account_id join access_may m on m.role = g.role
     where session_keeps_log() and a.disabled_at is null and g.body_id = of_body
       and m.act = 'submission.approve' and m.valid_from <= today_in_vietnam() and m.valid_to > today_in_vietnam()
       and exists (select 1 from living_grants(g.account_id) l where l.grant_id = g.grant_id and (l.only_acts is null or m.act = any (l.only_acts)));
  end
$$;
revoke all on function accounts_that_approve(uuid) from public;
grant execute on function accounts_that_approve(uuid) to congvu_app;
