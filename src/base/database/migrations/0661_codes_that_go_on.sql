-- Up Migration
-- A code that goes on after a merger or a re-coding is uncertain, and says what it rests on. Decision 0063.
alter table body_code add column source text check (length(source) between 1 and 300);
grant insert (source) on body_code to congvu_app;
