-- Up Migration
-- A database that was set back does not know the copies that wallets took since: in the lists of then every place that it does not know counts as ended (decision 0071).
alter table status_list add column cut_off_at timestamptz;
comment on column status_list.cut_off_at is 'since then every place that is not known here counts as ended, for good';
