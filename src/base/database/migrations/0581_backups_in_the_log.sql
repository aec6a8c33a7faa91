-- Up Migration
-- When a backup was made last, metrics and boards ask every few seconds: by an index of those rows alone, in place of the whole log.
-- A million events: 400 ms before, 4 to 9 ms with it; 0.2 MB, made in half a second.
create index audit_event_backup on audit_event (act, at) where act in ('backup.made', 'backup.restored');
