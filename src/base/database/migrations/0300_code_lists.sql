-- Up Migration
-- Code lists and law as data, over two times: an entry has its days, and when it was known. What was judged pins the edition that it was judged by. Decision 0028.

create table list_edition (
  edition int primary key check (edition >= 1),
  -- over everything in it; the same content is the same edition everywhere
  hash text not null,
  -- of the part that came from the files of a release
  files_hash text not null,
  release text not null,
  cause text not null check (cause in ('files', 'addition')),
  addition_id uuid,
  at timestamptz not null,
  tx bigint not null default record_tx(),
  check ((cause = 'addition') = (addition_id is not null))
);
comment on table list_edition is 'room: authority/code-lists. Every state of all lists and rows of law that was ever in use; the newest is in use. Append only.';
create index list_edition_tx on list_edition (tx);

create table code_list (
  list text not null,
  hash text not null,
  -- title, source, confidence, notes
  about json not null,
  -- digests of the entries, in the order of the file
  entries text[] not null,
  tx_from bigint not null default record_tx(),
  tx_to bigint not null default 9223372036854775807,
  primary key (list, tx_from)
);
comment on table code_list is 'room: authority/code-lists. A list as its file had it, from when to when that was known. A changed file ends the row; nothing is rewritten.';

create table code_list_entry (
  list text not null,
  digest text not null,
  code text not null,
  name text not null,
  -- half-open, as everywhere; null = no bound
  valid_from date,
  valid_to date,
  -- until when it may be held, by a transitional clause
  held_to date,
  source text,
  confidence text not null,
  -- the whole entry, as text that keeps its order
  entry json not null,
  -- null: it came from a file
  addition_id uuid,
  tx_from bigint not null default record_tx(),
  tx_to bigint not null default 9223372036854775807,
  primary key (list, digest, tx_from)
);
comment on table code_list_entry is 'room: authority/code-lists. One code with one meaning over one stretch of days, and from when to when that was known.';
create index code_list_entry_added on code_list_entry (tx_from) where addition_id is not null;

-- They name no person: whoever signs in may read them. Files are loaded by the owner alone.
do $do$
  declare t text;
begin
  foreach t in array array['list_edition', 'code_list', 'code_list_entry'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to congvu_owner using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on %I for select to congvu_app using (true)', t || '_see', t);
    execute format('grant select on %I to congvu_app', t);
  end loop;
end $do$;

-- What was judged before editions were kept has none: null.
alter table submission_file add column list_edition int;
comment on column submission_file.list_edition is 'the lists by which the file was checked last';
grant update (list_edition) on submission_file to congvu_app;
alter table item add column list_edition int;
comment on column item.list_edition is 'the lists by which what it states was checked';
alter table person_version add column list_edition int;
comment on column person_version.list_edition is 'the lists by which what it states was judged';
