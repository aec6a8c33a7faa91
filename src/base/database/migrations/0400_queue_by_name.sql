-- Up Migration
-- The queue of officers can stand in the order of Vietnamese lists. Items of before have no key: they stand by their name as it is written.
alter table item add column name_sort text collate "C";
comment on column item.name_sort is 'key by which the name stands in Vietnamese lists: given name first';
