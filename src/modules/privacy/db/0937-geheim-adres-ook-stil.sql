-- A secret address keeps somebody safe: it can be written while writing is halted (AVG art. 18 lid 2), by who works in
-- that file and on a person of that file, as before the halt.
create function toegang.dossiers_in_behandeling() returns uuid[]
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select coalesce(array_agg(distinct r.dossier_id), '{}') from toegang.open_relaties() r
   where r.doel in ('behandeling', 'regie')); end $$;
revoke all on function toegang.dossiers_in_behandeling() from public;
grant execute on function toegang.dossiers_in_behandeling() to la_app;

drop policy schrijven on gezin.geheim_adres;
create policy schrijven on gezin.geheim_adres for insert to la_app
  with check (dossier_id = any ((select toegang.dossiers_in_behandeling())::uuid[])
    and exists (select 1 from toegang.betrokkenheid k
      where k.dossier_id = geheim_adres.dossier_id and k.betrokkene_id = persoon_id)
    and (dossier_id = any ((select toegang.dossiers_voor('geheim_adres'))::uuid[])
      or toegang.zojuist_aangelegd(dossier_id)
      or exists (select 1 from gezin.adres a where a.id = geheim_adres.id and a.persoon_id = geheim_adres.persoon_id)));
drop policy wijzigen on gezin.geheim_adres;
create policy wijzigen on gezin.geheim_adres for update to la_app
  using (dossier_id = any ((select toegang.dossiers_voor('geheim_adres'))::uuid[])
    and dossier_id = any ((select toegang.dossiers_in_behandeling())::uuid[]));

-- The versions of how somebody is reached safely follow the record itself.
drop policy schrijven on gezin.veilig_contact_versie;
create policy schrijven on gezin.veilig_contact_versie for insert to la_app
  with check (persoon_id = any ((select toegang.betrokkenen_in_behandeling())::uuid[]));
