-- Whether the system acts is the same for every row: it is asked once for each statement, not once for each row.
do $$ declare t text; begin
  for t in select tablename from pg_policies where schemaname = 'casus' and policyname = 'stelsel' and qual = 'stelsel.is_stelsel()' loop
    execute format('alter policy stelsel on casus.%I using ((select stelsel.is_stelsel()))', t);
  end loop;
end $$;
