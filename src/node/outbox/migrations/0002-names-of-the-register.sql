-- The register may name what stands in a way of its own: its revision, and a line that was added under a key of the sender.
alter table congvu_node.fact add column revision text;
update congvu_node.fact set revision = confirmed_revision;

create table congvu_node.line_name (
  person text not null,
  own text not null,
  fact text not null,
  primary key (person, own)
);
comment on table congvu_node.line_name is 'room: node/outbox. How the register names a line that the body''s software names by a key of its own.';
