-- The list of one person follows from the decision as that of a whole file does: by who decides as the second, in that
-- transaction, and only for the person and the scope that were decided.
drop policy bij_besluit on privacy.vernietigingsregel;
create policy bij_besluit on privacy.vernietigingsregel for insert to la_app with check (
  stand = 'open' and exists (select 1 from privacy.verzoek v where v.id = privacy.verzoek_van_lijst(lijst_id)
    and v.stand = 'besloten' and v.tweede_door = stelsel.persoon() and v.tweede_op = stelsel.vandaag()
    and case v.omvang when 'persoon' then vernietigingsregel.dossier_id is null
        and v.betrokkene_id = vernietigingsregel.betrokkene_id
      else v.dossier_id = vernietigingsregel.dossier_id and vernietigingsregel.betrokkene_id is null end));
create policy bij_besluit_omvang on privacy.vernietigingslijst as restrictive for insert to la_app with check (
  stelsel.is_stelsel() or exists (select 1 from privacy.verzoek v where v.id = verzoek_id
    and coalesce(v.omvang, 'dossier') = vernietigingslijst.omvang));
