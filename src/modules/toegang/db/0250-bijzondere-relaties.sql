-- Who takes part in a file may not betray what is kept from the reader. A relation for a part with a rule of its own says
-- that there is a reporter, a secret address or police information: only who has that purpose himself sees it, with who
-- gives it out and the privacy officer. The name of an organisation can be the name of a shelter, and the house does not
-- know which ones are: who only reads, at a table meeting or by break-glass, sees of the participants those of the
-- organisation that is the controller and of his own.

-- File and special purpose of the actor, as one text.
create function toegang.bijzondere_doelen() returns text[]
  language plpgsql stable security definer set search_path = '' as
$$ begin return (select coalesce(array_agg(distinct dossier_id || ':' || doel), '{}') from toegang.open_relaties()
   where doel in ('melder', 'geheim_adres', 'politie')); end $$;
-- File and organisation, as one text, of which a reader who does not work in the file sees who takes part.
create function toegang.getoonde_organisaties() returns text[]
  language plpgsql stable security definer set search_path = '' as
$$ declare leest uuid[] := array(select unnest(toegang.dossiers()) except select unnest(toegang.dossiers_te_bewerken()));
begin
  if cardinality(leest) = 0 then return '{}'; end if;
  return (select coalesce(array_agg(distinct x.dossier || ':' || x.organisatie), '{}') from (
    select d.id dossier, d.organisatie_id organisatie from toegang.dossier d where d.id = any (leest)
    union all select r.dossier_id, r.organisatie_id from toegang.open_relaties() r where r.dossier_id = any (leest)
    union all select n.dossier_id, n.organisatie_id from toegang.noodtoegang n
      where n.persoon_id = stelsel.persoon() and n.van <= now() and n.tot > now() and n.dossier_id = any (leest)
        and n.organisatie_id = any (toegang.organisaties('professional', 'teamleider', 'intaker'))) x);
end $$;
-- Files of which the actor, as team leader of the controller, gives out the parts with a rule of their own.
create function toegang.te_verantwoorden() returns uuid[]
  language plpgsql stable security definer set search_path = '' as
$$ declare eigen uuid[] := toegang.organisaties('teamleider'); te_verdelen uuid[];
begin
  if cardinality(eigen) = 0 then return '{}'; end if;
  te_verdelen := toegang.te_verdelen();
  return (select coalesce(array_agg(d.id), '{}') from toegang.dossier d
    where d.id = any (te_verdelen) and d.organisatie_id = any (eigen));
end $$;

drop policy lezen on toegang.relatie;
create policy lezen on toegang.relatie for select to la_app using (
  (dossier_id = any ((select toegang.dossiers())::uuid[])
    and (persoon_id = stelsel.persoon() or doel in ('behandeling', 'regie', 'overleg')
      or dossier_id || ':' || doel = any ((select toegang.bijzondere_doelen())::text[]))
    and (persoon_id = stelsel.persoon() or dossier_id = any ((select toegang.dossiers_te_bewerken())::uuid[])
      or dossier_id || ':' || organisatie_id = any ((select toegang.getoonde_organisaties())::text[])))
  or (organisatie_id = any ((select toegang.organisaties('teamleider'))::uuid[])
    and dossier_id = any ((select toegang.te_verdelen())::uuid[]))
  or (doel in ('melder', 'geheim_adres', 'politie')
    and dossier_id = any ((select toegang.te_verantwoorden())::uuid[]))
  or (organisatie_id = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[])
    and not toegang.geblokkeerd(dossier_id)));

-- Who gives a special part takes it back, also of somebody of another organisation: who has the direction no longer
-- sees it.
drop policy sluiten on toegang.relatie;
create policy sluiten on toegang.relatie for update to la_app using ((tot is null or tot > stelsel.vandaag()) and (
  (organisatie_id = any ((select toegang.organisaties('teamleider'))::uuid[])
    and dossier_id = any ((select toegang.te_verdelen())::uuid[]))
  or (doel in ('melder', 'geheim_adres', 'politie')
    and dossier_id = any ((select toegang.te_verantwoorden())::uuid[]))
  or dossier_id = any ((select toegang.dossiers_voor('regie'))::uuid[])
  or (persoon_id = stelsel.persoon() and not toegang.geblokkeerd(dossier_id))))
  with check (tot = stelsel.vandaag() and einde_aanleiding is not null and einde_aanleiding <> 'functiewissel'
    and beeindigd_door = stelsel.persoon());

-- Closing a file, or letting go of it, ends every relation: also those that who does so cannot see. Says nothing of how
-- many there were.
create policy sluiten_ongezien on toegang.relatie for update to la_eigenaar
  using (doel in ('melder', 'geheim_adres', 'politie')) with check (tot = stelsel.vandaag());
create function toegang.sluit_bijzonder(dossier uuid, organisatie uuid, aanleiding text) returns void
  language plpgsql volatile security definer set search_path = '' as
$$ begin
  if aanleiding not in ('afsluiting', 'overdracht_voltooid')
    or dossier <> all (toegang.dossiers_voor('regie')) then return; end if;
  update toegang.relatie r set tot = stelsel.vandaag(), einde_aanleiding = sluit_bijzonder.aanleiding,
    beeindigd_door = stelsel.persoon()
  where r.dossier_id = dossier and (organisatie is null or r.organisatie_id = organisatie)
    and r.doel in ('melder', 'geheim_adres', 'politie') and (r.tot is null or r.tot > stelsel.vandaag());
end $$;

-- The names of people who work: of a relation that is not shown the name is not either.
create or replace function toegang.bekenden() returns uuid[]
  language plpgsql stable security definer set search_path = '' as
$$ declare dossiers uuid[] := toegang.dossiers(); bewerkt uuid[] := toegang.dossiers_te_bewerken();
  doelen text[] := toegang.bijzondere_doelen(); getoond text[] := toegang.getoonde_organisaties();
begin return (select coalesce(array_agg(distinct x.id), '{}') from (
     select unnest(toegang.mensen_van('teamleider', 'privacyfunctionaris')) id
     union select m.id from toegang.relatie r cross join lateral (values (r.persoon_id), (r.gegeven_door)) m(id)
       where r.dossier_id = any (dossiers)
         and (r.doel in ('behandeling', 'regie', 'overleg') or r.dossier_id || ':' || r.doel = any (doelen))
         and (r.dossier_id = any (bewerkt) or r.dossier_id || ':' || r.organisatie_id = any (getoond))
     union select n.persoon_id from toegang.noodtoegang n
       where n.dossier_id = any (toegang.dossiers_voor('regie'))
         or ((n.organisatie_id = any (toegang.organisaties('privacyfunctionaris'))
           or toegang.onder_toezicht(n.dossier_id)) and not toegang.geblokkeerd(n.dossier_id))) x
   where x.id is not null); end $$;

do $$ declare f text; begin
  foreach f in array array['bijzondere_doelen()', 'getoonde_organisaties()', 'te_verantwoorden()',
    'sluit_bijzonder(uuid, uuid, text)'] loop
    execute format('revoke all on function toegang.%s from public', f);
    execute format('grant execute on function toegang.%s to la_app', f);
  end loop;
end $$;
