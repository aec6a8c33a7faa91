-- Up Migration
-- Whom a session does not find is asked once a transaction, sealed as the bodies of the session are: with a thousand marks each statement cost 5 ms by itself.
create or replace function session_hidden_people() returns setof uuid language plpgsql stable security definer rows 10 set search_path = congvu, pg_temp as $$
  declare
    s session;
    bodies uuid[];
    hidden uuid[];
  begin
    -- Without a mark, as almost everywhere, this one look at an index is all.
    if not exists (select 1 from kept_apart k where k.kind = 'mark' and k.state = 'granted') then return; end if;
    s := session_row();
    if s.kind = 'system' then return; end if;
    if s.handle_hash is not null then hidden := session_kept(s.handle_hash, 'congvu.kept_apart'); end if;
    if hidden is null then
      bodies := session_bodies_that_may('kept-apart.read');
      hidden := array(select a from kept_apart_people() a left join person p on p.person_id = a
        where p.person_id is null or coalesce(p.body_id <> all (bodies), true));
      if s.handle_hash is not null then hidden := session_keep(s.handle_hash, 'congvu.kept_apart', hidden); end if;
    end if;
    return query select unnest(hidden);
  end
$$;
