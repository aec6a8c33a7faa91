-- Up Migration
-- What is stated is made by an account, by the person it is about, or by a node of the exchange. People are told apart by citizen number; a node has none.

alter table submission_file add column sender_kind text not null default 'account';
alter table submission_file alter column sender_identity drop not null;
alter table submission_file add constraint submission_file_sender_check
  check (sender_kind in ('account', 'person', 'node') and (sender_kind = 'node') = (sender_identity is null));
comment on column submission_file.sender_kind is 'what sender_id names: an account, a person of the register, or a node of the exchange';

alter table item add column maker_kind text not null default 'account';
alter table item alter column maker_identity drop not null;
alter table item add constraint item_maker_check
  check (maker_kind in ('account', 'person', 'node') and (maker_kind = 'node') = (maker_identity is null));
comment on column item.maker_kind is 'what maker_id names: an account, a person of the register, or a node of the exchange';
