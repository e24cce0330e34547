-- The radar answers an intake worker of Veilig Thuis only, and only a search that was counted in the same transaction.
create or replace function gezin.radar(termen bytea[]) returns table (persoon_id uuid, soort text, term bytea)
  language sql stable security definer rows 50 set search_path = '' as
$$ select z.persoon_id, z.soort, z.term from gezin.zoekterm z
   join gezin.persoon p on p.id = z.persoon_id
   where z.term = any (termen) and cardinality(termen) <= 40 and toegang.is_geteld('radar')
     and p.regio = any ((select toegang.veilig_thuis_regios())::text[])
     and not toegang.geweerd_van_mens(z.persoon_id) $$;
