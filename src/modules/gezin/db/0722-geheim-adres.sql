-- A secret address has a kind; it can be laid down with the file, by who cannot read it back, as the reporter can; and an
-- address that was typed as an ordinary one can be made secret. It asks for work in that file, on a person of that file.
alter table gezin.geheim_adres add column soort text not null default 'woon'
  check (soort in ('woon', 'brief', 'tijdelijk', 'werk', 'school'));
comment on column gezin.geheim_adres.soort is 'Soort adres [klasse: feit]';

-- Was the address with this id made secret? Only then may the ordinary one go. Says nothing of an id that is not known.
create function gezin.is_geheim(adres uuid) returns boolean
  language sql stable security definer set search_path = '' as
$$ select exists (select 1 from gezin.geheim_adres g where g.id = adres) $$;
revoke all on function gezin.is_geheim(uuid) from public;
grant execute on function gezin.is_geheim(uuid) to la_app;

drop policy schrijven on gezin.geheim_adres;
create policy schrijven on gezin.geheim_adres for insert to la_app
  with check (dossier_id = any ((select toegang.dossiers_te_bewerken())::uuid[])
    and exists (select 1 from toegang.betrokkenheid k
      where k.dossier_id = geheim_adres.dossier_id and k.betrokkene_id = persoon_id)
    and (dossier_id = any ((select toegang.dossiers_voor('geheim_adres'))::uuid[])
      or toegang.zojuist_aangelegd(dossier_id)
      -- Made secret: the same address, under the same id, that the actor sees as an ordinary one.
      or exists (select 1 from gezin.adres a where a.id = geheim_adres.id and a.persoon_id = geheim_adres.persoon_id)));
drop policy wijzigen on gezin.geheim_adres;
create policy wijzigen on gezin.geheim_adres for update to la_app
  using (dossier_id = any ((select toegang.dossiers_voor('geheim_adres'))::uuid[])
    and dossier_id = any ((select toegang.dossiers_te_bewerken())::uuid[]));
create policy weg on gezin.adres for delete to la_app
  using (persoon_id = any ((select toegang.betrokkenen_te_bewerken())::uuid[]) and gezin.is_geheim(id));
