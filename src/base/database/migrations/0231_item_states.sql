-- Up Migration
-- An item has the states that its step can lead to, and no other.

alter table item drop constraint item_state_check;
alter table item add constraint item_state_check
  check (state in ('waiting-match', 'awaiting-confirmation', 'held', 'confirmed', 'registered', 'returned', 'withdrawn', 'superseded'));
