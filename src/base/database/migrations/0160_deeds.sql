-- Up Migration
-- Deeds and who made them: who said "send", what was asked before an answer was kept, and who reads the installation's own rows of the log.

-- Who submitted a file is a maker of it, beside who sent it. Of older files the log says it.
alter table submission_file add column submitted_by uuid, add column submitted_identity bytea;
grant update (submitted_by, submitted_identity) on submission_file to congvu_app;
update submission_file f set submitted_by = a.account_id, submitted_identity = a.identity
  from audit_event e join account a on a.account_id = e.actor_id
 where e.act = 'submission.submitted' and e.object_id = f.submission_id and e.revision = f.round;

-- An answer is given again only when what was asked before it is answered yes again; what was kept until now held whatever was answered.
delete from idempotent_answer;
alter table idempotent_answer add column asked jsonb;
grant update (asked) on idempotent_answer to congvu_app;

-- Whoever supervises the whole country sees the rows that are no body's matter too: searches over several bodies, queues, refusals, sign-ins.
create function session_supervises_all() returns boolean language sql stable security definer set search_path = congvu, pg_temp as $$
  select exists (select 1 from body_version v
                  where v.body_id = any (session_role_bodies('GIAM_SAT')) and v.parent_id is null and v.tx_to = 9223372036854775807
                    and v.valid_from <= today_in_vietnam() and v.valid_to > today_in_vietnam())
$$;
revoke all on function session_supervises_all() from public;
grant execute on function session_supervises_all() to congvu_app;
create policy audit_event_see_all on audit_event for select to congvu_app using (body_id is null and (select session_supervises_all()));
