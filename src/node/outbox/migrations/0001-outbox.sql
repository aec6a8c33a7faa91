-- What a body's node keeps: its own schema, so that it may stand in the database of the body's own software and take part in its transactions.
create schema if not exists congvu_node;

create table congvu_node.node (
  one boolean primary key default true check (one),
  state jsonb not null,
  heard_at timestamptz
);
comment on table congvu_node.node is 'room: node/outbox. Where the protocol stands: one row, locked by every step.';

create table congvu_node.inbox (
  id bigint generated always as identity primary key,
  lane text not null check (lane in ('daily', 'correction', 'load')),
  change jsonb not null
);
comment on table congvu_node.inbox is 'room: node/outbox. Changes that were recorded in the transactions of the body''s own software and have no number yet.';

create table congvu_node.change (
  ref text primary key,
  lane text not null,
  seq integer not null,
  person text not null,
  fact text not null,
  change jsonb not null,
  after jsonb,
  moves boolean not null,
  verdict jsonb,
  outcome jsonb,
  settled_at timestamptz
);
comment on table congvu_node.change is 'room: node/outbox. Numbered changes, and what became of each. The number stands in the column alone.';
create index change_open on congvu_node.change (lane, seq) where verdict is null;
create index change_open_person on congvu_node.change (person) where verdict is null;
create index change_told_back on congvu_node.change (settled_at) where verdict ->> 'verdict' not in ('accepted', 'duplicate');

create table congvu_node.batch (
  epoch integer not null,
  lane text not null,
  first integer not null,
  last integer not null,
  sha256 text not null,
  manifest text not null,
  signature text not null,
  lines bytea not null,
  primary key (epoch, lane, first)
);
comment on table congvu_node.batch is 'room: node/outbox. Sealed batches, compressed: sent again as they are, never made anew.';

create table congvu_node.receipt (
  what text not null check (what in ('received', 'judged')),
  epoch integer not null,
  lane text not null,
  first integer not null,
  last integer not null,
  text text not null,
  signature text not null,
  kept_at timestamptz not null,
  primary key (what, epoch, lane, first)
);
comment on table congvu_node.receipt is 'room: node/outbox. R1 and R2 as the centre signed them.';

create table congvu_node.fact (
  person text not null,
  fact text not null,
  bucket smallint not null,
  standing jsonb,
  confirmed jsonb,
  confirmed_revision text,
  primary key (person, fact)
);
comment on table congvu_node.fact is 'room: node/outbox. The last known state: what this side holds to be so, and what the centre confirmed.';
create index fact_bucket on congvu_node.fact (bucket) where confirmed_revision is not null;

create table congvu_node.feed_entry (
  n integer primary key,
  entry jsonb not null,
  taken_at timestamptz not null
);
comment on table congvu_node.feed_entry is 'room: node/outbox. What the centre told, as it was told.';

create table congvu_node.alarm (
  id bigint generated always as identity primary key,
  about text not null,
  codes text[] not null,
  evidence jsonb,
  at timestamptz not null,
  ended_at timestamptz
);
comment on table congvu_node.alarm is 'room: node/outbox. What people must look at.';

create table congvu_node.confirmation (
  epoch integer not null,
  lane text not null,
  first integer not null,
  last integer not null,
  text text not null,
  signature text not null,
  made_at timestamptz not null,
  answer jsonb,
  primary key (epoch, lane, first)
);
comment on table congvu_node.confirmation is 'room: node/outbox. The body''s own confirmation of a batch, signed by an officer''s key.';

create table congvu_node.seen (
  source text not null,
  row_key text not null,
  person text not null,
  cells jsonb not null,
  read_no integer not null,
  primary key (source, row_key)
);
comment on table congvu_node.seen is 'room: node/mapping. The rows of a source as they were read last, so that changes are what differs.';

create table congvu_node.reading (
  source text primary key,
  read_no integer not null,
  read_at timestamptz,
  rows integer not null,
  problems jsonb not null
);
comment on table congvu_node.reading is 'room: node/mapping. The last reading of each source, and what was wrong with its rows.';

create table congvu_node.question (
  id bigint generated always as identity primary key,
  source text not null,
  row_key text not null,
  person text not null,
  fact text not null,
  asked_at timestamptz not null,
  answer jsonb,
  answered_at timestamptz
);
comment on table congvu_node.question is 'room: node/mapping. Rows that are gone from a source: people say what that means.';
create unique index question_open on congvu_node.question (source, row_key, fact) where answer is null;
