-- What the table of events says of ground and end (domain/relaties.ts), now held by the database too: a relation on a
-- ground that does not belong to its event, or a table meeting without a near end, does not come in. The test holds both
-- tables to each other.
create function toegang.past_bij(gebeurtenis text, doel text, grond text, van date, tot date) returns boolean
  language sql immutable parallel safe set search_path = '' as
$$ select case gebeurtenis
     when 'aanleg' then doel in ('behandeling', 'regie')
       and grond in ('wmo_veilig_thuis', 'wmo_lokaal_team', 'jeugdwet')
     when 'toewijzing' then doel in ('behandeling', 'regie')
       and grond in ('wmo_veilig_thuis', 'wmo_lokaal_team', 'jeugdwet')
     when 'heropening' then doel in ('behandeling', 'regie')
       and grond in ('wmo_veilig_thuis', 'wmo_lokaal_team', 'jeugdwet', 'recht_betrokkene')
     when 'overdracht_aanvaard' then doel in ('behandeling', 'regie')
       and grond in ('wmo_veilig_thuis', 'wmo_lokaal_team', 'jeugdwet', 'wmo_medewerking', 'toestemming')
     when 'bijzonder' then doel in ('melder', 'geheim_adres', 'politie')
       and grond in ('wmo_melder', 'veiligheid', 'bpg_4_2')
     when 'overleg' then doel = 'overleg' and grond in ('wmo_medewerking', 'toestemming')
       and tot > van and tot <= van + 31
     else false end is true and (tot is null or tot > van) $$;
revoke all on function toegang.past_bij(text, text, text, date, date) from public;
grant execute on function toegang.past_bij(text, text, text, date, date) to la_app;

drop policy geven on toegang.relatie;
create policy geven on toegang.relatie for insert to la_app with check (
  einde_aanleiding is null and beeindigd_door is null and gegeven_door = stelsel.persoon() and van = stelsel.vandaag()
  and toegang.past_bij(aanleiding, doel, grond, van, tot)
  and toegang.mag_geven(persoon_id, organisatie_id, dossier_id, doel, aanleiding));
