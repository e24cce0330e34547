-- A file for the task of Veilig Thuis is laid down at Veilig Thuis: with the task come its ground, its retention and its
-- ground for police information (Wmo 2015 art. 4.1.1 and 5.1.6; Besluit politiegegevens art. 4:2).
drop policy aanleggen on casus.casus;
create policy aanleggen on casus.casus for insert to la_app with check (toegang.zojuist_aangelegd(id)
  and toegang.houdt(id, organisatie_id)
  and (taak <> 'veilig_thuis' or toegang.is_veilig_thuis(organisatie_id)));
