-- Up Migration
-- Who sees a body's rows need not write them: the ministry's department monitors, an administrator manages accounts (domain §7.1).
-- Restrictive policies stand in front of those of each table, so that a route that forgets to ask finds the wall.

create function session_writing_bodies() returns uuid[] language sql stable security definer set search_path = congvu, pg_temp as $$
  select case when session_is_system() then session_bodies_with(null)
    else session_bodies_with(array['NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN']) end
$$;

-- The register itself: only who confirms, and background work.
create function session_registering_bodies() returns uuid[] language sql stable security definer set search_path = congvu, pg_temp as $$
  select case when session_is_system() then session_bodies_with(null) else session_bodies_with(array['XAC_NHAN']) end
$$;

create policy submission_writers_add on submission as restrictive for insert to congvu_app with check (body_id = any ((select session_writing_bodies())::uuid[]));
create policy submission_writers_change on submission as restrictive for update to congvu_app using (body_id = any ((select session_writing_bodies())::uuid[]));
create policy submission_file_writers_add on submission_file as restrictive for insert to congvu_app with check (body_id = any ((select session_writing_bodies())::uuid[]));
create policy submission_file_writers_change on submission_file as restrictive for update to congvu_app using (body_id = any ((select session_writing_bodies())::uuid[]));
create policy submission_line_writers_add on submission_line as restrictive for insert to congvu_app with check (body_id = any ((select session_writing_bodies())::uuid[]));
create policy submission_line_writers_change on submission_line as restrictive for update to congvu_app using (body_id = any ((select session_writing_bodies())::uuid[]));
create policy submission_line_writers_clear on submission_line as restrictive for delete to congvu_app using (body_id = any ((select session_writing_bodies())::uuid[]));
create policy submission_problem_writers_add on submission_problem as restrictive for insert to congvu_app with check (body_id = any ((select session_writing_bodies())::uuid[]));
create policy submission_problem_writers_clear on submission_problem as restrictive for delete to congvu_app using (body_id = any ((select session_writing_bodies())::uuid[]));
create policy submission_fix_writers_add on submission_fix as restrictive for insert to congvu_app with check (body_id = any ((select session_writing_bodies())::uuid[]));
create policy item_writers_add on item as restrictive for insert to congvu_app with check (body_id = any ((select session_writing_bodies())::uuid[]));
create policy item_writers_change on item as restrictive for update to congvu_app using (body_id = any ((select session_writing_bodies())::uuid[]));
create policy attestation_writers_add on attestation as restrictive for insert to congvu_app with check (body_id = any ((select session_writing_bodies())::uuid[]));
create policy receipt_writers_add on receipt as restrictive for insert to congvu_app with check (body_id = any ((select session_writing_bodies())::uuid[]));
create policy person_salt_writers_add on person_salt as restrictive for insert to congvu_app with check (body_id = any ((select session_writing_bodies())::uuid[]));
create policy person_writers_add on person as restrictive for insert to congvu_app with check (body_id = any ((select session_registering_bodies())::uuid[]));
create policy person_writers_change on person as restrictive for update to congvu_app using (body_id = any ((select session_registering_bodies())::uuid[]));
create policy person_version_writers_add on person_version as restrictive for insert to congvu_app with check (body_id = any ((select session_registering_bodies())::uuid[]));
