-- Up Migration
-- Short codes of network checks go a day after they ended; and what a disk has spoilt of a kept file is put beside, so that whoever still has the bytes brings them again.

create or replace function retention_due(kind text, before timestamptz) returns bigint language plpgsql stable security definer set search_path = congvu, pg_temp as $$
  begin
    return case kind
      when 'sessions' then (select count(*) from session where least(coalesce(ended_at, ends_at), ends_at) < before)
      when 'passkey-challenges' then (select count(*) from passkey_challenge where made_at < before)
      when 'logout-tokens' then (select count(*) from logout_token where until < before)
      when 'card-single-use' then (select count(*) from card_nonce where expires_at < before) + (select count(*) from card_dpop_jti where expires_at < before)
      when 'network-check-codes' then (select count(*) from network_check_token where ends_at < before)
      when 'reading-counts' then (select count(*) from reading_budget where hour < before)
      when 'people-exports' then (select count(*) from people_export where state in ('failed', 'refused', 'lapsed', 'deleted') and ends_at < before)
      when 'unsent-files' then (select count(*) from submission_file
        where submitted_at is null and stage in ('withdrawn', 'refused') and stage_at < before and content_gone_at is null)
    end;
  end
$$;

-- Removes at most so many of one kind; how many it were.
create or replace function retention_remove(kind text, before timestamptz, most int) returns bigint language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  declare gone bigint := 0; more bigint; old uuid[]; one record;
  begin
    if not session_keeps_log() then
      raise exception 'E-RETENTION-REFUSED' using errcode = 'insufficient_privilege';
    end if;
    case kind
      when 'sessions' then
        old := array(select session_id from session where least(coalesce(ended_at, ends_at), ends_at) < before limit most);
        delete from passkey_challenge where session_id = any (old);
        delete from session where session_id = any (old);
        get diagnostics gone = row_count;
      when 'passkey-challenges' then
        delete from passkey_challenge where made_at < before;
        get diagnostics gone = row_count;
      when 'logout-tokens' then
        delete from logout_token where until < before;
        get diagnostics gone = row_count;
      when 'card-single-use' then
        delete from card_nonce where expires_at < before;
        get diagnostics more = row_count;
        delete from card_dpop_jti where expires_at < before;
        get diagnostics gone = row_count;
        gone := gone + more;
      when 'network-check-codes' then
        delete from network_check_token where ends_at < before;
        get diagnostics gone = row_count;
      when 'reading-counts' then
        delete from reading_budget where hour < before;
        get diagnostics gone = row_count;
      when 'people-exports' then
        delete from people_export where export_id = any (array(
          select export_id from people_export where state in ('failed', 'refused', 'lapsed', 'deleted') and ends_at < before limit most));
        get diagnostics gone = row_count;
      when 'unsent-files' then
        for one in select submission_id, round from submission_file
            where submitted_at is null and stage in ('withdrawn', 'refused') and stage_at < before and content_gone_at is null
            order by stage_at limit most for update skip locked loop
          delete from submission_line where submission_id = one.submission_id and round = one.round;
          delete from submission_problem where submission_id = one.submission_id and round = one.round;
          delete from submission_fix where submission_id = one.submission_id and round = one.round;
          delete from submission_undo where submission_id = one.submission_id and round = one.round;
          update submission_file set content_gone_at = now(), name_sealed = null,
              report = case when report ? 'refusal' then jsonb_build_object('refusal', report -> 'refusal') else '{}' end
           where submission_id = one.submission_id and round = one.round;
          gone := gone + 1;
        end loop;
    end case;
    return gone;
  end
$$;

-- What was sent is never changed: spoilt bytes stay, under a name that no blob has, and the whole ones take their place.
create function set_spoilt_blob_aside(asked text) returns void language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  begin
    if asked !~ '^[0-9a-f]{2}/[0-9a-f]{64}$' then
      raise exception 'E-NAME-OF-NO-BLOB' using errcode = 'invalid_parameter_value';
    end if;
    update stored_file set name = asked || '.spoilt-' || replace(gen_random_uuid()::text, '-', '') where area = 'blobs' and name = asked;
  end
$$;
revoke all on function set_spoilt_blob_aside(text) from public;
grant execute on function set_spoilt_blob_aside(text) to congvu_app;
-- What has no use any more goes with what was put beside it.
create or replace function retention_forget_bytes(hash text) returns void language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  begin
    if not exists (select 1 from retention_bytes() b where b = hash) then
      raise exception 'E-RETENTION-REFUSED' using errcode = 'insufficient_privilege';
    end if;
    delete from stored_file where area = 'blobs' and (name = left(hash, 2) || '/' || hash or starts_with(name, left(hash, 2) || '/' || hash || '.spoilt-'));
  end
$$;
