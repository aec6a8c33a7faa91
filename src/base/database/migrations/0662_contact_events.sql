-- Up Migration
-- Whom to call at a body is changed by an event of its own, which is no re-organisation: nobody goes on as anybody by it, and it has no decision.

-- Those of before have no event: each gets one, at the time and for the day that it was said.
insert into change_event (event_id, kind, effective_on, decision, state, tx)
select a.by_event, 'lien_he', min(a.valid_from), '{}', 'applied', min(a.tx_from) from body_attribute a
 where a.name like 'lien\_he\_%' and not exists (select 1 from change_event e where e.event_id = a.by_event)
 group by a.by_event;

drop policy change_event_add on change_event;
create policy change_event_add on change_event for insert to congvu_app with check ((select session_is_system()) or event_id = (select session_change())
  or (kind = 'lien_he' and decision = '{}' and reverses is null and parent_event is null and counts is null and effective_on = today_in_vietnam()
    and cardinality((select session_bodies_that_may('grants.change'))::uuid[]) > 0));
