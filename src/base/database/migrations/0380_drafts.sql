-- Up Migration
-- A draft is the body's own: what was uploaded and never sent is shown to who holds a role over that very body, and to who uploaded it. Roles over bodies above
-- see a round once it was sent, and the people in it with it; a later round that is not sent yet leaves the one before it standing. Decision 0034.
create function session_making_bodies() returns uuid[] language plpgsql stable security definer set search_path to 'congvu', 'pg_temp' as $$
  declare s session := session_row();
  begin
    if s.handle_hash is null then return '{}'; end if;
    if s.kind = 'system' then return session_bodies_with(null); end if;
    return (select coalesce(array_agg(distinct g.body_id), '{}') from role_grant g
      join access_may m on m.role = g.role and m.act = 'submission.read' and m.valid_from <= today_in_vietnam() and m.valid_to > today_in_vietnam()
      where g.account_id = s.account_id and g.tx_to = 9223372036854775807
        and g.valid_from <= today_in_vietnam() and g.valid_to > today_in_vietnam());
  end
$$;
create policy submission_file_drafts on submission_file as restrictive for select to congvu_app
  using (submitted_at is not null or body_id = any ((select session_making_bodies())::uuid[]) or sender_id = (select session_person()));
create policy submission_drafts on submission as restrictive for select to congvu_app
  using (body_id = any ((select session_making_bodies())::uuid[]) or exists (select 1 from submission_file f where f.submission_id = submission.submission_id));
-- What hangs on a round is seen with it: the policy above is asked of its file.
create policy submission_line_drafts on submission_line as restrictive for select to congvu_app
  using (body_id = any ((select session_making_bodies())::uuid[]) or exists (select 1 from submission_file f
    where f.submission_id = submission_line.submission_id and f.round = submission_line.round));
create policy submission_problem_drafts on submission_problem as restrictive for select to congvu_app
  using (body_id = any ((select session_making_bodies())::uuid[]) or exists (select 1 from submission_file f
    where f.submission_id = submission_problem.submission_id and f.round = submission_problem.round));
create policy submission_fix_drafts on submission_fix as restrictive for select to congvu_app
  using (body_id = any ((select session_making_bodies())::uuid[]) or exists (select 1 from submission_file f
    where f.submission_id = submission_fix.submission_id and f.round = submission_fix.round));
create policy submission_undo_drafts on submission_undo as restrictive for select to congvu_app
  using (body_id = any ((select session_making_bodies())::uuid[]) or exists (select 1 from submission_file f
    where f.submission_id = submission_undo.submission_id and f.round = submission_undo.round));
-- The same bytes, or a newer file, that the session does not see: who sends them is told so, and learns nothing else. Answered only of bodies that it may send for.
create function submission_hidden_draft(of_body uuid, bytes bytea, of_submission uuid) returns boolean language sql stable security definer set search_path to 'congvu', 'pg_temp' as $$
  select of_body = any ((select session_bodies())::uuid[]) and exists (select 1 from submission_file f
    where f.body_id = of_body and f.submitted_at is null and f.stage <> 'withdrawn' and (f.sha256 = bytes or f.submission_id = of_submission)
      and not (f.body_id = any ((select session_making_bodies())::uuid[]) or f.sender_id = (select session_person())))
$$;
revoke all on function session_making_bodies(), submission_hidden_draft(uuid, bytea, uuid) from public;
grant execute on function session_making_bodies(), submission_hidden_draft(uuid, bytea, uuid) to congvu_app;
