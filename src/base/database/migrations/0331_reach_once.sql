-- Up Migration
-- The bodies of a session are asked for by many policies of one transaction, and cost a walk down the tree each time: worked out once a transaction and
-- kept in a setting of it. Whoever may set settings cannot make one: what is kept is sealed with the session's secret, and bound to this backend, this
-- transaction, this session and this question. The session itself is looked at each time. A system session makes bodies as it goes, and asks anew.
create function session_seal(handle bytea, slot text, bodies text) returns text language sql stable security definer set search_path to 'congvu', 'pg_temp' as $$
  select encode(session_proof(concat_ws(' ', 'reach', pg_backend_pid(), now(), encode(handle, 'hex'), slot, bodies)), 'hex')
$$;
create function session_kept(handle bytea, slot text) returns uuid[] language plpgsql stable security definer set search_path to 'congvu', 'pg_temp' as $$
  declare kept text := current_setting(slot, true);
  begin
    if kept <> '' and left(kept, 64) = session_seal(handle, slot, substr(kept, 65)) then return substr(kept, 65)::uuid[]; end if;
    return null;
  end
$$;
create function session_keep(handle bytea, slot text, bodies uuid[]) returns uuid[] language plpgsql stable security definer set search_path to 'congvu', 'pg_temp' as $$
  begin
    perform set_config(slot, session_seal(handle, slot, bodies::text) || bodies::text, true);
    return bodies;
  end
$$;
revoke all on function session_seal(bytea, text, text), session_kept(bytea, text), session_keep(bytea, text, uuid[]) from public;

create or replace function session_bodies_with(roles text[]) returns uuid[] language plpgsql stable security definer set search_path to 'congvu', 'pg_temp' as $$
  declare
    s session := session_row();
    slot text;
    bodies uuid[];
  begin
    if s.handle_hash is null then return '{}'; end if;
    if s.kind = 'system' then
      if roles is not null then return '{}'; end if;
      if s.body_id is null then return (select coalesce(array_agg(b.body_id), '{}') from body b); end if;
      return array[s.body_id];
    end if;
    slot := 'congvu.reach_roles_' || md5(coalesce(array_to_string(roles, ','), '*'));
    bodies := session_kept(s.handle_hash, slot);
    if bodies is not null then return bodies; end if;
    return session_keep(s.handle_hash, slot, bodies_below((select coalesce(array_agg(distinct g.body_id), '{}') from role_grant g
      where g.account_id = s.account_id and (roles is null or g.role = any (roles)) and g.tx_to = 9223372036854775807
        and g.valid_from <= today_in_vietnam() and g.valid_to > today_in_vietnam()), today_in_vietnam()));
  end
$$;
create or replace function session_bodies_that_may(variadic acts text[]) returns uuid[] language plpgsql stable security definer set search_path to 'congvu', 'pg_temp' as $$
  declare
    s session := session_row();
    slot text;
    bodies uuid[];
  begin
    if s.handle_hash is null or s.kind = 'system' then return '{}'; end if;
    slot := 'congvu.reach_acts_' || md5(array_to_string(acts, ','));
    bodies := session_kept(s.handle_hash, slot);
    if bodies is not null then return bodies; end if;
    return session_keep(s.handle_hash, slot, session_bodies_with((select coalesce(array_agg(distinct m.role order by m.role), '{}') from access_may m
      where m.act = any (acts) and m.valid_from <= today_in_vietnam() and m.valid_to > today_in_vietnam())));
  end
$$;
create or replace function session_bodies() returns uuid[] language plpgsql stable security definer set search_path to 'congvu', 'pg_temp' as $$
  begin
    return case when session_is_system() then session_bodies_with(null) else session_bodies_that_may('record.search') end;
  end
$$;
