-- What asks only whether the actor sees the person asks it as part of its own plan (0272). The rule is the same.
do $$ declare p record; begin
  for p in select tablename, substring(qual from '^\((\w+) = ANY \(\( SELECT toegang\.betrokkenen\(\)') kolom
    from pg_policies where schemaname = 'gezin' and policyname = 'lezen'
      and qual ~ '^\(\w+ = ANY \(\( SELECT toegang\.betrokkenen\(\) AS betrokkenen\)::uuid\[\]\)\)$' loop
    execute format('alter policy lezen on gezin.%I using (%I in (select z.id from toegang.zichtbare_betrokkene z))', p.tablename, p.kolom);
  end loop;
end $$;
alter policy lezen on gezin.huishouden using (dossier_id in (select z.id from toegang.zichtbaar_dossier z));
