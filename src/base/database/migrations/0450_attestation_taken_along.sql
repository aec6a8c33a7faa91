-- Up Migration
-- An attestation is taken along by whoever it is about, or whoever sees it, and checked by anybody. Its signature stands in the log, whose rows neither of them
-- reads: what proves this one signature is handed out, and nothing else of the log or of the list that it may be a part of.
create function session_sees_attestation(about uuid, asked uuid) returns boolean
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select exists (
    select 1 from attestation t
     where t.person_id = about and t.attestation_id = asked
       and (t.person_id = (select session_own_person())
         or (select session_of_all_bodies())
         or exists (select 1 from person_reach r
                     where r.person_id = t.person_id and (r.why <> 'former' or r.body_id = t.body_id) and r.tx_to = 9223372036854775807
                       and r.valid_from <= (select today_in_vietnam()) and r.valid_to > (select today_in_vietnam())
                       and r.body_id = any ((select session_bodies())::uuid[]))))
$$;
revoke all on function session_sees_attestation(uuid, uuid) from public;
grant execute on function session_sees_attestation(uuid, uuid) to congvu_app;

create function attestations_seen(about uuid) returns table (attestation_id uuid, at timestamptz, signer_name text, body_id uuid)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select t.attestation_id, t.at, t.signer_name, t.body_id from attestation t
   where t.person_id = about and session_sees_attestation(t.person_id, t.attestation_id)
$$;
revoke all on function attestations_seen(uuid) from public;
grant execute on function attestations_seen(uuid) to congvu_app;

create function attestation_to_take(about uuid, asked uuid) returns table (
    body_id uuid, submission_id uuid, at timestamptz, item_ids uuid[], shown_hash text, shown_sealed bytea, jws text,
    list_id uuid, list_no integer, people integer, items integer, root text)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select t.body_id, t.submission_id, t.at, t.item_ids, encode(t.shown_hash, 'hex'), t.shown_sealed, coalesce(t.jws, l.jws),
         t.list_id, t.list_no, l.people, l.items, encode(l.root, 'hex')
    from attestation t left join attestation_list l on l.list_id = t.list_id
   where t.person_id = about and t.attestation_id = asked and session_sees_attestation(about, asked)
$$;
revoke all on function attestation_to_take(uuid, uuid) from public;
grant execute on function attestation_to_take(uuid, uuid) to congvu_app;

-- Leaves of the list that it is a part of, as they were signed (RFC 6962 over canonical JSON): hashes, which name nobody.
create function leaves_beside_attestation(about uuid, asked uuid) returns table (no integer, leaf bytea)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select p.list_no,
         sha256('\x00'::bytea || convert_to(format('{"items":[%s],"personId":"%s","shownHash":"%s","v":1}',
           (select string_agg(format('"%s"', i.id), ',' order by i.place) from unnest(p.item_ids) with ordinality as i (id, place)),
           p.person_id, encode(p.shown_hash, 'hex')), 'UTF8'))
    from attestation t join attestation p on p.list_id = t.list_id
   where t.person_id = about and t.attestation_id = asked and session_sees_attestation(about, asked)
   order by p.list_no
$$;
revoke all on function leaves_beside_attestation(uuid, uuid) from public;
grant execute on function leaves_beside_attestation(uuid, uuid) to congvu_app;

-- Rows of the log that may hold its signature: of the person, or of the list, within the hour of the signature. Which of them does is said by what they hold.
create function log_rows_of_attestation(about uuid, asked uuid) returns table (
    event_id uuid, at timestamptz, tx bigint, log text, actor text, body_id uuid, role text, purpose text, act text, object text, revision integer,
    payload_commit bytea, leaf_index bigint, salt bytea, sealed bytea)
  language sql stable security definer set search_path = congvu, pg_temp as $$
  select e.event_id, e.at, e.tx, e.log, e.actor, e.body_id, e.role, e.purpose, e.act, e.object, e.revision, e.payload_commit, l.leaf_index, p.salt, p.sealed
    from attestation t
    join audit_event e on e.object_id = case when t.list_id is null then t.person_id else t.submission_id end
     and e.act = case when t.list_id is null then 'item.confirmed' else 'list.confirmed' end
     and e.at >= t.at and e.at < t.at + interval '1 hour'
    join audit_payload p on p.event_id = e.event_id and p.at = e.at
    left join audit_leaf l on l.event_id = e.event_id and l.log = e.log
   where t.person_id = about and t.attestation_id = asked and session_sees_attestation(about, asked)
$$;
revoke all on function log_rows_of_attestation(uuid, uuid) from public;
grant execute on function log_rows_of_attestation(uuid, uuid) to congvu_app;
