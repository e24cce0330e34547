-- A statement is of a party of this file: the policy took anybody whom the writer sees in any file.
drop policy schrijven on casus.verklaring;
create policy schrijven on casus.verklaring for insert to la_app with check (door = stelsel.persoon()
  and casus_id || ':' || organisatie_id = any ((select toegang.dossierorganisaties())::text[])
  and exists (select 1 from toegang.betrokkenheid k
    where k.dossier_id = casus_id and k.betrokkene_id = partij_id));
