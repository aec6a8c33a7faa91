-- Up Migration
-- What has no use any more goes after its term: counted by one question, removed by one act, of the whole installation alone. What is kept and for how
-- long is data (src/start/retention). Nothing of legal weight is among it: no fact, no receipt, no attestation, no grant, no event of the log.

-- When the content of a file that was never sent was removed; its row stays, and says that it was received and how it ended.
alter table submission_file add column content_gone_at timestamptz;
grant update (content_gone_at) on submission_file to congvu_app;

-- How many rows (files, of what was never sent) have passed their term. Says nothing of anybody.
create function retention_due(kind text, before timestamptz) returns bigint language plpgsql stable security definer set search_path = congvu, pg_temp as $$
  begin
    return case kind
      when 'sessions' then (select count(*) from session where least(coalesce(ended_at, ends_at), ends_at) < before)
      when 'passkey-challenges' then (select count(*) from passkey_challenge where made_at < before)
      when 'logout-tokens' then (select count(*) from logout_token where until < before)
      when 'card-single-use' then (select count(*) from card_nonce where expires_at < before) + (select count(*) from card_dpop_jti where expires_at < before)
      when 'reading-counts' then (select count(*) from reading_budget where hour < before)
      when 'people-exports' then (select count(*) from people_export where state in ('failed', 'refused', 'lapsed', 'deleted') and ends_at < before)
      when 'unsent-files' then (select count(*) from submission_file
        where submitted_at is null and stage in ('withdrawn', 'refused') and stage_at < before and content_gone_at is null)
    end;
  end
$$;

-- Removes at most so many of one kind; how many it were.
create function retention_remove(kind text, before timestamptz, most int) returns bigint language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
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

-- Bytes of files whose content was removed lately, and that no other file, decision or list names.
create function retention_bytes() returns setof text language plpgsql stable security definer set search_path = congvu, pg_temp as $$
  begin
    if not session_keeps_log() then
      raise exception 'E-RETENTION-REFUSED' using errcode = 'insufficient_privilege';
    end if;
    return query select distinct encode(f.sha256, 'hex') from submission_file f
      where f.content_gone_at > now() - interval '7 days'
        and not exists (select 1 from submission_file other where other.sha256 = f.sha256 and other.content_gone_at is null)
        and not exists (select 1 from body_change_file b where b.sha256 = encode(f.sha256, 'hex'))
        and not exists (select 1 from body_change c where encode(f.sha256, 'hex') in (c.list_sha256, c.decision_sha256));
  end
$$;
-- Where bytes stand in the database, the product may not take them away by itself.
create function retention_forget_bytes(hash text) returns void language plpgsql volatile security definer set search_path = congvu, pg_temp as $$
  begin
    if not exists (select 1 from retention_bytes() b where b = hash) then
      raise exception 'E-RETENTION-REFUSED' using errcode = 'insufficient_privilege';
    end if;
    delete from stored_file where area = 'blobs' and name = left(hash, 2) || '/' || hash;
  end
$$;

revoke all on function retention_due(text, timestamptz), retention_remove(text, timestamptz, int), retention_bytes(), retention_forget_bytes(text) from public;
grant execute on function retention_due(text, timestamptz), retention_remove(text, timestamptz, int), retention_bytes(), retention_forget_bytes(text) to congvu_app;
