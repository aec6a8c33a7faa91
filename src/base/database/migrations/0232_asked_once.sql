-- Up Migration
-- Who may do what is asked once a statement, never once a row: `= any (session_bodies())` in a statement's condition is a call for every row that
-- is looked at, and one call reads grants and the tree of bodies. Binding the number of one person took a third of a second in a register of
-- 150 people, and would have grown with the register. A sub-select is an InitPlan: the same answer, read once.
do $do$
  declare f record;
  begin
    for f in
      select p.oid from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname = 'congvu' and p.prokind = 'f' and p.prosrc ~ '= any \(session_[a-z_]+\([^()]*\)\)'
    loop
      execute regexp_replace(pg_get_functiondef(f.oid), '= any \((session_[a-z_]+\([^()]*\))\)', '= any ((select \1)::uuid[])', 'g');
    end loop;
  end
$do$;
